//! What people see: routes, pages, forms, templates.
//!
//! What it is: the portal of the applicants. A page is a struct whose fields are all its template may know; a form comes
//! back as it was sent, with each complaint beside its field; every sentence is a message of `locales/` or of the
//! programme. [`routes::ROUTES`] lists every route, [`samples`] renders every page without a server.
//!
//! Programs do the same through the JSON API ([`api`]).
//!
//! What it promises: every page works without a script; every POST saves what was typed, valid or not; a page reached by
//! a link changes nothing; strangers get the same answer whether a case exists or not; every answer carries the
//! security headers of [`guard`].
//!
//! What it never does: decide anything, keep what an anonymous visitor answers, put anything about a person into an
//! address, a log line or an error.

pub mod api;
mod assets;
mod browser;
mod clocks;
mod cookie;
pub mod desk;
mod failing;
pub mod form;
pub mod guard;
mod layout;
pub mod portal;
mod respond;
pub mod routes;
pub mod samples;
mod sealing;
pub mod serve;
mod texts;
mod visitor;
mod web;

pub use assets::asset_files;
pub use desk::DemoAccount;
pub use failing::Failing;
pub use layout::Layout;
pub use texts::{TextProblem, catalog};
pub use web::{Settings, Web};
