//! Sessions, by the hash of their token.

use super::Portal;
use crate::{StoreError, args, db::Ticket};
use jiff::Timestamp;
use muster_vocab::{CaseId, Digest, PersonId};

/// A session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionRow {
    /// The case it is for.
    pub case: CaseId,
    /// Whose case it is.
    pub person: PersonId,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// When it was last seen, give or take what a touch is saved up for.
    pub seen_at: Timestamp,
}

impl Portal {
    /// Opens a session, and forgets those that were opened before `over`.
    pub fn open_session(
        &self,
        token: Digest,
        case: CaseId,
        person: PersonId,
        at: Timestamp,
        over: Timestamp,
    ) -> Ticket<(), StoreError> {
        self.0.db.write(move |tx| {
            tx.execute("DELETE FROM sessions WHERE opened_at < $1", args![over.as_microsecond()])?;
            let now = at.as_microsecond();
            tx.execute(
                "INSERT INTO sessions (token, case_id, person, opened_at, seen_at) VALUES ($1, $2, $3, $4, $5)",
                args![&token.0, case.bytes(), person.bytes(), now, now],
            )?;
            Ok(())
        })
    }

    /// A session by the hash of its token, however old.
    ///
    /// # Errors
    /// If the database fails.
    pub fn session(&self, token: Digest) -> Result<Option<SessionRow>, StoreError> {
        const SQL: &str = "SELECT case_id, person, opened_at, seen_at FROM sessions WHERE token = $1";
        let rows = self.0.db.read(|tx| tx.query(SQL, args![&token.0]))?;
        let Some(row) = rows.first() else { return Ok(None) };
        let time =
            |column| Ok::<_, StoreError>(Timestamp::from_microsecond(row.get(column)?).unwrap_or_default());
        Ok(Some(SessionRow {
            case: CaseId::from_bytes(row.get(0)?),
            person: PersonId::from_bytes(row.get(1)?),
            opened_at: time(2)?,
            seen_at: time(3)?,
        }))
    }

    /// Notes that a session was seen.
    pub fn touch_session(&self, token: Digest, at: Timestamp) -> Ticket<(), StoreError> {
        self.0.db.write(move |tx| {
            let now = at.as_microsecond();
            tx.execute(
                "UPDATE sessions SET seen_at = $2 WHERE token = $1 AND seen_at < $2",
                args![&token.0, now],
            )?;
            Ok(())
        })
    }

    /// Ends a session.
    pub fn close_session(&self, token: Digest) -> Ticket<(), StoreError> {
        self.0.db.write(move |tx| {
            tx.execute("DELETE FROM sessions WHERE token = $1", args![&token.0])?;
            Ok(())
        })
    }

    /// Ends every session of a case.
    pub fn close_sessions_of(&self, case: CaseId) -> Ticket<(), StoreError> {
        self.0.db.write(move |tx| {
            tx.execute("DELETE FROM sessions WHERE case_id = $1", args![case.bytes()])?;
            Ok(())
        })
    }
}
