//! Counting: the funnel, reasons, queues and waits from the views.

use super::{
    super::{Plot, desk::Desk},
    Bulk, Day, Duplicates, Funnel, Hits, Played, Queue, Reason, Spread, Tally, Waits, later, truth,
};
use crate::Failure;
use jiff::Timestamp;
use muster_case::{Permit, Stage, intake::Experience};
use muster_store::views::CaseRow;
use muster_vocab::{Actor, ReasonCode, Worker};
use std::collections::BTreeMap;

/// A row of the views with the file of the same case.
pub(super) struct Counted {
    pub(super) row: CaseRow,
    pub(super) file: usize,
}

impl Counted {
    pub(super) fn is_on(&self, stage: Stage) -> bool {
        self.row.stage == stage.word()
    }
}

/// Counts what came of it.
pub(in super::super) fn count(desk: &Desk<'_>, plot: &Plot) -> Result<Played, Failure> {
    let permit = Permit::ask(Actor::System { worker: Worker::Clock })?;
    let mut all = Vec::new();
    desk.app.store.views.each_case(permit, &mut |row| {
        if let Some(file) = desk.file_of(row.case) {
            all.push(Counted { row, file });
        }
    })?;
    all.sort_by_key(|counted| counted.file);
    // Whoever wrote, once each.
    let writers: Vec<&Counted> =
        all.iter().filter(|case| !case.row.walk_in && case.row.merged_into.is_none()).collect();
    let end = desk.calendar.start(plot.days + 1);
    let funnel = funnel(desk, plot, &writers);
    let us = writers.iter().filter(|case| is_american(desk, case.file)).count();
    Ok(Played {
        plot: *plot,
        reasons: reasons(&writers, &|case| turned_away(case)),
        reasons_after_interview: reasons(&writers, &|case| {
            case.row.interviewed_at.is_some() && (case.is_on(Stage::Refused) || case.is_on(Stage::Deferred))
        }),
        queues: queues(&writers, end),
        waits: waits(desk, &writers),
        accepted_by_trade: later::accepted_by_trade(desk, &writers),
        accepted_with_needed_skill: later::accepted_with_needed_skill(desk, &writers),
        travel: later::travel(desk, &writers),
        walk_ins: later::walk_ins(desk, &all),
        arrivals: later::arrivals(desk, &all, plot),
        flips: later::flips(desk),
        duplicates: Duplicates {
            repeated: desk.notes.repeated,
            merged: desk.notes.merged.len() as u32,
            dismissed: desk.notes.dismissed,
        },
        hits: hits(desk, &all),
        refused_attempts: desk.notes.refused.iter().map(|(name, count)| tally(name, *count)).collect(),
        bulk: Bulk { refusals: desk.notes.in_bulk.0, signatures: desk.notes.in_bulk.1 },
        daily: daily(desk, plot, &writers),
        channels: tallies(writers.iter().map(|case| case.row.channel.clone())),
        us_share: us as f64 / writers.len().max(1) as f64,
        commands: desk.notes.commands,
        against: desk.notes.against.clone(),
        events: desk.app.store.journal.len()?,
        truth_check: truth::check(desk, &writers, &funnel),
        funnel,
    })
}

fn funnel(desk: &Desk<'_>, plot: &Plot, writers: &[&Counted]) -> Funnel {
    let count = |is: &dyn Fn(&Counted) -> bool| writers.iter().filter(|case| is(case)).count() as u32;
    let seen = |case: &Counted| case.row.interviewed_at.is_some();
    let before = |case: &Counted| !seen(case);
    let screened = |case: &Counted| !desk.case(case.file).checks.is_empty();
    let missed = |case: &Counted| before(case) && case.row.no_shows > 0;
    let open = |case: &Counted| desk.case(case.file).is_active();
    let refused_early = count(&|case| before(case) && case.is_on(Stage::RefusedEarly));
    let referred = count(&|case| before(case) && case.is_on(Stage::Referred));
    let cases = writers.len() as u32;
    let accepted = |case: &Counted| case.row.accepted_at.is_some();
    let background = |case: &Counted| &desk.files[case.file].told.background;
    Funnel {
        inquiries: desk.notes.inquiries,
        people: plot.people,
        cases,
        refused_early,
        refused_on_findings: count(&|case| case.is_on(Stage::RefusedEarly) && !screened(case)),
        refused_on_screening: count(&|case| case.is_on(Stage::RefusedEarly) && screened(case)),
        referred,
        turned_away: refused_early + referred,
        interviewable: cases - refused_early - referred,
        withdrawn_before: count(&|case| before(case) && case.is_on(Stage::Withdrawn) && !missed(case)),
        lapsed: count(&|case| before(case) && case.is_on(Stage::Lapsed) && !missed(case)),
        interviewed: count(&seen),
        no_shows: desk.notes.no_shows,
        missed: count(&missed),
        waiting: count(&|case| before(case) && open(case) && !missed(case)),
        awaiting_second_signature: count(&|case| case.is_on(Stage::Recommended)),
        deferred: count(&|case| case.is_on(Stage::Deferred)),
        refused: count(&|case| case.is_on(Stage::Refused)),
        accepted: count(&accepted),
        accepted_combat: count(&|case| accepted(case) && background(case).experience == Experience::Combat),
        accepted_helicopter_pilots: count(&|case| {
            accepted(case) && background(case).trade.as_deref() == Some("helicopter_pilot")
        }),
    }
}

