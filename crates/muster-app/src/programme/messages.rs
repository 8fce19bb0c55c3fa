//! That everything the portal asks has words in every language, and that no words are left over.

use super::{Portal, PortalFault, check::Needs};
use std::collections::{BTreeMap, BTreeSet};

/// What begins the id of a message that belongs to something defined, with the endings it may also have.
const BOUND: [&str; 5] = ["question-", "field-", "choice-", "task-", "purpose-"];
const ENDINGS: [&str; 4] = ["-hint", "-why", "-missing", "-without"];
/// Asked by the page itself when a name mixes two scripts: no question defines it.
const BY_THE_PAGE: &str = "field-names-as-typed";

/// Every fault of the messages.
pub(super) fn check(portal: &Portal, needs: &Needs<'_>) -> Vec<PortalFault> {
    let mut faults = Vec::new();
    let wanted = wanted(portal, needs);
    let mut known: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (language, file, text) in &portal.messages {
        let path = format!("{language}/{file}");
        if !needs.languages.contains(language) {
            faults.push(PortalFault::new(&path, format!("the programme does not answer in `{language}`")));
        }
        for id in ids(text) {
            if !known.entry(language).or_default().insert(id) {
                faults.push(PortalFault::new(&path, format!("`{id}` stands twice")));
            }
            let spare = ENDINGS.iter().find_map(|ending| id.strip_suffix(ending)).unwrap_or(id);
            let bound = BOUND.iter().any(|begin| id.starts_with(begin)) && spare != BY_THE_PAGE;
            if bound && !wanted.contains(id) && !wanted.contains(spare) {
                faults.push(PortalFault::new(&path, format!("`{id}` belongs to nothing the portal asks")));
            }
        }
    }
    let all: BTreeSet<&str> = known.values().flatten().copied().collect();
    for language in needs.languages {
        let said = known.get(language.as_str());
        let missing = |id: &&str| said.is_none_or(|said| !said.contains(id));
        for id in wanted.iter().map(String::as_str).chain(all.iter().copied()).filter(missing) {
            faults.push(PortalFault::new(language, format!("the message `{id}` is missing")));
        }
    }
    faults
}

/// Every id that must be said.
fn wanted(portal: &Portal, needs: &Needs<'_>) -> BTreeSet<String> {
    let mut wanted: BTreeSet<String> = ["programme-name", "programme-about"].map(str::to_owned).into();
    wanted.extend(portal.tasks().iter().map(|task| format!("task-{}", task.id)));
    for question in &portal.questions.questions {
        wanted.insert(format!("question-{}", question.id));
        for field in &question.fields {
            wanted.insert(field.message());
            wanted.extend(field.answers().map(|answer| field.answer_message(answer)));
        }
    }
    for purpose in needs.purposes {
        wanted.insert(format!("purpose-{purpose}"));
        wanted.insert(format!("purpose-{purpose}-without"));
    }
    wanted
}

/// The ids of a Fluent text: whatever begins a line and is followed by an equals sign.
fn ids(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| {
        let id = line.split_once('=')?.0.trim_end();
        let fit = id.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_');
        (fit && id.starts_with(|letter: char| letter.is_ascii_alphabetic())).then_some(id)
    })
}
