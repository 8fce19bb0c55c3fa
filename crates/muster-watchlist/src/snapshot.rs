//! Compiled editions, ready to be asked.

use crate::{
    ENGINE, Edition, EditionInfo, Entry, Hit, Screening, Subject,
    compare::{Asked, Found, is_person},
    index::{Known, NameIndex},
    not_comparable::not_comparable,
    score::{ALERT, Fields, LEAST_NAME, MOST_OF_FIELDS},
};
use muster_vocab::Digest;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Compiled editions, immutable. Entries that are not people (companies, ships) stay in the edition and are not asked.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Snapshot {
    editions: Vec<EditionInfo>,
    people: Vec<Listed>,
    /// The entries as JSON, one after another: read only for hits.
    entries: Vec<u8>,
    index: NameIndex,
    /// Numbers of documents and whose they are.
    documents: BTreeMap<String, Vec<u32>>,
}

/// One entry that may be a person.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Listed {
    edition: u32,
    entry: std::ops::Range<u32>,
    digest: Digest,
    fields: Fields,
}

/// The bytes are no snapshot of this engine.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("this is no snapshot of this engine version, or it is damaged: compile the lists again")]
pub struct BadSnapshot;

impl Snapshot {
    /// Compiles editions.
    ///
    /// # Panics
    /// If all entries together are larger than 4 GiB.
    #[must_use]
    pub fn compile(editions: &[Edition]) -> Self {
        let mut people = Vec::new();
        let mut entries = Vec::new();
        let mut documents: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for (edition, entry) in each_person(editions) {
            let fields = Fields::of_entry(entry);
            let no = people.len() as u32;
            for number in fields.documents() {
                documents.entry(number.to_owned()).or_default().push(no);
            }
            let start = entries.len() as u32;
            let json = entry.to_json();
            let digest = Digest::of(&json);
            entries.extend(json);
            let end = u32::try_from(entries.len()).expect("lists are far smaller than 4 GiB");
            people.push(Listed { edition: edition as u32, entry: start..end, digest, fields });
        }
        let index = NameIndex::build(each_person(editions).map(|(_, entry)| entry));
        Self { editions: editions.iter().map(Edition::info).collect(), people, entries, index, documents }
    }

