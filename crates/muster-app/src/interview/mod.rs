//! The interview: booked in two people's time, held by a form with anchors, rated blind.

mod act;
mod hours;
mod own;
mod rate;
mod read;
mod today;

pub use hours::{Hour, hour, read_time};
pub use own::OwnCall;
pub use rate::{Notes, RatingFault, SentRatings};
pub use read::{Assessment, Brief, Claim, Interview, READERS};
pub use today::Call;
