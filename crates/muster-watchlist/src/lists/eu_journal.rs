//! The annexes of the Official Journal of the European Union as tables, one for each regulation.
//!
//! Several files make one list. Aliases are separated by semicolons; a name may have its Cyrillic, Arabic or other form
//! in brackets behind it.

use super::date_words;
use super::items::items;
use super::reading::{Gather, ListRefused, Reading, Source};
use super::row::Row;
use super::table::{Column, Next, Table};
use crate::{AliasStrength, Entry, Kind};

pub(super) const LIST: &str = "eu_oj";

pub(super) fn read(sources: Vec<Source<'_>>) -> Result<Reading, ListRefused> {
    let mut gather = Gather::default();
    for source in sources {
        let (mut table, _) = Table::headed(source, ',', |row| row.get(0) == "celex")?;
        let columns = Columns::new(&table);
        while let Some(next) = table.next()? {
            match next {
                Next::Bad(at, cause) => gather.bad(at, cause),
                Next::Row(at, row) if row.at(columns.celex).is_empty() => {
                    gather.bad(at, "it does not say of which act it is (celex)");
                }
                Next::Row(at, row) => gather.keep(at, columns.entry(&row)),
            }
        }
    }
    Ok(gather.finish(LIST))
}

struct Columns {
    celex: Column,
    annex: Column,
    record: Column,
    schema: Column,
    names: [(Column, AliasStrength); 4],
    born: Column,
    birthplace: Column,
    countries: [Column; 2],
    sex: Column,
    father: Column,
    documents: [(Column, &'static str); 7],
    programme: Column,
    remarks: [(Column, &'static str); 7],
}

impl Columns {
    fn new(table: &Table<'_>) -> Self {
        let column = |name: &'static str| table.column(&[name]);
        Self {
            celex: column("celex"),
            annex: column("annex"),
            record: column("recordId"),
            schema: column("schema"),
            names: [
                (column("name"), AliasStrength::Primary),
                (column("alias"), AliasStrength::Strong),
                (column("weakAlias"), AliasStrength::Weak),
                (column("previousName"), AliasStrength::Former),
            ],
            born: column("birthDate"),
            birthplace: column("birthPlace"),
            countries: [column("nationality"), column("country")],
            sex: column("gender"),
            father: column("fatherName"),
            documents: [
                (column("passportNumber"), "Passport"),
                (column("idNumber"), "Identity number"),
                (column("taxNumber"), "Tax number"),
                (column("innCode"), "INN"),
                (column("registrationNumber"), "Registration number"),
                (column("ogrnCode"), "OGRN"),
                (column("imoNumber"), "IMO number"),
            ],
            programme: column("programKey"),
            remarks: [
                (column("position"), "Position"),
                (column("measure"), "Measure"),
                (column("startDate"), "Listed"),
                (column("address"), "Address"),
                (column("motherName"), "Mother"),
                (column("notes"), ""),
                (column("reason"), "Reason"),
            ],
        }
    }

    fn entry(&self, row: &Row) -> Entry {
        let kind = match row.at(self.schema) {
            "Person" => Kind::Person,
            "Vessel" => Kind::Vessel,
            "Airplane" => Kind::Aircraft,
            "" => Kind::Unknown,
            _ => Kind::Organisation,
        };
        let id = [self.celex, self.annex, self.record].map(|part| row.at(part)).join("#");
        let mut entry = Entry::new(&id, kind);
        for (column, strength) in self.names {
            add_names(row.at(column), strength, &mut entry);
        }
        for date in items(row.at(self.born)) {
            if !entry.add_born(date) {
                entry.add_remark("Date of birth", date);
            }
        }
        for place in items(row.at(self.birthplace)) {
            entry.add_birthplace(place);
        }
        let [nationality, country] = self.countries.map(|column| row.at(column));
        add_nationalities(nationality, &mut entry);
        if kind == Kind::Person {
            add_nationalities(country, &mut entry);
        }
        entry.add_sex(row.at(self.sex));
        for father in items(row.at(self.father)) {
            entry.add_father(father);
        }
        for (column, kind) in self.documents {
            add_documents(kind, row.at(column), &mut entry);
        }
        entry.add_programme(row.at(self.programme));
        for (column, what) in self.remarks {
            entry.add_remark(what, row.at(column));
        }
        entry
    }
}

fn add_names(field: &str, strength: AliasStrength, entry: &mut Entry) {
    if strength == AliasStrength::Primary {
        entry.add_name_with_scripts(field, strength);
        return;
    }
    for name in items(field) {
        // Some annexes tell an alias's whole story: the name ends where it begins.
        let story = STORIES.iter().filter_map(|story| name.find(story)).min();
        let name = story.map_or(name, |end| name[..end].trim_end_matches(['.', '(', ' ']));
        if name.starts_with(|c: char| c.is_ascii_digit()) && !date_words::read(name).is_empty() {
            continue;
        }
        let formerly = name.strip_suffix("(formerly listed as)");
        let strength = if formerly.is_some() { AliasStrength::Former } else { strength };
        entry.add_name_with_scripts(formerly.unwrap_or(name), strength);
    }
}

const STORIES: [&str; 4] = ["Date of birth", "Place of birth", "Nationality:", "Passport n"];

/// Countries up to the first bracket or full stop; a longer story stays a remark.
fn add_nationalities(field: &str, entry: &mut Entry) {
    for item in items(field) {
        let end = item.find(['(', '.', ',']).unwrap_or(item.len());
        if !item[..end].chars().any(|c| c.is_ascii_digit()) {
            entry.add_nationality(&item[..end]);
        }
        if end < item.len() {
            entry.add_remark("Nationality", item);
        }
    }
}

fn add_documents(kind: &str, field: &str, entry: &mut Entry) {
    for item in items(field) {
        let several =
            item.split(", ").all(|number| number.len() > 4 && number.chars().any(|c| c.is_ascii_digit()));
        let pieces: Vec<_> =
            if several && !item.contains('(') { item.split(", ").collect() } else { vec![item] };
        for piece in pieces {
            let (number, country) = number(piece);
            if number != piece {
                entry.add_remark(kind, piece);
            }
            if number.chars().any(|c| c.is_ascii_digit()) {
                entry.add_document(kind, number, &country);
            }
        }
    }
}

/// `M271351 (Moroccan passport issued on ...)`, `Philippines number EC6530802 (expires ...)`: number and country.
fn number(text: &str) -> (&str, String) {
    let (head, bracket) = match text.split_once(" (") {
        Some((head, bracket)) => (head.trim(), bracket.trim_end_matches(')')),
        None => (text, ""),
    };
    for mark in ["number ", "No. ", "no. ", "No ", "Nr. ", "N° "] {
        if let Some((before, number)) = head.rsplit_once(mark) {
            return (number.trim(), country(before));
        }
    }
    (head, country(bracket))
}

/// The country or demonym a phrase begins with: its words up to the first small one.
fn country(phrase: &str) -> String {
    let words: Vec<_> = phrase
        .split(',')
        .next()
        .unwrap_or_default()
        .split_whitespace()
        .take_while(|word| word.starts_with(char::is_uppercase) || matches!(*word, "of" | "and" | "the"))
        .collect();
    let country = words.join(" ");
    let known = words.len() <= 6
        && !country.contains(|c: char| c.is_ascii_digit() || c == '/')
        && !words
            .iter()
            .any(|word| matches!(*word, "Tax" | "ID" | "INN" | "OGRN" | "KPP" | "Fiscal" | "Code"));
    if known { country } else { String::new() }
}
