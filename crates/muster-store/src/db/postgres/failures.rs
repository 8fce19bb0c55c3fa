//! PostgreSQL's failures in the store's words.

use super::Uniques;
use crate::db::{DbError, Unique, tx::Failure};
use postgres::error::SqlState;
use std::error::Error as _;

/// Another process stood in the way; nothing is wrong with the work itself.
const DO_AGAIN: [SqlState; 2] = [SqlState::T_R_SERIALIZATION_FAILURE, SqlState::T_R_DEADLOCK_DETECTED];
/// The server's last words before it closes the connection.
const LAST_WORDS: [SqlState; 2] = [SqlState::ADMIN_SHUTDOWN, SqlState::CRASH_SHUTDOWN];

/// How bad a failure is.
pub(super) fn kind(cause: &postgres::Error) -> Failure {
    match cause.code() {
        Some(code) if DO_AGAIN.contains(code) => Failure::Again,
        Some(code) if LAST_WORDS.contains(code) => Failure::Lost,
        None if cause.is_closed() => Failure::Lost,
        _ => Failure::Plain,
    }
}

/// A failed statement, without any value of a row.
pub(super) fn plain(cause: &postgres::Error, uniques: &Uniques) -> DbError {
    let Some(told) = cause.as_db_error() else {
        return if cause.is_closed() {
            DbError::busy("the connection to PostgreSQL was lost; it is renewed at the next try")
        } else {
            // Such errors may quote the server or an argument's type, never a value.
            let deeper = cause.source().map_or_else(String::new, |source| format!(": {source}"));
            DbError::broken(format_args!("{cause}{deeper}"))
        };
    };
    let code = told.code();
    if *code == SqlState::UNIQUE_VIOLATION {
        let name = told.constraint().unwrap_or_default();
        let table = told.table().unwrap_or_default().to_owned();
        return DbError::Conflict(
            uniques.get(name).cloned().unwrap_or_else(|| Unique { table, columns: vec![name.to_owned()] }),
        );
    }
    match &code.code()[..2] {
        "40" | "53" | "55" | "57" | "08" => DbError::busy(told.message()),
        // A data exception quotes the value it stumbled over.
        "22" => DbError::broken(format_args!("a value does not fit its column ({})", code.code())),
        _ => DbError::broken(format_args!("{} ({})", told.message(), code.code())),
    }
}

/// No connection, or none that answers.
pub(super) fn unreachable(cause: &postgres::Error) -> DbError {
    match cause.as_db_error() {
        Some(told) => DbError::refused(format_args!("PostgreSQL says: {}", told.message())),
        None => DbError::busy(format_args!("PostgreSQL cannot be reached ({cause}); is the server running?")),
    }
}
