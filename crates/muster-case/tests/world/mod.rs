//! A small world that walks at random: persons, missions, staff, several cases, a clock that only moves forward.
//!
//! Each step picks a case and mostly a command that is likely for its stage, else any command of any actor. The walk
//! repeats for a seed.
#![allow(dead_code, reason = "each test binary that shares the world uses its own part of it")]

pub(crate) mod door;
mod likely;
mod make;
mod make_late;
pub(crate) mod parts;
pub(crate) mod staff;

use jiff::{SignedDuration, Timestamp};
use muster_case::{
    Case, Command, Event, Refusal, Stage, decide, eligibility::EditionRef, evolve, stored::Stored,
};
use muster_vocab::{
    Actor, CaseId, Dice as _, Digest, MissionCode, Moment, PartialDate, PersonId, Role, SeededDice,
};

/// The edition of the legal notices in force.
pub(crate) const NOTICE: &str = "2022-02";

/// A policy edition by its number.
pub(crate) fn edition(number: u64) -> EditionRef {
    let id = format!("v{number}");
    EditionRef { hash: Digest::of(id.as_bytes()), id }
}

/// One case of the world, with what an omniscient witness knows of it.
pub(crate) struct Entry {
    pub(crate) id: CaseId,
    /// Whose case it is or will be.
    pub(crate) owner: PersonId,
    /// As folded from shut events.
    pub(crate) case: Case,
    /// As folded from rows read back.
    pub(crate) replayed: Case,
    /// The rows.
    pub(crate) log: Vec<(Stored, Moment)>,
    /// The birth date last told, and when.
    pub(crate) born: Option<(PartialDate, Timestamp)>,
    /// Signatures given in the case.
    pub(crate) signatures: usize,
    /// While merged: the case as it was before, and the signatures of the other at that time.
    pub(crate) asleep: Option<(Case, usize)>,
}

/// What a step did.
pub(crate) struct Step {
    pub(crate) entry: usize,
    pub(crate) before: Case,
    pub(crate) command: Command,
    pub(crate) moment: Moment,
    /// The events as decided, with open values; or why not.
    pub(crate) answer: Result<Vec<Event>, Refusal>,
    /// Every move between two stages: from, to, whether the case was merged away.
    pub(crate) moves: Vec<(Option<Stage>, Stage, bool)>,
    /// What was merged when an `Unmerge` came: the case as it was before the merge.
    pub(crate) was: Option<Case>,
}

/// The world.
pub(crate) struct World {
    pub(crate) dice: SeededDice,
    pub(crate) now: Timestamp,
    pub(crate) persons: Vec<PersonId>,
    pub(crate) missions: Vec<MissionCode>,
    pub(crate) entries: Vec<Entry>,
}

impl World {
    /// The world of a seed, on the day of the call.
    pub(crate) fn new(seed: u64) -> Self {
        let mut dice = SeededDice::new(seed);
        let persons = (0..4).map(|_| dice.id()).collect();
        let missions =
            ["us-washington", "ca-ottawa", "pl-reception"].map(|code| code.parse().unwrap()).to_vec();
        let now = "2022-02-24T12:00:00Z".parse().unwrap();
        Self { dice, now, persons, missions, entries: vec![] }
    }

    /// One step: time passes, somebody asks for something, and it is so or is refused.
    pub(crate) fn step(&mut self) -> Step {
        self.pass_time();
        let entry = self.pick_entry();
        let (by, command) = if self.dice.chance(0.8) { self.likely(entry) } else { self.unlikely(entry) };
        self.carry_out(entry, command, Moment { at: self.now, by })
    }

    /// Decides and applies, event by event, each through the door and back.
    pub(crate) fn carry_out(&mut self, entry: usize, command: Command, moment: Moment) -> Step {
        let before = self.entries[entry].case.clone();
        let answer = decide(&before, command.clone(), &moment);
        let mut moves = vec![];
        let mut was = None;
        for event in answer.iter().flatten() {
            self.witness(entry, event, &before, moment.at, &mut was);
            let it = &mut self.entries[entry];
            let (from, merged) = (it.case.stage, it.case.merged_into.is_some());
            let shut = door::shut(event.clone());
            let row = door::row(&shut);
            evolve(&mut it.case, &shut, &moment);
            let read = muster_case::stored::decode(row.tag, row.shape, &row.body).expect("a row reads back");
            evolve(&mut it.replayed, &read, &moment);
            it.log.push((row, moment));
            if let Some(to) = it.case.stage.filter(|to| Some(*to) != from) {
                moves.push((from, to, merged));
            }
        }
        Step { entry, before, command, moment, answer, moves, was }
    }

