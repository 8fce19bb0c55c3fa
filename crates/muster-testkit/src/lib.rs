//! People, cases, still clock, databases for tests.
//!
//! What it is: the things a test needs that no test should have to build. What it never does: get linked into the
//! program; it is a dev-dependency only.

pub mod postgres;
pub mod stores;

pub use stores::on_both;
