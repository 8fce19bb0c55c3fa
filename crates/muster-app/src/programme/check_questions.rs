//! That every question can be reached, answered and kept.

use super::{Field, Kind, Portal, PortalFault, Question, check::Needs};
use muster_vocab::{Country, Language};
use std::collections::{BTreeMap, BTreeSet};

const FILE: &str = "questions.toml";
/// More questions nobody answers before knowing whether it is worth it.
const PRE_CHECK_MOST: usize = 7;
/// A turn's number is one digit.
const TURNS_MOST: u8 = 9;

/// Every fault of `questions.toml`.
pub(super) fn questions(portal: &Portal, needs: &Needs<'_>) -> Vec<PortalFault> {
    let mut faults = Vec::new();
    let mut fault = |why: String| faults.push(PortalFault::new(FILE, why));
    let all = &portal.questions;
    let ids: BTreeSet<&str> = all.questions.iter().map(|question| question.id.as_str()).collect();
    let mut asked = BTreeSet::new();
    if all.pre_check.is_empty() || all.pre_check.len() > PRE_CHECK_MOST {
        fault(format!(
            "the pre-check asks {} questions: one to {PRE_CHECK_MOST} are right",
            all.pre_check.len()
        ));
    }
    for id in all.pre_check.iter().filter(|id| !ids.contains(id.as_str())) {
        fault(format!("the pre-check asks `{id}`, which no question defines"));
    }
    for task in &all.tasks {
        if task.questions.is_empty() {
            fault(format!("the task `{}` has no question", task.id));
        }
        if task.minutes == 0 {
            fault(format!("the task `{}` takes no time: say at least one minute", task.id));
        }
        for id in &task.questions {
            if !ids.contains(id.as_str()) {
                fault(format!("the task `{}` asks `{id}`, which no question defines", task.id));
            }
            if !asked.insert(id.as_str()) {
                fault(format!("`{id}` is asked twice: a question belongs to one task"));
            }
        }
    }
    for twice in twice(all.tasks.iter().map(|task| task.id.as_str())) {
        fault(format!("the task `{twice}` stands twice"));
    }
    for twice in twice(all.questions.iter().map(|question| question.id.as_str())) {
        fault(format!("the question `{twice}` stands twice"));
    }
    for unasked in ids.difference(&asked) {
        fault(format!("`{unasked}` belongs to no task: nobody is ever asked"));
    }
    let fields: BTreeMap<&str, &Field> = all
        .questions
        .iter()
        .flat_map(|question| &question.fields)
        .map(|field| (&*field.name, field))
        .collect();
    for twice in twice(all.questions.iter().flat_map(|question| &question.fields).map(|field| &*field.name)) {
        fault(format!("the field `{twice}` stands twice"));
    }
    for question in &all.questions {
        one(question, &fields, &mut fault);
    }
    for skill in needs.needed_skills {
        let offered = ["skills", "trade"].iter().filter_map(|name| fields.get(name));
        if !offered.into_iter().any(|field| field.choices.contains(skill)) {
            fault(format!("the needed skill `{skill}` is no answer of `skills` or `trade`"));
        }
    }
    faults
}

fn one(question: &Question, fields: &BTreeMap<&str, &Field>, fault: &mut impl FnMut(String)) {
    let id = &question.id;
    if question.fields.is_empty() {
        fault(format!("`{id}` asks nothing: it has no field"));
    }
    if let Some(only) = &question.only_if {
        match fields.get(&*only.field) {
            None => fault(format!("`{id}` waits for the field `{}`, which no question has", only.field)),
            Some(field) => {
                for word in only.one_of.iter().filter(|word| !field.answers().any(|answer| answer == *word)) {
                    fault(format!(
                        "`{id}` waits for the answer `{word}`, which `{}` does not offer",
                        only.field
                    ));
                }
            }
        }
        if question.fields.iter().any(|field| field.name == only.field) {
            fault(format!("`{id}` waits for its own answer"));
        }
    }
    if let Some(repeat) = &question.repeat {
        if !(2..=TURNS_MOST).contains(&repeat.most) {
            fault(format!("`{id}` is answered up to {} times: 2 to {TURNS_MOST} are right", repeat.most));
        }
        for field in &question.fields {
            if field.name.strip_prefix(&repeat.prefix).is_none_or(|rest| !rest.starts_with('.')) {
                fault(format!("`{id}`: the field `{}` does not begin with `{}.`", field.name, repeat.prefix));
            }
        }
    }
    let by_tap = |field: &Field| matches!(field.kind, Kind::YesNo | Kind::Choice);
    if question.tap && !(question.fields.len() == 1 && question.fields.iter().all(by_tap)) {
        fault(format!("`{id}` cannot be answered by one tap: it needs one field that is a choice or yes_no"));
    }
    for field in &question.fields {
        let name = &field.name;
        let chooses = matches!(field.kind, Kind::Choice | Kind::Choices);
        let codes = match field.kind {
            Kind::Country | Kind::Countries => is_country,
            Kind::LanguageList => is_language,
            _ => is_word,
        };
        for choice in field.choices.iter().filter(|choice| !codes(choice)) {
            fault(format!("the field `{name}` offers `{choice}`, which is no such code or word"));
        }
        if field.choices.is_empty() && (chooses || field.kind == Kind::LanguageList) {
            fault(format!("the field `{name}` has nothing to choose from"));
        }
        let lists = matches!(field.kind, Kind::Country | Kind::Countries | Kind::LanguageList);
        if !field.choices.is_empty() && !chooses && !lists {
            fault(format!("the field `{name}` has choices, but a {} takes none", field.kind));
        }
        if field.dont_know && !chooses && field.kind != Kind::YesNo {
            fault(format!("the field `{name}` offers `dont_know`: only a choice or yes_no can"));
        }
        if (field.kind == Kind::Countries) != field.most.is_some() {
            fault(format!("the field `{name}`: `most` belongs to `countries`, and to nothing else"));
        }
    }
}

fn is_country(code: &str) -> bool {
    code.parse().is_ok_and(|country: Country| country.code() == code)
}

fn is_language(code: &str) -> bool {
    code.parse().is_ok_and(|language: Language| language.code() == code)
}

/// Answers are joined by blanks, and part of a message's id.
fn is_word(word: &str) -> bool {
    !word.is_empty()
        && word.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_')
}

fn twice<'a>(words: impl Iterator<Item = &'a str>) -> BTreeSet<&'a str> {
    let mut seen = BTreeSet::new();
    words.filter(|word| !seen.insert(*word)).collect()
}