/// Refused or referred before an interview.
pub(super) fn turned_away(case: &Counted) -> bool {
    case.row.interviewed_at.is_none() && (case.is_on(Stage::RefusedEarly) || case.is_on(Stage::Referred))
}

fn is_american(desk: &Desk<'_>, file: usize) -> bool {
    desk.files[file].told.identity.nationalities.iter().any(|country| country.code() == "US")
}

fn reasons(writers: &[&Counted], of: &dyn Fn(&Counted) -> bool) -> Vec<Reason> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for case in writers.iter().filter(|case| of(case)) {
        if let Some(code) = case.row.codes.first() {
            *counts.entry(code).or_default() += 1;
        }
    }
    let meaning = |code: &str| code.parse().map_or("", ReasonCode::meaning).to_owned();
    let mut reasons: Vec<Reason> = counts
        .into_iter()
        .map(|(code, count)| Reason {
            code: code.to_owned(),
            meaning: meaning(code),
            count,
            share: f64::from(count) / writers.len().max(1) as f64,
        })
        .collect();
    reasons.sort_by_key(|reason| std::cmp::Reverse(reason.count));
    reasons
}

fn queues(writers: &[&Counted], end: Timestamp) -> Vec<Queue> {
    Stage::ALL
        .iter()
        .filter(|stage| !stage.is_closed())
        .filter_map(|stage| {
            let here = writers.iter().filter(|case| case.is_on(*stage));
            let days: Vec<f64> = here.map(|case| days(case.row.stage_since, end)).collect();
            let spread = spread(days);
            (spread.of > 0).then(|| Queue { stage: stage.word().into(), cases: spread.of, days: spread })
        })
        .collect()
}

fn waits(desk: &Desk<'_>, writers: &[&Counted]) -> Waits {
    let between = |from: &dyn Fn(&CaseRow) -> Option<Timestamp>,
                   to: &dyn Fn(&CaseRow) -> Option<Timestamp>| {
        spread(writers.iter().filter_map(|case| Some(days(from(&case.row)?, to(&case.row)?))).collect())
    };
    Waits {
        to_answer: between(&|row| row.submitted_at, &|row| row.answered_at),
        to_interview: between(&|row| row.submitted_at, &|row| row.interviewed_at),
        to_decision: spread(desk.notes.decided_after.clone()),
    }
}

fn hits(desk: &Desk<'_>, all: &[Counted]) -> Hits {
    let screened =
        |case: &&Counted| desk.case(case.file).checks.get("watchlist").is_some_and(Option::is_some);
    let cases: Vec<_> = all.iter().filter(screened).collect();
    let hit = cases.iter().filter(|case| {
        desk.case(case.file).hits.values().any(|hit| hit.list.list == super::super::watch::LIST)
    });
    let notes = &desk.notes.hits;
    Hits {
        screened: cases.len() as u32,
        raised: notes.raised,
        false_match: notes.false_match,
        inconclusive: notes.inconclusive,
        true_match: notes.true_match,
        open: all.iter().map(|case| case.row.hits_open).sum(),
        by_list_update: notes.by_update,
        undisclosed_records: notes.records,
        share: hit.count() as f64 / cases.len().max(1) as f64,
    }
}

fn daily(desk: &Desk<'_>, plot: &Plot, writers: &[&Counted]) -> Vec<Day> {
    let on = |day: u32, at: &dyn Fn(&CaseRow) -> Option<Timestamp>| {
        let (from, until) = (desk.calendar.start(day), desk.calendar.start(day + 1));
        writers.iter().filter(|case| at(&case.row).is_some_and(|at| (from..until).contains(&at))).count()
            as u32
    };
    (1..=plot.days)
        .map(|day| Day {
            day,
            date: desk.calendar.date(day).to_string(),
            arrived: on(day, &|row| row.opened_at),
            answered: on(day, &|row| row.answered_at),
            interviewed: on(day, &|row| row.interviewed_at),
            accepted: on(day, &|row| row.accepted_at),
        })
        .collect()
}

fn days(from: Timestamp, to: Timestamp) -> f64 {
    (to.duration_since(from).as_secs_f64() / 864.0).round() / 100.0
}

/// The median and the ninth decile, by nearest rank.
pub(super) fn spread(mut numbers: Vec<f64>) -> Spread {
    numbers.sort_by(f64::total_cmp);
    let rank = |share: f64| {
        let place = (share * numbers.len() as f64).ceil() as usize;
        numbers.get(place.max(1) - 1).copied().unwrap_or_default()
    };
    Spread { median: rank(0.5), p90: rank(0.9), of: numbers.len() as u32 }
}

pub(super) fn tally(name: &str, count: u32) -> Tally {
    Tally { name: name.to_owned(), count }
}

/// How often each word comes, the most frequent first.
pub(super) fn tallies(words: impl Iterator<Item = String>) -> Vec<Tally> {
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for word in words {
        *counts.entry(word).or_default() += 1;
    }
    let mut tallies: Vec<Tally> = counts.iter().map(|(name, count)| tally(name, *count)).collect();
    tallies.sort_by_key(|tally| std::cmp::Reverse(tally.count));
    tallies
}
