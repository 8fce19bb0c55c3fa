//! The journal and its views, as stories told on both databases.

mod appending;
mod damage;
mod erasing;
mod following;
mod lists;
mod setting;
mod walking;

/// The small world the domain's own walks go through.
#[path = "../../../muster-case/tests/world/mod.rs"]
mod world;
