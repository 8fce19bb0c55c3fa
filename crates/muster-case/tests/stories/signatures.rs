//! Two signatures, of two humans, neither of whom stepped back.

use crate::harness::*;
use jiff::SignedDuration;
use muster_case::{
    Event, Missing, Refusal, Stage,
    decision::{Act, Countersign, Recuse, SendBack},
    interview::CompleteInterview,
};
use muster_vocab::{ProposalId, ReasonCode, Role};

#[test]
fn two_signatures_of_one_human_with_two_accounts_are_refused() {
    interviewed()
        .and(human(0, Role::Clerk), recommend(Act::Accept, &[]))
        .countersigned(human(0, Role::Attache))
        .refused(Refusal::SameHuman)
        .stands(Stage::Recommended);
}

#[test]
fn the_only_interviewer_may_not_countersign() {
    recommended().countersigned(human(1, Role::Attache)).refused(Refusal::SoleInterviewer);
}

#[test]
fn one_of_two_interviewers_may_countersign_what_the_other_recommends() {
    booked()
        .hours(3)
        .and(human(1, Role::Interviewer), ratings())
        .and(human(3, Role::Interviewer), ratings())
        .and(human(3, Role::Interviewer), CompleteInterview)
        .and(human(3, Role::Interviewer), recommend(Act::Accept, &[]))
        .countersigned(human(1, Role::Attache))
        .stands(Stage::Accepted);
}

#[test]
fn a_recused_officer_cannot_sign() {
    recommended()
        .and(human(5, Role::Attache), Recuse { reason: because() })
        .countersigned(human(5, Role::Attache))
        .refused(Refusal::Recused)
        .countersigned(human(6, Role::Attache))
        .stands(Stage::Accepted);
}

#[test]
fn recusal_is_of_the_human_not_of_the_account() {
    interviewed()
        .and(human(0, Role::Clerk), Recuse { reason: because() })
        .and(human(3, Role::Clerk), recommend(Act::Accept, &[]))
        .countersigned(human(0, Role::Attache))
        .refused(Refusal::Recused);
}

#[test]
fn a_proposal_of_somebody_who_stepped_back_since_is_only_sent_back() {
    recommended()
        .and(human(3, Role::Clerk), Recuse { reason: because() })
        .countersigned(human(5, Role::Attache))
        .refused(Refusal::Recused)
        .stands(Stage::Recommended)
        .and(human(5, Role::Attache), SendBack { proposal: PROPOSAL, rationale: because() })
        .stands(Stage::Interviewed)
        .and(human(0, Role::Clerk), recommend(Act::Accept, &[]))
        .countersigned(human(5, Role::Attache))
        .stands(Stage::Accepted);
}

#[test]
fn nothing_is_told_before_the_second_signature() {
    let first =
        interviewed().when(human(3, Role::Clerk), recommend(Act::Refuse, &[ReasonCode::BelowStandard]));
    assert!(matches!(first.events(), [Event::Recommended(_)]));
    let second = first.countersigned(human(5, Role::Attache)).stands(Stage::Refused);
    assert!(matches!(second.events(), [Event::Countersigned(_), Event::MessageQueued(_)]));
}

#[test]
fn a_signature_needs_a_fresh_login() {
    let stale = |minutes: i64| {
        let story = recommended();
        let step_up_at = story.now - SignedDuration::from_mins(minutes);
        story.when(
            human(5, Role::Attache),
            Countersign { proposal: PROPOSAL, rationale: because(), step_up_at },
        )
    };
    stale(10).stands(Stage::Accepted);
    stale(11).refused(Refusal::Needs(Missing::StepUp));
    // A login that has not happened yet is none.
    stale(-1).refused(Refusal::Needs(Missing::StepUp));
}

#[test]
fn a_refusal_after_the_interview_needs_a_code_and_words() {
    let clerk = human(3, Role::Clerk);
    interviewed().when(clerk, recommend(Act::Refuse, &[])).refused(Refusal::Needs(Missing::ReasonCode));
    let mut silent = recommend(Act::Refuse, &[ReasonCode::BelowStandard]);
    silent.rationale.0 = " ".into();
    interviewed().when(clerk, silent).refused(Refusal::Needs(Missing::Rationale));
}

#[test]
fn what_was_sent_back_can_be_recommended_otherwise() {
    recommended()
        .and(human(5, Role::Attache), SendBack { proposal: PROPOSAL, rationale: because() })
        .stands(Stage::Interviewed)
        .and(human(3, Role::Clerk), recommend(Act::Refuse, &[ReasonCode::MotiveOrStability]))
        .countersigned(human(5, Role::Attache))
        .stands(Stage::Refused);
}

#[test]
fn one_proposal_at_a_time() {
    let mut other = recommend(Act::Revoke, &[ReasonCode::FalseStatement]);
    other.proposal = ProposalId::from(6);
    accepted()
        .and(human(5, Role::Attache), recommend(Act::Revoke, &[ReasonCode::FalseStatement]))
        .when(human(6, Role::Attache), other)
        .refused(Refusal::ProposalOpen);
}

#[test]
fn a_revocation_takes_two_and_takes_the_pass() {
    let revoked = cleared()
        .and(human(5, Role::Attache), recommend(Act::Revoke, &[ReasonCode::FalseStatement]))
        .stands(Stage::ClearedToTravel)
        .countersigned(human(6, Role::Counsel))
        .stands(Stage::Revoked);
    revoked.when(human(7, Role::Border), show(PASS)).refused(Refusal::PassSpent);
}

#[test]
fn a_signature_repeated_is_not_a_second_decision() {
    let story = accepted().countersigned(human(5, Role::Attache));
    assert_eq!(story.case.decisions.len(), 1);
    story.refused(Refusal::Unknown { what: "proposal" });
}
