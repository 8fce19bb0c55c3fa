//! The judge of the engine: recall, false alerts, calibration, equality, speed, replay, each on named data.
//!
//! ```text
//! cargo bench -p muster-watchlist --bench watchlist -- quality     W1 to W5, a table
//! cargo bench -p muster-watchlist --bench watchlist -- quick       W1 to W10, the long ones on samples
//! cargo bench -p muster-watchlist --bench watchlist -- full        W1 to W10
//! cargo bench -p muster-watchlist --bench watchlist -- w4 w5       only these; `beside` is what peers are asked
//! cargo bench -p muster-watchlist --bench watchlist -- misses ssb_sdn_variants/initials 20
//! ```
//!
//! `--sample N` takes every k-th row so that about N of each set remain; `--json` prints one figure a line for
//! `cargo xtask bench watchlist`. It reads labelled pairs and lists that are no part of the repository: folders from
//! `MUSTER_BENCH_PAIRS` and `MUSTER_BENCH_LISTS`, else `../shared/pairs` and `../shared/lists` beside the checkout;
//! `MUSTER_BENCH_HALF` names the half (`dev` if not set). What is absent is said and left out. It is no test: nothing
//! here fails for being slow or wrong.

mod analysts;
mod beside;
mod calibration;
mod clock;
mod crowd;
mod data;
mod deltas;
mod editions;
mod equality;
mod fields;
mod many;
mod misses;
mod name_only;
mod negatives;
mod parity;
mod replay;
mod say;
mod scripts;
mod speed;
mod tally;

use say::Say;

/// The allocator the binary has: what is measured here is what runs there.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How much is measured.
pub(crate) struct Choice {
    /// About this many rows of each set; all if 0.
    pub(crate) sample: usize,
    /// The long measurements whole.
    pub(crate) full: bool,
    /// Folders and half.
    pub(crate) data: data::Data,
}

type Part = (&'static str, fn(&Choice, &mut Say));

const PARTS: [Part; 11] = [
    ("w1", name_only::measure),
    ("w2", scripts::measure),
    ("w3", fields::measure),
    ("w4", analysts::measure),
    ("w5", calibration::measure),
    ("w6", equality::measure),
    ("w7", speed::measure),
    ("w8", deltas::measure),
    ("w9", replay::measure),
    ("w10", parity::measure),
    ("beside", beside::measure),
];

fn main() {
    let mut arguments: Vec<String> =
        std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let json = take(&mut arguments, "--json");
    let sample = arguments
        .iter()
        .position(|argument| argument == "--sample")
        .map(|at| arguments.drain(at..(at + 2).min(arguments.len())).next_back())
        .and_then(|count| count?.parse().ok())
        .unwrap_or(0);
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let full = words.contains(&"full");
    let choice = Choice { sample, full, data: data::Data::from_environment() };
    match words[..] {
        ["misses", class, count] => misses::print(&choice, class, count.parse().unwrap_or(10)),
        ["misses", class] => misses::print(&choice, class, 10),
        ["resident", snapshot] => speed::resident(snapshot),
        // `cargo test --benches` only checks that it runs.
        [] => eprintln!("say what to measure: quality, quick, full, w1 to w10, or misses SET/CATEGORY COUNT"),
        _ => {
            let mut say = Say::new(json);
            for (name, measure) in PARTS {
                let of_quality = matches!(name, "w1" | "w2" | "w3" | "w4" | "w5");
                let all = full || words.contains(&"quick");
                if all || words.contains(&name) || (of_quality && words.contains(&"quality")) {
                    let ((), took) = clock::timed(|| measure(&choice, &mut say));
                    say.note(&format!("({name} took {:.1} s)", took.as_secs_f64()));
                }
            }
        }
    }
}

fn take(arguments: &mut Vec<String>, flag: &str) -> bool {
    let before = arguments.len();
    arguments.retain(|argument| argument != flag);
    arguments.len() < before
}
