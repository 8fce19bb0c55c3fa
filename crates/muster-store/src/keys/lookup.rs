//! Keyed hashes: exact look-ups without the value, and tokens of people who must not be contacted again.

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use zeroize::Zeroizing;

/// Makes the tokens that stand in a database for a passport number, an e-mail address, a telephone number.
///
/// Equal values give equal tokens; without the mission's key nothing can be learnt from a token, nor one be made.
pub struct Lookup {
    exact: Zeroizing<[u8; 32]>,
    suppression: Zeroizing<[u8; 32]>,
}

impl Lookup {
    pub(super) const fn new(exact: Zeroizing<[u8; 32]>, suppression: Zeroizing<[u8; 32]>) -> Self {
        Self { exact, suppression }
    }

    /// The token of `value`, which is given in its normal form. Tokens of two kinds never match.
    #[must_use]
    pub fn token(&self, kind: &str, value: &str) -> [u8; 16] {
        keyed(&self.exact, kind, value)
    }

    /// The token that outlives an erasure: it only tells that `value` must not be contacted again. It is made with a
    /// key of its own, so that it cannot be compared with the look-ups.
    #[must_use]
    pub fn suppression(&self, kind: &str, value: &str) -> [u8; 16] {
        keyed(&self.suppression, kind, value)
    }
}

impl std::fmt::Debug for Lookup {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Lookup")
    }
}

/// HMAC-SHA-256 cut to 128 bits. The kind's length goes first, so that no kind and value run into another pair.
fn keyed(key: &[u8; 32], kind: &str, value: &str) -> [u8; 16] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes a key of any length");
    mac.update(&(kind.len() as u64).to_be_bytes());
    mac.update(kind.as_bytes());
    mac.update(value.as_bytes());
    let whole: [u8; 32] = mac.finalize().into_bytes().into();
    *whole.first_chunk().expect("32 bytes begin with 16")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lookup() -> Lookup {
        Lookup::new(Zeroizing::new([1; 32]), Zeroizing::new([2; 32]))
    }

    #[test]
    fn the_same_value_is_found_again_and_only_as_its_own_kind() {
        let lookup = lookup();
        assert_eq!(lookup.token("passport", "FA123456"), lookup.token("passport", "FA123456"));
        assert_ne!(lookup.token("passport", "FA123456"), lookup.token("email", "FA123456"));
        assert_ne!(lookup.token("passport", "FA123456"), lookup.token("passportF", "A123456"));
    }

    #[test]
    fn a_suppression_token_cannot_be_matched_with_a_look_up() {
        let lookup = lookup();
        assert_ne!(lookup.token("email", "a@example.org"), lookup.suppression("email", "a@example.org"));
    }
}
