//! Withdrawing, merging, erasing, looking.

use crate::harness::*;
use muster_case::{
    Command, Hold, Missing, Refusal, Stage,
    access::RecordAccess,
    closing::{Erase, ErasureReason, UNDO_MAX, UndoWithdrawal, Withdraw},
    decision::{Act, SendBack},
    eligibility::{AcceptFinding, Outcome},
    holds::{LiftHold, PlaceHold},
    identity::{Basis, ConfirmSamePerson, Merge, SuspectDuplicate, Unmerge},
    intake::{Channel, RepeatSubmission, SaveDraft},
    movement::PreviewContract,
    screening::CheckOutcome,
    service::{OfferContract, SignContract},
};
use muster_vocab::{Actor, CaseId, Digest, PersonId, Role};

const OTHER: CaseId = CaseId::from_bytes([8; 16]);

fn erase(reason: ErasureReason, expired: bool) -> Erase {
    Erase { reason, expired, suppression: vec!["5eed".into()] }
}

#[test]
fn withdrawing_takes_effect_at_once_and_takes_the_pass() {
    cleared()
        .when(applicant(), Withdraw)
        .stands(Stage::Withdrawn)
        .when(human(7, Role::Border), show(PASS))
        .refused(Refusal::PassSpent)
        .when(applicant(), Withdraw)
        .changes_nothing();
}

#[test]
fn withdrawing_wins_against_the_second_signature() {
    let stage = Some(Stage::Withdrawn);
    recommended()
        .and(applicant(), Withdraw)
        .countersigned(human(5, Role::Attache))
        .refused(Refusal::WrongStage { action: "countersign", stage });
}

#[test]
fn nobody_withdraws_for_another_and_nobody_after_the_contract() {
    let other = Actor::Applicant { person: PersonId::from(77) };
    recommended().when(other, Withdraw).refused(Refusal::NotYours);
    let stage = Some(Stage::Contracted);
    contracted().when(applicant(), Withdraw).refused(Refusal::WrongStage { action: "withdraw", stage });
}

fn undo() -> UndoWithdrawal {
    UndoWithdrawal { active_elsewhere: None }
}

#[test]
fn whoever_withdrew_comes_back_within_two_weeks_and_not_an_hour_later() {
    let gone = || screening().and(applicant(), Withdraw);
    let until = gone().now + UNDO_MAX;
    let back = gone().hours(14 * 24).and(applicant(), undo()).stands(Stage::Submitted);
    assert_eq!((&back.case.determination, back.case.checks.len()), (&None, 0));
    gone().hours(14 * 24 + 1).when(applicant(), undo()).refused(Refusal::TooLate { until });
    draft().and(applicant(), Withdraw).when(applicant(), undo()).stands(Stage::Draft);
}

#[test]
fn coming_back_brings_no_pass_back_and_lifts_no_hold() {
    let medical = PlaceHold { hold: Hold::Medical, cause: because().into() };
    let back = cleared()
        .and(human(0, Role::Clerk), medical)
        .and(applicant(), Withdraw)
        .and(applicant(), undo())
        .held(&[Hold::Medical]);
    back.when(human(7, Role::Border), show(PASS)).refused(Refusal::PassSpent).stands(Stage::Submitted);
}

#[test]
fn nobody_comes_back_beside_another_case_or_from_a_signed_contract_or_for_another() {
    let gone = || submitted().and(applicant(), Withdraw);
    gone()
        .when(applicant(), UndoWithdrawal { active_elsewhere: Some(OTHER) })
        .refused(Refusal::ActiveElsewhere { case: OTHER });
    let other = Actor::Applicant { person: PersonId::from(77) };
    gone().when(other, undo()).refused(Refusal::NotYours);
    let stage = Some(Stage::Submitted);
    submitted().when(applicant(), undo()).refused(Refusal::WrongStage { action: "undo_withdrawal", stage });
    let text = contract(1);
    let signed = let_in()
        .and(applicant(), PreviewContract { text })
        .hours(24)
        .and(human(10, Role::Personnel), OfferContract { text })
        .and(applicant(), SignContract { text, evidence: Digest::of(b"scan") })
        .and(applicant(), Withdraw);
    let until = signed.now;
    signed.when(applicant(), undo()).refused(Refusal::TooLate { until });
}

