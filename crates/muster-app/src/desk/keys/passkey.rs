//! Passkeys: whoever has one needs no name and no password. What a browser answers is checked in Rust alone.

use super::{Kept, named};
use crate::{App, Failure};
use jiff::{SignedDuration, Timestamp};
use muster_store::desk::{KeyKind, NewKey};
use muster_vocab::{Digest, HumanId, StaffId};
use serde::{Serialize, de::DeserializeOwned};
use std::{fmt, sync::Arc};
use webauthn_rs::{
    Webauthn, WebauthnBuilder,
    prelude::{
        DiscoverableAuthentication, PasskeyRegistration, PublicKeyCredential, RegisterPublicKeyCredential,
        Url, Uuid,
    },
};
use webauthn_rs_proto::ResidentKeyRequirement;

/// How long a ceremony that is over is remembered: longer than any page may take to send one.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(1);

/// Passkeys of one place: they work at its address and nowhere else.
#[derive(Clone)]
pub struct Passkeys(Arc<Webauthn>);

impl fmt::Debug for Passkeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passkeys")
    }
}

/// What a page asks a browser, and what has to come back with the answer. The state is to be sealed.
pub struct Ceremony {
    /// What `navigator.credentials` is given, as JSON.
    pub options: String,
    /// What the answer is held against, as JSON.
    pub state: String,
}

impl Passkeys {
    /// Of the address that people type. A number is no name that a passkey could be bound to: then it is `localhost`.
    #[must_use]
    pub fn new(address: &str, service: &str) -> Option<Self> {
        let mut origin: Url = address.parse().ok()?;
        if origin.domain().is_none() {
            origin.set_host(Some("localhost")).ok()?;
        }
        let id = origin.domain()?.to_owned();
        let builder = WebauthnBuilder::new(&id, &origin).ok()?;
        let builder = builder.rp_name(service).allow_any_port(id == "localhost");
        builder.build().ok().map(|webauthn| Self(Arc::new(webauthn)))
    }

    /// Asks for a new passkey for an account. Those it has already are not made twice.
    #[must_use]
    pub fn ask_new(&self, staff: StaffId, name: &str, known: Vec<Vec<u8>>) -> Option<Ceremony> {
        let (user, short) = (Uuid::from_bytes(*staff.bytes()), App::short_name(staff));
        let (mut asked, state) = self.0.start_passkey_registration(user, &short, name, Some(known)).ok()?;
        // It must know whose it is, so that nobody has to type a name.
        if let Some(selection) = &mut asked.public_key.authenticator_selection {
            selection.resident_key = Some(ResidentKeyRequirement::Required);
            selection.require_resident_key = true;
        }
        ceremony(&asked.public_key, &state)
    }

    /// Asks for a passkey, whosever it is.
    #[must_use]
    pub fn ask(&self) -> Option<Ceremony> {
        let (asked, state) = self.0.start_discoverable_authentication().ok()?;
        ceremony(&asked.public_key, &state)
    }
}

fn ceremony(options: &impl Serialize, state: &impl Serialize) -> Option<Ceremony> {
    Some(Ceremony {
        options: serde_json::to_string(options).ok()?,
        state: serde_json::to_string(state).ok()?,
    })
}

fn read<T: DeserializeOwned>(json: &str) -> Option<T> {
    serde_json::from_str(json).ok()
}

/// The identifier of a passkey here, from the credential's own.
fn key_id(credential: &[u8]) -> [u8; 16] {
    let hash = Digest::of(credential).0;
    *hash.first_chunk().expect("32 bytes begin with 16")
}

impl App {
    /// Asks for a new passkey for an account.
    ///
    /// # Errors
    /// If the store fails.
    pub fn ask_passkey(
        &self,
        passkeys: &Passkeys,
        staff: StaffId,
        human: HumanId,
    ) -> Result<Option<Ceremony>, Failure> {
        let mut known = Vec::new();
        for row in self.store.desk.keys_of(staff)? {
            if let Some(passkey) = self.kept(&row, human)?.and_then(|kept| kept.passkey) {
                known.push(passkey.cred_id().clone());
            }
        }
        let name = self.staff_name(staff)?.unwrap_or_else(|| Self::short_name(staff));
        Ok(passkeys.ask_new(staff, &name, known))
    }

    /// Keeps the passkey a browser made. False if its answer does not fit.
    ///
    /// # Errors
    /// If the store fails.
    pub fn enrol_passkey(
        &self,
        passkeys: &Passkeys,
        (staff, human): (StaffId, HumanId),
        (state, answer): (&str, &str),
        name: &str,
        at: Timestamp,
    ) -> Result<bool, Failure> {
        let asked = read::<PasskeyRegistration>(state);
        let answered = read::<RegisterPublicKeyCredential>(answer);
        let (Some(asked), Some(answered)) = (asked, answered) else { return Ok(false) };
        if !self.is_first(state, at)? {
            return Ok(false);
        }
        let Ok(passkey) = passkeys.0.finish_passkey_registration(&answered, &asked) else { return Ok(false) };
        let key = key_id(passkey.cred_id());
        let kept = Kept { name: named(name), passkey: Some(passkey), secret: None };
        let (kind, plain) = (KeyKind::Passkey, kept.plain()?);
        let new = NewKey { key, staff, human, kind, plain, counter: 0 };
        Ok(self.store.desk.keep_key(&new, at)?.wait()?)
    }

    /// Whose passkey answered; nobody if the answer does not fit, was given before, or the account is suspended. A
    /// passkey whose counter goes back is a copy, and opens nothing.
    ///
    /// # Errors
    /// If the store fails.
    pub fn show_passkey(
        &self,
        passkeys: &Passkeys,
        state: &str,
        answer: &str,
        at: Timestamp,
    ) -> Result<Option<StaffId>, Failure> {
        let asked = read::<DiscoverableAuthentication>(state);
        let answered = read::<PublicKeyCredential>(answer);
        let (Some(asked), Some(answered)) = (asked, answered) else { return Ok(None) };
        if !self.is_first(state, at)? {
            return Ok(None);
        }
        let Ok((user, credential)) = passkeys.0.identify_discoverable_authentication(&answered) else {
            return Ok(None);
        };
        let staff = StaffId::from_bytes(*user.as_bytes());
        let row = self.store.desk.key(key_id(credential))?.filter(|row| row.staff == staff);
        let (Some(row), Some(human)) = (row, self.human_of(staff)?) else { return Ok(None) };
        let Some(mut kept) = self.kept(&row, human)? else { return Ok(None) };
        let Some(mut passkey) = kept.passkey.take() else { return Ok(None) };
        let shown = passkeys.0.finish_discoverable_authentication_v2(&answered, asked, &passkey);
        let Ok(shown) = shown else { return Ok(None) };
        if !shown.user_verified() {
            return Ok(None);
        }
        passkey.update_credential(&shown);
        kept.passkey = Some(passkey);
        let (counter, plain) = (i64::from(shown.counter()), kept.plain()?);
        let used = self.store.desk.use_key(&row, human, counter, Some(&plain), at)?.wait()?;
        Ok(Some(staff).filter(|_| used))
    }

    /// Whether a ceremony is ended for the first time.
    fn is_first(&self, state: &str, at: Timestamp) -> Result<bool, Failure> {
        let over = at.checked_sub(REMEMBERED).unwrap_or(Timestamp::MIN);
        Ok(self.store.desk.spend(Digest::of(state.as_bytes()), at, over).wait()?)
    }
}
