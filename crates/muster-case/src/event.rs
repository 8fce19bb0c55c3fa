//! Every event, and the one function that applies it.

use crate::Case;
use crate::{
    access::Accessed,
    closing::{Erased, Lapsed, WithdrawalUndone, Withdrawn},
    decision::{
        Countersigned, DeferralEnded, MessageQueued, Recommended, Recused, ReviewRequested, ReviewSettled,
        SentBack,
    },
    eligibility::{Determined, EarlyRefusalConfirmed, FindingAccepted, FlipProposed, Referred},
    facts::FactRecorded,
    holds::{HoldLifted, HoldPlaced},
    identity::{DuplicateDismissed, DuplicateSuspected, Merged, SamePersonConfirmed, Unmerged},
    intake::{
        ConsentGiven, Corrected, CorrectionAsked, CorrectionRefused, CorrectionTakenOver, DraftOpened,
        DraftSaved, InfoAnswered, InfoRequested, NoticeAcknowledged, SubmissionRepeated, Submitted,
    },
    interview::{Assessed, InterviewBooked, InterviewCompleted, InterviewRescheduled, NoShowRecorded},
    movement::{
        AccountedFor, Admitted, ClearedToTravel, ContractPreviewed, Departed, KinNamed, KitAcknowledged,
        Overdue, Presented, TurnedBack, WalkInRegistered,
    },
    notes::NoteAdded,
    screening::{
        CheckLeft, CheckRecorded, EntryNoted, HitConfirmed, HitDismissed, HitRaised, ScreeningCompleted,
        ScreeningStarted,
    },
    service::{
        Assigned, ContractConcluded, ContractDeclined, ContractOffered, ContractSigned, KinNotified,
        StatusChanged, StatusReleased,
    },
};
use muster_vocab::{Moment, SealedPart};

/// How an event changes a case. It cannot fail and judges nothing: what was written is so.
pub(crate) trait Apply {
    /// Makes it so.
    fn apply(&self, case: &mut Case, moment: &Moment);
}

