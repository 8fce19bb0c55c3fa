//! Checks and hits.

use crate::harness::*;
use muster_case::{
    Hold, Missing, Refusal, Stage,
    decision::{Act, SendBack},
    holds::{LiftHold, PlaceHold},
    interview::CompleteInterview,
    movement::Admit,
    screening::{
        CheckOutcome, CompleteScreening, ConfirmHit, DismissHit, EntryChange, LeaveCheck, ListRef, NoteEntry,
        RaiseHit, Ruling, Strength, UnvettableCause,
    },
};
use muster_vocab::{Digest, HitId, ReasonCode, Role};

fn hit(strength: Strength) -> RaiseHit {
    RaiseHit {
        hit: HitId::from(4),
        list: ListRef { list: "sanctions".into(), edition: "2022-03-01".into() },
        entry: Digest::of(b"entry"),
        strength,
        scored: None,
        evidence: because(),
    }
}

fn dismiss() -> DismissHit {
    DismissHit { hit: HitId::from(4), ruling: Ruling::FalseMatch, rationale: because() }
}

fn clear_hit() -> muster_case::decision::Recommend {
    recommend(Act::ClearHit { hit: HitId::from(4), ruling: Ruling::FalseMatch }, &[])
}

#[test]
fn a_check_without_outcome_blocks() {
    screening()
        .and(human(11, Role::Screener), check("watchlist", CheckOutcome::Clear))
        .when(system(), CompleteScreening)
        .refused(Refusal::Needs(Missing::CheckOutcomes))
        .stands(Stage::Screening);
}

#[test]
fn a_worker_says_that_nothing_was_found_and_no_more() {
    screening().when(system(), check("watchlist", CheckOutcome::Clear)).done();
    let may = &[Role::Screener];
    let refusal = Refusal::RoleMayNot { action: "record_check", role: Role::System, may };
    screening().when(system(), check("watchlist", CheckOutcome::Adverse)).refused(refusal);
}

#[test]
fn a_hit_that_comes_after_the_recommendation_stops_the_acceptance() {
    recommended()
        .and(system(), hit(Strength::Ordinary))
        .countersigned(human(5, Role::Attache))
        .refused(Refusal::Held { holds: vec![Hold::Security] })
        .and(human(2, Role::Adjudicator), dismiss())
        .held(&[])
        .countersigned(human(5, Role::Attache))
        .stands(Stage::Accepted);
}

#[test]
fn a_strong_hit_takes_two_adjudicators() {
    let (first, second) = (human(2, Role::Adjudicator), human(4, Role::Adjudicator));
    let raised = || screening().and(system(), hit(Strength::Strong)).stands(Stage::HitReview);
    raised().when(first, dismiss()).refused(Refusal::StrongHit);
    raised()
        .and(first, clear_hit())
        .countersigned(first)
        .refused(Refusal::SameHuman)
        .stands(Stage::HitReview);
    raised().and(first, clear_hit()).countersigned(second).stands(Stage::Screening).held(&[]);
}

#[test]
fn an_older_proposal_to_clear_does_not_undo_a_confirmed_match() {
    screening()
        .and(system(), hit(Strength::Strong))
        .and(human(2, Role::Adjudicator), clear_hit())
        .and(human(4, Role::Adjudicator), ConfirmHit { hit: HitId::from(4), rationale: because() })
        .countersigned(human(4, Role::Adjudicator))
        .refused(Refusal::Needs(Missing::Ground))
        .stands(Stage::HitReview)
        .held(&[Hold::Security]);
}

#[test]
fn a_confirmed_match_is_refused_by_two() {
    screening()
        .and(system(), hit(Strength::Ordinary))
        .and(human(2, Role::Adjudicator), ConfirmHit { hit: HitId::from(4), rationale: because() })
        .stands(Stage::HitReview)
        .and(human(2, Role::Adjudicator), recommend(Act::RefuseEarly, &[ReasonCode::ScreeningTrueMatch]))
        .countersigned(human(2, Role::Attache))
        .refused(Refusal::SameHuman)
        .countersigned(human(5, Role::Attache))
        .stands(Stage::RefusedEarly);
}

