//! What waits for whom: rows the triage worker writes, pages of them, and counts.

use super::Desk;
use crate::{
    StoreError, args,
    db::{Arg, DbError, Row, Ticket, Tx},
    journal::LOOK,
};
use jiff::Timestamp;
use muster_vocab::{CaseId, HumanId};

/// A queue of a mission.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The queue's word.
    pub queue: String,
    /// The mission's code.
    pub mission: String,
}

/// A case in a queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// The case.
    pub case: CaseId,
    /// The queue's word.
    pub queue: String,
    /// The mission's code.
    pub mission: String,
    /// The stage's word.
    pub stage: String,
    /// What the policy finds; empty if nothing yet.
    pub finding: String,
    /// The holds' words, separated by spaces.
    pub holds: String,
    /// The needed role; empty if none.
    pub need: String,
    /// How well that is shown: a provenance's word.
    pub evidence: String,
    /// Its place in the order: less is sooner.
    pub place: i64,
    /// Since when it waits.
    pub since: Timestamp,
    /// From when there is something to do.
    pub from_at: Timestamp,
    /// When it becomes late; nothing while the clock stands.
    pub due_at: Option<Timestamp>,
    /// The version of the case that this was read from.
    pub version: u64,
    /// Humans it is never served to. Not read back.
    pub never: Vec<HumanId>,
}

/// In which order a page is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// As it is served.
    #[default]
    Urgent,
    /// Who has waited longest first.
    Oldest,
    /// What is due first.
    Due,
}

impl Order {
    /// The columns it goes by; the case follows.
    pub(super) const fn columns(self) -> [&'static str; 2] {
        match self {
            Self::Urgent => ["place", "since"],
            Self::Oldest => ["since", "place"],
            Self::Due => ["due_at", "since"],
        }
    }
}

/// What a page is to show.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// The queues.
    pub places: Vec<Place>,
    /// Only this stage.
    pub stage: Option<String>,
    /// Only this finding.
    pub finding: Option<String>,
    /// Only with this hold.
    pub hold: Option<String>,
    /// Only what waits since then or longer.
    pub since: Option<Timestamp>,
    /// Only what was due by then.
    pub due: Option<Timestamp>,
    /// The order.
    pub order: Order,
    /// Only what comes after this key, which a page before gave.
    pub after: Option<(i64, i64, CaseId)>,
    /// Only what there is something to do about by then.
    pub at: Timestamp,
    /// How many rows.
    pub limit: u32,
}

/// Rows, and the key of the last if more follow.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// The rows.
    pub rows: Vec<Waiting>,
    /// Where the next page begins.
    pub next: Option<(i64, i64, CaseId)>,
}

/// How many wait, of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// Where.
    pub place: Place,
    /// The stage.
    pub stage: String,
    /// The finding.
    pub finding: String,
    /// The holds.
    pub holds: String,
    /// All of them.
    pub all: u64,
    /// Those that were due by now.
    pub late: u64,
    /// Those that wait for as long as was asked, one for each moment.
    pub waited: [u64; 2],
}

const COLUMNS: &str = "case_id, queue, mission, stage, finding, holds, need, evidence, place, since, from_at, \
    due_at, version";
/// What stands for a clock that does not run.
const NEVER: i64 = i64::MAX;

fn time(at: i64) -> Timestamp {
    Timestamp::from_microsecond(at).unwrap_or_default()
}

impl Waiting {
    fn read(row: &Row<'_>) -> Result<Self, DbError> {
        let due: i64 = row.get(11)?;
        Ok(Self {
            case: CaseId::from_bytes(row.get(0)?),
            queue: row.get(1)?,
            mission: row.get(2)?,
            stage: row.get(3)?,
            finding: row.get(4)?,
            holds: row.get(5)?,
            need: row.get(6)?,
            evidence: row.get(7)?,
            place: row.get(8)?,
            since: time(row.get(9)?),
            from_at: time(row.get(10)?),
            due_at: (due != NEVER).then(|| time(due)),
            version: row.get(12)?,
            never: Vec::new(),
        })
    }

    fn due(&self) -> i64 {
        self.due_at.map_or(NEVER, Timestamp::as_microsecond)
    }

    fn key(&self, order: Order) -> (i64, i64, CaseId) {
        let (place, since) = (self.place, self.since.as_microsecond());
        match order {
            Order::Urgent => (place, since, self.case),
            Order::Oldest => (since, place, self.case),
            Order::Due => (self.due(), since, self.case),
        }
    }

