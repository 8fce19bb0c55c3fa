//! XChaCha20-Poly1305, and the operating system's random bytes.

use crate::keys::KeyError;
use chacha20poly1305::{AeadInOut as _, KeyInit as _, Tag, XChaCha20Poly1305, XNonce};

pub(crate) const NONCE_BYTES: usize = 24;
pub(crate) const TAG_BYTES: usize = 16;

/// The cipher under one key, which it wipes when it is dropped.
pub(crate) struct Cipher(XChaCha20Poly1305);

impl Cipher {
    pub(crate) fn new(key: &[u8; 32]) -> Self {
        Self(XChaCha20Poly1305::new(key.into()))
    }

    /// Encrypts `text` where it lies and gives the tag.
    pub(crate) fn encrypt(&self, nonce: &[u8; NONCE_BYTES], aad: &[u8], text: &mut [u8]) -> [u8; TAG_BYTES] {
        self.0
            .encrypt_inout_detached(&XNonce::from(*nonce), aad, text.into())
            .expect("a text is far below the cipher's 256 GiB")
            .into()
    }

    /// Decrypts `text` where it lies, or says that it is not genuine.
    #[must_use]
    pub(crate) fn decrypt(
        &self,
        nonce: &[u8; NONCE_BYTES],
        aad: &[u8],
        text: &mut [u8],
        tag: &[u8; TAG_BYTES],
    ) -> bool {
        self.0.decrypt_inout_detached(&XNonce::from(*nonce), aad, text.into(), &Tag::from(*tag)).is_ok()
    }
}

/// Random bytes for a key or a nonce: never from the dice, which repeat.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], KeyError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| KeyError::NoRandom)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{fs, path::PathBuf};

    /// Project Wycheproof's cases for this cipher: genuine texts, and changed ones that must not open.
    #[test]
    fn the_cipher_agrees_with_the_published_test_vectors() {
        let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
        let shared = std::env::var_os("MUSTER_SHARED").map_or_else(beside, PathBuf::from);
        let file = shared.join("vectors/wycheproof/testvectors_v1/xchacha20_poly1305_test.json");
        let Ok(text) = fs::read_to_string(&file) else {
            eprintln!(
                "SKIPPED: the Wycheproof vectors are not beside this workspace; set MUSTER_SHARED to the folder that \
                 holds vectors/wycheproof"
            );
            return;
        };
        let told: serde_json::Value = serde_json::from_str(&text).expect("the vectors are JSON");
        let list = |of: &serde_json::Value, name: &str| of[name].as_array().cloned().unwrap_or_default();
        let cases: Vec<_> = list(&told, "testGroups").iter().flat_map(|group| list(group, "tests")).collect();
        assert_eq!(told["numberOfTests"], cases.len());
        let mut opened = 0;
        for case in &cases {
            let bytes = |name: &str| unhex(case[name].as_str().expect("a field of digits"));
            let number = &case["tcId"];
            let genuine = case["result"] == "valid";
            let (Ok(key), Ok(nonce)) = (bytes("key").try_into(), bytes("iv").try_into()) else {
                assert!(!genuine, "case {number}: a key or nonce of another length is never valid");
                continue;
            };
            let (cipher, aad) = (Cipher::new(&key), bytes("aad"));
            let tag = bytes("tag").try_into().expect("tags have 16 bytes");
            let mut text = bytes("ct");
            assert_eq!(cipher.decrypt(&nonce, &aad, &mut text, &tag), genuine, "case {number}");
            if genuine {
                assert_eq!(text, bytes("msg"), "case {number}");
                assert_eq!(cipher.encrypt(&nonce, &aad, &mut text), tag, "case {number}");
                assert_eq!(text, bytes("ct"), "case {number}");
                opened += 1;
            }
        }
        assert!(opened > 200, "only {opened} genuine cases");
    }

    fn unhex(digits: &str) -> Vec<u8> {
        let pair = |at| u8::from_str_radix(&digits[at..at + 2], 16).expect("hexadecimal digits");
        (0..digits.len()).step_by(2).map(pair).collect()
    }
}
