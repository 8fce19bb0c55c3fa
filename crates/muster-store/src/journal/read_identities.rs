//! Every identity and every contact that anybody ever told, in one ordered walk: for indexes of applicants in memory.

use super::Journal;
use crate::{
    StoreError, args,
    boxes::{BoxError, Place, open},
    db::{DbError, Row},
    keys::{Holder, OpenKeys},
};
use muster_case::intake::{Contact, Identity};
use muster_vocab::{CaseId, Sensitive, StreamId};

/// One box of every dossier, also of those that came again and of corrections that wait for a clerk: another spelling is
/// another name to look for.
const WALK: &str = "SELECT l.stream, l.version, l.tag, b.part, b.holder, b.sealed
      FROM log l JOIN boxes b ON b.stream = l.stream AND b.version = l.version
     WHERE b.part = $1 AND l.tag IN ('intake.submitted', 'intake.info_answered', 'intake.submission_repeated',
           'intake.corrected', 'intake.correction_asked', 'movement.walk_in_registered')
     ORDER BY l.stream, l.version";

impl Journal {
    /// Hands every identity to `see`, case by case, in the order in which they were told. Those whose key was
    /// destroyed are left out.
    ///
    /// # Errors
    /// If a box is damaged or the database fails.
    pub fn each_identity(
        &self,
        keys: &OpenKeys,
        see: &mut dyn FnMut(CaseId, Identity),
    ) -> Result<(), StoreError> {
        self.each_told(0, keys, see)
    }

    /// As [`Journal::each_identity`], of the ways to be reached.
    ///
    /// # Errors
    /// As [`Journal::each_identity`].
    pub fn each_contact(
        &self,
        keys: &OpenKeys,
        see: &mut dyn FnMut(CaseId, Contact),
    ) -> Result<(), StoreError> {
        self.each_told(1, keys, see)
    }

    /// `part` is the place of such a box in a dossier.
    fn each_told<T: Sensitive>(
        &self,
        part: u32,
        keys: &OpenKeys,
        see: &mut dyn FnMut(CaseId, T),
    ) -> Result<(), StoreError> {
        let mut failure = None;
        let walked = self.db.read(|tx| {
            tx.each(WALK, args![part], &mut |row| match told_in(&row, keys) {
                Ok(None) => Ok(()),
                Ok(Some(told)) => {
                    see(StreamId::from_bytes(row.get(0)?).into(), told);
                    Ok(())
                }
                Err(error) => {
                    failure = Some(error);
                    Err(DbError::broken("the walk was ended"))
                }
            })
        });
        failure.map_or(walked.map_err(StoreError::from), Err)
    }
}

fn told_in<T: Sensitive>(row: &Row<'_>, keys: &OpenKeys) -> Result<Option<T>, StoreError> {
    let Some(key) = keys.of(Holder::from_bytes(row.get(4)?)) else { return Ok(None) };
    let stream = StreamId::from_bytes(row.get(0)?);
    let place = Place { stream, version: row.get(1)?, part: row.get(3)?, tag: row.get(2)? };
    let plain = open(key.section(T::SECTION), &place, row.get(5)?)?;
    Ok(Some(serde_json::from_slice(&plain).map_err(|_| BoxError::Unknown)?))
}
