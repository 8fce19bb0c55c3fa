//! Letters: what leaves by mail and text message.
//!
//! A letter waits in the outbox, sealed under its person's key, and its text is made when it is sent. The subject is
//! neutral and the body holds nothing personal: a reference, a link, a number by which the letter can be checked.

mod carrier;
mod content;
mod deliver;
mod folder;
mod kind;
mod message;
mod post;
mod preview;
mod state;
pub(crate) mod texts;
mod write;

pub use carrier::{Carrier, CarryFault, Letterhead, Mail};
pub(crate) use content::{Asking, Content, Letter};
pub use deliver::{Delivered, deliver_due};
pub use folder::Folder;
pub use kind::LetterKind;
pub use post::{Post, PostSettings};
pub use preview::Preview;
pub use state::OutboxState;
pub use write::LetterWorker;
