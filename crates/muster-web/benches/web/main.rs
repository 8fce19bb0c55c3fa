//! What the portal costs, measured through real sockets: durable applications a second, pages among many cases, honest
//! visitors beside a flood and beside slow connections.
//!
//! Prints one JSON object a line for each figure; `cargo xtask bench web` runs it and frames the figures with the
//! machine. It is no test: nothing here fails for being slow. Server and senders share the machine and one process; the
//! server has a runtime of its own.

mod applicant;
mod browser;
mod flood;
mod mission;
mod pages;
mod rates;

use serde::Serialize;
use std::{
    path::Path,
    time::{Duration, Instant},
};

/// One figure: `Measurement` of `xtask bench`, as a line. Times in microseconds.
#[derive(Default, Serialize)]
struct Figure {
    name: String,
    count: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    per_second: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    share: Option<f64>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    times_us: Vec<f64>,
}

impl Figure {
    fn new(name: impl Into<String>, count: u64) -> Self {
        Self { name: name.into(), count, ..Self::default() }
    }

    fn rate(mut self, took: Duration) -> Self {
        self.per_second = Some(self.count as f64 / took.as_secs_f64());
        self
    }

    fn share(mut self, share: f64) -> Self {
        self.share = Some(share);
        self
    }

    fn times(mut self, times: &[Duration]) -> Self {
        self.times_us = times.iter().map(|time| time.as_secs_f64() * 1e6).collect();
        self
    }

    fn say(self) {
        println!("{}", serde_json::to_string(&self).expect("a figure is plain data"));
    }
}

/// The machine's own time.
#[expect(clippy::disallowed_methods, reason = "a bench measures the machine's own time")]
fn now() -> Instant {
    Instant::now()
}

fn main() {
    // Without a folder of its own nothing is measured: `cargo test --benches` only checks that it runs.
    let Some(folder) = std::env::var_os("MUSTER_BENCH_FOLDER") else {
        eprintln!("run `cargo xtask bench web`; it names the folder");
        return;
    };
    let short = std::env::var_os("MUSTER_BENCH_SHORT").is_some();
    let seconds = Duration::from_secs(if short { 2 } else { 8 });
    let folder = Path::new(&folder);
    rates::measure(folder, seconds);
    pages::measure(folder, if short { 2_000 } else { 200_000 });
    flood::measure(folder, if short { 4 } else { 15 });
}
