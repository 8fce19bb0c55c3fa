//! Signatures, outcomes and messages.

use super::{Held, ensure};
use crate::world::{Step, World};
use muster_case::{
    Case, Command, Event, Stage,
    decision::{About, MessageQueued, ReviewOutcome},
    screening::CheckOutcome,
    service::ServiceStatus,
};
use muster_vocab::{PersonalText, Role, Sealed};

/// No signature pair by one human, ever.
pub(crate) fn two_signatures_are_of_two_humans(world: &World, step: &Step) -> Held {
    for event in step.answer.iter().flatten() {
        if let Event::Countersigned(signed) = event {
            let first = step.before.proposal.as_ref().map(|proposal| proposal.first);
            ensure(first.is_some_and(|first| first != signed.by), || "a human countersigned alone".into())?;
            ensure(step.moment.by.human() == Some(signed.by), || "the signature is of somebody else".into())?;
            let pair = [first, Some(signed.by)].into_iter().flatten();
            let stepped_back = pair.filter(|human| step.before.recused.contains(human)).count();
            ensure(stepped_back == 0, || "somebody who stepped back signed".into())?;
        }
        if let Event::ReviewSettled(settled) = event {
            let signed = step.before.signers().contains(&settled.by);
            ensure(!signed, || "a signer settled the review of the decision".into())?;
        }
    }
    let pairs = &world.entries[step.entry].case.decisions;
    ensure(pairs.iter().all(|decision| decision.second != Some(decision.first)), || {
        "a pair of one human".into()
    })
}

/// No `accepted` with an open hit or an unrecorded check; nor with a hold or an open duplicate.
pub(crate) fn nobody_is_accepted_with_anything_open(_: &World, step: &Step) -> Held {
    let before = &step.before;
    let free = before.open_hits().next().is_none()
        && before.hits.values().all(muster_case::screening::HitState::is_cleared)
        && before.unrecorded_checks().next().is_none()
        && !before.checks.values().flatten().any(|outcome| matches!(outcome, CheckOutcome::Unvettable(_)))
        && !before.checks.is_empty()
        && before.holds.is_empty()
        && before.duplicates.is_empty();
    ensure(free || !step.moves.iter().any(|(_, to, _)| *to == Stage::Accepted), || {
        "accepted too early".into()
    })
}

/// A policy change never alters a decision, it only proposes.
pub(crate) fn a_policy_only_proposes(world: &World, step: &Step) -> Held {
    let by_policy = match &step.command {
        Command::Determine(_) | Command::ProposeFlip(_) => true,
        Command::RequestReview(_) => step.moment.by.role() == Role::System,
        _ => false,
    };
    let after = &world.entries[step.entry].case;
    let same = after.decisions == step.before.decisions && after.outcome_codes == step.before.outcome_codes;
    ensure(!by_policy || same, || "a policy altered a decision".into())?;
    let proposes = step.moves.iter().all(|(_, to, _)| *to == Stage::UnderReview);
    ensure(!by_policy || proposes, || "a policy moved a case".into())?;
    if by_policy && !step.moves.is_empty() {
        let log = &world.entries[step.entry].log;
        let last = |tags: &[&str]| log.iter().rposition(|(row, _)| tags.contains(&row.tag));
        let decided = last(&DECIDE);
        ensure(last(&["eligibility.flip_proposed"]) > decided, || "a review on old grounds".into())?;
    }
    Ok(())
}

/// What decides about a person: tags of the log.
const DECIDE: [&str; 4] = [
    "eligibility.refusal_confirmed",
    "decision.countersigned",
    "decision.review_settled",
    "movement.turned_back",
];

fn said(text: &Sealed<PersonalText>) -> bool {
    matches!(text, Sealed::Open(text) if !text.0.trim().is_empty())
}

