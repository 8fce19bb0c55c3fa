//! Reading the views. Every read takes a permit.

use crate::{
    StoreError, args,
    db::{Db, DbError, Row},
};
use jiff::Timestamp;
use muster_case::{Permit, Posture, Stage, access::ReadCases};
use muster_vocab::{CaseId, HumanId, MissionCode, PassId, PersonId, Role, StaffId};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// A case as its row shows it: nothing personal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CaseRow {
    /// The case.
    pub case: CaseId,
    /// Its person; nobody once erased.
    pub person: Option<PersonId>,
    /// The mission.
    pub mission: String,
    /// How the contact came.
    pub channel: String,
    /// Registered at the border.
    pub walk_in: bool,
    /// The stage.
    pub stage: String,
    /// Since when.
    pub stage_since: Timestamp,
    /// The holds.
    pub holds: Vec<String>,
    /// When opened.
    pub opened_at: Option<Timestamp>,
    /// When first submitted.
    pub submitted_at: Option<Timestamp>,
    /// How often submitted.
    pub submissions: u32,
    /// When first answered by the intake desk.
    pub answered_at: Option<Timestamp>,
    /// When interviewed.
    pub interviewed_at: Option<Timestamp>,
    /// When accepted.
    pub accepted_at: Option<Timestamp>,
    /// What the policy finds.
    pub finding: Option<String>,
    /// Under which edition.
    pub edition: Option<String>,
    /// The codes of the last outcome.
    pub codes: Vec<String>,
    /// Checks without an outcome.
    pub checks_open: u32,
    /// Hits without a ruling.
    pub hits_open: u32,
    /// Interviews missed.
    pub no_shows: u32,
    /// The act that waits for its second signature.
    pub proposal_act: Option<String>,
    /// How well the arrival is known.
    pub arrival: Option<String>,
    /// The case it is merged into.
    pub merged_into: Option<CaseId>,
    /// How many events it has.
    pub version: u64,
}

pub(super) const CASE: &str = "SELECT case_id, person, mission, channel, walk_in, stage, stage_since, holds, opened_at, \
    submitted_at, submissions, answered_at, interviewed_at, accepted_at, finding, edition, codes, checks_open, \
    hits_open, no_shows, proposal_act, arrival, merged_into, version FROM cases";

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

impl CaseRow {
    pub(super) fn read(row: &Row<'_>) -> Result<Self, DbError> {
        let time = |column: usize| -> Result<Option<Timestamp>, DbError> {
            let at: Option<i64> = row.get(column)?;
            Ok(at.and_then(|at| Timestamp::from_microsecond(at).ok()))
        };
        let id = |column: usize| row.get::<Option<[u8; 16]>>(column);
        Ok(Self {
            case: CaseId::from_bytes(row.get(0)?),
            person: id(1)?.map(PersonId::from_bytes),
            mission: row.get(2)?,
            channel: row.get(3)?,
            walk_in: row.get(4)?,
            stage: row.get(5)?,
            stage_since: time(6)?.unwrap_or_default(),
            holds: words(row.get(7)?),
            opened_at: time(8)?,
            submitted_at: time(9)?,
            submissions: row.get(10)?,
            answered_at: time(11)?,
            interviewed_at: time(12)?,
            accepted_at: time(13)?,
            finding: row.get(14)?,
            edition: row.get(15)?,
            codes: words(row.get(16)?),
            checks_open: row.get(17)?,
            hits_open: row.get(18)?,
            no_shows: row.get(19)?,
            proposal_act: row.get(20)?,
            arrival: row.get(21)?,
            merged_into: id(22)?.map(CaseId::from_bytes),
            version: row.get(23)?,
        })
    }
}

/// A staff account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffRow {
    /// The account.
    pub staff: StaffId,
    /// The human behind it.
    pub human: HumanId,
    /// The roles.
    pub roles: BTreeSet<Role>,
    /// The missions whose cases it may see; none named stands for all.
    pub missions: BTreeSet<MissionCode>,
    /// Whether suspended.
    pub suspended: bool,
}

const STAFF: &str = "SELECT staff, human, roles, missions, suspended FROM staff";

