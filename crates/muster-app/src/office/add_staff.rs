//! Adding a member of staff.

use crate::{App, Failure};
use jiff::Timestamp;
use muster_case::{
    Permit,
    office::{AddStaff, StaffName},
};
use muster_vocab::{Dice, HumanId, MissionCode, Role, StaffId};
use std::collections::BTreeSet;

/// A new account.
#[derive(Debug, Clone)]
pub struct NewStaff {
    /// The name, sealed under the human's own key.
    pub name: String,
    /// The roles it may act in.
    pub roles: BTreeSet<Role>,
    /// The missions whose cases it may see; none named stands for all.
    pub missions: BTreeSet<MissionCode>,
    /// The human, if one account of theirs is there already: signatures are compared by human.
    pub human: Option<HumanId>,
}

impl App {
    /// Adds an account and gives its identifiers.
    ///
    /// # Errors
    /// As [`App::carry_out`].
    pub fn add_staff(
        &self,
        permit: Permit<AddStaff>,
        new: NewStaff,
        dice: &mut impl Dice,
        at: Timestamp,
    ) -> Result<(StaffId, HumanId), Failure> {
        let NewStaff { name, roles, missions, human } = new;
        let (staff, human) = (dice.id(), human.unwrap_or_else(|| dice.id()));
        self.carry_out_office(permit, AddStaff { staff, human, roles, missions, name: StaffName(name) }, at)?;
        Ok((staff, human))
    }
}
