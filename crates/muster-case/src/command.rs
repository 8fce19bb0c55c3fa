//! Every command, and the one function that decides.

use crate::{Action, Case, Decided, Refusal};
use crate::{
    access::RecordAccess,
    closing::{Erase, Lapse, UndoWithdrawal, Withdraw},
    decision::{Countersign, EndDeferral, Recommend, Recuse, RequestReview, SendBack, SettleReview},
    eligibility::{AcceptFinding, ConfirmRefusal, Determine, ProposeFlip, Refer},
    facts::RecordFact,
    holds::{LiftHold, PlaceHold},
    identity::{ConfirmSamePerson, DismissDuplicate, Merge, SuspectDuplicate, Unmerge},
    intake::{
        AcknowledgeNotice, AnswerInfo, Correct, GiveConsent, OpenDraft, RefuseCorrection, RepeatSubmission,
        RequestInfo, SaveDraft, Submit, TakeOverCorrection,
    },
    interview::{Assess, BookInterview, CompleteInterview, RecordNoShow, Reschedule},
    movement::{
        AccountFor, AcknowledgeKit, Admit, ClearToTravel, Depart, MarkOverdue, NameKin, Present,
        PreviewContract, RegisterWalkIn, TurnBack,
    },
    notes::AddNote,
    screening::{
        CompleteScreening, ConfirmHit, DismissHit, LeaveCheck, NoteEntry, RaiseHit, RecordCheck,
        StartScreening,
    },
    service::{
        Assign, ChangeStatus, ConcludeContract, DeclineContract, NotifyKin, OfferContract, ReleaseStatus,
        SignContract,
    },
};
use muster_vocab::{Moment, Role};

/// How a command decides. Pure and total: the same case, command and moment give the same answer.
pub(crate) trait Decide: Action {
    /// The events that follow, or why nothing does.
    fn decide(self, case: &Case, moment: &Moment) -> Decided;
}

macro_rules! commands {
    ($($name:ident)+) => {
        /// Something an actor asks to be done about a case.
        #[derive(Debug, Clone)]
        pub enum Command {
            $(#[doc = concat!("See [`", stringify!($name), "`].")] $name($name),)+
        }

        impl Command {
            /// The command's word, such as `dismiss_hit`.
            #[must_use]
            pub const fn word(&self) -> &'static str {
                match self { $(Self::$name(_) => $name::NAME,)+ }
            }

            /// Who may give the command.
            #[must_use]
            pub const fn roles(&self) -> &'static [Role] {
                match self { $(Self::$name(_) => $name::ROLES,)+ }
            }

            /// Every command's word with who may give it.
            pub const ALL: &[(&'static str, &'static [Role])] = &[$(($name::NAME, $name::ROLES),)+];

            fn dispatch(self, case: &Case, moment: &Moment) -> Decided {
                match self { $(Self::$name(command) => command.decide(case, moment),)+ }
            }
        }

        $(impl From<$name> for Command {
            fn from(command: $name) -> Self {
                Self::$name(command)
            }
        })+
    };
}

commands! {
    OpenDraft SaveDraft AcknowledgeNotice GiveConsent Submit RepeatSubmission RequestInfo AnswerInfo
    Correct TakeOverCorrection RefuseCorrection
    RecordFact
    AddNote
    Determine ProposeFlip AcceptFinding ConfirmRefusal Refer
    StartScreening RecordCheck LeaveCheck RaiseHit NoteEntry DismissHit ConfirmHit CompleteScreening
    PlaceHold LiftHold
    SuspectDuplicate DismissDuplicate ConfirmSamePerson Merge Unmerge
    BookInterview Reschedule RecordNoShow Assess CompleteInterview
    Recommend Countersign SendBack EndDeferral Recuse RequestReview SettleReview
    PreviewContract NameKin AcknowledgeKit ClearToTravel Depart Present RegisterWalkIn Admit TurnBack
    MarkOverdue AccountFor
    OfferContract SignContract ConcludeContract DeclineContract Assign ChangeStatus NotifyKin ReleaseStatus
    Withdraw UndoWithdrawal Lapse Erase
    RecordAccess
}

/// Decides what follows from `command` given by `moment.by` at `moment.at` on `case`.
///
/// A command that changes nothing gives no events and is not an error, so that repeating it is safe.
///
/// # Errors
/// A [`Refusal`]: an answer for the person who asked. Nothing has changed.
pub fn decide(case: &Case, command: Command, moment: &Moment) -> Decided {
    let role = moment.by.role();
    if !command.roles().contains(&role) {
        return Err(Refusal::RoleMayNot { action: command.word(), role, may: command.roles() });
    }
    case.must_be_ours(moment)?;
    command.dispatch(case, moment)
}
