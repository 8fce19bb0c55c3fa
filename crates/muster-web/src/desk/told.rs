//! What stood in the way of an act beside a refusal, in words.

use crate::Layout;
use muster_app::desk::Holder;

/// Somebody else has the case in hand.
pub(super) fn held(layout: &Layout, holder: &Holder) -> String {
    let somebody = layout.say("desk-held-somebody");
    let name = holder.name.as_deref().unwrap_or(somebody);
    layout.say_with("desk-held", &[("name", name.into())])
}
