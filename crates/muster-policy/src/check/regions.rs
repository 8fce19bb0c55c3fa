//! The finitely many ways in which facts can differ to a set of rules.
//!
//! A number matters only by which side of each threshold it lies on, a word by which questions it answers, a set by which
//! of the asked words it holds. One representative of each region stands for every value in it, so trying all of them
//! is exact, not a sample.

use crate::edition::{Condition, Predicate, Test};
use crate::facts::{FactType, Facts, Schema, Value};
use std::collections::{BTreeMap, BTreeSet};

/// More regions than this are not tried.
pub(super) const REGIONS_MAX: usize = 1_000_000;

/// The regions of some conditions.
pub(super) struct Regions {
    schema: Schema,
    axes: Vec<(usize, Vec<Value>)>,
    /// Some fact alone has more regions than are tried; its values are not written out.
    is_beyond: bool,
}

impl Regions {
    /// The regions the conditions can tell apart.
    pub(super) fn of<'a>(schema: &Schema, conditions: impl IntoIterator<Item = &'a Condition>) -> Self {
        let mut asked: BTreeMap<usize, Vec<&Predicate>> = BTreeMap::new();
        for predicate in conditions.into_iter().flat_map(Condition::predicates) {
            asked.entry(predicate.fact).or_default().push(predicate);
        }
        let mut regions = Self { schema: schema.clone(), axes: Vec::new(), is_beyond: false };
        for (fact, predicates) in asked {
            match representatives(&schema.facts()[fact].kind, &predicates) {
                Some(values) => regions.axes.push((fact, values)),
                None => regions.is_beyond = true,
            }
        }
        regions
    }

    /// How many there are; nothing if there are too many to try.
    pub(super) fn count(&self) -> Option<usize> {
        let count =
            self.axes.iter().try_fold(1, |product: usize, (_, values)| product.checked_mul(values.len()));
        count.filter(|count| !self.is_beyond && *count <= REGIONS_MAX)
    }

    /// Whether the claim holds for every region, tried one by one.
    pub(super) fn all(&self, mut claim: impl FnMut(&Facts) -> bool) -> bool {
        let mut facts = Facts::new(&self.schema);
        let mut at = vec![0; self.axes.len()];
        for (fact, values) in &self.axes {
            facts.put(*fact, values[0].clone());
        }
        loop {
            if !claim(&facts) {
                return false;
            }
            // Counts like the wheels of a mileage counter: the first that can step does, those before it start again.
            let Some(wheel) = (0..at.len()).find(|wheel| at[*wheel] + 1 < self.axes[*wheel].1.len()) else {
                return true;
            };
            at[wheel] += 1;
            at[..wheel].fill(0);
            for (position, (fact, values)) in self.axes.iter().enumerate().take(wheel + 1) {
                facts.put(*fact, values[at[position]].clone());
            }
        }
    }
}

/// One value for each region of a fact; nothing if there are too many.
fn representatives(kind: &FactType, predicates: &[&Predicate]) -> Option<Vec<Value>> {
    let values = match kind {
        FactType::Number { least, most } => {
            let mut starts = BTreeSet::from([*least]);
            for predicate in predicates {
                if let Test::Within { low, high } = predicate.test {
                    starts.extend([low, high.saturating_add(1)]);
                }
            }
            starts.into_iter().filter(|start| (least..=most).contains(&start)).map(Value::Number).collect()
        }
        FactType::Word { values } => {
            let mut words = classes(predicates, values.as_deref());
            words.extend(nothing_asked(predicates, values.as_deref()));
            words.into_iter().map(Value::Word).collect()
        }
        FactType::Words { values } => {
            let words = classes(predicates, values.as_deref());
            if words.len() > REGIONS_MAX.ilog2() as usize {
                return None;
            }
            (0..1_usize << words.len())
                .map(|members| {
                    let held = words.iter().enumerate().filter(|(position, _)| members >> position & 1 == 1);
                    Value::Words(held.map(|(_, word)| word.clone()).collect())
                })
                .collect()
        }
        FactType::YesNo => vec![Value::YesNo(true), Value::YesNo(false)],
    };
    Some(values)
}

/// One word for each group of words that no question tells apart.
fn classes(predicates: &[&Predicate], allowed: Option<&[String]>) -> Vec<String> {
    let mut by_answers: BTreeMap<Vec<bool>, &String> = BTreeMap::new();
    for word in predicates.iter().flat_map(|predicate| asked_words(predicate)) {
        if allowed.is_none_or(|allowed| allowed.contains(word)) {
            let answers = predicates.iter().map(|predicate| asked_words(predicate).contains(word)).collect();
            by_answers.entry(answers).or_insert(word);
        }
    }
    by_answers.into_values().cloned().collect()
}

/// A word no question names, if there can be one.
fn nothing_asked(predicates: &[&Predicate], allowed: Option<&[String]>) -> Option<String> {
    let asked = |word: &String| predicates.iter().any(|predicate| asked_words(predicate).contains(word));
    match allowed {
        Some(allowed) => allowed.iter().find(|word| !asked(word)).cloned(),
        // A blank is no code of anything, so no edition can name it.
        None => Some(" ".to_owned()),
    }
}

fn asked_words(predicate: &Predicate) -> &[String] {
    match &predicate.test {
        Test::OneOf(words) | Test::HasAny(words) => words,
        Test::Within { .. } | Test::Is(_) => &[],
    }
}
