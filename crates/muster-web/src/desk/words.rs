//! The domain's words as officers read them: one function for each kind. A message's key is made from the stored word.

use crate::Layout;
use jiff::{Timestamp, tz::TimeZone};
use muster_case::{Refusal, decision::ReviewOutcome, screening::Ruling};
use muster_vocab::{ReasonCode, Role};

/// A stored word in words; itself where nobody named it.
fn word(layout: &Layout, kind: &str, stored: &str) -> String {
    let id = format!("desk-word-{kind}-{}", stored.replace('_', "-"));
    layout.perhaps(&id).unwrap_or(stored).to_owned()
}

/// A stage, by its stored word.
pub(crate) fn stage(layout: &Layout, stored: &str) -> String {
    word(layout, "stage", stored)
}

/// A hold, by its stored word.
pub(crate) fn hold(layout: &Layout, stored: &str) -> String {
    word(layout, "hold", stored)
}

/// What the policy finds, by its stored word.
pub(crate) fn finding(layout: &Layout, stored: &str) -> String {
    word(layout, "finding", stored)
}

/// How well a fact is known, by its stored word.
pub(crate) fn provenance(layout: &Layout, stored: &str) -> String {
    word(layout, "provenance", stored)
}

/// What waits, by the word of its queue.
pub(crate) fn queue(layout: &Layout, stored: &str) -> String {
    word(layout, "queue", stored)
}

/// A role, by its stored word.
pub(crate) fn role(layout: &Layout, stored: &str) -> String {
    word(layout, "role", stored)
}

/// What somebody with a role does, by an example.
pub(crate) fn role_does(layout: &Layout, role: Role) -> String {
    word(layout, "does", role.word())
}

/// Several roles, as somebody lists them.
pub(crate) fn roles(layout: &Layout, roles: &[Role]) -> String {
    roles.iter().map(|named| role(layout, named.word())).collect::<Vec<_>>().join(", ")
}

/// What two people sign, by its stored word.
pub(crate) fn act(layout: &Layout, stored: &str) -> String {
    word(layout, "act", stored)
}

/// A reason code with what it means.
pub(crate) fn reason(layout: &Layout, code: ReasonCode) -> String {
    let stored = code.code();
    format!("{stored} {}", word(layout, "reason", &stored.to_ascii_lowercase()))
}

/// A check of the programme, by its stored word.
pub(crate) fn check(layout: &Layout, stored: &str) -> String {
    word(layout, "check", stored)
}

/// What a check came to, by its stored word.
pub(crate) fn check_outcome(layout: &Layout, stored: &str) -> String {
    word(layout, "checked", stored)
}

/// What was ruled on a hit.
pub(crate) fn ruling(layout: &Layout, ruling: Option<Ruling>) -> String {
    let stored = match ruling {
        None => "open",
        Some(Ruling::TrueMatch) => "true_match",
        Some(Ruling::FalseMatch) => "false_match",
        Some(Ruling::InconclusiveWithCondition) => "inconclusive",
    };
    word(layout, "ruling", stored)
}

/// How a review comes out.
pub(crate) fn review(layout: &Layout, outcome: ReviewOutcome) -> String {
    let stored = match outcome {
        ReviewOutcome::Upheld => "upheld",
        ReviewOutcome::Resubmitted => "resubmitted",
        ReviewOutcome::InterviewReady => "interview_ready",
    };
    word(layout, "review", stored)
}

/// Something that happened, by its stored tag.
pub(crate) fn event(layout: &Layout, tag: &str) -> String {
    word(layout, "event", &tag.replace('.', "_"))
}

/// A section of what is sealed, by its label.
pub(crate) fn section(layout: &Layout, label: &str) -> String {
    word(layout, "section", label)
}

/// What somebody looks for, by the word of the purpose.
pub(crate) fn purpose(layout: &Layout, stored: &str) -> String {
    word(layout, "purpose", stored)
}

/// How two values compare, by the rule that weighed them; nothing if nobody put it in words. The same rule means the same
/// of every field.
pub(crate) fn rule<'a>(layout: &'a Layout, rule: &str) -> Option<&'a str> {
    let (_, rule) = rule.split_once('.')?;
    layout.perhaps(&format!("desk-word-rule-{}", rule.replace('_', "-")))
}

/// Why an act is not done, and what to do next.
pub(crate) fn refusal(layout: &Layout, refusal: &Refusal) -> String {
    let id = refusal_id(&refusal.key());
    match refusal {
        Refusal::RoleMayNot { may, .. } => {
            let may = roles(layout, may);
            layout.say_with(&id, &[("may", may.as_str().into())])
        }
        Refusal::WrongStage { stage: Some(now), .. } => {
            let now = stage(layout, now.word());
            layout.say_with(&id, &[("stage", now.as_str().into())])
        }
        Refusal::WrongStage { stage: None, .. } => {
            layout.say_with(&id, &[("stage", layout.say("desk-word-stage-none").into())])
        }
        Refusal::Held { holds } => {
            let holds = holds.iter().map(|held| hold(layout, held.word())).collect::<Vec<_>>().join(", ");
            layout.say_with(&id, &[("holds", holds.as_str().into())])
        }
        Refusal::Limit { most, .. } => layout.say_with(&id, &[("most", i64::from(*most).into())]),
        Refusal::TooEarly { from: at } | Refusal::TooLate { until: at } => {
            let day = moment(layout, *at);
            layout.say_with(&id, &[("day", day.as_str().into())])
        }
        _ => layout.say(&id).to_owned(),
    }
}

fn refusal_id(key: &str) -> String {
    key.replace(['.', '_'], "-")
}

/// A day and the minute of it, in UTC.
pub(crate) fn moment(layout: &Layout, at: Timestamp) -> String {
    let at = at.to_zoned(TimeZone::UTC);
    let day = muster_i18n::long_date(layout.locale(), at.date());
    format!("{day}, {:02}:{:02}", at.hour(), at.minute())
}

/// A mission, by its code: its name in the programme, or the code.
pub(crate) fn mission(layout: &Layout, portal: &muster_app::programme::Portal, code: &str) -> String {
    let known = code.parse().ok().and_then(|code| portal.mission(&code));
    known.map_or_else(|| code.to_owned(), |mission| mission.place.say(layout.lang()).to_owned())
}

#[cfg(test)]
mod tests;
