//! Writes `data/groups.bin` from a list of name variants, one group a line: `a, b, c => name of the group`.
//!
//! `cargo run --release -p muster-names --example make-groups -- person_names.txt crates/muster-names/data/groups.bin`

use muster_names::{Name, Word, groups, sounds};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet, HashMap},
    error::Error,
};

/// Larger groups are lists of everything that was ever taken for the name.
const LARGEST: usize = 120;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(from), Some(to)) = (arguments.next(), arguments.next()) else {
        return Err("say which file to read and which to write".into());
    };
    let text = std::fs::read_to_string(from)?;
    let mut read = 0_usize;
    let mut reached = 0_usize;
    let mut kept: Vec<BTreeMap<String, Word>> = Vec::new();
    for line in text.lines() {
        let Some((members, _)) = line.rsplit_once(" => ") else { continue };
        read += 1;
        let members: BTreeMap<String, Word> =
            members.split(", ").filter_map(word).map(|word| (word.text.clone(), word)).collect();
        if members.len() < 2 || members.len() > LARGEST {
            continue;
        }
        if all_sound_alike(&members) {
            reached += 1;
            continue;
        }
        kept.push(members);
    }
    // A word that is in many groups keeps those that lead to the most other alphabets, then the largest.
    kept.sort_by_cached_key(|members| {
        let blocks: BTreeSet<u32> =
            members.keys().filter_map(|text| text.chars().next()).map(|c| c as u32 >> 7).collect();
        let first: Vec<String> = members.keys().cloned().collect();
        (Reverse(blocks.len().min(12)), Reverse(members.len()), first)
    });
    let mut counts: HashMap<&str, usize> = HashMap::new();
    let mut words = Vec::new();
    for (number, members) in kept.iter().enumerate() {
        for text in members.keys() {
            let count = counts.entry(text).or_default();
            *count += 1;
            if *count <= groups::MOST {
                words.push((text.clone(), number as u32));
            }
        }
    }
    let bytes = groups::table(&words);
    println!(
        "{read} groups read, {reached} left to spelling rules, {} kept; {} words, {} entries, {} bytes",
        kept.len(),
        counts.len(),
        words.len(),
        bytes.len()
    );
    std::fs::write(to, bytes)?;
    Ok(())
}

/// A member as the engine sees it: one word; a double name is taken as written in one.
fn word(member: &str) -> Option<Word> {
    let mut words = Name::read(member).words.into_iter();
    let first = words.next()?;
    let word = match words.next() {
        None => first,
        Some(second) if member.contains(['-', ' ']) && words.next().is_none() => first.joined(&second),
        Some(_) => return None,
    };
    // A digit is a tone, not a name; a single Latin letter an initial.
    let spelled = !word.text.contains(|c: char| c.is_ascii_digit());
    (spelled && (word.text.chars().count() >= 2 || !word.text.is_ascii())).then_some(word)
}

/// All members have a reading of one sound, vowels included: the spelling rules find them without a table. Consonants
/// alone would not do: that a name without its vowels is `hmd` says little, that it is a form of Hamid says much.
fn all_sound_alike(members: &BTreeMap<String, Word>) -> bool {
    let sounds = |word: &Word| {
        word.spellings
            .iter()
            .flat_map(|spelling| sounds(spelling))
            .map(|heard| heard.sound)
            .collect::<BTreeSet<_>>()
    };
    let all: Vec<BTreeSet<String>> = members.values().map(sounds).collect();
    let Some(first) = all.first() else { return true };
    first.iter().any(|sound| all.iter().all(|other| other.contains(sound)))
}
