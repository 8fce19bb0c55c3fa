//! What the desk costs, measured through real sockets on both databases: the queue, its filters, a case, a search by
//! name in three scripts, the next case; one officer alone, fifty who read,
//! and fifty who do not.
//!
//! Prints one JSON object a line for each figure; `cargo xtask bench desk` runs it and frames the figures with the
//! machine. Nothing here fails for being slow. Server and officers share the machine and one process.

#[path = "../web/browser.rs"]
#[expect(dead_code, reason = "the desk needs a part of it")]
mod browser;
mod crowd;
mod morning;

use serde::Serialize;
use std::{
    path::Path,
    time::{Duration, Instant},
};

/// The allocator the binary has: what is measured here is what runs there.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// One figure: `Measurement` of `xtask bench`, as a line. Times in microseconds.
#[derive(Default, Serialize)]
struct Figure {
    name: String,
    count: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    per_second: Option<f64>,
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
        eprintln!("run `cargo xtask bench desk`; it names the folder");
        return;
    };
    let folder = Path::new(&folder);
    let short = std::env::var_os("MUSTER_BENCH_SHORT").is_some();
    let cases = if short { 10_000 } else { 200_000 };
    // While something is tuned, one database is enough.
    let only = std::env::var("MUSTER_BENCH_ONLY").unwrap_or_default();
    let wanted = |database: &str| only.is_empty() || only == database;
    if wanted("sqlite") {
        let file = folder.join("desk.db").to_str().expect("the folder has a plain name").to_owned();
        morning::measure("sqlite", crowd::fill(folder, "sqlite", &file, cases));
    }
    if wanted("postgres") {
        let database = muster_testkit::postgres::fresh_database();
        morning::measure("postgres", crowd::fill(folder, "postgres", database.url(), cases));
    }
}
