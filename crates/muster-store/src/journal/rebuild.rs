//! Making the views anew from the log alone.

use super::{
    Journal,
    entry::read_actor,
    load::decode,
    project::{Projected, tokens_of},
};
use crate::{
    StoreError,
    db::{Row, Tx, Value},
    keys::Holder,
    views::{Change, Table},
};
use jiff::Timestamp;
use muster_case::{Event, OfficeEvent, office::OFFICE_STREAM};
use muster_vocab::{BoxRef, Moment, StreamId};
use std::collections::BTreeMap;

/// Rows of the views, by table and key.
pub type StreamRows = BTreeMap<(Table, Vec<u8>), Vec<Value>>;

/// The columns a fold reads, in order.
pub(crate) const FOLD: &str =
    "SELECT stream, version, at, actor, tag, shape, body, seq FROM log ORDER BY stream, version";

/// A stream in the middle of being folded.
pub(crate) struct Folding<E: Projected> {
    stream: StreamId,
    version: u64,
    state: E::State,
    rows: StreamRows,
}

impl<E: Projected> Folding<E> {
    fn new(stream: StreamId) -> Self {
        Self { stream, version: 0, state: E::State::default(), rows: StreamRows::new() }
    }

    /// Applies one row of [`FOLD`]; shows every box reference to `boxed`.
    fn apply(
        &mut self,
        journal: &Journal,
        row: &Row<'_>,
        boxed: &mut dyn FnMut(u64, &BoxRef),
    ) -> Result<(), StoreError> {
        let seq = row.get(7)?;
        let damaged = || StoreError::Damaged { seq };
        let version: u64 = row.get(1)?;
        if version != self.version + 1 {
            return Err(damaged());
        }
        self.version = version;
        let at = row.get(2)?;
        let by = read_actor(row.get(3)?).ok_or_else(damaged)?;
        let moment = Moment { at: Timestamp::from_microsecond(at).map_err(|_| damaged())?, by };
        let tag: &str = row.get(4)?;
        let mut event = decode::<E>(self.stream, version, tag, row.get(5)?, row.get(6)?)?;
        event.sealed_parts(&mut |part| {
            if let Some(at) = part.reference_mut() {
                boxed(version, at);
            }
        });
        let tokens = match (event.token_sources(), event.holder(&self.state)) {
            (Some((identity, contact)), Some(holder)) => {
                let holder = Holder::from_bytes(holder);
                let opened = (journal.open(holder, identity), journal.open(holder, contact));
                match opened {
                    (Ok(Some(identity)), Ok(Some(contact))) => {
                        tokens_of(&journal.lookup, &identity, &contact)
                    }
                    // A damaged box is the box check's finding; an erased person has no look-ups.
                    _ => Vec::new(),
                }
            }
            _ => Vec::new(),
        };
        let before = self.state.clone();
        event.evolve(&mut self.state, &moment);
        let mut changes = Vec::new();
        event.project(self.stream, version, at, &before, &self.state, tokens, &mut changes);
        for change in changes {
            self.change(change);
        }
        Ok(())
    }

    fn change(&mut self, change: Change) {
        match change {
            Change::Put(table, row) => {
                self.rows.insert((table, key_bytes(&row[..table.key_len()])), row);
            }
            Change::Delete(table, key) => {
                self.rows.remove(&(table, key_bytes(&key)));
            }
            Change::Clear(table, _) => self.rows.retain(|(of, _), _| *of != table),
        }
    }

    fn finish(mut self) -> StreamRows {
        if let Some(change) = E::row(self.stream, self.version, &self.state) {
            self.change(change);
        }
        self.rows
    }
}

/// A key's columns as bytes, for maps.
pub(crate) fn key_bytes(key: &[Value]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(32);
    for value in key {
        match value {
            Value::Null => bytes.push(0),
            Value::Int(n) => bytes.extend_from_slice(&n.to_be_bytes()),
            Value::Real(r) => bytes.extend_from_slice(&r.to_be_bytes()),
            Value::Text(text) => bytes.extend_from_slice(text.as_bytes()),
            Value::Blob(blob) => bytes.extend_from_slice(blob),
        }
        bytes.push(0xff);
    }
    bytes
}

/// Either kind of stream.
enum Either {
    Case(Box<Folding<Event>>),
    Office(Folding<OfficeEvent>),
}

impl Journal {
    /// Folds the whole log, stream by stream, and hands the rows of each to `see`. What cannot be folded is told to
    /// `broken`, and the stream's rows are left out.
    pub(crate) fn fold_all(
        &self,
        boxed: &mut dyn FnMut(StreamId, u64, &BoxRef),
        see: &mut dyn FnMut(StreamId, StreamRows),
        broken: &mut dyn FnMut(StreamId, StoreError),
    ) -> Result<(), StoreError> {
        let mut open: Option<Either> = None;
        let mut skip: Option<StreamId> = None;
        let mut close = |open: Option<Either>| match open {
            Some(Either::Case(folding)) => see(folding.stream, folding.finish()),
            Some(Either::Office(folding)) => see(folding.stream, folding.finish()),
            None => {}
        };
        self.db
            .read(|tx: &mut dyn Tx| {
                tx.each(FOLD, &[], &mut |row| {
                    let stream = StreamId::from_bytes(row.get(0)?);
                    if skip == Some(stream) {
                        return Ok(());
                    }
                    let current = open.as_ref().map(|open| match open {
                        Either::Case(folding) => folding.stream,
                        Either::Office(folding) => folding.stream,
                    });
                    if current != Some(stream) {
                        close(open.take());
                        open = Some(if stream == OFFICE_STREAM {
                            Either::Office(Folding::new(stream))
                        } else {
                            Either::Case(Box::new(Folding::new(stream)))
                        });
                    }
                    let mut each_box = |version, at: &BoxRef| boxed(stream, version, at);
                    let applied = match open.as_mut() {
                        Some(Either::Case(folding)) => folding.apply(self, &row, &mut each_box),
                        Some(Either::Office(folding)) => folding.apply(self, &row, &mut each_box),
                        None => Ok(()),
                    };
                    if let Err(error) = applied {
                        broken(stream, error);
                        open = None;
                        skip = Some(stream);
                    }
                    Ok(())
                })
            })
            .map_err(|error: crate::db::DbError| StoreError::from(error))?;
        close(open);
        Ok(())
    }

    /// The views as the log alone gives them: every row of every table.
    ///
    /// # Errors
    /// If the log cannot be read or folded.
    pub fn rebuild(&self) -> Result<StreamRows, StoreError> {
        let mut all = StreamRows::new();
        let mut failure = None;
        self.fold_all(&mut |_, _, _| {}, &mut |_, rows| all.extend(rows), &mut |_, error| {
            failure = Some(error);
        })?;
        failure.map_or(Ok(all), Err)
    }

    /// The views as they stand in the database: every row of every table.
    ///
    /// # Errors
    /// If the database fails.
    pub fn live(&self) -> Result<StreamRows, StoreError> {
        let mut all = StreamRows::new();
        for &table in Table::ALL {
            let sql = format!("SELECT {} FROM {}", table.columns().join(", "), table.name());
            self.db.read(|tx| {
                tx.each(&sql, &[], &mut |row| {
                    all.insert((table, key_bytes(&row.0[..table.key_len()])), row.0.to_vec());
                    Ok(())
                })
            })?;
        }
        Ok(all)
    }
}
