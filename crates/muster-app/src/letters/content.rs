//! What is sealed of a letter, and how it gets into the outbox.

use super::LetterKind;
use crate::{
    App, Failure,
    portal::{Address, SPANS, Visit, letters},
};
use jiff::{SignedDuration, Timestamp};
use muster_store::{
    StoreError,
    portal::{NewLetter, Posted},
};
use muster_vocab::MissionCode;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// How long a letter is of use that tells of something.
pub(super) const OF_USE: SignedDuration = SignedDuration::from_hours(3 * 24);
/// How many numbers are tried for one letter, in case another has the first.
const NUMBERS: u32 = 8;

/// What is sealed of a letter. Stored in boxes for days: add fields with a default. Personal: no `Debug`.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Content {
    /// To whom.
    pub(crate) to: Address,
    /// The code.
    #[serde(default)]
    pub(crate) code: Option<String>,
    /// The token of the link.
    #[serde(default)]
    pub(crate) link: Option<String>,
}

/// Somebody who asked to come back. Stored in a box for moments. Personal: no `Debug`.
#[derive(Serialize, Deserialize)]
pub(crate) struct Asking {
    /// The reference that was typed; empty if none was.
    pub(crate) reference: String,
    /// The language that is spoken.
    pub(crate) language: String,
    /// What the letter would hold.
    pub(crate) content: Content,
}

/// A letter before it has a number.
pub(crate) struct Letter<'a> {
    /// To whom, and about which case.
    pub(crate) visit: Visit,
    /// The mission that writes.
    pub(crate) mission: MissionCode,
    /// What kind.
    pub(crate) kind: LetterKind,
    /// The language.
    pub(crate) language: &'a str,
    /// The version of the event that it tells of.
    pub(crate) cause: Option<u64>,
    /// When it was made.
    pub(crate) made_at: Timestamp,
    /// What is sealed of it.
    pub(crate) content: Content,
}

impl Asking {
    pub(crate) fn to_json(&self) -> Result<Zeroizing<Vec<u8>>, Failure> {
        json(self)
    }
}

fn json<T: Serialize>(value: &T) -> Result<Zeroizing<Vec<u8>>, Failure> {
    let bytes = serde_json::to_vec(value).map_err(|_| StoreError::Sealing("a letter is no JSON".into()))?;
    Ok(Zeroizing::new(bytes))
}

impl App {
    /// A letter under the number that `seed` gives it, or its `more`th other one.
    pub(crate) fn letter(&self, letter: Letter<'_>, seed: &str, more: u32) -> Result<NewLetter, Failure> {
        let of_use = match letter.kind {
            LetterKind::Code => SPANS.code,
            LetterKind::Return => SPANS.link,
            _ => OF_USE,
        };
        let bits = self.store.portal.keyed("letter", &format!("{seed}/{more}"));
        Ok(NewLetter {
            number: format!("ML-{}", letters(bits, 8)),
            case: letter.visit.case,
            person: letter.visit.person,
            mission: letter.mission.as_str().to_owned(),
            kind: letter.kind.word(),
            language: letter.language.to_owned(),
            cause: letter.cause,
            made_at: letter.made_at,
            until: letter.made_at.checked_add(of_use).unwrap_or(Timestamp::MAX),
            plain: json(&letter.content)?,
        })
    }

    /// Puts a letter into the outbox. False if it was written before: its number tells, or the event that it is of.
    pub(super) fn post(&self, letter: Letter<'_>, seed: &str) -> Result<bool, Failure> {
        let by_event = letter.cause.is_some();
        let mut letter = self.letter(letter, seed, 0)?;
        for more in 1..=NUMBERS {
            match self.store.portal.post(&letter)?.wait()? {
                Posted::New => return Ok(true),
                Posted::Before => return Ok(false),
                // A letter that no event names is named by its seed: it is the same one.
                Posted::NumberTaken if !by_event => return Ok(false),
                Posted::NumberTaken => {
                    let bits = self.store.portal.keyed("letter", &format!("{seed}/{more}"));
                    letter.number = format!("ML-{}", letters(bits, 8));
                }
            }
        }
        Ok(false)
    }
}
