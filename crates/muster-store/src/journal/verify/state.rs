//! Checking what follows from the log: boxes, views, commands, cursors.

use super::{Damage, VerifyReport};
use crate::{
    StoreError, args,
    db::{Tx, Value},
    journal::{
        Journal,
        fold::{BoxKey, Exact, Folded, Source, Witness, fold_all, key_bytes},
        lists::lines_of,
        rebuild::lookup_row,
    },
    views::Table,
};
use muster_case::{Logged as _, OfficeEvent};
use muster_vocab::{BoxRef, Digest, StreamId};
use sha2::{Digest as _, Sha256};
use std::{
    collections::{HashMap, HashSet, hash_map::DefaultHasher},
    hash::{Hash as _, Hasher as _},
};

/// What the log says of everything else.
#[derive(Default)]
pub(super) struct Expected {
    /// How many events each stream has.
    versions: HashMap<StreamId, u64>,
    /// The boxes.
    boxes: HashMap<BoxKey, Due>,
    /// For each view row, by the hash of its key, the row's hash and table.
    rows: HashMap<u64, (u64, Table)>,
    /// Whose keys are needed.
    pub(super) holders: HashSet<[u8; 16]>,
    /// What was found while folding.
    found: Vec<Damage>,
}

/// A box that must be there.
struct Due {
    sha256: Digest,
    holder: Option<[u8; 16]>,
    source: Option<(&'static str, Exact)>,
}

impl Journal {
    pub(super) fn verify_state(&self, report: &mut VerifyReport) -> Result<(), StoreError> {
        let mut expected = Expected::default();
        self.db.read(|tx| {
            fold_all(tx, &mut expected)?;
            report.streams = expected.versions.len() as u64;
            expected.found.drain(..).for_each(|damage| report.find(damage));
            self.verify_boxes(tx, &mut expected, report)?;
            verify_views(tx, &mut expected.rows, report)?;
            verify_beside(tx, &expected.versions, report)?;
            verify_lists(tx, report)
        })?;
        self.verify_keys(&expected.holders, report)
    }

