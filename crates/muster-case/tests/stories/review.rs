//! A review: once, by somebody who has not signed, within 30 days.

use crate::harness::*;
use muster_case::{
    Missing, Refusal, Stage,
    decision::{Act, RequestReview, ReviewOutcome, SettleReview},
    eligibility::{ConfirmRefusal, Outcome, ProposeFlip},
    movement::{Admit, TurnBack},
    screening::{CheckOutcome, ListRef, RaiseHit, Ruling, Strength},
};
use muster_vocab::{CaseId, Digest, HitId, PassId, ReasonCode, Role};

fn refused() -> Story {
    interviewed()
        .and(human(3, Role::Clerk), recommend(Act::Refuse, &[ReasonCode::BelowStandard]))
        .countersigned(human(5, Role::Attache))
        .stands(Stage::Refused)
}

fn ask() -> RequestReview {
    RequestReview { grounds: because(), active_elsewhere: None }
}

fn settle(outcome: ReviewOutcome) -> SettleReview {
    SettleReview { outcome, rationale: because() }
}

#[test]
fn a_review_is_had_within_30_days() {
    let until = "2022-03-31T13:00:00Z".parse().unwrap();
    refused().hours(30 * 24).when(applicant(), ask()).stands(Stage::UnderReview);
    refused().hours(30 * 24 + 1).when(applicant(), ask()).refused(Refusal::TooLate { until });
}

#[test]
fn nobody_who_signed_settles_the_review() {
    let under = || refused().and(applicant(), ask());
    under().when(human(5, Role::Attache), settle(ReviewOutcome::Upheld)).refused(Refusal::SignedBefore);
    // Human 3 signed first, as a clerk: another account is the same human.
    under().when(human(3, Role::Counsel), settle(ReviewOutcome::Upheld)).refused(Refusal::SignedBefore);
    under().when(human(6, Role::Counsel), settle(ReviewOutcome::Upheld)).stands(Stage::Refused);
}

#[test]
fn one_review_of_one_decision() {
    refused()
        .and(applicant(), ask())
        .and(human(6, Role::Counsel), settle(ReviewOutcome::Upheld))
        .when(applicant(), ask())
        .refused(Refusal::Limit { what: "a review of one decision", most: 1 });
}

#[test]
fn an_upheld_decision_keeps_its_codes_and_its_edition() {
    let before = refused().case.decisions[0].clone();
    let story = refused().and(applicant(), ask()).and(human(6, Role::Counsel), settle(ReviewOutcome::Upheld));
    let upheld = story.case.decisions.last().unwrap();
    assert_eq!(
        (&upheld.codes, &upheld.edition, upheld.stage),
        (&before.codes, &before.edition, before.stage)
    );
    assert_eq!(upheld.first, who(6));
}

#[test]
fn the_system_asks_for_a_review_only_where_a_policy_finds_otherwise() {
    refused().when(system(), ask()).refused(Refusal::Needs(Missing::Ground));
    let flip = ProposeFlip { edition: crate::world::edition(3), outcome: Outcome::Eligible, codes: vec![] };
    refused().and(system(), flip).when(system(), ask()).stands(Stage::UnderReview);
}

#[test]
fn a_review_does_not_wake_a_proposal_from_before_the_decision() {
    let entry = Digest::of(b"entry");
    let list = ListRef { list: "sanctions".into(), edition: "2022-03-01".into() };
    let (hit, strength) = (HitId::from(4), Strength::Strong);
    let clear = Act::ClearHit { hit, ruling: Ruling::FalseMatch };
    submitted()
        .and(system(), finding(Outcome::RefuseProposed, &[(ReasonCode::NotGenuine, false)]))
        .and(system(), RaiseHit { hit, list, entry, strength, scored: None, evidence: because() })
        .and(human(2, Role::Adjudicator), recommend(clear, &[]))
        .and(
            human(0, Role::Clerk),
            ConfirmRefusal { codes: vec![ReasonCode::NotGenuine], rationale: because(), in_bulk: false },
        )
        .and(applicant(), ask())
        .countersigned(human(4, Role::Adjudicator))
        .refused(Refusal::Unknown { what: "proposal" });
}

#[test]
fn what_a_policy_found_before_the_decision_is_no_ground_for_its_review() {
    let flip = || ProposeFlip { edition: crate::world::edition(3), outcome: Outcome::Refer, codes: vec![] };
    interviewed()
        .and(system(), flip())
        .and(human(3, Role::Clerk), recommend(Act::Refuse, &[ReasonCode::BelowStandard]))
        .countersigned(human(5, Role::Attache))
        .when(system(), ask())
        .refused(Refusal::Needs(Missing::Ground))
        .and(system(), flip())
        .when(system(), flip())
        .changes_nothing()
        .when(system(), ask())
        .stands(Stage::UnderReview);
}

#[test]
fn a_review_waits_for_another_active_case_to_end() {
    let case = CaseId::from(8);
    let ask = RequestReview { active_elsewhere: Some(case), ..ask() };
    refused().when(applicant(), ask).refused(Refusal::ActiveElsewhere { case });
}

#[test]
fn after_a_turn_back_and_a_review_the_pass_and_the_arrival_check_are_new() {
    let (border, clerk) = (human(7, Role::Border), human(0, Role::Clerk));
    let ready = screened_again()
        .and(border, check("arrival", CheckOutcome::Clear))
        .and(border, TurnBack { codes: vec![ReasonCode::ForbiddenItem], rationale: because() })
        .and(applicant(), ask())
        .and(human(6, Role::Counsel), settle(ReviewOutcome::InterviewReady));
    let now = ready.now;
    let accepted = ready
        .and(applicant(), book(now))
        .hours(3)
        .and(human(1, Role::Interviewer), ratings())
        .and(human(1, Role::Interviewer), muster_case::interview::CompleteInterview)
        .and(human(3, Role::Clerk), recommend(Act::Accept, &[]))
        .countersigned(human(5, Role::Attache));
    let now = accepted.now;
    let mut anew = clear(now);
    anew.pass = PassId::from(10);
    accepted
        .when(clerk, clear(now))
        .refused(Refusal::PassSpent)
        .and(clerk, anew)
        .and(border, show(PassId::from(10)))
        .when(border, Admit)
        .refused(Refusal::Needs(Missing::CheckOutcomes))
        .and(border, check("arrival", CheckOutcome::Clear))
        .when(border, Admit)
        .refused(Refusal::Needs(Missing::CheckOutcomes))
        .and(border, check("watchlist", CheckOutcome::Clear))
        .when(border, Admit)
        .stands(Stage::Admitted);
}
