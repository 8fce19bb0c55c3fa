//! What the events of a case do to the views.

use super::table::{Change, Table};
use crate::db::Value;
use muster_case::{Case, Event, Stage, decision::About};
use muster_vocab::{HumanId, StreamId};

/// What the store knows beside the event: its version, and keyed hashes of what it sealed.
pub(crate) struct Around<'a> {
    pub(crate) stream: StreamId,
    pub(crate) version: u64,
    pub(crate) before: &'a Case,
    pub(crate) after: &'a Case,
    pub(crate) at: i64,
    /// Look-ups of a dossier in the event: kind and token.
    pub(crate) lookups: Vec<(&'static str, [u8; 16])>,
}

fn blob(bytes: &[u8]) -> Value {
    Value::Blob(bytes.to_vec())
}

fn text(text: impl ToString) -> Value {
    Value::Text(text.to_string())
}

fn time(at: Option<jiff::Timestamp>) -> Value {
    at.map_or(Value::Null, |at| Value::Int(at.as_microsecond()))
}

/// Appends what `event` changes beside the case's own row, which [`case_row`] gives once for a whole append.
pub(crate) fn project_case(event: &Event, around: &Around<'_>, out: &mut Vec<Change>) {
    let case_id = || blob(around.stream.bytes());
    let (before, after) = (around.before, around.after);
    match event {
        Event::Recommended(first) => out.push(signature(around, &first.proposal.to_string(), first.by, 1)),
        Event::Countersigned(second) => {
            out.push(signature(around, &second.proposal.to_string(), second.by, 2));
        }
        Event::EarlyRefusalConfirmed(signed) => out.push(alone(around, signed.by)),
        Event::TurnedBack(signed) => out.push(alone(around, signed.by)),
        Event::ReviewSettled(signed) => out.push(alone(around, signed.by)),
        Event::MessageQueued(message) => out.push(Change::Put(
            Table::Messages,
            vec![case_id(), Value::Int(around.version as i64), text(about(message.about))],
        )),
        Event::Erased(erased) => {
            out.push(Change::Clear(Table::Lookups, *around.stream.bytes()));
            for token in &erased.suppression {
                out.push(Change::Put(Table::Suppressions, vec![text(token), case_id()]));
            }
            if let Some(person) = before.person {
                out.push(Change::Put(
                    Table::Tombstones,
                    vec![case_id(), blob(person.bytes()), Value::Int(around.at)],
                ));
            }
        }
        _ => {}
    }
    for (kind, token) in &around.lookups {
        out.push(Change::Put(Table::Lookups, vec![text(kind), blob(token), case_id()]));
    }
    match (&before.booking, &after.booking) {
        (None, Some(booking)) => out.push(Change::Put(
            Table::Bookings,
            vec![blob(booking.slot.bytes()), case_id(), Value::Int(booking.starts.as_microsecond())],
        )),
        (Some(booking), None) => out.push(Change::Delete(Table::Bookings, vec![blob(booking.slot.bytes())])),
        _ => {}
    }
    if before.clearance != after.clearance
        && let Some(pass) = &after.clearance
    {
        let flag = |set| Value::Int(i64::from(set));
        let row = vec![blob(pass.pass.bytes()), case_id(), flag(pass.used), flag(pass.revoked)];
        out.push(Change::Put(Table::Passes, row));
    }
    match (before.is_active(), after.is_active(), after.person) {
        (false, true, Some(person)) => {
            out.push(Change::Put(Table::ActiveCases, vec![blob(person.bytes()), case_id()]));
        }
        (true, false, Some(person)) => {
            out.push(Change::Delete(Table::ActiveCases, vec![blob(person.bytes())]));
        }
        _ => {}
    }
}

fn signature(around: &Around<'_>, act: &str, human: HumanId, place: i64) -> Change {
    Change::Put(
        Table::Signatures,
        vec![blob(around.stream.bytes()), text(act), blob(human.bytes()), Value::Int(place)],
    )
}

/// A decision with one signature is an act of its own, named by the event's version.
fn alone(around: &Around<'_>, human: HumanId) -> Change {
    signature(around, &format!("event-{}", around.version), human, 1)
}

const fn about(about: About) -> &'static str {
    match about {
        About::InfoRequest => "info_request",
        About::Interview => "interview",
        About::Decision => "decision",
        About::Pass => "pass",
        About::Correction => "correction",
    }
}

/// The case's own row, as it stands.
pub(crate) fn case_row(stream: StreamId, version: u64, case: &Case) -> Change {
    let flag = |set: bool| Value::Int(i64::from(set));
    let words = |words: Vec<&str>| Value::Text(words.join(" "));
    let erased = case.stage == Some(Stage::Erased);
    let accepted = case.decisions.iter().find(|decision| decision.stage == Stage::Accepted).map(|d| d.at);
    let open_count = case.hits.values().filter(|hit| hit.ruling.is_none()).count();
    let row = vec![
        blob(stream.bytes()),
        // An erased case names nobody; its tombstone says whose key is gone.
        case.person.filter(|_| !erased).map_or(Value::Null, |person| blob(person.bytes())),
        text(case.mission.as_ref().map_or("", |mission| mission.as_str())),
        text(case.channel.map_or("", muster_case::intake::Channel::word)),
        flag(case.assisted_by.is_some()),
        flag(case.walk_in),
        text(case.stage.map_or("", Stage::word)),
        Value::Int(case.stage_since.map_or(0, jiff::Timestamp::as_microsecond)),
        words(case.holds.iter().map(|hold| hold.word()).collect()),
        time(case.opened_at),
        time(case.submitted_at),
        Value::Int(i64::from(case.submissions)),
        time(case.answered_at),
        time(case.interviewed_at),
        time(accepted),
        case.determination.as_ref().map_or(Value::Null, |found| text(found.outcome.word())),
        case.determination.as_ref().map_or(Value::Null, |found| text(&found.edition.id)),
        Value::Int(case.flips.len() as i64),
        words(case.outcome_codes.iter().map(|code| code.code()).collect()),
        Value::Int(case.unrecorded_checks().count() as i64),
        Value::Int(open_count as i64),
        Value::Int(i64::from(case.no_shows)),
        case.proposal.as_ref().map_or(Value::Null, |open| text(open.id)),
        case.proposal.as_ref().map_or(Value::Null, |open| text(open.act.word())),
        case.arrival.map_or(Value::Null, |grade| text(grade.word())),
        case.merged_into.map_or(Value::Null, |into| blob(into.bytes())),
        Value::Int(version as i64),
    ];
    Change::Put(Table::Cases, row)
}
