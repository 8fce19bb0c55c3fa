//! The other way round: which applicants does a changed entry mean?
//!
//! The same index as over a list, over the names of applicants; it is asked with the entries that a new edition adds or
//! changes. What it answers is what screening every applicant against those entries would.

use crate::{
    Comparison, Entry, Subject,
    compare::{Asked, alias_bits, is_no_name, is_person, read_alias},
    index::Vocabulary,
    score::{ALERT, Fields, LEAST_NAME, MOST_OF_FIELDS, Pair, Read, SpanOf, WHOLE_NAME, settle},
};
use muster_names::{Alike, INITIAL, Role, Word, alike, keys, keys_of_beginnings};
use std::collections::{BTreeMap, BTreeSet};

/// An index of applicants, to be asked with the entries that a new edition changes.
#[derive(Debug, Default)]
pub struct Applicants {
    subjects: BTreeMap<u64, Applicant>,
    vocabulary: Vocabulary,
    /// Words that were there when the vocabulary was last sorted; later ones are looked at one by one.
    sorted: usize,
    names: Vec<ApplicantName>,
    /// The names each word is in.
    postings: Vec<Vec<u32>>,
    documents: BTreeMap<String, BTreeSet<u64>>,
}

#[derive(Debug)]
struct Applicant {
    subject: Subject,
    fields: Fields,
    names: Vec<u32>,
}

#[derive(Debug)]
struct ApplicantName {
    /// Whose it is; nothing once the applicant is taken out.
    key: Option<u64>,
    read: Read<u32>,
    initials: i32,
}

/// So many new words are looked at one by one before the vocabulary is sorted again.
const NEW_WORDS: usize = 2_000;

impl Applicants {
    /// Nobody yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds somebody under `key`, in place of whoever was there.
    pub fn insert(&mut self, key: u64, subject: Subject) {
        self.remove(key);
        let asked = Asked::new(&subject);
        let mut names = Vec::with_capacity(asked.names.len());
        for read in &asked.names {
            let no = self.names.len() as u32;
            let read = self.keep(read, no);
            let initials = read.core.iter().filter(|role| **role == Role::Initial).count() as i32;
            self.names.push(ApplicantName { key: Some(key), read, initials });
            names.push(no);
        }
        let fields = asked.fields;
        for number in fields.documents() {
            self.documents.entry(number.to_owned()).or_default().insert(key);
        }
        self.subjects.insert(key, Applicant { subject, fields, names });
        if self.vocabulary.len() - self.sorted > NEW_WORDS + self.sorted / 4 {
            self.sort();
        }
    }

    /// Makes the words of everybody inserted so far quick to find. Inserting does it by itself now and then.
    pub fn sort(&mut self) {
        self.vocabulary.sort();
        self.sorted = self.vocabulary.len();
    }

    /// Keeps the words of a name, and where they are.
    fn keep(&mut self, read: &Read<Word>, no: u32) -> Read<u32> {
        let mut keep = |span: &SpanOf<Word>| {
            let word = self.vocabulary.add(span.word.clone(), span.joined);
            self.postings.resize_with(self.vocabulary.len(), Vec::new);
            self.postings[word as usize].push(no);
            SpanOf { word, covers: span.covers, joined: span.joined }
        };
        let spans = read.spans.iter().map(&mut keep).collect();
        Read {
            core: read.core.clone(),
            spans,
            cut: read.cut,
            organisation: read.organisation,
            no_vowels: read.no_vowels,
        }
    }

    /// Takes somebody out.
    pub fn remove(&mut self, key: u64) {
        let Some(applicant) = self.subjects.remove(&key) else { return };
        for no in applicant.names {
            let name = &mut self.names[no as usize];
            name.key = None;
            for span in &name.read.spans {
                self.postings[span.word as usize].retain(|known| *known != no);
            }
            name.read.spans.clear();
        }
        for number in applicant.fields.documents() {
            if let Some(keys) = self.documents.get_mut(number) {
                keys.remove(&key);
            }
        }
    }

    /// How many people are in it.
    #[must_use]
    pub fn len(&self) -> usize {
        self.subjects.len()
    }

