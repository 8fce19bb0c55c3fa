//! From the first contact to a finding.

use crate::harness::*;
use muster_case::{
    Event, Hold, Missing, Posture, Refusal, Stage,
    closing::Lapse,
    eligibility::{AcceptFinding, ConfirmRefusal, Outcome, ProposeFlip},
    intake::{AnswerInfo, GiveConsent, OpenDraft, RequestInfo},
    screening::StartScreening,
};
use muster_vocab::{CaseId, PersonId, ReasonCode, Role};

#[test]
fn posture_stops_opening() {
    for posture in [Posture::InformationOnly, Posture::Suspended] {
        Story::nothing().when(applicant(), OpenDraft { posture, ..open() }).refused(Refusal::PostureForbids);
    }
}

#[test]
fn a_pause_stops_opening_and_no_case_that_is_open() {
    Story::nothing()
        .when(applicant(), OpenDraft { intake_paused: true, ..open() })
        .refused(Refusal::PostureForbids);
    draft().when(applicant(), submit(born("1990-05-05"))).stands(Stage::Submitted);
}

#[test]
fn nobody_opens_a_case_for_another_person() {
    let person = PersonId::from(77);
    Story::nothing().when(applicant(), OpenDraft { person, ..open() }).refused(Refusal::NotYours);
    Story::nothing().when(human(0, Role::Clerk), OpenDraft { person, ..open() }).stands(Stage::Draft);
}

#[test]
fn an_active_case_at_another_mission_is_where_to_go_on() {
    let case = CaseId::from(8);
    Story::nothing()
        .when(applicant(), OpenDraft { active_elsewhere: Some(case), ..open() })
        .refused(Refusal::ActiveElsewhere { case });
}

#[test]
fn a_notice_is_acknowledged_for_every_nationality_and_the_residence() {
    let mut dossier = born("1990-05-05");
    dossier.identity.nationalities.push("RU".parse().unwrap());
    draft().when(applicant(), submit(dossier)).refused(Refusal::Needs(Missing::Notice));
    let mut dossier = born("1990-05-05");
    dossier.identity.residence = "PL".parse().unwrap();
    draft().when(applicant(), submit(dossier)).refused(Refusal::Needs(Missing::Notice));
}

#[test]
fn consent_under_new_terms_is_recorded_though_the_purposes_are_the_same() {
    let consent = |edition: &str, purposes: &[&str]| GiveConsent {
        edition: edition.into(),
        purposes: purposes.iter().map(|it| (*it).to_owned()).collect(),
    };
    let story = draft()
        .when(applicant(), consent("1", &["screening"]))
        .changes_nothing()
        .and(applicant(), consent("2", &["screening"]))
        .when(applicant(), consent("2", &["screening"]))
        .changes_nothing()
        .and(applicant(), consent("3", &["statistics"]))
        .and(applicant(), consent("3", &["screening", "statistics"]))
        .when(applicant(), consent("3", &["screening"]))
        .changes_nothing();
    assert!(story.case.consent.values().all(|edition| edition == "3"));
}

#[test]
fn a_minor_is_held_at_once_and_refused_kindly() {
    let minor = draft().and(applicant(), submit(born("2006-01-01"))).held(&[Hold::Safeguarding]);
    let under_age = [(ReasonCode::UnderAge, true)];
    let codes = vec![ReasonCode::UnderAge];
    minor
        .and(system(), finding(Outcome::RefuseProposed, &under_age))
        .when(human(0, Role::Clerk), ConfirmRefusal { codes, rationale: because(), in_bulk: false })
        .stands(Stage::RefusedEarly);
}

