//! The calls of the day.

use crate::{
    App, Failure,
    desk::{Filter, Officer, Order, Queue},
};
use jiff::Timestamp;
use muster_case::Stage;
use muster_vocab::CaseId;

/// A call of today, or one of before whose outcome was not written down. Nothing in it names anybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// The case.
    pub case: CaseId,
    /// Its reference.
    pub reference: String,
    /// The mission's code.
    pub mission: String,
    /// When it starts.
    pub starts: Timestamp,
    /// Whether it takes two raters.
    pub two_raters: bool,
    /// Whether this officer has rated.
    pub rated: bool,
}

impl App {
    /// The calls of today that an interviewer may hold, the first to come first; a page of the queue at most.
    ///
    /// # Errors
    /// If the store fails.
    pub fn calls(&self, officer: &Officer, at: Timestamp) -> Result<Vec<Call>, Failure> {
        let filter = Filter { queue: Some(Queue::Interview), ..Filter::default() };
        let page = self.queue(officer, &filter, Order::Oldest, None, at)?;
        let mut calls = Vec::new();
        for row in page.rows {
            let case = self.load(row.case)?;
            let Some(booking) = case.booking.filter(|_| case.stage == Some(Stage::InterviewBooked)) else {
                continue;
            };
            calls.push(Call {
                case: row.case,
                reference: row.reference,
                mission: row.mission,
                starts: booking.starts,
                two_raters: booking.critical_role,
                rated: case.raters.contains(&officer.human),
            });
        }
        calls.sort_by_key(|call| call.starts);
        Ok(calls)
    }
}
