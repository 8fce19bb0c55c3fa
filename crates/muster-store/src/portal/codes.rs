//! Codes that are typed and links that are followed; addresses that were confirmed by one.

use super::{NewLetter, Portal, returns::SealedAsking};
use crate::{
    StoreError, args,
    db::{DbError, Row, Ticket, Tx},
};
use jiff::{SignedDuration, Timestamp};
use muster_vocab::{CaseId, Digest, PersonId};

/// A code that is to wait.
#[derive(Debug, Clone)]
pub struct NewCode {
    /// What it is for: a keyed hash of the case that confirms, or of the address that leads back.
    pub place: [u8; 16],
    /// A keyed hash of place and digits.
    pub code: [u8; 16],
    /// The hash of the link that does the same.
    pub link: Option<Digest>,
    /// The keyed hash of the address.
    pub address: [u8; 16],
    /// The person, if it is known whose it is.
    pub person: Option<PersonId>,
    /// The reference that was typed with the address; empty if none was.
    pub reference: String,
    /// The language that is spoken.
    pub language: String,
    /// How often it may be tried.
    pub tries: u16,
}

/// How long things last around codes.
#[derive(Debug, Clone, Copy)]
pub struct Spans {
    /// A code.
    pub code: SignedDuration,
    /// A link; longer than a code.
    pub link: SignedDuration,
    /// The time over which letters to one address are counted.
    pub counted: SignedDuration,
    /// How many letters go to one address in that time.
    pub letters_max: u64,
    /// How many letters go to all addresses together for one case in that time: nobody floods the world from a draft.
    pub case_letters_max: u64,
}

/// What a typed code turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CodeTry {
    /// The right one.
    Right(Redeemed),
    /// Another one, with so many tries left.
    Wrong(u16),
    /// None waits any more.
    Expired,
    /// It was tried too often.
    TooMany,
}

/// What a right code or a live link was for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redeemed {
    /// The keyed hash of the address.
    pub address: [u8; 16],
    /// The reference that was typed with it; empty if none was.
    pub reference: String,
    /// The language that was spoken.
    pub language: String,
}

/// A case that an address may lead to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The case.
    pub case: CaseId,
    /// Its person.
    pub person: PersonId,
    /// Its mission.
    pub mission: String,
    /// Its stage.
    pub stage: String,
    /// When it was opened.
    pub opened_at: i64,
    /// Whether the address was confirmed, and not only stated.
    pub confirmed: bool,
}

/// What is sent when a code is asked for.
#[derive(Clone)]
pub(super) enum Sending {
    /// A letter, to somebody who is known.
    Letter(Box<super::outbox::SealedLetter>),
    /// Nothing yet: the letter worker will see.
    Asking(SealedAsking),
}

impl Portal {
    /// Lets a code wait and its letter leave. False if too many letters went to the address
    /// or for the case: then none is written.
    ///
    /// # Errors
    /// If the letter cannot be sealed. The ticket answers with what the database says.
    pub fn ask_code(
        &self,
        code: NewCode,
        letter: &NewLetter,
        spans: Spans,
        at: Timestamp,
    ) -> Result<Ticket<bool, StoreError>, StoreError> {
        let letter = self.seal_letter(letter)?;
        Ok(self.send_code(code, Sending::Letter(Box::new(letter)), spans, at))
    }

    pub(super) fn send_code(
        &self,
        code: NewCode,
        sending: Sending,
        spans: Spans,
        at: Timestamp,
    ) -> Ticket<bool, StoreError> {
        self.0.db.write(move |tx| {
            forget_old(tx, spans, at)?;
            // Both are counted, whatever the first says.
            let (to_address, of_place) =
                (letters_to(tx, code.address, spans, at)?, letters_to(tx, code.place, spans, at)?);
            if to_address > spans.letters_max || of_place > spans.case_letters_max {
                return Ok(false);
            }
            put(tx, &code, at)?;
            match &sending {
                Sending::Letter(letter) => letter.insert(tx)?,
                Sending::Asking(asking) => asking.insert(tx, at)?,
            }
            Ok(true)
        })
    }