fn merged() -> Story {
    submitted()
        .and(system(), SuspectDuplicate { other: OTHER, basis: vec![Basis::Email], likened: None })
        .held(&[Hold::Duplicate])
        .and(human(0, Role::Clerk), Merge { into: OTHER, rationale: because() })
}

fn unmerge() -> Unmerge {
    Unmerge { rationale: because(), signed_since: false, active_elsewhere: None }
}

#[test]
fn a_merged_case_sleeps_and_wakes_where_it_stood() {
    let story = merged();
    assert!(!story.case.is_active());
    story
        .when(system(), finding(Outcome::Eligible, &[]))
        .refused(Refusal::Merged { into: OTHER })
        .and(human(0, Role::Clerk), unmerge())
        .stands(Stage::Submitted)
        .held(&[Hold::Duplicate]);
}

#[test]
fn unmerge_is_refused_after_a_signature() {
    let signed = Unmerge { signed_since: true, ..unmerge() };
    merged().when(human(0, Role::Clerk), signed).refused(Refusal::SignatureDepends);
}

#[test]
fn unmerge_is_refused_while_the_person_has_another_active_case() {
    let elsewhere = Unmerge { active_elsewhere: Some(OTHER), ..unmerge() };
    merged().when(human(0, Role::Clerk), elsewhere).refused(Refusal::ActiveElsewhere { case: OTHER });
}

#[test]
fn what_carries_a_signature_is_not_merged_away() {
    interviewed()
        .and(system(), SuspectDuplicate { other: OTHER, basis: vec![Basis::Phone], likened: None })
        .and(human(3, Role::Clerk), recommend(Act::Accept, &[]))
        .when(human(0, Role::Clerk), Merge { into: OTHER, rationale: because() })
        .refused(Refusal::SignatureDepends);
}

#[test]
fn a_walk_in_at_the_desk_is_linked_to_the_application_of_before() {
    let linked = walk_in("1990-05-05")
        .and(system(), SuspectDuplicate { other: OTHER, basis: vec![Basis::Document], likened: None })
        .and(human(0, Role::Clerk), Merge { into: OTHER, rationale: because() })
        .stands(Stage::Presented);
    assert_eq!(linked.case.merged_into, Some(OTHER));
    // Let in by one: the case carries no signature yet.
    let admitted = || {
        let_in().and(system(), SuspectDuplicate { other: OTHER, basis: vec![Basis::Likeness], likened: None })
    };
    admitted().and(human(0, Role::Clerk), Merge { into: OTHER, rationale: because() });
    let proposed = walk_in("1990-05-05")
        .and(human(7, Role::Border), check("arrival", CheckOutcome::Clear))
        .and(system(), finding(Outcome::Tentative, &[]))
        .and(human(0, Role::Clerk), AcceptFinding)
        .and(system(), SuspectDuplicate { other: OTHER, basis: vec![Basis::Likeness], likened: None })
        .and(human(7, Role::Border), recommend(Act::AdmitHeld, &[]));
    proposed
        .when(human(0, Role::Clerk), Merge { into: OTHER, rationale: because() })
        .refused(Refusal::SignatureDepends)
        .and(human(4, Role::Adjudicator), SendBack { proposal: PROPOSAL, rationale: because() })
        .and(human(0, Role::Clerk), Merge { into: OTHER, rationale: because() });
}

#[test]
fn a_signed_contract_is_not_merged_away() {
    let officer = human(10, Role::Personnel);
    let text = contract(1);
    let_in()
        .and(applicant(), PreviewContract { text })
        .hours(24)
        .and(officer, OfferContract { text })
        .and(applicant(), SignContract { text, evidence: Digest::of(b"scan") })
        .and(system(), SuspectDuplicate { other: OTHER, basis: vec![Basis::Likeness], likened: None })
        .when(human(0, Role::Clerk), Merge { into: OTHER, rationale: because() })
        .refused(Refusal::SignatureDepends);
}

#[test]
fn a_merged_case_can_still_be_withdrawn() {
    merged().when(applicant(), Withdraw).stands(Stage::Withdrawn);
}

#[test]
fn legal_hold_stops_erasure() {
    let (counsel, officer) = (human(6, Role::Counsel), human(12, Role::DataProtection));
    recommended()
        .and(applicant(), Withdraw)
        .and(counsel, PlaceHold { hold: Hold::Legal, cause: because().into() })
        .when(officer, erase(ErasureReason::Requested, true))
        .refused(Refusal::MustBeKept)
        .and(counsel, LiftHold { hold: Hold::Legal, cause: because().into() })
        .when(officer, erase(ErasureReason::Requested, true))
        .stands(Stage::Erased);
}

