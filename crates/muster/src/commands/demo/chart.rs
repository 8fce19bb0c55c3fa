//! Charts as plain SVG: bars that the same numbers' tables stand beneath.

use super::numbers::Section;
use muster_app::scenario::play::Day;

/// Horizontal bars, one for each row of a section.
pub(super) struct Bars {
    /// The drawing's height.
    pub(super) height: u64,
    /// The bars.
    pub(super) bars: Vec<Bar>,
}

/// A bar: a rectangle and its two labels.
pub(super) struct Bar {
    /// What it is.
    pub(super) name: String,
    /// How many, in words.
    pub(super) value: String,
    /// Where its row begins.
    pub(super) y: u64,
    /// Where the labels' line is.
    pub(super) text_y: u64,
    /// How long it is.
    pub(super) width: u64,
    /// Where the number stands.
    pub(super) value_x: u64,
}

/// Height of a row, and where bars begin and how long the longest is.
const ROW: u64 = 26;
const LEFT: u64 = 250;
const LONGEST: u64 = 380;

/// The bars of a section; none if it has none.
pub(super) fn bars(section: &Section) -> Option<Bars> {
    let most = section.most()?;
    let bars: Vec<Bar> = section
        .rows
        .iter()
        .filter_map(|row| Some((row, row.part?)))
        .enumerate()
        .map(|(place, (row, part))| {
            // Somebody is never drawn as nobody.
            let width = (part * LONGEST / most).max(u64::from(part > 0));
            let y = place as u64 * ROW;
            Bar {
                name: row.cells[0].clone(),
                value: row.cells[1].clone(),
                y: y + 4,
                text_y: y + 17,
                width,
                value_x: LEFT + width + 8,
            }
        })
        .collect();
    Some(Bars { height: bars.len() as u64 * ROW, bars })
}

/// Columns by day, of one thing that is counted.
pub(super) struct Columns {
    /// Its name in links.
    pub(super) id: &'static str,
    /// What is counted.
    pub(super) name: &'static str,
    /// What the drawing shows, in a sentence.
    pub(super) says: String,
    /// The columns.
    pub(super) bars: Vec<Column>,
}

/// A column.
pub(super) struct Column {
    /// Where it stands.
    pub(super) x: f64,
    /// Where its top is.
    pub(super) y: f64,
    /// How wide it is.
    pub(super) width: f64,
    /// How high it is.
    pub(super) height: f64,
}

const WIDE: f64 = 320.0;
const HIGH: f64 = 90.0;

/// The four series by day, each in its own scale.
pub(super) fn daily(days: &[Day]) -> Vec<Columns> {
    type Series = (&'static str, &'static str, fn(&Day) -> u32);
    let series: [Series; 4] = [
        ("wrote", "Wrote", |day| day.arrived),
        ("answered", "Answered", |day| day.answered),
        ("interviewed", "Interviewed", |day| day.interviewed),
        ("accepted", "Accepted", |day| day.accepted),
    ];
    series.into_iter().map(|(id, name, of)| columns(id, name, days, of)).collect()
}

fn columns(id: &'static str, name: &'static str, days: &[Day], of: fn(&Day) -> u32) -> Columns {
    let most = days.iter().map(of).max().unwrap_or(0);
    let busiest = days.iter().find(|day| of(day) == most && most > 0);
    let step = WIDE / days.len().max(1) as f64;
    let bars = days
        .iter()
        .enumerate()
        .map(|(place, day)| {
            let height = (f64::from(of(day)) / f64::from(most.max(1)) * HIGH * 10.0).round() / 10.0;
            let x = (place as f64 * step * 10.0).round() / 10.0;
            Column { x, y: HIGH - height, width: (step * 8.0).round() / 10.0, height }
        })
        .collect();
    let says = match busiest {
        Some(day) => format!("Most on {}: {}.", day.date, super::numbers::number(most)),
        None => "Nobody on any day.".to_owned(),
    };
    Columns { id, name, says, bars }
}
