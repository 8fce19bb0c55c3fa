//! One function per use case; workers that follow the log; the founding scenario.
//!
//! What it is: the thin layer that loads a case, lets the domain decide, and hands what follows to the journal
//! ([`App::carry_out`]). Engines are called here and their answers translated into the domain's words. Folder =
//! subject, file = verb, as in `muster-case`.
//!
//! What it promises: no call without a [`Permit`](muster_case::Permit); a command that lost a race is decided again on
//! what is so now, or refused; a worker may run twice and does its work once.
//!
//! What it never does: read a clock or roll dice of its own, but for tokens and codes; write about a case beside the
//! journal; decide in the domain's place.

mod app;
pub mod audit;
mod carry_out;
pub mod clock;
pub mod desk;
pub mod duplicates;
pub mod eligibility;
mod failure;
pub mod intake;
pub mod interview;
pub mod letters;
pub mod lists;
pub mod office;
pub mod people;
pub mod policy;
pub mod portal;
pub mod programme;
pub mod refusals;
pub mod scenario;
pub mod screening;
pub mod statistics;

pub use app::App;
pub use carry_out::{Act, Done, Pending};
pub use failure::Failure;
pub use programme::{Instrument, Programme, ProgrammeError};

pub use muster_case as case;
pub use muster_linkage as linkage;
pub use muster_policy as engine;
pub use muster_watchlist as watchlist;
