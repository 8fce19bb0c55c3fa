//! Readers of published lists: one file a format, one [`Entry`](crate::Entry) an entry.
//!
//! What they promise: a file is read as a stream and in bounded memory; a record that cannot be read is reported with
//! its place and cause, and the others are kept; nothing in a file is trusted, and no file makes them panic.

mod csl;
mod date_words;
mod entry;
mod eu_csv;
mod eu_journal;
mod eu_xml;
mod follow_the_money;
mod format;
mod items;
mod json;
mod limits;
mod lines;
mod node;
mod normalised;
mod ofac_advanced;
mod ofac_csv;
mod ofac_remarks;
mod ofac_xml;
mod pakistan;
mod plain_csv;
mod read;
mod reading;
mod row;
mod script;
mod table;
mod uk;
mod uk_csv;
mod uk_xml;
mod un_xml;
mod xml;

pub use format::Format;
pub use read::read;
pub use reading::{BadRecord, ListRefused, Position, Reading, Source};
