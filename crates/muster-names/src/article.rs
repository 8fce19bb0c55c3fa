//! Words that are no name by themselves: articles, particles, titles.

use serde::{Deserialize, Serialize};

/// What a word does in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Role {
    /// A name.
    Name,
    /// One letter that stands for a name.
    Initial,
    /// The father's name as a middle name (`-ovich`, `-ivna`, `-oglu`, `-kyzy`).
    Patronymic,
    /// A word between names: `bin`, `von`, `de la`.
    Particle,
    /// The Arabic article in its spellings: `al`, `el`, `ash` before `sh`.
    Article,
    /// A title, rank or form of address.
    Title,
    /// The legal form of an organisation.
    LegalForm,
}

impl Role {
    /// A word that must find a partner: a name, an initial, a patronymic.
    #[must_use]
    pub const fn is_core(self) -> bool {
        matches!(self, Self::Name | Self::Initial | Self::Patronymic)
    }

    /// A word that may find a partner: it weighs little if it does and nothing if it does not.
    #[must_use]
    pub const fn is_optional(self) -> bool {
        matches!(self, Self::Title | Self::LegalForm)
    }
}

const PARTICLES: &[&str] = &[
    "af", "av", "ap", "ben", "bin", "bint", "binti", "bn", "da", "das", "de", "del", "della", "den", "der",
    "des", "di", "do", "dos", "du", "e", "ebn", "ibn", "la", "las", "le", "los", "of", "op", "oglu", "ogli",
    "ogly", "qizi", "kizi", "kyzy", "gyzy", "ould", "och", "ten", "ter", "the", "und", "uld", "van", "vom",
    "von", "wa", "wal", "y", "zu", "zum", "zur", "بن", "ابن", "بنت", "ولد",
];

const AFTER_FATHER: &[&str] = &["oglu", "ogli", "ogly", "qizi", "kizi", "kyzy", "gyzy"];

const TITLES: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "mister",
    "sir",
    "dame",
    "lord",
    "lady",
    "dr",
    "doctor",
    "prof",
    "professor",
    "eng",
    "engineer",
    "ing",
    "dipl",
    "rev",
    "reverend",
    "fr",
    "father",
    "bishop",
    "archbishop",
    "metropolitan",
    "cardinal",
    "imam",
    "sheikh",
    "shaikh",
    "shaykh",
    "sheik",
    "shaikh",
    "cheikh",
    "shekh",
    "haji",
    "hajji",
    "hadji",
    "hajj",
    "haj",
    "alhaji",
    "hadj",
    "mullah",
    "mulla",
    "mawlawi",
    "maulawi",
    "maulavi",
    "molavi",
    "mawlana",
    "maulana",
    "mawlavi",
    "moulvi",
    "qari",
    "hafiz",
    "ayatollah",
    "sayyid",
    "sayyed",
    "sayed",
    "said",
    "seyed",
    "seyyed",
    "syed",
    "saiyid",
    "sayid",
    "seyyid",
    "emir",
    "ustad",
    "ustaz",
    "akhund",
    "gen",
    "general",
    "col",
    "colonel",
    "lt",
    "lieutenant",
    "maj",
    "major",
    "capt",
    "captain",
    "cpt",
    "cmdr",
    "commander",
    "cdr",
    "brig",
    "brigadier",
    "sgt",
    "sergeant",
    "adm",
    "admiral",
    "marshal",
    "comrade",
    "herr",
    "frau",
    "señor",
    "senor",
    "senora",
    "don",
    "dona",
    "monsieur",
    "madame",
    "mme",
    "mlle",
    "pan",
    "pani",
    "hon",
    "honourable",
    "honorable",
    "president",
    "minister",
    "jr",
    "sr",
    "junior",
    "senior",
    "ii",
    "iii",
    "iv",
    "phd",
    "md",
    "esq",
    "г",
    "гн",
    "полковник",
    "генерал",
    "майор",
    "капитан",
    "доктор",
    "профессор",
    "الشيخ",
    "شيخ",
    "السيد",
    "سيد",
    "سید",
    "حاج",
    "حاجي",
    "حاجی",
    "الحاج",
    "دكتور",
    "الدكتور",
    "ملا",
    "مولوي",
    "مولوی",
];

