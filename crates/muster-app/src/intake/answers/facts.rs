//! The facts that a few answers tell a policy.

use super::reading::Reading;
use crate::{eligibility::Declared, programme::DONT_KNOW};
use jiff::civil::Date;
use muster_case::intake::RawAnswers;
use muster_policy::{FactRejected, Facts, Schema};
use std::collections::BTreeSet;

/// The facts that some answers tell. What was not answered, or is not known, stays unknown; so does what cannot be
/// read. An empty answer to `skills` says that there are none.
///
/// # Errors
/// [`FactRejected`] if the schema has no such fact.
pub fn pre_check_facts(
    answers: &RawAnswers,
    today: Date,
    schema: &Schema,
    needed_skills: &BTreeSet<String>,
) -> Result<Facts, FactRejected> {
    let mut reading = Reading::new(answers, today);
    let nationalities = Some(reading.nationalities()).filter(|held| !held.is_empty());
    let languages = Some(reading.languages("languages")).filter(|spoken| !spoken.is_empty());
    Declared {
        age: reading.past_date("born").map(|born| born.age_on(today)),
        nationalities,
        residence: reading.country("residence"),
        serving: reading.choice("serving"),
        experience: reading.choice("experience"),
        needed_skill: needed_skill(answers, needed_skills),
        languages,
        wants_non_combat: reading.wants_non_combat(),
        criminal_record: reading.yes_no("criminal_record"),
        medical_bar: reading.yes_no("medical_bar"),
    }
    .on(schema)
}

fn needed_skill(answers: &RawAnswers, needed: &BTreeSet<String>) -> Option<bool> {
    let said = |field: &str| answers.0.get(field).map(String::as_str).filter(|said| *said != DONT_KNOW);
    let has =
        |field| said(field).is_some_and(|said| said.split_whitespace().any(|word| needed.contains(word)));
    if has("skills") || has("trade") { Some(true) } else { said("skills").map(|_| false) }
}
