//! Acts upon many cases under one signature, until each has taken effect.

use super::Desk;
use crate::{
    StoreError, args,
    boxes::{Place, open, seal},
    db::{DbError, Row, Ticket},
    keys::Holder,
};
use jiff::Timestamp;
use muster_vocab::{BulkId, CaseId, CommandId, Digest, HumanId, Section, StaffId, StreamId};
use std::collections::BTreeSet;

const TAG: &str = "desk.bulk";

/// A bulk. The rationale is sealed apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bulk {
    /// Which.
    pub bulk: BulkId,
    /// The mission whose cases they are.
    pub mission: String,
    /// The reason code they share.
    pub code: String,
    /// Whose it is.
    pub staff: StaffId,
    /// The human behind the account.
    pub human: HumanId,
    /// `drafted`, `signed`, `running`, `undone` or `done`.
    pub state: String,
    /// When it was put together.
    pub made_at: Timestamp,
    /// When it takes effect, once it is signed.
    pub due_at: Option<Timestamp>,
    /// Who undid it.
    pub undone: Option<StaffId>,
}

/// A case of a bulk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BulkCase {
    /// The case.
    pub case: CaseId,
    /// Whether chance chose it to be looked at in full: 0 no, 1 yes, 2 yes and it was.
    pub sampled: u8,
    /// The hash of what stood there when it was put into the bulk.
    pub seen: Digest,
    /// The name of the command that carries it out.
    pub command: CommandId,
    /// `in`, `out`, `done` or `refused`.
    pub state: String,
    /// Why it was refused, as a word.
    pub why: String,
}

const BULK: &str = "SELECT bulk, mission, code, staff, human, state, made_at, due_at, undone FROM bulks";

impl Bulk {
    fn read(row: &Row<'_>) -> Result<Self, DbError> {
        let time = |at: i64| Timestamp::from_microsecond(at).unwrap_or_default();
        Ok(Self {
            bulk: BulkId::from_bytes(row.get(0)?),
            mission: row.get(1)?,
            code: row.get(2)?,
            staff: StaffId::from_bytes(row.get(3)?),
            human: HumanId::from_bytes(row.get(4)?),
            state: row.get(5)?,
            made_at: time(row.get(6)?),
            due_at: row.get::<Option<i64>>(7)?.map(time),
            undone: row.get::<Option<[u8; 16]>>(8)?.map(StaffId::from_bytes),
        })
    }
}

impl Desk {
    /// Puts a bulk down with its cases.
    pub fn put_bulk(&self, bulk: Bulk, cases: Vec<BulkCase>) -> Ticket<(), StoreError> {
        const PUT: &str = "INSERT INTO bulks (bulk, mission, code, staff, human, state, made_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)";
        const CASE: &str = "INSERT INTO bulk_cases (bulk, case_id, place, sampled, seen, command, state, why)
            VALUES ($1, $2, $3, $4, $5, $6, $7, '')";
        self.0.db.write(move |tx| {
            let Bulk { bulk, mission, code, staff, human, state, made_at, .. } = &bulk;
            let at = made_at.as_microsecond();
            tx.execute(PUT, args![bulk.bytes(), mission, code, staff.bytes(), human.bytes(), state, at])?;
            for (place, of) in cases.iter().enumerate() {
                let BulkCase { case, sampled, seen, command, state, .. } = of;
                let (place, sampled) = (place as u64, u64::from(*sampled));
                tx.execute(
                    CASE,
                    args![bulk.bytes(), case.bytes(), place, sampled, &seen.0, command.bytes(), state],
                )?;
            }
            Ok(())
        })
    }

    /// A bulk.
    ///
    /// # Errors
    /// If the database fails.
    pub fn bulk(&self, bulk: BulkId) -> Result<Option<Bulk>, StoreError> {
        let sql = format!("{BULK} WHERE bulk = $1");
        let rows = self.0.db.read(|tx| tx.query(&sql, args![bulk.bytes()]))?;
        Ok(rows.first().map(|row| Bulk::read(&row)).transpose()?)
    }

