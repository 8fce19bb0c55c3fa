//! Appending: log rows, boxes and views, in one transaction.

use super::{
    Journal,
    entry::{Contents, link, write_actor},
    lists::ListContent,
    project::Projected,
    seal::{BoxRow, shut},
};
use crate::{
    StoreError, args,
    db::{Arg, DbError, Ticket, Tx},
    keys::{Holder, PersonKey},
    views::Change,
};
use muster_vocab::{CommandId, Digest, Moment, StreamId};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    sync::LazyLock,
};

/// Events decided on a state, on their way to the log.
#[derive(Debug, Clone)]
pub struct Draft<E: muster_case::Logged> {
    /// The stream.
    pub stream: StreamId,
    /// The version the events were decided on.
    pub version: u64,
    /// The state they were decided on.
    pub state: E::State,
    /// The events, each with its moment.
    pub events: Vec<(E, Moment)>,
    /// The sender's name for the command, if sending it twice must do it once.
    pub command: Option<CommandId>,
}

/// What was appended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Appended {
    /// The stream's version now.
    pub version: u64,
}

/// A log row whose place is not known yet.
#[derive(Clone)]
struct Row {
    version: u64,
    at: i64,
    actor: String,
    tag: &'static str,
    shape: u16,
    body: String,
}

impl Row {
    fn digest(&self, stream: StreamId) -> Digest {
        let Self { version, at, actor, tag, shape, body } = self;
        Contents { stream, version: *version, at: *at, actor, tag, shape: *shape, body }.digest()
    }
}

/// Everything one append writes, made before the writer's turn comes.
pub(super) struct Batch {
    stream: StreamId,
    /// The stream's version once it is appended.
    version: u64,
    /// Each with the digest of its contents.
    rows: Vec<(Digest, Row)>,
    boxes: Vec<BoxRow>,
    changes: Vec<Change>,
    command: Option<CommandId>,
    /// Whether the events only say that somebody looked: they are appended wherever the stream ends by then.
    looks: bool,
    /// The entries of the list edition that the events speak of.
    pub(super) list: Option<ListContent>,
}

impl Journal {
    /// Seals, projects and appends. The ticket answers once all of it is on disk, or nothing of it is.
    ///
    /// Sealing is done here, on the thread that asks; the writer only links, inserts and commits. The sealing key of
    /// a new person is made durable first: then a crash leaves at most a key that opens nothing.
    ///
    /// Events that only say that somebody looked are never stale.
    ///
    /// # Errors
    /// [`StoreError::Keys`] if the holder's key was destroyed. The ticket answers [`StoreError::Stale`] if the
    /// stream grew meanwhile, and what the store itself refuses.
    pub fn append<E: Projected>(&self, draft: Draft<E>) -> Result<Ticket<Appended, StoreError>, StoreError> {
        Ok(self.append_knowing(draft)?.0)
    }

    /// As [`Journal::append`], and gives the state that follows, as it would be read back once it is on disk: for
    /// whoever goes on with a stream without reading it again.
    ///
    /// # Errors
    /// As [`Journal::append`].
    pub fn append_knowing<E: Projected>(
        &self,
        draft: Draft<E>,
    ) -> Result<(Ticket<Appended, StoreError>, E::State), StoreError> {
        let (batch, state) = self.batch(draft)?;
        Ok((self.db.write(move |tx| batch.write(tx)), state))
    }

    /// Records in one go that somebody looked at many streams: `looks` are events that only say so.
    ///
    /// # Errors
    /// As [`Journal::append`].
    ///
    /// # Panics
    /// If an event says more than that somebody looked.
    pub fn append_looks<E: Projected>(
        &self,
        looks: Vec<(StreamId, E, Moment)>,
    ) -> Result<Ticket<(), StoreError>, StoreError> {
        let batches = looks.into_iter().map(|(stream, event, moment)| {
            assert!(event.is_look(), "an event that changes something is decided on the state that is so");
            let (state, events) = (E::State::default(), vec![(event, moment)]);
            Ok(self.batch(Draft { stream, version: 0, state, events, command: None })?.0)
        });
        let batches = batches.collect::<Result<Vec<_>, StoreError>>()?;
        Ok(self.db.write(move |tx| {
            let mut rest = batches.as_slice();
            while let Some(first) = rest.first() {
                let mut streams = BTreeSet::new();
                let alike = |batch: &&Batch| {
                    batch.rows.len() == first.rows.len() && streams.insert(*batch.stream.bytes())
                };
                let (some, others) = rest.split_at(rest.iter().take(LOOKS_MAX).take_while(alike).count());
                write_looks(tx, some)?;
                rest = others;
            }
            Ok(())
        }))
    }

