//! A walk over cases in pages, the first opened first. What is added meanwhile comes at the end.

use super::read::{CASE, CaseRow, Views};
use crate::{StoreError, args};
use muster_case::{Permit, Stage, access::ReadCases};
use muster_vocab::{CaseId, MissionCode};
use std::collections::BTreeSet;

/// Which cases a walk is over.
#[derive(Debug, Clone, Default)]
pub struct Walk {
    /// Of these missions; none named stands for all.
    pub missions: BTreeSet<MissionCode>,
    /// Of this mission alone.
    pub mission: Option<MissionCode>,
    /// On this stage alone.
    pub stage: Option<Stage>,
    /// After the case that was opened at this microsecond.
    pub after: Option<(i64, CaseId)>,
    /// How many at most.
    pub limit: u32,
}

impl Views {
    /// The next cases of a walk.
    ///
    /// # Errors
    /// If the database fails.
    pub fn walk(&self, _: Permit<ReadCases>, walk: &Walk) -> Result<Vec<CaseRow>, StoreError> {
        let sql = format!(
            "{CASE} WHERE (opened_at > $1 OR (opened_at = $1 AND case_id > $2))
              AND (CAST($3 AS TEXT) = '' OR CAST($3 AS TEXT) LIKE '% ' || mission || ' %')
              AND (CAST($4 AS TEXT) IS NULL OR mission = $4) AND (CAST($5 AS TEXT) IS NULL OR stage = $5)
              ORDER BY opened_at, case_id LIMIT $6"
        );
        let (opened, case) = walk.after.unwrap_or((i64::MIN, CaseId::from(0)));
        let missions: Vec<String> = walk.missions.iter().map(|code| format!(" {code} ")).collect();
        let missions = missions.concat();
        let (mission, stage) = (walk.mission.as_ref().map(MissionCode::as_str), walk.stage.map(Stage::word));
        let limit = i64::from(walk.limit);
        let args = args![opened, case.bytes(), missions.as_str(), mission, stage, limit];
        let rows = self.db.read(|tx| tx.query(&sql, args))?;
        Ok(rows.iter().map(|row| CaseRow::read(&row)).collect::<Result<_, _>>()?)
    }
}
