//! The log, the sealed boxes, the views; SQLite and PostgreSQL.
//!
//! What it is: a database that does what it acknowledges ([`db`]), the keys of the persons ([`keys`]), the boxes their
//! data lies in ([`boxes`]), the log with its hash chain ([`journal`]), what follows from it ([`views`]), and what the portal
//! ([`portal`]) and the desk ([`desk`]) keep beside it.
//!
//! What it promises: an acknowledged write is on disk; a job is kept whole or not at all; every story runs alike on a
//! SQLite file and a PostgreSQL server; personal data is readable with its person's key alone.
//!
//! What it never does: read a clock, decide anything, or put a value of a row into an error.
//!
//! ```
//! use muster_store::{args, db::{Db, DbError, Migration}};
//!
//! # let folder = tempfile::tempdir()?;
//! # let path = folder.path().join("mission.db");
//! # let url = path.to_str().unwrap();
//! let steps = [Migration { number: 1, name: "0001_posts.sql", sql: "CREATE TABLE posts (name TEXT PRIMARY KEY)" }];
//! let db = Db::open(url, &steps)?;
//! let added = db.write(|tx| tx.execute("INSERT INTO posts (name) VALUES ($1)", args!["us-washington"]));
//! assert_eq!(added.wait()?, 1); // on disk
//!
//! let again = db.write(|tx| tx.execute("INSERT INTO posts (name) VALUES ($1)", args!["us-washington"]));
//! assert!(again.wait().is_err_and(|error| error.is_conflict_on("posts", &["name"])));
//!
//! let posts = db.read(|tx| Ok::<_, DbError>(tx.query("SELECT name FROM posts", &[])?.len()))?;
//! assert_eq!(posts, 1);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod boxes;
pub mod db;
pub mod desk;
mod error;
pub mod journal;
pub mod keys;
pub mod portal;
mod store;
pub mod views;

pub use error::StoreError;
pub use store::{KeyPlace, Places, Store};
