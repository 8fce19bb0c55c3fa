//! An officer records a check that no machine made.

use crate::{
    Act, App, Failure,
    desk::{Holder, Officer},
};
use jiff::Timestamp;
use muster_case::screening::{CheckOutcome, ListRef, RaiseHit, RecordCheck, Strength};
use muster_vocab::{CaseId, CommandId, Dice, Digest, PersonalText};

/// What an officer found by looking.
#[derive(Debug, Clone)]
pub struct ByHand {
    /// The case.
    pub case: CaseId,
    /// The check, as a word of the programme.
    pub check: String,
    /// What it came to; with a hit it is [`CheckOutcome::Hits`] whatever stands here.
    pub outcome: CheckOutcome,
    /// Where was looked: a list, a register, an authority, with its edition or day.
    pub source: ListRef,
    /// The entry that may be this person.
    pub hit: Option<HandHit>,
    /// On what grounds.
    pub reason: PersonalText,
    /// The officer's name for this command: sent twice, it is done once.
    pub once: CommandId,
}

/// An entry that an officer found.
#[derive(Clone)]
pub struct HandHit {
    /// What the source says, word for word: the ruling will be bound to it.
    pub says: String,
    /// How much speaks for it.
    pub strength: Strength,
}

impl std::fmt::Debug for HandHit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("HandHit").field("strength", &self.strength).finish_non_exhaustive()
    }
}

/// What became of recording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recorded {
    /// It is recorded.
    Done,
    /// Nothing was done: the case is in somebody else's hands.
    HeldBy(Holder),
}

impl App {
    /// Records what a check came to that a person made, with the hit it found, all or nothing.
    ///
    /// # Errors
    /// [`Failure::Refused`] as the domain says; [`Failure::Store`] if the store fails.
    pub fn record_by_hand(
        &self,
        officer: &Officer,
        by_hand: ByHand,
        dice: &mut impl Dice,
        at: Timestamp,
    ) -> Result<Recorded, Failure> {
        let ByHand { case, check, outcome, source, hit, reason, once } = by_hand;
        if let Some(holder) = self.held_by_another(officer, case, at)? {
            return Ok(Recorded::HeldBy(holder));
        }
        let outcome = if hit.is_some() { CheckOutcome::Hits } else { outcome };
        let record = RecordCheck { check, outcome, lists: vec![source.clone()], reason: reason.clone() };
        let mut acts = vec![Act::new(officer.permit()?, record)];
        if let Some(HandHit { says, strength }) = hit {
            let raise = RaiseHit {
                hit: dice.id(),
                list: source,
                entry: Digest::of(says.trim().as_bytes()),
                strength,
                scored: None,
                evidence: PersonalText(format!("{}\n{}", says.trim(), reason.0.trim())),
            };
            acts.push(Act::new(officer.permit()?, raise));
        }
        self.begin_once(case, acts, at, Some(once))?.wait()?;
        Ok(Recorded::Done)
    }
}
