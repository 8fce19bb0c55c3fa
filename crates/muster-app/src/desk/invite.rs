//! The way in for somebody who has no key yet: a link that works once, for three days.

use crate::{App, Failure, portal::code};
use jiff::{SignedDuration, Timestamp};
use muster_case::{
    Permit,
    office::{InviteStaff, SuspendStaff},
};
use muster_vocab::{Digest, StaffId};
use std::fmt;

use super::DeskToken;

/// How long an invitation works.
const LASTS: SignedDuration = SignedDuration::from_hours(72);

/// A link that lets an account's officer in, once. `Debug` does not show it.
#[derive(Clone, PartialEq, Eq)]
pub struct Invitation {
    /// The token in its address: `/{language}/desk/enter/{token}`.
    pub token: String,
    /// Until when it works.
    pub until: Timestamp,
}

impl Invitation {
    /// The path of the link, in a language.
    #[must_use]
    pub fn path(&self, language: &str) -> String {
        format!("/{language}/desk/enter/{}", self.token)
    }
}

impl fmt::Debug for Invitation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Invitation").field("until", &self.until).finish_non_exhaustive()
    }
}

impl App {
    /// Invites the officer of an account. An older invitation works no more. That one was made is in the log.
    ///
    /// # Errors
    /// As [`App::carry_out`]; refused if there is no such account or it is suspended.
    pub fn invite_staff(
        &self,
        permit: Permit<InviteStaff>,
        staff: StaffId,
        at: Timestamp,
    ) -> Result<Invitation, Failure> {
        self.carry_out_office(permit, InviteStaff { staff }, at)?;
        let (token, until) = (code::token(), at.checked_add(LASTS).unwrap_or(Timestamp::MAX));
        self.store.desk.invite(staff, hash(&token), until).wait()?;
        Ok(Invitation { token, until })
    }

    /// Whether an invitation still works. Changes nothing.
    ///
    /// # Errors
    /// If the store fails.
    pub fn is_invited(&self, token: &str, at: Timestamp) -> Result<bool, Failure> {
        Ok(self.store.desk.invited(hash(token), at)?.is_some())
    }

    /// Lets somebody in by an invitation, once, so that they can give themselves a key. Nothing if it does not work.
    /// Keys and sessions that the account had are over: whoever lost a key is safe from its finder, and nobody comes in
    /// by a link beside an officer without the officer noticing.
    ///
    /// # Errors
    /// If the store fails.
    pub fn enter(&self, token: &str, at: Timestamp) -> Result<Option<DeskToken>, Failure> {
        let Some(staff) = self.store.desk.take_invitation(hash(token), at).wait()? else { return Ok(None) };
        self.store.desk.drop_keys_of(staff).wait()?;
        self.close_desks_of(staff)?;
        match self.open_desk(staff, at) {
            Ok(opened) => {
                // It is as good as a key this once: what comes next is to add one.
                self.step_up(opened.as_str(), at)?;
                Ok(Some(opened))
            }
            Err(Failure::Refused(_)) => Ok(None),
            Err(failure) => Err(failure),
        }
    }

    /// Suspends an account: its sessions and its invitation end at once.
    ///
    /// # Errors
    /// As [`App::carry_out`].
    pub fn suspend_staff(
        &self,
        permit: Permit<SuspendStaff>,
        staff: StaffId,
        at: Timestamp,
    ) -> Result<(), Failure> {
        self.carry_out_office(permit, SuspendStaff { staff }, at)?;
        self.store.desk.uninvite(staff).wait()?;
        self.close_desks_of(staff)
    }
}

fn hash(token: &str) -> Digest {
    Digest::of(token.as_bytes())
}
