//! The screeners: three checks by hand, each with its outcome and its reason; the fourth is the engine's.

use super::{
    desk::Desk,
    engine::SCREENING,
    place::Place,
    watch::{Likeness, RECORDS, list},
};
use crate::{
    Act, Failure,
    scenario::{Caught, Unvettable},
};
use jiff::Timestamp;
use muster_case::{
    Permit, Stage,
    facts::RecordFact,
    screening::{
        CheckOutcome, CompleteScreening, ListRef, RaiseHit, RecordCheck, Strength, UnvettableCause,
        WATCHLIST_CHECK,
    },
};
use muster_vocab::{Actor, Dice, Digest, HitId, PersonalText, Provenance};

/// [A] Cases screened, day by day, of a mission to which 6,000 write.
const SCREENED_A_DAY: [usize; 10] = [0, 0, 0, 40, 90, 120, 150, 240, 330, 450];

impl Desk<'_> {
    /// One hour of the screening room.
    pub(super) fn screening_hour(&mut self, day: u32, hour: i8, at: Timestamp) -> Result<(), Failure> {
        if !(9..18).contains(&hour) {
            return Ok(());
        }
        for file in self.pile_of(Place::Checks, self.hourly(&SCREENED_A_DAY, day, hour)) {
            self.screen(file, at)?;
        }
        Ok(())
    }

    /// One screener, one case, every check that is made by hand.
    fn screen(&mut self, file: usize, at: Timestamp) -> Result<(), Failure> {
        let by = self.cast.screeners[file % self.cast.screeners.len()];
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
        // The engine made its check already, or left it to a person.
        let left = self.case(file).left.contains(WATCHLIST_CHECK);
        let lists = self.active.lists();
        for name in self.app.programme.checks.iter().filter(|name| left || *name != WATCHLIST_CHECK) {
            let (outcome, lists, reason) = match (name.as_str(), cause(name)) {
                (_, Some(cause)) => (CheckOutcome::Unvettable(cause), vec![], "tried and could not be done"),
                (WATCHLIST_CHECK, _) => {
                    (CheckOutcome::Clear, lists.clone(), "looked up by hand, in the name's own script")
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
        let free = !record && unvettable.is_none();
        if free && self.case(file).holds.is_empty() {
            acts.push(Act::new(Permit::ask(SCREENING)?, CompleteScreening));
        }
        if record {
            acts.push(self.record_found(file, by)?);
        }
        self.act(file, acts, at)
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
