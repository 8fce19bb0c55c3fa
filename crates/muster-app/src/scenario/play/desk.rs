//! The desk: what the simulated staff has before it, and the one way in which it does anything.

use super::{Plot, cast::Cast, link::Linked, notes::Notes, place::Place};
use crate::{
    Act, App, Failure, Pending,
    intake::Sent,
    lists::Active,
    scenario::{Calendar, PersonNo, Population, Truth},
};
use jiff::Timestamp;
use muster_case::{Case, Permit, access::RecordAccess, intake::Dossier};
use muster_store::journal::Loaded;
use muster_vocab::{Actor, CaseId, HitId, PersonId, SeededDice};
use muster_watchlist::Snapshot;
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Arc,
};

/// Streams of the dice for the staff, apart from the population's.
const STAFF: u64 = 0x57af_f000;

/// A case as the desk keeps it.
pub(super) struct File {
    /// The case.
    pub(super) id: CaseId,
    /// Its person, as the system knows them.
    pub(super) person: PersonId,
    /// The state, as what was sent leaves it.
    pub(super) known: Loaded<Case>,
    /// The dossier, as opened.
    pub(super) told: Arc<Dossier>,
    /// Who it is in truth: moves simulated humans only.
    pub(super) who: Human,
    /// What an adjudicator will think of each hit, from the evidence.
    pub(super) hits: Vec<(HitId, super::watch::Likeness)>,
    /// The entries of the list that the engine held against it.
    pub(super) entries: BTreeSet<u32>,
    /// The last round in which something of it was on its way to disk.
    round: u64,
}

/// The human behind a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Human {
    /// Wrote to a mission.
    Writer(PersonNo),
    /// Came to the reception desk without having written.
    WalkIn(usize),
}

/// Something that will happen by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Due {
    /// The applicant answers a question.
    Answer(usize),
    /// Silence has lasted too long.
    Lapse(usize),
    /// The applicant withdraws.
    Withdraw(usize),
    /// An interview takes place, with this interviewer.
    Interview(usize, usize),
    /// An approver looks at what was recommended.
    Countersign(usize),
    /// The applicant prepares and is cleared to travel.
    Prepare(usize),
    /// The applicant says that the journey has begun.
    Depart(usize),
    /// Nobody has been seen 72 hours after the slot.
    Overdue(usize),
    /// A welfare officer finds out.
    Account(usize),
    /// The applicant stands at the reception desk.
    Present(usize),
    /// Somebody stands there who never wrote.
    WalkIn,
    /// The contract is offered.
    Offer(usize),
    /// The applicant answers to the contract.
    Contract(usize),
    /// A unit accepts.
    Assign(usize),
}

enum Flight {
    Acts(usize, u64, Box<Pending>),
    Inquiry(Box<Sent>),
}

pub(super) struct Desk<'a> {
    pub(super) app: &'a App,
    pub(super) cast: Cast,
    pub(super) calendar: Calendar,
    pub(super) population: Population,
    /// The list in force.
    pub(super) active: Arc<Active>,
    /// Everybody who wrote, as the engine of linkage knows them.
    pub(super) linked: Linked,
    /// Lists that were given: counted against, and no more.
    pub(super) given: Option<&'a Snapshot>,
    pub(super) files: Vec<File>,
    pub(super) walk_ins: Vec<Truth>,
    pub(super) dice: SeededDice,
    pub(super) notes: Notes,
    pub(super) edition: Option<&'static str>,
    people: usize,
    /// Whose exact values are in which files.
    pub(super) values: HashMap<String, Vec<usize>>,
    by_case: HashMap<CaseId, usize>,
    piles: BTreeMap<Place, BTreeSet<(Timestamp, usize)>>,
    agenda: BTreeMap<(Timestamp, u64), Due>,
    /// On its way to disk: what was begun in this round, and in the one before.
    flights: Vec<Flight>,
    earlier: Vec<Flight>,
    round: u64,
    appointments: u64,
}

impl<'a> Desk<'a> {
    pub(super) fn new(
        app: &'a App,
        plot: &Plot,
        cast: Cast,
        population: Population,
        active: Arc<Active>,
    ) -> Self {
        Self {
            app,
            cast,
            calendar: Calendar::new(),
            population,
            active,
            linked: Linked::new(),
            given: None,
            files: Vec::new(),
            walk_ins: Vec::new(),
            dice: SeededDice::stream(plot.seed, STAFF),
            notes: Notes::default(),
            edition: None,
            people: plot.people as usize,
            values: HashMap::new(),
            by_case: HashMap::new(),
            piles: BTreeMap::new(),
            agenda: BTreeMap::new(),
            flights: Vec::new(),
            earlier: Vec::new(),
            round: 2,
            appointments: 0,
        }
    }

    /// Opens a file; gives its number.
    pub(super) fn open_file(
        &mut self,
        id: CaseId,
        person: PersonId,
        known: Loaded<Case>,
        told: Arc<Dossier>,
        who: Human,
    ) -> usize {
        let file = self.files.len();
        self.by_case.insert(id, file);
        self.files.push(File {
            id,
            person,
            known,
            told,
            who,
            hits: Vec::new(),
            entries: BTreeSet::new(),
            round: self.round,
        });
        self.put_away(file, None);
        file
    }

    /// The number of a case's file.
    pub(super) fn file_of(&self, case: CaseId) -> Option<usize> {
        self.by_case.get(&case).copied()
    }

    /// The case of a file.
    pub(super) fn case(&self, file: usize) -> &Case {
        &self.files[file].known.state
    }

