//! The desk: officers, what waits for them, and what they do.

mod claims;
mod names;
mod session;

pub use claims::{Claimed, Holder};
pub(crate) use names::StaffNames;
pub use session::{DeskToken, Officer};
