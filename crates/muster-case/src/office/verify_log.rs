//! Somebody has the log verified: who asked, and when, is recorded.

use super::{Office, OfficeEvent};
use crate::{Refusal, permit::action};
use muster_vocab::Moment;
use serde::{Deserialize, Serialize};

/// Has the whole log verified.
#[derive(Debug, Clone)]
pub struct VerifyLog;

action! { VerifyLog "verify_log" DataProtection Administrator; }

/// The log was to be verified. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LogVerified {}

impl VerifyLog {
    #[expect(
        clippy::unnecessary_wraps,
        clippy::unused_self,
        reason = "every command of the office is decided the same way"
    )]
    pub(super) fn decide(self, _: &Office, _: &Moment) -> Result<Vec<OfficeEvent>, Refusal> {
        Ok(vec![LogVerified {}.into()])
    }
}

impl LogVerified {
    #[expect(
        clippy::unused_self,
        reason = "every event of the office is applied the same way; a look changes nothing"
    )]
    pub(super) fn apply(&self, _: &mut Office, _: &Moment) {}
}
