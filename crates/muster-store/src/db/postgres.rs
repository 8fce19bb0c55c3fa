//! A connection to a PostgreSQL server.

use super::{
    Arg, DbError, Row, Rows, Tx, Unique, Value,
    dialect::Dialect,
    statements::Statements,
    tx::{Engine, Failure, Traces},
};
use bytes::BytesMut;
use postgres::{
    Client, NoTls, Statement,
    error::SqlState,
    fallible_iterator::FallibleIterator as _,
    types::{FromSql, IsNull, ToSql, Type, to_sql_checked},
};
use std::{collections::HashMap, error::Error as StdError, sync::Arc};

type AnyError = Box<dyn StdError + Sync + Send>;

/// Oldest major version with everything the store uses, and still cared for by its makers.
const OLDEST_SERVER: i64 = 150_000;

/// Another process stood in the way; nothing is wrong with the work itself.
const DO_AGAIN: [SqlState; 2] = [SqlState::T_R_SERIALIZATION_FAILURE, SqlState::T_R_DEADLOCK_DETECTED];
/// The server's last words before it closes the connection.
const LAST_WORDS: [SqlState; 2] = [SqlState::ADMIN_SHUTDOWN, SqlState::CRASH_SHUTDOWN];

/// The unique columns of each unique index of the schema, read once after the migrations.
pub(super) type Uniques = Arc<HashMap<String, Unique>>;

pub(super) struct Postgres {
    config: Box<postgres::Config>,
    settings: &'static str,
    client: Client,
    statements: Statements<Statement>,
    uniques: Uniques,
    traces: Traces,
}

impl Postgres {
    /// A connection that writes; refuses a server that may forget an acknowledged write.
    pub(super) fn writer(config: &postgres::Config) -> Result<Self, DbError> {
        let mut opened = Self::connect(config, Dialect::Postgres.writer_settings(), Uniques::default())?;
        opened.check_server()?;
        Ok(opened)
    }

    /// One of the connections that only read.
    pub(super) fn reader(config: &postgres::Config) -> Result<Self, DbError> {
        Self::connect(config, Dialect::Postgres.reader_settings(), Uniques::default())
    }

    fn connect(config: &postgres::Config, settings: &'static str, uniques: Uniques) -> Result<Self, DbError> {
        let mut named = config.clone();
        if named.get_application_name().is_none() {
            named.application_name("muster");
        }
        let mut client = named.connect(NoTls).map_err(|cause| unreachable(&cause))?;
        client.batch_execute(settings).map_err(|cause| unreachable(&cause))?;
        Ok(Self {
            config: Box::new(config.clone()),
            settings,
            client,
            statements: Statements::new(),
            uniques,
            traces: Traces::default(),
        })
    }

    fn check_server(&mut self) -> Result<(), DbError> {
        let version: i64 = self.setting("server_version_num")?.parse().unwrap_or(0);
        if version < OLDEST_SERVER {
            return Err(DbError::refused(format_args!(
                "the server is PostgreSQL {}; upgrade it to version 15 or newer",
                version / 10_000
            )));
        }
        for name in ["fsync", "full_page_writes"] {
            if self.setting(name)? != "on" {
                return Err(DbError::refused(format_args!(
                    "the server runs with {name} = off and may lose or tear acknowledged writes; set {name} = on in \
                     postgresql.conf and restart it"
                )));
            }
        }
        let waits = self.setting("synchronous_commit")?;
        if !matches!(waits.as_str(), "on" | "remote_apply") {
            return Err(DbError::refused(format_args!(
                "synchronous_commit is {waits}, so an acknowledged write may be lost; set it to on for this role, \
                 this database or the server"
            )));
        }
        Ok(())
    }

    fn setting(&mut self, name: &str) -> Result<String, DbError> {
        let row = self
            .client
            .query_one("SELECT current_setting($1)", &[&name])
            .map_err(|cause| unreachable(&cause))?;
        Ok(row.get(0))
    }

