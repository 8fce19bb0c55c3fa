//! Sealed boxes: where personal data lies.
//!
//! A box is sealed under one section key of one person and bound to its place: moved anywhere else, or changed by a
//! single bit, it does not open. Its size tells only which step of a ladder the contents reached.

pub(crate) mod cipher;
mod open;
mod padding;
mod place;
mod seal;

pub use open::{BoxError, open};
pub use place::Place;
pub use seal::seal;

/// The only format so far: `version 1 | key number 4 | nonce 24 | ciphertext | tag 16`.
const VERSION: u8 = 1;
/// Bytes before the ciphertext.
const HEADER_BYTES: usize = 1 + 4 + cipher::NONCE_BYTES;
