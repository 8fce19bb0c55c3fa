//! What must fit: within a language, and between languages.

use super::{Tongue, parse::Node};
use crate::{Fault, Locale, Problem};
use std::collections::BTreeSet;

/// The only function there is.
const FUNCTIONS: [&str; 1] = ["NUMBER"];

/// What is asked for must be there; what nobody can see must be asked for; nothing may contain itself.
pub(super) fn within(tongue: &Tongue, problems: &mut Vec<Problem>) {
    let mut used = BTreeSet::new();
    for node in tongue.nodes.values() {
        let id = || node.name.clone();
        for asked in &node.parts.asked {
            used.insert(asked.as_str());
            if !tongue.nodes.contains_key(asked) {
                problems.push(node.problem(Fault::Unknown { id: id(), what: asked.clone() }));
            }
        }
        for function in &node.parts.functions {
            if !FUNCTIONS.contains(&function.as_str()) {
                problems.push(node.problem(Fault::Unknown { id: id(), what: format!("{function}()") }));
            }
        }
        for category in missing_plurals(tongue.locale, node) {
            problems.push(node.problem(Fault::Plural { id: id(), category }));
        }
        if contains_itself(tongue, node) {
            problems.push(node.problem(Fault::Circle(id())));
        }
    }
    for node in tongue.nodes.values() {
        if !node.is_message() && !used.contains(node.name.as_str()) {
            problems.push(node.problem(Fault::Unused(node.name.clone())));
        }
    }
}

/// The forms whole numbers need. The form for all the rest may be called by any of the names.
fn missing_plurals(locale: Locale, node: &Node) -> Vec<&'static str> {
    let needed: &[&'static str] = match locale.tag() {
        "uk" => &["one", "few", "many"],
        _ => &["one", "other"],
    };
    let missing = |keys: &BTreeSet<String>| {
        let absent = needed.iter().copied().filter(|category| !keys.contains(*category));
        absent.collect::<Vec<_>>()
    };
    let mut all: Vec<&'static str> = node.parts.plurals.iter().flat_map(missing).collect();
    all.dedup();
    all
}

fn contains_itself(tongue: &Tongue, node: &Node) -> bool {
    let mut seen = BTreeSet::new();
    let mut waiting: Vec<&str> = node.parts.asked.iter().map(String::as_str).collect();
    while let Some(name) = waiting.pop() {
        if name == node.name {
            return true;
        }
        if let Some(inner) = tongue.nodes.get(name).filter(|_| seen.insert(name)) {
            waiting.extend(inner.parts.asked.iter().map(String::as_str));
        }
    }
    false
}

/// Every message is in every language, with the same variables as in the default language.
pub(super) fn between(default: &str, tongues: &[Tongue], problems: &mut Vec<Problem>) {
    for tongue in tongues {
        for node in tongue.nodes.values().filter(|node| node.is_message()) {
            for other in tongues.iter().filter(|other| !other.nodes.contains_key(&node.name)) {
                let fault = Fault::Untranslated { id: node.name.clone(), language: other.locale.tag() };
                problems.push(node.problem(fault));
            }
        }
    }
    let Some(model) = tongues.iter().find(|tongue| tongue.locale.tag() == default) else { return };
    let language = model.locale.tag();
    for tongue in tongues.iter().filter(|tongue| tongue.locale != model.locale) {
        for node in tongue.nodes.values().filter(|node| node.is_message()) {
            if !model.nodes.contains_key(&node.name) {
                continue;
            }
            let (ours, theirs) = (tongue.variables(&node.name), model.variables(&node.name));
            for variable in theirs.difference(&ours) {
                let (id, variable) = (node.name.clone(), (*variable).to_owned());
                problems.push(node.problem(Fault::VariableLeftOut { id, variable, language }));
            }
            for variable in ours.difference(&theirs) {
                let (id, variable) = (node.name.clone(), (*variable).to_owned());
                problems.push(node.problem(Fault::VariableTooMany { id, variable, language }));
            }
        }
    }
}