    /// Compares a typed code, by its keyed hash, with the one that waits at `place`; a right one waits no more.
    pub fn try_code(
        &self,
        place: [u8; 16],
        code: [u8; 16],
        spans: Spans,
        at: Timestamp,
    ) -> Ticket<CodeTry, StoreError> {
        self.0.db.write(move |tx| {
            let rows = tx.query(
                "SELECT address, reference, language, code, made_at, tries FROM codes WHERE place = $1",
                args![&place],
            )?;
            let Some(row) = rows.first() else { return Ok(CodeTry::Expired) };
            let (waiting, made_at, tries): ([u8; 16], i64, u16) = (row.get(3)?, row.get(4)?, row.get(5)?);
            if made_at <= before(at, spans.code) {
                return Ok(CodeTry::Expired);
            }
            if tries == 0 {
                return Ok(CodeTry::TooMany);
            }
            if waiting == code {
                tx.execute("DELETE FROM codes WHERE place = $1", args![&place])?;
                return Ok(CodeTry::Right(redeemed(&row)?));
            }
            tx.execute("UPDATE codes SET tries = tries - 1 WHERE place = $1", args![&place])?;
            Ok(if tries == 1 { CodeTry::TooMany } else { CodeTry::Wrong(tries - 1) })
        })
    }

    /// Whether a link still works. Changes nothing.
    ///
    /// # Errors
    /// If the database fails.
    pub fn link_is_live(&self, link: Digest, spans: Spans, at: Timestamp) -> Result<bool, StoreError> {
        const SQL: &str = "SELECT 1 FROM codes WHERE link = $1 AND made_at > $2";
        let since = before(at, spans.link);
        Ok(!self.0.db.read(|tx| tx.query(SQL, args![&link.0, since]))?.is_empty())
    }

    /// Takes a link that still works, once.
    pub fn take_link(
        &self,
        link: Digest,
        spans: Spans,
        at: Timestamp,
    ) -> Ticket<Option<Redeemed>, StoreError> {
        const SQL: &str =
            "DELETE FROM codes WHERE link = $1 AND made_at > $2 RETURNING address, reference, language";
        self.0.db.write(move |tx| {
            let rows = tx.query(SQL, args![&link.0, before(at, spans.link)])?;
            Ok(rows.first().map(|row| redeemed(&row)).transpose()?)
        })
    }

    /// Remembers that an address is the applicant's.
    pub fn confirm(
        &self,
        case: CaseId,
        person: PersonId,
        redeemed: Redeemed,
        at: Timestamp,
    ) -> Ticket<(), StoreError> {
        const SQL: &str =
            "INSERT INTO confirmations (case_id, address, person, language, at) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (case_id, address) DO UPDATE SET language = excluded.language, at = excluded.at";
        self.0.db.write(move |tx| {
            let Redeemed { address, language, .. } = &redeemed;
            let now = at.as_microsecond();
            tx.execute(SQL, args![case.bytes(), address, person.bytes(), language, now])?;
            Ok(())
        })
    }

    /// Whether an address was confirmed in a case.
    ///
    /// # Errors
    /// If the database fails.
    pub fn is_confirmed(&self, case: CaseId, address: [u8; 16]) -> Result<bool, StoreError> {
        const SQL: &str = "SELECT 1 FROM confirmations WHERE case_id = $1 AND address = $2";
        Ok(!self.0.db.read(|tx| tx.query(SQL, args![case.bytes(), &address]))?.is_empty())
    }

    /// The language that was last spoken with the applicant of a case.
    ///
    /// # Errors
    /// If the database fails.
    pub fn language_of(&self, case: CaseId) -> Result<Option<String>, StoreError> {
        const SQL: &str = "SELECT language FROM confirmations WHERE case_id = $1 ORDER BY at DESC LIMIT 1";
        let rows = self.0.db.read(|tx| tx.query(SQL, args![case.bytes()]))?;
        Ok(rows.first().map(|row| row.get(0)).transpose()?)
    }

