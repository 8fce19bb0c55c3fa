//! What can go wrong between a job and its database.

use std::fmt;

/// Why the database did not do what it was asked.
///
/// The text is written for whoever runs the mission. It never holds a value of a row: values may be personal.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DbError {
    /// Somebody else holds what is needed, or the database cannot be reached just now. Trying again may help.
    #[error("the database is busy: {0}")]
    Busy(String),
    /// The database must not be used as it stands. The text says what is wrong and what to do.
    #[error("the database cannot be opened: {0}")]
    Refused(String),
    /// A row with the same unique columns is there already.
    #[error("there is a row already with the same {0}")]
    Conflict(Unique),
    /// The database or the program is at fault.
    #[error("the database failed: {0}")]
    Broken(String),
}

/// The unique columns that two rows may not share, named the same way on both databases: `log(stream, version)`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unique {
    /// The table.
    pub table: String,
    /// Its unique columns, in the order of the constraint.
    pub columns: Vec<String>,
}

impl Unique {
    /// Whether these are the unique columns `columns` of `table`.
    #[must_use]
    pub fn is(&self, table: &str, columns: &[&str]) -> bool {
        self.table == table && self.columns == columns
    }
}

impl fmt::Display for Unique {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}({})", self.table, self.columns.join(", "))
    }
}

impl DbError {
    /// Whether a row with the same `columns` of `table` stood in the way.
    #[must_use]
    pub fn is_conflict_on(&self, table: &str, columns: &[&str]) -> bool {
        matches!(self, Self::Conflict(unique) if unique.is(table, columns))
    }

    pub(crate) fn broken(what: impl fmt::Display) -> Self {
        Self::Broken(what.to_string())
    }

    pub(crate) fn refused(what: impl fmt::Display) -> Self {
        Self::Refused(what.to_string())
    }

    pub(crate) fn busy(what: impl fmt::Display) -> Self {
        Self::Busy(what.to_string())
    }
}
