//! The officers' pages: what waits, why, and what they do about it. Numbers are those of the page list.

mod access;
pub(crate) mod act;
mod caller;
mod queue;
pub mod routes;
mod search;
mod sign_in;
pub(crate) mod words;

pub(crate) use caller::Caller;

use crate::samples::Gallery;

/// Every page in every state.
pub(crate) fn samples(gallery: &mut Gallery<'_>) {
    act::samples(gallery);
    queue::samples(gallery);
    search::samples(gallery);
    sign_in::samples(gallery);
}
