//! Names in scripts that are not compared: they go to a person, never into silence.

use crate::{GivenName, NotComparable, Subject};
use muster_names::romanise::{Script, script_of};

/// The names of a subject that no rule can compare. If another name of the same subject can be, it is compared; this one is
/// still told.
pub(crate) fn not_comparable(subject: &Subject) -> Vec<NotComparable> {
    let mut told: Vec<NotComparable> = Vec::new();
    for cause in subject.names.iter().filter_map(cause) {
        if !told.contains(&cause) {
            told.push(cause);
        }
    }
    told
}

/// Whether no name of a subject can be compared: what is then found clear was not looked at.
pub(crate) fn nothing_comparable(subject: &Subject) -> bool {
    subject.names.iter().all(|name| cause(name).is_some())
}

/// Why a name cannot be compared, if it cannot.
fn cause(name: &GivenName) -> Option<NotComparable> {
    let mut scripts = name.text().chars().filter(|c| c.is_alphabetic()).map(script_of).peekable();
    if scripts.peek().is_none() {
        return Some(NotComparable { script: "none".to_owned(), why: "the name has no letters" });
    }
    let script = scripts.find(|script| !is_compared(*script))?;
    Some(NotComparable { script: format!("{script:?}"), why: WHY })
}

const WHY: &str = "names in this script are not compared with lists";

const fn is_compared(script: Script) -> bool {
    !matches!(script, Script::Other | Script::Thai)
}
