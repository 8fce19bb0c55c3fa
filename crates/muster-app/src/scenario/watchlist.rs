//! A watchlist of people who do not exist, with a few of the applicants on it.

use super::{
    chance::{Aspect, choose, dice},
    people::{
        Person,
        citizenship::country,
        cultures::Culture,
        names::{Name, NameBook, variant},
    },
    population::{PersonNo, is_clean},
};
use jiff::ToSpan as _;
use muster_vocab::{Country, Dice, Document, DocumentKind, PartialDate, PersonName, SeededDice};
use muster_watchlist::{Alias, AliasStrength, Entry, Kind, ListedDocument};

/// Entries of the first edition.
pub const ENTRIES: u32 = 5_000;
/// The share of people who are on the list.
pub const LISTED: f64 = 0.004;
/// People without anything against them whom the second edition lists.
pub const UPDATED: usize = 2;

/// Cultures of the list's names, and a country that goes with each.
const CULTURES: [((Culture, &str), f64); 14] = [
    ((Culture::English, "US"), 34.0),
    ((Culture::Spanish, "CO"), 12.0),
    ((Culture::Russian, "RU"), 16.0),
    ((Culture::Ukrainian, "UA"), 6.0),
    ((Culture::Afghan, "AF"), 8.0),
    ((Culture::Indian, "IN"), 3.0),
    ((Culture::Georgian, "GE"), 2.0),
    ((Culture::Korean, "KR"), 2.0),
    ((Culture::Nigerian, "NG"), 3.0),
    ((Culture::Filipino, "PH"), 2.0),
    ((Culture::German, "DE"), 3.0),
    ((Culture::Polish, "PL"), 2.0),
    ((Culture::Brazilian, "BR"), 2.0),
    ((Culture::Other, "FR"), 5.0),
];

/// One listed person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListEntry {
    /// Its number on the list, from 0.
    pub no: u32,
    /// The name it is listed under.
    pub name: PersonName,
    /// The name in its own script, where the list has it.
    pub name_original: Option<PersonName>,
    /// Other names.
    pub aliases: Vec<PersonName>,
    /// Date of birth, if the list has it: often a year alone, often nothing.
    pub born: Option<PartialDate>,
    /// Nationality, if the list has it.
    pub nationality: Option<Country>,
    /// A document, if the list has one.
    pub document: Option<Document>,
}

impl ListEntry {
    /// The entry as its publisher writes it.
    #[must_use]
    pub fn published(&self) -> Entry {
        let alias = |name: &PersonName, strength| Alias { text: family_first(name), strength };
        let mut names = vec![alias(&self.name, AliasStrength::Primary)];
        names.extend(self.name_original.iter().map(|name| alias(name, AliasStrength::Original)));
        names.extend(self.aliases.iter().map(|name| alias(name, AliasStrength::Strong)));
        let documents = self.document.iter().map(|document| ListedDocument {
            kind: "Passport".into(),
            number: document.number.clone(),
            country: document.issuer.to_string(),
        });
        Entry {
            id: self.no.to_string(),
            kind: Kind::Person,
            names,
            // A partial date is written the same way on both sides.
            born: self.born.iter().filter_map(|born| born.to_string().parse().ok()).collect(),
            nationalities: self.nationality.iter().map(ToString::to_string).collect(),
            documents: documents.collect(),
            ..Entry::default()
        }
    }
}

fn family_first(name: &PersonName) -> String {
    if name.given.is_empty() { name.family.clone() } else { format!("{}, {}", name.family, name.given) }
}

/// The list in its two editions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Watchlist {
    /// The first edition.
    pub entries: Vec<ListEntry>,
    /// What the edition of D14 adds: people who were cleared against the first.
    pub added: Vec<ListEntry>,
    /// Whom the additions mean: for the report only.
    pub added_are: Vec<PersonNo>,
}

impl Watchlist {
    /// The entries of the first edition, or of the second, as published.
    #[must_use]
    pub fn published(&self, second: bool) -> Vec<Entry> {
        let added = self.added.iter().filter(|_| second);
        self.entries.iter().chain(added).map(ListEntry::published).collect()
    }

    /// The entry of that number.
    #[must_use]
    pub fn entry(&self, no: u32) -> Option<&ListEntry> {
        let at = no as usize;
        self.entries.get(at).or_else(|| self.added.get(at.checked_sub(self.entries.len())?))
    }

