//! Answers as they are typed, and as they are put right later.

use crate::harness::*;
use muster_case::{
    Event, Hold, Missing, Refusal, Stage,
    closing::{Erase, ErasureReason, Withdraw},
    eligibility::{AcceptFinding, Outcome},
    intake::{Correct, RawAnswers, RefuseCorrection, RequestInfo, SaveDraft, TakeOverCorrection},
    screening::{CheckOutcome, StartScreening},
};
use muster_vocab::{BoxRef, Digest, PersonalText, Role, Sealed};

/// Answers that lie in a box of their own.
fn typed(said: &str) -> SaveDraft {
    SaveDraft { answers: RawAnswers([("words".to_owned(), said.to_owned())].into()).into() }
}

fn lies(said: &str) -> Sealed<RawAnswers> {
    let bytes = format!(r#"{{"words":"{said}"}}"#);
    Sealed::Shut(BoxRef { part: 0, sha256: Digest::of(bytes.as_bytes()), home: None })
}

#[test]
fn the_last_answers_are_at_hand_until_the_case_is_erased() {
    let saved = draft().and(applicant(), typed("first")).and(applicant(), typed("last"));
    assert_eq!(saved.case.draft, Some(lies("last")));
    let sent = saved.and(applicant(), submit(born("1990-05-05")));
    assert_eq!(sent.case.draft, Some(lies("last")));
    let erase = Erase { reason: ErasureReason::Expired, expired: true, suppression: vec![] };
    assert_eq!(sent.and(applicant(), Withdraw).and(system(), erase).case.draft, None);
}

fn correct(born_on: &str) -> Correct {
    Correct { dossier: born(born_on) }
}

fn take_over(story: &Story, born_on: &str) -> TakeOverCorrection {
    TakeOverCorrection { asked_at: story.now, dossier: born(born_on) }
}

#[test]
fn facts_that_wait_for_a_clerk_are_put_right_at_once_and_found_upon_again() {
    let clerk = human(0, Role::Clerk);
    let found = || submitted().and(system(), finding(Outcome::Eligible, &[])).and(clerk, AcceptFinding);
    let corrected = found().and(applicant(), correct("1991-01-01")).stands(Stage::Submitted);
    assert_ne!(corrected.case.dossier, found().case.dossier);
    corrected
        .when(system(), StartScreening { checks: ["watchlist".to_owned()].into() })
        .refused(Refusal::Needs(Missing::Determination));
    let asked = || submitted().and(clerk, RequestInfo { missing: because() });
    asked().and(applicant(), correct("1991-01-01")).stands(Stage::InfoRequested);
    asked().and(clerk, correct("1991-01-01")).stands(Stage::InfoRequested);
}

#[test]
fn whoever_was_screened_does_not_change_the_name_unseen() {
    let (clerk, before) = (human(0, Role::Clerk), screening().case.dossier);
    let asked = screening().and(applicant(), correct("1991-01-01")).stands(Stage::Screening);
    assert_eq!(asked.case.dossier, before);
    let seen = take_over(&asked, "1991-01-01");
    let taken = asked.and(clerk, seen.clone());
    assert_ne!(taken.case.dossier, before);
    assert!(taken.case.determination.is_some(), "what was found stands, and a new finding only proposes");
    taken.when(clerk, seen).refused(Refusal::Unknown { what: "correction" });
}

#[test]
fn a_correction_that_came_since_the_clerk_looked_is_not_taken_over() {
    let asked = screening().and(applicant(), correct("1991-01-01"));
    let seen = take_over(&asked, "1991-01-01");
    asked
        .hours(1)
        .and(applicant(), correct("1992-02-02"))
        .when(human(0, Role::Clerk), seen)
        .refused(Refusal::Unknown { what: "correction" });
}

#[test]
fn whoever_says_to_be_a_minor_in_a_correction_is_held_at_once() {
    submitted().and(applicant(), correct("2006-01-01")).held(&[Hold::Safeguarding]);
    let asked = screening().and(applicant(), correct("2006-01-01")).held(&[Hold::Safeguarding]);
    assert!(matches!(asked.events(), [Event::CorrectionAsked(_), Event::HoldPlaced(_)]));
}

#[test]
fn nothing_is_corrected_in_a_draft_after_the_interview_or_without_a_way_to_be_reached() {
    let wrong = |stage| Refusal::WrongStage { action: "correct", stage: Some(stage) };
    draft().when(applicant(), correct("1991-01-01")).refused(wrong(Stage::Draft));
    interviewed().when(applicant(), correct("1991-01-01")).refused(wrong(Stage::Interviewed));
    let mut nowhere = correct("1991-01-01");
    nowhere.dossier.contact.email = None;
    submitted().when(applicant(), nowhere).refused(Refusal::Needs(Missing::Contact));
}

#[test]
fn a_correction_asked_before_the_interview_is_taken_over_before_anybody_recommends() {
    let clerk = human(0, Role::Clerk);
    let asked = screening().and(applicant(), correct("1991-01-01"));
    let seen = take_over(&asked, "1991-01-01");
    let checked = asked
        .and(human(11, Role::Screener), check("watchlist", CheckOutcome::Clear))
        .and(human(11, Role::Screener), check("records", CheckOutcome::Clear))
        .and(system(), muster_case::screening::CompleteScreening)
        .stands(Stage::InterviewReady);
    checked.and(clerk, seen).stands(Stage::InterviewReady);
}

#[test]
fn a_correction_is_refused_with_a_reason_that_the_applicant_is_told() {
    let (clerk, before) = (human(0, Role::Clerk), screening().case.dossier);
    let asked = || screening().and(applicant(), correct("1991-01-01"));
    let seen = RefuseCorrection { asked_at: asked().now, reason: because() };
    let silent = RefuseCorrection { reason: PersonalText("  ".into()), ..seen.clone() };
    asked().when(clerk, silent).refused(Refusal::Needs(Missing::Rationale));
    let newer = asked().hours(1).and(applicant(), correct("1992-02-02"));
    newer.when(clerk, seen.clone()).refused(Refusal::Unknown { what: "correction" });
    let refused = asked().and(clerk, seen.clone()).stands(Stage::Screening);
    assert!(matches!(refused.events(), [Event::CorrectionRefused(_), Event::MessageQueued(_)]));
    assert_eq!((&refused.case.correction, &refused.case.dossier), (&None, &before));
    refused.when(clerk, seen).refused(Refusal::Unknown { what: "correction" });
}

#[test]
fn a_correction_that_is_too_late_to_take_over_can_still_be_answered() {
    let asked = screening().and(applicant(), correct("1991-01-01"));
    let seen = RefuseCorrection { asked_at: asked.now, reason: because() };
    let mut later = interviewed();
    later.case.correction = asked.case.correction;
    later.case.stage = Some(Stage::Recommended);
    let answered = later.and(human(0, Role::Clerk), seen);
    assert_eq!(answered.case.correction, None);
}

#[test]
fn with_a_withdrawal_a_correction_is_gone() {
    let asked = screening().and(applicant(), correct("1991-01-01")).and(applicant(), Withdraw);
    assert_eq!(asked.case.correction, None);
}
