//! Tokens by which a program acts for an account: shown once, good until a day, never good for a signature.

use super::Officer;
use crate::{App, Failure, portal::code};
use jiff::{SignedDuration, Timestamp};
use muster_case::{Action, Permit, Refusal};
use muster_vocab::{Actor, Digest, Role, StaffId};

pub use muster_store::desk::ApiToken;

/// Issues a token: for one's own account, or by an administrator for another.
#[derive(Debug, Clone, Copy)]
pub struct IssueApiToken;

impl Action for IssueApiToken {
    const NAME: &'static str = "issue_api_token";
    const ROLES: &'static [Role] = &Role::STAFF;
}

/// A token that is asked for.
#[derive(Debug, Clone)]
pub struct NewApiToken {
    /// For which account.
    pub staff: StaffId,
    /// What it is for, in words.
    pub label: String,
    /// For how many days.
    pub days: u32,
}

/// How long a token is good at most, in days.
const DAYS_MAX: u32 = 365;
/// How often a use is noted.
const TOUCH: SignedDuration = SignedDuration::from_mins(1);
/// What every token begins with, so that one that leaked is found by whoever looks for it.
const PREFIX: &str = "muster_";

impl App {
    /// Issues a token and gives it, this once, with the moment at which it ends.
    ///
    /// # Errors
    /// [`Failure::Refused`] for somebody else's account unless by an administrator, or if the account is not there or
    /// suspended; [`Failure::Input`] for a label or a number of days that cannot be.
    pub fn issue_api_token(
        &self,
        permit: Permit<IssueApiToken>,
        new: NewApiToken,
        at: Timestamp,
    ) -> Result<(String, Timestamp), Failure> {
        own_or_administrator(permit, new.staff)?;
        let label = new.label.trim();
        if label.is_empty() || label.chars().count() > 80 {
            return Err(Failure::Input("say what the token is for, in 80 letters at most".into()));
        }
        if !(1..=DAYS_MAX).contains(&new.days) {
            return Err(Failure::Input(format!("a token is good for 1 to {DAYS_MAX} days")));
        }
        let account = self.store.views.staff_account(new.staff)?;
        if account.is_none_or(|account| account.suspended) {
            return Err(Refusal::Unknown { what: "staff account" }.into());
        }
        let token = format!("{PREFIX}{}", code::token());
        let until_at =
            at.checked_add(SignedDuration::from_hours(24 * i64::from(new.days))).unwrap_or(Timestamp::MAX);
        let kept = ApiToken {
            token: Digest::of(token.as_bytes()),
            staff: new.staff,
            label: label.to_owned(),
            made_at: at,
            until_at,
            used_at: None,
        };
        self.store.desk.add_api_token(kept).wait()?;
        Ok((token, until_at))
    }

    /// For whom a token speaks; nobody if it is over, was never issued, or its account is suspended. Never stepped up.
    ///
    /// # Errors
    /// If the store fails.
    pub fn token_officer(&self, token: &str, at: Timestamp) -> Result<Option<Officer>, Failure> {
        let desk = &self.store.desk;
        let hash = Digest::of(token.as_bytes());
        let Some(known) = desk.api_token(hash)?.filter(|known| known.until_at > at) else { return Ok(None) };
        let account = self.store.views.staff_account(known.staff)?;
        let Some(account) = account.filter(|account| !account.suspended) else { return Ok(None) };
        let noted = known.used_at.and_then(|used| used.checked_add(TOUCH).ok());
        if noted.is_none_or(|until| until <= at) {
            desk.touch_api_token(hash, at).wait()?;
        }
        let (human, roles, missions) = (account.human, account.roles, account.missions);
        Ok(Some(Officer { staff: known.staff, human, roles, missions, stepped_up: false }))
    }

    /// The tokens of an account, newest first: what they are for, not what they are.
    ///
    /// # Errors
    /// [`Failure::Refused`] for somebody else's account unless by an administrator.
    pub fn api_tokens_of(
        &self,
        permit: Permit<IssueApiToken>,
        staff: StaffId,
    ) -> Result<Vec<ApiToken>, Failure> {
        own_or_administrator(permit, staff)?;
        Ok(self.store.desk.api_tokens_of(staff)?)
    }

    /// Takes a token of an account away. Doing it twice is safe.
    ///
    /// # Errors
    /// [`Failure::Refused`] for somebody else's account unless by an administrator.
    pub fn revoke_api_token(
        &self,
        permit: Permit<IssueApiToken>,
        staff: StaffId,
        token: Digest,
    ) -> Result<(), Failure> {
        own_or_administrator(permit, staff)?;
        Ok(self.store.desk.revoke_api_token(staff, token).wait()?)
    }
}

/// Tokens of another account are an administrator's business alone.
fn own_or_administrator(permit: Permit<IssueApiToken>, of: StaffId) -> Result<(), Refusal> {
    match permit.actor() {
        Actor::Staff { staff, role, .. } if staff != of && role != Role::Administrator => {
            let may = &[Role::Administrator];
            Err(Refusal::RoleMayNot { action: IssueApiToken::NAME, role, may })
        }
        _ => Ok(()),
    }
}
