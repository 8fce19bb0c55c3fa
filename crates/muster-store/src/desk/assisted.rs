//! Drafts that clerks type for others: a list to find them again.

use super::Desk;
use crate::{StoreError, args, db::Ticket};
use jiff::Timestamp;
use muster_vocab::{CaseId, MissionCode};

impl Desk {
    /// Notes that a clerk began to type for somebody.
    pub fn note_assisted(
        &self,
        case: CaseId,
        mission: &MissionCode,
        at: Timestamp,
    ) -> Ticket<(), StoreError> {
        const SQL: &str = "INSERT INTO assisted_drafts (case_id, mission, opened_at) VALUES ($1, $2, $3)
            ON CONFLICT (case_id) DO NOTHING";
        let mission = mission.as_str().to_owned();
        self.0.db.write(move |tx| {
            tx.execute(SQL, args![case.bytes(), &mission, at.as_microsecond()])?;
            Ok(())
        })
    }

    /// Takes a draft off the list: it was sent, or ended.
    pub fn forget_assisted(&self, case: CaseId) -> Ticket<(), StoreError> {
        self.0.db.write(move |tx| {
            tx.execute("DELETE FROM assisted_drafts WHERE case_id = $1", args![case.bytes()])?;
            Ok(())
        })
    }

    /// The drafts of a mission with when they were begun, the newest first; of all missions if none is named.
    ///
    /// # Errors
    /// If the database fails.
    pub fn assisted(
        &self,
        mission: Option<&MissionCode>,
        limit: u32,
    ) -> Result<Vec<(CaseId, MissionCode, Timestamp)>, StoreError> {
        const SQL: &str = "SELECT case_id, mission, opened_at FROM assisted_drafts
            WHERE CAST($1 AS TEXT) IS NULL OR mission = $1 ORDER BY opened_at DESC, case_id LIMIT $2";
        let mission = mission.map(MissionCode::as_str);
        let rows = self.0.db.read(|tx| tx.query(SQL, args![mission, limit]))?;
        let mut drafts = Vec::new();
        for row in rows.iter() {
            // A code that cannot be read is of a mission that was never there.
            let Ok(mission) = row.get::<&str>(1)?.parse() else { continue };
            let opened = Timestamp::from_microsecond(row.get(2)?).unwrap_or_default();
            drafts.push((CaseId::from_bytes(row.get(0)?), mission, opened));
        }
        Ok(drafts)
    }
}
