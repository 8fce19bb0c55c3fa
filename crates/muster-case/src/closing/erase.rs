//! A closed case is erased: what is left is a tombstone.

use crate::{Case, Decided, Hold, Refusal, Stage, command::Decide, event::Apply, permit::action};
use muster_vocab::Moment;
use serde::{Deserialize, Serialize};

/// Why data is erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ErasureReason {
    /// The time to keep it is over.
    Expired,
    /// The person asked (GDPR article 17).
    Requested,
}

/// Erases the case. The store destroys the person's key after this event is on disk.
#[derive(Debug, Clone)]
pub struct Erase {
    /// Why.
    pub reason: ErasureReason,
    /// Whether the class's retention has run out.
    pub expired: bool,
    /// Keyed hashes that recognise the person after erasure and say nothing else, in hexadecimal (capability G4).
    pub suppression: Vec<String>,
}

action! { Erase "erase" System DataProtection; }

/// The case was erased. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Erased {
    /// Why.
    pub reason: ErasureReason,
    /// The suppression tokens.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub suppression: Vec<String>,
}

impl Decide for Erase {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        match case.stage {
            Some(Stage::Erased) => return Ok(vec![]),
            Some(stage) if stage.is_closed() || case.merged_into.is_some() => {}
            stage => return Err(Refusal::WrongStage { action: "erase", stage }),
        }
        if case.holds.contains(&Hold::Legal) || !(self.expired || self.reason == ErasureReason::Requested) {
            return Err(Refusal::MustBeKept);
        }
        Ok(vec![Erased { reason: self.reason, suppression: self.suppression }.into()])
    }
}

impl Apply for Erased {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        case.draft = None;
        case.dossier = None;
        case.facts.clear();
        case.notice = None;
        case.determination = None;
        case.kin = None;
        case.merged_into = None;
        case.stand(Stage::Erased, moment.at);
    }
}