macro_rules! events {
    ($($name:ident $tag:literal $shape:literal [$($($field:ident).+),*];)+) => {
        /// Something that happened to a case.
        #[derive(Debug, Clone, PartialEq)]
        pub enum Event {
            $(#[doc = concat!("Stored as `", $tag, "`: see [`", stringify!($name), "`].")] $name($name),)+
        }

        impl Event {
            /// Every stored tag with the number of its present shape.
            pub const TAGS: &[(&'static str, u16)] = &[$(($tag, $shape),)+];

            /// The stored tag, such as `screening.hit_dismissed`: the same word for ever.
            #[must_use]
            pub const fn tag(&self) -> &'static str {
                match self { $(Self::$name(_) => $tag,)+ }
            }

            /// The number of the shape this program writes.
            #[must_use]
            pub const fn shape(&self) -> u16 {
                match self { $(Self::$name(_) => $shape,)+ }
            }

            /// Shows `visit` every sealed value of the event, always in the same order.
            pub fn sealed_parts(&mut self, visit: &mut dyn FnMut(&mut dyn SealedPart)) {
                match self {
                    $(Self::$name(_event) => { $(visit(&mut _event.$($field).+);)* })+
                }
            }

            /// The event as JSON. Every sealed value must be shut.
            pub(crate) fn to_json(&self) -> serde_json::Result<String> {
                match self { $(Self::$name(event) => serde_json::to_string(event),)+ }
            }

            /// The event of a tag's present shape; nothing for an unknown tag.
            pub(crate) fn from_json(tag: &str, body: &str) -> Option<serde_json::Result<Self>> {
                match tag {
                    $($tag => Some(serde_json::from_str(body).map(Self::$name)),)+
                    _ => None,
                }
            }

            fn dispatch(&self, case: &mut Case, moment: &Moment) {
                match self { $(Self::$name(event) => event.apply(case, moment),)+ }
            }
        }

        $(impl From<$name> for Event {
            fn from(event: $name) -> Self {
                Self::$name(event)
            }
        })+
    };
}

events! {
    DraftOpened "intake.draft_opened" 1 [];
    DraftSaved "intake.draft_saved" 1 [answers];
    NoticeAcknowledged "intake.notice_acknowledged" 1 [countries];
    ConsentGiven "intake.consent_given" 1 [];
    Submitted "intake.submitted" 1 [dossier.identity, dossier.contact, dossier.background, dossier.disclosures];
    SubmissionRepeated "intake.submission_repeated" 1 [dossier.identity, dossier.contact, dossier.background, dossier.disclosures];
    InfoRequested "intake.info_requested" 1 [missing];
    InfoAnswered "intake.info_answered" 1 [dossier.identity, dossier.contact, dossier.background, dossier.disclosures];
    Corrected "intake.corrected" 1 [dossier.identity, dossier.contact, dossier.background, dossier.disclosures];
    CorrectionAsked "intake.correction_asked" 1 [dossier.identity, dossier.contact, dossier.background, dossier.disclosures];
    CorrectionTakenOver "intake.correction_taken_over" 1 [dossier.identity, dossier.contact, dossier.background, dossier.disclosures];
    CorrectionRefused "intake.correction_refused" 1 [reason];
    FactRecorded "facts.recorded" 1 [value];
    Determined "eligibility.determined" 1 [findings];
    FlipProposed "eligibility.flip_proposed" 1 [];
    FindingAccepted "eligibility.finding_accepted" 1 [];
    EarlyRefusalConfirmed "eligibility.refusal_confirmed" 1 [rationale];
    Referred "eligibility.referred" 1 [rationale];
    ScreeningStarted "screening.started" 1 [];
    CheckRecorded "screening.check_recorded" 2 [reason];
    CheckLeft "screening.check_left" 1 [cause];
    HitRaised "screening.hit_raised" 2 [evidence];
    EntryNoted "screening.entry_noted" 1 [];
    HitDismissed "screening.hit_dismissed" 1 [rationale];
    HitConfirmed "screening.hit_confirmed" 1 [rationale];
    ScreeningCompleted "screening.completed" 1 [];
    HoldPlaced "holds.placed" 1 [cause];
    HoldLifted "holds.lifted" 1 [cause];
    DuplicateSuspected "identity.duplicate_suspected" 1 [];
    DuplicateDismissed "identity.duplicate_dismissed" 1 [rationale];
    SamePersonConfirmed "identity.same_person_confirmed" 1 [rationale];
    Merged "identity.merged" 1 [rationale];
    Unmerged "identity.unmerged" 1 [rationale];
    InterviewBooked "interview.booked" 1 [challenge];
    InterviewRescheduled "interview.rescheduled" 1 [];
    NoShowRecorded "interview.no_show_recorded" 1 [];
    Assessed "interview.assessed" 1 [ratings];
    InterviewCompleted "interview.completed" 1 [];
    Recommended "decision.recommended" 1 [rationale];
    Countersigned "decision.countersigned" 1 [rationale];
    SentBack "decision.sent_back" 1 [rationale];
    DeferralEnded "decision.deferral_ended" 1 [];
    Recused "decision.recused" 1 [reason];
    ReviewRequested "decision.review_requested" 1 [grounds];
    ReviewSettled "decision.review_settled" 1 [rationale];
    MessageQueued "decision.message_queued" 1 [];
    NoteAdded "notes.note_added" 1 [text];
    ContractPreviewed "movement.contract_previewed" 1 [];
    KinNamed "movement.kin_named" 1 [kin];
    KitAcknowledged "movement.kit_acknowledged" 1 [];
    ClearedToTravel "movement.cleared_to_travel" 1 [];
    Departed "movement.departed" 1 [];
    Presented "movement.presented" 2 [];
    WalkInRegistered "movement.walk_in_registered" 1 [dossier.identity, dossier.contact, dossier.background, dossier.disclosures];
    Admitted "movement.admitted" 1 [];
    TurnedBack "movement.turned_back" 1 [rationale];
    Overdue "movement.overdue" 1 [];
    AccountedFor "movement.accounted_for" 1 [evidence];
    ContractOffered "service.contract_offered" 1 [];
    ContractSigned "service.contract_signed" 1 [];
    ContractConcluded "service.contract_concluded" 1 [];
    ContractDeclined "service.contract_declined" 1 [reason];
    Assigned "service.assigned" 1 [];
    StatusChanged "service.status_changed" 1 [];
    KinNotified "service.kin_notified" 1 [record];
    StatusReleased "service.status_released" 1 [];
    Withdrawn "closing.withdrawn" 1 [];
    WithdrawalUndone "closing.withdrawal_undone" 1 [];
    Lapsed "closing.lapsed" 1 [];
    Erased "closing.erased" 1 [];
    Accessed "access.recorded" 1 [];
}

/// Applies `event`, which `moment.by` caused at `moment.at`, to `case`.
pub fn evolve(case: &mut Case, event: &Event, moment: &Moment) {
    event.dispatch(case, moment);
}
