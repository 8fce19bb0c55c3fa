//! Forms: what was sent, and how it comes back.

mod field;
mod posted;

pub use field::{Choice, Control, FaultLink, FieldView};
pub(crate) use posted::Posted;