    /// The truth about the human of a file.
    pub(super) fn truth(&self, file: usize) -> &Truth {
        match self.files[file].who {
            Human::Writer(person) => self.population.truth(person),
            Human::WalkIn(number) => &self.walk_ins[number],
        }
    }

    /// The applicant of a file, as an actor.
    pub(super) fn applicant(&self, file: usize) -> Actor {
        Actor::Applicant { person: self.files[file].person }
    }

    /// A clerk for a file.
    pub(super) fn clerk(&self, file: usize) -> Actor {
        self.cast.clerk(self.case(file).mission.as_ref(), file)
    }

    /// A capacity of a mission to which 6,000 write, for one to which fewer or more do.
    pub(super) fn in_proportion(&self, capacity: usize) -> usize {
        (capacity * self.people).div_ceil(6_000)
    }

    /// The part of a day's capacity that falls to an hour of the working day from 9 to 18; the last day goes on.
    pub(super) fn hourly(&self, by_day: &[usize], day: u32, hour: i8) -> usize {
        const HOURS: usize = 9;
        let today = by_day.get(day as usize - 1).or(by_day.last()).copied().unwrap_or_default();
        let (today, done) = (self.in_proportion(today), usize::try_from(hour - 9).unwrap_or_default());
        today * (done + 1) / HOURS - today * done / HOURS
    }

    /// Whoever opens sealed sections leaves a trace.
    #[expect(clippy::unused_self, reason = "it is the desk that opens")]
    pub(super) fn read(&self, by: Actor, sections: &[&str], purpose: &str) -> Result<Act, Failure> {
        let sections = sections.iter().map(|section| (*section).to_owned()).collect();
        Ok(Act::new(Permit::ask(by)?, RecordAccess { sections, purpose: purpose.to_owned() }))
    }

    /// Does things with a case: one append, all of it or nothing.
    pub(super) fn act(&mut self, file: usize, acts: Vec<Act>, at: Timestamp) -> Result<(), Failure> {
        let held = &self.files[file];
        self.notes.commands += acts.len() as u64;
        let (pending, known) = self.app.begin_on(held.id, &held.known, acts, at)?;
        let before = self.pile(file);
        self.flights.push(Flight::Acts(file, known.version, Box::new(pending)));
        self.files[file].known = known;
        self.files[file].round = self.round;
        self.put_away(file, before);
        Ok(())
    }

    /// An inquiry is on its way.
    pub(super) fn sent(&mut self, sent: Sent) {
        self.flights.push(Flight::Inquiry(Box::new(sent)));
    }

    /// Takes over a state that came about by an inquiry.
    pub(super) fn take_over(&mut self, file: usize, known: Loaded<Case>) {
        let before = self.pile(file);
        self.files[file].known = known;
        self.files[file].round = self.round;
        self.put_away(file, before);
    }

    /// Whether something of this file is not on disk yet.
    pub(super) fn is_in_flight(&self, file: usize) -> bool {
        self.files[file].round + 1 >= self.round
    }

    /// Ends a round: waits for what was begun in the one before, which has had that long to come to disk.
    pub(super) fn turn(&mut self) -> Result<(), Failure> {
        self.round += 1;
        let begun = std::mem::take(&mut self.flights);
        let earlier = std::mem::replace(&mut self.earlier, begun);
        self.wait_for(earlier)
    }

    /// Waits until everything is on disk.
    pub(super) fn settle(&mut self) -> Result<(), Failure> {
        self.turn()?;
        self.turn()
    }

    fn wait_for(&mut self, flights: Vec<Flight>) -> Result<(), Failure> {
        for flight in flights {
            match flight {
                Flight::Inquiry(sent) => {
                    sent.wait()?;
                }
                Flight::Acts(file, version, pending) => {
                    let done = pending.wait()?;
                    // Somebody else acts on the same store: what is so now is read.
                    if done.version > version && done.version > self.files[file].known.version {
                        let known = self.app.load(self.files[file].id)?;
                        self.take_over(file, Loaded { state: known, version: done.version });
                    }
                }
            }
        }
        Ok(())
    }

    /// The files of a pile, the longest waiting first.
    pub(super) fn pile_of(&self, place: Place, most: usize) -> Vec<usize> {
        self.piles.get(&place).into_iter().flatten().take(most).map(|(_, file)| *file).collect()
    }

    /// Plans something.
    pub(super) fn plan(&mut self, at: Timestamp, due: Due) {
        self.appointments += 1;
        self.agenda.insert((at, self.appointments), due);
    }

    /// When the next planned thing happens.
    pub(super) fn next_due(&self) -> Option<Timestamp> {
        self.agenda.first_key_value().map(|((at, _), _)| *at)
    }

    /// The next planned thing.
    pub(super) fn pop_due(&mut self) -> Option<(Timestamp, Due)> {
        self.agenda.pop_first().map(|((at, _), due)| (at, due))
    }

    fn pile(&self, file: usize) -> Option<(Place, Timestamp)> {
        let case = self.case(file);
        Some((Place::of(case)?, case.submitted_at.or(case.opened_at).unwrap_or_default()))
    }

    fn put_away(&mut self, file: usize, before: Option<(Place, Timestamp)>) {
        let now = self.pile(file);
        if before == now && before.is_some() {
            return;
        }
        if let Some((place, since)) = before
            && let Some(pile) = self.piles.get_mut(&place)
        {
            pile.remove(&(since, file));
        }
        if let Some((place, since)) = now {
            self.piles.entry(place).or_default().insert((since, file));
        }
    }
}
