//! From links to people, without chaining strangers together.
//!
//! Two groups become one only if a link between them says "the same person", and all their records taken together
//! agree with that. One record that is like two strangers does not make them one.

use crate::{
    answer::{MilliBits, SAME, TO_PERSON},
    index::RecordId,
};
use std::collections::{HashMap, HashSet};

/// Two records of two groups that score less are two people, whatever the others say: their dates of birth differ, say.
pub(crate) const CONFLICT: i32 = -15_000;
/// One pair speaks for or against no more than this: one shared document does not outvote everything else.
const MOST_OF_A_PAIR: i32 = 15_000;
/// Of larger groups so many records are asked.
const MOST_ASKED: usize = 24;

/// Groups of records, each of one person; each group in ascending order, and the groups by their first record. Records
/// that are linked to nobody are in none.
///
/// `links` are pairs with their score; those below the threshold of "the same" are not followed. `score` is asked for
/// any other pair. `apart` are pairs of whom people said that they are two: they never come together.
pub fn cluster(
    links: impl IntoIterator<Item = (RecordId, RecordId, MilliBits)>,
    apart: &[(RecordId, RecordId)],
    mut score: impl FnMut(RecordId, RecordId) -> Option<MilliBits>,
) -> Vec<Vec<RecordId>> {
    let mut links: Vec<_> = links.into_iter().filter(|(a, b, bits)| a != b && bits.0 >= SAME).collect();
    // The strongest first; equal ones in one order, so that the answer is the same every time.
    links.sort_unstable_by_key(|(a, b, bits)| (std::cmp::Reverse(*bits), *a.min(b), *a.max(b)));
    let apart: HashSet<(RecordId, RecordId)> = apart.iter().map(|(a, b)| (*a.min(b), *a.max(b))).collect();
    let mut group_of: HashMap<RecordId, usize> = HashMap::new();
    let mut groups: Vec<Vec<RecordId>> = Vec::new();
    for (a, b, _) in links {
        let mut group = |record: RecordId| {
            *group_of.entry(record).or_insert_with(|| {
                groups.push(vec![record]);
                groups.len() - 1
            })
        };
        let (a, b) = (group(a), group(b));
        if a != b && belong_together(&groups[a], &groups[b], &apart, &mut score) {
            let moved = std::mem::take(&mut groups[b]);
            for record in &moved {
                group_of.insert(*record, a);
            }
            groups[a].extend(moved);
        }
    }
    groups.retain(|group| group.len() > 1);
    for group in &mut groups {
        group.sort_unstable();
    }
    groups.sort_unstable();
    groups
}

fn belong_together(
    a: &[RecordId],
    b: &[RecordId],
    apart: &HashSet<(RecordId, RecordId)>,
    score: &mut impl FnMut(RecordId, RecordId) -> Option<MilliBits>,
) -> bool {
    let pairs = || a.iter().flat_map(|a| b.iter().map(move |b| (*a, *b)));
    if pairs().any(|(a, b)| apart.contains(&(a.min(b), a.max(b)))) {
        return false;
    }
    let (mut sum, mut asked) = (0_i64, 0_i64);
    for a in a.iter().take(MOST_ASKED) {
        for b in b.iter().take(MOST_ASKED) {
            let Some(MilliBits(bits)) = score(*a, *b) else { continue };
            if bits < CONFLICT {
                return false;
            }
            sum += i64::from(bits.min(MOST_OF_A_PAIR));
            asked += 1;
        }
    }
    asked > 0 && sum >= i64::from(TO_PERSON) * asked
}

#[cfg(test)]
mod tests {
    use super::*;

    const YES: i32 = SAME + 1_000;

    fn check(links: &[(u32, u32, i32)], apart: &[(u32, u32)], otherwise: i32) -> Vec<Vec<RecordId>> {
        let known: HashMap<(u32, u32), i32> = links.iter().map(|(a, b, bits)| ((*a, *b), *bits)).collect();
        let links = links.iter().map(|(a, b, bits)| (*a, *b, MilliBits(*bits)));
        cluster(links, apart, |a, b| {
            Some(MilliBits(known.get(&(a.min(b), a.max(b))).copied().unwrap_or(otherwise)))
        })
    }

    #[test]
    fn three_records_of_one_person_are_one_group() {
        assert_eq!(check(&[(0, 1, YES), (1, 2, YES), (0, 2, YES)], &[], 0), [[0, 1, 2]]);
    }

    #[test]
    fn one_record_like_two_strangers_does_not_make_them_one() {
        assert_eq!(check(&[(0, 1, YES + 1), (1, 2, YES)], &[], CONFLICT - 1), [[0, 1]]);
    }

    #[test]
    fn a_chain_whose_ends_disagree_breaks() {
        let chain: Vec<(u32, u32, i32)> = (0..8).map(|at| (at, at + 1, YES)).collect();
        assert!(check(&chain, &[], CONFLICT + 1).iter().all(|group| group.len() <= 3));
    }

    #[test]
    fn whom_people_told_apart_never_come_together() {
        let links = [(0, 1, YES), (1, 2, YES), (0, 2, YES)];
        assert_eq!(check(&links, &[(2, 0)], 0), [[0, 1]]);
    }

    #[test]
    fn what_only_a_person_can_tell_is_not_followed() {
        assert!(check(&[(0, 1, SAME - 1)], &[], 0).is_empty());
    }
}
