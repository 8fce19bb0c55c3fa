//! Places of birth and of residence, each kept once.

use crate::fold;
use muster_names::distance_within;
use std::collections::HashMap;

/// A place's number; 0 is unknown.
pub(crate) type PlaceId = u32;

/// The places of all records, each kept once.
#[derive(Debug)]
pub(crate) struct Places {
    all: Vec<Box<str>>,
    /// Which letters each has, and how many: most places part here.
    letters: Vec<(u32, u32)>,
    by_text: HashMap<Box<str>, PlaceId>,
}

impl Default for Places {
    fn default() -> Self {
        Self { all: vec!["".into()], letters: vec![(0, 0)], by_text: HashMap::new() }
    }
}

impl Places {
    /// The number of a place as somebody wrote it.
    pub(crate) fn id(&mut self, text: &str) -> PlaceId {
        // As somebody wrote it before: most places have been read already.
        if let Some(known) = self.by_text.get(text) {
            return *known;
        }
        let folded = fold::place(text);
        if folded.is_empty() {
            return 0;
        }
        let id = self.by_text.get(folded.as_str()).copied().unwrap_or_else(|| self.add(&folded));
        self.by_text.insert(text.into(), id);
        id
    }

    fn add(&mut self, folded: &str) -> PlaceId {
        let id = self.all.len() as PlaceId;
        self.all.push(folded.into());
        self.letters.push((folded.bytes().fold(0, |set, byte| set | 1 << (byte & 31)), folded.len() as u32));
        self.by_text.insert(folded.into(), id);
        id
    }

    /// Whether two different places are nearly the same word.
    pub(crate) fn are_near(&self, a: PlaceId, b: PlaceId) -> bool {
        let [(letters_a, long_a), (letters_b, long_b)] = [a, b].map(|id| self.letters[id as usize]);
        let edits = muster_names::allowed_edits(long_a.min(long_b) as usize);
        // An edit changes the length by one, and two letters of the set at most.
        edits > 0
            && long_a.abs_diff(long_b) as usize <= edits
            && (letters_a ^ letters_b).count_ones() as usize <= 2 * edits
            && distance_within(self.all[a as usize].as_bytes(), self.all[b as usize].as_bytes(), edits)
                .is_some()
    }
}
