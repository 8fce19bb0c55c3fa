//! The applicant acknowledges the legal notice of each country concerned.

use crate::{Case, Decided, Missing, Refusal, command::Decide, event::Apply, permit::action};
use muster_vocab::{Country, Moment, Sealed, Section, Sensitive};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeSet, fmt};

/// The countries whose notice was read. Nationalities: sealed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct NoticeCountries(pub BTreeSet<Country>);

impl Sensitive for NoticeCountries {
    const SECTION: Section = Section::Identity;
}

impl fmt::Debug for NoticeCountries {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("sealed")
    }
}

/// Records that the notice of an edition was read and understood for some countries.
#[derive(Debug, Clone)]
pub struct AcknowledgeNotice {
    /// The edition of the notices.
    pub edition: String,
    /// For which countries.
    pub countries: Sealed<NoticeCountries>,
    /// Whether the comprehension question was answered rightly (capability B3).
    pub understood: bool,
}

action! { AcknowledgeNotice "acknowledge_notice" Applicant Clerk; }

/// A notice was acknowledged. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NoticeAcknowledged {
    /// The edition of the notices.
    pub edition: String,
    /// For which countries.
    pub countries: Sealed<NoticeCountries>,
}

impl Decide for AcknowledgeNotice {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        case.must_be_open("acknowledge_notice")?;
        if !self.understood || self.edition.is_empty() {
            return Err(Refusal::Needs(Missing::Notice));
        }
        Ok(vec![NoticeAcknowledged { edition: self.edition, countries: self.countries }.into()])
    }
}

impl Apply for NoticeAcknowledged {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        case.notice = Some(self.clone());
        case.touched_at = Some(moment.at);
    }
}
