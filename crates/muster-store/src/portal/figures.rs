//! How many people wait at a mission, and how long.

use super::Portal;
use crate::{StoreError, args};
use jiff::{SignedDuration, Timestamp};
use muster_vocab::MissionCode;

/// How a mission keeps up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Intake {
    /// How many people wait for a first answer.
    pub waiting: u64,
    /// How long the first answers since then took, in the middle.
    pub median: Option<SignedDuration>,
}

impl Portal {
    /// How a mission keeps up, by the answers it gave after `since`.
    ///
    /// # Errors
    /// If the database fails.
    pub fn intake(&self, mission: &MissionCode, since: Timestamp) -> Result<Intake, StoreError> {
        const WAITING: &str = "SELECT COUNT(*) FROM cases
             WHERE mission = $1 AND stage IN ('submitted', 'info_requested') AND merged_into IS NULL";
        const ANSWERED: &str = "SELECT answered_at - submitted_at FROM cases
             WHERE mission = $1 AND answered_at > $2 AND submitted_at IS NOT NULL";
        self.0.db.read(|tx| {
            let waiting = tx.query(WAITING, args![mission.as_str()])?;
            let waiting = waiting.first().map_or(Ok(0), |row| row.get(0))?;
            let mut waits: Vec<i64> = Vec::new();
            tx.each(ANSWERED, args![mission.as_str(), since.as_microsecond()], &mut |row| {
                waits.push(row.get(0)?);
                Ok(())
            })?;
            let middle = waits.len() / 2;
            let median = (!waits.is_empty()).then(|| *waits.select_nth_unstable(middle).1);
            Ok(Intake { waiting, median: median.map(SignedDuration::from_micros) })
        })
    }
}
