//! Sessions of officers: 12 hours at most, 30 minutes without a visit, five minutes for what takes a fresh key.

use crate::{App, Failure, portal::code};
use jiff::{SignedDuration, Timestamp};
use muster_case::{Action, Permit, Refusal};
use muster_vocab::{Actor, Digest, HumanId, MissionCode, Role, StaffId};
use std::{collections::BTreeSet, fmt};

/// How long a session lasts at most.
const LASTS: SignedDuration = SignedDuration::from_hours(12);
/// How long it lasts without a visit.
const IDLE: SignedDuration = SignedDuration::from_mins(30);
/// How often a visit is noted.
const TOUCH: SignedDuration = SignedDuration::from_mins(1);
/// How long a key that was shown again is good for signatures.
const STEP_UP: SignedDuration = SignedDuration::from_mins(5);

/// The token a browser keeps: 256 random bits. `Debug` does not show it.
#[derive(Clone, PartialEq, Eq)]
pub struct DeskToken(String);

impl DeskToken {
    /// As the cookie holds it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for DeskToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DeskToken")
    }
}

/// Somebody of the staff who is signed in, as the account stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Officer {
    /// The account.
    pub staff: StaffId,
    /// The human behind it.
    pub human: HumanId,
    /// The roles it may act in.
    pub roles: BTreeSet<Role>,
    /// The missions whose cases it may see; none named stands for all.
    pub missions: BTreeSet<MissionCode>,
    /// Whether a key was shown again within the last five minutes.
    pub stepped_up: bool,
}

impl Officer {
    /// The officer in one of the account's roles.
    #[must_use]
    pub const fn acting_as(&self, role: Role) -> Actor {
        Actor::Staff { staff: self.staff, human: self.human, role }
    }

    /// A permit under the first of the account's roles that may have it.
    ///
    /// # Errors
    /// [`Refusal::RoleMayNot`] if none of its roles may.
    pub fn permit<A: Action>(&self) -> Result<Permit<A>, Refusal> {
        self.permit_among(A::ROLES)
    }

    /// A permit under the first of the account's roles that is among `may`: for an act that fewer may do than give the
    /// command, such as the second signature under a refusal.
    ///
    /// # Errors
    /// [`Refusal::RoleMayNot`] if none of its roles is.
    pub fn permit_among<A: Action>(&self, may: &[Role]) -> Result<Permit<A>, Refusal> {
        let fits = |role: &&Role| may.contains(role) && A::ROLES.contains(role);
        let role = self.roles.iter().find(fits).ok_or_else(|| {
            let role = self.roles.first().copied().unwrap_or(Role::Applicant);
            Refusal::RoleMayNot { action: A::NAME, role, may: A::ROLES }
        })?;
        Permit::ask(self.acting_as(*role))
    }

    /// Whether cases of this mission are theirs to see.
    #[must_use]
    pub fn sees(&self, mission: &str) -> bool {
        self.missions.is_empty() || self.missions.iter().any(|known| known.as_str() == mission)
    }

    /// Whether the account has one of these roles.
    #[must_use]
    pub fn is_one_of(&self, roles: &[Role]) -> bool {
        roles.iter().any(|role| self.roles.contains(role))
    }
}

impl App {
    /// Opens a session for an account that has shown who it is.
    ///
    /// # Errors
    /// [`Failure::Refused`] if there is no such account or it is suspended; [`Failure::Store`] if the store fails.
    pub fn open_desk(&self, staff: StaffId, at: Timestamp) -> Result<DeskToken, Failure> {
        let account = self.store.views.staff_account(staff)?;
        if account.is_none_or(|account| account.suspended) {
            return Err(Refusal::Unknown { what: "staff account" }.into());
        }
        let token = DeskToken(code::token());
        self.store.desk.open_session(hash(token.as_str()), staff, at, before(at, LASTS)).wait()?;
        Ok(token)
    }

    /// Who is at the desk; nobody if the session is over, never was, or its account is suspended.
    ///
    /// # Errors
    /// If the store fails.
    pub fn officer(&self, token: &str, at: Timestamp) -> Result<Option<Officer>, Failure> {
        let desk = &self.store.desk;
        let Some(session) = desk.session(hash(token))? else { return Ok(None) };
        if session.opened_at <= before(at, LASTS) || session.seen_at <= before(at, IDLE) {
            return Ok(None);
        }
        let account = self.store.views.staff_account(session.staff)?;
        let Some(account) = account.filter(|account| !account.suspended) else { return Ok(None) };
        if session.seen_at <= before(at, TOUCH) {
            desk.touch_session(hash(token), at).wait()?;
        }
        let stepped_up = session.stepped_up_at.is_some_and(|shown| shown > before(at, STEP_UP));
        let (human, roles, missions) = (account.human, account.roles, account.missions);
        Ok(Some(Officer { staff: session.staff, human, roles, missions, stepped_up }))
    }

    /// Whose session it is or was, while it is remembered: for what was typed as it ended.
    ///
    /// # Errors
    /// If the store fails.
    pub fn whose_desk(&self, token: &str) -> Result<Option<StaffId>, Failure> {
        Ok(self.store.desk.session(hash(token))?.map(|session| session.staff))
    }

    /// Notes that the officer of a session has shown a key again.
    ///
    /// # Errors
    /// If the store fails.
    pub fn step_up(&self, token: &str, at: Timestamp) -> Result<(), Failure> {
        Ok(self.store.desk.step_up_session(hash(token), at).wait()?)
    }

    /// As [`App::step_up`], and gives the session a new token: whoever had got hold of the old one cannot sign with it.
    /// Nothing if the session is over.
    ///
    /// # Errors
    /// If the store fails.
    pub fn renew_stepped_up(&self, token: &str, at: Timestamp) -> Result<Option<DeskToken>, Failure> {
        let new = DeskToken(code::token());
        let renewed = self.store.desk.renew_session(hash(token), hash(new.as_str()), at).wait()?;
        Ok(renewed.then_some(new))
    }

    /// Ends a session. Ending it twice is safe.
    ///
    /// # Errors
    /// If the store fails.
    pub fn close_desk(&self, token: &str) -> Result<(), Failure> {
        Ok(self.store.desk.close_session(hash(token)).wait()?)
    }

    /// Ends every session of an account.
    ///
    /// # Errors
    /// If the store fails.
    pub fn close_desks_of(&self, staff: StaffId) -> Result<(), Failure> {
        Ok(self.store.desk.close_sessions_of(staff).wait()?)
    }
}

fn hash(token: &str) -> Digest {
    Digest::of(token.as_bytes())
}

fn before(at: Timestamp, span: SignedDuration) -> Timestamp {
    at.checked_sub(span).unwrap_or(Timestamp::MIN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use muster_case::decision::Countersign;

    fn officer(roles: &[Role]) -> Officer {
        let (roles, missions) = (roles.iter().copied().collect(), BTreeSet::new());
        Officer { staff: StaffId::from(1), human: HumanId::from(2), roles, missions, stepped_up: false }
    }

    #[test]
    fn a_permit_is_asked_under_a_role_that_may_and_under_no_other() {
        let two = officer(&[Role::Clerk, Role::Attache]);
        assert_eq!(two.permit::<Countersign>().unwrap().actor().role(), Role::Attache);
        // Adjudicators countersign some acts; those that are the approver's are not among them.
        let adjudicator = officer(&[Role::Adjudicator]);
        assert!(adjudicator.permit::<Countersign>().is_ok());
        assert!(adjudicator.permit_among::<Countersign>(&[Role::Attache]).is_err());
        assert!(officer(&[]).permit::<Countersign>().is_err());
    }
}
