//! What a word sounds like, coarsely: the meeting place of spellings and romanisations.
//!
//! A *skeleton* is the consonants of a word in a small alphabet where letters that romanisations exchange are one;
//! a leading vowel is kept as `a`. A *sound* is the same with the vowels between, in three classes. A letter that
//! is read in two ways (`j` in Jevgenij and in Jamal) gives two of each.

/// One reading: consonants with vowels, and without.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sounds {
    /// Consonant classes and vowel classes.
    pub sound: String,
    /// Consonant classes alone.
    pub skeleton: String,
}

/// Letters that are read in two ways; each kind is read the same way throughout a word.
const DOUBTS: &[(&str, u8)] = &[("j", 1), ("w", 2), ("ch", 4), ("c", 8), ("dh", 16), ("th", 32), ("x", 64)];

/// The most readings one spelling is given.
const MOST: usize = 8;

/// Every reading of an ASCII spelling, the usual one first.
#[must_use]
pub fn sounds(spelling: &str) -> Vec<Sounds> {
    let letters = spelling.as_bytes();
    let doubts: Vec<u8> =
        DOUBTS.iter().filter(|(doubt, _)| in_doubt(spelling, doubt)).map(|(_, bit)| *bit).collect();
    let ways = (1_usize << doubts.len()).min(MOST);
    let mut all: Vec<Sounds> = Vec::with_capacity(ways);
    for way in 0..ways {
        let other =
            doubts.iter().enumerate().filter(|(at, _)| way >> at & 1 == 1).fold(0, |set, (_, bit)| set | bit);
        let reading = read(letters, other);
        if !reading.sound.is_empty() && !all.contains(&reading) {
            all.push(reading);
        }
    }
    all
}

fn in_doubt(spelling: &str, doubt: &str) -> bool {
    match doubt {
        // Only a c that is not part of ch, ck, cz, sc is read as ts.
        "c" => {
            let letters = spelling.as_bytes();
            (0..letters.len()).any(|at| {
                letters[at] == b'c'
                    && !matches!(letters.get(at + 1), Some(b'h' | b'k' | b'z' | b'e' | b'i' | b'y' | b'q'))
            })
        }
        _ => spelling.contains(doubt),
    }
}

/// A consonant class, a vowel, or nothing; and how many letters it took.
fn read(letters: &[u8], other: u8) -> Sounds {
    let mut consonants: Vec<(u8, bool)> = Vec::with_capacity(letters.len()); // (class, is consonant)
    let mut at = 0;
    while at < letters.len() {
        let (class, took) = class_at(letters, at, other);
        at += took;
        for &class in class {
            let vowel = matches!(class, b'a' | b'i' | b'u');
            consonants.push((class, !vowel));
        }
    }
    assemble(&consonants)
}

