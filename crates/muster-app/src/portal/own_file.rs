//! Everything held about a person, as the person may see it.

use super::{PublicStep, Visit};
use crate::{App, Failure, people::PersonFile};
use jiff::Timestamp;
use muster_case::{Case, Event, Permit, Stage, access::ReadCases};
use muster_store::{journal::Recorded, views::CaseRow};
use muster_vocab::{Actor, ProposalId, Role, Section, Worker};
use std::collections::BTreeSet;

impl App {
    /// Everything held about the person, without what is kept from them: checks, hits, holds, suspected duplicates,
    /// and proposals that are not signed yet (capability C6). What can tell of another person is handed out by the data
    /// protection officer, who looks through it first.
    ///
    /// # Errors
    /// If the store fails.
    pub fn file_of(&self, visit: Visit, at: Timestamp) -> Result<PersonFile, Failure> {
        self.own_case(visit)?;
        let permit = Permit::<ReadCases>::ask(Actor::System { worker: Worker::Retention })?;
        let mut cases = Vec::new();
        for row in self.store.views.cases_of(permit, visit.person)? {
            let case = self.load(row.case)?;
            let mut history = self.store.journal.history::<Event>(row.case.into())?;
            let own = Own::of(&case, &history);
            history.retain(|recorded| own.may_see(recorded));
            cases.push(self.case_file(as_seen(row), history)?);
        }
        Ok(PersonFile { person: visit.person, made_at: at, cases })
    }
}

/// The row of a case in the words of its applicant.
fn as_seen(row: CaseRow) -> CaseRow {
    let step = row.stage.parse::<Stage>().map(|stage| PublicStep::from(stage).word().to_owned());
    CaseRow { stage: step.unwrap_or_default(), holds: Vec::new(), merged_into: None, ..row }
}

/// What tells whether an event is shown.
struct Own {
    /// Proposals of the interview's outcome that were signed twice.
    signed: BTreeSet<ProposalId>,
    /// Of the answers, the last saved are shown.
    last_saved: u64,
    /// Whether the intake desk has answered.
    answered: bool,
    /// Whether two people decided.
    decided: bool,
}

impl Own {
    fn of(case: &Case, history: &[Recorded<Event>]) -> Self {
        let countersigned: BTreeSet<ProposalId> = history
            .iter()
            .filter_map(|recorded| match &recorded.event {
                Event::Countersigned(second) => Some(second.proposal),
                _ => None,
            })
            .collect();
        let signed = history.iter().filter_map(|recorded| match &recorded.event {
            Event::Recommended(first) if countersigned.contains(&first.proposal) => {
                let outcome = matches!(
                    first.act.leads_to(),
                    Some(Stage::Accepted | Stage::Refused | Stage::Deferred | Stage::Referred)
                );
                outcome.then_some(first.proposal)
            }
            _ => None,
        });
        let saved = history.iter().rev().find(|recorded| matches!(recorded.event, Event::DraftSaved(_)));
        Self {
            signed: signed.collect(),
            last_saved: saved.map_or(0, |recorded| recorded.version),
            answered: case.answered_at.is_some(),
            decided: !case.decisions.is_empty(),
        }
    }

    /// Exhaustive, so that a new event is thought about before anybody sees it.
    fn may_see(&self, recorded: &Recorded<Event>) -> bool {
        match &recorded.event {
            Event::DraftSaved(_) => recorded.version == self.last_saved,
            Event::Determined(_) => self.answered,
            Event::Assessed(_) | Event::InterviewCompleted(_) => self.decided,
            Event::Recommended(first) => self.signed.contains(&first.proposal),
            Event::Countersigned(second) => self.signed.contains(&second.proposal),
            // Whoever read about a hit would tell that there is one.
            Event::Accessed(access) => {
                recorded.moment.by.role() != Role::Adjudicator
                    && access.sections.iter().any(|section| section != Section::Vetting.label())
            }
            Event::DraftOpened(_)
            | Event::NoticeAcknowledged(_)
            | Event::ConsentGiven(_)
            | Event::Submitted(_)
            | Event::SubmissionRepeated(_)
            | Event::InfoRequested(_)
            | Event::InfoAnswered(_)
            | Event::Corrected(_)
            | Event::CorrectionAsked(_)
            | Event::CorrectionTakenOver(_)
            | Event::CorrectionRefused(_)
            | Event::FactRecorded(_)
            | Event::EarlyRefusalConfirmed(_)
            | Event::Referred(_)
            | Event::InterviewBooked(_)
            | Event::InterviewRescheduled(_)
            | Event::NoShowRecorded(_)
            | Event::DeferralEnded(_)
            | Event::ReviewRequested(_)
            | Event::ReviewSettled(_)
            | Event::MessageQueued(_)
            | Event::ContractPreviewed(_)
            | Event::KinNamed(_)
            | Event::KitAcknowledged(_)
            | Event::ClearedToTravel(_)
            | Event::Departed(_)
            | Event::WalkInRegistered(_)
            | Event::Admitted(_)
            | Event::TurnedBack(_)
            | Event::ContractOffered(_)
            | Event::ContractSigned(_)
            | Event::ContractConcluded(_)
            | Event::ContractDeclined(_)
            | Event::Assigned(_)
            | Event::Withdrawn(_)
            | Event::WithdrawalUndone(_)
            | Event::Lapsed(_) => true,
            Event::FlipProposed(_)
            | Event::FindingAccepted(_)
            | Event::ScreeningStarted(_)
            | Event::CheckRecorded(_)
            | Event::CheckLeft(_)
            | Event::HitRaised(_)
            | Event::EntryNoted(_)
            | Event::HitDismissed(_)
            | Event::HitConfirmed(_)
            | Event::ScreeningCompleted(_)
            | Event::HoldPlaced(_)
            | Event::HoldLifted(_)
            | Event::DuplicateSuspected(_)
            | Event::DuplicateDismissed(_)
            | Event::SamePersonConfirmed(_)
            | Event::Merged(_)
            | Event::Unmerged(_)
            | Event::SentBack(_)
            | Event::Recused(_)
            | Event::NoteAdded(_)
            // Says which checks were made again.
            | Event::Presented(_)
            | Event::Overdue(_)
            | Event::AccountedFor(_)
            | Event::StatusChanged(_)
            | Event::KinNotified(_)
            | Event::StatusReleased(_)
            | Event::Erased(_) => false,
        }
    }
}