    pub(super) fn batch<E: Projected>(&self, draft: Draft<E>) -> Result<(Batch, E::State), StoreError> {
        let Draft { stream, mut version, mut state, events, command } = draft;
        let mut rows = Vec::with_capacity(events.len());
        let (mut boxes, mut changes) = (Vec::new(), Vec::new());
        let mut known: Option<PersonKey> = None;
        let looks =
            !events.is_empty() && command.is_none() && events.iter().all(|(event, _)| event.is_look());
        for (mut event, moment) in events {
            version += 1;
            let tokens = event.tokens(&self.lookup);
            let holder = event.holder(&state).map(Holder::from_bytes);
            let tag = event.stored_tag();
            shut(&mut event, tag, stream, version, &mut || self.key_of(holder, &mut known), &mut boxes)?;
            let stored = event.encode().map_err(|error| StoreError::Sealing(error.to_string()))?;
            let before = state.clone();
            event.evolve(&mut state, &moment);
            let at = moment.at.as_microsecond();
            event.project(stream, version, at, &before, &state, tokens, &mut changes);
            let actor = write_actor(&moment.by);
            let row = Row { version, at, actor, tag: stored.tag, shape: stored.shape, body: stored.body };
            rows.push((row.digest(stream), row));
        }
        // Without events nothing tells a stale state from a fresh one, so nothing of it may reach the views.
        if !rows.is_empty() && !looks {
            changes.extend(E::row(stream, version, &state));
        }
        Ok((Batch { stream, version, rows, boxes, changes, command, looks, list: None }, state))
    }

    fn key_of(&self, holder: Option<Holder>, known: &mut Option<PersonKey>) -> Result<PersonKey, StoreError> {
        let holder = holder.ok_or_else(|| StoreError::Sealing("nobody holds the value".into()))?;
        if let Some(key) = known.as_ref().filter(|key| key.holder() == holder) {
            return Ok(key.clone());
        }
        let key = match self.keys.key(holder)? {
            Some(key) => key,
            None => self.keys.make(holder)?,
        };
        Ok(known.insert(key).clone())
    }
}

impl Batch {
    pub(super) fn write(&self, tx: &mut dyn Tx) -> Result<Appended, StoreError> {
        if self.looks {
            return Ok(Appended { version: write_looks(tx, std::slice::from_ref(self))? });
        }
        if !self.rows.is_empty() {
            let rows: Vec<_> =
                self.rows.iter().map(|(contents, row)| (self.stream, *contents, row)).collect();
            write_rows(tx, &rows)?;
            self.write_boxes(tx)?;
        }
        for change in &self.changes {
            change.carry_out(tx)?;
        }
        if let Some(list) = &self.list {
            list.write(tx)?;
        }
        let version = self.version;
        if let Some(command) = &self.command {
            let sql = "INSERT INTO commands (command, stream, version) VALUES ($1, $2, $3)";
            tx.execute(sql, args![command.bytes(), self.stream.bytes(), version])?;
        }
        Ok(Appended { version })
    }

    fn write_boxes(&self, tx: &mut dyn Tx) -> Result<(), DbError> {
        insert(tx, &BOXES, 5, self.boxes.len(), |n, args| {
            let row = &self.boxes[n];
            args.extend_from_slice(args![
                self.stream.bytes(),
                row.version,
                row.part,
                &row.holder,
                &row.sealed
            ]);
        })
    }
}

/// So many looks go into one statement.
const LOOKS_MAX: usize = 32;

