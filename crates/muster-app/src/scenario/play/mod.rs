//! The founding case, played: day by day, by simulated staff who act through the same commands as everybody.
//!
//! What it is: a population that writes, and a desk that works its piles by the hour: clerks, screeners,
//! adjudicators, interviewers, approvers, a border post. What it promises: nobody in the pipeline is told the outcome
//! it should reach; staff see what staff would see, and the truth about a person moves that person alone (whether
//! somebody comes, what an interviewer notices, when a lie surfaces). The same seed plays the same log.

mod adjudicate;
mod arrive;
mod cast;
mod desk;
mod engine;
mod figures;
mod intake;
mod interview;
mod link;
mod notes;
mod place;
mod plot;
mod reception;
mod rules;
mod screen;
mod travel;
mod watch;

pub use figures::{
    Against, Arrivals, Bulk, Day, Duplicates, Flips, Funnel, Hits, Played, Queue, Reason, Spread, Tally,
    Travel, TruthCheck, Waits, WalkIns,
};
pub use plot::{Plot, Progress};

use crate::{
    App, Failure,
    scenario::{Inquiry, LIST_UPDATE, POLICIES, Population, people::People},
};
use cast::{CLAIMED, Cast, code};
use desk::{Desk, Due};
use jiff::{SignedDuration, Timestamp};
use muster_case::{Permit, office::ReportClaim};
use muster_watchlist::Snapshot;
use std::{iter::Peekable, vec::IntoIter};

/// The day on which a number is claimed, what it is, and who says so.
const CLAIM_DAY: u32 = 19;
const CLAIM: u32 = 550;
const CLAIMANT: &str = "a recruiter in the press";
const HOUR: SignedDuration = SignedDuration::from_hours(1);

/// Plays the founding case into the store of `app`, which should be empty, and counts what came of it.
///
/// # Errors
/// If the store fails, or an act is refused that should not have been.
pub fn play(app: &App, plot: &Plot, watch: &mut dyn FnMut(Progress)) -> Result<Played, Failure> {
    play_against(app, plot, None, watch)
}

/// As [`play`], and counts how many alerts the lists that are `given` would raise. Nobody in the play acts on them.
///
/// # Errors
/// As [`play`].
pub fn play_against(
    app: &App,
    plot: &Plot,
    given: Option<&Snapshot>,
    watch: &mut dyn FnMut(Progress),
) -> Result<Played, Failure> {
    let mut population = Population::new(plot.seed, plot.people, plot.days);
    let mut coming = std::mem::take(&mut population.inquiries).into_iter().peekable();
    let calendar = crate::scenario::Calendar::new();
    let eve = calendar.start(1) - SignedDuration::from_hours(12);
    let cast = Cast::assemble(app, plot, eve)?;
    let signers = [cast.screeners[0], cast.adjudicators[0]];
    let list = engine::put_in_force(app, &population.watchlist, false, signers, eve)?;
    let mut strangers = People::new(!plot.seed, plot.people.max(1_000), plot.days);
    let mut desk = Desk::new(app, plot, cast, population, list);
    desk.given = given;
    desk.notes.against =
        given.map(|given| Against { lists: given.editions().to_vec(), ..Against::default() });
    for day in 1..=plot.days {
        play_day(&mut desk, plot, day, &mut coming, &mut strangers)?;
        watch(Progress {
            day,
            days: plot.days,
            date: calendar.date(day),
            arrived: desk.notes.inquiries,
            interviewed: desk.notes.interviews,
            accepted: desk.notes.accepted,
            commands: desk.notes.commands,
        });
    }
    desk.settle()?;
    figures::count(&desk, plot)
}

fn play_day(
    desk: &mut Desk<'_>,
    plot: &Plot,
    day: u32,
    coming: &mut Peekable<IntoIter<Inquiry>>,
    strangers: &mut People,
) -> Result<(), Failure> {
    let (mut now, end) = (desk.calendar.start(day), desk.calendar.start(day + 1));
    let mut today = Vec::new();
    while let Some(inquiry) = coming.next_if(|inquiry| inquiry.arrives < end) {
        today.push(inquiry);
    }
    desk.make_keys(plot.seed, &today)?;
    let mut today = today.into_iter().peekable();
    while now < end {
        let next = (now + HOUR).min(end);
        // The hour as it passes: inquiries, and what people had planned, in order of time.
        while let Some(inquiry) = today.next_if(|inquiry| inquiry.arrives < next) {
            happen_until(desk, inquiry.arrives, strangers)?;
            desk.receive(plot.seed, inquiry)?;
        }
        happen_until(desk, next, strangers)?;
        // Then the staff, at the end of it.
        desk.turn()?;
        staff_hour(desk, day, desk.calendar.local(now).hour(), next)?;
        now = next;
    }
    Ok(())
}

fn staff_hour(desk: &mut Desk<'_>, day: u32, hour: i8, at: Timestamp) -> Result<(), Failure> {
    if hour == 7
        && let Some((edition, _)) = POLICIES.iter().find(|(_, from)| *from == day)
    {
        desk.publish(edition, at)?;
    }
    desk.determine_waiting(at)?;
    if hour == 8 && day == LIST_UPDATE {
        desk.update_list(at)?;
    }
    if hour == 10 && day == CLAIM_DAY {
        report_claim(desk, at)?;
    }
    desk.intake_hour(day, hour, at)?;
    desk.screening_hour(day, hour, at)?;
    desk.adjudication_hour(hour, at)?;
    desk.reception_hour(at)?;
    if hour == 17 { desk.book_tomorrow(day, at) } else { Ok(()) }
}

/// A number is claimed in the press: noted beside what was observed.
fn report_claim(desk: &mut Desk<'_>, at: Timestamp) -> Result<(), Failure> {
    let claim = ReportClaim { mission: code(CLAIMED), arrived: CLAIM, source: CLAIMANT.into() };
    desk.app.carry_out_office(Permit::ask(desk.cast.attaches[0])?, claim, at)?;
    desk.notes.commands += 1;
    Ok(())
}

/// Everything that was planned before `until`, in order of time.
fn happen_until(desk: &mut Desk<'_>, until: Timestamp, strangers: &mut People) -> Result<(), Failure> {
    while desk.next_due().is_some_and(|at| at < until) {
        let Some((at, due)) = desk.pop_due() else { break };
        match due {
            Due::Answer(file) => desk.answer(file, at),
            Due::Lapse(file) => desk.lapse(file, at),
            Due::Withdraw(file) => desk.withdraw(file, at),
            Due::Interview(file, interviewer) => desk.interview(file, interviewer, at),
            Due::Countersign(file) => desk.countersign(file, at),
            Due::Prepare(file) => desk.prepare(file, at),
            Due::Depart(file) => desk.depart(file, at),
            Due::Overdue(file) => desk.overdue(file, at),
            Due::Account(file) => desk.account(file, at),
            Due::Present(file) => desk.present(file, at),
            Due::WalkIn => desk.walk_in(strangers, at),
            Due::Offer(file) => desk.offer(file, at),
            Due::Contract(file) => desk.contract(file, at),
            Due::Assign(file) => desk.assign(file, at),
        }?;
    }
    Ok(())
}
