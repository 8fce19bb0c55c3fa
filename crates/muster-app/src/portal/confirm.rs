//! An address is confirmed by a code that is sent to it.

use super::{Address, Visit, code};
use crate::{
    App, Failure,
    letters::{Content, Letter, LetterKind, texts},
};
use jiff::{SignedDuration, Timestamp};
use muster_store::portal::{CodeTry, NewCode, Spans};
use muster_vocab::{Dice, MissionCode};

/// How often a code may be tried.
pub(super) const TRIES: u16 = 5;
/// How long a code and a link last, and how many letters with codes go to one address.
pub(crate) const SPANS: Spans = Spans {
    code: SignedDuration::from_mins(15),
    link: SignedDuration::from_mins(30),
    counted: SignedDuration::from_hours(1),
    letters_max: 5,
    case_letters_max: 10,
};

/// What came of asking for a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeSent {
    /// A letter with the code is on its way.
    Sent,
    /// Too many letters went to this address, or for this case, within the hour.
    TooMany,
}

/// What a code turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeAnswer {
    /// The right one: the address is confirmed.
    Right,
    /// Another one.
    Wrong {
        /// How many tries are left.
        left: u16,
    },
    /// No code waits any more: it is to be asked for again.
    Expired,
    /// It was tried too often: another is to be asked for.
    TooMany,
}

impl App {
    /// Sends a code of six digits to an address: good for 15 minutes and five tries, five letters an hour.
    ///
    /// # Errors
    /// If the store fails.
    pub fn ask_code(
        &self,
        visit: Visit,
        address: Address,
        locale_tag: &str,
        dice: &mut impl Dice,
        at: Timestamp,
    ) -> Result<CodeSent, Failure> {
        let (mission, digits) = (self.mission_of(visit)?, code::digits());
        let language = texts::language(locale_tag);
        let (place, token) = (self.confirming(visit), self.address_token(&address));
        let code = NewCode {
            place,
            code: self.code_token(place, &digits),
            link: None,
            address: token,
            person: Some(visit.person),
            reference: String::new(),
            language: language.to_owned(),
            tries: TRIES,
        };
        let seed: u128 = dice.id();
        let letter = Letter {
            visit,
            mission,
            kind: LetterKind::Code,
            language,
            cause: None,
            made_at: at,
            content: Content { to: address, code: Some(digits), link: None },
        };
        let letter = self.letter(letter, &format!("{seed:032x}"), 0)?;
        let sent = self.store.portal.ask_code(code, &letter, SPANS, at)?.wait()?;
        Ok(if sent { CodeSent::Sent } else { CodeSent::TooMany })
    }

    /// Compares a typed code with the one that was sent; the right one confirms the address.
    ///
    /// # Errors
    /// If the store fails.
    pub fn confirm_code(&self, visit: Visit, code: &str, at: Timestamp) -> Result<CodeAnswer, Failure> {
        let place = self.confirming(visit);
        let code = self.code_token(place, &code::only_digits(code));
        Ok(match self.store.portal.try_code(place, code, SPANS, at).wait()? {
            CodeTry::Wrong(left) => CodeAnswer::Wrong { left },
            CodeTry::Expired => CodeAnswer::Expired,
            CodeTry::TooMany => CodeAnswer::TooMany,
            CodeTry::Right(redeemed) => {
                self.store.portal.confirm(visit.case, visit.person, redeemed, at).wait()?;
                CodeAnswer::Right
            }
        })
    }

    /// Whether the address was confirmed in this case.
    ///
    /// # Errors
    /// If the store fails.
    pub fn is_confirmed(&self, visit: Visit, address: &Address) -> Result<bool, Failure> {
        Ok(self.store.portal.is_confirmed(visit.case, self.address_token(address))?)
    }

    /// Where the code that confirms an address of a case waits.
    fn confirming(&self, visit: Visit) -> [u8; 16] {
        self.store.portal.keyed("place.confirm", &visit.case.to_string())
    }

    /// What is kept of a code: the database alone does not tell which of a million it is.
    pub(super) fn code_token(&self, place: [u8; 16], digits: &str) -> [u8; 16] {
        self.store.portal.keyed("code", &format!("{}/{digits}", code::hex(place)))
    }

    /// What is kept of an address: the same as of a dossier's, so that one is found by the other.
    pub(crate) fn address_token(&self, address: &Address) -> [u8; 16] {
        let (kind, value) = address.exact();
        self.store.journal.lookup().token(kind, &value)
    }

    /// The mission of the visitor's case.
    fn mission_of(&self, visit: Visit) -> Result<MissionCode, Failure> {
        let unknown = Failure::Refused(muster_case::Refusal::Unknown { what: "mission" });
        self.own_case(visit)?.mission.ok_or(unknown)
    }
}
