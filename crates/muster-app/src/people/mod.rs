//! People and what is held about them: handed out on request, erased on request or in time.

mod check_receipt;
mod due;
mod erase;
mod export;
mod linked;
mod receipt;

pub use check_receipt::{ReceiptCheck, ReceiptFault};
pub use due::Due;
pub use erase::{Erasure, OpenCase};
pub use export::{CaseFile, FileEntry, PersonFile, Subject};
pub use receipt::{ErasedCase, Receipt};

/// The sections a reading of everything touches, by label.
fn every_section() -> Vec<String> {
    use muster_vocab::Section;
    let of_people = Section::ALL.into_iter().filter(|section| *section != Section::Staff);
    of_people.map(|section| section.label().to_owned()).collect()
}