    /// The cases that an address may lead to: where it was confirmed, and where it was stated.
    ///
    /// # Errors
    /// If the database fails.
    pub fn candidates(&self, address: [u8; 16]) -> Result<Vec<Candidate>, StoreError> {
        const SQL: &str = "SELECT c.case_id, c.person, c.mission, c.stage, c.opened_at, 1
              FROM confirmations a JOIN cases c ON c.case_id = a.case_id
             WHERE a.address = $1 AND c.person IS NOT NULL
            UNION ALL
            SELECT c.case_id, c.person, c.mission, c.stage, c.opened_at, 0
              FROM lookups l JOIN cases c ON c.case_id = l.case_id
             WHERE l.kind IN ('email', 'phone') AND l.token = $1 AND c.person IS NOT NULL";
        let rows = self.0.db.read(|tx| tx.query(SQL, args![&address]))?;
        let read = |row: Row<'_>| {
            Ok(Candidate {
                case: CaseId::from_bytes(row.get(0)?),
                person: PersonId::from_bytes(row.get(1)?),
                mission: row.get(2)?,
                stage: row.get(3)?,
                opened_at: row.get::<Option<i64>>(4)?.unwrap_or_default(),
                confirmed: row.get(5)?,
            })
        };
        Ok(rows.iter().map(read).collect::<Result<_, DbError>>()?)
    }
}

fn redeemed(row: &Row<'_>) -> Result<Redeemed, DbError> {
    Ok(Redeemed { address: row.get(0)?, reference: row.get(1)?, language: row.get(2)? })
}

/// The moment so long ago; what was made then or before is over.
fn before(at: Timestamp, span: SignedDuration) -> i64 {
    at.checked_sub(span).unwrap_or(Timestamp::MIN).as_microsecond()
}

fn forget_old(tx: &mut dyn Tx, spans: Spans, at: Timestamp) -> Result<(), DbError> {
    tx.execute("DELETE FROM codes WHERE made_at <= $1", args![before(at, spans.link)])?;
    tx.execute("DELETE FROM askings WHERE since <= $1", args![before(at, spans.counted)])?;
    Ok(())
}

/// Counts one more letter to an address or for a place, and gives how many there are now.
fn letters_to(tx: &mut dyn Tx, address: [u8; 16], spans: Spans, at: Timestamp) -> Result<u64, DbError> {
    const SQL: &str = "INSERT INTO askings (address, since, letters) VALUES ($1, $2, 1)
        ON CONFLICT (address) DO UPDATE
           SET letters = CASE WHEN askings.since <= $3 THEN 1 ELSE askings.letters + 1 END,
               since = CASE WHEN askings.since <= $3 THEN excluded.since ELSE askings.since END
        RETURNING letters";
    let rows = tx.query(SQL, args![&address, at.as_microsecond(), before(at, spans.counted)])?;
    rows.first().map_or(Ok(0), |row| row.get(0))
}

fn put(tx: &mut dyn Tx, code: &NewCode, at: Timestamp) -> Result<(), DbError> {
    const SQL: &str = "INSERT INTO codes (place, code, link, address, person, reference, language, made_at, tries)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (place) DO UPDATE
           SET code = excluded.code, link = excluded.link, address = excluded.address, person = excluded.person,
               reference = excluded.reference, language = excluded.language, made_at = excluded.made_at,
               tries = excluded.tries";
    let NewCode { place, code, link, address, person, reference, language, tries } = code;
    tx.execute(
        SQL,
        args![
            place,
            code,
            link.as_ref().map(|link| &link.0),
            address,
            person.as_ref().map(PersonId::bytes),
            reference,
            language,
            at.as_microsecond(),
            *tries
        ],
    )?;
    Ok(())
}
