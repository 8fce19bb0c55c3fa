//! What people see: routes, pages, forms, templates.

pub mod serve;
