//! Somebody shows up at the border without a case (capability L6).

use crate::{
    Case, Decided, Refusal, Stage,
    command::Decide,
    event::Apply,
    intake::{Channel, Dossier, Majority, SealedDossier, receive, safeguard},
    permit::action,
};
use muster_vocab::{CaseId, MissionCode, Moment, PersonId};
use serde::{Deserialize, Serialize};

/// Registers a walk-in; eligibility and screening follow at the desk.
#[derive(Debug, Clone)]
pub struct RegisterWalkIn {
    /// Whose case it will be.
    pub person: PersonId,
    /// The reception desk, as a mission.
    pub mission: MissionCode,
    /// What the person says.
    pub dossier: Dossier,
    /// The person's active case at any mission, if there is one.
    pub active_elsewhere: Option<CaseId>,
}

action! { RegisterWalkIn "register_walk_in" Border; }

/// A walk-in was registered. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WalkInRegistered {
    /// Whose case it is.
    pub person: PersonId,
    /// The reception desk.
    pub mission: MissionCode,
    /// What the person says.
    pub dossier: SealedDossier,
    /// Of age or not.
    pub majority: Majority,
}

impl Decide for RegisterWalkIn {
    fn decide(self, case: &Case, moment: &Moment) -> Decided {
        if case.stage.is_some() {
            return Err(Refusal::AlreadyOpen);
        }
        if let Some(case) = self.active_elsewhere {
            return Err(Refusal::ActiveElsewhere { case });
        }
        let majority = Majority::of(self.dossier.identity.born, moment.at);
        let Self { person, mission, dossier, .. } = self;
        let mut events = vec![WalkInRegistered { person, mission, dossier: dossier.into(), majority }.into()];
        events.extend(safeguard(case, majority));
        Ok(events)
    }
}

impl Apply for WalkInRegistered {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        case.person = Some(self.person);
        case.mission = Some(self.mission.clone());
        case.channel = Some(Channel::WalkIn);
        case.opened_at = Some(moment.at);
        case.walk_in = true;
        receive(case, &self.dossier, self.majority, moment);
        case.stand(Stage::Presented, moment.at);
    }
}
