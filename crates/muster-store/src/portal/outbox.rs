//! The outbox: letters on their way, each sealed under its person's key and bound to its row.

use super::Portal;
use crate::{
    StoreError, args,
    boxes::{Place, open, seal},
    db::{DbError, Row, Ticket, Tx},
    keys::Holder,
};
use jiff::{SignedDuration, Timestamp};
use muster_vocab::{CaseId, Digest, PersonId, Section};
use zeroize::Zeroizing;

const TAG: &str = "portal.letter";

/// A letter that is to leave. Personal: no `Debug`.
#[derive(Clone)]
pub struct NewLetter {
    /// Its number.
    pub number: String,
    /// The case it is about.
    pub case: CaseId,
    /// To whom.
    pub person: PersonId,
    /// The mission that writes.
    pub mission: String,
    /// What kind, as a word.
    pub kind: &'static str,
    /// The language.
    pub language: String,
    /// The version of the event it tells of: one letter for each.
    pub cause: Option<u64>,
    /// When it was made.
    pub made_at: Timestamp,
    /// When it is no use any more.
    pub until: Timestamp,
    /// What is sealed: the address, and what the text needs.
    pub plain: Zeroizing<Vec<u8>>,
}

/// A letter, sealed.
#[derive(Clone)]
pub(super) struct SealedLetter {
    number: String,
    case: CaseId,
    person: PersonId,
    mission: String,
    kind: &'static str,
    language: String,
    cause: Option<u64>,
    made_at: i64,
    until: i64,
    sealed: Vec<u8>,
}

/// What became of a letter that was to be put into the outbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Posted {
    /// It waits there.
    New,
    /// A letter of this event was written before.
    Before,
    /// Another letter has this number: it is to be tried with another.
    NumberTaken,
}

/// A letter that somebody took to send it. Personal: no `Debug`.
pub struct Claimed {
    /// Its number.
    pub number: String,
    /// The case.
    pub case: CaseId,
    /// The mission that writes.
    pub mission: String,
    /// What kind, as a word.
    pub kind: String,
    /// The language.
    pub language: String,
    /// When it was made.
    pub made_at: Timestamp,
    /// How often it was taken, with this time.
    pub tries: u64,
    /// What was sealed; nothing if the person was erased.
    pub plain: Option<Zeroizing<Vec<u8>>>,
}

/// What a claim took, and gave up.
#[derive(Default)]
pub struct Claims {
    /// The letters taken.
    pub letters: Vec<Claimed>,
    /// How many were given up: too late, or sending them was cut short twice.
    pub given_up: u64,
}

/// How the outbox stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct OutboxFigures {
    /// Letters that wait.
    pub waiting: u64,
    /// When the oldest of them was made.
    pub oldest: Option<Timestamp>,
    /// Letters that were given up within the last week of writing.
    pub given_up: u64,
}

impl SealedLetter {
    pub(super) fn insert(&self, tx: &mut dyn Tx) -> Result<(), DbError> {
        const SQL: &str =
            "INSERT INTO outbox (number, case_id, holder, mission, kind, language, cause, made_at, due_at,
                until_at, tries, unsure, state, sealed)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, 0, 0, 'waiting', $10)";
        tx.execute(
            SQL,
            args![
                &self.number,
                self.case.bytes(),
                self.person.bytes(),
                &self.mission,
                self.kind,
                &self.language,
                self.cause,
                self.made_at,
                self.until,
                &self.sealed
            ],
        )?;
        Ok(())
    }
}

impl Portal {
    pub(super) fn seal_letter(&self, letter: &NewLetter) -> Result<SealedLetter, StoreError> {
        let holder = Holder::from(letter.person);
        let key = match self.0.keys.key(holder)? {
            Some(key) => key,
            None => self.0.keys.make(holder)?,
        };
        let place = place(letter.case, &letter.number);
        let sealed = seal(key.section(Section::Contact), &place, &letter.plain)?;
        let NewLetter { number, case, person, mission, kind, language, cause, made_at, until, .. } =
            letter.clone();
        let (made_at, until) = (made_at.as_microsecond(), until.as_microsecond());
        Ok(SealedLetter { number, case, person, mission, kind, language, cause, made_at, until, sealed })
    }

    /// Puts a letter into the outbox, once for each event.
    ///
    /// # Errors
    /// If it cannot be sealed: the person was erased. The ticket answers with what the database says.
    pub fn post(&self, letter: &NewLetter) -> Result<Ticket<Posted, StoreError>, StoreError> {
        const BEFORE: &str = "SELECT 1 FROM outbox WHERE case_id = $1 AND cause = $2";
        const TAKEN: &str = "SELECT 1 FROM outbox WHERE number = $1";
        let letter = self.seal_letter(letter)?;
        Ok(self.0.db.write(move |tx| {
            if !tx.query(BEFORE, args![letter.case.bytes(), letter.cause])?.is_empty() {
                return Ok(Posted::Before);
            }
            if !tx.query(TAKEN, args![&letter.number])?.is_empty() {
                return Ok(Posted::NumberTaken);
            }
            letter.insert(tx)?;
            Ok(Posted::New)
        }))
    }

