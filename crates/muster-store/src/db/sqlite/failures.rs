//! SQLite's failures in the store's words.

use crate::db::{DbError, Unique};
use rusqlite::{ErrorCode, ffi};
use std::path::Path;

/// A failed statement, without any value of a row.
pub(super) fn plain(cause: &rusqlite::Error) -> DbError {
    let rusqlite::Error::SqliteFailure(code, text) = cause else {
        return DbError::broken(cause);
    };
    let text = text.as_deref().unwrap_or("no more is known");
    match (code.code, code.extended_code) {
        (ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked, _) => DbError::busy(text),
        (
            _,
            ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY | ffi::SQLITE_CONSTRAINT_ROWID,
        ) => unique(text).map_or_else(|| DbError::broken(text), DbError::Conflict),
        (ErrorCode::DiskFull, _) => DbError::broken("the disk is full; make room, then try again"),
        _ => DbError::broken(text),
    }
}

/// Reads `UNIQUE constraint failed: log.stream, log.version`.
fn unique(text: &str) -> Option<Unique> {
    let (_, columns) = text.split_once("failed: ")?;
    let mut table = String::new();
    let columns = columns.split(", ").map(|column| {
        let (of, name) = column.split_once('.')?;
        of.clone_into(&mut table);
        Some(name.to_owned())
    });
    let columns = columns.collect::<Option<_>>()?;
    Some(Unique { table, columns })
}

/// A file that cannot be opened as it should be.
pub(super) fn refused(path: &Path, cause: &rusqlite::Error) -> DbError {
    DbError::refused(format_args!("{}: {cause}", path.display()))
}
