//! The screeners: four checks by hand, each with its outcome, its lists and its reason.

use super::{
    desk::{Desk, Human},
    place::Place,
    watch::{LIST, Likeness, Look, RECORDS, list, look_closely},
};
use crate::{
    Act, Failure,
    scenario::{Caught, LIST_UPDATE, Unvettable},
};
use jiff::Timestamp;
use muster_case::{
    Permit, Stage,
    facts::RecordFact,
    screening::{CheckOutcome, CompleteScreening, ListRef, RaiseHit, RecordCheck, Strength, UnvettableCause},
};
use muster_vocab::{Actor, Dice, Digest, HitId, PersonalText, Provenance, Worker};

/// [A] Cases screened, day by day, of a mission to which 6,000 write.
const SCREENED_A_DAY: [usize; 10] = [0, 0, 0, 40, 90, 120, 150, 240, 330, 450];

impl Desk<'_> {
    /// One hour of the screening room.
    pub(super) fn screening_hour(&mut self, day: u32, hour: i8, at: Timestamp) -> Result<(), Failure> {
        if !(9..18).contains(&hour) {
            return Ok(());
        }
        for file in self.pile_of(Place::Checks, self.hourly(&SCREENED_A_DAY, day, hour)) {
            self.screen(file, day, at)?;
        }
        Ok(())
    }

    /// One screener, one case, every check.
    fn screen(&mut self, file: usize, day: u32, at: Timestamp) -> Result<(), Failure> {
        let by = self.cast.screeners[file % self.cast.screeners.len()];
        let edition = if day >= LIST_UPDATE { "2022-03-09" } else { "2022-02-15" };
        let looks = self.list.look_up(&self.files[file].told.identity);
        let truth = self.truth(file);
        let (unvettable, record, papers) = (
            truth.unvettable,
            truth.hidden_record == Some(Caught::Screening),
            truth.false_claim == Some(Caught::Documents),
        );
        let cause = |check: &str| unvettable.filter(|cause| fails(*cause) == check).map(unvettable_as);
        let mut acts = vec![self.read(by, &["identity", "contact", "service", "disclosure"], "screen")?];
        let mut check = |check: &str, outcome, lists: Vec<ListRef>, reason: &str| -> Result<(), Failure> {
            let reason = PersonalText(reason.to_owned());
            let record = RecordCheck { check: check.to_owned(), outcome, lists, reason };
            acts.push(Act::new(Permit::ask(by)?, record));
            Ok(())
        };
        for name in &self.app.programme.checks {
            let (outcome, lists, reason) = match (name.as_str(), cause(name)) {
                (_, Some(cause)) => (CheckOutcome::Unvettable(cause), vec![], "tried and could not be done"),
                ("watchlist", _) if looks.is_empty() => {
                    (CheckOutcome::Clear, vec![list(LIST, edition)], "nobody of that name and year is listed")
                }
                ("watchlist", _) => {
                    (CheckOutcome::Hits, vec![list(LIST, edition)], "listed under that name and year")
                }
                ("criminal_record", _) if record => {
                    (CheckOutcome::Hits, vec![list(RECORDS, "2022-03")], "the authority has a record")
                }
                ("criminal_record", _) => (CheckOutcome::Clear, vec![], "the authority has no record"),
                ("service_record", _) if papers => {
                    (CheckOutcome::Adverse, vec![], "the papers do not bear the claim out")
                }
                ("service_record", _) => (CheckOutcome::Clear, vec![], "papers agree with what is said"),
                _ => (CheckOutcome::Clear, vec![], "document and face agree"),
            };
            check(name, outcome, lists, reason)?;
        }
        if papers {
            // The experience that is borne out: later findings rest on it, and so does the order of interviews.
            let value = PersonalText("none".into());
            let fact = RecordFact { fact: "experience".into(), value, provenance: Provenance::Verified };
            acts.push(Act::new(Permit::ask(by)?, fact));
        }
        let free = looks.is_empty() && !record && unvettable.is_none();
        if free && self.case(file).holds.is_empty() {
            let worker = Actor::System { worker: Worker::Screening };
            acts.push(Act::new(Permit::ask(worker)?, CompleteScreening));
        }
        acts.extend(self.hits(file, by, &looks, edition)?);
        if record {
            acts.push(self.record_found(file, by)?);
        }
        self.act(file, acts, at)
    }

    /// A hit for each look that found somebody.
    pub(super) fn hits(
        &mut self,
        file: usize,
        by: Actor,
        looks: &[Look],
        edition: &str,
    ) -> Result<Vec<Act>, Failure> {
        let mut acts = Vec::new();
        for look in looks {
            let hit: HitId = self.dice.id();
            self.files[file].hits.push((hit, look.likeness));
            self.notes.hits.raised += 1;
            acts.push(Act::new(
                Permit::ask(by)?,
                RaiseHit {
                    hit,
                    list: list(LIST, edition),
                    entry: look.hash,
                    strength: look.strength,
                    scored: None,
                    evidence: PersonalText(format!("entry {}: {}", look.entry, look.evidence)),
                },
            ));
        }
        Ok(acts)
    }

    /// An undisclosed record that an authority has: a hit on its own list, for an adjudicator.
    fn record_found(&mut self, file: usize, by: Actor) -> Result<Act, Failure> {
        let hit: HitId = self.dice.id();
        self.files[file].hits.push((hit, Likeness::Same));
        self.notes.hits.records += 1;
        let evidence = PersonalText("a record under this name, birth and document".into());
        let raise = RaiseHit {
            hit,
            list: list(RECORDS, "2022-03"),
            entry: Digest::of(self.files[file].id.bytes()),
            strength: Strength::Strong,
            scored: None,
            evidence,
        };
        Ok(Act::new(Permit::ask(by)?, raise))
    }

    /// A new edition of the list: whoever was cleared against the old one is looked up among what it adds.
    pub(super) fn update_list(&mut self, at: Timestamp) -> Result<(), Failure> {
        let added = std::mem::take(&mut self.population.watchlist.added);
        for file in 0..self.files.len() {
            let case = self.case(file);
            let cleared = case.is_active() && case.checks.get("watchlist").is_some_and(Option::is_some);
            if !cleared || !matches!(self.files[file].who, Human::Writer(_)) {
                continue;
            }
            let identity = &self.files[file].told.identity;
            let looks: Vec<Look> = added.iter().filter_map(|entry| look_closely(entry, identity)).collect();
            if looks.is_empty() {
                continue;
            }
            let by = Actor::System { worker: Worker::Screening };
            let acts = self.hits(file, by, &looks, "2022-03-09")?;
            self.notes.hits.by_update += acts.len() as u32;
            self.act(file, acts, at)?;
        }
        self.list.add(&added);
        self.population.watchlist.added = added;
        Ok(())
    }

    /// Whether nothing holds a case that stands in screening, so that the worker may complete it.
    pub(super) fn may_complete(&self, file: usize) -> bool {
        let case = self.case(file);
        let vetted =
            !case.checks.values().flatten().any(|outcome| matches!(outcome, CheckOutcome::Unvettable(_)));
        case.stage == Some(Stage::Screening) && case.unrecorded_checks().next().is_none() && vetted
    }
}

/// The check at which a cause shows.
const fn fails(cause: Unvettable) -> &'static str {
    match cause {
        Unvettable::NoRecords => "service_record",
        Unvettable::NoResponse | Unvettable::MissionCapacity => "criminal_record",
        Unvettable::Documents | Unvettable::HostileAreaResidence => "identity",
    }
}

const fn unvettable_as(cause: Unvettable) -> UnvettableCause {
    match cause {
        Unvettable::NoRecords => UnvettableCause::NoRecords,
        Unvettable::NoResponse => UnvettableCause::NoResponse,
        Unvettable::Documents => UnvettableCause::Documents,
        Unvettable::MissionCapacity => UnvettableCause::MissionCapacity,
        Unvettable::HostileAreaResidence => UnvettableCause::HostileAreaResidence,
    }
}