#[test]
fn somebody_who_may_be_a_minor_books_nothing() {
    // Born in 2004: 17 or 18 on the first of March 2022.
    let unsure = draft()
        .and(applicant(), submit(born("2004")))
        .and(system(), finding(Outcome::Eligible, &[]))
        .and(human(0, Role::Clerk), AcceptFinding)
        .and(system(), StartScreening { checks: ["watchlist".to_owned()].into() })
        .and(human(11, Role::Screener), check("watchlist", muster_case::screening::CheckOutcome::Clear))
        .and(system(), muster_case::screening::CompleteScreening);
    let now = unsure.now;
    unsure.when(applicant(), book(now)).refused(Refusal::Minor);
}

#[test]
fn new_facts_ask_for_a_new_finding() {
    submitted()
        .and(system(), finding(Outcome::Eligible, &[]))
        .and(human(0, Role::Clerk), AcceptFinding)
        .and(human(0, Role::Clerk), RequestInfo { missing: because() })
        .and(applicant(), AnswerInfo { dossier: born("1991-01-01") })
        .when(system(), StartScreening { checks: ["watchlist".to_owned()].into() })
        .refused(Refusal::Needs(Missing::Determination));
}

#[test]
fn a_question_not_answered_for_14_days_lapses_and_not_an_hour_sooner() {
    let asked = || submitted().and(human(0, Role::Clerk), RequestInfo { missing: because() });
    let from = "2022-03-15T10:00:00Z".parse().unwrap();
    asked().hours(14 * 24 - 1).when(system(), Lapse).refused(Refusal::TooEarly { from });
    asked().hours(14 * 24).when(system(), Lapse).stands(Stage::Lapsed);
}

fn proposed() -> Story {
    let found = [(ReasonCode::NoRequiredExperience, true), (ReasonCode::NotGenuine, false)];
    submitted().and(system(), finding(Outcome::RefuseProposed, &found))
}

fn confirm(codes: &[ReasonCode], in_bulk: bool) -> ConfirmRefusal {
    ConfirmRefusal { codes: codes.to_vec(), rationale: because(), in_bulk }
}

#[test]
fn objective_codes_only_in_bulk() {
    let (clerk, both) = (human(0, Role::Clerk), [ReasonCode::NoRequiredExperience, ReasonCode::NotGenuine]);
    proposed().when(clerk, confirm(&both, true)).refused(Refusal::NotObjective);
    proposed().when(clerk, confirm(&both, false)).stands(Stage::RefusedEarly);
    proposed().when(clerk, confirm(&both[..1], true)).stands(Stage::RefusedEarly);
}

#[test]
fn a_refusal_rests_on_findings_that_fired() {
    let (clerk, needs) = (human(0, Role::Clerk), || Refusal::Needs(Missing::ReasonCode));
    proposed().when(clerk, confirm(&[ReasonCode::Medical], false)).refused(needs());
    proposed().when(clerk, confirm(&[], false)).refused(needs());
    submitted()
        .when(clerk, confirm(&[ReasonCode::Medical], false))
        .refused(Refusal::Needs(Missing::Determination));
}

#[test]
fn the_system_never_refuses_anybody() {
    let confirm = confirm(&[ReasonCode::NoRequiredExperience], false);
    let may = &[Role::Clerk];
    let refusal = Refusal::RoleMayNot { action: "confirm_refusal", role: Role::System, may };
    proposed().when(system(), confirm).refused(refusal).stands(Stage::Submitted);
}

#[test]
fn a_newer_policy_proposes_and_moves_nothing() {
    let flip =
        || ProposeFlip { edition: crate::world::edition(3), outcome: Outcome::RefuseProposed, codes: vec![] };
    let story = accepted();
    let decided = story.case.decisions.clone();
    let story = story.when(system(), flip()).done().stands(Stage::Accepted);
    assert_eq!(story.case.decisions, decided);
    story.when(system(), flip()).changes_nothing();
}

#[test]
fn a_refusal_tells_in_the_same_breath() {
    let story = proposed().when(human(0, Role::Clerk), confirm(&[ReasonCode::NotGenuine], false));
    assert!(matches!(story.events(), [Event::EarlyRefusalConfirmed(_), Event::MessageQueued(_)]));
}