    /// Learns which columns each unique index covers, so that a conflict can be named by them.
    pub(super) fn learn_uniques(&mut self) -> Result<(), DbError> {
        let rows = self
            .client
            .query(
                "SELECT i.relname::text, t.relname::text, \
                        array_agg(a.attname::text ORDER BY k.place) \
                   FROM pg_index x \
                   JOIN pg_class i ON i.oid = x.indexrelid \
                   JOIN pg_class t ON t.oid = x.indrelid \
                   JOIN pg_namespace n ON n.oid = t.relnamespace \
                  CROSS JOIN LATERAL unnest(x.indkey::int2[]) WITH ORDINALITY AS k(number, place) \
                   JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number \
                  WHERE x.indisunique AND n.nspname = current_schema() \
                  GROUP BY i.relname, t.relname",
                &[],
            )
            .map_err(|cause| unreachable(&cause))?;
        let by_index = rows.iter().map(|row| (row.get(0), Unique { table: row.get(1), columns: row.get(2) }));
        self.uniques = Arc::new(by_index.collect());
        Ok(())
    }

    /// A new connection in place of this one.
    fn renew(&mut self) -> Result<(), DbError> {
        *self = Self::connect(&self.config, self.settings, Arc::clone(&self.uniques))?;
        Ok(())
    }

    fn statement(&mut self, sql: &str) -> Result<Statement, postgres::Error> {
        let client = &mut self.client;
        self.statements.of(sql, || client.prepare(&Dialect::Postgres.translate(sql)))
    }

    fn failed(&mut self, cause: &postgres::Error) -> DbError {
        self.traces.add(match cause.code() {
            Some(code) if DO_AGAIN.contains(code) => Failure::Again,
            Some(code) if LAST_WORDS.contains(code) => Failure::Lost,
            None if cause.is_closed() => Failure::Lost,
            _ => Failure::Plain,
        });
        plain(cause, &self.uniques)
    }

    fn control(&mut self, sql: &str) -> Result<(), DbError> {
        self.client.batch_execute(sql).map_err(|cause| self.failed(&cause))
    }

    /// Begins; if the connection turns out to have died since it was last used, once more on a new one.
    fn begin(&mut self, sql: &str) -> Result<(), DbError> {
        if self.client.is_closed() {
            self.renew()?;
        }
        let Err(first) = self.control(sql) else { return Ok(()) };
        if self.traces.failure == Some(Failure::Lost) {
            self.renew()?;
            return self.control(sql);
        }
        self.rollback();
        Err(first)
    }
}

