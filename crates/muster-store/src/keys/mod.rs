//! The keys: the mission's own, each person's, and what is made of them.
//!
//! A person's key is 32 random bytes, kept wrapped by the mission's key in a database of its own. To erase a person
//! is to destroy their key. Nothing here prints a key, and every key leaves memory when it is dropped.

mod cache;
mod destroy;
mod error;
mod lookup;
mod mission;
mod open_all;
mod person;
mod store;
mod verify;

pub use error::KeyError;
pub use lookup::Lookup;
pub use mission::MissionKey;
pub use open_all::OpenKeys;
pub use person::{Holder, PersonKey, SectionKey};
pub use store::{KeyStore, STEPS};
pub use verify::KeyReport;
