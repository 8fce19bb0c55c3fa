//! A programme's whole policy folder, handed in as names and texts.

mod examples;
mod published;
mod read;

pub(crate) use examples::{Example, Examples};
pub use read::Policy;
pub(crate) use read::{Loaded, load};