    /// Whether nobody is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.subjects.is_empty()
    }

    /// Who is hit by which of `entries`: key, index of the entry, comparison; in the order of entries, then keys.
    #[must_use]
    pub fn screen(&self, entries: &[Entry]) -> Vec<(u64, usize, Comparison)> {
        let mut hits = Vec::new();
        let mut bounds = vec![0; self.names.len()];
        for (index, entry) in entries.iter().enumerate() {
            if !is_person(entry.kind) {
                continue;
            }
            let fields = Fields::of_entry(entry);
            let mut keys: BTreeSet<u64> = fields
                .documents()
                .filter_map(|number| self.documents.get(number))
                .flatten()
                .copied()
                .collect();
            for name in entry.names.iter().filter(|name| !is_no_name(&name.text)) {
                let listed = read_alias(entry.kind, name);
                self.find(&listed, alias_bits(name.strength), &fields, &mut bounds, &mut keys);
            }
            for key in keys {
                let comparison = Asked::new(&self.subjects[&key].subject).compare(entry, &fields).0;
                if comparison.verdict.is_hit() {
                    hits.push((key, index, comparison));
                }
            }
        }
        hits
    }

    /// Adds the applicants one listed name may mean.
    fn find(
        &self,
        listed: &Read<Word>,
        alias_bits: i32,
        fields: &Fields,
        bounds: &mut [i32],
        keys: &mut BTreeSet<u64>,
    ) {
        let edges: Vec<Edges> = listed.spans.iter().map(|span| self.edges(&span.word)).collect();
        let initials = listed.core.iter().filter(|role| **role == Role::Initial).count() as i32;
        let always = initials * INITIAL + WHOLE_NAME;
        let mut touched = Vec::new();
        for (word, bits) in edges.iter().flat_map(Edges::bounds) {
            for name in &self.postings[word as usize] {
                let bound = &mut bounds[*name as usize];
                if *bound == 0 {
                    touched.push(*name);
                }
                *bound += bits;
            }
        }
        for no in touched {
            let name = &self.names[no as usize];
            let bound = std::mem::take(&mut bounds[no as usize]) + always + name.initials * INITIAL;
            let Some(key) = name.key.filter(|_| bound >= LEAST_NAME.max(ALERT - MOST_OF_FIELDS)) else {
                continue;
            };
            let others = self.subjects[&key].fields.bits(fields);
            if bound + others < ALERT || keys.contains(&key) {
                continue;
            }
            let bits = self.align(name, listed, &edges) + alias_bits;
            if bits >= LEAST_NAME && bits + others >= ALERT {
                keys.insert(key);
            }
        }
    }

    /// The applicants' words that a listed word is alike to.
    fn edges(&self, listed: &Word) -> Edges {
        let mut found = Vec::new();
        if listed.role == Role::Initial {
            return Edges::default();
        }
        if self.sorted > 0 {
            self.vocabulary.with_keys(&keys(listed), &mut found);
            self.vocabulary.with_keys(&keys_of_beginnings(listed), &mut found);
        }
        found.extend(self.sorted as u32..self.vocabulary.len() as u32);
        found.sort_unstable();
        found.dedup();
        let mut edges = Edges::default();
        for no in found {
            let word = self.vocabulary.word(no);
            if word.role == Role::Initial {
                continue;
            }
            let (inside, last) = (alike(word, listed, false), alike(word, listed, true));
            if last.is_some() {
                edges.0.push((no, inside, last));
            }
        }
        edges
    }

    /// What an applicant's name and a listed one come to.
    fn align(&self, name: &ApplicantName, listed: &Read<Word>, edges: &[Edges]) -> i32 {
        let asked = &name.read;
        let mut pairs = Vec::with_capacity(8);
        for (a, x) in asked.spans.iter().enumerate() {
            let word = self.vocabulary.word(x.word);
            for (l, y) in listed.spans.iter().enumerate() {
                let found = if word.role == Role::Initial || y.word.role == Role::Initial {
                    alike(word, &y.word, false)
                } else {
                    edges[l].of(x.word, asked.is_last(a))
                };
                pairs.extend(found.map(|alike| Pair { asked: a, listed: l, alike }));
            }
        }
        settle(asked, listed, pairs).bits
    }
}

/// The applicants' words one listed word is alike to: inside a name, and as its last word. Ascending.
#[derive(Debug, Default)]
struct Edges(Vec<(u32, Option<Alike>, Option<Alike>)>);

impl Edges {
    fn bounds(&self) -> impl Iterator<Item = (u32, i32)> {
        self.0.iter().filter_map(|(word, _, last)| Some((*word, last.as_ref()?.bits)))
    }

    fn of(&self, word: u32, last: bool) -> Option<Alike> {
        let at = self.0.binary_search_by_key(&word, |(no, ..)| *no).ok()?;
        if last { self.0[at].2 } else { self.0[at].1 }
    }
}
