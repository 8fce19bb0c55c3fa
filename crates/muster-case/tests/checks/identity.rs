//! Persons: one active case, age, withdrawal, merging.

use super::{Held, ensure};
use crate::world::{Step, World};
use jiff::tz::TimeZone;
use muster_case::{
    Command, Event, Stage,
    closing::{UNDO_MAX, Withdraw},
    decide, evolve,
    identity::Unmerge,
};
use muster_vocab::{Actor, Moment, PersonalText, Role};

/// At most one active case for each person over all missions.
pub(crate) fn one_active_case_for_each_person(world: &World, _: &Step) -> Held {
    for person in &world.persons {
        let active = world.entries.iter().filter(|it| it.case.person == Some(*person) && it.case.is_active());
        ensure(active.count() <= 1, || "two active cases of one person".into())?;
    }
    Ok(())
}

/// A minor never gets a slot, of an interview or of a crossing, nor is let in: by the birth date itself.
pub(crate) fn a_minor_never_gets_a_slot(world: &World, step: &Step) -> Held {
    let given = step.answer.iter().flatten().any(|event| {
        let slot = matches!(event, Event::InterviewBooked(_) | Event::ClearedToTravel(_));
        slot || matches!(event, Event::Admitted(_))
    });
    if !given {
        return Ok(());
    }
    let day = step.moment.at.to_zoned(TimeZone::UTC).date();
    let youngest = world.entries[step.entry].born.map(|(born, _)| born.age_on(day).0);
    ensure(youngest.is_some_and(|age| age >= 18), || "a minor got a slot".into())
}

/// Withdrawal wins every race: the owner may always withdraw, and what was decided before then moves nothing.
pub(crate) fn withdrawal_wins_every_race(world: &World, step: &Step) -> Held {
    let entry = &world.entries[step.entry];
    // The one who withdrew may undo it; nobody else, and nothing that was decided before.
    let undoes = matches!(step.command, Command::UndoWithdrawal(_));
    if step.before.stage == Some(Stage::Withdrawn) && !undoes {
        let moved = step.moves.iter().find(|(_, to, _)| *to != Stage::Erased);
        ensure(moved.is_none(), || format!("withdrawn, and then {moved:?}"))?;
    }
    let Some(stage) = step.before.stage else { return Ok(()) };
    let owner = Moment { at: step.moment.at, by: Actor::Applicant { person: entry.owner } };
    let withdrawal = decide(&step.before, Command::from(Withdraw), &owner);
    if !stage.may_withdraw() {
        return Ok(());
    }
    let mut withdrawn = step.before.clone();
    for event in withdrawal.map_err(|refusal| format!("on {stage} withdrawing is refused: {refusal}"))? {
        evolve(&mut withdrawn, &event, &owner);
    }
    ensure(withdrawn.stage == Some(Stage::Withdrawn), || format!("withdrawing on {stage} changes nothing"))?;
    ensure(withdrawn.clearance.as_ref().is_none_or(|it| it.revoked), || "the pass outlives it".into())?;
    if undoes {
        return Ok(());
    }
    // The race: the same command, decided again after the withdrawal.
    for event in decide(&withdrawn, step.command.clone(), &step.moment).into_iter().flatten() {
        evolve(&mut withdrawn, &event, &step.moment);
    }
    let still = matches!(withdrawn.stage, Some(Stage::Withdrawn | Stage::Erased));
    ensure(still, || format!("{} moved a withdrawn case", step.command.word()))
}

/// Whoever comes back from a withdrawal is found upon and checked anew, holds no pass and no slot, and is held as before.
pub(crate) fn an_undone_withdrawal_begins_anew(world: &World, step: &Step) -> Held {
    if !step.answer.iter().flatten().any(|event| matches!(event, Event::WithdrawalUndone(_))) {
        return Ok(());
    }
    let (before, after) = (&step.before, &world.entries[step.entry].case);
    let in_time = before.stage_since.is_some_and(|since| step.moment.at <= since + UNDO_MAX);
    ensure(before.stage == Some(Stage::Withdrawn) && in_time, || "undone too late".into())?;
    ensure(!before.applicant_signed, || "undone though the contract was signed".into())?;
    let anew = after.determination.is_none() && after.checks.is_empty() && after.booking.is_none();
    ensure(anew && after.outcome_codes.is_empty(), || "something of before still counts".into())?;
    ensure(after.clearance.as_ref().is_none_or(|it| it.revoked), || "the pass came back".into())?;
    ensure(after.holds == before.holds && after.hits == before.hits, || "a hold or a hit went".into())?;
    let sent = after.stage == Some(Stage::Submitted);
    ensure(sent == before.submitted_at.is_some(), || format!("back to {:?}", after.stage))
}

/// Once somebody is being screened, only a clerk's act changes what the case says of the person.
pub(crate) fn facts_change_unseen_before_screening_only(world: &World, step: &Step) -> Held {
    let early = [Stage::Draft, Stage::Submitted, Stage::InfoRequested];
    let after = &world.entries[step.entry].case;
    let changed = after.dossier != step.before.dossier && after.dossier.is_some();
    if !changed || step.before.stage.is_none_or(|stage| early.contains(&stage)) {
        return Ok(());
    }
    let taken = step.answer.iter().flatten().any(|event| matches!(event, Event::CorrectionTakenOver(_)));
    ensure(taken && step.moment.by.role() == Role::Clerk, || {
        format!("{} changed the facts on {:?}", step.command.word(), step.before.stage)
    })
}

/// A merge is reversible until a signature depends on it; then undoing is refused.
pub(crate) fn a_merge_can_be_undone_until_a_signature(world: &World, step: &Step) -> Held {
    let after = &world.entries[step.entry].case;
    let merged = step.answer.iter().flatten().any(|event| matches!(event, Event::Merged(_)));
    let undo = |signed_since| {
        let rationale = PersonalText("two people after all".into());
        Command::from(Unmerge { rationale, signed_since, active_elsewhere: None })
    };
    if merged {
        let mut undone = after.clone();
        for event in decide(after, undo(false), &step.moment).map_err(|refusal| refusal.to_string())? {
            evolve(&mut undone, &event, &step.moment);
        }
        ensure(undone == step.before, || "undoing a merge leaves another case".into())?;
        ensure(decide(after, undo(true), &step.moment).is_err(), || "undone under a signature".into())?;
    }
    if let Some(was) = &step.was {
        let same = (was.stage, was.stage_since, &was.duplicates)
            == (after.stage, after.stage_since, &after.duplicates);
        ensure(same, || "the case woke up elsewhere".into())?;
    }
    // What the witness saw, whatever the command said.
    let (Some((_, then)), Some(into)) = (&world.entries[step.entry].asleep, step.before.merged_into) else {
        return Ok(());
    };
    let depends = world.signatures_of(into) > *then;
    let unmerged = step.answer.iter().flatten().any(|event| matches!(event, Event::Unmerged(_)));
    ensure(!(depends && unmerged), || "a merge was undone though a signature rests on it".into())
}
