//! Made-up people and entries.

use muster_vocab::Digest;
use muster_watchlist::{
    Alias, AliasStrength, Born, Edition, Entry, GivenName, Kind, ListedDocument, Sex, Snapshot, Subject,
};
use proptest::{collection::vec, option, prelude::*, sample::select};

/// Given names, several of them spellings of one.
const GIVEN: &[&str] = &[
    "Oleg",
    "Aleh",
    "Олег",
    "Anna",
    "Hanna",
    "Анна",
    "Ahmad",
    "Ahmed",
    "أحمد",
    "Abdulrahman",
    "Abdul Rahman",
    "عبدالرحمن",
    "Ming",
    "明",
    "J.",
    "A.",
    "Yusuf",
    "Youssef",
    "يوسف",
    "Müller",
];

/// Family names, the same.
const FAMILY: &[&str] = &[
    "Karelin",
    "Kareline",
    "Карелін",
    "Выдуманная",
    "Vydumannaya",
    "Papermanov",
    "Papermanoff",
    "Pappermanov",
    "Паперманов",
    "Invented",
    "al-Mukhtara",
    "المختر",
    "Kartonenko",
    "Картоненко",
    "Schwarzpappel",
    "Bumazhkin",
    "Bumaschkin",
    "Li",
    "bin Khalid",
    "Saifuddin",
];

const MIDDLE: &[&str] = &["", "", "", "Petrovich", "Петрович", "Maria", "bin", "Haji", "M."];

fn person_name() -> impl Strategy<Value = String> {
    (select(GIVEN), select(MIDDLE), select(FAMILY), 0..4).prop_map(|(given, middle, family, order)| {
        match order {
            0 => format!("{family}, {given} {middle}"),
            1 => format!("{family} {given} {middle}"),
            2 => family.to_owned(),
            _ => format!("{given} {middle} {family}"),
        }
    })
}

fn born() -> impl Strategy<Value = Born> {
    prop_oneof![
        (1950_u16..1956, 0_u8..4, 0_u8..4).prop_map(|(year, month, day)| Born::day(year, month, day)),
        (1950_u16..1956).prop_map(Born::year),
        (1948_u16..1953).prop_map(|year| Born::between(year, year + 3)),
        (1950_u16..1956).prop_map(|year| Born::year(year).about()),
    ]
}

fn documents() -> impl Strategy<Value = Vec<ListedDocument>> {
    let number = prop_oneof![
        select(&["MP0000001", "MP 0000002", "mp-0000001", "AB7654321", "none", "12"]).prop_map(str::to_owned),
        "[A-C]{2}000000[0-3]",
    ];
    vec(number.prop_map(passport), 0..3)
}

const NATIONS: &[&str] = &["Belarus", "Russian", "SU", "Iraq", "UA", "nowhere", ""];
const PLACES: &[&str] = &["Lowtown, Belarus", "Lowtown", "Highville", "Минск", "x"];

fn some(words: &'static [&'static str], most: usize) -> impl Strategy<Value = Vec<String>> {
    vec(select(words).prop_map(str::to_owned), 0..most)
}

fn sex() -> impl Strategy<Value = Option<Sex>> {
    option::of(select(vec![Sex::Female, Sex::Male]))
}

/// A passport that says nothing but its number.
pub(crate) fn passport(number: impl Into<String>) -> ListedDocument {
    ListedDocument { kind: "Passport".to_owned(), number: number.into(), country: String::new() }
}

/// Somebody who asks to be screened; their names are cut off or machine-readable now and then.
pub(crate) fn subject() -> impl Strategy<Value = Subject> {
    let name = (person_name(), 0..6).prop_map(|(name, how)| match how {
        0 => GivenName::MachineReadable(format!(
            "{:<<39}",
            name.to_uppercase().replace(", ", "<<").replace(' ', "<")
        )),
        1 => GivenName::Plain(format!("{name} Konstantinopolskaya Ex").chars().take(20).collect()),
        2 => GivenName::MachineReadable(format!("{:X<39}", name.to_uppercase().replace(' ', "<"))),
        _ => GivenName::Plain(name),
    });
    let fields = (vec(born(), 0..2), some(PLACES, 2), some(NATIONS, 3), sex(), some(GIVEN, 2), documents());
    (vec(name, 1..3), option::weighted(0.7, fields)).prop_map(|(names, fields)| {
        let (born, birthplaces, nationalities, sex, fathers, documents) = fields.unwrap_or_default();
        Subject { names, born, birthplaces, nationalities, sex, fathers, documents }
    })
}

fn alias() -> impl Strategy<Value = Alias> {
    use AliasStrength::{Former, Original, Strong, Weak};
    let strength = select(vec![Strong, Weak, Former, Original]);
    (person_name(), strength).prop_map(|(text, strength)| Alias { text, strength })
}

/// An entry without an identifier.
fn nameless() -> impl Strategy<Value = Entry> {
    let kind = prop_oneof![8 => Just(Kind::Person), 2 => Just(Kind::Unknown), 1 => Just(Kind::Organisation)];
    let fields = (vec(born(), 0..3), some(PLACES, 3), some(NATIONS, 3), sex(), some(GIVEN, 2), documents());
    (kind, vec(alias(), 1..4), fields).prop_map(|(kind, mut names, fields)| {
        let (born, birthplaces, nationalities, sex, fathers, documents) = fields;
        names[0].strength = AliasStrength::Primary;
        Entry { kind, names, born, birthplaces, nationalities, sex, fathers, documents, ..Entry::default() }
    })
}

/// Made-up entries, numbered.
pub(crate) fn entries(count: usize) -> impl Strategy<Value = Vec<Entry>> {
    vec(nameless(), count).prop_map(|entries| {
        let numbered = entries.into_iter().enumerate();
        numbered.map(|(no, entry)| Entry { id: format!("T-{no}"), ..entry }).collect()
    })
}

/// A person with one name.
pub(crate) fn listed(name: &str) -> Entry {
    let names = vec![Alias { text: name.to_owned(), strength: AliasStrength::Primary }];
    Entry { id: "T-1".to_owned(), kind: Kind::Person, names, ..Entry::default() }
}

/// Entries as editions of two lists, compiled.
pub(crate) fn compiled(entries: &[Entry]) -> Snapshot {
    let (first, second) = entries.split_at(entries.len() / 2);
    let edition = |list: &str, entries: &[Entry]| Edition {
        list: list.to_owned(),
        dated: "2026-03-01".to_owned(),
        digest: Digest::of(list.as_bytes()),
        entries: entries.to_vec(),
    };
    Snapshot::compile(&[edition("made_up_one", first), edition("made_up_two", second)])
}
