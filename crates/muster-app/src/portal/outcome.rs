//! What a decision says to the person it is about: which rule, what would change it, what else there is (capability J3),
//! and until when somebody else can be asked to look again (J4).

use super::Visit;
use crate::{App, Failure, Programme};
use jiff::Timestamp;
use muster_case::{
    Case, Permit, Stage,
    decision::{Decision, REVIEW_WITHIN, RequestReview},
    eligibility::Determined,
};
use muster_policy::RuleText;
use muster_vocab::{PersonalText, ReasonCode};
use std::collections::{BTreeMap, BTreeSet};

/// A decision that took effect, as its person is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The edition of the published rules it was made under.
    pub edition: String,
    /// Why, the primary reason first.
    pub because: Vec<Because>,
    /// Until when somebody else can be asked to look again; nothing where that was done or is not to be had.
    pub review_until: Option<Timestamp>,
}

/// One reason of a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Because {
    /// The code.
    pub reason: ReasonCode,
    /// What the published rules say of it, by language; nothing where no published rule stands behind the code.
    texts: BTreeMap<String, RuleText>,
}

impl Because {
    /// Why, what would change it, and another way to help, as the published rules say it.
    #[must_use]
    pub fn text(&self, language: &str) -> Option<&RuleText> {
        self.texts.get(language).or_else(|| self.texts.values().next())
    }
}

impl App {
    /// What the last decision says, if the application stands where it led. Nothing before its last signature
    /// (capability K3): until then the case keeps a proposal, and no decision.
    ///
    /// # Errors
    /// If the store fails.
    pub fn outcome(&self, visit: Visit, at: Timestamp) -> Result<Option<Outcome>, Failure> {
        let own = self.own_case(visit)?;
        let case = match own.merged_into {
            Some(into) => self.load(into)?,
            None => own,
        };
        let Some(decision) = case.decisions.last().filter(|decision| Some(decision.stage) == case.stage)
        else {
            return Ok(None);
        };
        if !tells_why(decision.stage) {
            return Ok(None);
        }
        let fired = case.determination.as_ref();
        let because = self.programme.because(&decision.codes, &decision.edition.id, fired);
        let review_until = review_until(&case, decision).filter(|until| at <= *until);
        Ok(Some(Outcome { edition: decision.edition.id.clone(), because, review_until }))
    }

    /// Asks for somebody else to look at the last decision again, on grounds in the person's own words or on none.
    ///
    /// # Errors
    /// [`Failure::Refused`] if it is too late, was done before, or the person has another application open.
    pub fn ask_review(&self, visit: Visit, grounds: &str, at: Timestamp) -> Result<(), Failure> {
        let active = self.store.views.active_case(visit.person)?;
        let active_elsewhere = active.filter(|case| *case != visit.case);
        let ask = RequestReview { grounds: PersonalText(grounds.trim().to_owned()), active_elsewhere };
        self.carry_out(Permit::ask(visit.actor())?, visit.case, ask, at)?;
        Ok(())
    }
}

impl Programme {
    /// What codes say to a person under an edition: by the rules that were found to hold, else by the edition's first
    /// rule of the code. For a preview of a decision too.
    #[must_use]
    pub fn because(&self, codes: &[ReasonCode], edition: &str, found: Option<&Determined>) -> Vec<Because> {
        let mut told = BTreeSet::new();
        let codes = codes.iter().filter(|code| told.insert(**code));
        codes.map(|code| Because { reason: *code, texts: self.texts_of(*code, edition, found) }).collect()
    }

    fn texts_of(
        &self,
        code: ReasonCode,
        edition: &str,
        found: Option<&Determined>,
    ) -> BTreeMap<String, RuleText> {
        let found = found.filter(|found| found.edition.id == edition);
        let fired = found.and_then(|found| found.fired().find(|finding| finding.code == code));
        let first = || {
            let edition = self.policy().edition(edition)?;
            edition.rules().iter().find(|rule| rule.reason == code).map(|rule| rule.id.as_str())
        };
        let Some(rule) = fired.map(|finding| finding.rule.as_str()).or_else(first) else {
            return BTreeMap::new();
        };
        let text = |language: &String| Some((language.clone(), self.policy().text(language, rule)?.clone()));
        self.languages.iter().filter_map(text).collect()
    }
}

/// Whether a decision that led to this stage says why.
const fn tells_why(stage: Stage) -> bool {
    matches!(
        stage,
        Stage::RefusedEarly
            | Stage::Refused
            | Stage::Deferred
            | Stage::Referred
            | Stage::Revoked
            | Stage::TurnedBack
    )
}

fn review_until(case: &Case, decision: &Decision) -> Option<Timestamp> {
    let may =
        matches!(decision.stage, Stage::RefusedEarly | Stage::Refused | Stage::Revoked | Stage::TurnedBack);
    let was_reviewed = case.reviewed.contains(&(case.decisions.len() - 1));
    (may && !was_reviewed).then(|| decision.at.checked_add(REVIEW_WITHIN).ok()).flatten()
}
