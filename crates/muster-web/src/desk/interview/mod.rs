//! Page 22: an interview: booked, held by a form with anchors, rated blind, read side by side.

pub(crate) mod act;
pub(crate) mod book;
pub(crate) mod list;
mod page;
mod page_samples;
mod sheet;

pub(crate) use act::{complete, no_show, open, save, send};
pub(crate) use page::show;

use super::words;
use crate::{Failing, Layout, Web, samples::Gallery};
use jiff::{Timestamp, tz::TimeZone};
use muster_app::{Failure, programme::Portal};
use muster_case::Refusal;
use muster_vocab::{CaseId, MissionCode};

/// The case of an address.
fn case_of(text: &str) -> Result<CaseId, Failing> {
    text.parse().map_err(|_| Failing::NotFound)
}

/// The path of the interview of a case.
fn path(case: CaseId) -> String {
    format!("/desk/cases/{case}/interview/")
}

/// The zone of a mission; UTC if nobody knows it.
fn zone(portal: &Portal, mission: Option<&MissionCode>) -> String {
    let known = mission.and_then(|code| portal.mission(code));
    known.map_or_else(|| "UTC".to_owned(), |mission| mission.time_zone.clone())
}

/// A moment on the clocks of a place, in words.
fn moment(layout: &Layout, at: Timestamp, zone: &str, place: &str) -> String {
    let shown = at.to_zoned(TimeZone::get(zone).unwrap_or(TimeZone::UTC));
    let day = muster_i18n::long_date(layout.locale(), shown.date());
    let time = format!("{:02}:{:02}", shown.hour(), shown.minute());
    let args = [("day", day.as_str().into()), ("time", time.as_str().into()), ("place", place.into())];
    layout.say_with("desk-interview-moment", &args)
}

/// A moment on the clocks of a mission, in words.
fn at_mission(layout: &Layout, portal: &Portal, mission: Option<&MissionCode>, at: Timestamp) -> String {
    let place =
        mission.map_or_else(|| "UTC".to_owned(), |code| words::mission(layout, portal, code.as_str()));
    moment(layout, at, &zone(portal, mission), &place)
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
