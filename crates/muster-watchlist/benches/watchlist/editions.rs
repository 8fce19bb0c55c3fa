//! The lists: normalised copies of what was published.

use crate::{data::Data, say::Say};
use muster_vocab::Digest;
use muster_watchlist::{Alias, AliasStrength, Edition, Entry, Kind, ListedDocument, Sex};
use serde::Deserialize;

/// A list, by its file.
pub(crate) struct Source {
    list: &'static str,
    dated: &'static str,
    file: &'static str,
}

/// OFAC's list of 2 July 2024.
pub(crate) const SDN: Source =
    Source { list: "us_ofac_sdn", dated: "2024-07-02", file: "us_ofac_sdn/entities-2024-07-02.jsonl" };

/// Five lists. The fifth stands for the UK's, which is absent.
pub(crate) const FIVE: [Source; 5] = [
    SDN,
    Source { list: "un_sc", dated: "2026-02-27", file: "un_sc/entities-2026-02-27.jsonl" },
    Source { list: "eu_oj", dated: "2026-08-01", file: "eu_journal_2026-08/entities.jsonl" },
    Source { list: "pk_nacta", dated: "2026-01-01", file: "pk_proscribed/entities.jsonl" },
    Source { list: "un_sc_before", dated: "2020-11-24", file: "un_sc/entities-2020-11-24.jsonl" },
];

/// Reads the lists that are there, and says which are not.
pub(crate) fn read(data: &Data, sources: &[Source], say: &Say) -> Vec<Edition> {
    let read = |source: &Source| match edition(data, source) {
        Ok(edition) => Some(edition),
        Err(cause) => {
            say.note(&format!("  left out: {cause}"));
            None
        }
    };
    sources.iter().filter_map(read).collect()
}

fn edition(data: &Data, source: &Source) -> Result<Edition, String> {
    let bytes =
        std::fs::read(data.lists.join(source.file)).map_err(|_| format!("{} is absent", source.file))?;
    let mut entries = Vec::new();
    for line in bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
        let record: Record =
            serde_json::from_slice(line).map_err(|error| format!("{}: {error}", source.file))?;
        entries.push(record.entry());
    }
    Ok(Edition {
        list: source.list.to_owned(),
        dated: source.dated.to_owned(),
        digest: Digest::of(&bytes),
        entries,
    })
}

#[derive(Deserialize)]
struct Record {
    id: String,
    #[serde(rename = "type")]
    kind: String,
    names: Vec<Name>,
    #[serde(default)]
    dob: Vec<String>,
    #[serde(default)]
    pob: Vec<String>,
    #[serde(default)]
    country: Vec<String>,
    #[serde(default)]
    ids: Vec<Document>,
    #[serde(default)]
    gender: String,
    #[serde(default)]
    father: String,
}

#[derive(Deserialize)]
struct Name {
    n: String,
    k: String,
}

#[derive(Deserialize)]
struct Document {
    t: String,
    v: String,
    c: String,
}

impl Record {
    fn entry(self) -> Entry {
        let alias = |name: Name| Alias {
            text: name.n,
            strength: match name.k.as_str() {
                "primary" => AliasStrength::Primary,
                "weak" => AliasStrength::Weak,
                "fka" | "f.k.a." => AliasStrength::Former,
                "original" => AliasStrength::Original,
                _ => AliasStrength::Strong,
            },
        };
        let document = |id: Document| ListedDocument { kind: id.t, number: id.v, country: id.c };
        Entry {
            id: self.id,
            kind: match self.kind.as_str() {
                "person" => Kind::Person,
                "entity" => Kind::Organisation,
                "vessel" => Kind::Vessel,
                "aircraft" => Kind::Aircraft,
                _ => Kind::Unknown,
            },
            names: self.names.into_iter().map(alias).collect(),
            born: self.dob.iter().filter_map(|date| date.parse().ok()).collect(),
            birthplaces: self.pob,
            nationalities: self.country,
            sex: match self.gender.to_lowercase().trim_end_matches('.') {
                "female" => Some(Sex::Female),
                "male" => Some(Sex::Male),
                _ => None,
            },
            fathers: Some(self.father)
                .filter(|father| !father.is_empty() && father != "nill")
                .into_iter()
                .collect(),
            documents: self.ids.into_iter().map(document).collect(),
            ..Entry::default()
        }
    }
}
