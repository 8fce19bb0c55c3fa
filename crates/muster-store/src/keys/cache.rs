//! The keys used lately, kept unwrapped, and no more of them than fit.

use super::{Holder, PersonKey};
use std::{
    collections::{HashMap, HashSet},
    mem,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// Two generations: a key that is used is in the young one; when that is full it becomes the old one, and what was
/// old and unused since is dropped and wiped. Cheap, and close to "least recently used".
pub(super) struct Cache {
    generation_max: usize,
    kept: Mutex<Kept>,
}

#[derive(Default)]
struct Kept {
    young: HashMap<Holder, PersonKey>,
    old: HashMap<Holder, PersonKey>,
    /// Destroyed while this process runs: a read that began before must not bring the key back.
    gone: HashSet<Holder>,
}

impl Cache {
    /// Keeps at most twice `generation_max` keys.
    pub(super) fn new(generation_max: usize) -> Self {
        Self { generation_max, kept: Mutex::default() }
    }

    pub(super) fn get(&self, holder: Holder) -> Option<PersonKey> {
        let mut kept = self.kept();
        if let Some(key) = kept.young.get(&holder) {
            return Some(key.clone());
        }
        let key = kept.old.remove(&holder)?;
        self.insert(&mut kept, key.clone());
        Some(key)
    }

    pub(super) fn put(&self, key: PersonKey) {
        let mut kept = self.kept();
        if !kept.gone.contains(&key.holder()) {
            self.insert(&mut kept, key);
        }
    }

    /// Drops a key for good.
    pub(super) fn forget(&self, holder: Holder) {
        let mut kept = self.kept();
        kept.gone.insert(holder);
        kept.young.remove(&holder);
        kept.old.remove(&holder);
    }

    fn insert(&self, kept: &mut Kept, key: PersonKey) {
        if kept.young.len() >= self.generation_max {
            kept.old = mem::take(&mut kept.young);
        }
        kept.young.insert(key.holder(), key);
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use zeroize::Zeroizing;

    fn key(number: u8) -> PersonKey {
        PersonKey::new(Holder::from_bytes([number; 16]), 0, Zeroizing::new([number; 32]))
    }

    #[test]
    fn no_more_keys_are_kept_than_fit_and_the_used_ones_stay() {
        let cache = Cache::new(4);
        cache.put(key(0));
        for number in 1..=40 {
            cache.put(key(number));
            assert!(cache.get(key(0).holder()).is_some());
        }
        let kept = (0..=40).filter(|&number| cache.get(key(number).holder()).is_some()).count();
        assert!((4..=8).contains(&kept), "{kept} keys are kept");
    }

    #[test]
    fn a_destroyed_key_does_not_come_back_with_a_late_reader() {
        let cache = Cache::new(4);
        cache.put(key(1));
        cache.forget(key(1).holder());
        cache.put(key(1));
        assert!(cache.get(key(1).holder()).is_none());
    }
}
