//! What clerks do first: ask, accept, refuse, refer; holds.

use super::{Asking, Performs, codes};
use crate::api::{
    problem::Problem,
    words::{Code, Word, Words},
};
use muster_app::Act;
use muster_case::{Hold, eligibility, holds, intake, notes};
use muster_vocab::{PersonalText, Sealed};
use serde::Deserialize;
use utoipa::ToSchema;

/// Asks the applicant for what is missing.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct RequestInfo {
    /// What is missing, as the applicant will read it.
    missing: Words,
}

impl Performs for RequestInfo {
    fn acts(self, of: &Asking<'_>) -> Result<Vec<Act>, Problem> {
        of.may(intake::RequestInfo { missing: PersonalText(self.missing.0) })
    }
}

/// Accepts the finding, so that screening may start.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct AcceptFinding {}

impl Performs for AcceptFinding {
    fn acts(self, of: &Asking<'_>) -> Result<Vec<Act>, Problem> {
        of.may(eligibility::AcceptFinding)
    }
}

/// Confirms a refusal that a finding proposes.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct ConfirmRefusal {
    /// One or more of R01 to R12 that findings support, the primary first.
    codes: Vec<Code>,
    /// Why.
    rationale: Words,
}

impl Performs for ConfirmRefusal {
    fn acts(self, of: &Asking<'_>) -> Result<Vec<Act>, Problem> {
        let rationale = PersonalText(self.rationale.0);
        of.may(eligibility::ConfirmRefusal { codes: codes(self.codes), rationale, in_bulk: false })
    }
}

/// Refers to another route.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct Refer {
    /// Why, the primary first.
    codes: Vec<Code>,
    /// The route, as a word of the programme.
    route: Word,
    /// Why, in words.
    rationale: Words,
}

impl Performs for Refer {
    fn acts(self, of: &Asking<'_>) -> Result<Vec<Act>, Problem> {
        let rationale = PersonalText(self.rationale.0);
        of.may(eligibility::Refer { codes: codes(self.codes), route: self.route.0, rationale })
    }
}

/// Adds a note for colleagues.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct AddNote {
    /// What it says.
    text: Words,
}

impl Performs for AddNote {
    fn acts(self, of: &Asking<'_>) -> Result<Vec<Act>, Problem> {
        of.may(notes::AddNote { text: PersonalText(self.text.0), ahead_of: None })
    }
}

/// A hold.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = Hold)]
pub(in crate::api) enum Which {
    /// May be the same person as in another case.
    Duplicate,
    /// A hit, or a concern of security.
    Security,
    /// A legal question.
    Legal,
    /// A minor, or somebody at risk.
    Safeguarding,
    /// A medical question.
    Medical,
    /// The host state's posture.
    Posture,
}

impl From<Which> for Hold {
    fn from(which: Which) -> Self {
        match which {
            Which::Duplicate => Self::Duplicate,
            Which::Security => Self::Security,
            Which::Legal => Self::Legal,
            Which::Safeguarding => Self::Safeguarding,
            Which::Medical => Self::Medical,
            Which::Posture => Self::Posture,
        }
    }
}

/// Places a hold.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct PlaceHold {
    /// Which.
    hold: Which,
    /// Why.
    cause: Words,
}

impl Performs for PlaceHold {
    fn acts(self, of: &Asking<'_>) -> Result<Vec<Act>, Problem> {
        let cause = Sealed::from(PersonalText(self.cause.0));
        of.may(holds::PlaceHold { hold: self.hold.into(), cause })
    }
}

/// Lifts a hold whose cause is settled.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct LiftHold {
    /// Which.
    hold: Which,
    /// How its cause was settled.
    cause: Words,
}

impl Performs for LiftHold {
    fn acts(self, of: &Asking<'_>) -> Result<Vec<Act>, Problem> {
        let (hold, cause) = (Hold::from(self.hold), Sealed::from(PersonalText(self.cause.0)));
        of.may_among(holds::may_lift(hold), holds::LiftHold { hold, cause })
    }
}
