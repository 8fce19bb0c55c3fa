//! The commands, one file each: its arguments (with their help), and `run(self, &Frame) -> Result<Exit, Fault>`.
//!
//! A new command is a file here, a line in this list, and a line in the list of `cli.rs`.

pub(crate) mod case;
pub(crate) mod completions;
pub(crate) mod config;
pub(crate) mod demo;
pub(crate) mod doctor;
pub(crate) mod funnel;
pub(crate) mod healthcheck;
pub(crate) mod help;
pub(crate) mod hits;
pub(crate) mod import;
pub(crate) mod init;
pub(crate) mod link;
pub(crate) mod list;
pub(crate) mod log;
pub(crate) mod man;
pub(crate) mod matching;
pub(crate) mod people;
pub(crate) mod policy;
pub(crate) mod screen;
pub(crate) mod serve;
pub(crate) mod staff;
pub(crate) mod way;
