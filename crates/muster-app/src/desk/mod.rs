//! The desk: officers, what waits for them, and what they do.

mod session;

pub use session::{DeskToken, Officer};
