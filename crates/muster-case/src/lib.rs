//! The domain.
pub mod intake;
