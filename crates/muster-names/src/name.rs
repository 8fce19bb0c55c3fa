//! A personal name: its words, their roles, what was unusual about how it was written.

use crate::{
    Marks, Role, Word,
    article::{is_legal_form, role},
    fold::{Piece, pieces},
};

/// A name, read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Name {
    /// Its words, in the order written; a family name before a comma goes last.
    pub words: Vec<Word>,
    /// What was unusual.
    pub marks: Marks,
    /// It fills a field to its end: what follows may be cut off.
    pub cut: bool,
    /// It is the name of an organisation or a ship.
    pub organisation: bool,
    /// Words that were split, as they were written: from which word, how many, the whole.
    pub compounds: Vec<(usize, usize, Word)>,
}

/// Fields that cut names off: 20 and 35 characters (payment and reservation systems), 39 (ICAO 9303 TD3), 30 (TD1), 31 (TD2).
const FIELD_ENDS: [usize; 2] = [20, 35];

impl Name {
    /// Reads a name as people write it.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let length = text.trim().chars().count();
        let cut = FIELD_ENDS.iter().any(|end| length == *end || length + 1 == *end);
        let (given, family) = match text.split_once(',') {
            Some((family, given)) if !given.trim().is_empty() => (given, family),
            _ => (text, ""),
        };
        Self::of(&[given, family], cut, false)
    }

    /// Reads the name of an organisation.
    #[must_use]
    pub fn read_organisation(text: &str) -> Self {
        Self::of(&[text], false, true)
    }

    /// Reads a name from a machine-readable zone: `FAMILY<<GIVEN<NAMES<<<`; without a filler at its end it may be cut.
    #[must_use]
    pub fn read_machine(text: &str) -> Self {
        let text = text.trim();
        let cut = text.len() >= 30 && !text.ends_with('<');
        let (family, given) = text.split_once("<<").unwrap_or((text, ""));
        Self::of(&[given, family], cut, false)
    }

    fn of(parts: &[&str], cut: bool, organisation: bool) -> Self {
        let mut all = Vec::new();
        let mut marks = Marks::default();
        let mut compounds = Vec::new();
        for part in parts {
            let (pieces, seen) = pieces(part);
            for piece in pieces {
                let from = all.len();
                match split(&piece) {
                    None => all.push(piece),
                    Some(parts) => {
                        let raw = &piece.raw;
                        all.extend(parts.into_iter().map(|text| Piece {
                            raw: raw.clone(),
                            text,
                            by_sound: None,
                        }));
                        compounds.push((from, all.len() - from, Word::new(piece, Role::Name)));
                    }
                }
            }
            marks.invisible |= seen.invisible;
            marks.look_alikes |= seen.look_alikes;
            marks.digits |= seen.digits;
        }
        // The servant of … : `Abdul` before another word is `Abd`, and so is it in every spelling.
        for at in 1..all.len() {
            let first: &mut Piece = &mut all[at - 1];
            if SERVANT.contains(&first.text.as_str()) {
                first.text = "abd".to_owned();
            }
        }
        let roles: Vec<Role> = (0..all.len())
            .map(|at| {
                let word = all[at].text.as_str();
                if organisation {
                    return if is_legal_form(word) {
                        Role::LegalForm
                    } else if matches!(
                        word,
                        "of" | "the" | "and" | "de" | "for" | "la" | "del" | "y" | "di" | "et" | "al" | "el"
                    ) {
                        Role::Particle
                    } else {
                        Role::Name
                    };
                }
                role(word, all.get(at + 1).map(|next| next.text.as_str()), at == 0)
            })
            .collect();
        let mut words: Vec<Word> = all
            .into_iter()
            .zip(roles)
            .map(
                |(piece, role)| {
                    if organisation { Word::of_organisation(piece, role) } else { Word::new(piece, role) }
                },
            )
            .collect();
        // Somebody may be called by a title or a particle alone.
        if !words.iter().any(|word| word.role.is_core()) {
            for word in &mut words {
                word.role = Role::Name;
            }
        }
        Self { words, marks, cut, organisation, compounds }
    }

    /// The words that must find a partner.
    pub fn core(&self) -> impl Iterator<Item = &Word> {
        self.words.iter().filter(|word| word.role.is_core())
    }
}

