//! Keys and what stands under each, eight bytes a place, in the order of the keys.

use crate::keys::Key;

/// A key and what stands under it.
type Place = (Key, u32);

/// No key stands here.
const FREE: u32 = u32::MAX - 1;
/// It begins with so many places.
const FIRST: usize = 16;

/// So many bits of a key choose the part of the table it stands in: a part grows by itself, and nobody waits for all.
const PARTS_BITS: u32 = 10;

/// What stands under each key.
pub(crate) struct Table {
    parts: Box<[Part]>,
}

impl Default for Table {
    fn default() -> Self {
        Self { parts: (0..1 << PARTS_BITS).map(|_| Part::default()).collect() }
    }
}

impl Table {
    /// What stands under a key.
    pub(crate) fn get(&self, key: Key) -> Option<u32> {
        self.parts[(key >> (Key::BITS - PARTS_BITS)) as usize].get(key)
    }

    /// Reads where a key would stand and does nothing with it: a processor fetches many such places at once, where a search
    /// waits for each.
    pub(crate) fn touch(&self, key: Key) -> u32 {
        let part = &self.parts[(key >> (Key::BITS - PARTS_BITS)) as usize];
        part.places[part.home(key)].1
    }

    /// What stands under a key, to be changed; `new` is put there if nothing does. Whether something stood there.
    pub(crate) fn entry(&mut self, key: Key, new: u32) -> (&mut u32, bool) {
        self.parts[(key >> (Key::BITS - PARTS_BITS)) as usize].entry(key, new)
    }
}

/// An open table. A key's place is its share of the whole range, or the next free one behind it: keys are hashes, so they
/// lie evenly, and a larger table is filled by walking through the smaller one once. It grows by three tenths, not to
/// twice its size, and so is never less than six tenths full.
struct Part {
    places: Vec<Place>,
    held: usize,
}

impl Default for Part {
    fn default() -> Self {
        Self { places: vec![(0, FREE); FIRST], held: 0 }
    }
}

impl Part {
    fn get(&self, key: Key) -> Option<u32> {
        let (_, under) = self.places[self.place(key)];
        (under != FREE).then_some(under)
    }

    fn entry(&mut self, key: Key, new: u32) -> (&mut u32, bool) {
        if self.held * 10 >= self.places.len() * 8 {
            self.grow();
        }
        let at = self.place(key);
        let was_there = self.places[at].1 != FREE;
        if !was_there {
            self.places[at] = (key, new);
            self.held += 1;
        }
        (&mut self.places[at].1, was_there)
    }

    fn home(&self, key: Key) -> usize {
        ((u64::from(key << PARTS_BITS) * self.places.len() as u64) >> Key::BITS) as usize
    }

    /// Where a key stands, or would.
    fn place(&self, key: Key) -> usize {
        let mut at = self.home(key);
        // A fifth of the places is free, so this ends.
        loop {
            let (held, under) = self.places[at];
            if under == FREE || held == key {
                return at;
            }
            at += 1;
            if at == self.places.len() {
                at = 0;
            }
        }
    }

    fn grow(&mut self) {
        let more = self.places.len() + self.places.len() * 3 / 10;
        let places = std::mem::replace(&mut self.places, vec![(0, FREE); more]);
        for (key, under) in places.into_iter().filter(|(_, under)| *under != FREE) {
            let at = self.place(key);
            self.places[at] = (key, under);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::HashMap;

    #[test]
    fn keys_at_the_end_of_the_range_go_on_at_its_beginning() {
        let mut table = Table::default();
        for key in (Key::MAX - 40)..=Key::MAX {
            assert!(!table.entry(key, key & 0xff).1);
        }
        for key in (Key::MAX - 40)..=Key::MAX {
            assert_eq!(table.get(key), Some(key & 0xff));
        }
        assert_eq!(table.get(0), None);
    }

    proptest! {
        #[test]
        fn it_holds_what_a_map_holds(keys in proptest::collection::vec((0_u32..500, 0_u32..9), 0..600)) {
            let (mut table, mut map) = (Table::default(), HashMap::new());
            for (key, value) in keys {
                let key = key.wrapping_mul(0x9e37_79b9);
                *table.entry(key, value).0 = value;
                map.insert(key, value);
            }
            for key in (0_u32..500).map(|key| key.wrapping_mul(0x9e37_79b9)) {
                prop_assert_eq!(table.get(key), map.get(&key).copied());
            }
        }
    }
}
