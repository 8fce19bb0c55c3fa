//! Folding the whole log, stream by stream.

use super::{entry::read_actor, load::decode, project::Projected};
use crate::{
    StoreError,
    db::{DbError, Row, Tx, Value},
    views::{Change, Table},
};
use jiff::Timestamp;
use muster_case::{Event, OfficeEvent, office::OFFICE_STREAM};
use muster_vocab::{BoxRef, Moment, StreamId};
use std::collections::BTreeMap;

/// Rows of the views, by table and key.
pub type StreamRows = BTreeMap<(Table, Vec<u8>), Vec<Value>>;

/// Where a box lies: its event's stream and version, and its number within the event.
pub(crate) type BoxKey = (StreamId, u64, u16);

/// The columns a fold reads, in order.
const FOLD: &str =
    "SELECT stream, version, at, actor, tag, shape, body, seq FROM log ORDER BY stream, version";

/// Which exact values a box holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exact {
    /// An identity: a document's number.
    Identity,
    /// A contact: an e-mail address, a telephone number.
    Contact,
}

/// A box whose exact values must stand among the look-ups.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Source {
    pub(crate) at: BoxKey,
    pub(crate) tag: &'static str,
    pub(crate) holder: [u8; 16],
    pub(crate) holds: Exact,
}

/// What a stream folds into.
pub(crate) struct Folded {
    pub(crate) stream: StreamId,
    pub(crate) version: u64,
    /// The rows of the views, but for the look-ups: those follow from `sources`, which lie in boxes.
    pub(crate) rows: StreamRows,
    pub(crate) sources: Vec<Source>,
}

/// What a fold of the whole log tells.
pub(crate) trait Witness {
    /// An event refers to a box, which must lie under the key of `holder`.
    fn boxed(&mut self, at: BoxKey, to: &BoxRef, holder: Option<[u8; 16]>);
    /// A stream is folded.
    fn folded(&mut self, stream: Folded);
    /// A stream cannot be folded.
    fn broken(&mut self, stream: StreamId, why: StoreError);
}

/// Folds the log that `tx` shows.
pub(crate) fn fold_all(tx: &mut dyn Tx, witness: &mut dyn Witness) -> Result<(), DbError> {
    let mut open: Option<Either> = None;
    let mut skip: Option<StreamId> = None;
    tx.each(FOLD, &[], &mut |row| {
        let stream = StreamId::from_bytes(row.get(0)?);
        if skip == Some(stream) {
            return Ok(());
        }
        if open.as_ref().is_none_or(|open| open.stream() != stream)
            && let Some(done) = open.replace(Either::new(stream))
        {
            witness.folded(done.finish());
        }
        let Some(folding) = open.as_mut() else { return Ok(()) };
        if let Err(error) = folding.apply(&row, witness) {
            witness.broken(stream, error);
            (open, skip) = (None, Some(stream));
        }
        Ok(())
    })?;
    if let Some(last) = open {
        witness.folded(last.finish());
    }
    Ok(())
}

/// Either kind of stream.
enum Either {
    Case(Box<Folding<Event>>),
    Office(Box<Folding<OfficeEvent>>),
}

impl Either {
    fn new(stream: StreamId) -> Self {
        if stream == OFFICE_STREAM {
            Self::Office(Box::new(Folding::new(stream)))
        } else {
            Self::Case(Box::new(Folding::new(stream)))
        }
    }

    fn stream(&self) -> StreamId {
        match self {
            Self::Case(folding) => folding.stream,
            Self::Office(folding) => folding.stream,
        }
    }

    fn apply(&mut self, row: &Row<'_>, witness: &mut dyn Witness) -> Result<(), StoreError> {
        match self {
            Self::Case(folding) => folding.apply(row, witness),
            Self::Office(folding) => folding.apply(row, witness),
        }
    }

    fn finish(self) -> Folded {
        match self {
            Self::Case(folding) => folding.finish(),
            Self::Office(folding) => folding.finish(),
        }
    }
}

/// A stream in the middle of being folded.
struct Folding<E: Projected> {
    stream: StreamId,
    version: u64,
    state: E::State,
    rows: StreamRows,
    sources: Vec<Source>,
    changes: Vec<Change>,
}

impl<E: Projected> Folding<E> {
    fn new(stream: StreamId) -> Self {
        let (rows, sources, changes) = (StreamRows::new(), Vec::new(), Vec::new());
        Self { stream, version: 0, state: E::State::default(), rows, sources, changes }
    }

    /// Applies one row of [`FOLD`].
    fn apply(&mut self, row: &Row<'_>, witness: &mut dyn Witness) -> Result<(), StoreError> {
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
        let mut event = decode::<E>(self.stream, version, row.get(4)?, row.get(5)?, row.get(6)?)?;
        let holder = event.holder(&self.state);
        event.sealed_parts(&mut |part| {
            if let Some(to) = part.reference_mut() {
                witness.boxed((self.stream, version, to.part), to, holder);
            }
        });
        if let (Some((identity, contact)), Some(holder)) = (event.token_sources(), holder) {
            let tag = event.stored_tag();
            let parts = [(identity.reference(), Exact::Identity), (contact.reference(), Exact::Contact)];
            for (to, holds) in parts {
                let at = (self.stream, version, to.map_or(0, |to| to.part));
                self.sources.push(Source { at, tag, holder, holds });
            }
        }
        let before = self.state.clone();
        event.evolve(&mut self.state, &moment);
        let mut changes = std::mem::take(&mut self.changes);
        event.project(self.stream, version, at, &before, &self.state, Vec::new(), &mut changes);
        for change in changes.drain(..) {
            self.change(change);
        }
        self.changes = changes;
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
            Change::Clear(table, _) => {
                self.rows.retain(|(of, _), _| *of != table);
                if table == Table::Lookups {
                    self.sources.clear();
                }
            }
        }
    }

    fn finish(mut self) -> Folded {
        if let Some(change) = E::row(self.stream, self.version, &self.state) {
            self.change(change);
        }
        Folded { stream: self.stream, version: self.version, rows: self.rows, sources: self.sources }
    }
}

/// A key's columns as bytes, for maps.
pub(crate) fn key_bytes(key: &[Value]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(40);
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
