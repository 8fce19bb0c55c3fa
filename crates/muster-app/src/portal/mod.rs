//! What an applicant does at the portal, and what the portal keeps beside the log.
//!
//! A session, a receipt, a code by mail lead to a [`Visit`]; everything else takes one. Whatever is said about the case
//! goes into the log; sessions, receipts, codes and letters lie in plain tables, since nothing about the case follows
//! from them and they may be forgotten.

mod asked_for;
pub(crate) mod code;
mod come_back;
mod confirm;
mod correction;
mod count;
mod draft;
mod minor;
mod my_data;
mod notice;
mod outcome;
mod own_file;
mod picture;
mod receipt;
mod session;
mod status;
mod step;
mod verify;
mod visit;
mod whole;

pub(crate) use code::letters;
pub(crate) use come_back::forgive_reference;
pub(crate) use confirm::SPANS;
pub use confirm::{CodeAnswer, CodeSent};
pub use draft::DraftStart;
pub use notice::NoticeDue;
pub use outcome::{Because, Outcome};
pub use picture::IntakePicture;
pub(crate) use picture::PictureCache;
pub use receipt::Receipt;
pub use session::SessionToken;
pub use status::{Can, PublicStatus, TimelineEntry};
pub use step::{PublicStep, WhoActs};
pub use verify::{Genuine, GenuineKind};
pub use visit::{Address, Visit};
