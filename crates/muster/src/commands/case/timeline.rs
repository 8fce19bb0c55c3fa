//! The timeline of a case: what happened, when, by whom, in codes and nothing personal.

use jiff::Timestamp;
use muster_app::case::{Event, decision::ReviewOutcome};
use muster_store::journal::Recorded;
use muster_vocab::{Actor, ReasonCode};
use serde::Serialize;

/// One thing that happened.
#[derive(Serialize)]
pub(super) struct Happened {
    /// Its place in the case.
    version: u64,
    /// When.
    pub(super) at: Timestamp,
    /// The stored tag.
    pub(super) what: &'static str,
    /// More about it, in codes.
    pub(super) detail: String,
    /// In which role.
    pub(super) role: String,
    /// The staff account, if one acted.
    pub(super) staff: Option<String>,
}

impl Happened {
    pub(super) fn of(recorded: &Recorded<Event>) -> Self {
        let by = recorded.moment.by;
        let staff = match by {
            Actor::Staff { staff, .. } => Some(staff.to_string()),
            Actor::Applicant { .. } | Actor::System { .. } => None,
        };
        Self {
            version: recorded.version,
            at: recorded.moment.at,
            what: recorded.event.tag(),
            detail: detail(&recorded.event),
            role: by.role().to_string(),
            staff,
        }
    }
}

fn codes(codes: &[ReasonCode]) -> String {
    codes.iter().map(|code| code.code()).collect::<Vec<_>>().join(" ")
}

fn detail(event: &Event) -> String {
    match event {
        Event::Determined(found) => {
            let fired: Vec<&str> = found.fired().map(|finding| finding.code.code()).collect();
            format!("{} by {} {}", found.outcome.word(), found.edition.id, fired.join(" "))
        }
        Event::EarlyRefusalConfirmed(refused) => {
            let bulk = if refused.in_bulk { " (in bulk)" } else { "" };
            format!("{}{bulk}", codes(&refused.codes))
        }
        Event::Referred(referred) => format!("{} to {}", codes(&referred.codes), referred.route),
        Event::CheckRecorded(check) => format!("{}: {}", check.check, check.outcome.word()),
        Event::HitRaised(hit) => format!("{} {}", hit.list.list, hit.list.edition),
        Event::HoldPlaced(placed) => placed.hold.word().to_owned(),
        Event::HoldLifted(lifted) => lifted.hold.word().to_owned(),
        Event::InterviewBooked(booked) => format!("for {}", booked.starts.strftime("%Y-%m-%d %H:%M")),
        Event::Recommended(first) => format!("{} {}", first.act.word(), codes(&first.codes)),
        Event::ReviewSettled(settled) => match settled.outcome {
            ReviewOutcome::Upheld => "upheld".to_owned(),
            _ => "changed".to_owned(),
        },
        Event::TurnedBack(turned) => codes(&turned.codes),
        Event::Merged(merged) => format!("into {}", merged.into),
        Event::DuplicateSuspected(suspected) => format!("with {}", suspected.other),
        Event::Accessed(read) => format!("{} for {}", read.sections.join(", "), read.purpose),
        _ => String::new(),
    }
    .trim_end()
    .to_owned()
}
