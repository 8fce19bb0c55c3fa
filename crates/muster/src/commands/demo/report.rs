//! The page: the same numbers with charts, in one file that needs nothing else.

use super::{
    chart::{Bars, Columns, bars, daily},
    numbers::{Section, number, sections},
};
use crate::frame::{Exit, Fault, grouped};
use askama::Template;
use muster_app::scenario::Played;

/// The page of a play.
#[derive(Template)]
#[template(path = "demo/report.html")]
struct Report {
    people: String,
    days: u32,
    seed: u64,
    charts: Vec<Columns>,
    by_day: Vec<[String; 5]>,
    sections: Vec<Part>,
    events: String,
}

/// A section with its chart, if it has one.
struct Part {
    section: Section,
    chart: Option<Bars>,
    heads: Vec<Head>,
}

/// A column's head, and whether it holds numbers.
struct Head {
    name: &'static str,
    number: bool,
}

/// The page as text.
pub(super) fn page(played: &Played) -> Result<String, Fault> {
    let part = |section: Section| Part {
        chart: bars(&section),
        heads: section
            .heads
            .iter()
            .map(|head| Head { name: head.trim_start_matches('>'), number: head.starts_with('>') })
            .collect(),
        section,
    };
    let report = Report {
        people: number(played.plot.people),
        days: played.plot.days,
        seed: played.plot.seed,
        charts: daily(&played.daily),
        by_day: played
            .daily
            .iter()
            .map(|day| {
                let [a, b, c, d] = [day.arrived, day.answered, day.interviewed, day.accepted].map(number);
                [day.date.clone(), a, b, c, d]
            })
            .collect(),
        sections: sections(played).into_iter().map(part).collect(),
        events: grouped(played.events),
    };
    report.render().map_err(|error| Fault::new(Exit::Store, format!("the report cannot be written: {error}")))
}
