//! Who has a case open, to look at. It keeps nobody from anything; it tells.

use super::Desk;
use crate::{
    StoreError, args,
    db::{DbError, Ticket},
};
use jiff::Timestamp;
use muster_vocab::{CaseId, StaffId};

/// An officer who has a case open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opening {
    /// The account.
    pub staff: StaffId,
    /// When it was last seen there.
    pub seen_at: Timestamp,
}

impl Desk {
    /// Notes that an officer has a case open, and forgets everybody who was seen before `over`.
    pub fn look(
        &self,
        case: CaseId,
        staff: StaffId,
        at: Timestamp,
        over: Timestamp,
    ) -> Ticket<(), StoreError> {
        const SQL: &str = "INSERT INTO openings (case_id, staff, seen_at) VALUES ($1, $2, $3)
            ON CONFLICT (case_id, staff) DO UPDATE SET seen_at = excluded.seen_at";
        self.0.db.write(move |tx| {
            tx.execute("DELETE FROM openings WHERE seen_at < $1", args![over.as_microsecond()])?;
            tx.execute(SQL, args![case.bytes(), staff.bytes(), at.as_microsecond()])?;
            Ok(())
        })
    }

    /// Who has a case open and was seen there after `over`.
    ///
    /// # Errors
    /// If the database fails.
    pub fn lookers(&self, case: CaseId, over: Timestamp) -> Result<Vec<Opening>, StoreError> {
        const SQL: &str =
            "SELECT staff, seen_at FROM openings WHERE case_id = $1 AND seen_at > $2 ORDER BY seen_at, staff";
        let rows = self.0.db.read(|tx| tx.query(SQL, args![case.bytes(), over.as_microsecond()]))?;
        let read = |row: crate::db::Row<'_>| {
            Ok(Opening {
                staff: StaffId::from_bytes(row.get(0)?),
                seen_at: Timestamp::from_microsecond(row.get(1)?).unwrap_or_default(),
            })
        };
        Ok(rows.iter().map(read).collect::<Result<_, DbError>>()?)
    }
}
