//! The kinds of problem, each with its name, its status and a page.

use crate::Web;
use axum::http::StatusCode;
use muster_case::Refusal;

macro_rules! kinds {
    ($($name:ident $word:literal $status:ident;)+) => {
        /// A kind of problem. Its name is part of an address and stays the same.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Kind {
            $(#[doc = concat!("`", $word, "`.")] $name,)+
        }

        /// Every kind of problem.
        pub const KINDS: &[Kind] = &[$(Kind::$name,)+];

        impl Kind {
            /// The name in its address.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$name => $word,)+ }
            }

            /// The status it is answered with.
            #[must_use]
            pub const fn status(self) -> StatusCode {
                match self { $(Self::$name => StatusCode::$status,)+ }
            }
        }
    };
}

kinds! {
    NotUnderstood "not-understood" BAD_REQUEST;
    KeyMissing "key-missing" BAD_REQUEST;
    NotSignedIn "not-signed-in" UNAUTHORIZED;
    NotAllowed "not-allowed" FORBIDDEN;
    SignAtTheDesk "sign-at-the-desk" FORBIDDEN;
    NotFound "not-found" NOT_FOUND;
    NoSuchThing "no-such-thing" NOT_FOUND;
    WrongMethod "wrong-method" METHOD_NOT_ALLOWED;
    KeyBusy "key-busy" CONFLICT;
    HeldByAnother "held-by-another" CONFLICT;
    WrongStage "wrong-stage" CONFLICT;
    OnHold "on-hold" CONFLICT;
    Merged "merged" CONFLICT;
    SomethingMissing "something-missing" CONFLICT;
    AnotherPerson "another-person" CONFLICT;
    AlreadySo "already-so" CONFLICT;
    StrongHit "strong-hit" CONFLICT;
    NotObjective "not-objective" CONFLICT;
    Minor "minor" CONFLICT;
    TooOften "too-often" CONFLICT;
    TooEarly "too-early" CONFLICT;
    TooLate "too-late" CONFLICT;
    NotPossible "not-possible" CONFLICT;
    Stale "stale" PRECONDITION_FAILED;
    TooBig "too-big" PAYLOAD_TOO_LARGE;
    NotJson "not-json" UNSUPPORTED_MEDIA_TYPE;
    BodyFaulty "body-faulty" UNPROCESSABLE_ENTITY;
    KeyReused "key-reused" UNPROCESSABLE_ENTITY;
    VersionMissing "version-missing" PRECONDITION_REQUIRED;
    TooMany "too-many" TOO_MANY_REQUESTS;
    Broken "broken" INTERNAL_SERVER_ERROR;
    Busy "busy" SERVICE_UNAVAILABLE;
}

impl Kind {
    /// Where this program explains it: whole where it knows its public address.
    pub(crate) fn address(self, web: &Web) -> String {
        let base = web.settings.public_url.as_deref().unwrap_or_default().trim_end_matches('/');
        format!("{base}/problems/{}", self.name())
    }

    /// Of a status that a layer answered without a word.
    pub(crate) fn of_status(status: StatusCode) -> Self {
        let fits = |kind: &&Self| kind.status() == status;
        let otherwise = if status.is_server_error() { Self::Broken } else { Self::NotUnderstood };
        KINDS.iter().find(fits).copied().unwrap_or(otherwise)
    }

    /// The kind of each refusal. A new refusal does not build before it has one.
    pub(crate) const fn of(refusal: &Refusal) -> Self {
        match refusal {
            Refusal::RoleMayNot { .. } | Refusal::NotYours => Self::NotAllowed,
            Refusal::WrongStage { .. } => Self::WrongStage,
            Refusal::AlreadyOpen | Refusal::ActiveElsewhere { .. } | Refusal::ProposalOpen => Self::AlreadySo,
            Refusal::Held { .. } => Self::OnHold,
            Refusal::Merged { .. } => Self::Merged,
            Refusal::Needs(_) => Self::SomethingMissing,
            Refusal::SameHuman | Refusal::SoleInterviewer | Refusal::SignedBefore | Refusal::Recused => {
                Self::AnotherPerson
            }
            Refusal::NotObjective => Self::NotObjective,
            Refusal::Minor => Self::Minor,
            Refusal::Unknown { .. } => Self::NoSuchThing,
            Refusal::StrongHit => Self::StrongHit,
            Refusal::Limit { .. } => Self::TooOften,
            Refusal::TooEarly { .. } => Self::TooEarly,
            Refusal::TooLate { .. } => Self::TooLate,
            Refusal::CasualtyStands
            | Refusal::TextDiffers
            | Refusal::PassSpent
            | Refusal::PostureForbids
            | Refusal::SignatureDepends
            | Refusal::MustBeKept => Self::NotPossible,
        }
    }
}
