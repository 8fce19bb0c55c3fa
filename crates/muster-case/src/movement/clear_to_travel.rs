//! A clerk clears an accepted applicant to travel: the pass is issued.

use crate::{
    ArrivalEvidence, Case, Decided, Missing, Posture, Refusal, Stage,
    command::Decide,
    decision::{About, MessageQueued},
    event::Apply,
    permit::action,
};
use jiff::Timestamp;
use muster_vocab::{Moment, PassId};
use serde::{Deserialize, Serialize};

/// Clears to travel, for one crossing point and slot.
#[derive(Debug, Clone)]
pub struct ClearToTravel {
    /// The pass.
    pub pass: PassId,
    /// The crossing point, as a word of the programme.
    pub crossing_point: String,
    /// The crossing slot.
    pub slot_at: Timestamp,
    /// The edition of the legal notices in force.
    pub current_notice: String,
    /// The mission's posture now.
    pub posture: Posture,
}

action! { ClearToTravel "clear_to_travel" Clerk; }

/// The applicant was cleared to travel. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ClearedToTravel {
    /// The pass.
    pub pass: PassId,
    /// The crossing point.
    pub crossing_point: String,
    /// The crossing slot.
    pub slot_at: Timestamp,
}

/// A pass as the case knows it: single use, revocable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clearance {
    /// The pass.
    pub pass: PassId,
    /// The crossing point.
    pub crossing_point: String,
    /// The crossing slot.
    pub slot_at: Timestamp,
    /// Whether it was presented.
    pub used: bool,
    /// Whether it was revoked.
    pub revoked: bool,
}

impl Decide for ClearToTravel {
    fn decide(self, case: &Case, moment: &Moment) -> Decided {
        case.must_stand("clear_to_travel", &[Stage::Accepted])?;
        case.must_be_free()?;
        let needs = |missing| Err(Refusal::Needs(missing));
        if self.posture == Posture::Suspended {
            return Err(Refusal::PostureForbids);
        }
        if case.preview.is_none() {
            return needs(Missing::ContractPreview);
        }
        if case.notice.as_ref().is_none_or(|read| read.edition != self.current_notice) {
            return needs(Missing::CurrentNotice);
        }
        if case.kin.is_none() {
            return needs(Missing::NextOfKin);
        }
        if case.kit.is_none() {
            return needs(Missing::KitList);
        }
        if self.slot_at <= moment.at {
            return Err(Refusal::TooLate { until: self.slot_at });
        }
        // After a review somebody may be cleared again: by a new pass, never by one that was used or revoked.
        if case.clearance.as_ref().is_some_and(|held| held.pass == self.pass) {
            return Err(Refusal::PassSpent);
        }
        let Self { pass, crossing_point, slot_at, .. } = self;
        Ok(vec![
            ClearedToTravel { pass, crossing_point, slot_at }.into(),
            MessageQueued { about: About::Pass }.into(),
        ])
    }
}

impl Apply for ClearedToTravel {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        case.clearance = Some(Clearance {
            pass: self.pass,
            crossing_point: self.crossing_point.clone(),
            slot_at: self.slot_at,
            used: false,
            revoked: false,
        });
        case.arrival = Some(ArrivalEvidence::Expected);
        case.stand(Stage::ClearedToTravel, moment.at);
    }
}
