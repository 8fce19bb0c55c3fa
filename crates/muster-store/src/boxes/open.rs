//! Opening a box.

use super::{
    HEADER_BYTES, Place, VERSION,
    cipher::{NONCE_BYTES, TAG_BYTES},
    padding,
};
use crate::keys::SectionKey;
use zeroize::Zeroizing;

/// Why a box did not open. Nothing of its contents is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BoxError {
    /// Too short, or of a format this program does not know.
    #[error("this is not a sealed box, or one of a newer program")]
    Unknown,
    /// Another key sealed it.
    #[error("another key than this person's sealed this box")]
    OtherKey,
    /// It was changed, or it belongs somewhere else.
    #[error("the box was changed, or moved from its place; restore it from a backup")]
    NotGenuine,
}

/// Opens a box that was sealed for `place`. What it held is wiped from memory when it is dropped.
///
/// # Errors
/// [`BoxError`], which says what is wrong with the box and nothing of what it holds.
pub fn open(key: &SectionKey, place: &Place<'_>, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, BoxError> {
    let (header, rest) = sealed.split_first_chunk::<5>().ok_or(BoxError::Unknown)?;
    let (nonce, rest) = rest.split_first_chunk::<NONCE_BYTES>().ok_or(BoxError::Unknown)?;
    let (body, tag) = rest.split_last_chunk::<TAG_BYTES>().ok_or(BoxError::Unknown)?;
    debug_assert_eq!(sealed.len(), HEADER_BYTES + body.len() + TAG_BYTES);
    if header[0] != VERSION {
        return Err(BoxError::Unknown);
    }
    if header[1..] != key.kid().to_be_bytes() {
        return Err(BoxError::OtherKey);
    }
    let mut text = Zeroizing::new(body.to_vec());
    if !key.cipher().decrypt(nonce, &place.bind(*header, key), &mut text, tag) {
        return Err(BoxError::NotGenuine);
    }
    let length = padding::unpad(&text).ok_or(BoxError::NotGenuine)?.len();
    text.copy_within(4..4 + length, 0);
    text.truncate(length);
    Ok(text)
}
