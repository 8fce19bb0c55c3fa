//! The eligibility worker: determines whatever is submitted, answered, or newly known.

use super::facts::{Opened, facts_of};
use crate::{Act, App, Failure};
use jiff::Timestamp;
use muster_case::{
    Case, Permit, Stage,
    eligibility::{Determine, EditionRef, FindingCode, FindingTexts, Outcome, Verdict},
};
use muster_policy::{Determination, Edition};
use muster_store::keys::Holder;
use muster_vocab::{Actor, CaseId, Worker};
use std::collections::BTreeSet;

/// Follows the log and determines. Safe to run twice: the same finding is not recorded again.
#[derive(Debug, Clone, Copy, Default)]
pub struct EligibilityWorker;

const NAME: &str = "eligibility";
const TAGS: &[&str] = &[
    "intake.submitted",
    "intake.info_answered",
    "intake.corrected",
    "intake.correction_taken_over",
    "facts.recorded",
    "movement.walk_in_registered",
    "decision.deferral_ended",
    "decision.review_settled",
    "identity.unmerged",
    "closing.withdrawal_undone",
];
const BATCH: u32 = 512;

impl EligibilityWorker {
    /// Determines what came since the last time, under `edition`. Gives how many cases were determined.
    ///
    /// # Errors
    /// If the store fails.
    pub fn follow(self, app: &App, edition: &Edition, at: Timestamp) -> Result<usize, Failure> {
        let permit = Permit::<Determine>::ask(Actor::System { worker: Worker::Eligibility })?;
        let journal = &app.store.journal;
        let mut determined = 0;
        let mut cursor = journal.cursor(NAME)?;
        loop {
            let news = journal.follow(cursor, TAGS, BATCH)?;
            let Some(last) = news.last().map(|entry| entry.seq) else { return Ok(determined) };
            let cases: BTreeSet<CaseId> = news.iter().map(|entry| entry.stream.into()).collect();
            determined += app.determine(permit, cases, edition, at)?;
            cursor = last;
            journal.move_cursor(NAME, cursor).wait()?;
        }
    }
}

impl App {
    /// Determines everything that is submitted, under the edition in force: after an import, and when an edition came
    /// into force. Safe to repeat; nothing is done while no edition is in force. Gives how many were determined.
    ///
    /// # Errors
    /// If the store fails, or the programme's folder does not hold the edition's bytes.
    pub fn determine_submitted(&self, at: Timestamp) -> Result<usize, Failure> {
        if self.store.views.editions()?.is_empty() {
            return Ok(0);
        }
        let worker = Actor::System { worker: Worker::Eligibility };
        let submitted =
            self.store.views.cases_on(Permit::ask(worker)?, None, Some(Stage::Submitted), u32::MAX)?;
        let edition = self.edition_in_force()?;
        self.determine(Permit::ask(worker)?, submitted.into_iter().map(|row| row.case), edition, at)
    }

    /// Determines each of `cases` that waits for a determination, under `edition`.
    ///
    /// # Errors
    /// If the store fails.
    pub fn determine(
        &self,
        permit: Permit<Determine>,
        cases: impl IntoIterator<Item = CaseId>,
        edition: &Edition,
        at: Timestamp,
    ) -> Result<usize, Failure> {
        let mut pending = Vec::new();
        for id in cases {
            let case = self.load(id)?;
            let waits = case.stage == Some(Stage::Submitted)
                || (case.walk_in && case.stage == Some(Stage::Presented));
            if !waits || case.merged_into.is_some() {
                continue;
            }
            if let Some(command) = self.finding(&case, edition, at)? {
                pending.push(self.begin(id, vec![Act::new(permit, command)], at)?);
            }
        }
        let mut determined = 0;
        for answer in pending {
            match answer.wait() {
                Ok(done) => determined += usize::from(done.changed),
                // The case moved on meanwhile: there is nothing to determine any more.
                Err(Failure::Refused(_)) => {}
                Err(failure) => return Err(failure),
            }
        }
        Ok(determined)
    }

    /// What `edition` finds on the facts of a case; nothing once they are erased.
    pub(crate) fn finding(
        &self,
        case: &Case,
        edition: &Edition,
        at: Timestamp,
    ) -> Result<Option<Determine>, Failure> {
        let Some((opened, recorded)) = self.open_facts(case)? else { return Ok(None) };
        let facts = facts_of(&self.programme, &opened, &recorded, at)
            .map_err(|rejected| Failure::Input(rejected.to_string()))?;
        Ok(Some(translate(&edition.evaluate(&facts))))
    }

    /// Opens the sections a policy reads, and what staff recorded. Nothing once the person is erased.
    ///
    /// # Errors
    /// If a box or a key is damaged, or the store fails.
    #[expect(clippy::type_complexity, reason = "a pair used in two places")]
    pub(crate) fn open_facts(
        &self,
        case: &Case,
    ) -> Result<Option<(Opened, Vec<(String, String, muster_vocab::Provenance)>)>, Failure> {
        let (Some(dossier), Some(person)) = (&case.dossier, case.person) else { return Ok(None) };
        let (journal, holder) = (&self.store.journal, Holder::from(person));
        let opened = (
            journal.open(holder, &dossier.identity)?,
            journal.open(holder, &dossier.background)?,
            journal.open(holder, &dossier.disclosures)?,
        );
        let (Some(identity), Some(background), Some(disclosures)) = opened else { return Ok(None) };
        let mut recorded = Vec::new();
        for (name, (value, provenance)) in &case.facts {
            if let Some(value) = journal.open(holder, value)? {
                recorded.push((name.clone(), value.0, *provenance));
            }
        }
        Ok(Some((Opened { identity, background, disclosures }, recorded)))
    }
}

/// A determination in the domain's own words.
fn translate(found: &Determination) -> Determine {
    let codes = found.findings.iter().map(|finding| FindingCode {
        rule: finding.rule.clone(),
        code: finding.reason,
        verdict: match finding.verdict {
            muster_policy::Verdict::Fired => Verdict::Fires,
            muster_policy::Verdict::Undecided => Verdict::Undecided,
        },
        objective: finding.objective,
    });
    let texts = found.findings.iter().map(|finding| {
        let evidence: Vec<_> = finding.evidence.iter().map(in_words).collect();
        format!(
            "{} {}: {}; it would change if {}",
            finding.reason,
            finding.rule,
            evidence.join(", "),
            finding.change_in_words()
        )
    });
    Determine {
        edition: EditionRef { id: found.edition.clone(), hash: found.edition_hash },
        outcome: outcome(found.outcome),
        codes: codes.collect(),
        findings: FindingTexts(texts.collect()),
    }
}

fn in_words(evidence: &muster_policy::Evidence) -> String {
    match &evidence.value {
        Some(value) => format!("{} is {value} ({})", evidence.fact, evidence.known),
        None => format!("{} is {}", evidence.fact, evidence.known),
    }
}

/// The policy's outcome in the domain's words.
pub(crate) const fn outcome(of: muster_policy::Outcome) -> Outcome {
    match of {
        muster_policy::Outcome::Eligible => Outcome::Eligible,
        muster_policy::Outcome::Tentative => Outcome::Tentative,
        muster_policy::Outcome::Refer => Outcome::Refer,
        muster_policy::Outcome::RefuseProposed => Outcome::RefuseProposed,
    }
}
