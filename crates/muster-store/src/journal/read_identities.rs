//! Every identity that anybody ever told, in one ordered walk: for an index of applicants that a changed list asks.

use super::Journal;
use crate::{
    StoreError,
    boxes::{BoxError, Place, open},
    db::{DbError, Row},
    keys::{Holder, OpenKeys},
};
use muster_case::intake::Identity;
use muster_vocab::{CaseId, Sensitive as _, StreamId};

/// The first box of every dossier, also of those that came again and of corrections that wait for a clerk: another
/// spelling is another name to look for.
const WALK: &str = "SELECT l.stream, l.version, l.tag, b.part, b.holder, b.sealed
      FROM log l JOIN boxes b ON b.stream = l.stream AND b.version = l.version
     WHERE b.part = 0 AND l.tag IN ('intake.submitted', 'intake.info_answered', 'intake.submission_repeated',
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
        let mut failure = None;
        let walked = self.db.read(|tx| {
            tx.each(WALK, &[], &mut |row| match identity_in(&row, keys) {
                Ok(None) => Ok(()),
                Ok(Some(identity)) => {
                    see(StreamId::from_bytes(row.get(0)?).into(), identity);
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

fn identity_in(row: &Row<'_>, keys: &OpenKeys) -> Result<Option<Identity>, StoreError> {
    let Some(key) = keys.of(Holder::from_bytes(row.get(4)?)) else { return Ok(None) };
    let stream = StreamId::from_bytes(row.get(0)?);
    let place = Place { stream, version: row.get(1)?, part: row.get(3)?, tag: row.get(2)? };
    let plain = open(key.section(Identity::SECTION), &place, row.get(5)?)?;
    Ok(Some(serde_json::from_slice(&plain).map_err(|_| BoxError::Unknown)?))
}
