//! Which editions are published, and the hash of the exact bytes each was published with.

use crate::problem::{Place, Problem};
use crate::read::Reader;
use muster_vocab::Digest;
use toml::de::DeTable;

/// One line of `published.toml`.
#[derive(Debug, Clone)]
pub(crate) struct Published {
    pub(crate) edition: String,
    pub(crate) hash: Digest,
    pub(crate) place: Place,
}

/// Reads the editions in the order they were published in.
pub(crate) fn read(file: &str, text: &str) -> Result<Vec<Published>, Vec<Problem>> {
    let mut reader = Reader::new(file, text);
    let Some(table) = reader.parse() else { return reader.finish(None) };
    reader.only(&table, "the list of published editions", &["edition"]);
    let mut published: Vec<Published> = Vec::new();
    for (entry, span) in reader.tables(&table, "edition") {
        let Some(one) = read_one(&mut reader, entry, &span) else { continue };
        if published.iter().any(|other| other.edition == one.edition) {
            reader.complain(
                span,
                format!("edition `{}` is published twice", one.edition),
                "keep the first line: what is published stays",
            );
        } else {
            published.push(one);
        }
    }
    reader.finish(Some(published))
}

fn read_one(
    reader: &mut Reader<'_>,
    entry: &DeTable<'_>,
    span: &std::ops::Range<usize>,
) -> Option<Published> {
    reader.only(entry, "a published edition", &["id", "sha256"]);
    let edition = reader.needed_text(entry, span, "the published edition", "id");
    let hash = reader.needed(entry, span, "the published edition", "sha256").and_then(|value| {
        let hash = reader.text(value)?.parse().ok();
        if hash.is_none() {
            reader.complain(value.span(), "this is not a SHA-256", "write its 64 hexadecimal digits");
        }
        hash
    });
    let place = reader.place(span);
    Some(Published { edition: edition?, hash: hash?, place })
}
