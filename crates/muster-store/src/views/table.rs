//! Views as rows: what an event adds to a table or takes from it, the same for writing and for checking.

use crate::db::{Arg, DbError, Tx, Value};
use std::{collections::BTreeMap, sync::LazyLock};

macro_rules! tables {
    ($($name:ident $table:literal key [$($key:literal)+] rest [$($rest:literal)*] $put:ident;)+) => {
        /// A table of the views.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Table { $(#[doc = concat!("`", $table, "`")] $name,)+ }

        impl Table {
            /// Every table.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// Its name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$name => $table,)+ }
            }

            /// Its columns, the key first.
            #[must_use]
            pub const fn columns(self) -> &'static [&'static str] {
                match self { $(Self::$name => &[$($key,)+ $($rest,)*],)+ }
            }

            /// How many columns make the key.
            #[must_use]
            pub const fn key_len(self) -> usize {
                match self { $(Self::$name => [$($key),+].len(),)+ }
            }

            const fn put(self) -> PutMode {
                match self { $(Self::$name => PutMode::$put,)+ }
            }
        }
    };
}

/// What happens to a row that is there already.
#[derive(Clone, Copy, PartialEq, Eq)]
enum PutMode {
    /// It is replaced.
    Replace,
    /// That is a conflict: the store refuses what the domain should have refused.
    Refuse,
}

tables! {
    Cases "cases" key ["case_id"] rest ["person" "mission" "channel" "assisted" "walk_in" "stage" "stage_since"
        "holds" "opened_at" "submitted_at" "submissions" "answered_at" "interviewed_at" "accepted_at" "finding"
        "edition" "flips" "codes" "checks_open" "hits_open" "no_shows" "proposal" "proposal_act" "arrival"
        "merged_into" "version"] Replace;
    ActiveCases "active_cases" key ["person"] rest ["case_id"] Refuse;
    Signatures "signatures" key ["case_id" "act" "human"] rest ["place"] Refuse;
    Bookings "bookings" key ["slot"] rest ["case_id" "starts"] Refuse;
    Passes "passes" key ["pass"] rest ["case_id" "used" "revoked"] Replace;
    Messages "messages" key ["case_id" "version"] rest ["about"] Replace;
    Lookups "lookups" key ["kind" "token" "case_id"] rest [] Replace;
    Suppressions "suppressions" key ["token" "case_id"] rest [] Replace;
    Tombstones "tombstones" key ["case_id"] rest ["person" "at"] Replace;
    Missions "missions" key ["mission"] rest ["posture" "paused"] Replace;
    Staff "staff" key ["staff"] rest ["human" "roles" "suspended" "missions"] Replace;
    Editions "editions" key ["edition"] rest ["hash" "place"] Replace;
}

/// A change to one row of a view.
#[derive(Clone, PartialEq)]
pub enum Change {
    /// The row is there from now on: all its columns, the key first.
    Put(Table, Vec<Value>),
    /// The row of this key is gone.
    Delete(Table, Vec<Value>),
    /// Every row of this case is gone.
    Clear(Table, [u8; 16]),
}

struct Statements {
    select: String,
    put: String,
    delete: String,
    clear: String,
}

static STATEMENTS: LazyLock<BTreeMap<Table, Statements>> =
    LazyLock::new(|| Table::ALL.iter().map(|&table| (table, statements(table))).collect());

fn statements(table: Table) -> Statements {
    let (name, columns, keys) = (table.name(), table.columns(), table.key_len());
    let marks: Vec<_> = (1..=columns.len()).map(|n| format!("${n}")).collect();
    let set: Vec<_> = columns[keys..].iter().map(|column| format!("{column} = excluded.{column}")).collect();
    let on_conflict = match (table.put(), set.is_empty()) {
        (PutMode::Refuse, _) => String::new(),
        (PutMode::Replace, true) => format!(" ON CONFLICT ({}) DO NOTHING", columns[..keys].join(", ")),
        (PutMode::Replace, false) => {
            format!(" ON CONFLICT ({}) DO UPDATE SET {}", columns[..keys].join(", "), set.join(", "))
        }
    };
    let matches: Vec<_> = (1..=keys).map(|n| format!("{} = ${n}", columns[n - 1])).collect();
    Statements {
        select: format!("SELECT {} FROM {name}", columns.join(", ")),
        put: format!(
            "INSERT INTO {name} ({}) VALUES ({}){on_conflict}",
            columns.join(", "),
            marks.join(", ")
        ),
        delete: format!("DELETE FROM {name} WHERE {}", matches.join(" AND ")),
        clear: format!("DELETE FROM {name} WHERE case_id = $1"),
    }
}

impl Table {
    /// The text that reads every row, with the columns in the order of [`Table::columns`].
    pub(crate) fn select(self) -> &'static str {
        &STATEMENTS[&self].select
    }
}

impl Change {
    /// Makes the change.
    ///
    /// # Errors
    /// [`DbError::Conflict`] where a table refuses a second row of one key.
    pub(crate) fn carry_out(&self, tx: &mut dyn Tx) -> Result<(), DbError> {
        let (sql, values) = match self {
            Self::Put(table, row) => (&STATEMENTS[table].put, row),
            Self::Delete(table, key) => (&STATEMENTS[table].delete, key),
            Self::Clear(table, case_id) => {
                return tx.execute(&STATEMENTS[table].clear, &[Arg::Blob(case_id)]).map(|_| ());
            }
        };
        let args: Vec<Arg<'_>> = values.iter().map(borrow).collect();
        tx.execute(sql, &args).map(|_| ())
    }
}

const fn borrow(value: &Value) -> Arg<'_> {
    match value {
        Value::Null => Arg::Null,
        Value::Int(n) => Arg::Int(*n),
        Value::Real(r) => Arg::Real(*r),
        Value::Text(text) => Arg::Text(text.as_str()),
        Value::Blob(bytes) => Arg::Blob(bytes.as_slice()),
    }
}