/// What a sequence of letters sounds like: its classes as usually read, and as read in doubt.
struct Sequence {
    letters: &'static str,
    usual: &'static str,
    /// How many letters it takes.
    took: usize,
    /// The bit in [`DOUBTS`] by which it is read otherwise, and how.
    doubt: Option<(u8, &'static str)>,
}

const fn sequence(letters: &'static str, usual: &'static str) -> Sequence {
    Sequence { letters, usual, took: letters.len(), doubt: None }
}

/// Sequences that sound otherwise than letter by letter; the first that fits counts.
const SEQUENCES: &[Sequence] = &[
    sequence("shch", "S"),
    sequence("stch", "S"),
    sequence("szcz", "S"),
    sequence("schtsch", "S"),
    sequence("chtch", "S"),
    sequence("tsch", "S"),
    sequence("sch", "S"),
    sequence("tch", "S"),
    sequence("tsh", "S"),
    sequence("dzh", "S"),
    sequence("dsch", "S"),
    sequence("sh", "S"),
    sequence("zh", "S"),
    sequence("cz", "S"),
    sequence("sz", "S"),
    Sequence { doubt: Some((4, "h")), ..sequence("ch", "S") },
    sequence("kh", "h"),
    sequence("gh", "k"),
    sequence("dj", "S"),
    sequence("dz", "S"),
    sequence("dg", "S"),
    Sequence { doubt: Some((16, "s")), ..sequence("dh", "t") },
    Sequence { doubt: Some((32, "s")), ..sequence("th", "t") },
    sequence("ph", "f"),
    sequence("ts", "s"),
    sequence("tz", "s"),
    sequence("ck", "k"),
    // The u is silent.
    Sequence { took: 2, ..sequence("que", "k") },
    Sequence { took: 2, ..sequence("qui", "k") },
    Sequence { took: 1, ..sequence("ce", "s") },
    Sequence { took: 1, ..sequence("ci", "s") },
    Sequence { took: 1, ..sequence("cy", "s") },
    Sequence { doubt: Some((8, "s")), ..sequence("c", "k") },
    Sequence { doubt: Some((1, "i")), ..sequence("j", "S") },
    Sequence { doubt: Some((2, "u")), ..sequence("w", "f") },
    Sequence { doubt: Some((64, "h")), ..sequence("x", "ks") },
];

/// The classes at a place, and how many letters they take.
fn class_at(letters: &[u8], at: usize, other: u8) -> (&'static [u8], usize) {
    let rest = &letters[at..];
    if let Some(found) = SEQUENCES.iter().find(|known| rest.starts_with(known.letters.as_bytes())) {
        let otherwise = found.doubt.filter(|(bit, _)| other & bit != 0).map(|(_, class)| class);
        return (otherwise.unwrap_or(found.usual).as_bytes(), found.took);
    }
    let class: &[u8] = match rest[0] {
        b'b' => b"b",
        b'p' => b"p",
        b'f' | b'v' => b"f",
        b'd' | b't' => b"t",
        b's' | b'z' => b"s",
        b'k' | b'q' | b'g' => b"k",
        b'h' => b"h",
        b'l' => b"l",
        b'm' => b"m",
        b'n' => b"n",
        b'r' => b"r",
        b'a' | b'e' => b"a",
        b'i' | b'y' => b"i",
        b'o' | b'u' => b"u",
        _ => b"",
    };
    (class, 1)
}

/// Collapses doubles and runs of vowels, drops a final h.
fn assemble(classes: &[(u8, bool)]) -> Sounds {
    let mut sound = Vec::with_capacity(classes.len());
    let mut skeleton = Vec::with_capacity(classes.len());
    let mut at = 0;
    while at < classes.len() {
        let (class, consonant) = classes[at];
        if consonant {
            let last = at + 1 == classes.len();
            let silent = class == b'h' && last && at > 0;
            if !silent {
                if sound.last() != Some(&class) {
                    sound.push(class);
                }
                if skeleton.last() != Some(&class) {
                    skeleton.push(class);
                }
            }
            at += 1;
        } else {
            let end =
                classes[at..].iter().position(|(_, consonant)| *consonant).map_or(classes.len(), |n| at + n);
            // In a run of vowels a glide beside another vowel is not heard: ye as e, ay as a.
            let vowel = classes[at..end]
                .iter()
                .map(|(class, _)| *class)
                .rev()
                .find(|class| *class != b'i')
                .unwrap_or(b'i');
            if at == 0 {
                skeleton.push(b'a');
            }
            sound.push(vowel);
            at = end;
        }
    }
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap_or_default();
    Sounds { sound: text(sound), skeleton: text(skeleton) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meet(a: &str, b: &str) -> bool {
        let b = sounds(b);
        sounds(a).iter().any(|a| b.iter().any(|b| a.skeleton == b.skeleton))
    }

    #[test]
    fn spellings_of_one_name_meet_in_a_skeleton() {
        for (a, b) in [
            ("mohammed", "muhamad"),
            ("yevgeny", "jevgenij"),
            ("shevchenko", "schewtschenko"),
            ("khalid", "halid"),
            ("kuznetsov", "kuznecov"),
            ("qasim", "kassem"),
            ("youssef", "yusuf"),
            ("othman", "osman"),
            ("jamal", "djamel"),
            ("dehghanpour", "dehganpur"),
        ] {
            assert!(meet(a, b), "{a} {b} {:?} {:?}", sounds(a), sounds(b));
        }
        assert!(!meet("antonov", "ivanov"));
    }
}
