//! Sessions of officers, by the hash of their token.

use super::Desk;
use crate::{StoreError, args, db::Ticket};
use jiff::Timestamp;
use muster_vocab::{Digest, StaffId};

/// An officer's session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DeskSession {
    /// Whose it is.
    pub staff: StaffId,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// When it was last seen, give or take what a touch is saved up for.
    pub seen_at: Timestamp,
    /// When its officer last showed a key again, to sign with.
    pub stepped_up_at: Option<Timestamp>,
}

impl Desk {
    /// Opens a session, and forgets those that were opened before `over`.
    pub fn open_session(
        &self,
        token: Digest,
        staff: StaffId,
        at: Timestamp,
        over: Timestamp,
    ) -> Ticket<(), StoreError> {
        self.0.db.write(move |tx| {
            tx.execute("DELETE FROM desk_sessions WHERE opened_at < $1", args![over.as_microsecond()])?;
            let now = at.as_microsecond();
            tx.execute(
                "INSERT INTO desk_sessions (token, staff, opened_at, seen_at) VALUES ($1, $2, $3, $4)",
                args![&token.0, staff.bytes(), now, now],
            )?;
            Ok(())
        })
    }

    /// A session by the hash of its token, however old.
    ///
    /// # Errors
    /// If the database fails.
    pub fn session(&self, token: Digest) -> Result<Option<DeskSession>, StoreError> {
        const SQL: &str =
            "SELECT staff, opened_at, seen_at, stepped_up_at FROM desk_sessions WHERE token = $1";
        let rows = self.0.db.read(|tx| tx.query(SQL, args![&token.0]))?;
        let Some(row) = rows.first() else { return Ok(None) };
        let time = |at: i64| Timestamp::from_microsecond(at).unwrap_or_default();
        Ok(Some(DeskSession {
            staff: StaffId::from_bytes(row.get(0)?),
            opened_at: time(row.get(1)?),
            seen_at: time(row.get(2)?),
            stepped_up_at: row.get::<Option<i64>>(3)?.map(time),
        }))
    }

    /// Notes that a session was seen.
    pub fn touch_session(&self, token: Digest, at: Timestamp) -> Ticket<(), StoreError> {
        self.set(token, "UPDATE desk_sessions SET seen_at = $2 WHERE token = $1 AND seen_at < $2", at)
    }

    /// Notes that the officer of a session has shown a key again.
    pub fn step_up_session(&self, token: Digest, at: Timestamp) -> Ticket<(), StoreError> {
        self.set(token, "UPDATE desk_sessions SET stepped_up_at = $2 WHERE token = $1", at)
    }

    /// As [`Desk::step_up_session`], under a new token: the old one opens nothing any more. False if there was none.
    pub fn renew_session(&self, old: Digest, new: Digest, at: Timestamp) -> Ticket<bool, StoreError> {
        const SQL: &str = "UPDATE desk_sessions SET token = $2, stepped_up_at = $3 WHERE token = $1";
        self.0.db.write(move |tx| Ok(tx.execute(SQL, args![&old.0, &new.0, at.as_microsecond()])? == 1))
    }

    /// Ends a session.
    pub fn close_session(&self, token: Digest) -> Ticket<(), StoreError> {
        self.0.db.write(move |tx| {
            tx.execute("DELETE FROM desk_sessions WHERE token = $1", args![&token.0])?;
            Ok(())
        })
    }

    /// Ends every session of an account.
    pub fn close_sessions_of(&self, staff: StaffId) -> Ticket<(), StoreError> {
        self.0.db.write(move |tx| {
            tx.execute("DELETE FROM desk_sessions WHERE staff = $1", args![staff.bytes()])?;
            Ok(())
        })
    }

    fn set(&self, token: Digest, sql: &'static str, at: Timestamp) -> Ticket<(), StoreError> {
        self.0.db.write(move |tx| {
            tx.execute(sql, args![&token.0, at.as_microsecond()])?;
            Ok(())
        })
    }
}