#[test]
fn somebody_who_cannot_be_vetted_goes_no_further_until_the_cause_is_settled() {
    let (screener, attache) = (human(11, Role::Screener), human(5, Role::Attache));
    let unvettable = || check("records", CheckOutcome::Unvettable(UnvettableCause::NoResponse));
    let vetting = || Refusal::Needs(Missing::Vetting);
    screening()
        .and(screener, check("watchlist", CheckOutcome::Clear))
        .and(screener, unvettable())
        .when(system(), CompleteScreening)
        .refused(vetting())
        .and(screener, check("records", CheckOutcome::Clear))
        .when(system(), CompleteScreening)
        .stands(Stage::InterviewReady);
    // Found out after screening: the acceptance waits, two people may refuse.
    let ready = ready().and(screener, unvettable());
    let now = ready.now;
    let interviewed = ready
        .and(applicant(), book(now))
        .hours(3)
        .and(human(1, Role::Interviewer), ratings())
        .and(human(1, Role::Interviewer), CompleteInterview);
    interviewed
        .and(human(3, Role::Clerk), recommend(Act::Accept, &[]))
        .countersigned(attache)
        .refused(vetting())
        .and(attache, SendBack { proposal: PROPOSAL, rationale: because() })
        .and(human(3, Role::Clerk), recommend(Act::Refuse, &[ReasonCode::CannotBeVetted]))
        .countersigned(attache)
        .stands(Stage::Refused);
}

#[test]
fn a_confirmed_match_says_so_to_whoever_would_accept_or_lift() {
    let (adjudicator, cleared) = (human(2, Role::Adjudicator), || Refusal::Needs(Missing::ClearedHits));
    let lift = || LiftHold { hold: Hold::Security, cause: because().into() };
    recommended()
        .and(system(), hit(Strength::Ordinary))
        .when(adjudicator, lift())
        .refused(Refusal::Needs(Missing::HitRulings))
        .and(adjudicator, ConfirmHit { hit: HitId::from(4), rationale: because() })
        .when(adjudicator, lift())
        .refused(cleared())
        .countersigned(human(5, Role::Attache))
        .refused(cleared())
        .stands(Stage::Recommended);
}

#[test]
fn somebody_who_cannot_be_vetted_is_not_let_in_by_one() {
    let border = human(7, Role::Border);
    screened_again()
        .and(border, check("arrival", CheckOutcome::Unvettable(UnvettableCause::Documents)))
        .when(border, Admit)
        .refused(Refusal::Needs(Missing::Vetting));
}

#[test]
fn an_early_refusal_needs_its_ground_still_when_it_is_countersigned() {
    let (screener, code) = (human(11, Role::Screener), [ReasonCode::CannotBeVetted]);
    let unvettable = CheckOutcome::Unvettable(UnvettableCause::NoResponse);
    screening()
        .and(screener, check("records", unvettable))
        .and(human(2, Role::Adjudicator), recommend(Act::RefuseEarly, &code))
        // The authority answers after all.
        .and(screener, check("records", CheckOutcome::Clear))
        .countersigned(human(5, Role::Attache))
        .refused(Refusal::Needs(Missing::Ground));
}

#[test]
fn a_ruling_is_remembered_for_the_same_entry() {
    let mut again = hit(Strength::Ordinary);
    again.hit = HitId::from(44);
    again.list.edition = "2022-03-14".into();
    screening()
        .and(system(), hit(Strength::Ordinary))
        .and(human(2, Role::Adjudicator), dismiss())
        .when(system(), again)
        .changes_nothing();
}

