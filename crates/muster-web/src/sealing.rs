//! What a browser carries for us: sealed, so that it can be neither read nor changed on the way.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use chacha20poly1305::{
    KeyInit as _, XChaCha20Poly1305, XNonce,
    aead::{Aead as _, Payload},
};
use jiff::{SignedDuration, Timestamp};
use muster_store::keys::Lookup;
use serde::{Serialize, de::DeserializeOwned};

const NONCE_BYTES: usize = 24;

/// Seals values under a key that follows from the mission's, so that a restart loses nothing.
pub(crate) struct Sealing(XChaCha20Poly1305);

#[derive(serde::Serialize, serde::Deserialize)]
struct Held<T> {
    until: i64,
    value: T,
}

impl Sealing {
    pub(crate) fn new(lookup: &Lookup) -> Self {
        let mut key = [0; 32];
        key[..16].copy_from_slice(&lookup.token("web-sealing", "low"));
        key[16..].copy_from_slice(&lookup.token("web-sealing", "high"));
        Self::of(key)
    }

    pub(crate) fn of(key: [u8; 32]) -> Self {
        Self(XChaCha20Poly1305::new(&key.into()))
    }

    /// Seals a value for one purpose, until a time. Nothing if the operating system has no random bytes.
    pub(crate) fn seal<T: Serialize>(&self, purpose: &str, value: T, until: Timestamp) -> Option<String> {
        let held = serde_json::to_vec(&Held { until: until.as_second(), value }).ok()?;
        let mut nonce = [0; NONCE_BYTES];
        getrandom::fill(&mut nonce).ok()?;
        let payload = Payload { msg: &held, aad: purpose.as_bytes() };
        let sealed = self.0.encrypt(&XNonce::from(nonce), payload).ok()?;
        Some(URL_SAFE_NO_PAD.encode([nonce.as_slice(), &sealed].concat()))
    }

    /// Opens what was sealed for the purpose; nothing if it was changed, is of another purpose or too old.
    pub(crate) fn open<T: DeserializeOwned>(&self, purpose: &str, text: &str, now: Timestamp) -> Option<T> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        let (nonce, sealed) = bytes.split_first_chunk::<NONCE_BYTES>()?;
        let payload = Payload { msg: sealed, aad: purpose.as_bytes() };
        let plain = self.0.decrypt(&XNonce::from(*nonce), payload).ok()?;
        let held: Held<T> = serde_json::from_slice(&plain).ok()?;
        (now.as_second() <= held.until).then_some(held.value)
    }

    /// The time after `hours`.
    pub(crate) fn after(now: Timestamp, hours: i64) -> Timestamp {
        now.checked_add(SignedDuration::from_hours(hours)).unwrap_or(Timestamp::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sealing() -> Sealing {
        Sealing(XChaCha20Poly1305::new(&[7; 32].into()))
    }

    #[test]
    fn what_was_sealed_opens_for_its_purpose_alone() {
        let (sealing, now) = (sealing(), Timestamp::UNIX_EPOCH);
        let sealed = sealing.seal("held", "words", Sealing::after(now, 1)).unwrap();
        assert_eq!(sealing.open::<String>("held", &sealed, now).as_deref(), Some("words"));
        assert_eq!(sealing.open::<String>("pre-check", &sealed, now), None);
        assert_eq!(sealing.open::<String>("held", &sealed, Sealing::after(now, 2)), None);
    }

    #[test]
    fn nonsense_opens_to_nothing() {
        for text in ["", "a", "AAAA", "%%%", &"A".repeat(400)] {
            assert_eq!(sealing().open::<String>("held", text, Timestamp::UNIX_EPOCH), None);
        }
    }
}