    /// Draws the list, and puts some of the people on it.
    pub(super) fn draw(seed: u64, book: &NameBook, persons: &mut [Person]) -> Self {
        let mut entries: Vec<_> =
            (0..ENTRIES).map(|no| stranger(no, book, &mut dice(seed, Aspect::Watchlist, no))).collect();
        let mut planted = dice(seed, Aspect::Planted, 2);
        let mut places: Vec<u32> = (0..ENTRIES).collect();
        planted.shuffle(&mut places);
        for person in persons.iter_mut() {
            let listed = planted.chance(LISTED) && !person.truth.hoax && !person.truth.agent;
            let Some(no) = listed.then(|| places.pop()).flatten() else { continue };
            entries[no as usize] = of(no, person, &mut planted);
            person.truth.listed = Some(no);
        }
        let mut clean: Vec<usize> = (0..persons.len()).filter(|who| is_clean(&persons[*who])).collect();
        planted.shuffle(&mut clean);
        clean.truncate(UPDATED);
        let added = (ENTRIES..).zip(&clean).map(|(no, who)| of(no, &persons[*who], &mut planted)).collect();
        Self { entries, added, added_are: clean.into_iter().map(|who| PersonNo(who as u32)).collect() }
    }
}

/// An entry that means nobody in particular. Its names are common ones, so it hits people it does not mean.
fn stranger(no: u32, book: &NameBook, dice: &mut SeededDice) -> ListEntry {
    let (culture, code) = choose(dice, &CULTURES);
    let woman = dice.chance(0.07);
    let Name { latin, original } = book.common(culture, woman, dice);
    let count = choose(dice, &[(0, 0.5), (1, 0.35), (2, 0.15)]);
    let aliases = (0..count).map(|_| {
        if dice.chance(0.5) { variant(&latin, dice) } else { book.common(culture, woman, dice).latin }
    });
    let aliases = aliases.collect();
    let year = dice.between(1950, 2000) as i16;
    let (month, day) = (dice.between(1, 12) as i8, dice.between(1, 28) as i8);
    // [A] Published lists have a birth for nine people in ten: with it about 6 % of those who are screened are hit by
    // an entry that does not mean them.
    let born = match dice.below(100) {
        0..60 => PartialDate::new(year, Some(month), Some(day)).ok(),
        60..90 => PartialDate::new(year, None, None).ok(),
        _ => None,
    };
    ListEntry {
        no,
        name: latin,
        name_original: original.filter(|_| dice.chance(0.6)),
        aliases,
        born,
        nationality: dice.chance(0.7).then(|| country(code)),
        document: dice.chance(0.15).then(|| passport(code, dice)),
    }
}

fn passport(issuer: &str, dice: &mut SeededDice) -> Document {
    let number = format!("{:09}", dice.below(1_000_000_000));
    Document::new(DocumentKind::Passport, country(issuer), &number).expect("nine digits")
}

/// An entry that means this person, as a list would have it: another spelling, an alias, a birth date that is nearly right.
fn of(no: u32, person: &Person, dice: &mut SeededDice) -> ListEntry {
    let identity = &person.dossier.identity;
    let other = variant(&identity.name, dice);
    let (name, aliases) = match dice.below(3) {
        0 => (other, Vec::new()),
        1 => (other, vec![identity.name.clone()]),
        _ => (identity.name.clone(), vec![other]),
    };
    ListEntry {
        no,
        name,
        name_original: identity.name_original.clone().filter(|_| dice.chance(0.7)),
        aliases,
        born: nearly(identity.born, dice),
        nationality: identity.nationalities.first().copied().filter(|_| dice.chance(0.8)),
        document: identity.document.as_ref().filter(|_| dice.chance(0.25)).cloned(),
    }
}

/// The same birth date, or as lists get it wrong: day and month changed about, a year off, a few days off, the year alone.
fn nearly(born: PartialDate, dice: &mut SeededDice) -> Option<PartialDate> {
    let kind = dice.below(100);
    let days = dice.between(1, 5);
    let Some(day) = born.day() else { return Some(born) };
    let noisy = match kind {
        0..40 => Some(day),
        40..55 => jiff::civil::Date::new(day.year(), day.day().min(12), day.month()).ok(),
        55..70 => day.checked_add(1.year()).ok(),
        70..85 => day.checked_sub(days.days()).ok(),
        _ => None,
    };
    match noisy {
        Some(day) => PartialDate::new(day.year(), Some(day.month()), Some(day.day())).ok(),
        None => PartialDate::new(born.year(), None, None).ok(),
    }
}
