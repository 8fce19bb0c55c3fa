//! What a script would do, in Rust: `cargo xtask <task>`.
//!
//! - [`floors`] holds the house: which crate may import which.
//! - [`tidy`] reads every tracked file for the small faults that no compiler sees.
//! - [`browser`] looks at the pages in a real Chromium.
//! - [`api`] asks the JSON API of a play what its description allows.
//! - [`samples`] writes every page of the portal as a file.
//! - [`mod@test`] brings up a private PostgreSQL and runs every check there is.
//! - [`mod@bench`] frames a measurement with the machine it was taken on.
//!
//! It promises to leave nothing behind: no server, no temporary folder, no changed file. It never imports the crates
//! it checks, so that it still builds when they do not.

pub mod api;
pub mod bench;
pub mod browser;
pub mod floors;
mod play;
mod python;
pub mod repository;
pub mod samples;
pub mod stopwatch;
pub mod test;
pub mod tidy;
mod verdict;

pub use verdict::Verdict;
