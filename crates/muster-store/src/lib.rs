//! The log, the sealed boxes, the views; SQLite and PostgreSQL.

pub mod db;
