//! What stood in the way of an act, in words: what is so, and what to do next.

use crate::Layout;
use muster_app::desk::Holder;
use muster_case::Refusal;

/// A refusal.
pub(super) fn refusal(layout: &Layout, refusal: &Refusal) -> String {
    let key = match refusal {
        Refusal::SameHuman => "desk-refused-same-human",
        Refusal::ProposalOpen => "desk-refused-proposal-open",
        Refusal::WrongStage { .. } | Refusal::Unknown { .. } => "desk-refused-moved-on",
        Refusal::RoleMayNot { .. } => "desk-refused-role",
        Refusal::Recused => "desk-refused-recused",
        Refusal::Merged { .. } => "desk-refused-merged",
        Refusal::Needs(muster_case::Missing::StepUp) => "desk-refused-step-up",
        Refusal::Needs(_) => "desk-refused-needs",
        _ => "desk-refused",
    };
    layout.say(key).to_owned()
}

/// Somebody else has the case in hand.
pub(super) fn held(layout: &Layout, holder: &Holder) -> String {
    let somebody = layout.say("desk-held-somebody");
    let name = holder.name.as_deref().unwrap_or(somebody);
    layout.say_with("desk-held", &[("name", name.into())])
}
