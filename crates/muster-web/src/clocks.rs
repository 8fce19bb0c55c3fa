//! A moment in words on the clocks of a place: of a mission, and of the town that somebody goes by.

use crate::{
    Layout,
    form::{Choice, Control},
};
use jiff::{Timestamp, tz::TimeZone};
use muster_app::{
    Programme,
    programme::{Portal, Town},
};
use muster_vocab::MissionCode;

/// The zone of a mission; UTC if nobody knows it.
pub(crate) fn zone(portal: &Portal, mission: Option<&MissionCode>) -> String {
    let known = mission.and_then(|code| portal.mission(code));
    known.map_or_else(|| "UTC".to_owned(), |mission| mission.time_zone.clone())
}

/// A moment on the clocks of a place, in words.
fn moment(layout: &Layout, at: Timestamp, zone: &str, place: &str) -> String {
    let shown = at.to_zoned(TimeZone::get(zone).unwrap_or(TimeZone::UTC));
    let day = muster_i18n::long_date(layout.locale(), shown.date());
    let time = format!("{:02}:{:02}", shown.hour(), shown.minute());
    let args = [("day", day.as_str().into()), ("time", time.as_str().into()), ("place", place.into())];
    layout.say_with("clocks-moment", &args)
}

/// A moment on the clocks of a mission, in words.
pub(crate) fn at_mission(
    layout: &Layout,
    portal: &Portal,
    mission: Option<&MissionCode>,
    at: Timestamp,
) -> String {
    let known = mission.and_then(|code| portal.mission(code));
    let place = known.map_or("UTC", |mission| mission.place.say(layout.lang()));
    moment(layout, at, &zone(portal, mission), place)
}

/// The town of a zone, if its clocks are not those of the mission.
fn town<'p>(programme: &'p Programme, mission: Option<&MissionCode>, named: &str) -> Option<&'p Town> {
    let other = programme.towns.iter().find(|town| town.zone == named);
    other.filter(|town| town.zone != zone(&programme.portal, mission))
}

/// A moment on the clocks of a mission, and of the town somebody goes by if that is another.
pub(crate) fn on_both(
    layout: &Layout,
    programme: &Programme,
    mission: Option<&MissionCode>,
    theirs: &str,
    at: Timestamp,
) -> Vec<String> {
    let mut clocks = vec![at_mission(layout, &programme.portal, mission, at)];
    if let Some(town) = town(programme, mission, theirs) {
        clocks.push(moment(layout, at, &town.zone, town.name.say(layout.lang())));
    }
    clocks
}

/// The towns to choose one of, as the programme orders them.
pub(crate) fn towns(layout: &Layout, programme: &Programme, chosen: &str) -> Control {
    let choice = |town: &Town| Choice {
        value: town.zone.clone(),
        label: town.name.say(layout.lang()).to_owned(),
        chosen: town.zone == chosen,
    };
    Control::List(programme.towns.iter().map(choice).collect())
}
