//! The entries of list editions: public data beside the log, under the hash that the log holds.

use super::{
    Journal,
    append::{Appended, Draft},
    project::Projected,
};
use crate::{
    StoreError, args,
    db::{DbError, Ticket, Tx},
};
use miniz_oxide::{deflate::compress_to_vec, inflate::decompress_to_vec_with_limit};
use muster_vocab::Digest;

/// How hard to deflate: entries repeat themselves, and more effort gains little.
const EFFORT: u8 = 6;

/// The entries of one edition, ready to be stored.
#[derive(Clone)]
pub struct ListContent {
    content: Digest,
    bytes: u64,
    deflated: Vec<u8>,
}

impl ListContent {
    /// Of the text of the entries, one a line.
    #[must_use]
    pub fn of(lines: &[u8]) -> Self {
        let (content, bytes) = (Digest::of(lines), lines.len() as u64);
        Self { content, bytes, deflated: compress_to_vec(lines, EFFORT) }
    }

    /// What the text hashes to.
    #[must_use]
    pub const fn digest(&self) -> Digest {
        self.content
    }

    pub(super) fn write(&self, tx: &mut dyn Tx) -> Result<(), DbError> {
        // The same content again is the same row: an edition is never replaced.
        let sql = "INSERT INTO list_editions (content, bytes, entries) VALUES ($1, $2, $3)
                   ON CONFLICT (content) DO NOTHING";
        tx.execute(sql, args![&self.content.0, self.bytes, &self.deflated])?;
        Ok(())
    }
}

impl Journal {
    /// As [`Journal::append`], with the entries of a list edition in the same transaction: the log never speaks of an
    /// edition that is not there.
    ///
    /// # Errors
    /// As [`Journal::append`].
    pub fn append_with_list<E: Projected>(
        &self,
        draft: Draft<E>,
        list: ListContent,
    ) -> Result<Ticket<Appended, StoreError>, StoreError> {
        let mut batch = self.batch(draft)?.0;
        batch.list = Some(list);
        Ok(self.db.write(move |tx| batch.write(tx)))
    }

    /// The text of an edition's entries, one a line; nothing if there is no edition of that content.
    ///
    /// # Errors
    /// [`StoreError::ListDamaged`] if it is not what was imported; else if the database fails.
    pub fn list_entries(&self, content: Digest) -> Result<Option<Vec<u8>>, StoreError> {
        let sql = "SELECT bytes, entries FROM list_editions WHERE content = $1";
        let rows = self.db.read(|tx| tx.query(sql, args![&content.0]))?;
        let Some(row) = rows.first() else { return Ok(None) };
        let (bytes, deflated): (u64, &[u8]) = (row.get(0)?, row.get(1)?);
        lines_of(content, bytes, deflated).map(Some).ok_or(StoreError::ListDamaged { content })
    }
}

/// The text of a row, if it is of that length and hashes to `content`.
pub(super) fn lines_of(content: Digest, bytes: u64, deflated: &[u8]) -> Option<Vec<u8>> {
    let length = usize::try_from(bytes).ok()?;
    let lines = decompress_to_vec_with_limit(deflated, length).ok()?;
    (lines.len() == length && Digest::of(&lines) == content).then_some(lines)
}
