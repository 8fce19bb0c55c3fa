//! Given, when, then.

pub(crate) use crate::way::*;
use crate::world::{door, edition, parts, staff};
use jiff::{SignedDuration, Timestamp};
use muster_case::{
    Case, Command, Decided, Event, Hold, Refusal, Stage, decide,
    decision::{Act, Countersign, Recommend},
    eligibility::{Determine, FindingCode, FindingTexts, Outcome, Verdict},
    evolve,
    intake::Dossier,
    screening::{CheckOutcome, RecordCheck},
};
use muster_vocab::{
    Actor, Digest, HumanId, Moment, PassId, PersonId, PersonalText, ProposalId, ReasonCode, Role, Worker,
};

pub(crate) const PERSON: PersonId = PersonId::from_bytes([1; 16]);
pub(crate) const PROPOSAL: ProposalId = ProposalId::from_bytes([5; 16]);
pub(crate) const PASS: PassId = PassId::from_bytes([9; 16]);

/// The person whose case it is.
pub(crate) fn applicant() -> Actor {
    Actor::Applicant { person: PERSON }
}

/// A worker of the program.
pub(crate) fn system() -> Actor {
    Actor::System { worker: Worker::Clock }
}

/// A human of the staff in a role: the same number is the same human, each role another account.
pub(crate) fn human(number: u128, role: Role) -> Actor {
    staff::account(number, role)
}

/// The human behind a number.
pub(crate) fn who(number: u128) -> HumanId {
    human(number, Role::Clerk).human().unwrap()
}

pub(crate) fn because() -> PersonalText {
    PersonalText("because it is so".into())
}

/// The text of the contract, by its version.
pub(crate) fn contract(version: u8) -> Digest {
    Digest::of(&[version])
}

/// A dossier of somebody born on a date.
pub(crate) fn born(date: &str) -> Dossier {
    parts::dossier(date.parse().unwrap())
}

/// What a policy finds: an outcome and the codes that fire, with whether each is objective.
pub(crate) fn finding(outcome: Outcome, codes: &[(ReasonCode, bool)]) -> Determine {
    let codes = codes.iter().map(|(code, objective)| FindingCode {
        rule: code.code().into(),
        code: *code,
        verdict: Verdict::Fires,
        objective: *objective,
    });
    Determine { edition: edition(2), outcome, codes: codes.collect(), findings: FindingTexts(vec![]) }
}

/// A first signature.
pub(crate) fn recommend(act: Act, codes: &[ReasonCode]) -> Recommend {
    Recommend { proposal: PROPOSAL, act, codes: codes.to_vec(), rationale: because() }
}

/// A check's outcome.
pub(crate) fn check(check: &str, outcome: CheckOutcome) -> RecordCheck {
    RecordCheck { check: check.into(), outcome, lists: vec![], reason: because() }
}

/// A case that goes its way, and the last answer.
pub(crate) struct Story {
    pub(crate) case: Case,
    pub(crate) now: Timestamp,
    answer: Decided,
}

impl Story {
    /// Nothing has happened.
    pub(crate) fn nothing() -> Self {
        let now = "2022-03-01T10:00:00Z".parse().unwrap();
        Self { case: Case::default(), now, answer: Ok(vec![]) }
    }

    /// Time passes.
    pub(crate) fn hours(mut self, hours: i64) -> Self {
        self.now += SignedDuration::from_hours(hours);
        self
    }

    /// Somebody asks; what follows is so at once.
    pub(crate) fn when(mut self, by: Actor, command: impl Into<Command>) -> Self {
        let moment = Moment { at: self.now, by };
        self.answer = decide(&self.case, command.into(), &moment);
        for event in self.answer.iter().flatten() {
            evolve(&mut self.case, &door::shut(event.clone()), &moment);
        }
        self
    }

    /// Somebody asks, and something must follow: a step on the way to the story's point.
    pub(crate) fn and(self, by: Actor, command: impl Into<Command>) -> Self {
        let command = command.into();
        let word = command.word();
        let story = self.when(by, command);
        assert!(matches!(&story.answer, Ok(events) if !events.is_empty()), "{word} gave {:?}", story.answer);
        story
    }

    /// Somebody signs second, freshly logged in.
    pub(crate) fn countersigned(self, by: Actor) -> Self {
        let step_up_at = self.now;
        self.when(by, Countersign { proposal: PROPOSAL, rationale: because(), step_up_at })
    }

    #[track_caller]
    pub(crate) fn refused(self, with: Refusal) -> Self {
        assert_eq!(self.answer, Err(with));
        self
    }

    #[track_caller]
    pub(crate) fn done(self) -> Self {
        assert!(matches!(&self.answer, Ok(events) if !events.is_empty()), "{:?}", self.answer);
        self
    }

    #[track_caller]
    pub(crate) fn changes_nothing(self) -> Self {
        assert_eq!(self.answer, Ok(vec![]));
        self
    }

    #[track_caller]
    pub(crate) fn stands(self, stage: Stage) -> Self {
        assert_eq!(self.case.stage, Some(stage));
        self
    }

    #[track_caller]
    pub(crate) fn held(self, holds: &[Hold]) -> Self {
        assert_eq!(self.case.holds.iter().copied().collect::<Vec<_>>(), holds);
        self
    }

    /// The events of the last answer.
    pub(crate) fn events(&self) -> &[Event] {
        self.answer.as_deref().unwrap_or_default()
    }
}
