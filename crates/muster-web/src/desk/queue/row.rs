//! A row of the list, in words.

use super::case_address;
use crate::{Layout, desk::words};
use jiff::Timestamp;
use muster_app::{
    Programme,
    desk::{Due, Holder, Officer, Queue, QueueRow},
};
use muster_vocab::{CaseId, HumanId, Role, StaffId};

/// A row, in words.
pub(super) struct Row {
    pub(super) href: String,
    pub(super) reference: String,
    pub(super) waits: String,
    pub(super) stage: String,
    pub(super) mission: String,
    pub(super) finding: String,
    pub(super) holds: Vec<String>,
    /// Why it stands where it stands: what is needed and how that is known.
    pub(super) why: String,
    pub(super) waited: String,
    pub(super) due: String,
    pub(super) is_late: bool,
    pub(super) holder: Option<String>,
}

impl Row {
    pub(super) fn new(
        layout: &Layout,
        programme: &Programme,
        officer: &Officer,
        row: QueueRow,
        at: Timestamp,
    ) -> Self {
        let finding =
            if row.finding.is_empty() { String::new() } else { words::finding(layout, &row.finding) };
        Self {
            href: case_address(layout, row.case),
            waits: words::queue(layout, row.queue.word()),
            stage: words::stage(layout, &row.stage),
            mission: words::mission(layout, &programme.portal, &row.mission),
            finding,
            holds: row.holds.iter().map(|hold| words::hold(layout, hold)).collect(),
            why: why(layout, programme, &row),
            waited: waited(layout, row.since, at),
            due: due(layout, row.due),
            is_late: matches!(row.due, Due::Late(_)),
            holder: row.holder.map(|holder| held(layout, officer, &holder)),
            reference: row.reference,
        }
    }
}

fn why(layout: &Layout, programme: &Programme, row: &QueueRow) -> String {
    let needed = row.need.as_ref().and_then(|need| programme.priority.role(need));
    let Some(needed) = needed else { return layout.say("desk-queue-not-needed").to_owned() };
    let name = needed.name.get(layout.lang()).or_else(|| needed.name.values().next());
    let known = words::provenance(layout, &row.evidence);
    let role = name.map_or(needed.role.as_str(), String::as_str);
    layout.say_with("desk-queue-needed", &[("role", role.into()), ("known", (&known).into())])
}

fn waited(layout: &Layout, since: Timestamp, at: Timestamp) -> String {
    let hours = at.duration_since(since).as_hours().max(0);
    if hours >= 24 {
        return layout.say_with("desk-queue-waited-days", &[("days", (hours / 24).into())]);
    }
    layout.say_with("desk-queue-waited-hours", &[("hours", hours.into())])
}

/// When an answer is due, in words.
pub(crate) fn due(layout: &Layout, due: Due) -> String {
    match due {
        Due::Stands => layout.say("desk-queue-due-stands").to_owned(),
        Due::Today => layout.say("desk-queue-due-today").to_owned(),
        Due::In(1) => layout.say("desk-queue-due-tomorrow").to_owned(),
        Due::In(days) => layout.say_with("desk-queue-due-in", &[("days", days.into())]),
        Due::Late(days) => layout.say_with("desk-queue-due-late", &[("days", days.into())]),
    }
}

fn held(layout: &Layout, officer: &Officer, holder: &Holder) -> String {
    if holder.human == Some(officer.human) {
        return layout.say("desk-queue-held-by-you").to_owned();
    }
    holder.name.clone().unwrap_or_else(|| layout.say("desk-queue-held-by-somebody").to_owned())
}

pub(in crate::desk) fn sample_officer() -> Officer {
    Officer {
        staff: StaffId::from(1),
        human: HumanId::from(1),
        roles: [Role::Clerk, Role::Attache].into(),
        missions: [].into(),
        stepped_up: false,
    }
}

pub(super) fn sample_time() -> Timestamp {
    Timestamp::from_second(1_646_301_600).unwrap_or_default()
}

/// Rows of every kind.
pub(super) fn samples() -> Vec<QueueRow> {
    let hours = |hours| sample_time() - jiff::SignedDuration::from_hours(hours);
    let row = |case: u128, reference: &str, queue| QueueRow {
        case: CaseId::from(case),
        reference: reference.to_owned(),
        queue,
        mission: "us-washington".to_owned(),
        stage: "submitted".to_owned(),
        finding: "refuse_proposed".to_owned(),
        holds: vec![],
        need: Some("medic".to_owned()),
        evidence: "seen".to_owned(),
        since: hours(74),
        due: Due::Late(2),
        holder: None,
    };
    let holder = |human, name: &str| Holder {
        staff: StaffId::from(human),
        human: Some(HumanId::from(human)),
        name: Some(name.to_owned()),
        since: hours(1),
    };
    vec![
        row(1, "MU-7Q4K-22XY", Queue::Intake),
        QueueRow {
            holder: Some(holder(1, "Olena Marchuk")),
            due: Due::In(1),
            ..row(2, "MU-3H5M-9KWP", Queue::Intake)
        },
        QueueRow {
            holder: Some(holder(2, "Ivan Bondar")),
            need: None,
            stage: "recommended".to_owned(),
            finding: "eligible".to_owned(),
            holds: vec!["legal".to_owned(), "medical".to_owned()],
            since: hours(3),
            due: Due::Today,
            ..row(3, "MU-88AC-D2FG", Queue::Decision)
        },
        QueueRow { due: Due::In(4), finding: String::new(), ..row(4, "MU-1B2C-3D4E", Queue::Review) },
        QueueRow {
            due: Due::Stands,
            stage: "info_requested".to_owned(),
            ..row(5, "MU-5F6G-7H8J", Queue::Elsewhere)
        },
    ]
}
