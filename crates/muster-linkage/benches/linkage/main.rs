//! The judge of the engine: who is found, who is not, how fast, each on named data.
//!
//! ```text
//! cargo bench -p muster-linkage --bench linkage                      every set that is there
//! cargo bench -p muster-linkage --bench linkage -- dev10k febrl3     these sets
//! cargo bench -p muster-linkage --bench linkage -- weights dev100k   weights of this set, without its labels
//! cargo bench -p muster-linkage --bench linkage -- fit dev100k       weights fitted with labels, each quarter judged by those of the others
//! cargo bench -p muster-linkage --bench linkage -- fitted dev100k    weights fitted to the whole set with labels
//! cargo bench -p muster-linkage --bench linkage -- curve dev100k     how probable pairs of each score are
//! cargo bench -p muster-linkage --bench linkage -- grown dev100k     speed with ten times as many, nine of them altered
//! cargo bench -p muster-linkage --bench linkage -- vast dev100k      speed with a hundred times as many
//! ```
//!
//! With `--json` every figure also stands on a line of its own, for `cargo xtask bench linkage`.
//!
//! It reads labelled sets that are no part of the repository, from the folder named by `MUSTER_BENCH_LINKAGE`; without
//! it, it says so and ends. It is no test: nothing here fails for being slow or wrong.

mod clock;
mod data;
mod figures;
mod fit;
mod grown;
mod quality;
mod speed;

use muster_linkage::{Linker, Weights};

/// The allocator the binary has: what is measured here is what runs there.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const SETS: [&str; 6] = ["dev10k", "dev100k", "febrl1", "febrl2", "febrl3", "fake_1000"];

fn main() {
    let Some(folder) = data::folder() else {
        println!("left out: MUSTER_BENCH_LINKAGE names no folder of labelled sets");
        return;
    };
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    figures::wanted(arguments.iter().any(|argument| argument == "--json"));
    let mut sets: Vec<&str> = arguments.iter().map(String::as_str).filter(|set| *set != "--json").collect();
    let what = match sets.first() {
        Some(first @ (&"weights" | &"curve" | &"grown" | &"vast" | &"fit" | &"fitted")) => *first,
        _ => "",
    };
    sets.retain(|set| *set != what);
    for name in if sets.is_empty() { SETS.to_vec() } else { sets } {
        match data::set(&folder, name) {
            Ok(set) => measure(&set, what),
            Err(cause) => println!("left out: {cause}"),
        }
    }
}

fn measure(set: &data::Set, what: &str) {
    if what.is_empty() {
        let mut linker = speed::measure(set);
        let pairs = quality::candidates(&linker);
        quality::judge(set, quality::scored(&linker, set, &pairs), "shipped");
        if let Some(own) = linker.estimate() {
            linker.set_weights(own);
            quality::judge(set, quality::scored(&linker, set, &pairs), "estimated");
        }
        return;
    }
    if what == "grown" {
        let grown = grown::ten_times(set);
        speed::whole(&grown);
        speed::measure(&grown);
        return;
    }
    if what == "vast" {
        speed::vast(set);
        return;
    }
    let mut linker = Linker::new(Weights::shipped());
    for record in &set.records {
        linker.insert(record);
    }
    let estimated = |linker: &Linker| linker.estimate().unwrap_or_else(Weights::shipped);
    let pairs = quality::candidates(&linker);
    match what {
        "weights" => print!("{}", estimated(&linker)),
        "curve" => quality::calibration(&quality::scored(&linker, set, &pairs)),
        _ => {
            let labelled = fit::Labelled::of(set, &linker, &pairs, &estimated(&linker));
            if what == "fitted" {
                print!("{}", labelled.fit(None));
                return;
            }
            let mut scored = Vec::new();
            for part in 0..quality::PARTS {
                linker.set_weights(labelled.fit(Some(part)));
                scored.extend(quality::scored(&linker, set, &quality::part(set, &pairs, part)));
            }
            quality::calibration(&scored);
            quality::judge(set, scored, "unseen");
        }
    }
}
