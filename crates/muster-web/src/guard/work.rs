//! Proof of work: a puzzle that costs a browser a second and a flood its electricity.
//!
//! The puzzle has the JSON shape of ALTCHA: find the number for which SHA-256 of salt and number is the challenge. It is
//! signed, so nothing is kept until it is solved; its end stands in the salt; it is accepted once.

use super::spent::Spent;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use hmac::{Hmac, KeyInit as _, Mac as _};
use jiff::Timestamp;
use muster_store::keys::Lookup;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

const ALGORITHM: &str = "SHA-256";
/// How long a puzzle may be solved: a slow telephone in a pocket included.
const GOOD_SECONDS: i64 = 30 * 60;
/// How many solved puzzles are remembered.
const SPENT_MAX: usize = 200_000;
/// No honest answer is longer.
const ANSWER_CHARS_MAX: usize = 1_000;

/// Sets puzzles and looks at solutions.
pub struct Work {
    key: [u8; 32],
    spent: Spent,
}

/// Why a solution is not one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WorkFault {
    /// It is no JSON of the right shape.
    #[error("the solution cannot be read")]
    Unreadable,
    /// The puzzle is not one of ours.
    #[error("the puzzle is not ours")]
    Forged,
    /// The puzzle's time is over.
    #[error("the puzzle is too old")]
    Old,
    /// The number is not the one.
    #[error("the number is wrong")]
    Wrong,
    /// It was accepted once.
    #[error("the solution was used before")]
    Spent,
}

#[derive(Serialize)]
struct Puzzle<'a> {
    algorithm: &'a str,
    challenge: &'a str,
    maxnumber: u32,
    salt: &'a str,
    signature: &'a str,
}

#[derive(Deserialize)]
struct Solution {
    algorithm: String,
    challenge: String,
    number: u64,
    salt: String,
    signature: String,
}

impl Work {
    /// Puzzles signed with a key that follows from the mission's.
    #[must_use]
    pub fn new(lookup: &Lookup) -> Self {
        let mut key = [0; 32];
        key[..16].copy_from_slice(&lookup.token("web-work", "low"));
        key[16..].copy_from_slice(&lookup.token("web-work", "high"));
        Self { key, spent: Spent::new(SPENT_MAX) }
    }

    /// A new puzzle as JSON; on average it takes `most / 2` attempts. Nothing if the system has no random bytes.
    #[must_use]
    pub fn challenge(&self, most: u32, at: Timestamp) -> Option<String> {
        let (mut salt, mut secret) = ([0; 12], [0; 8]);
        getrandom::fill(&mut salt).ok()?;
        getrandom::fill(&mut secret).ok()?;
        let number = u64::from_le_bytes(secret) % (u64::from(most) + 1);
        let end = at.as_second() + GOOD_SECONDS;
        // The last character keeps the salt's digits and the number's apart: none can be moved from one to the other.
        let salt = format!("{}?expires={end}&", hex(&salt));
        let challenge = challenge_of(&salt, number);
        let signature = hex(&self.sign(&challenge).finalize().into_bytes());
        let puzzle = Puzzle {
            algorithm: ALGORITHM,
            challenge: &challenge,
            maxnumber: most,
            salt: &salt,
            signature: &signature,
        };
        serde_json::to_string(&puzzle).ok()
    }

    /// Accepts a solution, once.
    ///
    /// # Errors
    /// Why it is not accepted.
    pub fn accept(&self, solution: &str, at: Timestamp) -> Result<(), WorkFault> {
        if solution.len() > ANSWER_CHARS_MAX {
            return Err(WorkFault::Unreadable);
        }
        let bytes = STANDARD.decode(solution.trim()).map_err(|_| WorkFault::Unreadable)?;
        let solution: Solution = serde_json::from_slice(&bytes).map_err(|_| WorkFault::Unreadable)?;
        let signature = unhex(&solution.signature).ok_or(WorkFault::Unreadable)?;
        self.sign(&solution.challenge).verify_slice(&signature).map_err(|_| WorkFault::Forged)?;
        if solution.algorithm != ALGORITHM {
            return Err(WorkFault::Forged);
        }
        let end = end_of(&solution.salt).ok_or(WorkFault::Wrong)?;
        if challenge_of(&solution.salt, solution.number) != solution.challenge {
            return Err(WorkFault::Wrong);
        }
        if end < at.as_second() {
            return Err(WorkFault::Old);
        }
        let digest: [u8; 32] = Sha256::digest(solution.challenge.as_bytes()).into();
        let mark = *digest.first_chunk().ok_or(WorkFault::Wrong)?;
        if self.spent.spend(mark, end, at) { Ok(()) } else { Err(WorkFault::Spent) }
    }

