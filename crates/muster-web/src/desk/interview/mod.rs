//! Page 22: an interview: booked, held by a form with anchors, rated blind, read side by side.

pub(crate) mod act;
pub(crate) mod book;
pub(crate) mod list;
mod page;
mod page_samples;
mod sheet;

pub(crate) use act::{complete, no_show, open, save, send};
pub(crate) use page::show;

use crate::{Failing, Web, samples::Gallery};
use muster_app::Failure;
use muster_case::Refusal;
use muster_vocab::CaseId;

/// The case of an address.
fn case_of(text: &str) -> Result<CaseId, Failing> {
    text.parse().map_err(|_| Failing::NotFound)
}

/// The path of the interview of a case.
fn path(case: CaseId) -> String {
    format!("/desk/cases/{case}/interview/")
}

/// Runs a use case; a refusal is an answer to be shown, and no failure.
async fn ask<T: Send + 'static>(
    web: &Web,
    work: impl FnOnce(&muster_app::App) -> Result<T, Failure> + Send + 'static,
) -> Result<Result<T, Refusal>, Failing> {
    let told = web.run(move |app| match work(app) {
        Ok(done) => Ok(Ok(done)),
        Err(Failure::Refused(refusal)) => Ok(Err(refusal)),
        Err(other) => Err(other),
    });
    told.await
}

pub(crate) fn samples(gallery: &mut Gallery<'_>) {
    page_samples::samples(gallery);
    book::samples(gallery);
    list::samples(gallery);
}
