//! The same person twice: suspected, dismissed, merged, and merged no more.

mod confirm_same_person;
mod dismiss_duplicate;
mod merge;
mod suspect_duplicate;
mod unmerge;

pub use confirm_same_person::{ConfirmSamePerson, SamePersonConfirmed};
pub use dismiss_duplicate::{DismissDuplicate, DuplicateDismissed};
pub use merge::{Merge, Merged};
pub use suspect_duplicate::{Basis, DuplicateSuspected, Likened, SuspectDuplicate};
pub use unmerge::{Unmerge, Unmerged};
