//! What waits for people: hits, the strongest first, and checks that no machine could make.

use crate::{App, Failure};
use jiff::Timestamp;
use muster_case::{
    Case, Event, Permit,
    access::{ReadCases, ReadHits, RecordAccess},
    decision,
    screening::{EntryChange, ListRef, Strength},
};
use muster_store::{keys::Holder, views::CaseRow};
use muster_vocab::{Actor, CaseId, HitId, MissionCode, Worker};
use serde::Serialize;
use std::cmp::Reverse;

/// A hit without a ruling. Nothing of it is the person's own data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OpenHit {
    /// The case.
    pub case: CaseId,
    /// The mission that rules.
    pub mission: String,
    /// Where the case stands.
    pub stage: String,
    /// The hit.
    pub hit: HitId,
    /// The list and its edition.
    pub list: ListRef,
    /// The publisher's identifier of the entry, if an engine found it.
    pub entry: Option<String>,
    /// One adjudicator may clear it, or two must.
    pub strength: Strength,
    /// All evidence together, in thousandths of a bit; nothing of a hit that was raised by hand.
    pub millibits: Option<i32>,
    /// When it was raised.
    pub raised_at: Timestamp,
    /// Whether the first of two adjudicators has signed that it be cleared.
    pub first_signed: bool,
    /// What a later edition did with the entry.
    pub noted: Option<(ListRef, EntryChange)>,
}

/// A check that no machine could make, and that nobody has made yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LeftCheck {
    /// The case.
    pub case: CaseId,
    /// The mission.
    pub mission: String,
    /// The check.
    pub check: String,
    /// Since when the case stands where it is.
    pub since: Timestamp,
}

/// Every hit without a ruling, of a mission or of all: those that two people must clear before the others, the one
/// with the most evidence first, then the one that has waited longest.
///
/// # Errors
/// If the store fails.
pub fn queue(app: &App, _: Permit<ReadHits>, mission: Option<&MissionCode>) -> Result<Vec<OpenHit>, Failure> {
    let mut hits = Vec::new();
    for (row, case) in waiting(app, mission, |row| row.hits_open > 0)? {
        for id in case.open_hits() {
            let hit = &case.hits[&id];
            let clears =
                |act: &decision::Act| matches!(act, decision::Act::ClearHit { hit, .. } if *hit == id);
            hits.push(OpenHit {
                case: row.case,
                mission: row.mission.clone(),
                stage: row.stage.clone(),
                hit: id,
                list: hit.list.clone(),
                entry: hit.scored.as_ref().map(|scored| scored.entry.clone()),
                strength: hit.strength,
                millibits: hit.scored.as_ref().map(|scored| scored.millibits),
                raised_at: hit.raised_at,
                first_signed: case.proposal.as_ref().is_some_and(|open| clears(&open.act)),
                noted: hit.noted.clone(),
            });
        }
    }
    hits.sort_by_key(|hit| (Reverse((hit.strength, hit.millibits)), hit.raised_at, hit.hit));
    Ok(hits)
}

/// Every check that a worker left to a person, the case that has waited longest first.
///
/// # Errors
/// If the store fails.
pub fn left(
    app: &App,
    _: Permit<ReadHits>,
    mission: Option<&MissionCode>,
) -> Result<Vec<LeftCheck>, Failure> {
    let mut checks = Vec::new();
    for (row, case) in waiting(app, mission, |row| row.checks_open > 0)? {
        for check in &case.left {
            let (mission, since) = (row.mission.clone(), row.stage_since);
            checks.push(LeftCheck { case: row.case, mission, check: check.clone(), since });
        }
    }
    checks.sort_by_key(|left| (left.since, left.case));
    Ok(checks)
}

/// Opens the evidence of a hit, in words. That it was opened is recorded on the case.
///
/// # Errors
/// [`Failure::Input`] if there is no such hit, or its words are erased; else as [`App::carry_out`].
pub fn evidence(
    app: &App,
    permit: Permit<ReadHits>,
    case: CaseId,
    hit: HitId,
    at: Timestamp,
) -> Result<String, Failure> {
    let mut raised = None;
    let mut person = None;
    for recorded in app.store.journal.history::<Event>(case.into())? {
        match recorded.event {
            Event::DraftOpened(event) => person = Some(event.person),
            Event::WalkInRegistered(event) => person = Some(event.person),
            Event::HitRaised(event) if event.hit == hit => raised = Some(event.evidence),
            _ => {}
        }
    }
    let missing =
        || Failure::Input(format!("case {case} has no hit {hit}; see the queue for those that wait"));
    let (sealed, person) = raised.zip(person).ok_or_else(missing)?;
    let access = RecordAccess { sections: vec!["decision".into()], purpose: "adjudicate".into() };
    app.carry_out(Permit::ask(permit.actor())?, case, access, at)?;
    let opened = app.store.journal.open(Holder::from(person), &sealed)?;
    opened.map(|words| words.0).ok_or_else(|| {
        Failure::Input(format!("the evidence of hit {hit} was erased with everything else of the person"))
    })
}

/// The cases of a mission whose row says that something waits, as they stand.
fn waiting(
    app: &App,
    mission: Option<&MissionCode>,
    waits: impl Fn(&CaseRow) -> bool,
) -> Result<Vec<(CaseRow, Case)>, Failure> {
    let permit = Permit::<ReadCases>::ask(Actor::System { worker: Worker::Screening })?;
    let mut rows = Vec::new();
    app.store.views.each_case(permit, &mut |row| {
        let here = mission.is_none_or(|mission| row.mission == mission.as_str());
        if here && row.merged_into.is_none() && waits(&row) {
            rows.push(row);
        }
    })?;
    rows.into_iter().map(|row| Ok((app.load(row.case)?, row)).map(|(case, row)| (row, case))).collect()
}
