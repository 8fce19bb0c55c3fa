//! Receipts: which generation is in force, and whose case one opens.

use super::Portal;
use crate::{StoreError, args, db::Ticket};
use muster_vocab::{CaseId, PersonId};

impl Portal {
    /// The generation of a case's receipt in force; nothing if none was made yet.
    ///
    /// # Errors
    /// If the database fails.
    pub fn receipt_generation(&self, case: CaseId) -> Result<Option<u64>, StoreError> {
        const SQL: &str = "SELECT generation FROM receipts WHERE case_id = $1";
        let rows = self.0.db.read(|tx| tx.query(SQL, args![case.bytes()]))?;
        Ok(rows.first().map(|row| row.get(0)).transpose()?)
    }

    /// Puts a generation in force, unless a later one is.
    pub fn set_receipt(
        &self,
        case: CaseId,
        person: PersonId,
        generation: u64,
        token: [u8; 16],
    ) -> Ticket<(), StoreError> {
        const SQL: &str = "INSERT INTO receipts (case_id, person, generation, token) VALUES ($1, $2, $3, $4)
            ON CONFLICT (case_id) DO UPDATE SET generation = excluded.generation, token = excluded.token
             WHERE receipts.generation < excluded.generation";
        self.0.db.write(move |tx| {
            tx.execute(SQL, args![case.bytes(), person.bytes(), generation, &token])?;
            Ok(())
        })
    }

    /// The case and person that a receipt's keyed hash leads to.
    ///
    /// # Errors
    /// If the database fails.
    pub fn case_of_receipt(&self, token: [u8; 16]) -> Result<Option<(CaseId, PersonId)>, StoreError> {
        const SQL: &str = "SELECT case_id, person FROM receipts WHERE token = $1";
        let rows = self.0.db.read(|tx| tx.query(SQL, args![&token]))?;
        let Some(row) = rows.first() else { return Ok(None) };
        Ok(Some((CaseId::from_bytes(row.get(0)?), PersonId::from_bytes(row.get(1)?))))
    }
}
