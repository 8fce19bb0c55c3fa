//! What follows from the log, kept beside it in the same transaction.

mod project_case;
mod project_office;
mod read;
mod table;
mod walk;

pub(crate) use project_case::{Around, case_row, project_case};
pub(crate) use project_office::project_office;
pub use read::{CaseRow, EditionRow, MissionRow, StaffRow, Views};
pub use table::{Change, Table};
pub use walk::Walk;
