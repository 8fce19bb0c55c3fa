//! The same person sends the form again: one more submission of the same case.

use super::{Channel, Dossier, SealedDossier};
use crate::{Case, Decided, command::Decide, event::Apply, permit::action};
use muster_vocab::Moment;
use serde::{Deserialize, Serialize};

/// Records that the form came again. The facts of the case stay as they are.
#[derive(Debug, Clone)]
pub struct RepeatSubmission {
    /// How it came.
    pub channel: Channel,
    /// What it said.
    pub dossier: Dossier,
}

action! { RepeatSubmission "repeat_submission" Applicant Clerk System; }

/// The form came again. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SubmissionRepeated {
    /// How it came.
    pub channel: Channel,
    /// What it said, sealed.
    pub dossier: SealedDossier,
}

impl Decide for RepeatSubmission {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        case.must_be_open("repeat_submission")?;
        Ok(vec![SubmissionRepeated { channel: self.channel, dossier: self.dossier.into() }.into()])
    }
}

impl Apply for SubmissionRepeated {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        case.submissions += 1;
        case.apart.clear();
        case.touched_at = Some(moment.at);
    }
}
