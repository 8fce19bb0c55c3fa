//! The log, the sealed boxes, the views; SQLite and PostgreSQL.

pub mod boxes;
pub mod db;
pub mod keys;
