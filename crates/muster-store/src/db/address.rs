//! Where a database is.

use super::DbError;
use std::path::PathBuf;

/// Where a database is: a file, or a server.
///
/// No `Debug` and no `Display`: a server's address may hold a password.
#[derive(Clone)]
pub(crate) enum Address {
    /// A SQLite file.
    File(PathBuf),
    /// A PostgreSQL server.
    Server(Box<postgres::Config>),
}

impl Address {
    /// Reads `postgres://…` as a server, and `sqlite:path` or a bare path as a file.
    pub(crate) fn read(url: &str) -> Result<Self, DbError> {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            let config = url.parse::<postgres::Config>().map_err(|_| {
                DbError::refused(
                    "its PostgreSQL address cannot be read; write postgres://user@host:5432/database",
                )
            })?;
            return Ok(Self::Server(Box::new(config)));
        }
        let path = url.strip_prefix("sqlite:").unwrap_or(url);
        match path.split_once("://") {
            Some((scheme, _)) => Err(DbError::refused(format_args!(
                "there is no driver for {scheme}://; give the path of a file, sqlite:path or postgres://…"
            ))),
            None if path.is_empty() => {
                Err(DbError::refused("it has no name; give the path of a file, sqlite:path or postgres://…"))
            }
            None => Ok(Self::File(path.into())),
        }
    }
}
