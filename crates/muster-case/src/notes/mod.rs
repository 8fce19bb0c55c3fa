//! Notes: what officers write beside the acts, for each other.

mod add;
pub use add::{AddNote, NoteAdded};