#[test]
fn a_changed_entry_is_a_new_hit_long_after_screening() {
    let mut changed = hit(Strength::Ordinary);
    (changed.hit, changed.entry) = (HitId::from(44), Digest::of(b"entry, changed"));
    accepted().and(system(), changed).stands(Stage::Accepted).held(&[Hold::Security]);
}

#[test]
fn the_security_hold_is_not_lifted_under_an_open_hit() {
    screening()
        .and(system(), hit(Strength::Ordinary))
        .when(human(2, Role::Adjudicator), LiftHold { hold: Hold::Security, cause: because().into() })
        .refused(Refusal::Needs(Missing::HitRulings));
}

#[test]
fn a_concern_of_security_outlives_the_dismissal_of_a_hit() {
    let concern = || PlaceHold { hold: Hold::Security, cause: because().into() };
    let adjudicator = human(2, Role::Adjudicator);
    // Before the hit or during it: the concern is a person's, and a person lifts it.
    screening()
        .and(adjudicator, concern())
        .and(system(), hit(Strength::Ordinary))
        .and(adjudicator, dismiss())
        .stands(Stage::Screening)
        .held(&[Hold::Security])
        .and(adjudicator, LiftHold { hold: Hold::Security, cause: because().into() })
        .held(&[]);
    screening()
        .and(system(), hit(Strength::Ordinary))
        .and(adjudicator, concern())
        .when(adjudicator, concern())
        .changes_nothing()
        .and(adjudicator, dismiss())
        .held(&[Hold::Security]);
}

#[test]
fn a_worker_does_not_overwrite_what_a_person_found() {
    let may = &[Role::Screener];
    let refusal = Refusal::RoleMayNot { action: "record_check", role: Role::System, may };
    screening()
        .and(human(11, Role::Screener), check("watchlist", CheckOutcome::Adverse))
        .when(system(), check("watchlist", CheckOutcome::Clear))
        .refused(refusal);
}

#[test]
fn what_no_machine_can_compare_waits_for_a_person_and_is_never_clear() {
    let leave = || LeaveCheck { check: "watchlist".into(), lists: vec![], cause: because() };
    let left = screening().and(system(), leave());
    assert!(left.case.left.contains("watchlist"));
    left.when(system(), CompleteScreening).refused(Refusal::Needs(Missing::CheckOutcomes));
    let made = screening()
        .and(system(), leave())
        .and(human(11, Role::Screener), check("watchlist", CheckOutcome::Clear));
    assert!(made.case.left.is_empty(), "somebody looked");
    screening().when(human(11, Role::Screener), leave()).refused(Refusal::RoleMayNot {
        action: "leave_check",
        role: Role::Screener,
        may: &[Role::System],
    });
}

#[test]
fn a_hit_stands_when_its_entry_leaves_the_list() {
    let list = || ListRef { list: "sanctions".into(), edition: "2022-03-09".into() };
    let note = || NoteEntry { hit: HitId::from(4), list: list(), change: EntryChange::Left };
    let noted = screening().and(system(), hit(Strength::Ordinary)).and(system(), note());
    assert_eq!(noted.case.hits[&HitId::from(4)].noted, Some((list(), EntryChange::Left)));
    assert_eq!(noted.case.open_hits().count(), 1);
    assert!(noted.case.holds.contains(&Hold::Security));
    noted.when(system(), note()).changes_nothing();
}

#[test]
fn more_evidence_against_an_entry_that_was_ruled_on_is_a_hit_again() {
    let again = |strength| RaiseHit { hit: HitId::from(5), ..hit(strength) };
    let ruled =
        || screening().and(system(), hit(Strength::Ordinary)).and(human(2, Role::Adjudicator), dismiss());
    ruled().when(system(), again(Strength::Ordinary)).changes_nothing();
    let stronger = ruled().and(system(), again(Strength::Strong));
    assert_eq!(stronger.case.open_hits().collect::<Vec<_>>(), [HitId::from(5)]);
}
