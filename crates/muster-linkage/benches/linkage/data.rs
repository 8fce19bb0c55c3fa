//! The labelled sets, where they are there.

use muster_linkage::{Paper, Record, Sex, WrittenName};
use muster_vocab::DocumentKind;
use std::{
    collections::HashMap,
    path::{Path, PathBuf},
};

/// Records and what is known of them.
#[derive(Clone)]
pub(crate) struct Set {
    pub(crate) name: String,
    pub(crate) records: Vec<Record>,
    pub(crate) about: Vec<About>,
    /// It was made larger, and says nothing of quality.
    pub(crate) is_altered: bool,
}

/// What nobody shows to the engine.
#[derive(Clone, Default)]
pub(crate) struct About {
    pub(crate) entity: String,
    pub(crate) scenario: String,
    pub(crate) operations: String,
    pub(crate) script: String,
}

/// Where the sets are, if they are told.
pub(crate) fn folder() -> Option<PathBuf> {
    std::env::var_os("MUSTER_BENCH_LINKAGE").map(PathBuf::from)
}

/// A set by its name; what is wrong otherwise.
pub(crate) fn set(folder: &Path, name: &str) -> Result<Set, String> {
    let (records, truth) = if folder.join(name).is_dir() {
        let records = rows(&folder.join(name).join("records.csv"))?;
        (records, Some(rows(&folder.join(name).join("truth.csv"))?))
    } else {
        (rows(&folder.join(format!("{name}.csv")))?, None)
    };
    let truth: Vec<Row> = truth.unwrap_or_else(|| records.clone());
    let about = truth
        .iter()
        .zip(&records)
        .map(|(truth, record)| About {
            entity: truth.text("ent_id"),
            scenario: truth.text("scenario"),
            operations: truth.text("ops"),
            script: script(&record.text("family_name")),
        })
        .collect();
    Ok(Set { name: name.to_owned(), records: records.iter().map(record).collect(), about, is_altered: false })
}

fn script(text: &str) -> String {
    let first = text.chars().find(|c| c.is_alphabetic()).map_or(0, u32::from);
    match first {
        0..=0x24f | 0x1e00..=0x1eff => "latin",
        0x400..=0x52f => "cyrillic",
        _ => "other",
    }
    .to_owned()
}

#[derive(Clone, Default)]
struct Row(HashMap<String, String>);

impl Row {
    /// The first column of these that is there.
    fn any(&self, names: &[&str]) -> String {
        names.iter().map(|name| self.text(name)).find(|text| !text.is_empty()).unwrap_or_default()
    }

    fn text(&self, name: &str) -> String {
        self.0.get(name).map(|text| text.trim().to_owned()).unwrap_or_default()
    }
}

fn record(row: &Row) -> Record {
    let one = |text: String| if text.is_empty() { Vec::new() } else { vec![text] };
    let paper = |kind, number: String| (!number.is_empty()).then_some(Paper { kind, issuer: None, number });
    let words = |names: &[&str]| names.iter().map(|name| row.text(name)).collect::<Vec<_>>().join(" ");
    Record {
        names: vec![WrittenName {
            given: row.any(&["given_name", "first_name"]),
            middle: row.text("middle_name"),
            family: row.any(&["family_name", "surname"]),
        }],
        born: row.any(&["dob", "date_of_birth"]).parse().ok(),
        sex: match row.text("sex").as_str() {
            "F" => Some(Sex::Female),
            "M" => Some(Sex::Male),
            _ => None,
        },
        documents: [
            paper(DocumentKind::Passport, row.text("passport_no")),
            paper(DocumentKind::IdentityCard, row.text("soc_sec_id")),
        ]
        .into_iter()
        .flatten()
        .collect(),
        phones: one(row.text("phone")),
        emails: one(row.text("email")),
        nationalities: row.text("citizenship").parse().into_iter().collect(),
        birthplace: row.text("birth_place"),
        residence: row.text("residence").parse().ok(),
        town: row.any(&["city", "suburb"]),
        address: words(&["street_number", "address_1", "address_2", "postcode"]),
    }
}

/// The rows of a table, packed or not.
fn rows(path: &Path) -> Result<Vec<Row>, String> {
    let packed = PathBuf::from(format!("{}.gz", path.display()));
    let text = match (std::fs::read(path), std::fs::read(&packed)) {
        (Ok(plain), _) => plain,
        (_, Ok(packed)) => unpack(&packed).ok_or_else(|| format!("{} is damaged", path.display()))?,
        (Err(error), _) => return Err(format!("{}: {error}", path.display())),
    };
    let mut reader = csv::Reader::from_reader(&text[..]);
    let named = |error: csv::Error| format!("{}: {error}", path.display());
    let heads = reader.headers().map_err(named)?.clone();
    reader
        .records()
        .map(|row| {
            let row = row.map_err(named)?;
            Ok(Row(heads.iter().zip(&row).map(|(head, cell)| (head.to_owned(), cell.to_owned())).collect()))
        })
        .collect()
}

/// Unpacks a gzip file of one member (RFC 1952).
fn unpack(packed: &[u8]) -> Option<Vec<u8>> {
    let flags = *packed.get(3)?;
    let mut at = 10;
    if flags & 4 != 0 {
        at += 2 + usize::from(u16::from_le_bytes([*packed.get(at)?, *packed.get(at + 1)?]));
    }
    for flag in [8, 16] {
        if flags & flag != 0 {
            at += 1 + packed.get(at..)?.iter().position(|byte| *byte == 0)?;
        }
    }
    at += if flags & 2 == 0 { 0 } else { 2 };
    miniz_oxide::inflate::decompress_to_vec(packed.get(at..)?).ok()
}
