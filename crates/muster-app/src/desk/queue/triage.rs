//! The triage worker: follows the log and says of every case in which queues it waits, how much it is needed, and when
//! it is due. It decides nothing.

use super::{
    clock::StepClock,
    waits::{Wait, waits},
};
use crate::{App, Failure};
use jiff::Timestamp;
use muster_case::{Case, Event, evolve, office::OFFICE_STREAM};
use muster_store::{StoreError, db::Ticket, desk::Waiting, keys::Holder};
use muster_vocab::{CaseId, MissionCode, Provenance};
use std::collections::BTreeSet;

/// Follows the log and keeps the queues. Safe to run twice, and in several processes.
#[derive(Debug, Clone, Copy, Default)]
pub struct TriageWorker;

/// Its name among the cursors.
pub(super) const NAME: &str = "triage";
const BATCH: u32 = 512;
/// So much is caught up with while somebody waits for a page; the rest is the worker's.
const WHILE_ASKED: u32 = 64;

impl TriageWorker {
    /// Reads what came since the last time. Gives how many cases were looked at.
    ///
    /// # Errors
    /// If the store fails.
    pub fn follow(self, app: &App) -> Result<usize, Failure> {
        let mut seen = 0;
        while let Some((cases, written)) = app.triage(BATCH)? {
            written.wait()?;
            seen += cases;
        }
        Ok(seen)
    }
}

impl App {
    /// Catches up with the log a little, unless somebody else is at it: so that whoever acts sees what followed.
    pub(crate) fn catch_up(&self) -> Result<(), Failure> {
        let Ok(_alone) = self.desk.counts.turn() else { return Ok(()) };
        if let Some((_, written)) = self.triage(WHILE_ASKED)? {
            written.wait()?;
        }
        Ok(())
    }

    /// One batch; nothing if there is no news. That somebody looked at a case is none: it waits where it waited.
    #[expect(clippy::type_complexity, reason = "a count and a ticket, used twice here")]
    fn triage(&self, batch: u32) -> Result<Option<(usize, Ticket<(), StoreError>)>, Failure> {
        let journal = &self.store.journal;
        let news = journal.follow_all(journal.cursor(NAME)?, batch)?;
        let Some(last) = news.last().map(|entry| entry.seq) else { return Ok(None) };
        let of_cases = news.iter().filter(|entry| entry.stream != OFFICE_STREAM && !entry.is_look());
        let cases: BTreeSet<CaseId> = of_cases.map(|entry| entry.stream.into()).collect();
        if cases.is_empty() && news.len() < batch as usize {
            // Nothing to write down: whoever comes next passes over these few again.
            return Ok(None);
        }
        let rows = cases.iter().map(|case| self.rows(*case));
        let rows = rows.collect::<Result<Vec<_>, Failure>>()?;
        let count = rows.len();
        Ok(Some((count, self.store.desk.put_waiting(rows, NAME, last))))
    }

    /// Where a case waits, as it stands now.
    fn rows(&self, id: CaseId) -> Result<(CaseId, u64, Vec<Waiting>), Failure> {
        let (mut case, mut clock, mut version) = (Case::default(), StepClock::default(), 0);
        for recorded in self.store.journal.history::<Event>(id.into())? {
            evolve(&mut case, &recorded.event, &recorded.moment);
            clock.see(&case, recorded.moment.at);
            version = recorded.version;
        }
        let waits = waits(&case);
        let Some(mission) = case.mission.clone().filter(|_| !waits.is_empty()) else {
            return Ok((id, version, Vec::new()));
        };
        let (need, weight) = self.need(&case)?;
        let evidence = self.evidence(&case);
        let place = -(i64::from(weight) * 100 + i64::from(self.programme.priority.evidence(evidence)));
        let due_at = self.due_at(&mission, &clock);
        let stage = case.stage.map_or("", muster_case::Stage::word);
        let finding = case.determination.as_ref().map_or("", |found| found.outcome.word());
        let holds: Vec<&str> = case.holds.iter().map(|hold| hold.word()).collect();
        let row = |wait: Wait| Waiting {
            case: id,
            queue: wait.queue.word().to_owned(),
            mission: mission.as_str().to_owned(),
            stage: stage.to_owned(),
            finding: finding.to_owned(),
            holds: holds.join(" "),
            need: need.clone(),
            evidence: evidence.word().to_owned(),
            place,
            since: wait.since,
            from_at: self.begins(&mission, &wait),
            due_at,
            version,
            never: wait.never.into_iter().collect(),
        };
        Ok((id, version, waits.into_iter().map(row).collect()))
    }

    /// From when there is something to do: an interview from the morning of its day.
    fn begins(&self, mission: &MissionCode, wait: &Wait) -> Timestamp {
        let Some(from) = wait.from else { return wait.since };
        if wait.queue.is_appointment() {
            return self.day_begins(mission, self.day_at(mission, from)).unwrap_or(from);
        }
        from
    }

    /// The needed role somebody fits, and what it weighs. Nothing but trade, skills and experience is looked at.
    fn need(&self, case: &Case) -> Result<(String, u8), Failure> {
        let (Some(dossier), Some(person)) = (&case.dossier, case.person) else {
            return Ok(Default::default());
        };
        let Some(background) = self.store.journal.open(Holder::from(person), &dossier.background)? else {
            return Ok(Default::default());
        };
        let need = self.programme.priority.need(&background);
        Ok(need.map(|need| (need.role.clone(), need.weight)).unwrap_or_default())
    }

    /// How well it is shown: the strongest that staff recorded.
    fn evidence(&self, case: &Case) -> Provenance {
        let counts = |name: &&String| self.programme.priority.evidence_facts.contains(*name);
        let recorded = case.facts.iter().filter(|(name, _)| counts(name));
        recorded.map(|(_, (_, provenance))| *provenance).max().unwrap_or(Provenance::Declared)
    }
}
