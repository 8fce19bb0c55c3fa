//! Tries in vain, and ceremonies that are over.

use super::Desk;
use crate::{StoreError, args, db::Ticket};
use jiff::Timestamp;
use muster_vocab::Digest;

impl Desk {
    /// Spends a ceremony, by its hash: true the first time. Forgets those spent before `over`, when they are too old to
    /// be shown again.
    pub fn spend(&self, ceremony: Digest, at: Timestamp, over: Timestamp) -> Ticket<bool, StoreError> {
        const SQL: &str =
            "INSERT INTO desk_spent (ceremony, at) VALUES ($1, $2) ON CONFLICT (ceremony) DO NOTHING";
        self.0.db.write(move |tx| {
            tx.execute("DELETE FROM desk_spent WHERE at < $1", args![over.as_microsecond()])?;
            Ok(tx.execute(SQL, args![&ceremony.0, at.as_microsecond()])? == 1)
        })
    }

    /// How often somebody tried in vain at this place since `over`, and when last.
    ///
    /// # Errors
    /// If the database fails.
    pub fn tries(&self, place: [u8; 16], over: Timestamp) -> Result<(u32, Timestamp), StoreError> {
        const SQL: &str = "SELECT tries, at FROM desk_tries WHERE place = $1 AND at >= $2";
        let rows = self.0.db.read(|tx| tx.query(SQL, args![&place, over.as_microsecond()]))?;
        let Some(row) = rows.first() else { return Ok((0, Timestamp::MIN)) };
        Ok((row.get(0)?, Timestamp::from_microsecond(row.get(1)?).unwrap_or_default()))
    }

    /// Counts one more try in vain; forgets those before `over`.
    pub fn count_try(&self, place: [u8; 16], at: Timestamp, over: Timestamp) -> Ticket<(), StoreError> {
        const SQL: &str = "INSERT INTO desk_tries (place, tries, at) VALUES ($1, 1, $2)
            ON CONFLICT (place) DO UPDATE SET tries = desk_tries.tries + 1, at = excluded.at";
        self.0.db.write(move |tx| {
            tx.execute("DELETE FROM desk_tries WHERE at < $1", args![over.as_microsecond()])?;
            tx.execute(SQL, args![&place, at.as_microsecond()])?;
            Ok(())
        })
    }

    /// Forgets the tries at a place: the last one was right.
    pub fn forget_tries(&self, place: [u8; 16]) -> Ticket<(), StoreError> {
        self.0.db.write(move |tx| {
            tx.execute("DELETE FROM desk_tries WHERE place = $1", args![&place])?;
            Ok(())
        })
    }
}
