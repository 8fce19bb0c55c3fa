//! A draft is opened.

use super::{Channel, Posture};
use crate::{Case, Decided, Missing, Refusal, Stage, command::Decide, event::Apply, permit::action};
use muster_vocab::{Actor, CaseId, MissionCode, Moment, PersonId, StaffId};
use serde::{Deserialize, Serialize};

/// Opens a draft, by the applicant or by a clerk who types for them.
#[derive(Debug, Clone)]
pub struct OpenDraft {
    /// Whose case it will be.
    pub person: PersonId,
    /// The mission that takes it in.
    pub mission: MissionCode,
    /// How the contact came.
    pub channel: Channel,
    /// The edition of the legal notice that was shown.
    pub notice_shown: String,
    /// The mission's posture now.
    pub posture: Posture,
    /// Whether intake is paused now.
    pub intake_paused: bool,
    /// The person's active case at any mission, if there is one.
    pub active_elsewhere: Option<CaseId>,
}

action! { OpenDraft "open_draft" Applicant Clerk; }

/// A draft was opened. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DraftOpened {
    /// Whose case it is.
    pub person: PersonId,
    /// The mission.
    pub mission: MissionCode,
    /// How the contact came.
    pub channel: Channel,
    /// The edition of the legal notice that was shown.
    pub notice_shown: String,
    /// The clerk who typed, if one did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assisted_by: Option<StaffId>,
}

impl Decide for OpenDraft {
    fn decide(self, case: &Case, moment: &Moment) -> Decided {
        if case.stage.is_some() {
            return Err(Refusal::AlreadyOpen);
        }
        if let Some(case) = self.active_elsewhere {
            return Err(Refusal::ActiveElsewhere { case });
        }
        if self.posture != Posture::Open || self.intake_paused {
            return Err(Refusal::PostureForbids);
        }
        if self.notice_shown.is_empty() {
            return Err(Refusal::Needs(Missing::Notice));
        }
        let assisted_by = match moment.by {
            Actor::Applicant { person } if person != self.person => return Err(Refusal::NotYours),
            Actor::Staff { staff, .. } => Some(staff),
            Actor::Applicant { .. } | Actor::System { .. } => None,
        };
        let Self { person, mission, channel, notice_shown, .. } = self;
        Ok(vec![DraftOpened { person, mission, channel, notice_shown, assisted_by }.into()])
    }
}

impl Apply for DraftOpened {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        case.person = Some(self.person);
        case.mission = Some(self.mission.clone());
        case.channel = Some(self.channel);
        case.assisted_by = self.assisted_by;
        case.opened_at = Some(moment.at);
        case.touched_at = Some(moment.at);
        case.stand(Stage::Draft, moment.at);
    }
}
