//! What only the simulation can know: how far the pipeline's findings agree with the truth.

use super::{
    super::desk::{Desk, Human},
    Funnel, Tally,
    count::{Counted, tallies},
};
use crate::scenario::{Caught, Kind};
use muster_case::{intake::Experience, screening::Ruling};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Counted by the truth, which no part of the pipeline sees.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TruthCheck {
    /// People who wrote twice, by how.
    pub duplicates_planted: Vec<Tally>,
    /// Second writings that stand as a case of their own at the end.
    pub duplicates_missed: u32,
    /// Second writings that opened a case of their own although the first had one, by how.
    pub duplicates_apart: Vec<Tally>,
    /// Of these, suspected at once.
    pub duplicates_found: Vec<Tally>,
    /// Pairs that were suspected.
    pub pairs: u32,
    /// Of these, of one person.
    pub pairs_right: u32,
    /// Pairs of different people who share a telephone.
    pub households: u32,
    /// Of these, suspected.
    pub households_suspected: u32,
    /// Merges of two different people.
    pub merged_wrongly: u32,
    /// Listed people who were screened.
    pub listed_screened: u32,
    /// Of these, confirmed as the person of the entry.
    pub listed_found: u32,
    /// Of these, held against their own entry by the engine.
    pub listed_hit: u32,
    /// Pairs of a person and an entry that the engine alerted on, among those who wrote.
    pub alerts: u32,
    /// Of these, the person of the entry.
    pub alerts_right: u32,
    /// The engine's recall: listed people hit, of those screened.
    pub recall: f64,
    /// The engine's precision: alerts that are right, of all. Who merely has the name of somebody listed is among the
    /// wrong ones.
    pub precision: f64,
    /// People confirmed as the person of an entry who are not.
    pub matched_wrongly: u32,
    /// Accepted combat veterans who never saw combat.
    pub false_veterans_accepted: u32,
    /// False veterans whom documents, interview or reception found out.
    pub false_veterans_found: u32,
    /// Agents with clean papers who were accepted.
    pub agents_accepted: u32,
    /// Agents planted.
    pub agents: u32,
    /// Turned away before an interview, as a share of the people who wrote.
    pub turned_away_share: f64,
}

