//! Slots, no-shows, ratings, deferrals.

use crate::harness::*;
use jiff::{SignedDuration, Timestamp};
use muster_case::{
    Hold, Missing, Refusal, Stage,
    decision::{Act, EndDeferral},
    holds::PlaceHold,
    interview::{BookInterview, CompleteInterview, RecordNoShow, Reschedule},
};
use muster_vocab::{ReasonCode, Role};

fn again(story: Story) -> Story {
    let now = story.now;
    story.and(applicant(), book(now))
}

#[test]
fn a_second_no_show_lapses() {
    let once = booked().hours(3).and(system(), RecordNoShow).stands(Stage::InterviewReady);
    let twice = again(once).hours(3).and(human(0, Role::Clerk), RecordNoShow).stands(Stage::Lapsed);
    assert_eq!(twice.case.outcome_codes, [ReasonCode::NoShow]);
}

#[test]
fn nobody_misses_an_interview_that_has_not_begun() {
    let story = booked();
    let from = story.now + SignedDuration::from_hours(2);
    story.when(system(), RecordNoShow).refused(Refusal::TooEarly { from });
}

#[test]
fn an_interview_is_moved_twice_at_most() {
    let once = again(booked().and(applicant(), Reschedule));
    let twice = again(once.and(applicant(), Reschedule));
    twice.when(applicant(), Reschedule).refused(Refusal::Limit { what: "moving the interview", most: 2 });
}

#[test]
fn a_slot_in_the_past_is_not_booked() {
    let story = ready();
    let until = story.now;
    let late = BookInterview { starts: until, ..book(until) };
    story.when(applicant(), late).refused(Refusal::TooLate { until });
}

#[test]
fn a_hold_stops_the_way_forward_and_never_the_way_back() {
    let hold = || PlaceHold { hold: Hold::Medical, cause: because().into() };
    let held = ready().and(human(0, Role::Clerk), hold());
    let now = held.now;
    held.when(applicant(), book(now)).refused(Refusal::Held { holds: vec![Hold::Medical] });
    booked().and(human(0, Role::Clerk), hold()).when(applicant(), Reschedule).stands(Stage::InterviewReady);
}

#[test]
fn a_critical_role_takes_two_raters_who_are_two_humans() {
    let ready = ready();
    let critical = BookInterview { critical_role: true, ..book(ready.now) };
    ready
        .and(applicant(), critical)
        .hours(3)
        .and(human(1, Role::Interviewer), ratings())
        .when(human(1, Role::Interviewer), ratings())
        .changes_nothing()
        .when(human(1, Role::Interviewer), CompleteInterview)
        .refused(Refusal::Needs(Missing::Assessment))
        .and(human(3, Role::Interviewer), ratings())
        .when(human(1, Role::Interviewer), CompleteInterview)
        .stands(Stage::Interviewed);
}

#[test]
fn a_rating_needs_a_level_of_the_scale_and_what_it_rests_on() {
    for (level, evidence) in [(0, "said why"), (6, "said why"), (3, " ")] {
        let mut rated = ratings();
        rated.ratings.0.insert("motive".into(), (level, evidence.into()));
        booked()
            .hours(3)
            .when(human(1, Role::Interviewer), rated)
            .refused(Refusal::Needs(Missing::Assessment));
    }
}

fn deferred(until: Timestamp) -> Story {
    interviewed()
        .and(human(3, Role::Clerk), recommend(Act::Defer { until }, &[ReasonCode::RoleNotNeededNow]))
        .countersigned(human(5, Role::Attache))
        .stands(Stage::Deferred)
}

#[test]
fn a_deferral_returns_at_its_date() {
    let from = "2022-03-04T13:00:00Z".parse().unwrap();
    let back = || EndDeferral { facts_again: false };
    deferred(from).hours(71).when(system(), back()).refused(Refusal::TooEarly { from });
    deferred(from).hours(72).when(system(), back()).stands(Stage::InterviewReady);
}

#[test]
fn a_clerk_who_sees_the_condition_met_need_not_wait() {
    let from = "2022-06-01T00:00:00Z".parse().unwrap();
    let again = deferred(from).when(human(0, Role::Clerk), EndDeferral { facts_again: true });
    let again = again.stands(Stage::Submitted);
    assert_eq!((&again.case.determination, again.case.finding_accepted), (&None, false));
}