    fn insert(&self, tx: &mut dyn Tx, version: u64) -> Result<(), DbError> {
        const SQL: &str = "INSERT INTO waiting (case_id, queue, mission, stage, finding, holds, need, evidence, \
            place, since, from_at, due_at, version) \
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
        tx.execute(
            SQL,
            args![
                self.case.bytes(),
                &self.queue,
                &self.mission,
                &self.stage,
                &self.finding,
                &self.holds,
                &self.need,
                &self.evidence,
                self.place,
                self.since.as_microsecond(),
                self.from_at.as_microsecond(),
                self.due(),
                version
            ],
        )?;
        for human in &self.never {
            let sql = "INSERT INTO waiting_not (case_id, queue, human) VALUES ($1, $2, $3)";
            tx.execute(sql, args![self.case.bytes(), &self.queue, human.bytes()])?;
        }
        Ok(())
    }
}

impl Desk {
    /// Says anew where these cases wait, each as it stood at a version, and how far the worker has come. A case that has
    /// gone on since is left to whoever reads what happened then, unless it was only looked at. One that waits elsewhere than before is in nobody's
    /// hands any more: what it was claimed for is done.
    pub fn put_waiting(
        &self,
        cases: Vec<(CaseId, u64, Vec<Waiting>)>,
        worker: &'static str,
        seq: u64,
    ) -> Ticket<(), StoreError> {
        self.0.db.write(move |tx| {
            for (case, version, rows) in &cases {
                replace(tx, *case, *version, rows)?;
            }
            let sql = "INSERT INTO cursors (worker, seq) VALUES ($1, $2)
                       ON CONFLICT (worker) DO UPDATE SET seq = excluded.seq WHERE cursors.seq < excluded.seq";
            tx.execute(sql, args![worker, seq])?;
            Ok(())
        })
    }

    /// Where a case waits.
    ///
    /// # Errors
    /// If the database fails.
    pub fn waiting_of(&self, case: CaseId) -> Result<Vec<Waiting>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM waiting WHERE case_id = $1 ORDER BY queue");
        let rows = self.0.db.read(|tx| tx.query(&sql, args![case.bytes()]))?;
        Ok(rows.iter().map(|row| Waiting::read(&row)).collect::<Result<_, _>>()?)
    }

    /// A page of what waits. Each queue is read along its own index, and what was read is merged.
    ///
    /// # Errors
    /// If the database fails.
    pub fn waiting(&self, wanted: &Wanted) -> Result<Page, StoreError> {
        let mut rows = self.0.db.read(|tx| {
            let mut rows = Vec::new();
            for some in wanted.places.chunks(32) {
                rows.extend(read_places(tx, wanted, some)?);
            }
            Ok::<_, DbError>(rows)
        })?;
        rows.sort_by_key(|row| row.key(wanted.order));
        let more = rows.len() > wanted.limit as usize;
        rows.truncate(wanted.limit as usize);
        let next = rows.last().filter(|_| more).map(|row| row.key(wanted.order));
        Ok(Page { rows, next })
    }

    /// How many wait, by everything that can be asked for. Late is what was due by `at`; `waited` is counted from two
    /// moments.
    ///
    /// # Errors
    /// If the database fails.
    pub fn count_waiting(&self, at: Timestamp, waited: [Timestamp; 2]) -> Result<Vec<Counted>, StoreError> {
        const SQL: &str = "SELECT queue, mission, stage, finding, holds, COUNT(*),
                CAST(SUM(CASE WHEN due_at <= $1 THEN 1 ELSE 0 END) AS BIGINT),
                CAST(SUM(CASE WHEN since <= $2 THEN 1 ELSE 0 END) AS BIGINT),
                CAST(SUM(CASE WHEN since <= $3 THEN 1 ELSE 0 END) AS BIGINT)
            FROM waiting WHERE from_at <= $1 GROUP BY queue, mission, stage, finding, holds";
        let bound = args![at.as_microsecond(), waited[0].as_microsecond(), waited[1].as_microsecond()];
        let rows = self.0.db.read(|tx| tx.query(SQL, bound))?;
        let read = |row: Row<'_>| {
            Ok(Counted {
                place: Place { queue: row.get(0)?, mission: row.get(1)? },
                stage: row.get(2)?,
                finding: row.get(3)?,
                holds: row.get(4)?,
                all: row.get(5)?,
                late: row.get(6)?,
                waited: [row.get(7)?, row.get(8)?],
            })
        };
        Ok(rows.iter().map(read).collect::<Result<_, DbError>>()?)
    }

    /// How many rows of these queues and missions began to wait after a moment, up to `at`.
    ///
    /// # Errors
    /// If the database fails.
    pub fn new_waiting(
        &self,
        queues: &[String],
        missions: &[String],
        since: Timestamp,
        at: Timestamp,
    ) -> Result<u32, StoreError> {
        let mut bound: Vec<Arg<'_>> = args![since.as_microsecond(), at.as_microsecond()].to_vec();
        let mut looks = Vec::new();
        for queue in queues {
            for mission in missions {
                bound.extend([Arg::Text(queue), Arg::Text(mission)]);
                let n = bound.len();
                looks.push(format!(
                    "SELECT COUNT(*) FROM waiting WHERE queue = ${} AND mission = ${n} AND since > $1
                        AND from_at <= $2",
                    n - 1
                ));
            }
        }
        if looks.is_empty() {
            return Ok(0);
        }
        let rows = self.0.db.read(|tx| tx.query(&looks.join(" UNION ALL "), &bound))?;
        let counts = rows.iter().map(|row| row.get::<u32>(0)).collect::<Result<Vec<_>, _>>()?;
        Ok(counts.into_iter().sum())
    }
}

