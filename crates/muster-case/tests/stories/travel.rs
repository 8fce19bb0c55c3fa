//! From acceptance to the reception desk.

use crate::harness::*;
use jiff::{SignedDuration, Timestamp};
use muster_case::{
    ArrivalEvidence, Hold, Missing, Posture, Refusal, Stage,
    decision::Act,
    eligibility::{AcceptFinding, Outcome},
    holds::{LiftHold, PlaceHold},
    movement::{
        AccountFor, Admit, ClearToTravel, Depart, MarkOverdue, Present, PreviewContract, TurnBack,
        Whereabouts,
    },
    screening::CheckOutcome,
};
use muster_vocab::{PassId, ReasonCode, Role};

#[test]
fn no_pass_before_preview_kin_and_kit() {
    let clerk = human(0, Role::Clerk);
    let story = accepted();
    let now = story.now;
    story
        .when(clerk, clear(now))
        .refused(Refusal::Needs(Missing::ContractPreview))
        .and(applicant(), PreviewContract { text: contract(1) })
        .when(clerk, clear(now))
        .refused(Refusal::Needs(Missing::NextOfKin))
        .and(applicant(), muster_case::movement::NameKin { kin: vec![] })
        .when(clerk, clear(now))
        .refused(Refusal::Needs(Missing::KitList));
}

#[test]
fn no_pass_on_an_old_notice_or_under_suspension_or_before_acceptance() {
    let (clerk, story) = (human(0, Role::Clerk), prepared());
    let now = story.now;
    story
        .when(clerk, ClearToTravel { current_notice: "2022-04".into(), ..clear(now) })
        .refused(Refusal::Needs(Missing::CurrentNotice))
        .when(clerk, ClearToTravel { posture: Posture::Suspended, ..clear(now) })
        .refused(Refusal::PostureForbids);
    let stage = Some(Stage::Recommended);
    recommended().when(clerk, clear(now)).refused(Refusal::WrongStage { action: "clear_to_travel", stage });
}

#[test]
fn a_pass_is_used_once() {
    presented().when(human(7, Role::Border), show(PASS)).refused(Refusal::PassSpent);
}

#[test]
fn a_pass_of_another_or_a_face_of_another_does_not_pass() {
    let border = human(7, Role::Border);
    cleared().when(border, show(PassId::from(1))).refused(Refusal::Needs(Missing::ValidPass));
    let show = |verified, same_person| Present { pass: PASS, verified, same_person };
    cleared().when(border, show(false, true)).refused(Refusal::Needs(Missing::ValidPass));
    cleared().when(border, show(true, false)).refused(Refusal::Needs(Missing::SamePerson));
}

#[test]
fn arrival_is_graded_by_who_saw_it() {
    let story = cleared();
    assert_eq!(story.case.arrival, Some(ArrivalEvidence::Expected));
    let story = story.and(applicant(), Depart);
    assert_eq!(story.case.arrival, Some(ArrivalEvidence::Claimed));
    assert_eq!(admitted().case.arrival, Some(ArrivalEvidence::Observed));
    assert_eq!(contracted().case.arrival, Some(ArrivalEvidence::Confirmed));
}

#[test]
fn overdue_is_72_hours_after_the_slot() {
    let departed = || cleared().and(applicant(), Depart);
    let from = departed().now + SignedDuration::from_hours(48 + 72);
    departed().hours(48 + 71).when(system(), MarkOverdue).refused(Refusal::TooEarly { from });
    departed().hours(48 + 72).when(system(), MarkOverdue).stands(Stage::Overdue);
}

#[test]
fn a_slot_at_the_end_of_time_is_never_overdue_and_breaks_nothing() {
    let story = prepared();
    let never = ClearToTravel { slot_at: Timestamp::MAX, ..clear(story.now) };
    story
        .and(human(0, Role::Clerk), never)
        .and(applicant(), Depart)
        .when(system(), MarkOverdue)
        .refused(Refusal::TooEarly { from: Timestamp::MAX });
}

