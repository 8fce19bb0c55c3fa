//! Settings: one table of them, one order of where they come from.
//!
//! Options go before environment variables, those before the file, that before defaults. What nobody knows is refused,
//! with what was probably meant: a misspelt setting that is silently ignored is a setting that is not set.

mod file;
mod gather;
mod table;

pub(crate) use gather::{Settings, masked};
pub(crate) use table::{SETTINGS, Setting};
