//! What can be done about a case: by whom, and when it makes sense to offer it.

use muster_app::desk::Officer;
use muster_case::{
    Action as _, Case, Stage,
    decision::{Act, Recuse, SettleReview},
    eligibility::{AcceptFinding, ConfirmRefusal, Outcome, Refer},
    holds,
    intake::{RefuseCorrection, RequestInfo, TakeOverCorrection},
    notes::AddNote,
};
use muster_vocab::Role;

macro_rules! verbs {
    ($($name:ident $word:literal $may:expr;)+) => {
        /// Something an officer does about a case. The words stand in addresses.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Verb { $($name,)+ }

        impl Verb {
            /// Every one: of those that can be done the first is the next step.
            pub(crate) const ALL: &[Self] = &[$(Self::$name,)+];

            /// Its word.
            pub(crate) const fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)+ }
            }

            /// Who may at all.
            pub(crate) const fn may(self) -> &'static [Role] {
                match self { $(Self::$name => $may,)+ }
            }
        }
    };
}

verbs! {
    Countersign "countersign" &[Role::Attache, Role::Adjudicator, Role::Counsel, Role::Personnel, Role::Welfare];
    TakeOverCorrection "take-over-correction" TakeOverCorrection::ROLES;
    RefuseCorrection "refuse-correction" RefuseCorrection::ROLES;
    ConfirmRefusal "confirm-refusal" ConfirmRefusal::ROLES;
    AcceptFinding "accept-finding" AcceptFinding::ROLES;
    Refer "refer" Refer::ROLES;
    SettleReview "settle-review" SettleReview::ROLES;
    Recommend "recommend" &[Role::Interviewer, Role::Clerk];
    RefuseEarly "refuse-early" &[Role::Adjudicator];
    EndDeferral "end-deferral" &[Role::Clerk];
    RequestInfo "request-info" RequestInfo::ROLES;
    SendBack "send-back" &[Role::Attache, Role::Adjudicator, Role::Counsel, Role::Personnel, Role::Welfare];
    Revoke "revoke" &[Role::Attache];
    AddNote "add-note" AddNote::ROLES;
    LiftHold "lift-hold" &[Role::Clerk, Role::Adjudicator, Role::Attache, Role::Counsel, Role::Welfare];
    PlaceHold "place-hold" &[Role::Clerk, Role::Screener, Role::Adjudicator, Role::Attache, Role::Counsel, Role::Border, Role::Personnel, Role::Welfare, Role::DataProtection];
    Recuse "recuse" Recuse::ROLES;
}

impl Verb {
    /// The verb at the end of an address.
    pub(crate) fn of(path: &str) -> Option<Self> {
        let last = path.rsplit('/').next().unwrap_or_default();
        Self::ALL.iter().copied().find(|verb| verb.word() == last)
    }

    /// Whether it is a step on the way of the case, and not something beside it.
    pub(crate) const fn is_step(self) -> bool {
        !matches!(
            self,
            Self::RequestInfo
                | Self::RefuseCorrection
                | Self::SendBack
                | Self::Revoke
                | Self::AddNote
                | Self::LiftHold
                | Self::PlaceHold
                | Self::Recuse
        )
    }

    /// What this officer can do about this case now, the next step first.
    pub(crate) fn offered(officer: &Officer, case: &Case) -> Vec<Self> {
        let fits = |verb: &Self| officer.is_one_of(verb.may()) && verb.fits(officer, case);
        Self::ALL.iter().copied().filter(fits).collect()
    }

    /// Whether it makes sense to offer it. What is so is decided when it is done.
    pub(crate) fn fits(self, officer: &Officer, case: &Case) -> bool {
        if case.recused.contains(&officer.human) || case.merged_into.is_some() {
            return false;
        }
        let Some(stage) = case.stage else { return false };
        let finding = case.determination.as_ref().map(|found| found.outcome);
        let submitted = stage == Stage::Submitted;
        let open = case.proposal.as_ref();
        let second = open
            .is_some_and(|open| officer.is_one_of(open.act.second_signers()) && open.first != officer.human);
        match self {
            Self::Countersign | Self::SendBack => second,
            Self::TakeOverCorrection | Self::RefuseCorrection => case.correction.is_some(),
            Self::ConfirmRefusal => {
                submitted
                    && case
                        .determination
                        .as_ref()
                        .is_some_and(|found| found.fired().any(|fired| fired.code.is_early()))
            }
            Self::AcceptFinding => {
                submitted
                    && !case.finding_accepted
                    && matches!(finding, Some(Outcome::Eligible | Outcome::Tentative))
            }
            Self::Refer | Self::RequestInfo => submitted,
            Self::SettleReview => stage == Stage::UnderReview && !case.signers().contains(&officer.human),
            Self::Recommend => stage == Stage::Interviewed && open.is_none(),
            Self::RefuseEarly => matches!(stage, Stage::Screening | Stage::HitReview) && open.is_none(),
            Self::EndDeferral => stage == Stage::Deferred,
            Self::Revoke => stage.is_revocable() && open.is_none(),
            Self::LiftHold => case.holds.iter().any(|hold| officer.is_one_of(holds::may_lift(*hold))),
            Self::AddNote | Self::PlaceHold => stage != Stage::Erased,
            Self::Recuse => !stage.is_closed(),
        }
    }

    /// Whether it is a signature, which takes a key shown of late.
    pub(crate) const fn is_signature(self) -> bool {
        matches!(self, Self::Countersign | Self::SettleReview)
    }

    /// What it proposes, where it is a first signature of one kind.
    pub(crate) const fn proposes(self) -> Option<Act> {
        match self {
            Self::RefuseEarly => Some(Act::RefuseEarly),
            Self::Revoke => Some(Act::Revoke),
            _ => None,
        }
    }
}
