//! Everybody known so far, found by keys: insert one, look one up, forget one.

use crate::{
    keys::{self, Family, Key, Keys},
    lists::{ListId, Lists},
    person::Person,
    places::Places,
    record::Record,
    table::Table,
    words::Words,
};
use std::{hint::black_box, sync::mpsc::sync_channel, thread};

/// A record's number: they are counted from 0 in the order of insertion.
pub type RecordId = u32;

/// Who is under a key, in four bytes: one record, a list, or nobody any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Under(u32);

impl Under {
    const CLOSED: Self = Self(u32::MAX);
    const LIST: u32 = 1 << 31;

    const fn list(list: ListId) -> Self {
        Self(Self::LIST | list)
    }

    /// Which list, if it is one.
    const fn as_list(self) -> Option<ListId> {
        if self.0 & Self::LIST == 0 { None } else { Some(self.0 & !Self::LIST) }
    }
}

/// Prepared records and their keys.
#[derive(Default)]
pub(crate) struct Index {
    pub(crate) words: Words,
    pub(crate) places: Places,
    filed: Filed,
}

/// Who is known, and under which keys. Words and places are read beside it, so that reading and filing can go on at once.
#[derive(Default)]
struct Filed {
    people: Vec<Option<Person>>,
    /// An [`Under`] for each key.
    under: Table,
    lists: Lists,
}

impl Index {
    /// Reads a record into the compact form.
    pub(crate) fn prepare(&mut self, record: &Record) -> Person {
        Person::read(record, &mut self.words, &mut self.places)
    }

    pub(crate) fn keys(&self, person: &Person) -> Vec<(Key, Family)> {
        Keys::of(person, &self.words)
    }

    pub(crate) fn insert(&mut self, person: Person, keys: &[(Key, Family)]) -> RecordId {
        self.filed.insert(person, keys)
    }

    /// Inserts many: one thread reads them while another files them.
    pub(crate) fn insert_all<'a>(&mut self, records: impl Iterator<Item = &'a Record> + Send) {
        let Self { words, places, filed } = self;
        thread::scope(|threads| {
            let (give, take) = sync_channel::<Vec<(Person, Vec<(Key, Family)>)>>(WAITING);
            threads.spawn(move || {
                let mut records = records.peekable();
                while records.peek().is_some() {
                    let read = |record| {
                        let person = Person::read(record, words, places);
                        let keys = Keys::of(&person, words);
                        (person, keys)
                    };
                    // Only whoever files can end first, and does so only in a panic.
                    let Ok(()) = give.send(records.by_ref().take(PORTION).map(read).collect()) else {
                        return;
                    };
                }
            });
            for (person, keys) in take.into_iter().flatten() {
                filed.insert(person, &keys);
            }
        });
    }

    /// Everybody inserted before `end` who shares a key, each once, in the order of insertion; and how many keys were
    /// closed.
    pub(crate) fn candidates(
        &self,
        person: &Person,
        keys: &[(Key, Family)],
        end: RecordId,
        found: &mut Vec<RecordId>,
    ) -> usize {
        self.filed.candidates(person, keys, end, found)
    }

    pub(crate) fn get(&self, id: RecordId) -> Option<&Person> {
        self.filed.get(id)
    }

    /// Forgets a record: it is never found again. Whether it was there.
    pub(crate) fn forget(&mut self, id: RecordId) -> bool {
        self.filed.people.get_mut(id as usize).is_some_and(|person| person.take().is_some())
    }

    pub(crate) fn len(&self) -> usize {
        self.filed.people.len()
    }
}

/// So many records are read before they are filed.
const PORTION: usize = 256;
/// So many portions wait to be filed.
const WAITING: usize = 4;

impl Filed {
    fn insert(&mut self, person: Person, keys: &[(Key, Family)]) -> RecordId {
        let id = self.people.len() as RecordId;
        self.people.push(Some(person));
        self.touch(keys);
        for key in keys {
            self.put(*key, id);
        }
        id
    }

    /// Puts a record under a key, or, where too many share it, under those that say more.
    fn put(&mut self, key: (Key, Family), id: RecordId) {
        let (under, was_there) = self.under.entry(key.0, id);
        if !was_there {
            return;
        }
        match (Under(*under), Under(*under).as_list()) {
            (Under::CLOSED, _) => self.put_finer(key, id),
            (_, Some(list)) if self.lists.get(list).len() < key.1.most() => {
                *under = Under::list(self.lists.push(list, id)).0;
            }
            (_, Some(list)) => {
                *under = Under::CLOSED.0;
                for other in self.lists.close(list) {
                    self.put_finer(key, other);
                }
                self.put_finer(key, id);
            }
            (Under(first), None) => *under = Under::list(self.lists.make(first, id)).0,
        }
    }

    fn put_finer(&mut self, key: (Key, Family), id: RecordId) {
        let Some(person) = self.get(id) else { return };
        let mut finer = keys::finer(key, person);
        let both = [finer.next(), finer.next()];
        drop(finer);
        for key in both.into_iter().flatten() {
            self.put(key, id);
        }
    }

    fn candidates(
        &self,
        person: &Person,
        keys: &[(Key, Family)],
        end: RecordId,
        found: &mut Vec<RecordId>,
    ) -> usize {
        found.clear();
        self.touch(keys);
        let unders: Vec<Option<u32>> = keys.iter().map(|key| self.under.get(key.0)).collect();
        let lists =
            unders.iter().filter_map(|under| Under((*under)?).as_list().filter(|_| *under != Some(u32::MAX)));
        black_box(lists.fold(0, |all, list| all ^ self.lists.touch(list)));
        let mut closed = 0;
        for (key, under) in keys.iter().zip(unders) {
            closed += self.add(*key, under, person, end, found);
        }
        found.sort_unstable();
        found.dedup();
        found.retain(|id| self.people[*id as usize].is_some());
        closed
    }

    /// Fetches the places of all keys at once.
    fn touch(&self, keys: &[(Key, Family)]) {
        black_box(keys.iter().fold(0, |all, key| all ^ self.under.touch(key.0)));
    }

    /// Adds whoever is under a key, or under those that took its place; how many were closed.
    fn add(
        &self,
        key: (Key, Family),
        under: Option<u32>,
        person: &Person,
        end: RecordId,
        found: &mut Vec<RecordId>,
    ) -> usize {
        match under.map(|under| (Under(under), Under(under).as_list())) {
            Some((Under::CLOSED, _)) => {
                let more = |key: (Key, Family)| self.add(key, self.under.get(key.0), person, end, found);
                1 + keys::finer(key, person).map(more).sum::<usize>()
            }
            // A list is in the order of insertion.
            Some((_, Some(list))) => {
                let list = self.lists.get(list);
                found.extend(&list[..list.partition_point(|id| *id < end)]);
                0
            }
            Some((Under(id), None)) => {
                found.extend((id < end).then_some(id));
                0
            }
            None => 0,
        }
    }

    fn get(&self, id: RecordId) -> Option<&Person> {
        self.people.get(id as usize)?.as_ref()
    }
}
