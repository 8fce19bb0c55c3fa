//! The adjudicators rule on hits; whoever cannot be vetted, or is the person of a list, takes an approver too.

use super::{desk::Desk, place::Place, watch::Likeness};
use crate::{Act, Failure};
use jiff::{SignedDuration, Timestamp};
use muster_case::{
    Permit, Stage,
    decision::{Act as Deed, Countersign, Proposal, Recommend},
    screening::{CompleteScreening, ConfirmHit, DismissHit, Ruling, Strength},
};
use muster_vocab::{Actor, Dice, PersonalText, ReasonCode, Worker};

/// [A] A second signature under a ruling is given the next time the second person comes by, not at once.
const SECOND_AFTER: SignedDuration = SignedDuration::from_hours(12);
/// How long before a signature the signer logged in afresh.
pub(super) const FRESH: SignedDuration = SignedDuration::from_mins(2);

impl Desk<'_> {
    /// The adjudicators' hour, at 10, 14 and 17.
    pub(super) fn adjudication_hour(&mut self, hour: i8, at: Timestamp) -> Result<(), Failure> {
        if !matches!(hour, 10 | 14 | 17) {
            return Ok(());
        }
        for file in self.pile_of(Place::Hits, usize::MAX) {
            self.rule(file, at)?;
        }
        for file in self.pile_of(Place::Adverse, usize::MAX) {
            self.propose_refusal(file, at)?;
        }
        for file in self.pile_of(Place::SecondAdjudicator, usize::MAX) {
            self.clear_strong(file, at)?;
        }
        for file in self.pile_of(Place::SecondEarly, usize::MAX) {
            self.refuse_early(file, at)?;
        }
        Ok(())
    }

    /// One adjudicator rules on every open hit of a case, until a strong one needs a second person.
    fn rule(&mut self, file: usize, at: Timestamp) -> Result<(), Failure> {
        let by = self.cast.adjudicators[file % 2];
        let open: Vec<_> = self.case(file).open_hits().collect();
        let mut acts = vec![self.read(by, &["identity", "vetting"], "decide")?];
        let mut left = open.len();
        let mut cleared = self.case(file).hits.values().all(|hit| hit.ruling != Some(Ruling::TrueMatch));
        for hit in open {
            let strength = self.case(file).hits[&hit].strength;
            let (ruling, why) = match self.likeness(file, hit) {
                Likeness::Same => (Ruling::TrueMatch, "name, birth and papers are those of the entry"),
                Likeness::Open => (
                    Ruling::InconclusiveWithCondition,
                    "the entry says too little; goes on, and is asked about it at interview and reception",
                ),
                Likeness::Other => {
                    (Ruling::FalseMatch, "another person: birth or nationality is not the entry's")
                }
            };
            let rationale = PersonalText(why.into());
            match (ruling, strength) {
                (Ruling::TrueMatch, _) => {
                    cleared = false;
                    // A record of the authorities is counted apart: it is on no watchlist.
                    let listed = self.case(file).hits[&hit].list.list == super::watch::LIST;
                    self.notes.hits.true_match += u32::from(listed);
                    acts.push(Act::new(Permit::ask(by)?, ConfirmHit { hit, rationale }));
                }
                (_, Strength::Strong) => {
                    let act = Deed::ClearHit { hit, ruling };
                    let recommend = Recommend { proposal: self.dice.id(), act, codes: Vec::new(), rationale };
                    acts.push(Act::new(Permit::ask(by)?, recommend));
                    cleared = false;
                    break;
                }
                _ => {
                    match ruling {
                        Ruling::FalseMatch => self.notes.hits.false_match += 1,
                        _ => self.notes.hits.inconclusive += 1,
                    }
                    acts.push(Act::new(Permit::ask(by)?, DismissHit { hit, ruling, rationale }));
                }
            }
            left -= 1;
        }
        let goes_on = left == 0 && cleared && self.case(file).stage == Some(Stage::HitReview);
        self.act(file, acts, at)?;
        if goes_on { self.complete(file, at) } else { Ok(()) }
    }

    /// The screening worker completes what nothing stands in the way of any more.
    fn complete(&mut self, file: usize, at: Timestamp) -> Result<(), Failure> {
        if !self.may_complete(file) || !self.case(file).holds.is_empty() {
            return Ok(());
        }
        let worker = Actor::System { worker: Worker::Screening };
        self.act(file, vec![Act::new(Permit::ask(worker)?, CompleteScreening)], at)
    }

    fn propose_refusal(&mut self, file: usize, at: Timestamp) -> Result<(), Failure> {
        let by = self.cast.adjudicators[file % 2];
        let confirmed = |list: &str| {
            let hits = self.case(file).hits.values();
            hits.filter(|hit| hit.ruling == Some(Ruling::TrueMatch)).any(|hit| hit.list.list == list)
        };
        let (codes, why) = if confirmed(super::watch::RECORDS) {
            let codes = vec![ReasonCode::CriminalHistory, ReasonCode::ScreeningTrueMatch];
            (codes, "a record that was not disclosed, confirmed by the authority")
        } else if confirmed(super::watch::LIST) {
            (vec![ReasonCode::ScreeningTrueMatch], "the person of the entry, by name, birth and papers")
        } else {
            (
                vec![ReasonCode::CannotBeVetted],
                "a check was tried and could not be done; the cause is on record",
            )
        };
        let recommend = Recommend {
            proposal: self.dice.id(),
            act: Deed::RefuseEarly,
            codes,
            rationale: PersonalText(why.into()),
        };
        self.act(file, vec![Act::new(Permit::ask(by)?, recommend)], at)
    }

    fn clear_strong(&mut self, file: usize, at: Timestamp) -> Result<(), Failure> {
        let Some(ripe) = self.ripe(file, at) else { return Ok(()) };
        // Whoever did not sign first.
        let first = ripe.first;
        let by = self.cast.adjudicators.iter().copied().find(|second| second.human() != Some(first));
        let Some(by) = by else { return Ok(()) };
        let ruling = match ripe.act {
            Deed::ClearHit { ruling, .. } => Some(ruling),
            _ => None,
        };
        self.second(file, by, ripe, "seen by a second pair of eyes; the same conclusion", at)?;
        match ruling {
            Some(Ruling::InconclusiveWithCondition) => self.notes.hits.inconclusive += 1,
            _ => self.notes.hits.false_match += 1,
        }
        self.complete(file, at)
    }

    fn refuse_early(&mut self, file: usize, at: Timestamp) -> Result<(), Failure> {
        let Some(ripe) = self.ripe(file, at) else { return Ok(()) };
        let by = self.cast.attaches[file % 2];
        self.second(file, by, ripe, "agreed on what is on record", at)
    }

    fn ripe(&self, file: usize, at: Timestamp) -> Option<Proposal> {
        let open = self.case(file).proposal.clone()?;
        (at >= open.at + SECOND_AFTER).then_some(open)
    }

    /// A second signature, with a fresh login.
    pub(super) fn second(
        &mut self,
        file: usize,
        by: Actor,
        open: Proposal,
        why: &str,
        at: Timestamp,
    ) -> Result<(), Failure> {
        let sign = Countersign {
            proposal: open.id,
            rationale: PersonalText(why.to_owned()),
            step_up_at: at - FRESH,
        };
        let read = self.read(by, &["service", "decision"], "decide")?;
        self.act(file, vec![read, Act::new(Permit::ask(by)?, sign)], at)
    }
}
