//! One look: a subject against the lists in force, and what then is done about the case.

use super::in_words;
use crate::{Act, Failure, lists::Active};
use muster_case::{
    Case, Hold, Permit,
    holds::PlaceHold,
    screening::{
        CheckOutcome, HitState, LeaveCheck, ListRef, RaiseHit, RecordCheck, Ruling, Scored, Strength,
        WATCHLIST_CHECK,
    },
};
use muster_vocab::{Actor, CaseId, Digest, HitId, PersonalText};
use muster_watchlist::{ENGINE, Hit, NotComparable, Screening, Subject, Verdict};

/// What a look found. It is personal: the evidence holds what the applicant told.
pub struct Found {
    /// The editions that were asked.
    pub lists: Vec<ListRef>,
    /// The hits, the strongest first.
    pub hits: Vec<Hit>,
    /// The names that no machine can compare.
    pub not_comparable: Vec<NotComparable>,
}

/// Puts a subject against the lists in force.
#[must_use]
pub fn look(active: &Active, subject: &Subject) -> Found {
    let Screening { hits, not_comparable } = active.snapshot.screen(subject);
    Found { lists: active.lists(), hits, not_comparable }
}

impl Found {
    /// The hits of one list only, on entries that `wanted` holds.
    #[must_use]
    pub fn only(mut self, list: &str, wanted: &dyn Fn(&Digest) -> bool) -> Self {
        self.hits.retain(|hit| hit.list == list && wanted(&hit.entry_digest));
        self
    }

    /// A hit for each entry, as the worker raises it.
    ///
    /// # Errors
    /// If the actor may not raise hits.
    pub fn hits(&self, by: Actor, id: CaseId, case: &Case) -> Result<Vec<Act>, Failure> {
        let permit = Permit::<RaiseHit>::ask(by)?;
        Ok(self.hits.iter().map(|hit| Act::new(permit, raise(id, case, hit))).collect())
    }

    /// The hits, and the outcome of the check: clear, or hits; or it is left to a person, if a name cannot be compared.
    /// What a person recorded is not recorded over.
    ///
    /// # Errors
    /// If the actor may not.
    pub fn acts(&self, by: Actor, id: CaseId, case: &Case) -> Result<Vec<Act>, Failure> {
        let mut acts = self.hits(by, id, case)?;
        let (check, lists) = (WATCHLIST_CHECK.to_owned(), self.lists.clone());
        if !self.not_comparable.is_empty() {
            let cause = PersonalText(self.cause());
            acts.push(Act::new(Permit::ask(by)?, LeaveCheck { check, lists, cause }));
            return Ok(acts);
        }
        let recorded = case.checks.get(WATCHLIST_CHECK).and_then(Option::as_ref);
        if recorded.is_none_or(|outcome| matches!(outcome, CheckOutcome::Clear | CheckOutcome::Hits)) {
            let outcome = if self.hits.is_empty() { CheckOutcome::Clear } else { CheckOutcome::Hits };
            let reason = PersonalText(self.reason());
            acts.push(Act::new(Permit::ask(by)?, RecordCheck { check, outcome, lists, reason }));
        }
        Ok(acts)
    }

    /// Of somebody who was screened before: a security hold, if a name that no machine can compare became known.
    ///
    /// # Errors
    /// If the actor may not.
    pub(super) fn held(&self, by: Actor, case: &Case) -> Result<Option<Act>, Failure> {
        if self.not_comparable.is_empty() || case.left.contains(WATCHLIST_CHECK) {
            return Ok(None);
        }
        let cause = PersonalText(self.cause()).into();
        Ok(Some(Act::new(Permit::ask(by)?, PlaceHold { hold: Hold::Security, cause })))
    }

    fn cause(&self) -> String {
        let names =
            self.not_comparable.iter().map(|name| format!("a name in {} script: {}", name.script, name.why));
        format!(
            "No machine can compare {}. A person looks it up in {}.",
            names.collect::<Vec<_>>().join("; "),
            self.asked()
        )
    }

    fn reason(&self) -> String {
        match self.hits.len() {
            0 => format!("No entry comes near in {}. Engine: {ENGINE}.", self.asked()),
            1 => format!("One entry may be this person, in {}. Engine: {ENGINE}.", self.asked()),
            hits => format!("{hits} entries may be this person, in {}. Engine: {ENGINE}.", self.asked()),
        }
    }

    fn asked(&self) -> String {
        let lists = self.lists.iter().map(|list| format!("{} {}", list.list, list.edition));
        lists.collect::<Vec<_>>().join(", ")
    }
}

impl Found {
    /// The identifier under which a hit is raised.
    #[must_use]
    pub fn id_of(&self, case: CaseId, hit: &Hit) -> HitId {
        hit_id(case, hit, strength_of(hit))
    }
}

fn raise(id: CaseId, case: &Case, hit: &Hit) -> RaiseHit {
    let strength = strength_of(hit);
    let list = ListRef { list: hit.list.clone(), edition: hit.dated.clone() };
    let mut evidence = in_words(hit);
    if let Some(before) = case.hits.values().find(|known| is_older_content(known, hit)) {
        evidence.push_str("\nThe entry said something else in edition ");
        evidence.push_str(&before.list.edition);
        evidence.push_str(match before.ruling {
            Some(Ruling::FalseMatch) => ", and was ruled to be another person then.",
            Some(Ruling::TrueMatch) => ", and was ruled to be the same person then.",
            Some(Ruling::InconclusiveWithCondition) => ", and was let go on under a condition then.",
            None => ", which was not ruled on.",
        });
    }
    let scored =
        Scored { entry: hit.entry.clone(), millibits: hit.comparison.score.0, engine: ENGINE.to_owned() };
    RaiseHit {
        hit: hit_id(id, hit, strength),
        list,
        entry: hit.entry_digest,
        strength,
        scored: Some(scored),
        evidence: PersonalText(evidence),
    }
}

fn is_older_content(known: &HitState, hit: &Hit) -> bool {
    known.list.list == hit.list
        && known.entry != hit.entry_digest
        && known.scored.as_ref().is_some_and(|scored| scored.entry == hit.entry)
}

const fn strength_of(hit: &Hit) -> Strength {
    match hit.comparison.verdict {
        Verdict::Strong => Strength::Strong,
        _ => Strength::Ordinary,
    }
}

/// The same entry against the same case is the same hit, however often a worker runs.
fn hit_id(case: CaseId, hit: &Hit, strength: Strength) -> HitId {
    let strong = [u8::from(strength == Strength::Strong)];
    let parts = [case.bytes().as_slice(), hit.list.as_bytes(), &hit.entry_digest.0, &strong];
    let mut id = [0; 16];
    id.copy_from_slice(&Digest::of(&parts.concat()).0[..16]);
    HitId::from_bytes(id)
}