    /// What the witness notes of an event, independently of the domain.
    fn witness(&mut self, entry: usize, event: &Event, before: &Case, at: Timestamp, was: &mut Option<Case>) {
        use muster_vocab::Sealed::Open;
        let dossier = match event {
            Event::Submitted(it) => Some(&it.dossier),
            Event::InfoAnswered(it) => Some(&it.dossier),
            Event::Corrected(it) => Some(&it.dossier),
            Event::CorrectionTakenOver(it) => Some(&it.dossier),
            Event::WalkInRegistered(it) => Some(&it.dossier),
            _ => None,
        };
        if let Some(Open(identity)) = dossier.map(|dossier| &dossier.identity) {
            self.entries[entry].born = Some((identity.born, at));
        }
        match event {
            Event::DraftOpened(opened) => self.entries[entry].owner = opened.person,
            Event::Recommended(_)
            | Event::Countersigned(_)
            | Event::EarlyRefusalConfirmed(_)
            | Event::TurnedBack(_)
            | Event::ReviewSettled(_) => self.entries[entry].signatures += 1,
            Event::Merged(merged) => {
                let other = self.signatures_of(merged.into);
                self.entries[entry].asleep = Some((before.clone(), other));
            }
            Event::Unmerged(_) => *was = self.entries[entry].asleep.take().map(|(was, _)| was),
            Event::Withdrawn(_) | Event::Erased(_) => self.entries[entry].asleep = None,
            _ => {}
        }
    }

    pub(crate) fn signatures_of(&self, case: CaseId) -> usize {
        self.entries.iter().find(|entry| entry.id == case).map_or(0, |entry| entry.signatures)
    }

    /// The person's active case other than `but`, told honestly.
    pub(crate) fn active_elsewhere(&self, person: PersonId, but: usize) -> Option<CaseId> {
        self.entries
            .iter()
            .enumerate()
            .find(|(number, entry)| *number != but && entry.owner == person && entry.case.is_active())
            .map(|(_, entry)| entry.id)
    }

    /// Minutes mostly, days often, 20 days at most.
    fn pass_time(&mut self) {
        let minutes =
            *self.dice.weighted(&[(120, 0.55), (48 * 60, 0.27), (5 * 1440, 0.15), (20 * 1440, 0.03)]);
        self.now += SignedDuration::from_mins(self.dice.between(1, minutes));
    }

    /// Mostly a case that is open; sometimes a new one, at first always.
    fn pick_entry(&mut self) -> usize {
        let open: Vec<usize> = (0..self.entries.len()).filter(|&number| !self.is_over(number)).collect();
        let room = self.entries.len() < 10;
        if (open.is_empty() && (room || self.dice.chance(0.5))) || (room && self.dice.chance(0.04)) {
            let (id, owner) = (self.dice.id(), *self.dice.pick(&self.persons));
            let (case, replayed) = (Case::default(), Case::default());
            self.entries.push(Entry {
                id,
                owner,
                case,
                replayed,
                log: vec![],
                born: None,
                signatures: 0,
                asleep: None,
            });
            return self.entries.len() - 1;
        }
        if !open.is_empty() && self.dice.chance(0.93) {
            *self.dice.pick(&open)
        } else {
            self.dice.below(self.entries.len() as u64) as usize
        }
    }

    /// Nothing is likely to happen to it any more.
    fn is_over(&self, number: usize) -> bool {
        let case = &self.entries[number].case;
        case.stage.is_some_and(|stage| stage.is_closed() && !stage.is_adverse() && stage != Stage::Deceased)
    }

    /// Somebody who acts in one of `roles`.
    pub(crate) fn actor(&mut self, entry: usize, roles: &[Role]) -> Actor {
        match *self.dice.pick(roles) {
            Role::Applicant => Actor::Applicant { person: self.entries[entry].owner },
            role => staff::someone(&mut self.dice, role).unwrap_or_else(|| staff::anyone(&mut self.dice)),
        }
    }

    /// Any command with any arguments by anybody.
    fn unlikely(&mut self, entry: usize) -> (Actor, Command) {
        let (word, roles) = *self.dice.pick(Command::ALL);
        let command = self.make(entry, word, 0.7);
        let by = match self.dice.below(4) {
            0 => Actor::Applicant { person: *self.dice.pick(&self.persons) },
            1 => staff::anyone(&mut self.dice),
            _ => self.actor(entry, roles),
        };
        (by, command)
    }
}
