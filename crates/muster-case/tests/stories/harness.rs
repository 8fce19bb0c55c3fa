//! Given, when, then.

use crate::world::{NOTICE, door, edition, make, staff};
use jiff::{SignedDuration, Timestamp};
use muster_case::{
    Case, Command, Decided, Event, Hold, Posture, Refusal, Stage, decide,
    decision::{Act, Countersign, Recommend},
    eligibility::{AcceptFinding, Determine, FindingCode, FindingTexts, Outcome, Verdict},
    evolve,
    intake::{AcknowledgeNotice, Channel, Dossier, GiveConsent, NoticeCountries, OpenDraft, Submit},
    interview::{Assess, BookInterview, CompleteInterview, Ratings},
    movement::{AcknowledgeKit, Admit, ClearToTravel, NameKin, Present, PreviewContract},
    screening::{CheckOutcome, CompleteScreening, RecordCheck, StartScreening},
    service::{Assign, ConcludeContract, OfferContract, SignContract},
};
use muster_vocab::{
    Actor, Digest, HumanId, Moment, PassId, PersonId, PersonalText, ProposalId, ReasonCode, Role, SlotId,
    Worker,
};
use std::collections::BTreeMap;

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
    make::dossier(date.parse().unwrap())
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

/// Opens a draft at a mission that takes applications.
pub(crate) fn open() -> OpenDraft {
    OpenDraft {
        person: PERSON,
        mission: "us-washington".parse().unwrap(),
        channel: Channel::Web,
        notice_shown: NOTICE.into(),
        posture: Posture::Open,
        intake_paused: false,
        active_elsewhere: None,
    }
}

pub(crate) fn submit(dossier: Dossier) -> Submit {
    Submit { dossier, acknowledged: ["US", "CA"].map(|it| it.parse().unwrap()).into() }
}

/// A draft with notice and consent.
pub(crate) fn draft() -> Story {
    let countries = NoticeCountries(["US", "CA"].map(|it| it.parse().unwrap()).into());
    let notice = AcknowledgeNotice { edition: NOTICE.into(), countries: countries.into(), understood: true };
    Story::nothing()
        .and(applicant(), open())
        .and(applicant(), notice)
        .and(applicant(), GiveConsent { edition: "1".into(), purposes: ["screening".to_owned()].into() })
}

/// Sent by somebody of age.
pub(crate) fn submitted() -> Story {
    draft().and(applicant(), submit(born("1990-05-05")))
}

/// With two checks asked for: `watchlist` and `records`.
pub(crate) fn screening() -> Story {
    submitted()
        .and(system(), finding(Outcome::Eligible, &[]))
        .and(human(0, Role::Clerk), AcceptFinding)
        .and(system(), StartScreening { checks: ["watchlist".to_owned(), "records".to_owned()].into() })
}

/// May book.
pub(crate) fn ready() -> Story {
    screening()
        .and(human(11, Role::Screener), check("watchlist", CheckOutcome::Clear))
        .and(human(11, Role::Screener), check("records", CheckOutcome::Clear))
        .and(system(), CompleteScreening)
}

/// Books a slot in two hours.
pub(crate) fn book(now: Timestamp) -> BookInterview {
    let starts = now + SignedDuration::from_hours(2);
    BookInterview { slot: SlotId::from(3), starts, challenge: because(), critical_role: false }
}

pub(crate) fn ratings() -> Assess {
    let ratings = BTreeMap::from([("motive".to_owned(), (4, "said why".to_owned()))]);
    Assess { instrument: "2022-03".into(), ratings: Ratings(ratings) }
}

pub(crate) fn booked() -> Story {
    let story = ready();
    let now = story.now;
    story.and(applicant(), book(now))
}

/// By human 1 alone.
pub(crate) fn interviewed() -> Story {
    let interviewer = human(1, Role::Interviewer);
    booked().hours(3).and(interviewer, ratings()).and(interviewer, CompleteInterview)
}

/// Acceptance recommended by human 3, a clerk.
pub(crate) fn recommended() -> Story {
    interviewed().and(human(3, Role::Clerk), recommend(Act::Accept, &[]))
}

/// By human 5, the attaché.
pub(crate) fn accepted() -> Story {
    recommended().countersigned(human(5, Role::Attache)).done().stands(Stage::Accepted)
}

/// Everything is there that a pass needs.
pub(crate) fn prepared() -> Story {
    accepted()
        .and(applicant(), PreviewContract { text: contract(1) })
        .and(applicant(), NameKin { kin: vec![] })
        .and(applicant(), AcknowledgeKit { edition: "k1".into() })
}

/// Clears for a crossing in 48 hours.
pub(crate) fn clear(now: Timestamp) -> ClearToTravel {
    ClearToTravel {
        pass: PASS,
        crossing_point: "korczowa".into(),
        slot_at: now + SignedDuration::from_hours(48),
        current_notice: NOTICE.into(),
        posture: Posture::Open,
    }
}

pub(crate) fn cleared() -> Story {
    let story = prepared();
    let now = story.now;
    story.and(human(0, Role::Clerk), clear(now))
}

pub(crate) fn show(pass: PassId) -> Present {
    Present { pass, verified: true, same_person: true }
}

pub(crate) fn presented() -> Story {
    cleared().hours(48).and(human(7, Role::Border), show(PASS))
}

pub(crate) fn admitted() -> Story {
    let border = human(7, Role::Border);
    presented().and(border, check("arrival", CheckOutcome::Clear)).and(border, Admit)
}

pub(crate) fn contracted() -> Story {
    let sign = SignContract { text: contract(1), evidence: Digest::of(b"scan") };
    admitted()
        .and(human(10, Role::Personnel), OfferContract { text: contract(1) })
        .and(applicant(), sign)
        .and(human(10, Role::Personnel), ConcludeContract)
}

pub(crate) fn assigned() -> Story {
    let (requirement, unit) = ("medic".into(), "unit-1".into());
    let assign = Assign { requirement, unit, requirement_open: true, unit_accepts: true };
    contracted().and(human(10, Role::Personnel), assign)
}
