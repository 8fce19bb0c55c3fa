//! What the portal costs, measured through real sockets: durable applications a second, pages among many cases, honest
//! visitors beside a flood and beside slow connections.
//!
//! Prints one JSON object a line for each figure; `cargo xtask bench web` runs it and frames the figures with the
//! machine. Nothing here fails for being slow; it fails if an application that was acknowledged is not in the log.
//! Server and senders share the machine and one process; each has a runtime and threads of its own, so that it is
//! known who took the processors' time.

mod applicant;
mod browser;
mod flood;
mod journey;
mod mission;
mod pages;
mod processor;
mod rates;

use processor::Used;
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
    #[serde(skip_serializing_if = "Option::is_none")]
    share: Option<f64>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    times_us: Vec<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    served_us: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    senders_us: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    others: Option<f64>,
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

    /// What each of the things counted cost the processors.
    fn cost(mut self, used: Used) -> Self {
        let each = |time: Duration| Some(time.as_secs_f64() * 1e6 / self.count.max(1) as f64);
        (self.served_us, self.senders_us) = (each(used.served), each(used.senders));
        self.others = Some(used.others());
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
    let seconds = |long: u64| Duration::from_secs(if short { long.div_ceil(4) } else { long });
    let folder = Path::new(&folder);
    // While something is tuned, one part is enough.
    let only = std::env::var("MUSTER_BENCH_ONLY").unwrap_or_default();
    let wanted = |part: &str| only.is_empty() || only.split(',').any(|named| named == part);
    if wanted("rates") {
        rates::measure(folder, seconds(8));
    }
    if wanted("journey") {
        journey::measure(folder, seconds(8));
    }
    if wanted("pages") {
        pages::measure(folder, if short { 20_000 } else { 200_000 });
    }
    if wanted("flood") {
        flood::measure(folder, seconds(15).as_secs());
    }
}
