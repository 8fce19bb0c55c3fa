//! The domain: what may be done about a case, by whom, and what then is so.
//!
//! What it is: commands, events, [`decide`] and [`evolve`], [`Refusal`]s, roles and [`Permit`]s, all of
//! `mission.md` section 5. Folder = subject, file = verb: `screening/dismiss_hit.rs` is where a hit is dismissed.
//!
//! What it promises: deciding is pure and total; applying an event judges nothing and cannot fail; every outcome
//! against somebody has a code, a rationale and a policy edition; two signatures are of two humans.
//!
//! What it never does: read a clock, roll dice, open a sealed box, know a database or a rule of eligibility.
//! What it must know of elsewhere (another case, the posture, a list) stands in the command as a fact.
//!
//! ```
//! use muster_case::{Case, Command, Permit, Refusal, decide, evolve, intake::OpenDraft};
//! use muster_case::{intake::Channel, Posture};
//! use muster_vocab::{Actor, Dice as _, Moment, SeededDice};
//!
//! let mut dice = SeededDice::new(1);
//! let person = dice.id();
//! let moment = Moment { at: "2022-02-24T12:00:00Z".parse().unwrap(), by: Actor::Applicant { person } };
//! let open = OpenDraft {
//!     person,
//!     mission: "us-washington".parse().unwrap(),
//!     channel: Channel::Web,
//!     notice_shown: "2022-02".into(),
//!     posture: Posture::Open,
//!     intake_paused: false,
//!     active_elsewhere: None,
//! };
//! let permit = Permit::<OpenDraft>::ask(moment.by)?;
//! let mut case = Case::default();
//! for event in decide(&case, Command::from(open), &moment)? {
//!     evolve(&mut case, &event, &moment);
//! }
//! assert_eq!(case.stage.unwrap().word(), "draft");
//! # let _ = permit;
//! # Ok::<(), Refusal>(())
//! ```

pub mod access;
mod aggregate;
mod case;
pub mod closing;
mod command;
pub mod decision;
pub mod eligibility;
mod event;
pub mod facts;
pub mod holds;
pub mod identity;
pub mod intake;
pub mod interview;
mod missing;
pub mod movement;
pub mod notes;
pub mod office;
mod permit;
mod refusal;
pub mod screening;
pub mod service;
mod stage;
pub mod stored;
pub mod transitions;

pub use aggregate::Logged;
pub use case::{ArrivalEvidence, Case};
pub use command::{Command, decide};
pub use event::{Event, evolve};
pub use holds::Hold;
pub use intake::Posture;
pub use missing::Missing;
pub use office::{Office, OfficeEvent};
pub use permit::{Action, Permit};
pub use refusal::Refusal;
pub use stage::Stage;

/// What deciding gives: the events that happened, or why not.
pub type Decided = Result<Vec<Event>, Refusal>;
