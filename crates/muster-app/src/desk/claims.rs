//! Whose hands a case is in: one officer's at most. Looking is free, and others are told of it.

use super::Officer;
use crate::{App, Failure};
use jiff::{SignedDuration, Timestamp};
use muster_store::desk::Claim;
use muster_vocab::{CaseId, HumanId, StaffId};
use std::fmt;

/// A case that nobody was seen at for so long is free again.
const LET_GO: SignedDuration = SignedDuration::from_mins(30);
/// How often it is noted that the holder is still there.
const TOUCH: SignedDuration = SignedDuration::from_mins(1);
/// Whoever was seen at a case within this time has it open.
const OPEN: SignedDuration = SignedDuration::from_mins(2);
/// After so long nobody asks any more who had a case open.
const FORGET: SignedDuration = SignedDuration::from_hours(1);

/// Who has a case, or has it open. `Debug` does not show the name.
#[derive(Clone, PartialEq, Eq)]
pub struct Holder {
    /// The account.
    pub staff: StaffId,
    /// The human behind it; nobody where only the account is known.
    pub human: Option<HumanId>,
    /// The name, unless it was erased.
    pub name: Option<String>,
    /// Since when they have it, or when they were last seen with it open.
    pub since: Timestamp,
}

impl fmt::Debug for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { staff, since, .. } = self;
        f.debug_struct("Holder").field("staff", staff).field("since", since).finish_non_exhaustive()
    }
}

/// What became of asking for a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Claimed {
    /// It is in the hands of whoever asked.
    Yours,
    /// Somebody else has it.
    HeldBy(Holder),
}

impl App {
    /// Puts a case into an officer's hands, unless somebody else has it. Asking again is safe, and notes that the
    /// officer is still there. Whether the case is of one of the officer's missions is not asked here.
    ///
    /// # Errors
    /// If the store fails.
    pub fn claim(&self, officer: &Officer, case: CaseId, at: Timestamp) -> Result<Claimed, Failure> {
        loop {
            let taken = self.store.desk.claim(case, officer.staff, officer.human, at, let_go(at));
            if taken.wait()? {
                return Ok(Claimed::Yours);
            }
            // Whoever had it may have let go just now: then it is asked for again.
            if let Some(holder) = self.held_by(case, at)? {
                return Ok(Claimed::HeldBy(holder));
            }
        }
    }

    /// Lets go of a case; nothing happens to one that is in other hands.
    ///
    /// # Errors
    /// If the store fails.
    pub fn release(&self, officer: &Officer, case: CaseId) -> Result<(), Failure> {
        Ok(self.store.desk.release(case, officer.human).wait()?)
    }

    /// In whose hands a case is. Nobody, once its holder was not seen at it for half an hour.
    ///
    /// # Errors
    /// If the store fails.
    pub fn held_by(&self, case: CaseId, at: Timestamp) -> Result<Option<Holder>, Failure> {
        let claim = self.store.desk.claim_on(case)?.filter(|claim| is_held(claim, at));
        claim.map(|claim| self.holder(claim.staff, Some(claim.human), claim.claimed_at)).transpose()
    }

    /// In whose hands a case is, if not in the officer's own: what an act upon it is refused with.
    ///
    /// # Errors
    /// If the store fails.
    pub fn held_by_another(
        &self,
        officer: &Officer,
        case: CaseId,
        at: Timestamp,
    ) -> Result<Option<Holder>, Failure> {
        Ok(self.held_by(case, at)?.filter(|holder| holder.human != Some(officer.human)))
    }

    /// Everything that is in the officer's hands, the longest held first.
    ///
    /// # Errors
    /// If the store fails.
    pub fn claims_of(&self, officer: &Officer, at: Timestamp) -> Result<Vec<Claim>, Failure> {
        Ok(self.store.desk.claims_of(officer.human, let_go(at))?)
    }

    /// Notes that the officer has a case open; if it is in their hands, that they are still at it.
    ///
    /// # Errors
    /// If the store fails.
    pub fn looks_at(&self, officer: &Officer, case: CaseId, at: Timestamp) -> Result<(), Failure> {
        let desk = &self.store.desk;
        let looked = desk.look(case, officer.staff, at, before(at, FORGET));
        let claim = desk.claim_on(case)?.filter(|claim| is_held(claim, at));
        if claim.is_some_and(|claim| claim.human == officer.human && claim.seen_at <= before(at, TOUCH)) {
            desk.touch_claim(case, officer.human, at).wait()?;
        }
        Ok(looked.wait()?)
    }

    /// Who else has the case open: everybody but the officer who was seen there within the last two minutes.
    ///
    /// # Errors
    /// If the store fails.
    pub fn also_open(&self, officer: &Officer, case: CaseId, at: Timestamp) -> Result<Vec<Holder>, Failure> {
        let others = self.store.desk.lookers(case, before(at, OPEN))?;
        let others = others.into_iter().filter(|other| other.staff != officer.staff);
        others.map(|other| self.holder(other.staff, None, other.seen_at)).collect()
    }

    /// Who holds a claim.
    pub(super) fn holder_of(&self, claim: &Claim) -> Result<Holder, Failure> {
        self.holder(claim.staff, Some(claim.human), claim.claimed_at)
    }

    fn holder(&self, staff: StaffId, human: Option<HumanId>, since: Timestamp) -> Result<Holder, Failure> {
        Ok(Holder { staff, human, name: self.staff_name(staff)?, since })
    }
}

/// A claim that was not touched since then is over.
pub(super) fn let_go(at: Timestamp) -> Timestamp {
    before(at, LET_GO)
}

fn is_held(claim: &Claim, at: Timestamp) -> bool {
    claim.seen_at > let_go(at)
}

fn before(at: Timestamp, span: SignedDuration) -> Timestamp {
    at.checked_sub(span).unwrap_or(Timestamp::MIN)
}
