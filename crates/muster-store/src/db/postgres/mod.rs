//! A connection to a PostgreSQL server.

mod failures;
mod values;

use super::{
    Arg, DbError, Row, Rows, Tx, Unique,
    dialect::Dialect,
    statements::Statements,
    tx::{Engine, Failure, Traces},
};
use failures::{kind, plain, unreachable};
use postgres::{Client, NoTls, Statement, fallible_iterator::FallibleIterator as _, types::ToSql};
use std::{collections::HashMap, sync::Arc};

/// Oldest major version with everything the store uses, and still cared for by its makers.
const OLDEST_SERVER: i64 = 150_000;

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
        self.traces.add(kind(cause));
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

    fn check_files(&mut self) -> Result<Vec<String>, DbError> {
        Ok(Vec::new())
    }

    fn scrub(&mut self, table: &str) -> Result<(), DbError> {
        if self.client.is_closed() {
            self.renew()?;
        }
        self.control(&format!("VACUUM {table}"))?;
        self.control("CHECKPOINT").or(Ok(())) // only a superuser or a member of pg_checkpoint may ask for it
    }
}