#[test]
fn nobody_is_written_off_by_age_alone() {
    let overdue = cleared().and(applicant(), Depart).hours(121).and(system(), MarkOverdue);
    let evidence = muster_vocab::PersonalText(String::new());
    let codes = vec![ReasonCode::Unreachable];
    let guess = AccountFor { whereabouts: Whereabouts::DidNotTravel, codes, evidence };
    overdue
        .when(human(9, Role::Welfare), guess)
        .refused(Refusal::Needs(Missing::Source))
        .hours(24 * 365)
        .when(human(7, Role::Border), show(PASS))
        .stands(Stage::Presented);
}

fn held() -> Story {
    let border = human(7, Role::Border);
    screened_again()
        .and(border, check("arrival", CheckOutcome::Clear))
        .and(border, PlaceHold { hold: Hold::Medical, cause: because().into() })
}

#[test]
fn somebody_held_is_let_in_by_two() {
    let border = human(7, Role::Border);
    held().when(border, Admit).refused(Refusal::Held { holds: vec![Hold::Medical] });
    held()
        .and(border, recommend(Act::AdmitHeld, &[]))
        .countersigned(human(7, Role::Adjudicator))
        .refused(Refusal::SameHuman)
        .countersigned(human(4, Role::Adjudicator))
        .stands(Stage::Admitted);
}

#[test]
fn whoever_shows_up_is_screened_again_before_anybody_lets_them_in() {
    let border = human(7, Role::Border);
    let unscreened = || presented().and(border, check("arrival", CheckOutcome::Clear));
    unscreened().when(border, Admit).refused(Refusal::Needs(Missing::CheckOutcomes));
    unscreened()
        .and(border, PlaceHold { hold: Hold::Medical, cause: because().into() })
        .when(border, recommend(Act::AdmitHeld, &[]))
        .refused(Refusal::Needs(Missing::CheckOutcomes));
    unscreened()
        .and(system(), check("watchlist", CheckOutcome::Clear))
        .when(border, Admit)
        .stands(Stage::Admitted);
}

#[test]
fn a_late_signature_does_not_bring_a_case_back_to_the_desk() {
    let border = human(7, Role::Border);
    let admitted = held()
        .and(border, recommend(Act::AdmitHeld, &[]))
        .and(human(9, Role::Welfare), LiftHold { hold: Hold::Medical, cause: because().into() })
        .and(border, Admit)
        .and(human(10, Role::Personnel), muster_case::service::OfferContract { text: contract(1) });
    admitted
        .countersigned(human(4, Role::Adjudicator))
        .refused(Refusal::Unknown { what: "proposal" })
        .stands(Stage::ContractOffered);
}

#[test]
fn a_walk_in_is_judged_and_screened_before_it_is_let_in() {
    let border = human(7, Role::Border);
    walk_in("1990-05-05")
        .when(border, Admit)
        .refused(Refusal::Needs(Missing::CheckOutcomes))
        .and(border, check("arrival", CheckOutcome::Clear))
        .when(border, Admit)
        .refused(Refusal::Needs(Missing::AcceptedFinding))
        .and(system(), finding(Outcome::Tentative, &[]))
        .and(human(0, Role::Clerk), AcceptFinding)
        .when(border, Admit)
        .stands(Stage::Admitted);
}

#[test]
fn a_minor_at_the_desk_is_held_and_not_let_in_by_any_number_of_people() {
    let border = human(7, Role::Border);
    walk_in("2006-01-01")
        .held(&[Hold::Safeguarding])
        .and(border, check("arrival", CheckOutcome::Clear))
        .when(border, recommend(Act::AdmitHeld, &[]))
        .refused(Refusal::Minor)
        .when(human(9, Role::Welfare), LiftHold { hold: Hold::Safeguarding, cause: because().into() })
        .refused(Refusal::Minor);
}

#[test]
fn turning_back_needs_codes_words_and_the_edition_that_stood() {
    let (border, codes) = (human(7, Role::Border), vec![ReasonCode::ForbiddenItem]);
    let turn_back = |codes| TurnBack { codes, rationale: because() };
    presented().when(border, turn_back(vec![])).refused(Refusal::Needs(Missing::ReasonCode));
    walk_in("1990-05-05")
        .when(border, turn_back(codes.clone()))
        .refused(Refusal::Needs(Missing::Determination));
    presented().when(border, turn_back(codes)).stands(Stage::TurnedBack);
}
