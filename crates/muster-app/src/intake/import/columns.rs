//! The columns an import knows: the first days' spreadsheets, and the fields of JSON Lines, by the same names.

/// One column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name in a header line, and as a field of JSON Lines.
    pub name: &'static str,
    /// What stands in it, for the help text.
    pub means: &'static str,
    /// Whether it holds several values, divided by `;`, `,`, `|` or blanks.
    pub list: bool,
    /// The most characters a cell of it may have.
    pub most: usize,
}

const fn one(name: &'static str, means: &'static str) -> Column {
    Column { name, means, list: false, most: 400 }
}

const fn list(name: &'static str, means: &'static str) -> Column {
    Column { name, means, list: true, most: 400 }
}

/// Every column, in the order of the form.
pub const COLUMNS: &[Column] = &[
    one("id", "the sender's own name for the row: the same name again changes nothing"),
    one("given", "given name or names; empty for people with one name"),
    one("family", "family name, or the only name"),
    one("name_original", "the whole name in its own script"),
    one("born", "date of birth: 1990, 1990-04 or 1990-04-17"),
    one("sex", "female, male or unspecified"),
    list("nationalities", "every nationality held, two letters each: US;UA"),
    one("residence", "country of residence, two letters"),
    one("document_kind", "passport, identity_card or other; passport if empty"),
    one("document_issuer", "country that issued the document, two letters"),
    one("document_number", "its number"),
    one("email", "e-mail address"),
    one("phone", "telephone number with its country code"),
    one("experience", "none, police_medic, military or combat"),
    one("service_years", "years of service, a whole number"),
    one("trade", "the trade served in, such as infantry"),
    list("skills", "skills, such as medic;drone"),
    list("languages", "languages to take an order in, two letters each: en;uk"),
    one("serving", "no, reservist or serving"),
    one("criminal_record", "yes or no; empty if not asked"),
    one("medical_bar", "yes or no; empty if not asked"),
    one("wants_non_combat", "yes or no"),
    one("ties", "ties to the receiving country: yes or no"),
    one("channel", "web, mail, phone, walk_in or partner; mail if empty"),
    list(
        "acknowledged",
        "countries whose legal notice was read and understood; without them the row is a draft",
    ),
    Column { name: "words", means: "what the person wrote, as it was written", list: false, most: 10_000 },
];

/// The column of a name as people write it: capitals, blanks and hyphens do not matter.
pub(super) fn find(name: &str) -> Option<&'static Column> {
    let wanted = normal(name);
    COLUMNS.iter().find(|column| column.name == wanted)
}

/// What to do about a name that is no column's.
pub(super) fn suggest(name: &str) -> String {
    let wanted = normal(name);
    let nearest = COLUMNS
        .iter()
        .map(|column| (strsim::osa_distance(&wanted, column.name), column.name))
        .filter(|(distance, name)| *distance < name.len() && *distance <= (name.len() / 3).max(2))
        .min();
    match nearest {
        Some((_, name)) => format!("did you mean `{name}`?"),
        None => "`muster import --help` lists the columns; take out what is none of them".to_owned(),
    }
}

fn normal(name: &str) -> String {
    name.trim().to_lowercase().replace([' ', '-'], "_")
}
