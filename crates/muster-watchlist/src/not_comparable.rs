//! Names in scripts that are not compared: they go to a person, never into silence.

use crate::{NotComparable, Subject};
use muster_names::romanise::{Script, script_of};

/// The names of a subject that no rule can compare. If another name of the same subject can be, it is compared; this one is
/// still told.
pub(crate) fn not_comparable(subject: &Subject) -> Vec<NotComparable> {
    let mut found: Vec<NotComparable> = Vec::new();
    for name in &subject.names {
        let letters = name.text().chars().filter(|c| c.is_alphabetic());
        let script = letters.clone().map(script_of).find(|script| !is_compared(*script));
        if let Some(script) = script {
            let told = NotComparable { script: format!("{script:?}"), why: WHY };
            if !found.contains(&told) {
                found.push(told);
            }
        } else if letters.count() == 0 {
            let told = NotComparable { script: "none".to_owned(), why: "the name has no letters" };
            if !found.contains(&told) {
                found.push(told);
            }
        }
    }
    found
}

const WHY: &str = "names in this script are not compared with lists";

const fn is_compared(script: Script) -> bool {
    !matches!(script, Script::Other | Script::Thai)
}
