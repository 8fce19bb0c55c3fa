//! That everything the portal asks has words in every language, and that no words are left over.

use super::{Kind, Portal, PortalFault, check::Needs};
use muster_i18n::{Catalog, Source};
use std::collections::BTreeSet;

/// What begins the id of a message that belongs to something defined, with the endings it may also have.
const BOUND: [&str; 5] = ["question-", "field-", "choice-", "task-", "purpose-"];
const ENDINGS: [&str; 4] = ["-hint", "-why", "-missing", "-without"];
/// Asked by the page itself when a name mixes two scripts: no question defines it.
const BY_THE_PAGE: &str = "field-names-as-typed";

/// Every fault of the messages: what each file says wrongly, what one language says and another does not, what no
/// language says, and what belongs to nothing.
pub(super) fn check(portal: &Portal, needs: &Needs<'_>) -> Vec<PortalFault> {
    let mut faults = Vec::new();
    for (language, file, _) in &portal.messages {
        if !needs.languages.contains(language) {
            let why = format!("the programme does not answer in `{language}`");
            faults.push(PortalFault::new(format!("{language}/{file}"), why));
        }
    }
    for language in needs.languages {
        if portal.messages.iter().all(|(known, ..)| known != language) {
            faults.push(PortalFault::new(language, "has no messages at all"));
        }
    }
    let sources: Vec<Source<'_>> =
        portal.messages.iter().map(|(language, file, text)| Source { language, file, text }).collect();
    let default = needs.languages.first().map_or("en", String::as_str);
    if let Err(problems) = Catalog::read(default, &sources) {
        let told = |problem: &muster_i18n::Problem| {
            PortalFault::new(&problem.file, format!("line {}: {}", problem.line, problem.fault))
        };
        faults.extend(problems.iter().map(told));
    }

    let wanted = wanted(portal, needs);
    let mut said = BTreeSet::new();
    for (language, file, text) in &portal.messages {
        for id in ids(text) {
            said.insert(id);
            let spare = ENDINGS.iter().find_map(|ending| id.strip_suffix(ending)).unwrap_or(id);
            let bound = BOUND.iter().any(|begin| id.starts_with(begin)) && spare != BY_THE_PAGE;
            if bound && !wanted.contains(id) && !wanted.contains(spare) {
                let why = format!("`{id}` belongs to nothing the portal asks");
                faults.push(PortalFault::new(format!("{language}/{file}"), why));
            }
        }
    }
    let unsaid = wanted.iter().filter(|id| !said.contains(id.as_str()));
    faults.extend(unsaid.map(|id| PortalFault::new(default, format!("the message `{id}` is missing"))));
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
            if matches!(field.kind, Kind::Choice | Kind::Choices) {
                wanted.extend(field.choices.iter().map(|choice| field.answer_message(choice)));
            }
        }
    }
    for purpose in needs.purposes {
        wanted.insert(format!("purpose-{purpose}"));
        wanted.insert(format!("purpose-{purpose}-without"));
    }
    wanted
}

/// The ids of a Fluent text: whatever begins a line and is followed by an equals sign. Even a text with faults is asked,
/// so that all of them are told at once.
fn ids(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| {
        let id = line.split_once('=')?.0.trim_end();
        let fit = id.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_');
        (fit && id.starts_with(|letter: char| letter.is_ascii_alphabetic())).then_some(id)
    })
}
