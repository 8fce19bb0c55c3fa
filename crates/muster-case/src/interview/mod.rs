//! The interview: booked, moved, missed, assessed, complete.

mod assess;
mod book;
mod complete;
mod record_no_show;
mod reschedule;

pub use assess::{Assess, Assessed, Ratings};
pub use book::{BookInterview, Booking, InterviewBooked};
pub use complete::{CompleteInterview, InterviewCompleted};
pub use record_no_show::{NO_SHOWS_FORGIVEN, NoShowRecorded, RecordNoShow};
pub use reschedule::{InterviewRescheduled, RESCHEDULES_MAX, Reschedule};
