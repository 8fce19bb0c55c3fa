//! The same person twice, across missions: the engine proposes pairs, a clerk looks at both and says what is so.
//!
//! [`LinkageWorker`] puts whoever applies, or tells something else, against everybody before them. A probable pair holds
//! the newer case until somebody ruled. A shared telephone alone is no sameness: a household may share one. The index
//! lies in memory while the keys are open; nothing of it is ever on disk.

mod follow;
mod pairs;
mod people;
mod rule;

pub use follow::LinkageWorker;
pub use pairs::{FieldRow, PURPOSE, Pair, PairRow, SameMeans, Side};
pub use rule::PairRuling;

pub(crate) use follow::{LINKAGE, suspicion};
pub(crate) use people::{PeopleIndex, record};
