//! Writes `data/organisation_words.tsv` and `data/organisation_words.bin` from names of organisations and vessels, one a
//! line.
//!
//! `cargo run --release -p muster-names --example make-organisation-words -- names.txt crates/muster-names/data`

use muster_names::{Name, population::TOKENS, tables};
use std::{cmp::Reverse, collections::BTreeMap, error::Error, fmt::Write, path::Path};

/// A word that was met once is as good as unknown.
const LEAST: u64 = 2;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(names), Some(data)) = (arguments.next(), arguments.next()) else {
        return Err("say where the names are, and to which folder to write".into());
    };
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    for name in std::fs::read_to_string(names)?.lines() {
        for word in Name::read_organisation(name).words.into_iter().filter(|word| word.text.is_ascii()) {
            *counts.entry(word.text).or_default() += 1;
        }
    }
    let all: u64 = counts.values().sum();
    let distinct = counts.len();
    let mut rows: Vec<(u64, String)> =
        counts.into_iter().map(|(word, count)| (count, word)).filter(|(count, _)| *count >= LEAST).collect();
    rows.sort_by_key(|(count, word)| (Reverse(*count), word.clone()));
    let mut text = "# token\tweight: occurrences in ten million words of names of organisations and vessels; see README.md\n"
        .to_owned();
    for (count, word) in &rows {
        writeln!(text, "{word}\t{}", (count * TOKENS + all / 2) / all)?;
    }
    let (weights, _) = tables(&text);
    println!(
        "{all} words, {distinct} distinct, {} rows, {} and {} bytes",
        rows.len(),
        text.len(),
        weights.len()
    );
    let data = Path::new(&data);
    std::fs::write(data.join("organisation_words.tsv"), text)?;
    std::fs::write(data.join("organisation_words.bin"), weights)?;
    Ok(())
}
