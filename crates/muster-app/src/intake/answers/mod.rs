//! Answers as typed, and what they say: a whole dossier, or everything that is wrong with them at once.
//!
//! Names are taken in any script and kept as typed, with whichever apostrophe. Nothing here is decided about anybody,
//! and no fault repeats what was typed.

mod background;
mod facts;
mod fault;
mod identity;
mod kin;
mod reading;
mod scripts;
mod write;

#[cfg(test)]
mod tests;

pub use facts::pre_check_facts;
pub use fault::{AnswerFault, Fault};
pub use scripts::suggestion;
pub use write::from_dossier;

use jiff::civil::Date;
use muster_case::{
    intake::{Dossier, RawAnswers},
    movement::Kin,
};
use muster_vocab::{Country, PartialDate};
use reading::Reading;

/// What the answers say. `Debug` does not show it.
#[derive(Clone, PartialEq, Eq)]
pub struct Read {
    /// The facts.
    pub dossier: Dossier,
    /// Next of kin, in the order to be told; empty for whoever declines, nothing where it was not answered.
    pub kin: Option<Vec<Kin>>,
}

impl std::fmt::Debug for Read {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("sealed")
    }
}

/// Reads all answers. `today` bounds dates.
///
/// # Errors
/// Everything that is wrong or missing, in the order of the form.
pub fn read(answers: &RawAnswers, today: Date) -> Result<Read, Vec<AnswerFault>> {
    let (read, noted) = whole(answers, today);
    match read {
        Some(read) if noted.is_empty() => Ok(read),
        _ => Err(noted.into_iter().map(|noted| noted.fault).collect()),
    }
}

/// What is wrong with some answers, for a page that asks just these. A field stands for all its parts: `born` for
/// `born.day`, `service` for `service.0.force`. A fault of two fields is found by either.
#[must_use]
pub fn faults_of(answers: &RawAnswers, fields: &[&str], today: Date) -> Vec<AnswerFault> {
    let asked = |name: &str| {
        fields.iter().any(|field| {
            name.strip_prefix(field).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        })
    };
    let (_, noted) = whole(answers, today);
    let noted = noted.into_iter();
    let concerns = noted.filter(|noted| asked(&noted.fault.field) || noted.beside.is_some_and(asked));
    concerns.map(|noted| noted.fault).collect()
}

/// The date of birth, if it can be read.
#[must_use]
pub fn born(answers: &RawAnswers) -> Option<PartialDate> {
    // Which day is today matters for faults only.
    Reading::new(answers, Date::MAX).date("born")
}

/// Every country that the answers name as a nationality or the residence, once each.
#[must_use]
pub fn countries(answers: &RawAnswers) -> Vec<Country> {
    let mut reading = Reading::new(answers, Date::MAX);
    let mut named = reading.nationalities();
    named.extend(reading.country("residence").filter(|home| !named.contains(home)));
    named
}

fn whole(answers: &RawAnswers, today: Date) -> (Option<Read>, Vec<reading::Noted>) {
    let mut reading = Reading::new(answers, today);
    let identity = reading.identity();
    let contact = reading.contact();
    let background = reading.background();
    let disclosures = reading.disclosures();
    let kin = reading.kin();
    let read = identity.zip(background).map(|(identity, background)| Read {
        dossier: Dossier { identity, contact, background, disclosures },
        kin,
    });
    (read, reading.noted)
}