pub(super) fn check(desk: &Desk<'_>, writers: &[&Counted], funnel: &Funnel) -> TruthCheck {
    let person = |file: usize| match desk.files[file].who {
        Human::Writer(person) => Some(person),
        Human::WalkIn(_) => None,
    };
    let people: BTreeSet<_> = writers.iter().filter_map(|case| person(case.file)).collect();
    let confirmed = |case: &Counted| {
        let hits = desk.case(case.file).hits.values();
        hits.filter(|hit| hit.list.list == super::super::watch::LIST)
            .any(|hit| hit.ruling == Some(Ruling::TrueMatch))
    };
    let updated = |case: &Counted| {
        person(case.file).is_some_and(|person| desk.population.watchlist.added_are.contains(&person))
    };
    let listed = |case: &Counted| desk.truth(case.file).listed.is_some() || updated(case);
    let own = |case: &Counted| own_entry(desk, case.file);
    let hit = |case: &Counted| own(case).is_some_and(|no| desk.files[case.file].entries.contains(&no));
    let screened = |case: &Counted| desk.case(case.file).checks.get("watchlist").is_some_and(Option::is_some);
    let count = |is: &dyn Fn(&Counted) -> bool| writers.iter().filter(|case| is(case)).count() as u32;
    let lied = |case: &Counted| desk.truth(case.file).false_claim.is_some();
    let accepted = |case: &Counted| case.row.accepted_at.is_some();
    let combat = |case: &Counted| desk.files[case.file].told.background.experience == Experience::Combat;
    let found_out = |case: &Counted| {
        let case_codes = |code: &str| case.row.codes.iter().any(|found| found == code);
        match desk.truth(case.file).false_claim {
            Some(Caught::Documents) => desk.case(case.file).facts.contains_key("experience"),
            Some(_) => case_codes("R30"),
            None => false,
        }
    };
    let (listed_screened, listed_hit) =
        (count(&|case| listed(case) && screened(case)), count(&|case| screened(case) && hit(case)));
    let alerts: u32 = writers.iter().map(|case| desk.files[case.file].entries.len() as u32).sum();
    let alerts_right = count(&hit);
    let suspected: BTreeSet<(usize, usize)> = desk.notes.suspected.iter().copied().collect();
    let right: Vec<_> = suspected.iter().filter(|(newer, older)| person(*newer) == person(*older)).collect();
    let found: BTreeSet<usize> = right.iter().map(|(newer, _)| *newer).collect();
    // Whoever wrote first has a file by then, unless nothing of it could be taken in.
    let before = |file: usize| (0..file).any(|earlier| person(earlier) == person(file));
    let apart: Vec<_> = desk.notes.seconds.iter().filter(|(file, _)| before(*file)).collect();
    let homes = households(desk);
    let of = |part: u32, whole: u32| if whole == 0 { 1.0 } else { f64::from(part) / f64::from(whole) };
    TruthCheck {
        duplicates_planted: tallies(desk.notes.again.iter().map(|kind| word(*kind).to_owned())),
        duplicates_apart: tallies(apart.iter().map(|(_, kind)| word(*kind).to_owned())),
        duplicates_found: tallies(
            apart.iter().filter(|(file, _)| found.contains(file)).map(|(_, kind)| word(*kind).to_owned()),
        ),
        pairs: suspected.len() as u32,
        pairs_right: right.len() as u32,
        households: homes.len() as u32,
        households_suspected: homes.iter().filter(|pair| suspected.contains(pair)).count() as u32,
        duplicates_missed: (writers.len() - people.len()) as u32,
        merged_wrongly: desk
            .notes
            .merged
            .iter()
            .filter(|(newer, older)| person(*newer) != person(*older))
            .count() as u32,
        listed_screened,
        listed_hit,
        alerts,
        alerts_right,
        recall: of(listed_hit, listed_screened),
        precision: of(alerts_right, alerts),
        listed_found: count(&|case| listed(case) && confirmed(case)),
        matched_wrongly: count(&|case| !listed(case) && confirmed(case)),
        false_veterans_accepted: count(&|case| accepted(case) && lied(case) && combat(case)),
        false_veterans_found: count(&found_out),
        agents_accepted: count(&|case| accepted(case) && desk.truth(case.file).agent),
        agents: desk.population.people().filter(|(_, truth)| truth.agent).count() as u32,
        turned_away_share: f64::from(funnel.turned_away) / f64::from(funnel.people.max(1)),
    }
}

/// Pairs of files of different people who share a telephone: the newer, the older.
fn households(desk: &Desk<'_>) -> Vec<(usize, usize)> {
    let mut homes: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for file in 0..desk.files.len() {
        if let Some(home) = desk.truth(file).household {
            homes.entry(home).or_default().push(file);
        }
    }
    let different = |(newer, older): &(usize, usize)| desk.files[*newer].who != desk.files[*older].who;
    let pairs = homes.values().flat_map(|files| {
        files.iter().enumerate().flat_map(|(n, newer)| files[..n].iter().map(|older| (*newer, *older)))
    });
    pairs.filter(different).collect()
}

/// The entry that means the person of a file, if one does.
fn own_entry(desk: &Desk<'_>, file: usize) -> Option<u32> {
    let Human::Writer(person) = desk.files[file].who else { return None };
    let list = &desk.population.watchlist;
    let added = list.added_are.iter().position(|meant| *meant == person);
    desk.truth(file).listed.or_else(|| list.added.get(added?).map(|entry| entry.no))
}

const fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::First => "first",
        Kind::SameMailResent => "same_mail_resent",
        Kind::NewMailSamePhone => "new_mail_same_phone",
        Kind::SecondMission => "second_mission",
        Kind::Transliteration => "transliteration",
    }
}
