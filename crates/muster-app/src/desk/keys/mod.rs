//! What an officer shows to be let in, and again to sign: passkeys first, codes of an app second.

mod authenticator;
mod passkey;
mod tries;

pub use authenticator::{Authenticator, CodeShown};
pub use passkey::{Ceremony, Passkeys};

use crate::{App, Failure};
use jiff::Timestamp;
use muster_case::Refusal;
use muster_store::desk::{KeyKind, KeyRow};
use muster_vocab::{HumanId, StaffId};
use serde::{Deserialize, Serialize};
use webauthn_rs::prelude::Passkey;

/// How long the name of a key may be.
const NAME_MAX: usize = 60;

/// A key of an account, as its officer sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskKey {
    /// Its identifier.
    pub id: String,
    /// What it is.
    pub kind: KeyKind,
    /// What its officer calls it.
    pub name: String,
    /// Since when it is known.
    pub made_at: Timestamp,
    /// When it was shown last.
    pub used_at: Option<Timestamp>,
}

/// What a key holds, as it is sealed.
#[derive(Serialize, Deserialize)]
struct Kept {
    /// What its officer calls it.
    name: String,
    /// The public half of a passkey.
    passkey: Option<Passkey>,
    /// The secret of an app.
    secret: Option<String>,
}

impl Kept {
    fn plain(&self) -> Result<Vec<u8>, Failure> {
        serde_json::to_vec(self).map_err(|_| Failure::Input("a key cannot be written".to_owned()))
    }
}

/// The name of a key as it is kept: something, and not too much.
fn named(name: &str) -> String {
    name.trim().chars().filter(|c| !c.is_control()).take(NAME_MAX).collect()
}

impl App {
    /// The keys of an account, the oldest first.
    ///
    /// # Errors
    /// If the store fails.
    pub fn desk_keys(&self, staff: StaffId, human: HumanId) -> Result<Vec<DeskKey>, Failure> {
        let mut keys = Vec::new();
        for row in self.store.desk.keys_of(staff)? {
            let Some(kept) = self.kept(&row, human)? else { continue };
            let (id, kind, made_at, used_at) = (hex(row.key), row.kind, row.made_at, row.used_at);
            keys.push(DeskKey { id, kind, name: kept.name, made_at, used_at });
        }
        Ok(keys)
    }

    /// Takes a key away, unless it is the last one. False if it is.
    ///
    /// # Errors
    /// If the store fails, or there is no key of that name at all.
    pub fn drop_desk_key(&self, staff: StaffId, id: &str) -> Result<bool, Failure> {
        let key = u128::from_str_radix(id, 16).map_err(|_| Refusal::Unknown { what: "key" })?;
        Ok(self.store.desk.drop_key(staff, key.to_be_bytes()).wait()?)
    }

    /// The short name of an account, to type: the first digits of its identifier.
    #[must_use]
    pub fn short_name(staff: StaffId) -> String {
        staff.to_string().chars().filter(char::is_ascii_hexdigit).take(8).collect()
    }

    /// The account that somebody names, by its short name or its identifier; nobody if it is not exactly one.
    ///
    /// # Errors
    /// If the store fails.
    pub fn account_named(&self, typed: &str) -> Result<Option<StaffId>, Failure> {
        let typed: String = typed.chars().filter(char::is_ascii_hexdigit).collect::<String>().to_lowercase();
        if typed.len() < 8 {
            return Ok(None);
        }
        let plain = |staff: StaffId| staff.to_string().replace('-', "");
        let mut found = self.store.views.staff()?.into_iter().map(|row| row.staff);
        let first = found.find(|staff| plain(*staff).starts_with(&typed));
        Ok(first.filter(|_| !found.any(|staff| plain(staff).starts_with(&typed))))
    }

    /// The human of an account that may come in.
    fn human_of(&self, staff: StaffId) -> Result<Option<HumanId>, Failure> {
        let account = self.store.views.staff_account(staff)?;
        Ok(account.filter(|account| !account.suspended).map(|account| account.human))
    }

    fn kept(&self, row: &KeyRow, human: HumanId) -> Result<Option<Kept>, Failure> {
        let plain = self.store.desk.open_key(row, human)?;
        Ok(plain.and_then(|plain| serde_json::from_slice(&plain).ok()))
    }
}

fn hex(key: [u8; 16]) -> String {
    format!("{:032x}", u128::from_be_bytes(key))
}
