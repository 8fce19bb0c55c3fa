//! Reading what no type is asked for: any entry by its place, any box by its reference.

use super::{
    Journal,
    entry::{COLUMNS, Entry},
};
use crate::{
    StoreError, args,
    boxes::{BoxError, Place, open},
    keys::Holder,
};
use muster_vocab::{BoxRef, Section, StreamId};

impl Journal {
    /// The entry at a place of a stream.
    ///
    /// # Errors
    /// If the database fails.
    pub fn entry(&self, stream: StreamId, version: u64) -> Result<Option<Entry>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM log WHERE stream = $1 AND version = $2");
        let rows = self.db.read(|tx| tx.query(&sql, args![stream.bytes(), version]))?;
        Ok(rows.first().map(|row| Entry::read(&row)).transpose()?)
    }

    /// Opens whatever lies in the box at `at`: for a person who asks what is held about them. Nothing if the holder's
    /// key was destroyed, or there never was one.
    ///
    /// # Errors
    /// If the box is missing, damaged or moved, or its key is.
    pub fn open_part(
        &self,
        holder: Holder,
        section: Section,
        at: &BoxRef,
    ) -> Result<Option<serde_json::Value>, StoreError> {
        const SQL: &str = "SELECT sealed FROM boxes WHERE stream = $1 AND version = $2 AND part = $3";
        let Some(key) = self.keys.key(holder)? else { return Ok(None) };
        let home = at.home.ok_or(BoxError::Unknown)?;
        let rows = self.db.read(|tx| tx.query(SQL, args![home.stream.bytes(), home.version, at.part]))?;
        let row = rows.first().ok_or(BoxError::Unknown)?;
        let place = Place { stream: home.stream, version: home.version, part: at.part, tag: home.tag };
        let plain = open(key.section(section), &place, row.get(0)?)?;
        serde_json::from_slice(&plain).map(Some).map_err(|_| BoxError::Unknown.into())
    }
}
