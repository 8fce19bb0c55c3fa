//! Personal names: fold, transliterate, split, compare.
//!
//! What it promises: the same text gives the same answer on every machine, and every reading of a name says how it
//! was made.
//!
//! What it never does: guess where somebody is from. A script decides which table is read, a person never.

mod article;
pub mod bits;
mod compound;
mod edit;
mod fold;
pub mod groups;
mod keys;
mod letters;
mod likeness;
mod look_alike;
mod name;
mod organisation;
mod packed;
pub mod population;
pub mod romanise;
mod sound;
mod word;

pub use article::Role;
pub use bits::MilliBits;
pub use edit::distance_within;
pub use fold::{Marks, plain_words};
pub use keys::{Key, keys, keys_of_beginnings, keys_of_joined};
pub use likeness::{Alike, CUT_FROM, INITIAL, Rule, TITLE, alike, allowed_edits};
pub use name::Name;
pub use packed::tables;
pub use sound::{Sounds, sounds};
pub use word::{Heard, Word, Writing};
