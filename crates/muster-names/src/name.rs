//! A personal name: its words, their roles, what was unusual about how it was written.

use crate::{
    Marks, Role, Word,
    article::{role, role_in_organisation},
    compound::{is_servant, split},
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
        let (mut all, marks, compounds) = split_parts(parts);
        // The servant of …: `Abdul` before another word is `Abd`, and so is it in every spelling.
        for at in 1..all.len() {
            if is_servant(&all[at - 1].text) {
                "abd".clone_into(&mut all[at - 1].text);
            }
        }
        let role_at = |at: usize| {
            let word = all[at].text.as_str();
            if organisation {
                return role_in_organisation(word);
            }
            role(word, all.get(at + 1).map(|next| next.text.as_str()), at == 0)
        };
        let roles: Vec<Role> = (0..all.len()).map(role_at).collect();
        let word = if organisation { Word::of_organisation } else { Word::new };
        let mut words: Vec<Word> =
            all.into_iter().zip(roles).map(|(piece, role)| word(piece, role)).collect();
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

/// A word that was split: the place of its first part, how many parts it has, the whole.
type Compound = (usize, usize, Word);

/// The pieces of all parts in order, compounds split.
fn split_parts(parts: &[&str]) -> (Vec<Piece>, Marks, Vec<Compound>) {
    let mut all = Vec::new();
    let mut marks = Marks::default();
    let mut compounds = Vec::new();
    for part in parts {
        let (pieces, seen) = pieces(part);
        for piece in pieces {
            let from = all.len();
            let Some(parts) = split(&piece) else {
                all.push(piece);
                continue;
            };
            let part = |text| Piece { raw: piece.raw.clone(), text, by_sound: None };
            all.extend(parts.into_iter().map(part));
            compounds.push((from, all.len() - from, Word::new(piece, Role::Name)));
        }
        marks.invisible |= seen.invisible;
        marks.look_alikes |= seen.look_alikes;
        marks.digits |= seen.digits;
    }
    (all, marks, compounds)
}
