//! Staff accounts: added, invited, suspended.

use super::{Office, OfficeEvent, StaffAccount};
use crate::{Missing, Refusal, permit::action};
use muster_vocab::{HumanId, MissionCode, Moment, Role, Sealed, Section, Sensitive, StaffId};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeSet, fmt};

/// A member of staff's name. `Debug` does not show it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StaffName(pub String);

impl Sensitive for StaffName {
    const SECTION: Section = Section::Staff;
}

impl fmt::Debug for StaffName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("sealed")
    }
}

/// Adds an account.
#[derive(Debug, Clone)]
pub struct AddStaff {
    /// The account.
    pub staff: StaffId,
    /// The human behind it: the same for every account of one human.
    pub human: HumanId,
    /// The roles it may act in.
    pub roles: BTreeSet<Role>,
    /// The missions whose cases it may see; none named stands for all.
    pub missions: BTreeSet<MissionCode>,
    /// The name.
    pub name: StaffName,
}

/// Gives whoever an account is for a way in. Whoever comes by it is taken for them: that it was given must be provable.
#[derive(Debug, Clone)]
pub struct InviteStaff {
    /// Which account.
    pub staff: StaffId,
}

/// Suspends an account, effective at once.
#[derive(Debug, Clone)]
pub struct SuspendStaff {
    /// Which account.
    pub staff: StaffId,
}

action! {
    AddStaff "add_staff" Administrator;
    InviteStaff "invite_staff" Administrator;
    SuspendStaff "suspend_staff" Administrator;
}

/// An account was added. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StaffAdded {
    /// The account.
    pub staff: StaffId,
    /// The human behind it.
    pub human: HumanId,
    /// The roles.
    pub roles: BTreeSet<Role>,
    /// The missions whose cases it may see; none named stands for all.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub missions: BTreeSet<MissionCode>,
    /// The name.
    pub name: Sealed<StaffName>,
}

/// A way in to an account was given. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StaffInvited {
    /// Which account.
    pub staff: StaffId,
}

/// An account was suspended. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StaffSuspended {
    /// Which account.
    pub staff: StaffId,
}

impl AddStaff {
    pub(super) fn decide(self, office: &Office, _: &Moment) -> Result<Vec<OfficeEvent>, Refusal> {
        if self.name.0.trim().is_empty() || self.roles.is_empty() {
            return Err(Refusal::Needs(Missing::Ground));
        }
        // Workers and applicants are no accounts.
        if self.roles.iter().any(|role| matches!(role, Role::Applicant | Role::System)) {
            return Err(Refusal::Unknown { what: "staff role" });
        }
        if self.missions.iter().any(|mission| !office.missions.contains_key(mission)) {
            return Err(Refusal::Unknown { what: "mission" });
        }
        if office.staff.contains_key(&self.staff) {
            return Ok(vec![]);
        }
        let Self { staff, human, roles, missions, name } = self;
        Ok(vec![StaffAdded { staff, human, roles, missions, name: name.into() }.into()])
    }
}

impl InviteStaff {
    pub(super) fn decide(self, office: &Office, _: &Moment) -> Result<Vec<OfficeEvent>, Refusal> {
        let account = office.staff.get(&self.staff).filter(|account| !account.suspended);
        account.ok_or(Refusal::Unknown { what: "staff account" })?;
        Ok(vec![StaffInvited { staff: self.staff }.into()])
    }
}

impl SuspendStaff {
    pub(super) fn decide(self, office: &Office, _: &Moment) -> Result<Vec<OfficeEvent>, Refusal> {
        match office.staff.get(&self.staff) {
            None => Err(Refusal::Unknown { what: "staff account" }),
            Some(account) if account.suspended => Ok(vec![]),
            Some(_) => Ok(vec![StaffSuspended { staff: self.staff }.into()]),
        }
    }
}

impl StaffAdded {
    pub(super) fn apply(&self, office: &mut Office, _: &Moment) {
        let (roles, missions) = (self.roles.clone(), self.missions.clone());
        let account = StaffAccount { human: self.human, roles, missions, suspended: false };
        office.staff.insert(self.staff, account);
    }
}

impl StaffInvited {
    /// The account stays as it is.
    #[expect(clippy::unused_self, reason = "every event is applied alike")]
    pub(super) const fn apply(&self, _: &mut Office, _: &Moment) {}
}

impl StaffSuspended {
    pub(super) fn apply(&self, office: &mut Office, _: &Moment) {
        if let Some(account) = office.staff.get_mut(&self.staff) {
            account.suspended = true;
        }
    }
}
