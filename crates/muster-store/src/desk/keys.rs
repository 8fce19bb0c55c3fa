//! What officers show that they are who they say: passkeys and authenticator apps.

use super::Desk;
use crate::{
    StoreError, args,
    boxes::{Place, open, seal},
    db::{DbError, Row, Ticket},
    keys::Holder,
};
use jiff::Timestamp;
use muster_vocab::{HumanId, Section, StaffId, StreamId};
use std::fmt;

/// The tag that boxes of keys are bound to.
const TAG: &str = "desk.key";

/// What a key is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyKind {
    /// A passkey: in a telephone, a computer, or a key to plug in.
    Passkey,
    /// An app that shows codes.
    Authenticator,
}

impl KeyKind {
    const fn word(self) -> &'static str {
        match self {
            Self::Passkey => "passkey",
            Self::Authenticator => "authenticator",
        }
    }
}

/// A key that is to be kept. `Debug` does not show what it holds.
#[derive(Clone)]
pub struct NewKey {
    /// Its identifier: of a passkey it follows from the credential's, so that none is kept twice.
    pub key: [u8; 16],
    /// Whose it is.
    pub staff: StaffId,
    /// The human whose key seals it.
    pub human: HumanId,
    /// What it is.
    pub kind: KeyKind,
    /// What it holds.
    pub plain: Vec<u8>,
    /// What was shown last.
    pub counter: i64,
}

impl fmt::Debug for NewKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewKey").field("staff", &self.staff).field("kind", &self.kind).finish_non_exhaustive()
    }
}

/// A key as it is kept. `Debug` does not show what it holds.
#[derive(Clone, PartialEq, Eq)]
pub struct KeyRow {
    /// Its identifier.
    pub key: [u8; 16],
    /// Whose it is.
    pub staff: StaffId,
    /// What it is.
    pub kind: KeyKind,
    /// What was shown last.
    pub counter: i64,
    /// Since when it is kept.
    pub made_at: Timestamp,
    /// When it was shown last.
    pub used_at: Option<Timestamp>,
    sealed: Vec<u8>,
}

impl fmt::Debug for KeyRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KeyRow").field("staff", &self.staff).field("kind", &self.kind).finish_non_exhaustive()
    }
}

const KEYS: &str = "SELECT key_id, staff, kind, sealed, counter, made_at, used_at FROM desk_keys";

impl KeyRow {
    fn read(row: &Row<'_>) -> Result<Self, DbError> {
        let time = |at: i64| Timestamp::from_microsecond(at).unwrap_or_default();
        let (kind, sealed): (&str, &[u8]) = (row.get(2)?, row.get(3)?);
        Ok(Self {
            key: row.get(0)?,
            staff: StaffId::from_bytes(row.get(1)?),
            kind: if kind == KeyKind::Passkey.word() { KeyKind::Passkey } else { KeyKind::Authenticator },
            sealed: sealed.to_vec(),
            counter: row.get(4)?,
            made_at: time(row.get(5)?),
            used_at: row.get::<Option<i64>>(6)?.map(time),
        })
    }
}

/// Where a key is sealed for.
fn place(key: [u8; 16]) -> Place<'static> {
    Place { stream: StreamId::from_bytes(key), version: 0, part: 0, tag: TAG }
}

impl Desk {
    /// Keeps a key. One that is kept already stays as it is: then the answer is false.
    ///
    /// # Errors
    /// If it cannot be sealed: the human was erased. The ticket answers with what the database says.
    pub fn keep_key(&self, new: &NewKey, at: Timestamp) -> Result<Ticket<bool, StoreError>, StoreError> {
        const SQL: &str = "INSERT INTO desk_keys (key_id, staff, kind, sealed, counter, made_at)
            VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (key_id) DO NOTHING";
        let sealed = self.seal_key(new.key, new.human, &new.plain)?;
        let (key, staff, kind, counter) = (new.key, new.staff, new.kind, new.counter);
        Ok(self.0.db.write(move |tx| {
            let now = at.as_microsecond();
            let values = args![&key, staff.bytes(), kind.word(), &sealed, counter, now];
            Ok(tx.execute(SQL, values)? == 1)
        }))
    }

