//! The invariants of `mission.md` section 5 that concern a case, each its own function, checked after every step.

mod decisions;
mod identity;
mod log;

use super::world::{Step, World};

/// What is wrong, if anything.
pub(crate) type Held = Result<(), String>;

/// An invariant, looked at after a step.
type Check = fn(&World, &Step) -> Held;

/// Every invariant by its number and name.
pub(crate) const ALL: &[(&str, Check)] = &[
    ("1 two signatures are of two humans", decisions::two_signatures_are_of_two_humans),
    ("2 nobody is accepted with anything open", decisions::nobody_is_accepted_with_anything_open),
    ("3 a pass comes last and is used once", log::a_pass_comes_last_and_is_used_once),
    ("4 one active case for each person", identity::one_active_case_for_each_person),
    ("5 a policy only proposes", decisions::a_policy_only_proposes),
    ("6 an adverse outcome says why", decisions::an_adverse_outcome_says_why),
    ("7 a minor never gets a slot", identity::a_minor_never_gets_a_slot),
    ("8 no word of a decision before the last signature", decisions::no_word_before_the_last_signature),
    ("9 withdrawal wins every race", identity::withdrawal_wins_every_race),
    ("an undone withdrawal begins anew", identity::an_undone_withdrawal_begins_anew),
    ("facts change unseen before screening only", identity::facts_change_unseen_before_screening_only),
    ("11 a merge can be undone until a signature", identity::a_merge_can_be_undone_until_a_signature),
    ("12 replaying the log gives the same case", log::replaying_the_log_gives_the_same_case),
    ("13 only a human decides about a person", decisions::only_a_human_decides_about_a_person),
    ("a hold of a person is lifted by a person", decisions::a_hold_of_a_person_is_lifted_by_a_person),
    ("a casualty begins and ends by two", decisions::a_casualty_begins_and_ends_by_two),
    ("a ruling stays", decisions::a_ruling_stays),
    ("nobody is let in on an old check", log::nobody_is_let_in_on_an_old_check),
    ("every move is in the table", log::every_move_is_in_the_table),
    ("deciding is pure and repeating is safe", log::deciding_is_pure_and_repeating_is_safe),
    ("erasure is the end", log::erasure_is_the_end),
    ("a closed case waits for nothing", log::a_closed_case_waits_for_nothing_and_sends_nothing),
];

/// True, or what is wrong.
fn ensure(holds: bool, what: impl FnOnce() -> String) -> Held {
    if holds { Ok(()) } else { Err(what()) }
}
