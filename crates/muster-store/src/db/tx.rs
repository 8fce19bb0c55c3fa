//! What a job may do inside its transaction.

use super::{Arg, DbError, Row, Rows};

/// A transaction as a job sees it: one SQL text for both databases, arguments as `$1`, `$2` and so on.
///
/// The text keeps to what both databases understand alike: `TEXT`, `BIGINT`, `SMALLINT`, `DOUBLE PRECISION`,
/// `{{BLOB}}`, `ON CONFLICT`, `RETURNING`, row values. Sums are cast: `CAST(SUM(n) AS BIGINT)`.
pub trait Tx {
    /// Carries out a statement and says how many rows it touched.
    ///
    /// # Errors
    /// [`DbError::Conflict`] if a unique row is there already; [`DbError::Broken`] for anything else.
    fn execute(&mut self, sql: &str, args: &[Arg<'_>]) -> Result<u64, DbError>;

    /// Carries out a statement that answers with rows.
    ///
    /// # Errors
    /// As [`Tx::execute`].
    fn query(&mut self, sql: &str, args: &[Arg<'_>]) -> Result<Rows, DbError>;

    /// Hands every row of an answer to `row`, one at a time, however many there are.
    ///
    /// # Errors
    /// As [`Tx::execute`], or what `row` gives back, which ends the walk.
    fn each(
        &mut self,
        sql: &str,
        args: &[Arg<'_>],
        row: &mut dyn FnMut(Row<'_>) -> Result<(), DbError>,
    ) -> Result<(), DbError>;
}

/// What has happened in the transaction since somebody last looked.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Traces {
    /// A statement may have written.
    pub(crate) wrote: bool,
    /// The worst failure of a statement.
    pub(crate) failure: Option<Failure>,
}

/// How a statement failed, from bad to worse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Failure {
    /// By its own fault.
    Plain,
    /// Because of another process's work at the same time: worth doing again from the start.
    Again,
    /// With the connection: what the server did with it is not known. Before a commit, worth doing again.
    Lost,
}

impl Traces {
    /// Whether the whole transaction is worth doing again.
    pub(crate) fn again(self) -> bool {
        self.failure >= Some(Failure::Again)
    }

    pub(crate) fn add(&mut self, failure: Failure) {
        self.failure = self.failure.max(Some(failure));
    }
}

/// A connection that can hold transactions: what the writer and the readers drive.
pub(crate) trait Engine: Tx + Send {
    /// Opens a transaction that will write, when this process's turn has come.
    fn begin_write(&mut self) -> Result<(), DbError>;
    /// Opens a transaction that reads one consistent state.
    fn begin_read(&mut self) -> Result<(), DbError>;
    /// Makes the transaction durable.
    fn commit(&mut self) -> Result<(), DbError>;
    /// Drops the transaction. Never fails: a connection that cannot roll back is replaced.
    fn rollback(&mut self);
    /// Remembers this point of the transaction, forgetting the one remembered before if `again`.
    fn mark(&mut self, again: bool) -> Result<(), DbError>;
    /// Goes back to the point remembered last.
    fn back_to_mark(&mut self) -> Result<(), DbError>;
    /// What has happened since the last time this was asked.
    fn take_traces(&mut self) -> Traces;
    /// Carries out several statements without arguments.
    fn script(&mut self, sql: &str) -> Result<(), DbError>;
    /// What the database finds wrong with its own files, in its words.
    fn check_files(&mut self) -> Result<Vec<String>, DbError>;
    /// Leaves no deleted row of `table` behind in the database's own files.
    fn scrub(&mut self, table: &str) -> Result<(), DbError>;
}
