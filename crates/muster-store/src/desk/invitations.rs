//! Ways in for somebody who has no key yet.

use super::Desk;
use crate::{StoreError, args, db::Ticket};
use jiff::Timestamp;
use muster_vocab::{Digest, StaffId};

impl Desk {
    /// Lets an invitation wait, by the hash of its token. An older one of the account goes.
    pub fn invite(&self, staff: StaffId, token: Digest, until: Timestamp) -> Ticket<(), StoreError> {
        const SQL: &str = "INSERT INTO desk_invitations (staff, token, until) VALUES ($1, $2, $3)
            ON CONFLICT (staff) DO UPDATE SET token = excluded.token, until = excluded.until";
        self.0.db.write(move |tx| {
            tx.execute(SQL, args![staff.bytes(), &token.0, until.as_microsecond()])?;
            Ok(())
        })
    }

    /// Whose an invitation is that still works. Changes nothing.
    ///
    /// # Errors
    /// If the database fails.
    pub fn invited(&self, token: Digest, at: Timestamp) -> Result<Option<StaffId>, StoreError> {
        const SQL: &str = "SELECT staff FROM desk_invitations WHERE token = $1 AND until > $2";
        let rows = self.0.db.read(|tx| tx.query(SQL, args![&token.0, at.as_microsecond()]))?;
        Ok(rows.first().map(|row| row.get(0).map(StaffId::from_bytes)).transpose()?)
    }

    /// Takes an invitation that still works, once.
    pub fn take_invitation(&self, token: Digest, at: Timestamp) -> Ticket<Option<StaffId>, StoreError> {
        const SQL: &str = "DELETE FROM desk_invitations WHERE token = $1 AND until > $2 RETURNING staff";
        self.0.db.write(move |tx| {
            let rows = tx.query(SQL, args![&token.0, at.as_microsecond()])?;
            Ok(rows.first().map(|row| row.get(0).map(StaffId::from_bytes)).transpose()?)
        })
    }

    /// Takes back the invitation of an account.
    pub fn uninvite(&self, staff: StaffId) -> Ticket<(), StoreError> {
        self.0.db.write(move |tx| {
            tx.execute("DELETE FROM desk_invitations WHERE staff = $1", args![staff.bytes()])?;
            Ok(())
        })
    }
}
