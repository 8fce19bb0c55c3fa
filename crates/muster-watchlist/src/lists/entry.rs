//! How readers fill an entry: nothing empty, nothing twice, no stray white space.

use super::{date_words, limits::MAX_FIELD};
use crate::{Alias, AliasStrength, Entry, Kind, ListedDocument, Sex};

/// Without white space around it and with single spaces inside.
pub(super) fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !tidy.is_empty() {
            tidy.push(' ');
        }
        tidy.push_str(word);
    }
    tidy
}

fn add(into: &mut Vec<String>, text: &str) {
    let text = tidy(text);
    if !text.is_empty() && !into.contains(&text) {
        into.push(text);
    }
}

impl Entry {
    pub(super) fn new(id: &str, kind: Kind) -> Self {
        Self { id: tidy(id), kind, ..Self::default() }
    }

    pub(super) fn add_name(&mut self, text: &str, strength: AliasStrength) {
        let text = tidy(text);
        if !text.is_empty() && !self.names.iter().any(|name| name.text == text) {
            self.names.push(Alias { text, strength });
        }
    }

    /// The name an entry is listed under stands first; a second primary name is another spelling.
    pub(super) fn put_primary_first(&mut self) {
        let Some(index) = self.names.iter().position(|name| name.strength == AliasStrength::Primary) else {
            return;
        };
        let primary = self.names.remove(index);
        for name in &mut self.names {
            if name.strength == AliasStrength::Primary {
                name.strength = AliasStrength::Strong;
            }
        }
        self.names.insert(0, primary);
    }

    /// Every date of birth that a text names.
    pub(super) fn add_born(&mut self, text: &str) -> bool {
        let dates = date_words::read(text);
        for date in &dates {
            if !self.born.contains(date) {
                self.born.push(*date);
            }
        }
        !dates.is_empty()
    }

    pub(super) fn add_birthplace(&mut self, text: &str) {
        add(&mut self.birthplaces, text);
    }

    pub(super) fn add_nationality(&mut self, text: &str) {
        add(&mut self.nationalities, text);
    }

    pub(super) fn add_father(&mut self, text: &str) {
        add(&mut self.fathers, text);
    }

    pub(super) fn add_programme(&mut self, text: &str) {
        add(&mut self.programmes, text);
    }

    pub(super) fn add_document(&mut self, kind: &str, number: &str, country: &str) {
        let document = ListedDocument { kind: tidy(kind), number: tidy(number), country: tidy(country) };
        if !document.number.is_empty() && !self.documents.contains(&document) {
            self.documents.push(document);
        }
    }

    /// Male or female if the text says so; two sexes in one record are none.
    pub(super) fn add_sex(&mut self, text: &str) {
        let sex = match text.trim().to_ascii_lowercase().as_str() {
            "male" | "m" => Sex::Male,
            "female" | "f" => Sex::Female,
            _ => return,
        };
        self.sex = Some(sex);
    }

    /// A remark that many rows of an entry repeat.
    pub(super) fn add_remark_once(&mut self, what: &str, text: &str) {
        let text = tidy(text);
        if !self.remarks.as_ref().is_some_and(|remarks| remarks.contains(&text)) {
            self.add_remark(what, &text);
        }
    }

    /// A remark, with what it is before it; several are joined by semicolons.
    pub(super) fn add_remark(&mut self, what: &str, text: &str) {
        let text = tidy(text);
        if text.is_empty() {
            return;
        }
        let remarks = self.remarks.get_or_insert_default();
        if remarks.len() + text.len() > MAX_FIELD - 100 {
            return;
        }
        if !remarks.is_empty() {
            remarks.push_str("; ");
        }
        if !what.is_empty() {
            remarks.push_str(what);
            remarks.push_str(": ");
        }
        remarks.push_str(&text);
    }
}