/// Appends looks at different streams, as many at each, wherever each ends by then: many look at one case at once, and none
/// of them has to decide again because another looked first. Gives where the last stream ends.
fn write_looks(tx: &mut dyn Tx, looks: &[Batch]) -> Result<u64, DbError> {
    let streams: Vec<Arg<'_>> = looks.iter().map(|look| Arg::Blob(look.stream.bytes())).collect();
    let numbered: Vec<String> = (1..=streams.len()).map(|n| format!("${n}")).collect();
    let these = numbered.join(", ");
    let sql = format!("SELECT stream, MAX(version) FROM log WHERE stream IN ({these}) GROUP BY stream");
    let mut ends: BTreeMap<[u8; 16], u64> = BTreeMap::new();
    for row in tx.query(&sql, &streams)?.iter() {
        ends.insert(row.get(0)?, row.get(1)?);
    }
    let (mut moved, mut end) = (Vec::new(), 0);
    for look in looks {
        end = ends.get(look.stream.bytes()).copied().unwrap_or_default();
        for (_, row) in &look.rows {
            end += 1;
            moved.push((look.stream, Row { version: end, ..row.clone() }));
        }
    }
    let rows: Vec<_> = moved.iter().map(|(stream, row)| (*stream, row.digest(*stream), row)).collect();
    write_rows(tx, &rows)?;
    let more = looks.first().map_or(0, |look| look.rows.len());
    // Where a case waits, it waits still. The office has no row; an update of none is nothing.
    let sql = format!(
        "UPDATE waiting SET version = version + {more} WHERE case_id IN ({these})
            AND version = (SELECT cases.version FROM cases WHERE cases.case_id = waiting.case_id)"
    );
    tx.execute(&sql, &streams)?;
    let sql = format!("UPDATE cases SET version = version + {more} WHERE case_id IN ({these})");
    tx.execute(&sql, &streams)?;
    Ok(end)
}

/// Appends to the log: each row with its stream and the digest of its contents.
fn write_rows(tx: &mut dyn Tx, rows: &[(StreamId, Digest, &Row)]) -> Result<(), DbError> {
    let (mut seq, mut hash) = head(tx)?;
    let hashes: Vec<(u64, Digest, Digest)> = rows
        .iter()
        .map(|(_, contents, _)| {
            seq += 1;
            let prev = hash;
            hash = link(prev, seq, *contents);
            (seq, prev, hash)
        })
        .collect();
    insert(tx, &LOG, 10, rows.len(), |n, args| {
        let ((stream, _, row), (seq, prev, hash)) = (&rows[n], &hashes[n]);
        args.extend_from_slice(args![
            *seq,
            stream.bytes(),
            row.version,
            row.at,
            &row.actor,
            row.tag,
            row.shape,
            &row.body,
            &prev.0,
            &hash.0
        ]);
    })
}

/// Rows of one statement: one round trip on a server, and few different texts to prepare.
const ROWS_MAX: usize = 8;

/// The texts of an insertion, by the number of rows less one.
type Texts = LazyLock<[String; ROWS_MAX]>;

static LOG: Texts = LazyLock::new(|| {
    texts("INSERT INTO log (seq, stream, version, at, actor, tag, shape, body, prev, hash) VALUES ", 10)
});
static BOXES: Texts =
    LazyLock::new(|| texts("INSERT INTO boxes (stream, version, part, holder, sealed) VALUES ", 5));

fn insert<'a>(
    tx: &mut dyn Tx,
    texts: &Texts,
    width: usize,
    count: usize,
    fill: impl Fn(usize, &mut Vec<Arg<'a>>),
) -> Result<(), DbError> {
    let mut args = Vec::with_capacity(width * ROWS_MAX.min(count));
    let mut done = 0;
    while done < count {
        let rows = ROWS_MAX.min(count - done);
        args.clear();
        (done..done + rows).for_each(|n| fill(n, &mut args));
        tx.execute(&texts[rows - 1], &args)?;
        done += rows;
    }
    Ok(())
}

fn texts(head: &str, width: usize) -> [String; ROWS_MAX] {
    std::array::from_fn(|less| text(head, width, less + 1))
}

fn text(head: &str, width: usize, rows: usize) -> String {
    let mut sql = String::with_capacity(head.len() + rows * width * 5);
    sql.push_str(head);
    for row in 0..rows {
        sql.push_str(if row == 0 { "(" } else { ", (" });
        for column in 0..width {
            let comma = if column == 0 { "" } else { ", " };
            let _infallible = write!(sql, "{comma}${}", row * width + column + 1);
        }
        sql.push(')');
    }
    sql
}

/// The end of the log: its last place and hash.
pub(crate) fn head(tx: &mut dyn Tx) -> Result<(u64, Digest), DbError> {
    let rows = tx.query("SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1", &[])?;
    rows.first().map_or(Ok((0, Digest::ZERO)), |row| Ok((row.get(0)?, Digest(row.get(1)?))))
}
