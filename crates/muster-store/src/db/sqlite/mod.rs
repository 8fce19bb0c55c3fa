//! A connection to a SQLite file.

mod failures;

use super::{
    Arg, DbError, Row, Rows, Tx, Value,
    dialect::Dialect,
    statements::Statements,
    tx::{Engine, Failure, Traces},
};
use failures::{plain, refused};
use rusqlite::{
    CachedStatement, Connection, OpenFlags, ToSql,
    config::DbConfig,
    types::{ToSqlOutput, ValueRef},
};
use std::{path::Path, sync::Arc, time::Duration};

/// Older versions may lose committed pages of a write-ahead log that is reset at the wrong moment.
const OLDEST_SQLITE: i32 = 3_051_003;
/// How long to wait for somebody who holds the file.
const PATIENCE: Duration = Duration::from_secs(10);
/// Prepared statements kept ready on each connection.
const STATEMENTS_READY: usize = 256;

pub(super) struct Sqlite {
    connection: Connection,
    texts: Statements<Arc<str>>,
    traces: Traces,
}

impl Sqlite {
    /// The one connection that writes; creates the file if there is none.
    pub(super) fn writer(path: &Path) -> Result<Self, DbError> {
        if rusqlite::version_number() < OLDEST_SQLITE {
            return Err(DbError::refused(format_args!(
                "SQLite {} is older than 3.51.3 and may lose writes; build Muster with the bundled SQLite",
                rusqlite::version()
            )));
        }
        let opened = Self::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
        let db = &opened.connection;
        let mode: String = db
            .pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))
            .map_err(|cause| refused(path, &cause))?;
        if !mode.eq_ignore_ascii_case("wal") {
            return Err(DbError::refused(format_args!(
                "{} stays in journal mode {mode}; put it on a local disk, where a write-ahead log can be kept",
                path.display()
            )));
        }
        db.execute_batch(Dialect::Sqlite.writer_settings()).map_err(|cause| refused(path, &cause))?;
        let synchronous: i64 = db
            .pragma_query_value(None, "synchronous", |row| row.get(0))
            .map_err(|cause| refused(path, &cause))?;
        if synchronous != 2 {
            return Err(DbError::refused(format_args!(
                "{} does not wait for the disk (synchronous is {synchronous}, not FULL); an acknowledged write \
                 could be lost",
                path.display()
            )));
        }
        Ok(opened)
    }

    /// One of the connections that only read.
    pub(super) fn reader(path: &Path) -> Result<Self, DbError> {
        let opened = Self::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        opened
            .connection
            .execute_batch(Dialect::Sqlite.reader_settings())
            .map_err(|cause| refused(path, &cause))?;
        Ok(opened)
    }

    fn connect(path: &Path, how: OpenFlags) -> Result<Self, DbError> {
        let open = || {
            let connection = Connection::open_with_flags(path, how | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
            connection.busy_timeout(PATIENCE)?;
            connection.set_prepared_statement_cache_capacity(STATEMENTS_READY);
            connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
            // A statement is planned once, whatever is bound to it.
            connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
            // A double-quoted word is a name and never, by mistake, a text.
            connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
            connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
            Ok(connection)
        };
        let connection = open().map_err(|cause| refused(path, &cause))?;
        Ok(Self { connection, texts: Statements::new(), traces: Traces::default() })
    }

    /// Runs one statement with its arguments bound, and leaves traces.
    fn run<T>(
        &mut self,
        sql: &str,
        args: &[Arg<'_>],
        go: impl FnOnce(&mut CachedStatement<'_>) -> Result<T, Failed>,
    ) -> Result<T, DbError> {
        let mut wrote = false;
        let run = || {
            let text = self.texts.of(sql, || Ok::<_, Failed>(Dialect::Sqlite.translate(sql).into()))?;
            let mut statement = self.connection.prepare_cached(&text)?;
            wrote = !statement.readonly();
            for (at, arg) in args.iter().enumerate() {
                statement.raw_bind_parameter(at + 1, arg)?;
            }
            go(&mut statement)
        };
        let outcome = run();
        self.traces.wrote |= wrote;
        outcome.map_err(|failed| match failed {
            Failed::Database(cause) => {
                self.traces.add(Failure::Plain);
                plain(&cause)
            }
            Failed::Reader(error) => error,
        })
    }

    fn control(&mut self, sql: &str) -> Result<(), DbError> {
        let mut statement = self.connection.prepare_cached(sql).map_err(|cause| plain(&cause))?;
        statement.raw_execute().map(drop).map_err(|cause| plain(&cause))
    }
}

impl Tx for Sqlite {
    fn execute(&mut self, sql: &str, args: &[Arg<'_>]) -> Result<u64, DbError> {
        self.run(sql, args, |statement| Ok(statement.raw_execute()? as u64))
    }

    fn query(&mut self, sql: &str, args: &[Arg<'_>]) -> Result<Rows, DbError> {
        self.run(sql, args, |statement| {
            let width = statement.column_count();
            let mut answer = Rows { width, values: Vec::new() };
            let mut rows = statement.raw_query();
            while let Some(row) = rows.next()? {
                for column in 0..width {
                    answer.values.push(owned(row.get_ref(column)?)?);
                }
            }
            Ok(answer)
        })
    }

    fn each(
        &mut self,
        sql: &str,
        args: &[Arg<'_>],
        row: &mut dyn FnMut(Row<'_>) -> Result<(), DbError>,
    ) -> Result<(), DbError> {
        self.run(sql, args, |statement| {
            let width = statement.column_count();
            let mut values = Vec::with_capacity(width);
            let mut rows = statement.raw_query();
            while let Some(found) = rows.next()? {
                values.clear();
                for column in 0..width {
                    values.push(owned(found.get_ref(column)?)?);
                }
                row(Row(&values)).map_err(Failed::Reader)?;
            }
            Ok(())
        })
    }
}

impl Engine for Sqlite {
    fn begin_write(&mut self) -> Result<(), DbError> {
        self.control(Dialect::Sqlite.begin_write())
    }

    fn begin_read(&mut self) -> Result<(), DbError> {
        self.control(Dialect::Sqlite.begin_read())
    }

    fn commit(&mut self) -> Result<(), DbError> {
        self.control("COMMIT")
    }

    fn rollback(&mut self) {
        // After a full disk SQLite has rolled back already and there is nothing left to end.
        if !self.connection.is_autocommit() {
            let _ended = self.control("ROLLBACK");
        }
        self.traces = Traces::default();
    }

    fn mark(&mut self, again: bool) -> Result<(), DbError> {
        if again {
            self.control("RELEASE job")?;
        }
        self.control("SAVEPOINT job")
    }

    fn back_to_mark(&mut self) -> Result<(), DbError> {
        self.control("ROLLBACK TO job")
    }

    fn take_traces(&mut self) -> Traces {
        std::mem::take(&mut self.traces)
    }

    fn script(&mut self, sql: &str) -> Result<(), DbError> {
        self.connection.execute_batch(&Dialect::Sqlite.translate(sql)).map_err(|cause| plain(&cause))
    }

    fn check_files(&mut self) -> Result<Vec<String>, DbError> {
        let mut found = Vec::new();
        let mut statement =
            self.connection.prepare_cached("PRAGMA integrity_check").map_err(|cause| plain(&cause))?;
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next().map_err(|cause| plain(&cause))? {
            let told: String = row.get(0).map_err(|cause| plain(&cause))?;
            if told != "ok" {
                found.push(told);
            }
        }
        Ok(found)
    }

    /// Deleted rows are overwritten as they are deleted (`secure_delete`); what is left is the write-ahead log,
    /// which is copied into the file and cut to nothing.
    fn scrub(&mut self, _table: &str) -> Result<(), DbError> {
        let still_read: i64 = self
            .connection
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))
            .map_err(|cause| plain(&cause))?;
        if still_read == 0 {
            Ok(())
        } else {
            Err(DbError::busy(
                "somebody is still reading an older state of the file; try again when they are done",
            ))
        }
    }
}

/// What ended a statement: the database, or the one who reads the rows.
enum Failed {
    Database(rusqlite::Error),
    Reader(DbError),
}

impl From<rusqlite::Error> for Failed {
    fn from(cause: rusqlite::Error) -> Self {
        Self::Database(cause)
    }
}

impl ToSql for Arg<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match *self {
            Arg::Null => ValueRef::Null,
            Arg::Int(n) => ValueRef::Integer(n),
            Arg::Real(r) => ValueRef::Real(r),
            Arg::Text(text) => ValueRef::Text(text.as_bytes()),
            Arg::Blob(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

fn owned(value: ValueRef<'_>) -> Result<Value, Failed> {
    Ok(match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(n) => Value::Int(n),
        ValueRef::Real(r) => Value::Real(r),
        ValueRef::Blob(bytes) => Value::Blob(bytes.to_vec()),
        ValueRef::Text(text) => Value::Text(
            String::from_utf8(text.to_vec())
                .map_err(|_| Failed::Reader(DbError::broken("a text in the database is not UTF-8")))?,
        ),
    })
}
