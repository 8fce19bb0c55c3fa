//! The mission's words, as types.
//!
//! What it is: identifiers, personal names, partial dates, travel documents, reason codes, actors, and the three
//! things a pure program needs handed to it: a [`Clock`], [`Dice`], and a wrapper for personal data, [`Sealed`].
//!
//! What it promises: a value that exists has been checked at the door; two kinds of identifier never mix; nothing
//! personal prints through `Debug` or leaves through `Serialize`.
//!
//! What it never does: read a file, a socket or an environment; know a stage, a rule or a database.
//!
//! ```
//! use muster_vocab::{Dice as _, PartialDate, SeededDice, CaseId};
//!
//! let mut dice = SeededDice::new(1);
//! let case: CaseId = dice.id();
//! assert_eq!(case, case.to_string().parse().unwrap());
//!
//! let born: PartialDate = "2005-09".parse().unwrap();
//! assert_eq!(born.age_on(jiff::civil::date(2022, 3, 1)), (16, 16));
//! ```

mod actor;
mod clock;
mod contact;
mod country;
mod date;
mod dice;
mod document;
mod hash;
mod id;
mod name;
mod provenance;
mod reason;
mod sealed;
mod text;

pub use actor::{Actor, Moment, Role, Worker};
pub use clock::{Clock, StillClock, SystemClock};
pub use contact::{EmailAddress, PhoneNumber};
pub use country::{Country, Language};
pub use date::PartialDate;
pub use dice::{Dice, OsDice, SeededDice};
pub use document::{Document, DocumentKind};
pub use hash::{Digest, DigestWriter};
pub use id::{
    BulkId, CaseId, CommandId, CrossingId, HitId, HumanId, MissionCode, PassId, PersonId, ProposalId, SlotId,
    StaffId, StreamId,
};
pub use name::PersonName;
pub use provenance::Provenance;
pub use reason::ReasonCode;
pub use sealed::{BoxRef, Home, PersonalText, Sealed, SealedPart, Section, Sensitive};
pub use text::Rejected;
