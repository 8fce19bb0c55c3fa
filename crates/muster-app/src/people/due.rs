//! Who is due: everybody whose last case has been closed for as long as its class is kept (capability P1).

use crate::{App, Failure, Programme};
use jiff::{SignedDuration, Timestamp};
use muster_case::{Hold, Permit, Stage, access::ReadCases};
use muster_store::views::CaseRow;
use muster_vocab::{CaseId, PersonId};
use serde::Serialize;
use std::collections::BTreeMap;

/// A person whose data is to be erased.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Due {
    /// The person.
    pub person: PersonId,
    /// Since when.
    pub since: Timestamp,
    /// The class of the case that was kept longest, as the programme names it.
    pub class: &'static str,
    /// The person's cases.
    pub cases: Vec<CaseId>,
}

/// How a closed case is classed; nothing for one that is open.
fn class_of(stage: Stage) -> Option<&'static str> {
    match stage {
        Stage::Lapsed => Some("lapsed"),
        Stage::Withdrawn => Some("withdrawn"),
        Stage::RefusedEarly | Stage::Refused | Stage::Revoked | Stage::TurnedBack => Some("refused"),
        stage if stage.is_closed() && stage != Stage::Erased => Some("other"),
        _ => None,
    }
}

/// From when a case need not be kept any more, and its class. Nothing while it must be kept.
fn kept_until(programme: &Programme, row: &CaseRow) -> Option<(Timestamp, &'static str)> {
    if row.holds.iter().any(|hold| hold == Hold::Legal.word()) {
        return None;
    }
    let class = class_of(row.stage.parse().ok()?)?;
    // A class the programme does not name is kept for ever rather than erased by mistake.
    let days = programme.retention_days.get(class)?;
    let until = row.stage_since.checked_add(SignedDuration::from_hours(i64::from(*days) * 24)).ok()?;
    Some((until, class))
}

impl App {
    /// Everybody whose every case may go at `at`, the longest due first. A case that is merged away goes with the case
    /// that goes on.
    ///
    /// # Errors
    /// If the store failed.
    pub fn due(&self, permit: Permit<ReadCases>, at: Timestamp) -> Result<Vec<Due>, Failure> {
        let mut people: BTreeMap<PersonId, Vec<CaseRow>> = BTreeMap::new();
        self.store.views.each_case(permit, &mut |row| {
            if let Some(person) = row.person {
                people.entry(person).or_default().push(row);
            }
        })?;
        let mut until_of = BTreeMap::new();
        let mut into_of = BTreeMap::new();
        for row in people.values().flatten() {
            match row.merged_into {
                Some(into) => drop(into_of.insert(row.case, into)),
                None => drop(until_of.insert(row.case, kept_until(&self.programme, row))),
            }
        }
        // A case that is held itself stays, wherever it was merged.
        let held = |row: &CaseRow| row.holds.iter().any(|hold| hold == Hold::Legal.word());
        let until = |row: &CaseRow| {
            let mut case = row.case;
            for _ in 0..=into_of.len() {
                match into_of.get(&case) {
                    Some(into) => case = *into,
                    None => break,
                }
            }
            // Merged into a case that is erased already: there is nothing left to wait for.
            until_of.get(&case).copied().unwrap_or(Some((row.stage_since, "other")))
        };
        let mut due = Vec::new();
        for (person, rows) in &people {
            let last: Option<Vec<_>> = rows.iter().map(|row| until(row).filter(|_| !held(row))).collect();
            let Some((since, class)) = last.and_then(|all| all.into_iter().max()) else { continue };
            if since <= at {
                due.push(Due {
                    person: *person,
                    since,
                    class,
                    cases: rows.iter().map(|row| row.case).collect(),
                });
            }
        }
        due.sort_by_key(|due| (due.since, due.person));
        Ok(due)
    }
}