#[test]
fn the_system_erases_what_expired_and_nothing_that_is_open() {
    let expired = || erase(ErasureReason::Expired, true);
    let stage = Some(Stage::Submitted);
    submitted().when(system(), expired()).refused(Refusal::WrongStage { action: "erase", stage });
    let closed = || submitted().and(applicant(), Withdraw);
    closed().when(system(), erase(ErasureReason::Expired, false)).refused(Refusal::MustBeKept);
    let gone = closed().when(system(), expired()).stands(Stage::Erased);
    assert_eq!((&gone.case.dossier, &gone.case.notice, &gone.case.kin), (&None, &None, &None));
}

#[test]
fn nothing_is_sealed_about_somebody_whose_key_is_gone() {
    let commands: [Command; 3] = [
        PlaceHold { hold: Hold::Legal, cause: because().into() }.into(),
        LiftHold { hold: Hold::Medical, cause: because().into() }.into(),
        SaveDraft { answers: muster_case::intake::RawAnswers::default().into() }.into(),
    ];
    for command in commands {
        let erased = submitted()
            .and(human(0, Role::Clerk), PlaceHold { hold: Hold::Medical, cause: because().into() })
            .and(applicant(), Withdraw)
            .and(system(), erase(ErasureReason::Expired, true));
        let (action, stage) = (command.word(), Some(Stage::Erased));
        let by = if command.roles().contains(&Role::Counsel) { human(6, Role::Counsel) } else { applicant() };
        erased.when(by, command).refused(Refusal::WrongStage { action, stage });
    }
}

#[test]
fn whoever_looks_says_what_for() {
    let look = |purpose: &str| RecordAccess { sections: vec!["identity".into()], purpose: purpose.into() };
    let clerk = human(0, Role::Clerk);
    submitted().when(clerk, look(" ")).refused(Refusal::Needs(Missing::Ground));
    submitted().when(clerk, look("decide")).done();
}

#[test]
fn a_doubt_of_a_clerk_outlives_the_dismissal_of_a_suspicion() {
    let dismiss = || muster_case::identity::DismissDuplicate { other: OTHER, rationale: because() };
    let suspect = || SuspectDuplicate { other: OTHER, basis: vec![Basis::Phone], likened: None };
    let clerk = human(0, Role::Clerk);
    submitted().and(system(), suspect()).and(clerk, dismiss()).held(&[]);
    submitted()
        .and(clerk, PlaceHold { hold: Hold::Duplicate, cause: because().into() })
        .and(system(), suspect())
        .and(clerk, dismiss())
        .held(&[Hold::Duplicate]);
}

#[test]
fn whom_people_told_apart_is_not_suspected_again_until_something_else_is_told() {
    let dismiss = || muster_case::identity::DismissDuplicate { other: OTHER, rationale: because() };
    let suspect = || SuspectDuplicate { other: OTHER, basis: vec![Basis::Likeness], likened: None };
    let clerk = human(0, Role::Clerk);
    let told_apart = || submitted().and(system(), suspect()).and(clerk, dismiss());
    told_apart().when(system(), suspect()).changes_nothing();
    // The other case remembers it too, although nothing was suspected there.
    submitted().and(clerk, dismiss()).when(system(), suspect()).changes_nothing();
    told_apart().when(clerk, dismiss()).changes_nothing();
    told_apart()
        .and(applicant(), RepeatSubmission { channel: Channel::Mail, dossier: born("1990-05-06") })
        .and(system(), suspect())
        .held(&[Hold::Duplicate]);
}

#[test]
fn whoever_applies_again_after_a_closed_case_goes_on_and_is_known() {
    let suspect = || SuspectDuplicate { other: OTHER, basis: vec![Basis::Document], likened: None };
    let same = |other_closed| ConfirmSamePerson { other: OTHER, other_closed, rationale: because() };
    let clerk = human(0, Role::Clerk);
    let suspected = || submitted().and(system(), suspect());
    suspected().when(clerk, same(false)).refused(Refusal::ActiveElsewhere { case: OTHER });
    submitted().when(clerk, same(true)).refused(Refusal::Unknown { what: "suspected duplicate" });
    suspected().and(clerk, same(true)).held(&[]);
    suspected().and(clerk, same(true)).when(system(), suspect()).changes_nothing();
}