    /// Every box has the hash its event tells and lies under the key of its person; none is missing, none too many.
    fn verify_boxes(
        &self,
        tx: &mut dyn Tx,
        expected: &mut Expected,
        report: &mut VerifyReport,
    ) -> Result<(), StoreError> {
        let Expected { boxes, rows, .. } = expected;
        tx.each("SELECT stream, version, part, holder, sealed FROM boxes", &[], &mut |row| {
            report.boxes += 1;
            let (stream, version, part) = (StreamId::from_bytes(row.get(0)?), row.get(1)?, row.get(2)?);
            let (holder, sealed): ([u8; 16], &[u8]) = (row.get(3)?, row.get(4)?);
            let what = match boxes.remove(&(stream, version, part)) {
                None => "it belongs to no event",
                Some(due) if due.sha256.0 != <[u8; 32]>::from(Sha256::digest(sealed)) => "it was changed",
                Some(due) if due.holder != Some(holder) => "it says another holder than its event",
                Some(Due { source: Some((tag, holds)), .. }) => {
                    let source = Source { at: (stream, version, part), tag, holder, holds };
                    match self.tokens_in(&source, sealed) {
                        Ok(tokens) => {
                            for (kind, token) in tokens {
                                let row = lookup_row(kind, token, stream);
                                rows.insert(key_hash(Table::Lookups, &row), (row_hash(&row), Table::Lookups));
                            }
                            return Ok(());
                        }
                        Err(_) => "it does not open",
                    }
                }
                Some(_) => return Ok(()),
            };
            report.find(Damage::Box { stream, version, part, what });
            Ok(())
        })?;
        for (stream, version, part) in boxes.drain().map(|(at, _)| at) {
            report.find(Damage::Box { stream, version, part, what: "it is missing" });
        }
        Ok(())
    }
}

/// Every row of every view follows from the log; none is missing.
fn verify_views(
    tx: &mut dyn Tx,
    expected: &mut HashMap<u64, (u64, Table)>,
    report: &mut VerifyReport,
) -> Result<(), StoreError> {
    for &table in Table::ALL {
        tx.each(table.select(), &[], &mut |row| {
            report.rows += 1;
            let what = match expected.remove(&key_hash(table, row.0)) {
                None => "a row does not follow from the log",
                Some((hash, _)) if hash != row_hash(row.0) => "a row differs from what the log says",
                Some(_) => return Ok(()),
            };
            report.find(Damage::View { table: table.name(), what });
            Ok(())
        })?;
    }
    for (_, table) in expected.drain().map(|(_, told)| told) {
        report.find(Damage::View { table: table.name(), what: "a row is missing" });
    }
    Ok(())
}

/// Commands name events that are there; no worker is ahead of the log.
fn verify_beside(
    tx: &mut dyn Tx,
    versions: &HashMap<StreamId, u64>,
    report: &mut VerifyReport,
) -> Result<(), StoreError> {
    tx.each("SELECT command, stream, version FROM commands", &[], &mut |row| {
        let (_, stream, version): ([u8; 16], _, u64) =
            (row.get(0)?, StreamId::from_bytes(row.get(1)?), row.get(2)?);
        if versions.get(&stream).copied().unwrap_or(0) < version {
            report.find(Damage::View { table: "commands", what: "a row names an event that is not there" });
        }
        Ok(())
    })?;
    let ahead = "SELECT 1 FROM cursors WHERE seq < 0 OR seq > (SELECT COALESCE(MAX(log.seq), 0) FROM log)";
    if !tx.query(ahead, args![])?.is_empty() {
        report.find(Damage::View { table: "cursors", what: "a worker is ahead of the log" });
    }
    Ok(())
}

/// The entries of every list edition are those whose hash the log holds; none is missing, none too many.
fn verify_lists(tx: &mut dyn Tx, report: &mut VerifyReport) -> Result<(), StoreError> {
    let mut imported = HashSet::new();
    let rows = tx.query("SELECT tag, shape, body FROM log WHERE tag = 'office.list_imported'", &[])?;
    for row in rows.iter() {
        // A row that cannot be read was found while folding.
        if let Ok(OfficeEvent::ListImported(event)) =
            OfficeEvent::decode(row.get(0)?, row.get(1)?, row.get(2)?)
        {
            imported.insert(event.edition.content);
        }
    }
    tx.each("SELECT content, bytes, entries FROM list_editions", &[], &mut |row| {
        report.rows += 1;
        let content = Digest(row.get(0)?);
        let known = imported.remove(&content);
        if !known || lines_of(content, row.get(1)?, row.get(2)?).is_none() {
            let what = "the entries of an edition are not those that were imported";
            report.find(Damage::View { table: "list_editions", what });
        }
        Ok(())
    })?;
    for _ in imported {
        report.find(Damage::View { table: "list_editions", what: "the entries of an edition are missing" });
    }
    Ok(())
}

impl Witness for Expected {
    fn boxed(&mut self, at: BoxKey, to: &BoxRef, holder: Option<[u8; 16]>) {
        self.holders.extend(holder);
        self.boxes.insert(at, Due { sha256: to.sha256, holder, source: None });
    }

    fn folded(&mut self, stream: Folded) {
        self.versions.insert(stream.stream, stream.version);
        for ((table, _), row) in stream.rows {
            let told = self.rows.insert(key_hash(table, &row), (row_hash(&row), table));
            if told.is_some() {
                let what = "two streams give the same row";
                self.found.push(Damage::View { table: table.name(), what });
            }
        }
        for source in stream.sources {
            if let Some(due) = self.boxes.get_mut(&source.at) {
                due.source = Some((source.tag, source.holds));
            }
        }
    }

    fn broken(&mut self, stream: StreamId, why: StoreError) {
        self.found.push(Damage::Stream { stream, what: why.to_string() });
    }
}

/// 64 bits suffice: they tell rows apart that were not made to collide, and the log itself is held by SHA-256.
fn key_hash(table: Table, row: &[Value]) -> u64 {
    let mut hasher = DefaultHasher::new();
    table.hash(&mut hasher);
    key_bytes(&row[..table.key_len()]).hash(&mut hasher);
    hasher.finish()
}

fn row_hash(row: &[Value]) -> u64 {
    let mut hasher = DefaultHasher::new();
    for value in row {
        match value {
            Value::Null => 0_u8.hash(&mut hasher),
            Value::Int(n) => (1_u8, n).hash(&mut hasher),
            Value::Real(r) => (2_u8, r.to_bits()).hash(&mut hasher),
            Value::Text(text) => (3_u8, text).hash(&mut hasher),
            Value::Blob(bytes) => (4_u8, bytes).hash(&mut hasher),
        }
    }
    hasher.finish()
}
