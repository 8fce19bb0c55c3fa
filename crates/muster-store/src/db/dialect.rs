//! Every difference between the two databases, by name. Nothing else in the store asks which one it speaks to.

/// Which database a text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// SQLite, compiled in.
    Sqlite,
    /// PostgreSQL.
    Postgres,
}

impl Dialect {
    /// The column type for bytes.
    const fn blob(self) -> &'static str {
        match self {
            Self::Sqlite => "BLOB",
            Self::Postgres => "BYTEA",
        }
    }

    /// What ends a table: SQLite holds columns to their types only where it is asked to.
    const fn strict(self) -> &'static str {
        match self {
            Self::Sqlite => "STRICT",
            Self::Postgres => "",
        }
    }

    /// A type name as this database's strict tables spell it.
    fn type_name(self, word: &str) -> Option<&'static str> {
        match (self, word) {
            (Self::Sqlite, "BIGINT" | "SMALLINT") => Some("INTEGER"),
            // The second word of DOUBLE PRECISION goes with the first.
            (Self::Sqlite, "DOUBLE") => Some("REAL"),
            (Self::Sqlite, "PRECISION") => Some(""),
            _ => None,
        }
    }

    /// The mark of an argument. In SQLite `$1` is a name, numbered by where it first appears; `?1` is the number.
    const fn argument(self) -> char {
        match self {
            Self::Sqlite => '?',
            Self::Postgres => '$',
        }
    }

    /// Keeps the one text for this database. Quoted text and comments stay as they are.
    pub(crate) fn translate(self, sql: &str) -> String {
        let mut out = String::with_capacity(sql.len() + 16);
        let mut rest = sql;
        while let Some(first) = rest.chars().next() {
            let length = match first {
                '\'' => rest[1..].find('\'').map_or(rest.len(), |end| end + 2),
                '-' if rest.starts_with("--") => rest.find('\n').unwrap_or(rest.len()),
                c if c.is_ascii_alphabetic() || c == '_' => {
                    rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len())
                }
                '{' if rest.starts_with("{{") => rest.find("}}").map_or(rest.len(), |end| end + 2),
                other => other.len_utf8(),
            };
            let (piece, after) = rest.split_at(length);
            match piece {
                "{{BLOB}}" => out.push_str(self.blob()),
                "{{STRICT}}" => out.push_str(self.strict()),
                "$" => out.push(self.argument()),
                word => out.push_str(self.type_name(word).unwrap_or(word)),
            }
            rest = after;
        }
        out
    }

    /// Everything that must be set on a connection before it may write.
    pub(crate) const fn writer_settings(self) -> &'static str {
        match self {
            // FULL: an acknowledged write is on disk. secure_delete: an erased key leaves no bytes behind.
            Self::Sqlite => {
                "PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA foreign_keys = ON; \
                 PRAGMA trusted_schema = OFF; PRAGMA secure_delete = ON; PRAGMA cell_size_check = ON; \
                 PRAGMA temp_store = MEMORY; PRAGMA journal_size_limit = 67108864;"
            }
            Self::Postgres => {
                "SET client_encoding = 'UTF8'; SET standard_conforming_strings = on; SET lock_timeout = '30s'; \
                 SET idle_in_transaction_session_timeout = '5min';"
            }
        }
    }

    /// Everything that must be set on a connection that only reads.
    pub(crate) const fn reader_settings(self) -> &'static str {
        match self {
            Self::Sqlite => {
                "PRAGMA query_only = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; \
                 PRAGMA temp_store = MEMORY;"
            }
            Self::Postgres => {
                "SET client_encoding = 'UTF8'; SET standard_conforming_strings = on; \
                 SET default_transaction_read_only = on; SET idle_in_transaction_session_timeout = '5min';"
            }
        }
    }

    /// Opens a transaction that writes. On PostgreSQL several processes may share a database: the one row of
    /// `writer_turn` is held by whoever writes, so that the log's hash chain never forks.
    pub(crate) const fn begin_write(self) -> &'static str {
        match self {
            Self::Sqlite => "BEGIN IMMEDIATE",
            Self::Postgres => "BEGIN; SELECT turn FROM writer_turn FOR UPDATE",
        }
    }

    /// What the database is called, with `{}` for its version. Opening refuses anything weaker than what it says.
    pub(crate) const fn make(self) -> &'static str {
        match self {
            Self::Sqlite => "SQLite {}, write-ahead log, synchronous FULL",
            Self::Postgres => "PostgreSQL {}, fsync and synchronous commit on",
        }
    }

    /// Asks for the version.
    pub(crate) const fn version_query(self) -> &'static str {
        match self {
            Self::Sqlite => "SELECT sqlite_version()",
            Self::Postgres => "SELECT current_setting('server_version')",
        }
    }

    /// Opens a transaction that reads one state.
    pub(crate) const fn begin_read(self) -> &'static str {
        match self {
            Self::Sqlite => "BEGIN",
            Self::Postgres => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Dialect::{Postgres, Sqlite};

    const TABLE: &str = "CREATE TABLE t (a BIGINT, b {{BLOB}}, c DOUBLE PRECISION) {{STRICT}};";

    #[test]
    fn one_text_makes_a_strict_table_on_sqlite_and_a_plain_one_on_postgresql() {
        assert_eq!(Sqlite.translate(TABLE), "CREATE TABLE t (a INTEGER, b BLOB, c REAL ) STRICT;");
        assert_eq!(Postgres.translate(TABLE), "CREATE TABLE t (a BIGINT, b BYTEA, c DOUBLE PRECISION) ;");
    }

    #[test]
    fn arguments_are_numbered_by_their_number_and_not_by_where_they_stand() {
        let sql = "UPDATE t SET a = $2 WHERE b = $1 AND c = '$3' -- $4";
        assert_eq!(Sqlite.translate(sql), "UPDATE t SET a = ?2 WHERE b = ?1 AND c = '$3' -- $4");
        assert_eq!(Postgres.translate(sql), sql);
    }
}
