//! Who looked at what: asked of the log itself, so that it is true as long as the log is.

use super::{Journal, entry::read_actor};
use crate::{StoreError, db::Arg};
use jiff::Timestamp;
use muster_case::{Event, Logged as _};
use muster_vocab::{Actor, CaseId, MissionCode, StaffId};
use std::fmt::Write as _;

/// Somebody looked at what is sealed in a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Access {
    /// Its place in the log.
    pub seq: u64,
    /// The case.
    pub case: CaseId,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: Actor,
    /// What was looked at, by label.
    pub sections: Vec<String>,
    /// What for.
    pub purpose: String,
}

/// Which accesses are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AccessesOf {
    /// Of this case.
    pub case: Option<CaseId>,
    /// By this account.
    pub staff: Option<StaffId>,
    /// Not before.
    pub from: Option<Timestamp>,
    /// Before.
    pub until: Option<Timestamp>,
    /// Of cases of these missions only; of all if there are none.
    pub missions: Vec<MissionCode>,
}

impl Journal {
    /// The accesses that are asked for, the latest first, at most `limit`.
    ///
    /// # Errors
    /// If the database fails or an entry cannot be read.
    pub fn accesses(&self, of: &AccessesOf, limit: u32) -> Result<Vec<Access>, StoreError> {
        let mut sql = String::from(
            "SELECT seq, stream, at, actor, tag, shape, body FROM log WHERE tag = 'access.recorded'",
        );
        let case = of.case.map(|case| *case.bytes());
        let staff = of.staff.map(|staff| format!("staff/{staff}"));
        let mut args: Vec<Arg<'_>> = Vec::new();
        let mut add = |condition: &str, arg| {
            args.push(arg);
            let _infallible = write!(sql, " AND {condition} ${}", args.len());
        };
        if let Some(case) = &case {
            add("stream =", Arg::Blob(case));
        }
        if let Some(staff) = &staff {
            add("substr(actor, 1, 38) =", Arg::Text(staff));
        }
        if let Some(from) = of.from {
            add("at >=", Arg::Int(from.as_microsecond()));
        }
        if let Some(until) = of.until {
            add("at <", Arg::Int(until.as_microsecond()));
        }
        if !of.missions.is_empty() {
            let marks = (1..=of.missions.len()).map(|mark| format!("${}", args.len() + mark));
            let marks = marks.collect::<Vec<_>>().join(", ");
            let _infallible =
                write!(sql, " AND stream IN (SELECT case_id FROM cases WHERE mission IN ({marks}))");
            args.extend(of.missions.iter().map(|mission| Arg::Text(mission.as_str())));
        }
        args.push(Arg::Int(limit.into()));
        let _infallible = write!(sql, " ORDER BY seq DESC LIMIT ${}", args.len());
        let rows = self.db.read(|tx| tx.query(&sql, &args))?;
        let mut accesses = Vec::new();
        for row in rows.iter() {
            let seq: u64 = row.get(0)?;
            let damaged = || StoreError::Damaged { seq };
            let event = Event::decode(row.get(4)?, row.get(5)?, row.get(6)?).map_err(|_| damaged())?;
            let Event::Accessed(event) = event else { continue };
            accesses.push(Access {
                seq,
                case: CaseId::from_bytes(row.get(1)?),
                at: Timestamp::from_microsecond(row.get(2)?).map_err(|_| damaged())?,
                by: read_actor(row.get(3)?).ok_or_else(damaged)?,
                sections: event.sections,
                purpose: event.purpose,
            });
        }
        Ok(accesses)
    }
}
