//! Counts of what leaves no case.

use super::Portal;
use crate::{StoreError, args, db::Ticket};
use jiff::civil::Date;
use muster_vocab::MissionCode;

impl Portal {
    /// Counts one more of `what` at a mission on a day.
    pub fn count(&self, mission: &MissionCode, what: &'static str, day: Date) -> Ticket<(), StoreError> {
        const SQL: &str = "INSERT INTO counts (mission, day, what, n) VALUES ($1, $2, $3, 1)
            ON CONFLICT (mission, day, what) DO UPDATE SET n = counts.n + 1";
        let (mission, day) = (mission.clone(), day.to_string());
        self.0.db.write(move |tx| {
            tx.execute(SQL, args![mission.as_str(), &day, what])?;
            Ok(())
        })
    }

    /// How many of `what` there were at a mission on a day.
    ///
    /// # Errors
    /// If the database fails.
    pub fn counted(&self, mission: &MissionCode, what: &str, day: Date) -> Result<u64, StoreError> {
        const SQL: &str = "SELECT n FROM counts WHERE mission = $1 AND day = $2 AND what = $3";
        let rows = self.0.db.read(|tx| tx.query(SQL, args![mission.as_str(), &day.to_string(), what]))?;
        Ok(rows.first().map_or(Ok(0), |row| row.get(0))?)
    }
}