impl Tx for Postgres {
    fn execute(&mut self, sql: &str, args: &[Arg<'_>]) -> Result<u64, DbError> {
        self.traces.wrote = true;
        let statement = self.statement(sql).map_err(|cause| self.failed(&cause))?;
        let args: Vec<_> = args.iter().map(|arg| arg as &(dyn ToSql + Sync)).collect();
        self.client.execute(&statement, &args).map_err(|cause| self.failed(&cause))
    }

    fn query(&mut self, sql: &str, args: &[Arg<'_>]) -> Result<Rows, DbError> {
        let mut answer = Rows::default();
        self.each(sql, args, &mut |row| {
            answer.width = row.0.len();
            answer.values.extend_from_slice(row.0);
            Ok(())
        })?;
        Ok(answer)
    }

    fn each(
        &mut self,
        sql: &str,
        args: &[Arg<'_>],
        row: &mut dyn FnMut(Row<'_>) -> Result<(), DbError>,
    ) -> Result<(), DbError> {
        self.traces.wrote |= !sql.trim_start().starts_with("SELECT");
        let statement = self.statement(sql).map_err(|cause| self.failed(&cause))?;
        let width = statement.columns().len();
        let mut walk = || -> Result<Result<(), DbError>, postgres::Error> {
            let mut values = Vec::with_capacity(width);
            let mut rows = self.client.query_raw(&statement, args)?;
            while let Some(found) = rows.next()? {
                values.clear();
                for column in 0..width {
                    values.push(found.try_get(column)?);
                }
                if let Err(stop) = row(Row(&values)) {
                    return Ok(Err(stop));
                }
            }
            Ok(Ok(()))
        };
        walk().unwrap_or_else(|cause| Err(self.failed(&cause)))
    }
}

impl Engine for Postgres {
    fn begin_write(&mut self) -> Result<(), DbError> {
        self.begin(Dialect::Postgres.begin_write())
    }

    fn begin_read(&mut self) -> Result<(), DbError> {
        self.begin(Dialect::Postgres.begin_read())
    }

    fn commit(&mut self) -> Result<(), DbError> {
        // COMMIT of a failed transaction answers ROLLBACK and no error: the writer never commits after a failure.
        self.control("COMMIT")
    }

    fn rollback(&mut self) {
        let _ended = self.client.batch_execute("ROLLBACK");
        self.traces = Traces::default();
    }

    fn mark(&mut self, again: bool) -> Result<(), DbError> {
        self.control(if again { "RELEASE job; SAVEPOINT job" } else { "SAVEPOINT job" })
    }

    fn back_to_mark(&mut self) -> Result<(), DbError> {
        self.control("ROLLBACK TO job")
    }

    fn take_traces(&mut self) -> Traces {
        std::mem::take(&mut self.traces)
    }

    fn script(&mut self, sql: &str) -> Result<(), DbError> {
        self.control(&Dialect::Postgres.translate(sql))
    }

    fn scrub(&mut self, table: &str) -> Result<(), DbError> {
        if self.client.is_closed() {
            self.renew()?;
        }
        self.control(&format!("VACUUM {table}"))?;
        self.control("CHECKPOINT").or(Ok(())) // only a superuser or a member of pg_checkpoint may ask for it
    }
}

impl ToSql for Arg<'_> {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, AnyError> {
        match (*self, ty) {
            (Arg::Null, _) => Ok(IsNull::Yes),
            (Arg::Int(n), &Type::INT8) => n.to_sql(ty, out),
            (Arg::Int(n), &Type::INT4) => i32::try_from(n)?.to_sql(ty, out),
            (Arg::Int(n), &Type::INT2) => i16::try_from(n)?.to_sql(ty, out),
            (Arg::Int(n), &Type::FLOAT8) => (n as f64).to_sql(ty, out),
            (Arg::Real(r), &Type::FLOAT8) => r.to_sql(ty, out),
            (Arg::Text(text), &Type::TEXT | &Type::VARCHAR) => text.to_sql(ty, out),
            (Arg::Blob(bytes), &Type::BYTEA) => bytes.to_sql(ty, out),
            (_, ty) => Err(format!("an argument does not fit a column of type {ty}").into()),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

// Without this, `Debug` of a value would be demanded of `ToSql`; it shows the kind alone.
impl std::fmt::Debug for Arg<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Arg::Null => "null",
            Arg::Int(_) => "a whole number",
            Arg::Real(_) => "a number",
            Arg::Text(_) => "a text",
            Arg::Blob(_) => "bytes",
        })
    }
}

impl<'a> FromSql<'a> for Value {
    fn from_sql(ty: &Type, raw: &'a [u8]) -> Result<Self, AnyError> {
        Ok(match *ty {
            Type::INT8 => Self::Int(i64::from_sql(ty, raw)?),
            Type::INT4 => Self::Int(i32::from_sql(ty, raw)?.into()),
            Type::INT2 => Self::Int(i16::from_sql(ty, raw)?.into()),
            Type::BOOL => Self::Int(bool::from_sql(ty, raw)?.into()),
            Type::FLOAT8 => Self::Real(f64::from_sql(ty, raw)?),
            Type::TEXT | Type::VARCHAR => Self::Text(String::from_sql(ty, raw)?),
            Type::BYTEA => Self::Blob(raw.to_vec()),
            _ => {
                return Err(
                    format!("a column of type {ty} is answered; cast it to BIGINT, TEXT or so").into()
                );
            }
        })
    }

    fn from_sql_null(_: &Type) -> Result<Self, AnyError> {
        Ok(Self::Null)
    }

    fn accepts(_: &Type) -> bool {
        true
    }
}

/// The database's failure in the store's words.
fn plain(cause: &postgres::Error, uniques: &Uniques) -> DbError {
    let Some(told) = cause.as_db_error() else {
        return if cause.is_closed() {
            DbError::busy("the connection to PostgreSQL was lost; it is renewed at the next try")
        } else {
            // Such errors may quote the server or an argument's type, never a value.
            let deeper = StdError::source(cause).map_or_else(String::new, |source| format!(": {source}"));
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

fn unreachable(cause: &postgres::Error) -> DbError {
    match cause.as_db_error() {
        Some(told) => DbError::refused(format_args!("PostgreSQL says: {}", told.message())),
        None => DbError::busy(format_args!("PostgreSQL cannot be reached ({cause}); is the server running?")),
    }
}
