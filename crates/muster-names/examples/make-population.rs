//! Writes `data/population.tsv` from shares of name tokens (`token<TAB>share`) and groups of name variants.
//!
//! `cargo run --release -p muster-names --example make-population -- shares.tsv person_names.txt crates/muster-names/data/population.tsv`

use muster_names::{
    Name,
    romanise::{Script, readings, script_of},
};
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    error::Error,
    fmt::Write,
};

/// What the weights of Latin tokens add up to.
const TOKENS: f64 = 10_000_000.0;

/// Rarer tokens are as good as unknown.
const LEAST: u64 = 2;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(shares), Some(groups), Some(to)) = (arguments.next(), arguments.next(), arguments.next())
    else {
        return Err("say where the shares and the groups are, and which file to write".into());
    };
    let own = shares_of_words(&std::fs::read_to_string(shares)?)?;
    let variants = latin_variants(&std::fs::read_to_string(groups)?, &own);
    let mut all = own.clone();
    for (word, share) in own.iter().filter(|(word, _)| !word.is_ascii()) {
        for (latin, part) in latin_forms(word, &variants, &own) {
            *all.entry(latin).or_default() += share * part;
        }
    }
    let latin: f64 = all.iter().filter(|(word, _)| word.is_ascii()).map(|(_, share)| share).sum();
    let mut rows: Vec<(u64, String)> = all
        .into_iter()
        .map(|(word, share)| ((share / latin * TOKENS).round() as u64, word))
        .filter(|(weight, word)| *weight >= LEAST && word.chars().count() <= 30)
        .collect();
    rows.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    let mut text =
        "# token\tweight: occurrences in ten million name tokens of Latin writing; see README.md\n"
            .to_owned();
    let mut counts: BTreeMap<Script, usize> = BTreeMap::new();
    for (weight, word) in &rows {
        writeln!(text, "{word}\t{weight}")?;
        *counts.entry(word.chars().next().map_or(Script::Other, script_of)).or_default() += 1;
    }
    println!("{} rows, {} bytes: {counts:?}", rows.len(), text.len());
    std::fs::write(to, text)?;
    Ok(())
}

/// Every word as the engine reads it, with the share of people that bear it.
fn shares_of_words(text: &str) -> Result<BTreeMap<String, f64>, Box<dyn Error>> {
    let mut shares: BTreeMap<String, f64> = BTreeMap::new();
    for line in text.lines() {
        let (token, share) = line.split_once('\t').ok_or("a line without a tab")?;
        let share: f64 = share.parse()?;
        for word in Name::read(token).words {
            if !word.text.contains(|letter: char| letter.is_ascii_digit()) {
                *shares.entry(word.text).or_default() += share;
            }
        }
    }
    Ok(shares)
}

/// For a word of another script, the Latin members of its groups.
fn latin_variants(text: &str, known: &BTreeMap<String, f64>) -> HashMap<String, BTreeSet<String>> {
    let mut variants: HashMap<String, BTreeSet<String>> = HashMap::new();
    for line in text.lines() {
        let Some((members, _)) = line.rsplit_once(" => ") else { continue };
        let words = members.split(", ").filter_map(|member| match Name::read(member).words.as_slice() {
            [word] => Some(word.text.clone()),
            _ => None,
        });
        let (latin, other): (BTreeSet<String>, BTreeSet<String>) = words.partition(|word| word.is_ascii());
        let latin: BTreeSet<String> =
            latin.into_iter().filter(|word| word.bytes().all(|letter| letter.is_ascii_lowercase())).collect();
        if latin.len() + other.len() > 80 {
            continue;
        }
        for word in other.into_iter().filter(|word| known.contains_key(word)) {
            variants.entry(word).or_default().extend(latin.iter().cloned());
        }
    }
    variants
}

/// How a word of another script is met in Latin letters: its variants by how frequent they are, its readings, or both
/// by half. A reading without vowels is none.
fn latin_forms(
    word: &str,
    variants: &HashMap<String, BTreeSet<String>>,
    own: &BTreeMap<String, f64>,
) -> Vec<(String, f64)> {
    // Particles that the groups do not have as people's names.
    let fixed: &[&str] = match word {
        "عبد" => &["abd"],
        "ال" | "آل" => &["al"],
        "بن" | "ابن" => &["bin", "ben", "ibn"],
        "ابو" => &["abu"],
        "الله" => &["allah"],
        "دين" => &["din"],
        _ => &[],
    };
    if !fixed.is_empty() {
        return fixed.iter().map(|form| ((*form).to_owned(), 1.0 / fixed.len() as f64)).collect();
    }
    let vowels = !matches!(word.chars().next().map(script_of), Some(Script::Arabic | Script::Hebrew));
    let read: Vec<String> = if vowels { readings(word).into_iter().take(3).collect() } else { Vec::new() };
    let mut forms: Vec<(String, f64)> = Vec::new();
    let none = BTreeSet::new();
    let variants = variants.get(word).unwrap_or(&none);
    let half = if variants.is_empty() || read.is_empty() { 1.0 } else { 0.5 };
    let share = |form: &String| own.get(form).copied().unwrap_or(0.0);
    let most = variants.iter().map(share).fold(1e-9, f64::max);
    let sum: f64 = variants.iter().map(|form| share(form) + 0.15 * most).sum();
    forms.extend(variants.iter().map(|form| (form.clone(), half * (share(form) + 0.15 * most) / sum)));
    let parts = [0.6, 0.25, 0.15];
    let sum: f64 = parts.iter().take(read.len()).sum();
    forms.extend(read.into_iter().zip(parts).map(|(form, part)| (form, half * part / sum)));
    forms
}
