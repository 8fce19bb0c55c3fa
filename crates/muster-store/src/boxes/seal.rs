//! Sealing a box.

use super::{
    HEADER_BYTES, Place, VERSION,
    cipher::{NONCE_BYTES, TAG_BYTES, random},
    padding,
};
use crate::keys::{KeyError, SectionKey};

/// Seals `contents` for `place` under a person's section key.
///
/// # Errors
/// [`KeyError::NoRandom`] if the operating system has no random bytes.
///
/// # Panics
/// If the contents are 4 GiB or more; what a box may hold is limited long before.
pub fn seal(key: &SectionKey, place: &Place<'_>, contents: &[u8]) -> Result<Vec<u8>, KeyError> {
    let nonce = random::<NONCE_BYTES>()?;
    let mut sealed = Vec::with_capacity(HEADER_BYTES + padding::padded_len(contents.len()) + TAG_BYTES);
    let mut header = [VERSION; 5];
    header[1..].copy_from_slice(&key.kid().to_be_bytes());
    sealed.extend_from_slice(&header);
    sealed.extend_from_slice(&nonce);
    padding::pad(contents, &mut sealed).expect("a box holds less than 4 GiB");
    let tag = key.cipher().encrypt(&nonce, &place.bind(header, key), &mut sealed[HEADER_BYTES..]);
    sealed.extend_from_slice(&tag);
    Ok(sealed)
}
