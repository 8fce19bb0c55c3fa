//! From the first contact to a submission.

mod acknowledge_notice;
mod answer_info;
mod correct;
mod dossier;
mod give_consent;
mod open_draft;
mod refuse_correction;
mod repeat_submission;
mod request_info;
mod save_draft;
mod submit;
mod take_over_correction;

pub use acknowledge_notice::{AcknowledgeNotice, NoticeAcknowledged, NoticeCountries};
pub use answer_info::{AnswerInfo, InfoAnswered};
pub use correct::{Correct, Corrected, Correction, CorrectionAsked};
pub use dossier::{
    Background, Contact, Disclosures, Dossier, Experience, Identity, SealedDossier, ServiceRecord, Serving,
    Sex,
};
pub use give_consent::{ConsentGiven, GiveConsent};
pub use open_draft::{DraftOpened, OpenDraft};
pub use refuse_correction::{CorrectionRefused, RefuseCorrection};
pub use repeat_submission::{RepeatSubmission, SubmissionRepeated};
pub use request_info::{InfoRequested, RequestInfo};
pub use save_draft::{DraftSaved, RawAnswers, SaveDraft};
pub use submit::{AGE_OF_MAJORITY, Majority, Submit, Submitted};
pub(crate) use submit::{receive, safeguard};
pub use take_over_correction::{CorrectionTakenOver, TakeOverCorrection};

use serde::{Deserialize, Serialize};

/// How a contact came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// The portal.
    Web,
    /// A letter or an e-mail.
    Mail,
    /// A call.
    Phone,
    /// At the counter.
    WalkIn,
    /// Another office sent the person.
    Partner,
}

impl Channel {
    /// Every channel.
    pub const ALL: [Self; 5] = [Self::Web, Self::Mail, Self::Phone, Self::WalkIn, Self::Partner];

    /// Its word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Web => "web",
            Self::Mail => "mail",
            Self::Phone => "phone",
            Self::WalkIn => "walk_in",
            Self::Partner => "partner",
        }
    }
}

impl std::str::FromStr for Channel {
    type Err = muster_vocab::Rejected;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|channel| channel.word() == text)
            .ok_or(muster_vocab::Rejected::new("channel", "write web, mail, phone, walk_in or partner"))
    }
}

/// What the host state lets a mission do (capability A5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Posture {
    /// Takes applications.
    Open,
    /// Informs, takes none.
    InformationOnly,
    /// Does nothing for now.
    Suspended,
}

impl Posture {
    /// Its word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::InformationOnly => "information_only",
            Self::Suspended => "suspended",
        }
    }
}