/// Every adverse outcome has at least one code, a rationale, and a policy edition.
pub(crate) fn an_adverse_outcome_says_why(world: &World, step: &Step) -> Held {
    let Some((_, to, _)) = step.moves.iter().find(|(_, to, _)| to.is_adverse()) else { return Ok(()) };
    let words = step.answer.iter().flatten().any(|event| match event {
        Event::EarlyRefusalConfirmed(it) => said(&it.rationale),
        Event::Countersigned(it) => said(&it.rationale),
        Event::TurnedBack(it) => said(&it.rationale),
        Event::ReviewSettled(it) => it.outcome == ReviewOutcome::Upheld && said(&it.rationale),
        _ => false,
    });
    ensure(words, || format!("{to} without a rationale"))?;
    let case = &world.entries[step.entry].case;
    let decision = case.decisions.last().filter(|it| it.stage == *to);
    let complete = decision.is_some_and(|it| !it.codes.is_empty() && !it.edition.id.is_empty());
    ensure(complete && !case.outcome_codes.is_empty(), || format!("{to} without code or edition"))
}

/// No outbound message about a decision before the last signature.
pub(crate) fn no_word_before_the_last_signature(_: &World, step: &Step) -> Held {
    let events: Vec<&Event> = step.answer.iter().flatten().collect();
    let told =
        |event: &&Event| matches!(event, Event::MessageQueued(MessageQueued { about: About::Decision }));
    let Some(message) = events.iter().position(told) else { return Ok(()) };
    let last = |event: &&Event| {
        matches!(
            event,
            Event::EarlyRefusalConfirmed(_)
                | Event::Referred(_)
                | Event::Countersigned(_)
                | Event::ReviewSettled(_)
        )
    };
    ensure(events[..message].iter().any(last), || "a message before the last signature".into())
}

/// No move into a refusal, an acceptance or a revocation by anyone but a human.
pub(crate) fn only_a_human_decides_about_a_person(_: &World, step: &Step) -> Held {
    let decided = step.moves.iter().any(|(_, to, _)| to.is_adverse() || *to == Stage::Accepted);
    ensure(!decided || step.moment.by.human().is_some(), || "no human decided".into())
}

/// A casualty state begins and ends by two signatures.
pub(crate) fn a_casualty_begins_and_ends_by_two(world: &World, step: &Step) -> Held {
    let casualty = |case: &Case| case.service.filter(|status| matches!(status, ServiceStatus::Casualty(_)));
    let same = casualty(&step.before) == casualty(&world.entries[step.entry].case);
    let signed = step.answer.iter().flatten().any(|event| matches!(event, Event::Countersigned(_)));
    ensure(same || signed, || format!("{} changed a casualty state", step.command.word()))
}

/// A ruling on a hit stays: nobody clears by an older proposal what was confirmed since.
pub(crate) fn a_ruling_stays(world: &World, step: &Step) -> Held {
    let after = &world.entries[step.entry].case;
    for (id, hit) in step.before.hits.iter().filter(|(_, hit)| hit.ruling.is_some()) {
        let now = after.hits.get(id).and_then(|hit| hit.ruling);
        ensure(now == hit.ruling, || format!("{:?} became {now:?}", hit.ruling))?;
    }
    Ok(())
}

/// A hold that somebody placed goes when somebody lifts it, by no other way: the log itself says so.
pub(crate) fn a_hold_of_a_person_is_lifted_by_a_person(world: &World, step: &Step) -> Held {
    let entry = &world.entries[step.entry];
    for hold in step.before.holds.difference(&entry.case.holds) {
        let word = format!(r#""hold":"{}""#, hold.word());
        let before = entry.log.len() - step.answer.iter().flatten().count();
        let (then, now) = entry.log.split_at(before);
        let said = |tag: &str, (row, _): &(muster_case::stored::Stored, _)| {
            row.tag == tag && row.body.contains(&word)
        };
        let placed = then.iter().rposition(|row| said("holds.placed", row));
        let lifted = then.iter().rposition(|row| said("holds.lifted", row));
        let by_hand = placed.is_some() && placed > lifted;
        let lifts = now.iter().any(|row| said("holds.lifted", row));
        ensure(!by_hand || lifts, || format!("{} was placed by somebody and lifted by nobody", hold.word()))?;
    }
    Ok(())
}
