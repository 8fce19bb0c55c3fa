//! Damaged files: bits turned, bytes cut out, files cut off, pieces of other files put in. Whatever the bytes, reading
//! ends, keeps what stands before the damage, and takes no more than the file is worth.

use crate::fixtures::{ALL, Fixture, read_bytes};
use muster_watchlist::lists::{Format, Reading};

/// A stream of numbers that is the same every time.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }
}

/// Text that readers look for.
const TOKENS: &[&str] = &[
    "\"",
    "\"\"",
    ",",
    ";",
    "\n",
    "\r\n",
    "\0",
    "\u{1A}",
    "<",
    ">",
    "</",
    "/>",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "<?",
    "?>",
    "&",
    "&amp;",
    "&#0;",
    "&#x110000;",
    "&x;",
    "{",
    "}",
    "[",
    "]",
    ":",
    "\\",
    "\\u0000",
    "null",
    "(",
    ")",
    "(a) ",
    "-0-",
    "DOB ",
    "to",
    "circa",
    "9999999999999999999",
    "\u{FEFF}",
    "\u{202E}",
    "İ",
    "ſ",
];

/// The first byte that differs, and the damaged file.
fn damaged(sound: &[u8], numbers: &mut Numbers) -> (usize, Vec<u8>) {
    let mut bytes = sound.to_vec();
    let mut first = bytes.len();
    for _ in 0..=numbers.below(3) {
        let at = numbers.below(bytes.len());
        first = first.min(at);
        match numbers.below(7) {
            0 if !bytes.is_empty() => bytes[at] ^= 1 << numbers.below(8),
            1 if !bytes.is_empty() => bytes[at] = numbers.next() as u8,
            2 => bytes.truncate(at),
            3 => {
                let end = bytes.len().min(at + numbers.below(40));
                bytes.drain(at..end);
            }
            4 => {
                let other = ALL[numbers.below(ALL.len())].bytes;
                let from = numbers.below(other.len());
                let to = other.len().min(from + numbers.below(400));
                bytes.splice(at..at, other[from..to].iter().copied());
            }
            5 => {
                let token = TOKENS[numbers.below(TOKENS.len())];
                bytes.splice(at..at, token.repeat(1 + numbers.below(3)).bytes());
            }
            _ => {
                let end = bytes.len().min(at + numbers.below(60));
                let piece = bytes[at..end].to_vec();
                let copies = 1 + numbers.below(100);
                bytes.splice(at..at, piece.repeat(copies));
            }
        }
    }
    (first, bytes)
}

fn ids<'a>(readings: &'a [Reading], list: &str) -> Vec<&'a str> {
    let entries = readings.iter().filter(|reading| reading.list == list).flat_map(|reading| &reading.entries);
    entries.map(|entry| entry.id.as_str()).collect()
}

/// Bytes of text that came out.
fn weight(readings: &[Reading]) -> usize {
    let texts = |list: &[String]| list.iter().map(String::len).sum::<usize>();
    let entries = readings.iter().flat_map(|reading| &reading.entries).map(|entry| {
        let names: usize = entry.names.iter().map(|name| 40 + name.text.len()).sum();
        let documents: usize = entry.documents.iter().map(|document| 80 + document.number.len()).sum();
        let remarks = entry.remarks.as_ref().map_or(0, String::len);
        200 + names + documents + remarks + texts(&entry.birthplaces) + texts(&entry.nationalities)
    });
    let bad = readings.iter().flat_map(|reading| &reading.bad).map(|bad| 100 + bad.cause.len());
    entries.chain(bad).sum()
}

fn main_files() -> Vec<&'static Fixture> {
    let sides = ["alt.csv", "add.csv", "sdn_comments.csv"];
    ALL.iter().filter(|fixture| !sides.contains(&fixture.name)).collect()
}

#[test]
fn damage_never_breaks_a_reader_and_costs_nothing_that_stands_before_it() {
    read_damaged(3);
}

/// The same on another way, at the same time.
#[test]
fn other_damage_never_breaks_a_reader_either() {
    read_damaged(5);
}

fn read_damaged(seed: u64) {
    let cases = if std::env::var_os("MUSTER_LONG").is_some() { 500_000 } else { 10_000 };
    let files: Vec<_> =
        main_files().into_iter().map(|fixture| (fixture, fixture.repeated(), fixture.body())).collect();
    let mut numbers = Numbers(seed);
    let mut kept = 0;
    for case in 0..cases {
        let (fixture, sound, body) = &files[case % files.len()];
        let (first, bytes) = damaged(sound, &mut numbers);
        let Ok(readings) = read_bytes(&[(fixture.name, &bytes)]) else { continue };
        assert!(weight(&readings) < 10_000 + 40 * bytes.len(), "case {case}: {} grows", fixture.name);
        // Reading the undamaged beginning doubles the work: every third case will do.
        if case % 3 != 0 || first <= *body || Format::detect(fixture.name, &bytes) != Some(fixture.format) {
            continue;
        }
        let Ok(before) = read_bytes(&[(fixture.name, &sound[..first])]) else { continue };
        for list in before.iter().map(|reading| &reading.list) {
            // The last of them may have been cut by the damage.
            let before = ids(&before, list);
            let whole = &before[..before.len().saturating_sub(1)];
            let after = ids(&readings, list);
            assert!(after.starts_with(whole), "case {case}: {} loses what was before", fixture.name);
            kept += whole.len();
        }
    }
    assert!(kept > cases / 50, "the cases must have something to keep: {kept}");
}

#[test]
fn bytes_without_any_sense_are_read_to_their_end() {
    let mut numbers = Numbers(4);
    for case in 0..2_000 {
        let fixture = &ALL[case % ALL.len()];
        let head = fixture.body();
        let mut bytes = fixture.bytes[..head].to_vec();
        for _ in 0..numbers.below(300) {
            if numbers.below(3) == 0 {
                bytes.extend(TOKENS[numbers.below(TOKENS.len())].bytes());
            } else {
                bytes.push(numbers.next() as u8);
            }
        }
        let sdn = ALL[0].bytes;
        let _ = read_bytes(&[(fixture.name, &bytes)]);
        let _ = read_bytes(&[("sdn.csv", sdn), ("alt.csv", &bytes)]);
    }
}
