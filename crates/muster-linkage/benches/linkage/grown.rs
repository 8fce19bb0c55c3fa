//! Sets made larger: other people with names and places as frequent.

use crate::data::{About, Set};
use muster_linkage::Record;
use muster_vocab::Country;
use std::collections::HashMap;

/// A set of which copies are made: each with another birthday, other numbers, and the places of somebody else of the same
/// nationality. They say how long things take and how many are compared, and nothing of precision.
pub(crate) struct Grown<'a> {
    set: &'a Set,
    /// For every record the first one of the same person.
    first_of: Vec<usize>,
    /// The first records of everybody of one nationality.
    countrymen: HashMap<&'a [Country], Vec<usize>>,
}

/// Ten times as many: the set itself, and nine copies.
pub(crate) fn ten_times(set: &Set) -> Set {
    let grown = Grown::of(set);
    let records = (0..10).flat_map(|copy| grown.copy(copy)).collect();
    let about = (0..10)
        .flat_map(|copy: u8| {
            let entity = move |about: &About| match copy {
                0 => about.entity.clone(),
                _ => format!("{} {copy}", about.entity),
            };
            set.about.iter().map(move |about| About { entity: entity(about), ..about.clone() })
        })
        .collect();
    Set { name: format!("{} x10", set.name), records, about, is_altered: true }
}

impl<'a> Grown<'a> {
    pub(crate) fn of(set: &'a Set) -> Self {
        let mut known: HashMap<&str, usize> = HashMap::new();
        let mut countrymen: HashMap<&[Country], Vec<usize>> = HashMap::new();
        let mut first_of = Vec::new();
        for (at, (record, about)) in set.records.iter().zip(&set.about).enumerate() {
            let first = *known.entry(&about.entity).or_insert(at);
            if first == at {
                countrymen.entry(&record.nationalities).or_default().push(at);
            }
            first_of.push(first);
        }
        Self { set, first_of, countrymen }
    }

    /// Everybody as somebody else; copy 0 is the set itself.
    pub(crate) fn copy(&self, copy: u8) -> impl Iterator<Item = Record> {
        let all = self.set.records.iter().zip(&self.first_of);
        all.map(
            move |(record, first)| if copy == 0 { record.clone() } else { self.other(record, *first, copy) },
        )
    }

    fn other(&self, record: &Record, first: usize, copy: u8) -> Record {
        let records = &self.set.records;
        let countrymen = &self.countrymen[records[first].nationalities.as_slice()];
        let donor = countrymen[(first + usize::from(copy) * 7_919) % countrymen.len()];
        let (first, donor) = (&records[first], &records[donor]);
        let place = |of: fn(&Record) -> &String| match (of(record), of(donor)) {
            (ours, _) if ours.is_empty() => String::new(),
            (ours, theirs) if ours == of(first) => theirs.clone(),
            // It differed from what the same person wrote elsewhere, and does so still.
            (_, theirs) => format!("{theirs} {copy}"),
        };
        let mut other = record.clone();
        (other.birthplace, other.town) = (place(|of| &of.birthplace), place(|of| &of.town));
        for paper in &mut other.documents {
            paper.number = digits(&paper.number, copy);
        }
        for phone in &mut other.phones {
            *phone = digits(phone, copy);
        }
        for email in &mut other.emails {
            *email = format!("{copy}{email}");
        }
        if let Some(born) = &mut other.born {
            born.year += u16::from(copy) % 4;
            if born.day > 0 {
                born.day = ((u16::from(born.day) + u16::from(copy) * 3) % 28 + 1) as u8;
                born.month = (born.month + copy) % 12 + 1;
            }
        }
        other
    }
}

/// Another number: to every digit another one is added, which its place and the copy tell.
fn digits(text: &str, copy: u8) -> String {
    let turned = |(at, c): (usize, char)| {
        let key = (at as u32 + 1).wrapping_mul(u32::from(copy).wrapping_mul(0x9e37_79b9)) >> 16;
        c.to_digit(10).and_then(|digit| char::from_digit((digit + key) % 10, 10)).unwrap_or(c)
    };
    text.chars().enumerate().map(turned).collect()
}