    /// Notes that a key was shown. False if what was shown is not newer than what was shown before: then it was seen
    /// already, and is worth nothing. A passkey that does not count stays at nought.
    ///
    /// # Errors
    /// As [`Desk::keep_key`].
    pub fn use_key(
        &self,
        row: &KeyRow,
        human: HumanId,
        counter: i64,
        plain: Option<&[u8]>,
        at: Timestamp,
    ) -> Result<Ticket<bool, StoreError>, StoreError> {
        const SQL: &str = "UPDATE desk_keys SET counter = $2, used_at = $3, sealed = $4
            WHERE key_id = $1 AND (counter < $2 OR (counter = 0 AND $2 = 0))";
        let sealed = plain.map(|plain| self.seal_key(row.key, human, plain)).transpose()?;
        let (key, sealed) = (row.key, sealed.unwrap_or_else(|| row.sealed.clone()));
        Ok(self
            .0
            .db
            .write(move |tx| Ok(tx.execute(SQL, args![&key, counter, at.as_microsecond(), &sealed])? == 1)))
    }

    /// The keys of an account, the oldest first.
    ///
    /// # Errors
    /// If the database fails.
    pub fn keys_of(&self, staff: StaffId) -> Result<Vec<KeyRow>, StoreError> {
        let sql = format!("{KEYS} WHERE staff = $1 ORDER BY made_at, key_id");
        let rows = self.0.db.read(|tx| tx.query(&sql, args![staff.bytes()]))?;
        Ok(rows.iter().map(|row| KeyRow::read(&row)).collect::<Result<_, _>>()?)
    }

    /// A key by its identifier.
    ///
    /// # Errors
    /// If the database fails.
    pub fn key(&self, key: [u8; 16]) -> Result<Option<KeyRow>, StoreError> {
        let sql = format!("{KEYS} WHERE key_id = $1");
        let rows = self.0.db.read(|tx| tx.query(&sql, args![&key]))?;
        Ok(rows.first().map(|row| KeyRow::read(&row)).transpose()?)
    }

    /// What a key holds; nothing if its human was erased.
    ///
    /// # Errors
    /// If the key database fails, or the box is damaged.
    pub fn open_key(&self, row: &KeyRow, human: HumanId) -> Result<Option<Vec<u8>>, StoreError> {
        let Some(key) = self.0.keys.key(Holder::from(human))? else { return Ok(None) };
        Ok(Some(open(key.section(Section::Staff), &place(row.key), &row.sealed)?.to_vec()))
    }

    /// Takes a key away, unless it is the last of its account. True if it is gone.
    pub fn drop_key(&self, staff: StaffId, key: [u8; 16]) -> Ticket<bool, StoreError> {
        const SQL: &str = "DELETE FROM desk_keys WHERE key_id = $1 AND staff = $2
            AND EXISTS (SELECT 1 FROM desk_keys other WHERE other.staff = $2 AND other.key_id <> $1)";
        self.0.db.write(move |tx| Ok(tx.execute(SQL, args![&key, staff.bytes()])? == 1))
    }

    /// Takes every key of an account away.
    pub fn drop_keys_of(&self, staff: StaffId) -> Ticket<(), StoreError> {
        self.0.db.write(move |tx| {
            tx.execute("DELETE FROM desk_keys WHERE staff = $1", args![staff.bytes()])?;
            Ok(())
        })
    }

    /// When each account was seen last, as far as sessions and keys tell.
    ///
    /// # Errors
    /// If the database fails.
    pub fn last_seen(&self) -> Result<Vec<(StaffId, Timestamp)>, StoreError> {
        const SQL: &str = "SELECT staff, MAX(seen) FROM (
                SELECT staff, seen_at AS seen FROM desk_sessions
                UNION ALL SELECT staff, used_at AS seen FROM desk_keys WHERE used_at IS NOT NULL) AS both_of_them
            GROUP BY staff";
        let rows = self.0.db.read(|tx| tx.query(SQL, args![]))?;
        let read = |row: Row<'_>| {
            let seen = Timestamp::from_microsecond(row.get(1)?).unwrap_or_default();
            Ok((StaffId::from_bytes(row.get(0)?), seen))
        };
        Ok(rows.iter().map(read).collect::<Result<_, DbError>>()?)
    }

    fn seal_key(&self, key: [u8; 16], human: HumanId, plain: &[u8]) -> Result<Vec<u8>, StoreError> {
        let holder = Holder::from(human);
        let known = match self.0.keys.key(holder)? {
            Some(known) => known,
            None => self.0.keys.make(holder)?,
        };
        Ok(seal(known.section(Section::Staff), &place(key), plain)?)
    }
}