    /// Takes letters that are due, so that nobody else does until the lease is over. A letter whose sender never said
    /// what became of it is taken once more, and then given up: it is sent twice at most.
    ///
    /// # Errors
    /// If the database fails or a box is damaged.
    pub fn claim_letters(
        &self,
        limit: u32,
        lease: SignedDuration,
        at: Timestamp,
    ) -> Result<Claims, StoreError> {
        const GIVE_UP: &str = "UPDATE outbox SET state = 'given_up'
             WHERE state IN ('waiting', 'sending') AND due_at <= $1
               AND (until_at <= $1 OR (state = 'sending' AND unsure >= 1))";
        const CLAIM: &str = "UPDATE outbox
               SET unsure = unsure + CASE WHEN state = 'sending' THEN 1 ELSE 0 END,
                   state = 'sending', due_at = $2, tries = tries + 1
             WHERE number IN (SELECT number FROM outbox WHERE state IN ('waiting', 'sending') AND due_at <= $1
                               ORDER BY due_at, number LIMIT $3)
            RETURNING number, case_id, holder, mission, kind, language, made_at, tries, sealed";
        let now = at.as_microsecond();
        let over = at.checked_add(lease).unwrap_or(Timestamp::MAX).as_microsecond();
        let (given_up, rows) = self
            .0
            .db
            .write(move |tx| {
                let given_up = tx.execute(GIVE_UP, args![now])?;
                Ok::<_, StoreError>((given_up, tx.query(CLAIM, args![now, over, limit])?))
            })
            .wait()?;
        let letters = rows.iter().map(|row| self.claimed(&row)).collect::<Result<_, StoreError>>()?;
        Ok(Claims { letters, given_up })
    }

    fn claimed(&self, row: &Row<'_>) -> Result<Claimed, StoreError> {
        let (number, case): (String, _) = (row.get(0)?, CaseId::from_bytes(row.get(1)?));
        let plain = match (self.0.keys.key(Holder::from_bytes(row.get(2)?))?, row.get::<Option<&[u8]>>(8)?) {
            (Some(key), Some(sealed)) => {
                Some(open(key.section(Section::Contact), &place(case, &number), sealed)?)
            }
            _ => None,
        };
        Ok(Claimed {
            case,
            mission: row.get(3)?,
            kind: row.get(4)?,
            language: row.get(5)?,
            made_at: Timestamp::from_microsecond(row.get(6)?).unwrap_or_default(),
            tries: row.get(7)?,
            number,
            plain,
        })
    }

    /// Notes that a letter left. What was in it goes.
    pub fn letter_sent(&self, number: &str) -> Ticket<(), StoreError> {
        self.set_letter("UPDATE outbox SET state = 'sent', sealed = NULL WHERE number = $1", number)
    }

    /// Notes that a letter will never leave.
    pub fn letter_given_up(&self, number: &str) -> Ticket<(), StoreError> {
        self.set_letter("UPDATE outbox SET state = 'given_up' WHERE number = $1", number)
    }

    /// Notes that a letter did not leave, and is due again later.
    pub fn letter_postponed(&self, number: &str, due: Timestamp) -> Ticket<(), StoreError> {
        let number = number.to_owned();
        self.0.db.write(move |tx| {
            let sql =
                "UPDATE outbox SET state = 'waiting', due_at = $2 WHERE number = $1 AND state = 'sending'";
            tx.execute(sql, args![&number, due.as_microsecond()])?;
            Ok(())
        })
    }

    fn set_letter(&self, sql: &'static str, number: &str) -> Ticket<(), StoreError> {
        let number = number.to_owned();
        self.0.db.write(move |tx| {
            tx.execute(sql, args![&number])?;
            Ok(())
        })
    }

    /// The mission that wrote the letter of this number, and when.
    ///
    /// # Errors
    /// If the database fails.
    pub fn letter(&self, number: &str) -> Result<Option<(String, Timestamp)>, StoreError> {
        const SQL: &str = "SELECT mission, made_at FROM outbox WHERE number = $1";
        let rows = self.0.db.read(|tx| tx.query(SQL, args![number]))?;
        let Some(row) = rows.first() else { return Ok(None) };
        Ok(Some((row.get(0)?, Timestamp::from_microsecond(row.get(1)?).unwrap_or_default())))
    }

    /// How the outbox stands.
    ///
    /// # Errors
    /// If the database fails.
    pub fn outbox(&self) -> Result<OutboxFigures, StoreError> {
        const WAITING: &str =
            "SELECT COUNT(*), MIN(made_at) FROM outbox WHERE state IN ('waiting', 'sending')";
        const GIVEN_UP: &str = "SELECT COUNT(*) FROM outbox
             WHERE state = 'given_up' AND made_at > (SELECT MAX(made_at) FROM outbox) - $1";
        let week = SignedDuration::from_hours(7 * 24).as_micros() as i64;
        self.0.db.read(|tx| {
            let waiting = tx.query(WAITING, &[])?;
            let given_up = tx.query(GIVEN_UP, args![week])?;
            let mut figures = OutboxFigures::default();
            if let Some(row) = waiting.first() {
                figures.waiting = row.get(0)?;
                let oldest: Option<i64> = row.get(1)?;
                figures.oldest = oldest.and_then(|at| Timestamp::from_microsecond(at).ok());
            }
            figures.given_up = given_up.first().map_or(Ok(0), |row| row.get(0))?;
            Ok(figures)
        })
    }
}

/// Where a letter is sealed for: its case and its number.
fn place(case: CaseId, number: &str) -> Place<'static> {
    let hash = Digest::of(number.as_bytes()).0;
    let first = hash.first_chunk().expect("32 bytes begin with 8");
    Place { stream: case.into(), version: u64::from_be_bytes(*first), part: 0, tag: TAG }
}
