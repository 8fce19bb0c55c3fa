//! Where an application stands: one sentence, who acts, by when (capability C5).

use super::{PublicStep, Visit, WhoActs};
use crate::{App, Failure};
use jiff::{Timestamp, ToSpan as _, civil::Date};
use muster_case::{
    Case, Event, Hold, Refusal, Stage,
    closing::{SILENCE_MAX, UNDO_MAX},
    evolve,
};
use muster_vocab::{CaseId, MissionCode};

/// Where an application stands, as its applicant is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicStatus {
    /// The case's name in letters, such as `MU-7Q4K-22XY`.
    pub reference: String,
    /// The mission.
    pub mission: MissionCode,
    /// The step.
    pub step: PublicStep,
    /// Since when.
    pub since: Timestamp,
    /// Who has to do something next.
    pub acts: WhoActs,
    /// The day by which the applicant will know, as the mission promises, in the mission's time zone.
    pub know_by: Option<Date>,
    /// Until when the applicant can do what is to be done: answer a question, send a draft, undo a withdrawal.
    pub until: Option<Timestamp>,
    /// What the applicant can do.
    pub can: Can,
    /// The steps so far, the newest first.
    pub timeline: Vec<TimelineEntry>,
    /// "Do not resign, do not travel yet."
    pub stay_put: bool,
}

/// A step that was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimelineEntry {
    /// Which.
    pub step: PublicStep,
    /// When.
    pub at: Timestamp,
}

/// What the applicant can do now.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is an offer of its own")]
pub struct Can {
    /// Go on with the draft.
    pub go_on: bool,
    /// Answer a question.
    pub answer: bool,
    /// Correct what was sent.
    pub correct: bool,
    /// Withdraw.
    pub withdraw: bool,
    /// Take the withdrawal back.
    pub undo_withdrawal: bool,
    /// Have everything erased, at once or after a withdrawal.
    pub erase: bool,
}

impl App {
    /// Where the application stands. Decisions show after their last signature only. A case that is merged into another
    /// stands where that one does.
    ///
    /// # Errors
    /// If the store fails.
    pub fn status(&self, visit: Visit, at: Timestamp) -> Result<PublicStatus, Failure> {
        let own = self.own_case(visit)?;
        let (case, timeline) = self.way(own.merged_into.unwrap_or(visit.case))?;
        let latest = timeline.first().copied();
        let nothing = || Failure::from(Refusal::WrongStage { action: "status", stage: None });
        let (Some(latest), Some(stage), Some(mission)) = (latest, case.stage, own.mission.clone()) else {
            return Err(nothing());
        };
        let until = until(&case, stage);
        let mut can = Can::of(&case, stage, until, at);
        if own.merged_into.is_some() {
            // Only what is done to the person as a whole is done from here.
            can = Can {
                withdraw: own.stage.is_some_and(Stage::may_withdraw),
                erase: can.erase,
                ..Can::default()
            };
        }
        Ok(PublicStatus {
            reference: self.reference(visit.case),
            step: latest.step,
            since: latest.at,
            acts: latest.step.acts(),
            know_by: self.know_by(&mission, latest),
            until,
            can,
            timeline,
            stay_put: latest.step.stay_put(),
            mission,
        })
    }

    /// The case, and the public steps it went through, the newest first. Two stages of one step are one.
    fn way(&self, id: CaseId) -> Result<(Case, Vec<TimelineEntry>), Failure> {
        let mut case = Case::default();
        let mut steps: Vec<TimelineEntry> = Vec::new();
        for recorded in self.store.journal.history::<Event>(id.into())? {
            evolve(&mut case, &recorded.event, &recorded.moment);
            let Some(step) = case.stage.map(PublicStep::from) else { continue };
            if steps.last().is_none_or(|last| last.step != step) {
                steps.push(TimelineEntry { step, at: recorded.moment.at });
            }
        }
        steps.reverse();
        Ok((case, steps))
    }

    /// The day by which the mission promises that the next step is known.
    fn know_by(&self, mission: &MissionCode, latest: TimelineEntry) -> Option<Date> {
        let days = self.programme.portal().mission(mission)?.know_by(latest.step.word())?;
        self.day_at(mission, latest.at).checked_add(i64::from(days).days()).ok()
    }
}

/// Until when the applicant can do what is to be done.
fn until(case: &Case, stage: Stage) -> Option<Timestamp> {
    let since = match stage {
        Stage::Draft => case.touched_at,
        Stage::InfoRequested | Stage::Withdrawn => case.stage_since,
        _ => None,
    };
    let span = if stage == Stage::Withdrawn { UNDO_MAX } else { SILENCE_MAX };
    since.and_then(|since| since.checked_add(span).ok())
}

impl Can {
    fn of(case: &Case, stage: Stage, until: Option<Timestamp>, at: Timestamp) -> Self {
        let in_time = until.is_some_and(|until| at <= until);
        let correctable = matches!(
            stage,
            Stage::Submitted
                | Stage::Screening
                | Stage::HitReview
                | Stage::InterviewReady
                | Stage::InterviewBooked
        );
        Self {
            go_on: stage == Stage::Draft,
            answer: stage == Stage::InfoRequested,
            correct: correctable,
            withdraw: stage.may_withdraw(),
            undo_withdrawal: stage == Stage::Withdrawn && in_time && !case.applicant_signed,
            erase: (stage.is_closed() || stage.may_withdraw())
                && stage != Stage::Erased
                && !case.holds.contains(&Hold::Legal),
        }
    }
}
