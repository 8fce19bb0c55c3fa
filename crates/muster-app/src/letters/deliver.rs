//! Delivering what is due.

use super::{
    Carrier, CarryFault, Content, LetterKind, Mail,
    texts::{Parts, write},
};
use crate::{App, Failure};
use jiff::{SignedDuration, Timestamp};
use muster_store::portal::Claimed;

/// Letters taken at a time.
const BATCH: u32 = 16;
/// How long taken letters are left alone: longer than a batch takes when every answer comes late.
const LEASE: SignedDuration = SignedDuration::from_mins(15);
/// The first wait after a letter could not leave; each doubles the one before.
const WAIT: SignedDuration = SignedDuration::from_mins(1);
/// The longest wait.
const WAIT_MAX: SignedDuration = SignedDuration::from_hours(6);

/// What one round of delivery did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Delivered {
    /// Letters that left.
    pub sent: u64,
    /// Letters that are tried again later.
    pub postponed: u64,
    /// Letters that were given up.
    pub given_up: u64,
}

/// Hands every letter that is due to `carrier`. Safe to run at the same time as another; a crash in between sends a
/// letter twice at most.
///
/// # Errors
/// If the store fails. What the carrier refuses is tried again, and counted.
pub fn deliver_due(app: &App, carrier: &dyn Carrier, at: Timestamp) -> Result<Delivered, Failure> {
    let mut done = Delivered::default();
    loop {
        let claims = app.store.portal.claim_letters(BATCH, LEASE, at)?;
        done.given_up += claims.given_up;
        if claims.letters.is_empty() {
            return Ok(done);
        }
        for letter in claims.letters {
            app.deliver(&letter, carrier, at, &mut done)?;
        }
    }
}

impl App {
    fn deliver(
        &self,
        letter: &Claimed,
        carrier: &dyn Carrier,
        at: Timestamp,
        done: &mut Delivered,
    ) -> Result<(), Failure> {
        let outbox = &self.store.portal;
        // Nothing to send: the person was erased meanwhile, or a newer program wrote the letter.
        let Some(mail) = self.mail(letter, carrier) else {
            done.given_up += 1;
            return Ok(outbox.letter_given_up(&letter.number).wait()?);
        };
        match carrier.carry(&mail) {
            Ok(()) => {
                done.sent += 1;
                outbox.letter_sent(&letter.number).wait()?;
            }
            Err(CarryFault::Later(_)) => {
                done.postponed += 1;
                let due = at.checked_add(wait(letter.tries)).unwrap_or(Timestamp::MAX);
                outbox.letter_postponed(&letter.number, due).wait()?;
            }
            Err(CarryFault::Never(_)) => {
                done.given_up += 1;
                outbox.letter_given_up(&letter.number).wait()?;
            }
        }
        Ok(())
    }

    /// The letter with its text.
    fn mail(&self, letter: &Claimed, carrier: &dyn Carrier) -> Option<Mail> {
        let content: Content = serde_json::from_slice(letter.plain.as_ref()?).ok()?;
        let kind = LetterKind::ALL.iter().copied().find(|kind| kind.word() == letter.kind)?;
        let mission = letter.mission.parse().ok();
        let mission = mission.and_then(|code| self.programme.portal().mission(&code));
        let parts = Parts {
            kind,
            language: &letter.language,
            to: &content.to,
            reference: &self.reference(letter.case),
            number: &letter.number,
            mission: mission
                .map_or(self.programme.title.as_str(), |mission| mission.name.say(&letter.language)),
            code: content.code.as_deref().unwrap_or_default(),
            link: content.link.as_deref().unwrap_or_default(),
        };
        let (subject, body) = write(&parts, carrier.letterhead());
        let (number, language, made_at) = (letter.number.clone(), letter.language.clone(), letter.made_at);
        Some(Mail { number, to: content.to, language, subject, body, made_at })
    }
}

/// How long a letter waits that was tried so often.
fn wait(tries: u64) -> SignedDuration {
    let doubled = u32::try_from(tries.saturating_sub(1)).unwrap_or(u32::MAX).min(16);
    WAIT.checked_mul(1 << doubled).map_or(WAIT_MAX, |wait| wait.min(WAIT_MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_waits_double_from_a_minute_to_six_hours() {
        let minutes: Vec<i64> = [1, 2, 3, 9, 10, 60].map(|tries| wait(tries).as_mins()).into();
        assert_eq!(minutes, [1, 2, 4, 256, 360, 360]);
    }
}
