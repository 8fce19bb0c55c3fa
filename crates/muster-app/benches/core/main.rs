//! What the core costs, measured: durable commands a second, folding, verifying, simulating.
//!
//! Prints one JSON object a line for each figure; `cargo xtask bench core` runs it and frames the figures with the
//! machine. It is no test: nothing here fails for being slow.

mod bare;
mod crowd;
mod writers;

use serde::Serialize;
use std::{
    path::Path,
    time::{Duration, Instant},
};

/// One figure: `Measurement` of `xtask bench`, as a line.
#[derive(Serialize)]
struct Figure {
    name: String,
    count: u64,
    per_second: f64,
}

/// Says a figure.
fn say(name: impl Into<String>, count: u64, took: Duration) {
    let figure = Figure { name: name.into(), count, per_second: count as f64 / took.as_secs_f64() };
    println!("{}", serde_json::to_string(&figure).expect("a figure is plain data"));
}

/// How long something took.
#[expect(clippy::disallowed_methods, reason = "a bench measures the machine's own time")]
fn timed<T>(what: impl FnOnce() -> T) -> (T, Duration) {
    let begun = Instant::now();
    let made = what();
    (made, begun.elapsed())
}

fn main() {
    // Without a folder of its own nothing is measured: `cargo test --benches` only checks that it runs.
    let Some(folder) = std::env::var_os("MUSTER_BENCH_FOLDER") else {
        eprintln!("run `cargo xtask bench core`; it names the folder");
        return;
    };
    let folder = Path::new(&folder);
    let short = std::env::var_os("MUSTER_BENCH_SHORT").is_some();
    let seconds = Duration::from_millis(if short { 200 } else { 3_000 });

    let sqlite = |name: &str| folder.join(name).to_str().expect("the folder has a plain name").to_owned();
    bare::sqlite(&sqlite("bare.db"), seconds);
    writers::measure("sqlite", folder, &sqlite("writers.db"), seconds);
    let (bare, whole) =
        (muster_testkit::postgres::fresh_database(), muster_testkit::postgres::fresh_database());
    bare::postgres(bare.url(), seconds);
    writers::measure("postgres", folder, whole.url(), seconds);
    crowd::measure(
        folder,
        &sqlite("crowd.db"),
        if short { 2_000 } else { 1_000_000 },
        if short { 500 } else { 60_000 },
    );
}
