//! The desk: officers, what waits for them, and what they do.

mod act;
mod claims;
mod names;
mod queue;
mod session;

pub use act::{Acted, Basis};
pub use claims::{Claimed, Holder};
pub(crate) use names::StaffNames;
pub(crate) use queue::CountCache;
pub use queue::{AGES, Counts, Due, Filter, Next, PAGE, Queue, QueuePage, QueueRow, TriageWorker};
pub use session::{DeskToken, Officer};

pub use muster_store::desk::Order;