impl StaffRow {
    fn read(row: &Row<'_>) -> Result<Self, DbError> {
        let (roles, missions): (&str, &str) = (row.get(2)?, row.get(3)?);
        Ok(Self {
            staff: StaffId::from_bytes(row.get(0)?),
            human: HumanId::from_bytes(row.get(1)?),
            roles: roles.split_whitespace().filter_map(|word| word.parse().ok()).collect(),
            missions: missions.split_whitespace().filter_map(|code| code.parse().ok()).collect(),
            suspended: row.get(4)?,
        })
    }
}

/// A mission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissionRow {
    /// Its code.
    pub mission: MissionCode,
    /// Its posture.
    pub posture: Posture,
    /// Whether intake is paused.
    pub paused: bool,
}

/// A published policy edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionRow {
    /// Its name.
    pub edition: String,
    /// Its content hash.
    pub hash: String,
}

/// The views, to read.
#[derive(Clone)]
pub struct Views {
    pub(super) db: Db,
}

impl Views {
    pub(crate) const fn new(db: Db) -> Self {
        Self { db }
    }

    /// One case.
    ///
    /// # Errors
    /// If the database fails.
    pub fn case(&self, _: Permit<ReadCases>, case: CaseId) -> Result<Option<CaseRow>, StoreError> {
        let sql = format!("{CASE} WHERE case_id = $1");
        let rows = self.db.read(|tx| tx.query(&sql, args![case.bytes()]))?;
        Ok(rows.first().map(|row| CaseRow::read(&row)).transpose()?)
    }

    /// Every case, in no order that says anything.
    ///
    /// # Errors
    /// If the database fails.
    pub fn each_case(&self, _: Permit<ReadCases>, see: &mut dyn FnMut(CaseRow)) -> Result<(), StoreError> {
        let sql = format!("{CASE} ORDER BY case_id");
        self.db.read(|tx| {
            tx.each(&sql, &[], &mut |row| {
                see(CaseRow::read(&row)?);
                Ok::<_, DbError>(())
            })
        })?;
        Ok(())
    }

    /// Cases of a mission on a stage, the longest waiting first.
    ///
    /// # Errors
    /// If the database fails.
    pub fn cases_on(
        &self,
        _: Permit<ReadCases>,
        mission: Option<&MissionCode>,
        stage: Option<Stage>,
        limit: u32,
    ) -> Result<Vec<CaseRow>, StoreError> {
        let sql = format!(
            "{CASE} WHERE (CAST($1 AS TEXT) IS NULL OR mission = $1) AND (CAST($2 AS TEXT) IS NULL OR stage = $2)
              ORDER BY stage_since, case_id LIMIT $3"
        );
        let (mission, stage) = (mission.map(MissionCode::as_str), stage.map(Stage::word));
        let rows = self.db.read(|tx| tx.query(&sql, args![mission, stage, limit]))?;
        Ok(rows.iter().map(|row| CaseRow::read(&row)).collect::<Result<_, _>>()?)
    }

    /// How many cases stand on each stage, by mission.
    ///
    /// # Errors
    /// If the database fails.
    pub fn stages(&self, _: Permit<ReadCases>) -> Result<BTreeMap<(String, String), u64>, StoreError> {
        const SQL: &str = "SELECT mission, stage, COUNT(*) FROM cases GROUP BY mission, stage";
        let rows = self.db.read(|tx| tx.query(SQL, &[]))?;
        let counts = rows.iter().map(|row| Ok(((row.get(0)?, row.get(1)?), row.get(2)?)));
        Ok(counts.collect::<Result<_, DbError>>()?)
    }

    /// The person's active case.
    ///
    /// # Errors
    /// If the database fails.
    pub fn active_case(&self, person: PersonId) -> Result<Option<CaseId>, StoreError> {
        let sql = "SELECT case_id FROM active_cases WHERE person = $1";
        let rows = self.db.read(|tx| tx.query(sql, args![person.bytes()]))?;
        Ok(rows.first().map(|row| row.get(0).map(CaseId::from_bytes)).transpose()?)
    }

    /// Every case of a person.
    ///
    /// # Errors
    /// If the database fails.
    pub fn cases_of(&self, _: Permit<ReadCases>, person: PersonId) -> Result<Vec<CaseRow>, StoreError> {
        let sql = format!("{CASE} WHERE person = $1 ORDER BY opened_at, case_id");
        let rows = self.db.read(|tx| tx.query(&sql, args![person.bytes()]))?;
        Ok(rows.iter().map(|row| CaseRow::read(&row)).collect::<Result<_, _>>()?)
    }