const LEGAL_FORMS: &[&str] = &[
    "ab",
    "ag",
    "aktiengesellschaft",
    "anonim",
    "aps",
    "as",
    "ao",
    "bv",
    "bhd",
    "co",
    "company",
    "corp",
    "corporation",
    "cv",
    "dba",
    "doo",
    "eood",
    "fze",
    "fzc",
    "fzco",
    "fzllc",
    "gmbh",
    "inc",
    "incorporated",
    "jsc",
    "cjsc",
    "ojsc",
    "pjsc",
    "kft",
    "kg",
    "limited",
    "limitada",
    "ltda",
    "ltd",
    "llc",
    "llp",
    "lllp",
    "mbh",
    "nv",
    "ooo",
    "oao",
    "oo",
    "ooo",
    "ood",
    "oy",
    "pao",
    "plc",
    "private",
    "pte",
    "pty",
    "pvt",
    "sa",
    "sal",
    "sarl",
    "sas",
    "sdn",
    "sirketi",
    "sl",
    "sociedad",
    "spa",
    "srl",
    "sro",
    "spzoo",
    "the",
    "tic",
    "ticaret",
    "zao",
    "ооо",
    "оао",
    "зао",
    "пао",
    "ао",
    "тов",
    "ат",
    "жшс",
];

const PATRONYMIC_ENDINGS: &[&str] = &[
    "ovich",
    "evich",
    "ovych",
    "evych",
    "iovych",
    "yovych",
    "avich",
    "ovic",
    "evic",
    "ovna",
    "evna",
    "ivna",
    "yivna",
    "auna",
    "owna",
    "oglu",
    "ogly",
    "kyzy",
    "gyzy",
    "qizi",
    "ович",
    "евич",
    "ьич",
    "йович",
    "ович",
    "овна",
    "евна",
    "ична",
    "івна",
    "ївна",
    "авіч",
    "евіч",
    "аўна",
    "еўна",
];

/// The role of a folded word, given the folded word after it.
pub(crate) fn role(word: &str, next: Option<&str>, first: bool) -> Role {
    let mut letters = word.chars();
    // A letter of an alphabet stands for a name; one sign of a script of syllables is a name.
    let single = letters.next().is_some_and(|first| has_initials(first) && letters.next().is_none());
    if single && (first || !matches!(word, "y" | "e")) {
        return Role::Initial;
    }
    if is_article(word, next) {
        return Role::Article;
    }
    // What stands last is a name, but for what follows the father's name in Turkic languages.
    if PARTICLES.contains(&word) && (next.is_some() || AFTER_FATHER.contains(&word)) {
        return Role::Particle;
    }
    if TITLES.contains(&word) {
        return Role::Title;
    }
    if word.chars().count() >= 6 && PATRONYMIC_ENDINGS.iter().any(|ending| word.ends_with(ending)) {
        return Role::Patronymic;
    }
    if single { Role::Initial } else { Role::Name }
}

/// Letters of alphabets in which names are abbreviated to one letter: Latin, Greek, Cyrillic, Armenian, Georgian.
const fn has_initials(letter: char) -> bool {
    matches!(letter, 'a'..='z') || matches!(letter as u32, 0x370..=0x587 | 0x10A0..=0x10FF)
}

/// Whether a word is the legal form of an organisation.
pub(crate) fn is_legal_form(word: &str) -> bool {
    LEGAL_FORMS.contains(&word)
}

/// `al`, `el`, `ul`, and the forms that take on the next word's first sound: `ash-Shami`, `ar-Rahman`.
fn is_article(word: &str, next: Option<&str>) -> bool {
    let Some(next) = next else { return false };
    match word {
        "al" | "el" | "ul" | "ال" => true,
        "ad" | "ud" | "ed" => next.starts_with('d'),
        "an" | "en" | "un" => next.starts_with('n'),
        "ar" | "er" | "ur" => next.starts_with('r'),
        "as" | "es" | "us" | "ash" | "esh" | "ush" => next.starts_with('s'),
        "at" | "et" | "ut" => next.starts_with('t'),
        "az" | "ez" | "uz" => next.starts_with('z'),
        _ => false,
    }
}
