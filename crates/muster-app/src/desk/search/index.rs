//! Everybody's names in memory, found by words that are alike in any script.

use muster_case::intake::Identity;
use muster_names::{Key, Name, Role, Word, alike, keys};
use muster_vocab::{CaseId, HumanId, PersonName};
use std::collections::{BTreeSet, HashMap, HashSet};

/// So many new words are kept apart before all keys are sorted again.
const NEW_WORDS: usize = 4_096;

/// Names of people, by case.
#[derive(Default)]
pub(super) struct NameIndex {
    words: Vec<Word>,
    by_text: HashMap<(String, bool), u32>,
    /// Keys of the words, sorted.
    sorted: Vec<(Key, u32)>,
    /// Keys of the words that came since.
    recent: HashMap<Key, Vec<u32>>,
    recent_words: usize,
    /// The people each word is in.
    postings: Vec<Vec<u32>>,
    people: Vec<Person>,
    by_case: HashMap<CaseId, u32>,
    /// Cases by the letters of their reference.
    references: HashMap<Box<str>, CaseId>,
    missions: Vec<String>,
    /// Whoever stepped back from a case.
    recused: HashMap<CaseId, BTreeSet<HumanId>>,
}

struct Person {
    case: CaseId,
    mission: u16,
    words: Box<[u32]>,
    /// The name as last told.
    name: Box<str>,
}

impl NameIndex {
    /// Remembers a case by its reference.
    pub(super) fn refer(&mut self, reference: &str, case: CaseId) {
        self.references.insert(reference.into(), case);
    }

    /// The case of a reference.
    pub(super) fn by_reference(&self, reference: &str) -> Option<CaseId> {
        self.references.get(reference).copied()
    }

    /// Puts everything somebody was ever called under a case, in place of what was there.
    pub(super) fn put(&mut self, case: CaseId, mission: &str, told: &[Identity]) {
        self.remove(case);
        let names = told.iter().flat_map(|told| [Some(&told.name), told.name_original.as_ref()]).flatten();
        let names: HashSet<String> = names.map(written).collect();
        let mut words: Vec<u32> = Vec::new();
        for name in names {
            words.extend(Name::read(&name).core().map(|word| self.word(word)));
        }
        words.sort_unstable();
        words.dedup();
        if words.is_empty() {
            return;
        }
        let person = self.people.len() as u32;
        for word in &words {
            self.postings[*word as usize].push(person);
        }
        let mission = self.mission(mission);
        let name = told.last().map_or_else(String::new, |told| written(&told.name)).into();
        self.people.push(Person { case, mission, words: words.into(), name });
        self.by_case.insert(case, person);
        if self.recent_words > NEW_WORDS {
            self.sort();
        }
    }

    /// The name of a case as last told.
    pub(super) fn name(&self, case: CaseId) -> Option<String> {
        self.by_case.get(&case).map(|person| self.people[*person as usize].name.to_string())
    }

    /// Remembers who stepped back from a case.
    pub(super) fn recuse(&mut self, case: CaseId, humans: &BTreeSet<HumanId>) {
        if !humans.is_empty() {
            self.recused.insert(case, humans.clone());
        }
    }

    /// Who stepped back from a case.
    pub(super) fn recused(&self, case: CaseId) -> BTreeSet<HumanId> {
        self.recused.get(&case).cloned().unwrap_or_default()
    }

    /// Takes a case out.
    pub(super) fn remove(&mut self, case: CaseId) {
        let Some(person) = self.by_case.remove(&case) else { return };
        self.people[person as usize].name = "".into();
        for word in std::mem::take(&mut self.people[person as usize].words) {
            self.postings[word as usize].retain(|known| *known != person);
        }
    }

    /// Makes the keys of everybody put so far quick to find.
    pub(super) fn sort(&mut self) {
        let recent = std::mem::take(&mut self.recent);
        self.sorted.extend(
            recent.into_iter().flat_map(|(key, words)| words.into_iter().map(move |word| (key, word))),
        );
        self.sorted.sort_unstable();
        self.recent_words = 0;
    }

    fn mission(&mut self, code: &str) -> u16 {
        let place = self.missions.iter().position(|known| known == code).unwrap_or_else(|| {
            self.missions.push(code.to_owned());
            self.missions.len() - 1
        });
        place as u16
    }

    fn word(&mut self, word: &Word) -> u32 {
        let text = (word.text.clone(), word.role == Role::Initial);
        if let Some(known) = self.by_text.get(&text) {
            return *known;
        }
        let no = self.words.len() as u32;
        for key in keys(word) {
            self.recent.entry(key).or_default().push(no);
        }
        self.by_text.insert(text, no);
        self.words.push(word.clone());
        self.postings.push(Vec::new());
        self.recent_words += 1;
        no
    }

