//! The founding scenario: a population that does not exist, the same for the same seed on every machine.
//!
//! [`Population::new`] draws everybody who writes to the mission: the [`Inquiry`]s are all that the pipeline may see.
//! What is really so about a person lies apart in [`Truth`]: the simulated humans act by it and the report counts by
//! it. Nothing is dealt out by quota; every share of the mission statement is a chance, and the funnel emerges.

mod after;
mod arrivals;
mod calendar;
mod chance;
mod duplicates;
mod interview;
mod people;
pub mod play;
mod population;
mod truth;
mod watchlist;

#[cfg(test)]
mod tests;

pub use after::{After, Journey, Kit, OVERDUE, Step};
pub use arrivals::{ARRIVALS, Channel};
pub use calendar::{Calendar, DAYS, FIRST_DAY, LIST_UPDATE, POLICIES, SLOTS_A_DAY, ZONE};
pub use interview::{Claim, QUESTIONS, Qualities, Ratings, Recommendation, observe, recommend};
pub use play::{Played, Plot, Progress, play, play_against};
pub use population::{AGENTS, Inquiry, Kind, MAIN_MISSION, PersonNo, Population};
pub use truth::{Caught, Truth, Unvettable};
pub use watchlist::{ENTRIES, LISTED, ListEntry, UPDATED, Watchlist};
