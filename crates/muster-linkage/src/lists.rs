//! Many short lists of records, in a few large pieces of memory.

use crate::index::RecordId;

/// Which list: its size class in the upper bits, its number in the class in the lower ones.
pub(crate) type ListId = u32;

/// Size classes: 2, 4, 8 … 128 places.
const CLASSES: usize = 7;
const NUMBER_BITS: u32 = 27;
/// So many places are asked for at a time.
const PIECE: usize = 1 << 14;
/// No record stands here, and none behind it.
const NOBODY: RecordId = RecordId::MAX;

const fn places(class: usize) -> usize {
    2 << class
}

/// Lists of one size, one behind another, and those that are free again.
#[derive(Default)]
struct Class {
    pieces: Vec<Box<[RecordId]>>,
    made: u32,
    free: Vec<u32>,
}

impl Class {
    fn take(&mut self, places: usize) -> u32 {
        self.free.pop().unwrap_or_else(|| {
            if self.made as usize * places >= self.pieces.len() * PIECE {
                self.pieces.push(vec![NOBODY; PIECE].into());
            }
            self.made += 1;
            self.made - 1
        })
    }

    fn get(&self, number: u32, places: usize) -> &[RecordId] {
        let at = number as usize * places;
        &self.pieces[at / PIECE][at % PIECE..][..places]
    }

    fn get_mut(&mut self, number: u32, places: usize) -> &mut [RecordId] {
        let at = number as usize * places;
        &mut self.pieces[at / PIECE][at % PIECE..][..places]
    }
}

/// Lists in ascending order, each of 2 to 128 records. A list that outgrows its class moves into the next.
#[derive(Default)]
pub(crate) struct Lists {
    classes: [Class; CLASSES],
}

impl Lists {
    /// A list of two.
    pub(crate) fn make(&mut self, first: RecordId, second: RecordId) -> ListId {
        let number = self.classes[0].take(places(0));
        self.classes[0].get_mut(number, places(0)).copy_from_slice(&[first, second]);
        id(0, number)
    }

    /// Its records.
    pub(crate) fn get(&self, list: ListId) -> &[RecordId] {
        let (class, number) = parts(list);
        let all = self.classes[class].get(number, places(class));
        &all[..all.partition_point(|record| *record != NOBODY)]
    }

    /// Reads its first record and does nothing with it, as [`Table::touch`](crate::table::Table::touch).
    pub(crate) fn touch(&self, list: ListId) -> RecordId {
        let (class, number) = parts(list);
        self.classes[class].get(number, places(class))[0]
    }

    /// Adds a record that is later than all in it; which list it is now.
    pub(crate) fn push(&mut self, list: ListId, record: RecordId) -> ListId {
        let (class, number) = parts(list);
        let all = self.classes[class].get_mut(number, places(class));
        let count = all.partition_point(|record| *record != NOBODY);
        if let Some(place) = all.get_mut(count) {
            *place = record;
            return list;
        }
        let larger = self.classes[class + 1].take(places(class + 1));
        let (smaller, rest) = self.classes.split_at_mut(class + 1);
        let all = smaller[class].get_mut(number, places(class));
        let moved = rest[0].get_mut(larger, places(class + 1));
        moved[..count].copy_from_slice(all);
        moved[count] = record;
        all.fill(NOBODY);
        smaller[class].free.push(number);
        id(class + 1, larger)
    }

    /// Gives its room back, and its records a last time.
    pub(crate) fn close(&mut self, list: ListId) -> Vec<RecordId> {
        let records = self.get(list).to_vec();
        let (class, number) = parts(list);
        self.classes[class].get_mut(number, places(class)).fill(NOBODY);
        self.classes[class].free.push(number);
        records
    }
}

const fn id(class: usize, number: u32) -> ListId {
    (class as u32) << NUMBER_BITS | number
}

const fn parts(list: ListId) -> (usize, u32) {
    ((list >> NUMBER_BITS) as usize, list & ((1 << NUMBER_BITS) - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_grows_and_what_it_leaves_is_used_again() {
        let mut lists = Lists::default();
        let mut list = lists.make(1, 2);
        for record in 3..=100 {
            list = lists.push(list, record);
            assert_eq!(lists.get(list), (1..=record).collect::<Vec<_>>());
        }
        let second = lists.make(7, 9);
        assert_eq!(lists.get(second), [7, 9]);
        assert_eq!(parts(second), (0, 0), "the place the first had when it was short");
        assert_eq!(lists.close(list).len(), 100);
        assert_eq!(lists.get(second), [7, 9]);
    }

    #[test]
    fn many_lists_lie_beside_each_other() {
        let mut lists = Lists::default();
        let all: Vec<ListId> = (0..40_000).map(|first| lists.make(first, first + 1)).collect();
        for (first, list) in (0..).zip(all) {
            assert_eq!(lists.get(list), [first, first + 1]);
        }
    }
}
