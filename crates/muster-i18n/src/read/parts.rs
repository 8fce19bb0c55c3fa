//! What a message is made of.

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use std::collections::BTreeSet;

/// What one message, term or attribute asks for.
#[derive(Default)]
pub(super) struct Parts {
    /// Variables, without their sign.
    pub(super) variables: BTreeSet<String>,
    /// Messages `id`, attributes `id.attribute` and terms `-id`.
    pub(super) asked: BTreeSet<String>,
    /// Functions.
    pub(super) functions: BTreeSet<String>,
    /// The keys of each choice between plurals.
    pub(super) plurals: Vec<BTreeSet<String>>,
    /// Whether there is anything to see.
    pub(super) says: bool,
}

const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

impl Parts {
    pub(super) fn of(pattern: &Pattern<&str>) -> Self {
        let mut parts = Self::default();
        parts.pattern(pattern);
        parts
    }

    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.says |= !value.trim().is_empty(),
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                // Asking for a value shows nothing of it.
                let says = self.says;
                self.inline(selector);
                self.says = says;
                self.plural(variants);
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn plural(&mut self, variants: &[Variant<&str>]) {
        let keys = variants.iter().filter_map(|variant| match variant.key {
            VariantKey::Identifier { name } => Some((name, variant.default)),
            VariantKey::NumberLiteral { .. } => None,
        });
        let keys: Vec<(&str, bool)> = keys.collect();
        let chooses = keys.iter().any(|(name, default)| !default && CATEGORIES.contains(name));
        if chooses && keys.iter().all(|(name, _)| CATEGORIES.contains(name)) {
            self.plurals.push(keys.into_iter().map(|(name, _)| name.to_owned()).collect());
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::StringLiteral { value } => self.says |= !value.trim().is_empty(),
            InlineExpression::NumberLiteral { .. } => self.says = true,
            InlineExpression::VariableReference { id } => {
                self.says = true;
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, attribute } => {
                self.says = true;
                self.asked.insert(match attribute {
                    Some(attribute) => format!("{}.{}", id.name, attribute.name),
                    None => id.name.to_owned(),
                });
            }
            InlineExpression::TermReference { id, attribute, arguments } => {
                self.says = true;
                self.asked.insert(match attribute {
                    Some(attribute) => format!("-{}.{}", id.name, attribute.name),
                    None => format!("-{}", id.name),
                });
                for argument in arguments.iter().flat_map(|all| &all.positional) {
                    self.inline(argument);
                }
            }
            InlineExpression::FunctionReference { id, arguments } => {
                self.says = true;
                self.functions.insert(id.name.to_owned());
                for argument in &arguments.positional {
                    self.inline(argument);
                }
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
        }
    }
}
