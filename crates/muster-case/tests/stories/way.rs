//! The way of a case, story by story, each beginning where the one before ends; and the commands of that way.

use crate::{
    harness::{
        PASS, PERSON, Story, applicant, because, born, check, contract, finding, human, recommend, system,
    },
    world::NOTICE,
};
use jiff::{SignedDuration, Timestamp};
use muster_case::{
    Posture, Stage,
    decision::Act,
    eligibility::{AcceptFinding, Outcome},
    intake::{AcknowledgeNotice, Channel, Dossier, GiveConsent, NoticeCountries, OpenDraft, Submit},
    interview::{Assess, BookInterview, CompleteInterview, Ratings},
    movement::{AcknowledgeKit, Admit, ClearToTravel, NameKin, Present, PreviewContract, RegisterWalkIn},
    screening::{CheckOutcome, CompleteScreening, StartScreening},
    service::{Assign, ConcludeContract, OfferContract, SignContract},
};
use muster_vocab::{Digest, PassId, Role, SlotId};
use std::collections::BTreeMap;

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

/// Presented, and screened a second time against the lists.
pub(crate) fn screened_again() -> Story {
    presented().and(system(), check("watchlist", CheckOutcome::Clear))
}

/// Somebody without a case shows up at the border.
pub(crate) fn walk_in(date: &str) -> Story {
    let mission = "pl-reception".parse().unwrap();
    let register = RegisterWalkIn { person: PERSON, mission, dossier: born(date), active_elsewhere: None };
    Story::nothing().and(human(7, Role::Border), register).stands(Stage::Presented)
}

/// A walk-in, judged, screened and let in by one.
pub(crate) fn let_in() -> Story {
    let border = human(7, Role::Border);
    walk_in("1990-05-05")
        .and(border, check("arrival", CheckOutcome::Clear))
        .and(system(), finding(Outcome::Tentative, &[]))
        .and(human(0, Role::Clerk), AcceptFinding)
        .and(border, Admit)
}

pub(crate) fn admitted() -> Story {
    let border = human(7, Role::Border);
    screened_again().and(border, check("arrival", CheckOutcome::Clear)).and(border, Admit)
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
