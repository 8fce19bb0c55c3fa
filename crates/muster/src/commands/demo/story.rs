//! The story in the terminal, on two screens at most.

use super::numbers::{Row, Section, sections};
use crate::frame::{Paint, grouped};
use muster_app::scenario::play::{Day, Played};
use std::fmt::Write as _;

/// How long the longest bar is.
const BAR: u64 = 28;
/// How wide a line of short texts may become.
const LINE: usize = 96;

pub(super) fn text(played: &Played, paint: Paint) -> String {
    let plot = &played.plot;
    let mut text = format!(
        "\n{}\n{}\n\n{}",
        paint.head("A made-up mission: volunteers for a foreign legion, at one embassy"),
        paint.dim(&format!(
            "{} people over {} days from 24 February 2022, seed {}; everybody is invented",
            grouped(u64::from(plot.people)),
            plot.days,
            plot.seed
        )),
        daily(&played.daily, paint),
    );
    for section in sections(played) {
        let _infallible = write!(text, "\n{}\n{}", paint.head(section.heading), body(&section, paint));
    }
    text
}

/// A line of columns for each thing that is counted by day.
fn daily(days: &[Day], paint: Paint) -> String {
    type Series = (&'static str, fn(&Day) -> u32);
    let mut text = String::new();
    let series: [Series; 4] = [
        ("wrote", |day| day.arrived),
        ("answered", |day| day.answered),
        ("interviewed", |day| day.interviewed),
        ("accepted", |day| day.accepted),
    ];
    for (name, of) in series {
        let values: Vec<u64> = days.iter().map(|day| u64::from(of(day))).collect();
        let most = values.iter().copied().max().unwrap_or(0);
        let told = paint.dim(&format!("at most {} a day", grouped(most)));
        let _infallible = writeln!(text, "{name:<12} {}  {told}", paint.spark(&values));
    }
    text
}

fn body(section: &Section, paint: Paint) -> String {
    match section.id {
        "funnel" | "reasons" => bars(section, paint),
        "accepted" | "travel" | "looks" | "truth" => wrapped(section),
        _ => table(section, paint),
    }
}

/// Rows with bars.
fn bars(section: &Section, paint: Paint) -> String {
    let most = section.most().unwrap_or(0);
    let bar = |row: &Row| row.part.map_or_else(String::new, |part| paint.bar(part, most, BAR));
    let rows = section.rows.iter().map(|row| (row.cells.clone(), bar(row)));
    columns(&section.heads, rows, paint)
}

/// Rows without.
fn table(section: &Section, paint: Paint) -> String {
    columns(&section.heads, section.rows.iter().map(|row| (row.cells.clone(), String::new())), paint)
}

fn columns(
    heads: &[&'static str],
    rows: impl Iterator<Item = (Vec<String>, String)>,
    paint: Paint,
) -> String {
    let mut table = crate::frame::Table::of(heads.iter().copied().chain([""]));
    for (mut cells, bar) in rows {
        cells.push(bar);
        table.add(cells);
    }
    table.text(paint)
}

/// What the section says, then its rows one after the other.
fn wrapped(section: &Section) -> String {
    let mut text = String::new();
    let mut line = String::new();
    for row in &section.rows {
        // A third column says "of how many" where there is one to say.
        let of = row.cells.get(2).filter(|_| section.id == "truth").filter(|of| *of != "–");
        let count = of.map_or_else(|| row.cells[1].clone(), |of| format!("{} of {of}", row.cells[1]));
        let short = format!("{count} {}", row.cells[0]);
        if !line.is_empty() && line.chars().count() + short.chars().count() + 3 > LINE {
            text.push_str(&line);
            text.push('\n');
            line.clear();
        }
        if !line.is_empty() {
            line.push_str(" · ");
        }
        line.push_str(&short);
    }
    format!("{text}{line}\n")
}