fn replace(tx: &mut dyn Tx, case: CaseId, version: u64, rows: &[Waiting]) -> Result<(), DbError> {
    let stands = tx.query("SELECT version FROM cases WHERE case_id = $1", args![case.bytes()])?;
    let Some(stands) = stands.first().map(|row| row.get::<u64>(0)).transpose()? else { return Ok(()) };
    if stands != version && (stands < version || goes_on_after(tx, case, version)?) {
        return Ok(());
    }
    let before =
        tx.query("SELECT queue FROM waiting WHERE case_id = $1 ORDER BY queue", args![case.bytes()])?;
    let mut before = before.iter().map(|row| row.get(0)).collect::<Result<Vec<String>, _>>()?;
    let mut now: Vec<&String> = rows.iter().map(|row| &row.queue).collect();
    // The databases need not agree on how words are sorted.
    before.sort_unstable();
    now.sort_unstable();
    if !before.is_empty() {
        if !before.iter().eq(now) {
            tx.execute("DELETE FROM claims WHERE case_id = $1", args![case.bytes()])?;
        }
        tx.execute("DELETE FROM waiting WHERE case_id = $1", args![case.bytes()])?;
        tx.execute("DELETE FROM waiting_not WHERE case_id = $1", args![case.bytes()])?;
    }
    rows.iter().try_for_each(|row| row.insert(tx, stands))
}

/// Whether more happened to a case after a version than that somebody looked.
fn goes_on_after(tx: &mut dyn Tx, case: CaseId, version: u64) -> Result<bool, DbError> {
    let sql = "SELECT 1 FROM log WHERE stream = $1 AND version > $2 AND tag <> $3 LIMIT 1";
    Ok(!tx.query(sql, args![case.bytes(), version, LOOK])?.is_empty())
}

fn read_places(tx: &mut dyn Tx, wanted: &Wanted, places: &[Place]) -> Result<Vec<Waiting>, DbError> {
    let [first, second] = wanted.order.columns();
    let mut conditions = vec!["from_at <= $1".to_owned()];
    let mut bound: Vec<Arg<'_>> =
        vec![wanted.at.as_microsecond().into(), wanted.limit.saturating_add(1).into()];
    let hold = wanted.hold.as_ref().map(|hold| format!("% {hold} %"));
    let (since, due) =
        (wanted.since.map(Timestamp::as_microsecond), wanted.due.map(Timestamp::as_microsecond));
    let filters: [(&str, Option<Arg<'_>>); 5] = [
        ("stage = {}", wanted.stage.as_deref().map(Arg::Text)),
        ("finding = {}", wanted.finding.as_deref().map(Arg::Text)),
        ("(' ' || holds || ' ') LIKE {}", hold.as_deref().map(Arg::Text)),
        ("since <= {}", since.map(Arg::Int)),
        ("due_at <= {}", due.map(Arg::Int)),
    ];
    for (condition, value) in filters {
        let Some(value) = value else { continue };
        bound.push(value);
        conditions.push(condition.replace("{}", &format!("${}", bound.len())));
    }
    if let Some((one, two, case)) = &wanted.after {
        bound.extend([Arg::Int(*one), Arg::Int(*two), Arg::Blob(case.bytes())]);
        let n = bound.len();
        conditions.push(format!("({first}, {second}, case_id) > (${}, ${}, ${n})", n - 2, n - 1));
    }
    let conditions = conditions.join(" AND ");
    let mut looks = Vec::new();
    for (n, place) in places.iter().enumerate() {
        bound.extend([Arg::Text(&place.queue), Arg::Text(&place.mission)]);
        let at = bound.len();
        looks.push(format!(
            "SELECT * FROM (SELECT {COLUMNS} FROM waiting WHERE queue = ${} AND mission = ${at} AND {conditions}
              ORDER BY {first}, {second}, case_id LIMIT $2) AS look{n}",
            at - 1
        ));
    }
    if looks.is_empty() {
        return Ok(Vec::new());
    }
    let looks = looks.join(" UNION ALL ");
    let sql = format!("{looks} ORDER BY {first}, {second}, case_id LIMIT $2");
    tx.query(&sql, &bound)?.iter().map(|row| Waiting::read(&row)).collect()
}