    /// The bulks that were put together last, signed or not, the newest first.
    ///
    /// # Errors
    /// If the database fails.
    pub fn bulks(&self, limit: u32) -> Result<Vec<Bulk>, StoreError> {
        let sql = format!("{BULK} ORDER BY made_at DESC, bulk LIMIT $1");
        let rows = self.0.db.read(|tx| tx.query(&sql, args![limit]))?;
        Ok(rows.iter().map(|row| Bulk::read(&row)).collect::<Result<_, _>>()?)
    }

    /// The bulks whose time has come: signed and due, or begun by somebody who did not finish.
    ///
    /// # Errors
    /// If the database fails.
    pub fn due_bulks(&self, at: Timestamp) -> Result<Vec<Bulk>, StoreError> {
        let sql =
            format!("{BULK} WHERE state IN ('signed', 'running') AND due_at <= $1 ORDER BY due_at, bulk");
        let rows = self.0.db.read(|tx| tx.query(&sql, args![at.as_microsecond()]))?;
        Ok(rows.iter().map(|row| Bulk::read(&row)).collect::<Result<_, _>>()?)
    }

    /// The cases of a bulk, in its order.
    ///
    /// # Errors
    /// If the database fails.
    pub fn bulk_cases(&self, bulk: BulkId) -> Result<Vec<BulkCase>, StoreError> {
        const SQL: &str = "SELECT case_id, sampled, seen, command, state, why FROM bulk_cases
            WHERE bulk = $1 ORDER BY place";
        let rows = self.0.db.read(|tx| tx.query(SQL, args![bulk.bytes()]))?;
        let read = |row: Row<'_>| {
            Ok(BulkCase {
                case: CaseId::from_bytes(row.get(0)?),
                sampled: u8::try_from(row.get::<i64>(1)?).unwrap_or_default(),
                seen: Digest(row.get(2)?),
                command: CommandId::from_bytes(row.get(3)?),
                state: row.get(4)?,
                why: row.get(5)?,
            })
        };
        Ok(rows.iter().map(read).collect::<Result<_, DbError>>()?)
    }

    /// The cases that wait in a signed bulk.
    ///
    /// # Errors
    /// If the database fails.
    pub fn cases_in_bulks(&self) -> Result<BTreeSet<CaseId>, StoreError> {
        const SQL: &str =
            "SELECT bulk_cases.case_id FROM bulk_cases JOIN bulks ON bulks.bulk = bulk_cases.bulk
            WHERE bulks.state IN ('signed', 'running') AND bulk_cases.state = 'in'";
        let rows = self.0.db.read(|tx| tx.query(SQL, &[]))?;
        Ok(rows.iter().map(|row| row.get(0).map(CaseId::from_bytes)).collect::<Result<_, DbError>>()?)
    }

    /// Keeps what its officer has typed and ticked in a bulk that is not signed yet.
    ///
    /// # Errors
    /// If the rationale cannot be sealed. The ticket says whether it was still a draft.
    pub fn keep_bulk(
        &self,
        bulk: &Bulk,
        rationale: &str,
        looked: BTreeSet<CaseId>,
        out: BTreeSet<CaseId>,
    ) -> Result<Ticket<bool, StoreError>, StoreError> {
        let holder = Holder::from(bulk.human);
        let key = match self.0.keys.key(holder)? {
            Some(key) => key,
            None => self.0.keys.make(holder)?,
        };
        let sealed = seal(key.section(Section::Staff), &place(bulk.bulk), rationale.as_bytes())?;
        let (bulk, cases) = (bulk.bulk, self.bulk_cases(bulk.bulk)?);
        Ok(self.0.db.write(move |tx| {
            let kept = "UPDATE bulks SET sealed = $2 WHERE bulk = $1 AND state = 'drafted'";
            if tx.execute(kept, args![bulk.bytes(), &sealed[..]])? == 0 {
                return Ok(false);
            }
            for of in &cases {
                let sampled = if of.sampled == 0 { 0 } else { 1 + i64::from(looked.contains(&of.case)) };
                let state = if out.contains(&of.case) { "out" } else { "in" };
                tx.execute(
                    "UPDATE bulk_cases SET sampled = $3, state = $4 WHERE bulk = $1 AND case_id = $2",
                    args![bulk.bytes(), of.case.bytes(), sampled, state],
                )?;
            }
            Ok(true)
        }))
    }

    /// The rationale of a bulk; nothing if none was typed, or its officer is erased.
    ///
    /// # Errors
    /// If the database fails or the box is damaged.
    pub fn rationale_of(&self, bulk: &Bulk) -> Result<Option<String>, StoreError> {
        let sql = "SELECT sealed FROM bulks WHERE bulk = $1";
        let rows = self.0.db.read(|tx| tx.query(sql, args![bulk.bulk.bytes()]))?;
        let Some(row) = rows.first() else { return Ok(None) };
        let sealed: Option<&[u8]> = row.get(0)?;
        let (Some(sealed), Some(key)) = (sealed, self.0.keys.key(Holder::from(bulk.human))?) else {
            return Ok(None);
        };
        let plain = open(key.section(Section::Staff), &place(bulk.bulk), sealed)?;
        Ok(Some(String::from_utf8_lossy(&plain).into_owned()))
    }

    /// Signs a draft, to take effect at `due`. False if it is no draft any more.
    pub fn sign_bulk(&self, bulk: BulkId, due: Timestamp) -> Ticket<bool, StoreError> {
        self.turn(
            "UPDATE bulks SET state = 'signed', due_at = $2 WHERE bulk = $1 AND state = 'drafted'",
            bulk,
            due,
        )
    }

    /// Begins to carry out a bulk that is due. False if it was undone, or was begun before.
    pub fn begin_bulk(&self, bulk: BulkId, at: Timestamp) -> Ticket<bool, StoreError> {
        self.turn(
            "UPDATE bulks SET state = 'running' WHERE bulk = $1 AND state = 'signed' AND due_at <= $2",
            bulk,
            at,
        )
    }

    /// Undoes a signed bulk that is not due yet. False if it is too late, or was undone before.
    pub fn undo_bulk(&self, bulk: BulkId, by: StaffId, at: Timestamp) -> Ticket<bool, StoreError> {
        const SQL: &str = "UPDATE bulks SET state = 'undone', undone = $3
             WHERE bulk = $1 AND state = 'signed' AND due_at > $2";
        self.0
            .db
            .write(move |tx| Ok(tx.execute(SQL, args![bulk.bytes(), at.as_microsecond(), by.bytes()])? > 0))
    }

    /// Notes what became of one case of a bulk.
    pub fn settle_bulk_case(
        &self,
        bulk: BulkId,
        case: CaseId,
        state: &'static str,
        why: &'static str,
    ) -> Ticket<(), StoreError> {
        const SQL: &str = "UPDATE bulk_cases SET state = $3, why = $4 WHERE bulk = $1 AND case_id = $2";
        self.0.db.write(move |tx| {
            tx.execute(SQL, args![bulk.bytes(), case.bytes(), state, why])?;
            Ok(())
        })
    }

    /// Ends a bulk whose every case is settled.
    pub fn end_bulk(&self, bulk: BulkId) -> Ticket<(), StoreError> {
        self.0.db.write(move |tx| {
            let sql = "UPDATE bulks SET state = 'done' WHERE bulk = $1 AND state = 'running'";
            tx.execute(sql, args![bulk.bytes()])?;
            Ok(())
        })
    }

    fn turn(&self, sql: &'static str, bulk: BulkId, at: Timestamp) -> Ticket<bool, StoreError> {
        self.0.db.write(move |tx| Ok(tx.execute(sql, args![bulk.bytes(), at.as_microsecond()])? > 0))
    }
}

fn place(bulk: BulkId) -> Place<'static> {
    Place { stream: StreamId::from_bytes(*bulk.bytes()), version: 0, part: 0, tag: TAG }
}
