//! Everybody known so far, found by keys: insert one, look one up, forget one.

use crate::{
    keys::{Family, Key, Keys},
    person::{Person, Places},
    record::Record,
    table::Table,
    words::Words,
};
/// A record's number: they are counted from 0 in the order of insertion.
pub type RecordId = u32;

/// Who is under a key, in four bytes: one record, a list, or nobody any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Under(u32);

impl Under {
    const CLOSED: Self = Self(u32::MAX);
    const LIST: u32 = 1 << 31;

    const fn list(at: usize) -> Self {
        Self(Self::LIST | at as u32)
    }

    /// The place of the list, if it is one.
    const fn as_list(self) -> Option<usize> {
        if self.0 & Self::LIST == 0 { None } else { Some((self.0 & !Self::LIST) as usize) }
    }
}

/// Prepared records and their keys.
#[derive(Default)]
pub(crate) struct Index {
    pub(crate) words: Words,
    pub(crate) places: Places,
    people: Vec<Option<Person>>,
    /// An [`Under`] for each key.
    under: Table,
    lists: Vec<Vec<RecordId>>,
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
        let id = self.people.len() as RecordId;
        self.people.push(Some(person));
        for (key, family) in keys {
            let (under, was_there) = self.under.entry(*key, id);
            if !was_there {
                continue;
            }
            match (Under(*under), Under(*under).as_list()) {
                (Under::CLOSED, _) => {}
                (_, Some(at)) => {
                    let list = &mut self.lists[at];
                    list.push(id);
                    if list.len() > family.most() {
                        *list = Vec::new();
                        *under = Under::CLOSED.0;
                    }
                }
                (Under(first), None) => {
                    *under = Under::list(self.lists.len()).0;
                    self.lists.push(vec![first, id]);
                }
            }
        }
        id
    }

    /// Everybody inserted before `end` who shares a key, each once, in the order of insertion; and how many keys were
    /// closed.
    pub(crate) fn candidates(
        &self,
        keys: &[(Key, Family)],
        end: RecordId,
        found: &mut Vec<RecordId>,
    ) -> usize {
        let mut closed = 0;
        found.clear();
        for (key, _) in keys {
            match self.under.get(*key).map(|under| (Under(under), Under(under).as_list())) {
                Some((Under::CLOSED, _)) => closed += 1,
                // A list is in the order of insertion.
                Some((_, Some(at))) => {
                    let list = &self.lists[at];
                    found.extend(&list[..list.partition_point(|id| *id < end)]);
                }
                Some((Under(id), None)) if id < end => found.push(id),
                None | Some(_) => {}
            }
        }
        found.sort_unstable();
        found.dedup();
        found.retain(|id| self.people[*id as usize].is_some());
        closed
    }

    pub(crate) fn get(&self, id: RecordId) -> Option<&Person> {
        self.people.get(id as usize)?.as_ref()
    }

    /// Forgets a record: it is never found again. Whether it was there.
    pub(crate) fn forget(&mut self, id: RecordId) -> bool {
        self.people.get_mut(id as usize).is_some_and(|person| person.take().is_some())
    }

    pub(crate) fn len(&self) -> usize {
        self.people.len()
    }
}
