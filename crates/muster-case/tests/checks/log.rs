//! The log, the table of moves, the pass, and deciding itself.

use super::{Held, ensure};
use crate::world::{NOTICE, Step, World};
use muster_case::{Case, Event, Stage, decide, evolve, stored, transitions};

/// No pass before preview, notice and acceptance; a pass is used at most once.
pub(crate) fn a_pass_comes_last_and_is_used_once(world: &World, step: &Step) -> Held {
    for event in step.answer.iter().flatten() {
        if let Event::ClearedToTravel(_) = event {
            let before = &step.before;
            let read =
                before.preview.is_some() && before.notice.as_ref().is_some_and(|it| it.edition == NOTICE);
            let accepted = before.decisions.iter().any(|it| it.stage == Stage::Accepted);
            ensure(read && accepted && before.stage == Some(Stage::Accepted), || "a pass too early".into())?;
        }
        if let Event::Presented(shown) = event {
            let rows = world.entries.iter().flat_map(|entry| &entry.log);
            let shown_as = stored::encode(&Event::from(shown.clone())).expect("nothing in it is sealed");
            let times = rows.filter(|(row, _)| *row == shown_as).count();
            ensure(times == 1, || format!("a pass was used {times} times"))?;
        }
    }
    Ok(())
}

/// Replaying the log gives the same state: row by row always, from scratch now and then.
pub(crate) fn replaying_the_log_gives_the_same_case(world: &World, step: &Step) -> Held {
    let entry = &world.entries[step.entry];
    ensure(entry.replayed == entry.case, || "a row read back gives another case".into())?;
    let rows = entry.log.len();
    if !rows.is_multiple_of(16) || !matches!(&step.answer, Ok(events) if !events.is_empty()) {
        return Ok(());
    }
    let mut scratch = Case::default();
    for (row, moment) in &entry.log {
        let event = stored::decode(row.tag, row.shape, &row.body).map_err(|error| error.to_string())?;
        evolve(&mut scratch, &event, moment);
    }
    ensure(scratch == entry.case, || "the log from scratch gives another case".into())
}

/// Every move is allowed by the table for the role that acts; a merged case may be erased from where it slept.
pub(crate) fn every_move_is_in_the_table(_: &World, step: &Step) -> Held {
    for (from, to, merged) in &step.moves {
        let asleep = *merged && *to == Stage::Erased;
        let may = if asleep { transitions::TO_ERASED } else { transitions::may_move(*from, *to) };
        let role = step.moment.by.role();
        ensure(may.contains(&role), || format!("{role} moved {from:?} to {to} by {}", step.command.word()))?;
    }
    Ok(())
}

/// Deciding twice gives the same answer; repeating what was accepted never panics and never moves an outcome again.
pub(crate) fn deciding_is_pure_and_repeating_is_safe(world: &World, step: &Step) -> Held {
    let again = decide(&step.before, step.command.clone(), &step.moment);
    ensure(again == step.answer, || format!("{} was decided otherwise", step.command.word()))?;
    if let Ok(events) = decide(&world.entries[step.entry].case, step.command.clone(), &step.moment) {
        let mut twice = world.entries[step.entry].case.clone();
        for event in events {
            evolve(&mut twice, &event, &step.moment);
        }
        let outcomes = twice.decisions.len() == world.entries[step.entry].case.decisions.len();
        ensure(outcomes, || format!("{} decided twice", step.command.word()))?;
    }
    Ok(())
}

/// Nothing happens to a case that was erased but that somebody looks at the tombstone.
pub(crate) fn erasure_is_the_end(_: &World, step: &Step) -> Held {
    if step.before.stage != Some(Stage::Erased) {
        return Ok(());
    }
    for mut event in step.answer.iter().flatten().cloned() {
        ensure(matches!(event, Event::Accessed(_)), || format!("{} after the erasure", event.tag()))?;
        let mut parts = 0;
        event.sealed_parts(&mut |_| parts += 1);
        ensure(parts == 0, || format!("{} sealed something after the erasure", step.command.word()))?;
    }
    Ok(())
}

/// In a closed case nothing waits, and no message leaves about it any more; some things are still noted.
pub(crate) fn a_closed_case_waits_for_nothing_and_sends_nothing(world: &World, step: &Step) -> Held {
    let case = &world.entries[step.entry].case;
    if case.stage.is_some_and(Stage::is_closed) {
        let waits = case.proposal.is_some() || case.booking.is_some() || case.correction.is_some();
        ensure(!waits, || "something waits in a closed case".into())?;
    }
    let over = step.before.stage.is_some_and(Stage::is_closed) || step.before.merged_into.is_some();
    if !over {
        return Ok(());
    }
    for event in step.answer.iter().flatten() {
        let may = matches!(
            event,
            Event::FlipProposed(_)
                | Event::ReviewRequested(_)
                | Event::HoldPlaced(_)
                | Event::NoteAdded(_)
                | Event::HoldLifted(_)
                | Event::KinNotified(_)
                | Event::StatusReleased(_)
                | Event::Unmerged(_)
                | Event::Withdrawn(_)
                | Event::WithdrawalUndone(_)
                | Event::Erased(_)
                | Event::Accessed(_)
        );
        ensure(may, || format!("{} in a closed case", event.tag()))?;
    }
    Ok(())
}

/// The second screening is of this arrival: a check recorded at an earlier one lets nobody in.
pub(crate) fn nobody_is_let_in_on_an_old_check(world: &World, step: &Step) -> Held {
    if !step.moves.iter().any(|(_, to, _)| *to == Stage::Admitted) {
        return Ok(());
    }
    let log = &world.entries[step.entry].log;
    let arrives = |tag| matches!(tag, "movement.presented" | "movement.walk_in_registered");
    let arrived = log.iter().rposition(|(row, _)| arrives(row.tag)).ok_or("admitted without arriving")?;
    let checked = log[arrived..]
        .iter()
        .any(|(row, _)| row.tag == "screening.check_recorded" && row.body.contains(r#""check":"arrival""#));
    ensure(checked, || "let in on the check of an earlier arrival".into())
}