    fn sign(&self, challenge: &str) -> Hmac<Sha256> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.key).expect("HMAC takes a key of any length");
        mac.update(challenge.as_bytes());
        mac
    }
}

fn challenge_of(salt: &str, number: u64) -> String {
    hex(&Sha256::digest(format!("{salt}{number}").as_bytes()))
}

/// The end that stands in a salt; nothing if the salt is not written as ours are.
fn end_of(salt: &str) -> Option<i64> {
    salt.strip_suffix('&')?.split_once("?expires=")?.1.parse().ok()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing into a text cannot fail.
        let _written = write!(text, "{byte:02x}");
        text
    })
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits = text.as_bytes();
    let pairs = digits.chunks_exact(2).map(|pair| {
        let pair = std::str::from_utf8(pair).ok()?;
        u8::from_str_radix(pair, 16).ok()
    });
    digits.len().is_multiple_of(2).then(|| pairs.collect())?
}

/// Solves a puzzle as a browser does.
#[cfg(test)]
pub(super) fn solve(puzzle: &str) -> Option<String> {
    let puzzle: serde_json::Value = serde_json::from_str(puzzle).ok()?;
    let (challenge, salt) = (puzzle["challenge"].as_str()?, puzzle["salt"].as_str()?);
    let number =
        (0..=puzzle["maxnumber"].as_u64()?).find(|number| challenge_of(salt, *number) == challenge)?;
    let solution = serde_json::json!({
        "algorithm": ALGORITHM,
        "challenge": challenge,
        "number": number,
        "salt": salt,
        "signature": puzzle["signature"],
    });
    Some(STANDARD.encode(solution.to_string()))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use serde_json::{Value, json};

    pub(crate) fn work() -> Work {
        Work { key: [7; 32], spent: Spent::new(100) }
    }

    fn second(n: i64) -> Timestamp {
        Timestamp::from_second(n).unwrap()
    }

    fn changed(solution: &str, change: impl FnOnce(&mut Value)) -> String {
        let mut value: Value = serde_json::from_slice(&STANDARD.decode(solution).unwrap()).unwrap();
        change(&mut value);
        STANDARD.encode(value.to_string())
    }

    #[test]
    fn a_solution_is_accepted_once() {
        let work = work();
        let solution = solve(&work.challenge(500, second(1_000)).unwrap()).unwrap();
        assert_eq!(work.accept(&solution, second(1_001)), Ok(()));
        assert_eq!(work.accept(&solution, second(1_002)), Err(WorkFault::Spent));
    }

    #[test]
    fn a_solution_ends_with_its_puzzle() {
        let work = work();
        let solution = solve(&work.challenge(500, second(1_000)).unwrap()).unwrap();
        assert_eq!(work.accept(&solution, second(1_001 + GOOD_SECONDS)), Err(WorkFault::Old));
    }

    #[test]
    fn what_was_changed_is_not_accepted() {
        let (work, at) = (work(), second(1_000));
        let solution = solve(&work.challenge(500, at).unwrap()).unwrap();
        let number = |value: &mut Value| value["number"] = json!(value["number"].as_u64().unwrap() + 1);
        assert_eq!(work.accept(&changed(&solution, number), at), Err(WorkFault::Wrong));
        let easy = |value: &mut Value| value["challenge"] = json!(challenge_of("x?expires=9999&", 1));
        assert_eq!(work.accept(&changed(&solution, easy), at), Err(WorkFault::Forged));
        let other = |value: &mut Value| value["algorithm"] = json!("SHA-1");
        assert_eq!(work.accept(&changed(&solution, other), at), Err(WorkFault::Forged));
        for text in ["", "e30=", "%%%", &"A".repeat(5_000)] {
            assert_eq!(work.accept(text, at), Err(WorkFault::Unreadable));
        }
    }

    /// The same letters, cut elsewhere, would make a later end out of the number's digits.
    #[test]
    fn no_digit_moves_from_the_number_into_the_end() {
        let (work, at) = (work(), second(1_000));
        let spliced = loop {
            let solution = solve(&work.challenge(5_000, at).unwrap()).unwrap();
            let value: Value = serde_json::from_slice(&STANDARD.decode(&solution).unwrap()).unwrap();
            let number = value["number"].as_u64().unwrap().to_string();
            if number.len() > 1 && !number[1..].starts_with('0') {
                break changed(&solution, |value| {
                    value["salt"] = json!(format!("{}{}", value["salt"].as_str().unwrap(), &number[..1]));
                    value["number"] = json!(number[1..].parse::<u64>().unwrap());
                });
            }
        };
        assert_eq!(work.accept(&spliced, at), Err(WorkFault::Wrong));
    }
}
