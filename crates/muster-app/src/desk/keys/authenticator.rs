//! An app that shows a code of six digits, another each half minute. Each works once.

use super::{Kept, named};
use crate::{App, Failure};
use jiff::Timestamp;
use muster_store::desk::{KeyKind, NewKey};
use muster_vocab::{Dice, HumanId, StaffId};
use qrcode::{Color, QrCode};
use std::fmt::{self, Write as _};
use totp_rs::{Builder, Secret, Totp};

/// The secret an app is to be given. `Debug` does not show it.
pub struct Authenticator(Totp);

impl fmt::Debug for Authenticator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Authenticator")
    }
}

/// What a typed code turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeShown {
    /// The account's.
    Right(StaffId),
    /// Not the account's, or there is no such account: nobody learns which.
    Wrong,
    /// Too soon after others in vain.
    Wait {
        /// For how long.
        seconds: u32,
    },
}

impl Authenticator {
    /// A fresh secret.
    pub fn fresh(issuer: &str, account: &str, dice: &mut impl Dice) -> Option<Self> {
        let mut secret = [0; 20];
        for part in secret.chunks_mut(8) {
            part.copy_from_slice(&dice.roll().to_be_bytes()[..part.len()]);
        }
        Self::of(Secret::from(secret), issuer, account)
    }

    /// Of a secret as text.
    #[must_use]
    pub fn read(secret: &str, issuer: &str, account: &str) -> Option<Self> {
        Self::of(Secret::try_from_base32(secret).ok()?, issuer, account)
    }

    fn of(secret: Secret, issuer: &str, account: &str) -> Option<Self> {
        // A colon would end the issuer's name in the address.
        let issuer = issuer.replace(':', " ");
        let totp = Builder::new().with_secret(secret).with_account_name(account).with_issuer(Some(issuer));
        totp.build().ok().map(Self)
    }

    /// The secret as people type it.
    #[must_use]
    pub fn secret(&self) -> String {
        self.0.secret().to_base32()
    }

    /// The address that an app on the same machine opens.
    #[must_use]
    pub fn link(&self) -> String {
        self.0.to_url().unwrap_or_default()
    }

    /// The address as a picture: the outline of its dark squares, and how many are in a row.
    #[must_use]
    pub fn picture(&self) -> Option<(String, usize)> {
        let code = QrCode::new(self.link()).ok()?;
        let width = code.width();
        let mut outline = String::new();
        for (at, color) in code.to_colors().into_iter().enumerate() {
            if color == Color::Dark {
                // A text takes whatever is written into it.
                let _ = write!(outline, "M{} {}h1v1h-1z", at % width, at / width);
            }
        }
        Some((outline, width))
    }

    /// The half minute a code belongs to, if it is of now, or of the one before or after.
    #[must_use]
    pub fn step(&self, code: &str, at: Timestamp) -> Option<i64> {
        let digits: String = code.chars().filter(char::is_ascii_digit).collect();
        if digits.len() != 6 {
            return None;
        }
        let step = self.0.check(&digits, u64::try_from(at.as_second()).ok()?)?;
        i64::try_from(step).ok()
    }

    /// The code of a moment: for tests, and whoever plays both sides.
    #[must_use]
    pub fn code(&self, at: Timestamp) -> String {
        self.0.generate(u64::try_from(at.as_second()).unwrap_or(0)).to_string()
    }
}

impl App {
    /// Keeps an app that showed the right code. False if the code is not right: then nothing is kept.
    ///
    /// # Errors
    /// If the store fails.
    pub fn enrol_authenticator(
        &self,
        (staff, human): (StaffId, HumanId),
        authenticator: &Authenticator,
        code: &str,
        name: &str,
        (dice, at): (&mut impl Dice, Timestamp),
    ) -> Result<bool, Failure> {
        let Some(step) = authenticator.step(code, at) else { return Ok(false) };
        let mut key = [0; 16];
        key[..8].copy_from_slice(&dice.roll().to_be_bytes());
        key[8..].copy_from_slice(&dice.roll().to_be_bytes());
        let kept = Kept { name: named(name), passkey: None, secret: Some(authenticator.secret()) };
        let (kind, plain) = (KeyKind::Authenticator, kept.plain()?);
        let new = NewKey { key, staff, human, kind, plain, counter: step };
        Ok(self.store.desk.keep_key(&new, at)?.wait()?)
    }

    /// Whose a code is. `from` is where it comes from, to slow down whoever tries many.
    ///
    /// # Errors
    /// If the store fails.
    pub fn show_code(
        &self,
        account: &str,
        code: &str,
        from: &str,
        at: Timestamp,
    ) -> Result<CodeShown, Failure> {
        let found = self.account_named(account)?;
        // The same account under its long and its short name is the same place.
        let place = found.map_or_else(|| account.trim().to_lowercase(), |staff| staff.to_string());
        let seconds = self.try_wait(&place, from, at)?;
        if seconds > 0 {
            return Ok(CodeShown::Wait { seconds });
        }
        let right = match found {
            Some(staff) => self.code_fits(staff, code, at)?,
            None => false,
        };
        self.note_try(&place, from, right, at)?;
        Ok(found.filter(|_| right).map_or(CodeShown::Wrong, CodeShown::Right))
    }

    fn code_fits(&self, staff: StaffId, code: &str, at: Timestamp) -> Result<bool, Failure> {
        let Some(human) = self.human_of(staff)? else { return Ok(false) };
        for row in self.store.desk.keys_of(staff)? {
            if row.kind != KeyKind::Authenticator {
                continue;
            }
            let secret = self.kept(&row, human)?.and_then(|kept| kept.secret);
            let app = secret.and_then(|secret| Authenticator::read(&secret, "Muster", "desk"));
            let Some(step) = app.and_then(|app| app.step(code, at)) else { continue };
            if self.store.desk.use_key(&row, human, step, None, at)?.wait()? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
