//! Kin are told before anything is made known.

use super::ServiceStatus;
use crate::{Case, Decided, Missing, Refusal, Stage, command::Decide, event::Apply, permit::action};
use muster_vocab::{Moment, PersonalText, Sealed};
use serde::{Deserialize, Serialize};

/// Records that the kin were told, or that there is nobody to tell by the person's own choice.
#[derive(Debug, Clone)]
pub struct NotifyKin {
    /// Who was told, when and how, in words.
    pub record: PersonalText,
}

action! { NotifyKin "notify_kin" Welfare; }

/// The kin were told. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KinNotified {
    /// Who, when and how.
    pub record: Sealed<PersonalText>,
}

impl Decide for NotifyKin {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        // A death is told too, though the case is closed by then.
        let told_of = matches!(case.stage, Some(Stage::Assigned | Stage::Deceased))
            && matches!(case.service, Some(ServiceStatus::Casualty(_) | ServiceStatus::Deceased));
        if !told_of {
            return Err(Refusal::WrongStage { action: "notify_kin", stage: case.stage });
        }
        if self.record.0.trim().is_empty() {
            return Err(Refusal::Needs(Missing::Source));
        }
        if case.kin_notified {
            return Ok(vec![]);
        }
        Ok(vec![KinNotified { record: self.record.into() }.into()])
    }
}

impl Apply for KinNotified {
    fn apply(&self, case: &mut Case, _: &Moment) {
        case.kin_notified = true;
    }
}