    /// As bytes, to be opened again in no time: a digest, the engine's version, the compiled lists.
    ///
    /// # Panics
    /// Never: everything in it can be written.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let body = postcard::to_stdvec(&(ENGINE, self)).expect("texts and numbers");
        [&Digest::of(&body).0[..], &body].concat()
    }

    /// From bytes.
    ///
    /// # Errors
    /// If they are damaged or from another engine version.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, BadSnapshot> {
        let (digest, body) = bytes.split_at_checked(32).ok_or(BadSnapshot)?;
        if Digest::of(body).0 != digest {
            return Err(BadSnapshot);
        }
        let (engine, rest) = postcard::take_from_bytes::<&str>(body).map_err(|_| BadSnapshot)?;
        if engine != ENGINE {
            return Err(BadSnapshot);
        }
        postcard::from_bytes(rest).map_err(|_| BadSnapshot)
    }

    /// What it was compiled from.
    #[must_use]
    pub fn editions(&self) -> &[EditionInfo] {
        &self.editions
    }

    /// Screens a subject by the index.
    #[must_use]
    pub fn screen(&self, subject: &Subject) -> Screening {
        let asked = Asked::new(subject);
        let most = if subject.has_only_names() { 0 } else { MOST_OF_FIELDS };
        let least = LEAST_NAME.max(ALERT - most);
        // Whoever is found, by the weightiest name; of equal ones the first alias, then the first asked name.
        let mut found: BTreeMap<u32, Found> = BTreeMap::new();
        let mut words = Known::new();
        for (no, name) in asked.names.iter().enumerate() {
            let asking = self.index.ask(name, &mut words);
            // Names of one entry stand side by side: its fields are compared once.
            let mut known: Option<(u32, i32)> = None;
            for (listed, bound) in asking.candidates(least) {
                let (entry, alias, alias_bits) = asking.name(listed);
                let fields = match known {
                    Some((same, bits)) if same == entry => bits,
                    _ if most == 0 => 0,
                    _ => asked.fields.bits(&self.people[entry as usize].fields),
                };
                known = Some((entry, fields));
                if bound + fields < ALERT {
                    continue;
                }
                let bits = asking.align(listed).bits + alias_bits;
                if bits + fields >= ALERT && bits >= LEAST_NAME {
                    let this = Found { bits, alias: alias as usize, name: no };
                    found.entry(entry).and_modify(|best| *best = this.better(*best)).or_insert(this);
                }
            }
        }
        // A document alerts whatever the names say: there every name is compared.
        let by_document = asked.fields.documents().filter_map(|number| self.documents.get(number)).flatten();
        let mut found: BTreeMap<u32, Option<Found>> =
            found.into_iter().map(|(no, found)| (no, Some(found))).collect();
        found.extend(by_document.map(|no| (*no, None)));
        let hits = found.into_iter().filter_map(|(no, found)| self.hit(&asked, no, found)).collect();
        Self::answer(subject, hits)
    }

    /// Screens a subject against every entry, one by one: what the index must equal.
    #[must_use]
    pub fn screen_all(&self, subject: &Subject) -> Screening {
        let asked = Asked::new(subject);
        let mut best: BTreeMap<u32, Found> = BTreeMap::new();
        for (no, read) in asked.names.iter().enumerate() {
            for (name, aligned) in self.index.each(read) {
                let this =
                    Found { bits: aligned.bits + name.alias_bits, alias: name.alias as usize, name: no };
                best.entry(name.entry).and_modify(|best| *best = this.better(*best)).or_insert(this);
            }
        }
        let reaches = |(no, found): &(u32, Found)| {
            let listed = &self.people[*no as usize].fields;
            found.bits + asked.fields.bits(listed) >= ALERT || asked.fields.shares_document(listed)
        };
        let hits = best
            .into_iter()
            .filter(reaches)
            .filter_map(|(no, found)| self.hit(&asked, no, Some(found)))
            .collect();
        Self::answer(subject, hits)
    }

    /// A hit with its evidence, if it is one; without `found` every name is compared.
    fn hit(&self, asked: &Asked<'_>, no: u32, found: Option<Found>) -> Option<Hit> {
        let listed = &self.people[no as usize];
        let entry = self.entry(listed);
        let (comparison, alias) = match found {
            Some(found) => (asked.evidence(&entry, &listed.fields, found), found.alias),
            None => asked.compare(&entry, &listed.fields),
        };
        let edition = &self.editions[listed.edition as usize];
        comparison.verdict.is_hit().then(|| Hit {
            list: edition.list.clone(),
            dated: edition.dated.clone(),
            entry: entry.id.clone(),
            entry_digest: listed.digest,
            alias: entry.names[alias].text.clone(),
            alias_strength: entry.names[alias].strength,
            comparison,
        })
    }

    fn entry(&self, listed: &Listed) -> Entry {
        let json = &self.entries[listed.entry.start as usize..listed.entry.end as usize];
        serde_json::from_slice(json)
            .expect("the snapshot's digest was right, so its entries are as they were written")
    }

    fn answer(subject: &Subject, mut hits: Vec<Hit>) -> Screening {
        hits.sort_by(|a, b| {
            let place =
                |hit: &Hit| (hit.list.clone(), hit.dated.clone(), hit.entry.clone(), hit.entry_digest);
            b.comparison.score.cmp(&a.comparison.score).then_with(|| place(a).cmp(&place(b)))
        });
        hits.dedup();
        Screening { hits, not_comparable: not_comparable(subject) }
    }
}

fn each_person(editions: &[Edition]) -> impl Iterator<Item = (usize, &Entry)> {
    let people = |entry: &&Entry| is_person(entry.kind) && !entry.names.is_empty();
    editions
        .iter()
        .enumerate()
        .flat_map(move |(no, edition)| edition.entries.iter().filter(people).map(move |entry| (no, entry)))
}
