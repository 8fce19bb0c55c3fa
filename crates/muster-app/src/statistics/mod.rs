//! Numbers about the whole mission, from the views alone: nothing personal is opened for them.

mod funnel;
mod waits;

pub use funnel::{Arrivals, CodeCount, Funnel, Quality, StageCount, TurnedAway};
pub use waits::{Queue, Wait};
