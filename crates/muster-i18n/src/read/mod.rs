//! Reading all files of messages and holding the languages against each other.

mod agree;
mod parse;
mod parts;

use crate::{Fault, Locale, Problem, Source};
use fluent_bundle::FluentResource;
use parse::Node;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// All messages of one language.
pub(crate) struct Tongue {
    pub(crate) locale: Locale,
    pub(crate) resources: Vec<Arc<FluentResource>>,
    nodes: BTreeMap<String, Node>,
}

impl Tongue {
    /// The ids of messages, each with whether it has no variable, not even through another message.
    pub(crate) fn messages(&self) -> impl Iterator<Item = (&str, bool)> {
        let messages = self.nodes.values().filter(|node| node.is_message());
        messages.map(|node| (node.name.as_str(), self.variables(&node.name).is_empty()))
    }

    /// The variables of a message, and of those it contains. Terms are given theirs by name.
    fn variables(&self, name: &str) -> BTreeSet<&str> {
        let mut seen = BTreeSet::from([name]);
        let mut waiting = vec![name];
        let mut variables = BTreeSet::new();
        while let Some(node) = waiting.pop().and_then(|name| self.nodes.get(name)) {
            variables.extend(node.parts.variables.iter().map(String::as_str));
            let inner = node.parts.asked.iter().map(String::as_str);
            waiting.extend(inner.filter(|asked| !asked.starts_with('-') && seen.insert(asked)));
        }
        variables
    }
}

/// The messages of each language, in the order of the sources; or every fault there is.
pub(crate) fn read(default: &str, sources: &[Source<'_>]) -> Result<Vec<Tongue>, Vec<Problem>> {
    let mut tongues: Vec<Tongue> = Vec::new();
    let mut problems = Vec::new();
    for source in sources {
        let Some(locale) = Locale::of(source.language) else {
            let file = format!("{}/{}", source.language, source.file);
            problems.push(Problem { file, line: 0, fault: Fault::NoSuchLanguage });
            continue;
        };
        let place = tongues.iter().position(|tongue| tongue.locale == locale).unwrap_or(tongues.len());
        if place == tongues.len() {
            tongues.push(Tongue { locale, resources: Vec::new(), nodes: BTreeMap::new() });
        }
        let tongue = &mut tongues[place];
        let mut parsed = parse::parse(source);
        problems.append(&mut parsed.problems);
        tongue.resources.push(parsed.resource);
        for node in parsed.nodes {
            if let Some(first) = tongue.nodes.get(&node.name) {
                let first = format!("{}:{}", first.file, first.line);
                problems.push(node.problem(Fault::Twice { id: node.name.clone(), first }));
            } else {
                tongue.nodes.insert(node.name.clone(), node);
            }
        }
    }
    if Locale::of(default).is_none_or(|default| tongues.iter().all(|tongue| tongue.locale != default)) {
        problems.push(Problem { file: default.to_owned(), line: 0, fault: Fault::NoDefault });
    }
    for tongue in &tongues {
        agree::within(tongue, &mut problems);
    }
    agree::between(default, &tongues, &mut problems);
    problems.sort();
    problems.dedup();
    if problems.is_empty() { Ok(tongues) } else { Err(problems) }
}
