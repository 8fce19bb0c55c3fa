//! Following the log: what workers read, and how far they have come.

use super::{
    Journal,
    entry::{COLUMNS, Entry},
};
use crate::{
    StoreError, args,
    db::{DbError, Ticket},
};
use muster_vocab::StreamId;

/// An entry as a follower sees it: what happened where, without the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Followed {
    /// Its place in the log.
    pub seq: u64,
    /// Its stream.
    pub stream: StreamId,
    /// Its place in the stream.
    pub version: u64,
    /// The stored tag.
    pub tag: String,
}

/// The stored tag of a look: that somebody read something.
pub(crate) const LOOK: &str = "access.recorded";

impl Followed {
    /// Whether it only tells that somebody looked: nothing about the stream follows from it.
    #[must_use]
    pub fn is_look(&self) -> bool {
        self.tag == LOOK
    }
}

impl Journal {
    /// Entries after `seq` whose tag is one of `tags`, at most `limit`.
    ///
    /// # Errors
    /// If the database fails.
    pub fn follow(&self, seq: u64, tags: &[&str], limit: u32) -> Result<Vec<Followed>, StoreError> {
        let named: Vec<String> = (0..tags.len()).map(|n| format!("${}", n + 3)).collect();
        let sql = format!(
            "SELECT seq, stream, version, tag FROM log WHERE seq > $1 AND tag IN ({}) ORDER BY seq LIMIT $2",
            named.join(", ")
        );
        let mut bound = args![seq, limit].to_vec();
        bound.extend(tags.iter().map(|tag| crate::db::Arg::Text(tag)));
        self.db.read(|tx| {
            let rows = tx.query(&sql, &bound)?;
            rows.iter()
                .map(|row| {
                    let stream = StreamId::from_bytes(row.get(1)?);
                    Ok(Followed { seq: row.get(0)?, stream, version: row.get(2)?, tag: row.get(3)? })
                })
                .collect()
        })
    }

    /// Entries after `seq` of any tag, at most `limit`.
    ///
    /// # Errors
    /// If the database fails.
    pub fn follow_all(&self, seq: u64, limit: u32) -> Result<Vec<Followed>, StoreError> {
        const SQL: &str = "SELECT seq, stream, version, tag FROM log WHERE seq > $1 ORDER BY seq LIMIT $2";
        self.db.read(|tx| {
            let rows = tx.query(SQL, args![seq, limit])?;
            rows.iter()
                .map(|row| {
                    let stream = StreamId::from_bytes(row.get(1)?);
                    Ok(Followed { seq: row.get(0)?, stream, version: row.get(2)?, tag: row.get(3)? })
                })
                .collect()
        })
    }

    /// How far `worker` has come.
    ///
    /// # Errors
    /// If the database fails.
    pub fn cursor(&self, worker: &str) -> Result<u64, StoreError> {
        let rows = self.db.read(|tx| tx.query("SELECT seq FROM cursors WHERE worker = $1", args![worker]))?;
        rows.first().map_or(Ok(0), |row| Ok(row.get(0)?))
    }

    /// Remembers how far `worker` has come.
    pub fn move_cursor(&self, worker: &str, seq: u64) -> Ticket<(), StoreError> {
        let worker = worker.to_owned();
        self.db.write(move |tx| {
            let sql = "INSERT INTO cursors (worker, seq) VALUES ($1, $2)
                       ON CONFLICT (worker) DO UPDATE SET seq = excluded.seq";
            tx.execute(sql, args![&worker, seq])?;
            Ok(())
        })
    }

    /// How many entries the log has.
    ///
    /// # Errors
    /// If the database fails.
    pub fn len(&self) -> Result<u64, StoreError> {
        Ok(self.db.read(super::append::head)?.0)
    }

    /// Whether the log has no entry.
    ///
    /// # Errors
    /// If the database fails.
    pub fn is_empty(&self) -> Result<bool, StoreError> {
        Ok(self.len()? == 0)
    }

    /// Hands every entry of the log to `see`, in order.
    ///
    /// # Errors
    /// If the database fails, or what `see` gives back.
    pub fn each_entry(&self, see: &mut dyn FnMut(Entry) -> Result<(), StoreError>) -> Result<(), StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM log ORDER BY seq");
        let mut failure = None;
        let walked = self.db.read(|tx| {
            tx.each(&sql, &[], &mut |row| {
                see(Entry::read(&row)?).map_err(|error| {
                    failure = Some(error);
                    DbError::broken("the walk was ended")
                })
            })
        });
        failure.map_or(walked.map_err(StoreError::from), Err)
    }
}

impl Journal {
    /// Whether a command of this name was carried out.
    ///
    /// # Errors
    /// If the database fails.
    pub fn was_carried_out(&self, command: muster_vocab::CommandId) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM commands WHERE command = $1";
        Ok(!self.db.read(|tx| tx.query(sql, args![command.bytes()]))?.is_empty())
    }
}
