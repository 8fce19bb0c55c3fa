//! A sentence that nobody says, and a key that says nothing.

use muster_app::Programme;
use muster_web::catalog;
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// Calls whose first argument is a key.
const ASKING: [&str; 5] = ["say(\"", "say_with(\"", "titled(\"", "perhaps(\"", "say_plain(\""];
/// Families of keys that are put together, and where.
const MADE: [&str; 14] = [
    "fault-",    // form/field.rs, from the word of a fault
    "question-", // portal/questions.rs and what follows are the programme's
    "field-",
    "choice-",
    "task-",
    "purpose-",
    "help-other-",       // portal/mod.rs
    "problem-",          // api/problem/, from the name of its kind
    "privacy-",          // portal/statements.rs
    "desk-word-",        // desk/words.rs
    "desk-cases-field-", // desk/cases/forms.rs, from the names of fields and the words of verbs
    "desk-cases-hint-",
    "desk-cases-verb-",
    "refusal-", // desk/words.rs, from the key of a refusal
];

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs" || end == "html") {
            found.push(path);
        }
    }
}

/// Every text of the crate: sources and templates.
fn texts() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    files(&root.join("src"), &mut found);
    files(&root.join("templates"), &mut found);
    found.into_iter().map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect()
}

/// Everything between two quotation marks that could be a key.
fn literals(text: &str) -> BTreeSet<&str> {
    let is_key = |word: &&str| {
        word.contains('-') && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    text.split('"').filter(is_key).collect()
}

#[test]
fn every_key_that_is_asked_for_says_something() {
    let catalog = catalog(&Programme::founding().unwrap(), false).unwrap();
    let mut silent = Vec::new();
    for (path, text) in texts() {
        for asking in ASKING {
            for (_, rest) in text.match_indices(asking).map(|(at, found)| text.split_at(at + found.len())) {
                let key = rest.split('"').next().unwrap_or_default();
                if !key.contains('{') && !catalog.has(key) {
                    silent.push(format!("{}: {key}", path.display()));
                }
            }
        }
    }
    assert!(silent.is_empty(), "no message for:\n{}", silent.join("\n"));
}

#[test]
fn every_sentence_is_said_somewhere() {
    let catalog = catalog(&Programme::founding().unwrap(), false).unwrap();
    let texts = texts();
    let said: BTreeSet<&str> = texts.iter().flat_map(|(_, text)| literals(text)).collect();
    let unsaid: Vec<&str> = catalog
        .ids()
        .filter(|id| !said.contains(id) && !MADE.iter().any(|made| id.starts_with(made)))
        .collect();
    assert!(unsaid.is_empty(), "nobody says:\n{}", unsaid.join("\n"));
}

#[test]
fn every_fault_has_its_words() {
    let catalog = catalog(&Programme::founding().unwrap(), false).unwrap();
    for fault in muster_app::intake::answers::Fault::ALL {
        assert!(catalog.has(&format!("fault-{}", fault.word())), "{}", fault.word());
    }
}
