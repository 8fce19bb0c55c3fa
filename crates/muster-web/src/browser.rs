//! What an anonymous visitor's browser carries: the answers of the pre-check, and what was read since. Sealed, and
//! nowhere else: closing the browser forgets it.

use crate::{Web, cookie, sealing::Sealing};
use axum::http::{HeaderMap, HeaderValue};
use muster_case::intake::RawAnswers;
use muster_vocab::Country;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

const PURPOSE: &str = "pre-check";
const HOURS: i64 = 24;

/// What was answered and read before there is a case.
#[derive(Default, Serialize, Deserialize)]
pub(crate) struct BeforeCase {
    /// At which mission.
    pub(crate) mission: String,
    /// The answers, as typed.
    pub(crate) answers: RawAnswers,
    /// The edition of the notices that was read and understood.
    pub(crate) edition: String,
    /// For which countries.
    pub(crate) countries: BTreeSet<Country>,
    /// The risks were read.
    pub(crate) risks: bool,
}

impl BeforeCase {
    /// What the browser carries for this mission; nothing yet if it carries none.
    pub(crate) fn read(web: &Web, headers: &HeaderMap, mission: &str) -> Self {
        let sealed = cookie::read(web, headers, cookie::PRE_CHECK);
        let opened: Option<Self> = sealed.and_then(|sealed| web.sealing.open(PURPOSE, sealed, web.now()));
        let fresh = || Self { mission: mission.to_owned(), ..Self::default() };
        opened.filter(|known| known.mission == mission).unwrap_or_else(fresh)
    }

    /// The cookie that keeps it.
    pub(crate) fn cookie(&self, web: &Web) -> Option<HeaderValue> {
        let sealed = web.sealing.seal(PURPOSE, self, Sealing::after(web.now(), HOURS))?;
        cookie::set(web, cookie::PRE_CHECK, &sealed)
    }

    /// The cookie that forgets it.
    pub(crate) fn forget(web: &Web) -> Option<HeaderValue> {
        cookie::set(web, cookie::PRE_CHECK, "")
    }

    /// Whether everything was read that stands before a case.
    pub(crate) fn has_read(&self, edition: &str, concerned: &BTreeSet<Country>) -> bool {
        self.risks && self.edition == edition && concerned.is_subset(&self.countries)
    }

    /// The countries whose notice concerns the visitor: every nationality and the residence.
    pub(crate) fn concerned(&self) -> BTreeSet<Country> {
        concerned(&self.answers)
    }
}

/// The countries whose notice concerns somebody with these answers.
pub(crate) fn concerned(answers: &RawAnswers) -> BTreeSet<Country> {
    let named = |name: &String| name.starts_with("nationalities.") || name == "residence";
    answers.0.iter().filter(|(name, _)| named(name)).filter_map(|(_, value)| value.parse().ok()).collect()
}
