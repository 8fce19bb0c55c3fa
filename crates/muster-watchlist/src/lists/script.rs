//! Which script a name is in, as far as readers need it: Latin, or the entry's own.

use crate::{AliasStrength, Entry};

/// Whether a text has letters and none of them is Latin.
pub(super) fn is_own_script(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| c.is_alphabetic()).peekable();
    letters.peek().is_some() && letters.all(|c| !is_latin(c))
}

fn is_latin(c: char) -> bool {
    matches!(c, '\0'..='\u{24F}' | '\u{2B0}'..='\u{2FF}' | '\u{1E00}'..='\u{1EFF}')
}

impl Entry {
    /// A name that may have its form in another script in brackets behind it:
    /// `Anna Petrova (Анна Петрова)`, `Anna Petrova (Russian: Анна Петрова)`.
    pub(super) fn add_name_with_scripts(&mut self, text: &str, strength: AliasStrength) {
        let mut outside = String::new();
        let mut own = Vec::new();
        let mut rest = text;
        while let Some(open) = rest.find('(') {
            let Some(close) = rest[open..].find(')').map(|close| open + close) else { break };
            let inside = own_forms(&rest[open + 1..close]);
            outside.push_str(if inside.is_empty() { &rest[..=close] } else { &rest[..open] });
            own.extend(inside);
            rest = &rest[close + 1..];
        }
        outside.push_str(rest);
        let strength = if is_own_script(&outside) { AliasStrength::Original } else { strength };
        self.add_name(&outside, strength);
        for form in own {
            self.add_name(form, AliasStrength::Original);
        }
    }
}

/// What is in brackets if all of it is in another script, without labels such as `Russian:`.
fn own_forms(inside: &str) -> Vec<&str> {
    let forms: Vec<_> =
        inside.split(';').map(|form| form.rsplit_once(':').map_or(form, |(_, form)| form).trim()).collect();
    if forms.iter().all(|form| is_own_script(form)) { forms } else { Vec::new() }
}