/// Spellings of `Abd al-` as a word of its own.
const SERVANT: &[&str] =
    &["abdul", "abdel", "abdal", "abdol", "abdoul", "abdool", "abdil", "abdur", "abdus", "abdu", "abdulla"];

/// Compounds of Arabic names that are written as one word or as several: `Abdulrahman`, `Nasrullah`, `Saifuddin`.
fn split(piece: &Piece) -> Option<Vec<String>> {
    if piece.by_sound.is_some() {
        return None;
    }
    if piece.text.is_ascii() { split_latin(&piece.text) } else { split_arabic(&piece.text) }
}

fn split_latin(text: &str) -> Option<Vec<String>> {
    // Servant of …: abdul-, abdel-, abdur- before r and so on.
    for start in ["abdoul", "abdool", "abdul", "abdel", "abdal", "abdol", "abdil"] {
        if let Some(rest) = text.strip_prefix(start) {
            if rest.len() >= 3 && rest != "lah" && rest != "lahi" {
                return Some(vec!["abd".to_owned(), rest.to_owned()]);
            }
        }
    }
    for start in ["abdu", "abde", "abda", "abdo"] {
        if let Some(rest) = text.strip_prefix(start) {
            let mut letters = rest.chars();
            let first = letters.next();
            let doubled = first.is_some() && first == letters.next();
            let sh = rest.starts_with("shsh");
            if rest.len() >= 5 && (doubled || sh) && !rest.starts_with("ll") {
                let rest = if sh { &rest[2..] } else { &rest[1..] };
                return Some(vec!["abd".to_owned(), rest.to_owned()]);
            }
        }
    }
    if matches!(
        text,
        "abdullah"
            | "abdallah"
            | "abdollah"
            | "abdulla"
            | "abdalla"
            | "abdoullah"
            | "abdellah"
            | "abdulah"
            | "abdolla"
    ) {
        return Some(vec!["abd".to_owned(), "allah".to_owned()]);
    }
    for end in [
        "eddine", "uddin", "addin", "eddin", "oddin", "aldin", "uldin", "aldeen", "uddeen", "eldin", "iddin",
        "aldine", "eldeen", "oddine", "uddine", "udin",
    ] {
        if let Some(stem) = text.strip_suffix(end) {
            if stem.len() >= 3 {
                return Some(vec![stem.to_owned(), "din".to_owned()]);
            }
        }
    }
    for end in ["ullahi", "allahi", "ollahi", "ullah", "allah", "ollah", "oullah", "ulla", "olla", "ellah"] {
        if let Some(stem) = text.strip_suffix(end) {
            if stem.len() >= 3 {
                return Some(vec![stem.to_owned(), "allah".to_owned()]);
            }
        }
    }
    None
}

fn split_arabic(text: &str) -> Option<Vec<String>> {
    let count = text.chars().count();
    let owned = |parts: &[&str]| Some(parts.iter().map(|part| (*part).to_owned()).collect());
    if let Some(rest) = text.strip_prefix("عبدال") {
        if rest == "له" || rest == "لهي" {
            return owned(&["عبد", "الله"]);
        }
        if rest.chars().count() >= 2 {
            return owned(&["عبد", rest]);
        }
    }
    if text == "عبدالله" || text == "عبداللة" {
        return owned(&["عبد", "الله"]);
    }
    if text == "الله" || text == "اللة" {
        return None;
    }
    if text == "اللهي" || text == "اللهى" {
        return owned(&["الله"]);
    }
    for end in ["الدين", "اللهي", "الله"] {
        if let Some(stem) = text.strip_suffix(end) {
            if stem.chars().count() >= 2 {
                let end = if end == "الدين" { "دين" } else { "الله" };
                return owned(&[stem, end]);
            }
        }
    }
    if count >= 5 {
        if let Some(rest) = text.strip_prefix("ال") {
            return owned(&["ال", rest]);
        }
    }
    if count >= 6 {
        for start in ["ابو", "ابا", "ابي"] {
            if let Some(rest) = text.strip_prefix(start) {
                return owned(&["ابو", rest]);
            }
        }
    }
    None
}
