//! What may be used once: remembered until it is worthless anyway.

use jiff::Timestamp;
use std::{
    collections::{BTreeSet, HashSet},
    sync::{Mutex, PoisonError},
};

/// The name of a thing that may be used once.
pub(super) type Mark = [u8; 16];

/// What was used, at most `most` things. If more are, those that end first are forgotten.
pub(super) struct Spent {
    most: usize,
    kept: Mutex<Kept>,
}

#[derive(Default)]
struct Kept {
    known: HashSet<Mark>,
    by_end: BTreeSet<(i64, Mark)>,
}

impl Spent {
    pub(super) fn new(most: usize) -> Self {
        Self { most, kept: Mutex::default() }
    }

    /// Uses a thing that is good until `end`. False if it was used before.
    pub(super) fn spend(&self, mark: Mark, end: i64, at: Timestamp) -> bool {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        while let Some(&(first, old)) = kept.by_end.first() {
            if first >= at.as_second() && kept.known.len() < self.most {
                break;
            }
            kept.by_end.remove(&(first, old));
            kept.known.remove(&old);
        }
        let fresh = kept.known.insert(mark);
        if fresh {
            kept.by_end.insert((end, mark));
        }
        fresh
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn second(n: i64) -> Timestamp {
        Timestamp::from_second(n).unwrap()
    }

    #[test]
    fn a_thing_is_used_once() {
        let spent = Spent::new(10);
        assert!(spent.spend([1; 16], 100, second(0)));
        assert!(!spent.spend([1; 16], 100, second(50)));
        assert!(spent.spend([2; 16], 100, second(50)));
    }

    #[test]
    fn memory_stays_bounded_under_any_number_of_things() {
        let spent = Spent::new(10);
        for n in 0..1_000_u128 {
            spent.spend(n.to_be_bytes(), 1_000 + n as i64, second(0));
        }
        let kept = spent.kept.lock().unwrap();
        assert!(kept.known.len() <= 10 && kept.by_end.len() == kept.known.len());
    }
}
