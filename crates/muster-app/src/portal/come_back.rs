//! Coming back without the receipt: by a code or a link that is sent to an address.
//!
//! Whoever asks is told the same, and the same is read and written, whether there is a case or not.

use super::{
    Address, Visit,
    code::{self, forgive},
    confirm::{SPANS, TRIES},
};
use crate::{
    App, Failure,
    letters::{Asking, Content, texts},
};
use jiff::Timestamp;
use muster_case::Stage;
use muster_store::portal::{Candidate, CodeTry, NewCode, Redeemed};
use muster_vocab::{Dice, Digest};

impl App {
    /// Asks for a letter with a code and a link. The answer is the same for a stranger; the letter is written later, by
    /// the letter worker, and only if there is a case.
    ///
    /// # Errors
    /// If the store fails.
    pub fn ask_return(
        &self,
        reference: Option<&str>,
        address: Address,
        locale_tag: &str,
        dice: &mut impl Dice,
        at: Timestamp,
    ) -> Result<(), Failure> {
        let (digits, link) = (code::digits(), code::token());
        let language = texts::language(locale_tag);
        let token = self.address_token(&address);
        let place = self.returning(token);
        let reference = reference.map(forgive_reference).unwrap_or_default();
        let code = NewCode {
            place,
            code: self.code_token(place, &digits),
            link: Some(Digest::of(link.as_bytes())),
            address: token,
            person: None,
            reference: reference.clone(),
            language: language.to_owned(),
            tries: TRIES,
        };
        let content = Content { to: address, code: Some(digits), link: Some(link) };
        let asking = Asking { reference, language: language.to_owned(), content };
        // Above the limit nothing is written, for anybody, and nobody is told.
        let _within_limit =
            self.store.portal.ask_return(dice.id(), code, &asking.to_json()?, SPANS, at)?.wait()?;
        Ok(())
    }

    /// Whose case a code opens; nobody's if it is wrong, too old, or was tried too often.
    ///
    /// # Errors
    /// If the store fails.
    pub fn redeem_code(
        &self,
        address: &Address,
        code: &str,
        at: Timestamp,
    ) -> Result<Option<Visit>, Failure> {
        let place = self.returning(self.address_token(address));
        let code = self.code_token(place, &code::only_digits(code));
        match self.store.portal.try_code(place, code, SPANS, at).wait()? {
            CodeTry::Right(redeemed) => self.come_back(redeemed, at),
            CodeTry::Wrong(_) | CodeTry::Expired | CodeTry::TooMany => Ok(None),
        }
    }

    /// Whether a link still works. Asking changes nothing: a mail scanner may.
    ///
    /// # Errors
    /// If the store fails.
    pub fn link_is_live(&self, token: &str, at: Timestamp) -> Result<bool, Failure> {
        Ok(self.store.portal.link_is_live(Digest::of(token.as_bytes()), SPANS, at)?)
    }

    /// Whose case a link opens; it works once, for half an hour.
    ///
    /// # Errors
    /// If the store fails.
    pub fn redeem_link(&self, token: &str, at: Timestamp) -> Result<Option<Visit>, Failure> {
        match self.store.portal.take_link(Digest::of(token.as_bytes()), SPANS, at).wait()? {
            Some(redeemed) => self.come_back(redeemed, at),
            None => Ok(None),
        }
    }

    /// Where the code that leads an address back waits.
    fn returning(&self, address: [u8; 16]) -> [u8; 16] {
        self.store.portal.keyed("place.return", &code::hex(address))
    }

    /// Whoever proved an address comes back to the case it leads to, and the address is confirmed there.
    fn come_back(&self, redeemed: Redeemed, at: Timestamp) -> Result<Option<Visit>, Failure> {
        let Some(found) = self.led_to(redeemed.address, &redeemed.reference)? else { return Ok(None) };
        let visit = Visit { case: found.case, person: found.person };
        self.store.portal.confirm(visit.case, visit.person, redeemed, at).wait()?;
        Ok(Some(visit))
    }

    /// The case an address leads to: the newest open one, else the newest. An address that was only stated, perhaps
    /// wrongly and by somebody else, leads there with the case's reference alone.
    pub(crate) fn led_to(&self, address: [u8; 16], reference: &str) -> Result<Option<Candidate>, Failure> {
        let mut found = self.store.portal.candidates(address)?;
        found.retain(|one| {
            if reference.is_empty() {
                one.confirmed
            } else {
                forgive_reference(&self.reference(one.case)) == reference
            }
        });
        let open = |one: &Candidate| one.stage.parse::<Stage>().is_ok_and(|stage| !stage.is_closed());
        Ok(found.into_iter().max_by_key(|one| (open(one), one.opened_at, one.case)))
    }
}

/// The eight letters of a reference as somebody typed it, with `MU` or without.
pub(crate) fn forgive_reference(typed: &str) -> String {
    let letters = forgive(typed);
    letters.strip_prefix("MU").filter(|rest| rest.len() == 8).map_or(letters.clone(), str::to_owned)
}
