//! Bringing the schema forward, and only forward.

use super::{DbError, tx::Engine};
use crate::args;
use muster_vocab::Digest;

/// One step of the schema: a file that is never changed once it has shipped.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    /// Its number, from 1 without gaps.
    pub number: i64,
    /// Its file name.
    pub name: &'static str,
    /// Its text, in the store's one SQL.
    pub sql: &'static str,
}

const LEDGER: &str = "CREATE TABLE IF NOT EXISTS schema_migration (
    number   BIGINT PRIMARY KEY,
    name     TEXT NOT NULL,
    checksum TEXT NOT NULL
) {{STRICT}};
CREATE TABLE IF NOT EXISTS writer_turn (
    turn BIGINT PRIMARY KEY
) {{STRICT}};
INSERT INTO writer_turn (turn) VALUES (1) ON CONFLICT DO NOTHING;";

/// Two processes that create the ledger at the same moment stand in each other's way once.
const TRIES_MAX: usize = 5;

/// Applies what is missing of `migrations`, in one transaction.
pub(super) fn migrate(engine: &mut dyn Engine, migrations: &[Migration]) -> Result<(), DbError> {
    let mut ledger = engine.script(LEDGER);
    for _ in 1..TRIES_MAX {
        if ledger.is_ok() {
            break;
        }
        ledger = engine.script(LEDGER);
    }
    ledger?;
    engine.begin_write()?;
    let outcome = apply(engine, migrations).and_then(|()| engine.commit());
    if outcome.is_err() {
        engine.rollback();
    }
    outcome
}

fn apply(engine: &mut dyn Engine, migrations: &[Migration]) -> Result<(), DbError> {
    let known = engine.query("SELECT number, name, checksum FROM schema_migration ORDER BY number", &[])?;
    if known.len() > migrations.len() {
        return Err(DbError::refused(format_args!(
            "its schema is at step {}, but this program knows only {}; start the newer program it was last used with",
            known.len(),
            migrations.len()
        )));
    }
    for (row, migration) in known.iter().zip(migrations) {
        let (number, name, checksum): (i64, &str, &str) = (row.get(0)?, row.get(1)?, row.get(2)?);
        if number != migration.number || checksum != checksum_of(migration) {
            return Err(DbError::refused(format_args!(
                "its migration {name} is not the one this program holds as {}; use the program it was made with, or \
                 restore the file as it shipped and put the change into a new migration",
                migration.name
            )));
        }
    }
    for migration in &migrations[known.len()..] {
        engine.script(migration.sql)?;
        engine.execute(
            "INSERT INTO schema_migration (number, name, checksum) VALUES ($1, $2, $3)",
            args![migration.number, migration.name, &checksum_of(migration)],
        )?;
    }
    Ok(())
}

fn checksum_of(migration: &Migration) -> String {
    Digest::of(migration.sql.as_bytes()).to_string()
}
