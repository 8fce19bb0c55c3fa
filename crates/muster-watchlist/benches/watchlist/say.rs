//! Figures: a line for people, or a line of JSON for `cargo xtask bench watchlist`.

use serde::Serialize;
use std::time::Duration;

/// One figure: `Measurement` of `xtask bench`, as a line.
#[derive(Serialize, Default)]
struct Figure {
    name: String,
    count: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    share: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    per_second: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    times: Option<Times>,
    #[serde(skip_serializing_if = "Option::is_none")]
    peak_memory_kib: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    goal: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    met: Option<bool>,
}

#[derive(Serialize)]
#[expect(clippy::struct_field_names, reason = "the unit is in the name: people read it as JSON")]
struct Times {
    least_us: f64,
    median_us: f64,
    p95_us: f64,
    p99_us: f64,
    most_us: f64,
}

/// What a figure must reach.
#[derive(Clone, Copy)]
pub(crate) enum Goal {
    /// Nothing: for information.
    None,
    /// This or more.
    AtLeast(f64),
    /// This or less.
    AtMost(f64),
}

impl Goal {
    fn met(self, value: f64) -> Option<bool> {
        match self {
            Self::None => None,
            Self::AtLeast(goal) => Some(value >= goal),
            Self::AtMost(goal) => Some(value <= goal),
        }
    }

    fn text(self, unit: impl Fn(f64) -> String) -> Option<String> {
        match self {
            Self::None => None,
            Self::AtLeast(goal) => Some(format!("at least {}", unit(goal))),
            Self::AtMost(goal) => Some(format!("at most {}", unit(goal))),
        }
    }
}

/// Where figures go.
pub(crate) struct Say {
    json: bool,
}

impl Say {
    pub(crate) fn new(json: bool) -> Self {
        Self { json }
    }

    /// A heading or a remark, for people only.
    pub(crate) fn note(&self, text: &str) {
        if self.json {
            eprintln!("{text}");
        } else {
            println!("{text}");
        }
    }

    /// A share of `of` things, from 0 to 1.
    pub(crate) fn share(&self, name: &str, share: f64, of: usize, goal: Goal) {
        self.share_with(name, share, of, goal, "");
    }

    /// The same with a remark for people.
    pub(crate) fn share_with(&self, name: &str, share: f64, of: usize, goal: Goal, remark: &str) {
        let figure = Figure {
            name: name.to_owned(),
            count: of as u64,
            share: Some(share),
            goal: goal.text(|goal| goal.to_string()),
            met: goal.met(share),
            ..Figure::default()
        };
        self.print(&figure, &format!("{share:>9.4}  of {of:<6}"), remark);
    }

    /// So many a second.
    pub(crate) fn rate(&self, name: &str, count: usize, took: Duration, goal: Goal) {
        let rate = count as f64 / took.as_secs_f64();
        let figure = Figure {
            name: name.to_owned(),
            count: count as u64,
            per_second: Some(rate),
            goal: goal.text(|goal| format!("{goal} a second")),
            met: goal.met(rate),
            ..Figure::default()
        };
        self.print(&figure, &format!("{rate:>9.0}/s of {count:<6}"), "");
    }

    /// How long single things took; the goal in milliseconds is for what share of them.
    pub(crate) fn times(&self, name: &str, mut times: Vec<Duration>, share: f64, goal: Goal) {
        times.sort_unstable();
        let us = |share| crate::clock::at(&times, share).as_secs_f64() * 1e6;
        let spread = Times {
            least_us: us(0.0),
            median_us: us(0.5),
            p95_us: us(0.95),
            p99_us: us(0.99),
            most_us: us(1.0),
        };
        let text = format!(
            "median {:.3} p95 {:.3} p99 {:.3} most {:.3} ms of {}",
            us(0.5) / 1e3,
            us(0.95) / 1e3,
            us(0.99) / 1e3,
            us(1.0) / 1e3,
            times.len()
        );
        let figure = Figure {
            name: name.to_owned(),
            count: times.len() as u64,
            goal: goal.text(|goal| format!("{goal} ms for {share} of them")),
            met: goal.met(us(share) / 1e3),
            times: Some(spread),
            ..Figure::default()
        };
        self.print(&figure, &text, "");
    }

    /// How much memory.
    pub(crate) fn memory(&self, name: &str, kib: u64, goal: Goal) {
        let mib = kib as f64 / 1024.0;
        let figure = Figure {
            name: name.to_owned(),
            count: 1,
            peak_memory_kib: Some(kib),
            goal: goal.text(|goal| format!("{goal} MiB")),
            met: goal.met(mib),
            ..Figure::default()
        };
        self.print(&figure, &format!("{mib:>9.1} MiB"), "");
    }

    fn print(&self, figure: &Figure, text: &str, remark: &str) {
        if self.json {
            println!("{}", serde_json::to_string(figure).expect("a figure is plain data"));
            return;
        }
        let mark = match figure.met {
            None => " ",
            Some(true) => "+",
            Some(false) => "-",
        };
        let goal = figure.goal.as_ref().map(|goal| format!("  goal {goal}")).unwrap_or_default();
        let remark = if remark.is_empty() { String::new() } else { format!("  {remark}") };
        println!("{mark} {:<44} {text}{goal}{remark}", figure.name);
    }
}