    /// The cases of some missions whose names are most like what was typed, the likest first. Each of two words must be
    /// found; of more words the two rarest must, and the others help.
    pub(super) fn find(&self, typed: &str, sees: impl Fn(&str) -> bool, limit: usize) -> Vec<CaseId> {
        let name = Name::read(typed);
        let mut words: Vec<Vec<(u32, i32)>> =
            name.core().filter(|word| word.role != Role::Initial).map(|word| self.alike(word)).collect();
        let size = |found: &Vec<(u32, i32)>| -> usize {
            found.iter().map(|(word, _)| self.postings[*word as usize].len()).sum()
        };
        words.sort_by_key(size);
        let Some((first, others)) = words.split_first() else { return Vec::new() };
        let seen: Vec<bool> = self.missions.iter().map(|code| sees(code)).collect();
        let mut scores: HashMap<u32, i32> = HashMap::new();
        for (word, bits) in first {
            for person in &self.postings[*word as usize] {
                if seen[usize::from(self.people[*person as usize].mission)] {
                    let score = scores.entry(*person).or_default();
                    *score = (*score).max(*bits);
                }
            }
        }
        for (place, found) in others.iter().enumerate() {
            let mut more: HashMap<u32, i32> = HashMap::new();
            for (word, bits) in found {
                for person in &self.postings[*word as usize] {
                    if scores.contains_key(person) {
                        let best = more.entry(*person).or_default();
                        *best = (*best).max(*bits);
                    }
                }
            }
            if place == 0 {
                scores.retain(|person, _| more.contains_key(person));
            }
            for (person, bits) in more {
                scores.entry(person).and_modify(|score| *score += bits);
            }
        }
        let mut found: Vec<(i32, u32)> = scores.into_iter().map(|(person, score)| (-score, person)).collect();
        // Of equals whoever came last.
        found.sort_unstable_by_key(|(score, person)| (*score, std::cmp::Reverse(*person)));
        found.into_iter().take(limit).map(|(_, person)| self.people[person as usize].case).collect()
    }

    /// The words that a typed word is alike to, with what that weighs.
    fn alike(&self, typed: &Word) -> Vec<(u32, i32)> {
        let mut near: Vec<u32> = Vec::new();
        for key in keys(typed) {
            let from = self.sorted.partition_point(|(known, _)| *known < key);
            near.extend(
                self.sorted[from..].iter().take_while(|(known, _)| *known == key).map(|(_, word)| word),
            );
            near.extend(self.recent.get(&key).into_iter().flatten());
        }
        near.sort_unstable();
        near.dedup();
        let weigh = |word: u32| {
            let known = &self.words[word as usize];
            alike(typed, known, false).map(|alike| (word, alike.bits)).filter(|(_, bits)| *bits > 0)
        };
        near.into_iter().filter_map(weigh).collect()
    }
}

/// A name in one text.
fn written(name: &PersonName) -> String {
    if name.given.is_empty() { name.family.clone() } else { format!("{} {}", name.given, name.family) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(given: &str, family: &str) -> Identity {
        Identity {
            name: PersonName::new(given, family).unwrap(),
            name_original: None,
            born: "1990".parse().unwrap(),
            sex: None,
            nationalities: vec![],
            residence: "US".parse().unwrap(),
            document: None,
        }
    }

    #[test]
    fn a_name_is_found_in_any_script_order_and_near_spelling() {
        let mut index = NameIndex::default();
        let people =
            [("Олена", "Марчук"), ("Mohammed", "Al-Sayed"), ("Aroha", "O’Neill"), ("Jürgen", "Müller")];
        for (n, (given, family)) in people.iter().enumerate() {
            index.put(CaseId::from(n as u128), "us-washington", &[told(given, family)]);
        }
        for (typed, wanted) in [
            ("Olena Marchuk", 0),
            ("marchuk olena", 0),
            ("МАРЧУК", 0),
            ("محمد السيد", 1),
            ("Mohamed el Sayed", 1),
            ("Oneill", 2),
            ("Mueller", 3),
            ("Jurgen Muller", 3),
        ] {
            let found = index.find(typed, |_| true, 5);
            assert_eq!(found.first(), Some(&CaseId::from(wanted)), "{typed}");
            assert!(index.find(typed, |_| false, 5).is_empty());
        }
        index.remove(CaseId::from(0));
        assert!(index.find("Olena Marchuk", |_| true, 5).is_empty());
        index.sort();
        assert_eq!(index.find("Oneill", |_| true, 5), [CaseId::from(2)]);
    }
}
