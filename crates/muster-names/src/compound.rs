//! Compounds of Arabic names that are written as one word or as several: `Abdulrahman`, `Nasrullah`, `Saifuddin`.

use crate::{article::is_title, fold::Piece};

/// Spellings of `Abd al-` as a word of its own.
const SERVANT: &[&str] =
    &["abdul", "abdel", "abdal", "abdol", "abdoul", "abdool", "abdil", "abdur", "abdus", "abdu", "abdulla"];

/// The same where they begin a word.
const SERVANT_BEGINS: &[&str] = &["abdoul", "abdool", "abdul", "abdel", "abdal", "abdol", "abdil"];

/// The same where the article has taken on the next sound: `Abdurrahman`, `Abdushshakur`.
const SERVANT_TAKEN_ON: &[&str] = &["abdu", "abde", "abda", "abdo"];

/// The servant of God.
const ABDULLAH: &[&str] = &[
    "abdullah",
    "abdallah",
    "abdollah",
    "abdulla",
    "abdalla",
    "abdoullah",
    "abdellah",
    "abdulah",
    "abdolla",
];

/// `… of the faith`; the first that fits counts.
const FAITH_ENDS: &[&str] = &[
    "eddine", "uddin", "addin", "eddin", "oddin", "aldin", "uldin", "aldeen", "uddeen", "eldin", "iddin",
    "aldine", "eldeen", "oddine", "uddine", "udin",
];

/// `… of God`; the first that fits counts.
const GOD_ENDS: &[&str] =
    &["ullahi", "allahi", "ollahi", "ullah", "allah", "ollah", "oullah", "ulla", "olla", "ellah"];

/// Whether a word is a spelling of `Abd al-`, which belongs to the word after it.
pub(crate) fn is_servant(word: &str) -> bool {
    SERVANT.contains(&word)
}

/// The parts of a compound that is written as one word.
pub(crate) fn split(piece: &Piece) -> Option<Vec<String>> {
    // `Ayatollah` is a title, not a stem of God's.
    if piece.by_sound.is_some() || is_title(&piece.text) {
        return None;
    }
    let parts = if piece.text.is_ascii() { split_latin(&piece.text) } else { split_arabic(&piece.text) };
    Some(parts?.iter().map(|part| (*part).to_owned()).collect())
}

fn split_latin(text: &str) -> Option<Vec<&str>> {
    if let Some(rest) = whose_servant(text) {
        return Some(vec!["abd", rest]);
    }
    if ABDULLAH.contains(&text) {
        return Some(vec!["abd", "allah"]);
    }
    let stem = |end: &&str| text.strip_suffix(end).filter(|stem| stem.len() >= 3);
    if let Some(stem) = FAITH_ENDS.iter().find_map(stem) {
        return Some(vec![stem, "din"]);
    }
    Some(vec![GOD_ENDS.iter().find_map(stem)?, "allah"])
}

/// What follows `abdul` in a word, without the article.
fn whose_servant(text: &str) -> Option<&str> {
    let after = |start: &&str| {
        text.strip_prefix(start).filter(|rest| rest.len() >= 3 && !matches!(*rest, "lah" | "lahi"))
    };
    let taken_on = |start: &&str| {
        let rest = text.strip_prefix(start).filter(|rest| rest.len() >= 5 && !rest.starts_with("ll"))?;
        if rest.starts_with("shsh") {
            return Some(&rest[2..]);
        }
        (rest.as_bytes()[0] == rest.as_bytes()[1]).then(|| &rest[1..])
    };
    SERVANT_BEGINS.iter().find_map(after).or_else(|| SERVANT_TAKEN_ON.iter().find_map(taken_on))
}

fn split_arabic(text: &str) -> Option<Vec<&str>> {
    match text {
        "عبدالله" | "عبداللهي" | "عبداللة" => return Some(vec!["عبد", "الله"]),
        "الله" | "اللة" => return None,
        "اللهي" | "اللهى" => return Some(vec!["الله"]),
        _ => {}
    }
    let longer = |rest: &&str| rest.chars().count() >= 2;
    if let Some(rest) = text.strip_prefix("عبدال").filter(longer) {
        return Some(vec!["عبد", rest]);
    }
    for (end, part) in [("الدين", "دين"), ("اللهي", "الله"), ("الله", "الله")] {
        if let Some(stem) = text.strip_suffix(end).filter(longer) {
            return Some(vec![stem, part]);
        }
    }
    let letters = text.chars().count();
    if let Some(rest) = text.strip_prefix("ال").filter(|_| letters >= 5) {
        return Some(vec!["ال", rest]);
    }
    let father = |start: &&str| text.strip_prefix(start).filter(|_| letters >= 6);
    Some(vec!["ابو", ["ابو", "ابا", "ابي"].iter().find_map(father)?])
}