    /// The cases that are merged into `case`.
    ///
    /// # Errors
    /// If the database fails.
    pub fn merged_into(&self, _: Permit<ReadCases>, case: CaseId) -> Result<Vec<CaseId>, StoreError> {
        let sql = "SELECT case_id FROM cases WHERE merged_into = $1 ORDER BY case_id";
        let rows = self.db.read(|tx| tx.query(sql, args![case.bytes()]))?;
        let ids = rows.iter().map(|row| row.get(0).map(CaseId::from_bytes));
        Ok(ids.collect::<Result<_, _>>()?)
    }

    /// Cases whose dossier gave this exact value, by its keyed hash.
    ///
    /// # Errors
    /// If the database fails.
    pub fn cases_with(&self, kind: &str, token: [u8; 16]) -> Result<Vec<CaseId>, StoreError> {
        let sql = "SELECT case_id FROM lookups WHERE kind = $1 AND token = $2 ORDER BY case_id";
        let rows = self.db.read(|tx| tx.query(sql, args![kind, &token]))?;
        let ids = rows.iter().map(|row| row.get(0).map(CaseId::from_bytes));
        Ok(ids.collect::<Result<_, _>>()?)
    }

    /// Whether a suppression token is known: somebody was here before, and nothing more is known.
    ///
    /// # Errors
    /// If the database fails.
    pub fn is_suppressed(&self, token: &str) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM suppressions WHERE token = $1 LIMIT 1";
        Ok(!self.db.read(|tx| tx.query(sql, args![token]))?.is_empty())
    }

    /// The case a pass leads to.
    ///
    /// # Errors
    /// If the database fails.
    pub fn case_of_pass(&self, pass: PassId) -> Result<Option<CaseId>, StoreError> {
        let sql = "SELECT case_id FROM passes WHERE pass = $1";
        let rows = self.db.read(|tx| tx.query(sql, args![pass.bytes()]))?;
        Ok(rows.first().map(|row| row.get(0).map(CaseId::from_bytes)).transpose()?)
    }

    /// Every staff account.
    ///
    /// # Errors
    /// If the database fails.
    pub fn staff(&self) -> Result<Vec<StaffRow>, StoreError> {
        let sql = format!("{STAFF} ORDER BY staff");
        let rows = self.db.read(|tx| tx.query(&sql, &[]))?;
        Ok(rows.iter().map(|row| StaffRow::read(&row)).collect::<Result<_, _>>()?)
    }

    /// One staff account.
    ///
    /// # Errors
    /// If the database fails.
    pub fn staff_account(&self, staff: StaffId) -> Result<Option<StaffRow>, StoreError> {
        let sql = format!("{STAFF} WHERE staff = $1");
        let rows = self.db.read(|tx| tx.query(&sql, args![staff.bytes()]))?;
        Ok(rows.first().map(|row| StaffRow::read(&row)).transpose()?)
    }

    /// Every mission.
    ///
    /// # Errors
    /// If the database fails.
    pub fn missions(&self) -> Result<Vec<MissionRow>, StoreError> {
        let sql = "SELECT mission, posture, paused FROM missions ORDER BY mission";
        let rows = self.db.read(|tx| tx.query(sql, &[]))?;
        let read = |row: Row<'_>| {
            let posture: &str = row.get(1)?;
            let known = [Posture::Open, Posture::InformationOnly, Posture::Suspended];
            let damaged = || DbError::broken("a mission's row is damaged; run `muster log verify`");
            Ok(MissionRow {
                mission: row.get::<&str>(0)?.parse().map_err(|_| damaged())?,
                posture: known.into_iter().find(|known| known.word() == posture).ok_or_else(damaged)?,
                paused: row.get(2)?,
            })
        };
        Ok(rows.iter().map(read).collect::<Result<_, DbError>>()?)
    }

    /// Published policy editions, oldest first.
    ///
    /// # Errors
    /// If the database fails.
    pub fn editions(&self) -> Result<Vec<EditionRow>, StoreError> {
        let rows = self.db.read(|tx| tx.query("SELECT edition, hash FROM editions ORDER BY place", &[]))?;
        let read = |row: Row<'_>| Ok(EditionRow { edition: row.get(0)?, hash: row.get(1)? });
        Ok(rows.iter().map(read).collect::<Result<_, DbError>>()?)
    }
}
