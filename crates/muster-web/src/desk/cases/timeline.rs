//! What happened to a case, the newest first; what people did and what the system did look different.

use crate::{Layout, desk::words};
use muster_app::desk::{CaseFile, Line};
use muster_case::Event;
use muster_store::journal::Recorded;
use muster_vocab::{Moment, Role};

/// What is shown of the timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    All,
    People,
    System,
    Notes,
}

/// A line in words.
pub(super) struct Entry {
    pub(super) what: String,
    pub(super) who: String,
    pub(super) when: String,
    pub(super) text: Option<String>,
    pub(super) by_system: bool,
}

impl Kind {
    pub(super) fn of(word: &str) -> Self {
        [Self::People, Self::System, Self::Notes]
            .into_iter()
            .find(|kind| kind.word() == word)
            .unwrap_or(Self::All)
    }

    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::People => "people",
            Self::System => "system",
            Self::Notes => "notes",
        }
    }

    pub(super) fn name(self, layout: &Layout) -> &str {
        match self {
            Self::All => layout.say("desk-cases-kind-all"),
            Self::People => layout.say("desk-cases-kind-people"),
            Self::System => layout.say("desk-cases-kind-system"),
            Self::Notes => layout.say("desk-cases-kind-notes"),
        }
    }

    fn shows(self, line: &Line) -> bool {
        let system = line.recorded.moment.by.role() == Role::System;
        match self {
            Self::All => true,
            Self::People => !system,
            Self::System => system,
            Self::Notes => matches!(line.recorded.event, Event::NoteAdded(_)),
        }
    }
}

pub(super) fn entries(layout: &Layout, file: &CaseFile, kind: Kind) -> Vec<Entry> {
    file.timeline.iter().filter(|line| kind.shows(line)).map(|line| entry(layout, line)).collect()
}

fn entry(layout: &Layout, line: &Line) -> Entry {
    let Moment { at, by } = line.recorded.moment;
    let role = words::role(layout, by.role().word());
    let what = words::event(layout, line.recorded.event.tag());
    let what = match &line.recorded.event {
        Event::Accessed(look) => {
            let sections: Vec<String> =
                look.sections.iter().map(|section| words::section(layout, section)).collect();
            format!("{what}: {}. {}", sections.join(", "), words::purpose(layout, &look.purpose))
        }
        Event::HoldPlaced(placed) => format!("{what}: {}", words::hold(layout, placed.hold.word())),
        Event::HoldLifted(lifted) => format!("{what}: {}", words::hold(layout, lifted.hold.word())),
        Event::CheckRecorded(check) => format!("{what}: {}", words::check(layout, &check.check)),
        _ => what,
    };
    Entry {
        what,
        who: line.name.as_ref().map_or_else(|| role.clone(), |name| format!("{name} ({role})")),
        when: words::moment(layout, at),
        text: line.text.clone(),
        by_system: by.role() == Role::System,
    }
}

pub(super) fn sample() -> Vec<Line> {
    let staff = muster_vocab::Actor::Staff { staff: 1.into(), human: 1.into(), role: Role::Clerk };
    let system = muster_vocab::Actor::System { worker: muster_vocab::Worker::Eligibility };
    let line = |event, by, text: Option<&str>, name: Option<&str>| Line {
        recorded: Recorded { event, moment: Moment { at: jiff::Timestamp::UNIX_EPOCH, by }, version: 1 },
        text: text.map(str::to_owned),
        name: name.map(str::to_owned),
    };
    let look =
        muster_case::access::Accessed { sections: vec!["identity".to_owned()], purpose: "decide".to_owned() };
    let accepted = muster_case::eligibility::FindingAccepted {};
    vec![
        line(look.into(), staff, None, Some("Olena Marchuk")),
        line(accepted.into(), system, Some("It is so."), None),
    ]
}
