//! The names that could reach the threshold for one asked name.

use super::NameIndex;
use crate::score::Read;
use muster_names::{Alike, CUT_FROM, INITIAL, Role, Word, alike};

/// For one asked name: which listed words each span is alike to, and the names whose bound is high enough.
pub(crate) struct Candidates {
    /// For each asked span, ascending by word.
    pub(crate) edges: Vec<Vec<(u32, Alike)>>,
    /// Names and the bound of what their words may weigh.
    pub(crate) bounds: Vec<(u32, i32)>,
}

impl NameIndex {
    /// Every name whose words may weigh at least `least`.
    pub(crate) fn candidates(&self, asked: &Read<Word>, least: i32) -> Candidates {
        let last = 1_u32 << asked.core.len().saturating_sub(1);
        let edges: Vec<Vec<(u32, Alike)>> = asked
            .spans
            .iter()
            .map(|span| {
                if span.word.role == Role::Initial {
                    return Vec::new();
                }
                let at_end = span.covers == last && !span.joined;
                let beginning = at_end && span.word.text.chars().count() >= CUT_FROM;
                self.vocabulary
                    .near(&span.word, beginning)
                    .into_iter()
                    .filter_map(|no| {
                        let listed = self.vocabulary.word(no);
                        (listed.role != Role::Initial)
                            .then(|| alike(&span.word, listed, at_end))
                            .flatten()
                            .map(|alike| (no, alike))
                    })
                    .collect()
            })
            .collect();
        let initials = asked.core.iter().filter(|role| **role == Role::Initial).count() as i32;
        let always = initials * INITIAL + crate::score::WHOLE_NAME;
        let mut bounds: std::collections::HashMap<u32, i32> = std::collections::HashMap::new();
        for found in &edges {
            for (word, alike) in found {
                for name in self.names_with(*word) {
                    *bounds.entry(*name).or_default() += alike.bits;
                }
            }
        }
        let mut bounds: Vec<(u32, i32)> = bounds
            .into_iter()
            .map(|(name, bits)| (name, bits + always + self.names[name as usize].initials as i32 * INITIAL))
            .filter(|(_, bits)| *bits >= least)
            .collect();
        bounds.sort_unstable();
        Candidates { edges, bounds }
    }
}
