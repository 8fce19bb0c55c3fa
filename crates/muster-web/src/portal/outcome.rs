//! What a decision says to its person: which rule, what would change it, what else there is (capability J3). The same
//! words on the applicant's page and in the preview of whoever signs.

use crate::{Layout, portal::other_ways};
use jiff::Timestamp;
use muster_app::portal::{Because, Outcome};
use muster_vocab::ReasonCode;

/// A decision in words.
pub(crate) struct OutcomeView {
    /// Why, the primary reason first.
    pub(crate) reasons: Vec<Reason>,
    /// Under which rules.
    pub(crate) edition: String,
    /// Other ways to help.
    pub(crate) ways: Vec<String>,
    /// Until when somebody else can be asked to look again.
    pub(crate) review: Option<String>,
}

/// One reason in words.
pub(crate) struct Reason {
    /// Why.
    pub(crate) why: String,
    /// What would change it, where a published rule says so.
    pub(crate) change: Option<String>,
    /// Another way to help.
    pub(crate) off_ramp: Option<String>,
}

impl OutcomeView {
    pub(crate) fn new(layout: &Layout, outcome: &Outcome) -> Self {
        let review = outcome.review_until.map(|until| {
            let day = muster_i18n::long_date(layout.locale(), super::today(until));
            layout.say_with("outcome-review-until", &[("day", day.as_str().into())])
        });
        Self { review, ..Self::of(layout, &outcome.edition, &outcome.because) }
    }

    /// What a decision would say, for whoever is about to sign it.
    pub(crate) fn of(layout: &Layout, edition: &str, because: &[Because]) -> Self {
        Self {
            reasons: because.iter().map(|because| Reason::new(layout, because)).collect(),
            edition: layout.say_with("pre-check-edition", &[("edition", edition.into())]),
            ways: other_ways(layout),
            review: None,
        }
    }
}

impl Reason {
    fn new(layout: &Layout, because: &Because) -> Self {
        let text = because.text(layout.lang());
        text.map_or_else(
            || Self { why: safe(layout, because.reason).to_owned(), change: None, off_ramp: None },
            |text| Self {
                why: text.why.clone(),
                change: Some(text.change.clone()),
                off_ramp: Some(text.off_ramp.clone()),
            },
        )
    }
}

/// What is said where no published rule stands behind a code: true, and of no use to whoever wants to learn how checks
/// are made or what a list holds.
fn safe(layout: &Layout, reason: ReasonCode) -> &str {
    match reason {
        ReasonCode::ScreeningTrueMatch
        | ReasonCode::ExtremistAssociation
        | ReasonCode::CounterIntelligenceConcern => layout.say("outcome-because-checks"),
        ReasonCode::CannotBeVetted => layout.say("outcome-because-not-checked"),
        ReasonCode::FalseStatement => layout.say("outcome-because-statement"),
        ReasonCode::ConductAtInterview | ReasonCode::MotiveOrStability | ReasonCode::BelowStandard => {
            layout.say("outcome-because-talk")
        }
        ReasonCode::RoleNotNeededNow => layout.say("outcome-because-not-needed"),
        ReasonCode::NoShow | ReasonCode::Unreachable => layout.say("outcome-because-missed"),
        ReasonCode::Withdrew => layout.say("outcome-because-withdrew"),
        ReasonCode::PassInvalid => layout.say("outcome-because-pass"),
        ReasonCode::ForbiddenItem => layout.say("outcome-because-item"),
        ReasonCode::IdentityMismatch => layout.say("outcome-because-identity"),
        ReasonCode::TermsNotAccepted => layout.say("outcome-because-terms"),
        ReasonCode::ProgrammePaused => layout.say("outcome-because-paused"),
        ReasonCode::HostStateObjects => layout.say("outcome-because-host"),
        _ => layout.say("outcome-because-rules"),
    }
}

/// A decision as it may be, for samples.
pub(crate) fn sample(programme: &muster_app::Programme, codes: &[ReasonCode]) -> Outcome {
    let until: Timestamp = "2022-04-02T09:00:00Z".parse().expect("it is a time");
    Outcome {
        edition: "v3".to_owned(),
        because: programme.because(codes, "v3", None),
        review_until: Some(until),
    }
}
