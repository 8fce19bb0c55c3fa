//! The office: missions, staff, and editions in force.

mod add_staff;
mod publish;

pub use add_staff::NewStaff;
