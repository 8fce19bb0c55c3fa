//! Contract, assignment, casualty.

use crate::harness::*;
use jiff::SignedDuration;
use muster_case::{
    Missing, Refusal, Stage,
    decision::{Act, CasualtyStatus, DischargeCause},
    movement::PreviewContract,
    service::{
        ChangeStatus, ConcludeContract, DeclineContract, DutyStatus, NotifyKin, OfferContract, ReleaseStatus,
        ServiceStatus, SignContract,
    },
};
use muster_vocab::{Digest, ReasonCode, Role};

#[test]
fn a_changed_contract_text_needs_a_new_preview_and_24_hours() {
    let officer = human(10, Role::Personnel);
    let offer = || OfferContract { text: contract(2) };
    let previewed = admitted()
        .when(officer, offer())
        .refused(Refusal::TextDiffers)
        .and(applicant(), PreviewContract { text: contract(2) });
    let from = previewed.now + SignedDuration::from_hours(24);
    previewed
        .hours(23)
        .when(officer, offer())
        .refused(Refusal::TooEarly { from })
        .hours(1)
        .when(officer, offer())
        .stands(Stage::ContractOffered);
}

#[test]
fn the_text_that_was_previewed_is_offered_at_once() {
    let offer = OfferContract { text: contract(1) };
    admitted().when(human(10, Role::Personnel), offer).stands(Stage::ContractOffered);
}

#[test]
fn a_contract_is_concluded_after_the_applicant_signed_the_text_on_offer() {
    let (officer, evidence) = (human(10, Role::Personnel), Digest::of(b"scan"));
    admitted()
        .and(officer, OfferContract { text: contract(1) })
        .when(officer, ConcludeContract)
        .refused(Refusal::Needs(Missing::ApplicantSignature))
        .when(applicant(), SignContract { text: contract(2), evidence })
        .refused(Refusal::TextDiffers)
        .and(applicant(), SignContract { text: contract(1), evidence })
        .when(officer, ConcludeContract)
        .stands(Stage::Contracted);
}

#[test]
fn whoever_declines_the_contract_goes_home_with_code_c01() {
    let story = admitted()
        .and(human(10, Role::Personnel), OfferContract { text: contract(1) })
        .and(applicant(), DeclineContract { reason: because() })
        .stands(Stage::ContractDeclined);
    assert_eq!(story.case.outcome_codes, [ReasonCode::TermsNotAccepted]);
}

fn reported() -> Story {
    let act = Act::ReportCasualty { status: CasualtyStatus::Captured };
    assigned().and(human(9, Role::Welfare), recommend(act, &[]))
}

#[test]
fn a_casualty_needs_two() {
    let story = reported();
    assert_eq!(story.case.service, Some(ServiceStatus::Duty(DutyStatus::Present)));
    let story = story.countersigned(human(9, Role::Personnel)).refused(Refusal::SameHuman);
    let story = story.countersigned(human(10, Role::Personnel)).done().stands(Stage::Assigned);
    assert_eq!(story.case.service, Some(ServiceStatus::Casualty(CasualtyStatus::Captured)));
}

#[test]
fn kin_are_told_before_anything_is_released() {
    let welfare = human(9, Role::Welfare);
    reported()
        .countersigned(human(10, Role::Personnel))
        .when(welfare, ReleaseStatus)
        .refused(Refusal::Needs(Missing::KinNotified))
        .and(welfare, NotifyKin { record: because() })
        .when(welfare, ReleaseStatus)
        .done()
        .when(welfare, ReleaseStatus)
        .changes_nothing();
}

#[test]
fn the_end_of_a_casualty_takes_two_like_its_report() {
    let (welfare, officer) = (human(9, Role::Welfare), human(10, Role::Personnel));
    let returned = || recommend(Act::ReportCasualty { status: CasualtyStatus::Returned }, &[]);
    let story = reported()
        .countersigned(officer)
        .when(officer, ChangeStatus { status: DutyStatus::Present })
        .refused(Refusal::CasualtyStands)
        .and(welfare, returned())
        .countersigned(human(9, Role::Personnel))
        .refused(Refusal::SameHuman);
    assert_eq!(story.case.service, Some(ServiceStatus::Casualty(CasualtyStatus::Captured)));
    let story = story.countersigned(officer).done().stands(Stage::Assigned);
    assert_eq!(story.case.service, Some(ServiceStatus::Duty(DutyStatus::Present)));
    story
        .when(officer, ChangeStatus { status: DutyStatus::OnLeave })
        .done()
        .when(welfare, returned())
        .refused(Refusal::Needs(Missing::Ground));
}

#[test]
fn a_second_casualty_is_told_to_the_kin_again() {
    let (welfare, officer) = (human(9, Role::Welfare), human(10, Role::Personnel));
    reported()
        .countersigned(officer)
        .and(welfare, NotifyKin { record: because() })
        .and(welfare, recommend(Act::ReportCasualty { status: CasualtyStatus::Wounded }, &[]))
        .countersigned(officer)
        .when(welfare, ReleaseStatus)
        .refused(Refusal::Needs(Missing::KinNotified));
}

#[test]
fn a_death_is_recorded_by_two_and_told_to_the_kin_though_the_case_is_closed() {
    let welfare = human(9, Role::Welfare);
    assigned()
        .and(welfare, recommend(Act::RecordDeath, &[]))
        .stands(Stage::Assigned)
        .countersigned(human(10, Role::Personnel))
        .stands(Stage::Deceased)
        .when(welfare, ReleaseStatus)
        .refused(Refusal::Needs(Missing::KinNotified))
        .and(welfare, NotifyKin { record: because() })
        .when(welfare, ReleaseStatus)
        .done();
}

#[test]
fn leave_is_recorded_by_one() {
    let leave = || ChangeStatus { status: DutyStatus::OnLeave };
    let story = assigned().when(human(10, Role::Personnel), leave()).done().stands(Stage::Assigned);
    story.when(human(10, Role::Personnel), leave()).changes_nothing();
}

#[test]
fn a_discharge_takes_two() {
    assigned()
        .and(human(10, Role::Personnel), recommend(Act::Discharge { cause: DischargeCause::Completed }, &[]))
        .countersigned(human(10, Role::Welfare))
        .refused(Refusal::SameHuman)
        .countersigned(human(9, Role::Welfare))
        .stands(Stage::Discharged);
}
