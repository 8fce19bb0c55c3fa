//! OFAC's CSV: `sdn.csv` with names and remarks, `alt.csv` with aliases, `add.csv` with addresses, joined by number;
//! the consolidated list's `cons_prim.csv`, `cons_alt.csv`, `cons_add.csv` likewise.
//!
//! No header; a row is one line; `-0-` is nothing.

use super::reading::{Gather, ListRefused, Position, Reading, Source};
use super::row::Row;
use super::table::{Next, Table};
use super::{entry::tidy, ofac_remarks};
use crate::{AliasStrength, Entry, Kind};
use std::collections::HashMap;

/// Which of the files of a list it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Role {
    Main,
    Aliases,
    Addresses,
    Comments,
}

impl Role {
    /// Every role has its own number of columns.
    pub(super) fn of_width(width: usize) -> Option<Self> {
        match width {
            12 => Some(Self::Main),
            5 => Some(Self::Aliases),
            6 => Some(Self::Addresses),
            2 => Some(Self::Comments),
            _ => None,
        }
    }

    fn width(self) -> usize {
        match self {
            Self::Main => 12,
            Self::Aliases => 5,
            Self::Addresses => 6,
            Self::Comments => 2,
        }
    }

    pub(super) fn what(self) -> &'static str {
        match self {
            Self::Main => "the main file",
            Self::Aliases => "the aliases",
            Self::Addresses => "the addresses",
            Self::Comments => "the comments",
        }
    }
}

/// What the side files say of each entry, by its number.
#[derive(Default)]
struct Side {
    rows: HashMap<String, Vec<Row>>,
    file: String,
}

/// Reads a list from its main file and those side files that there are.
pub(super) fn read(
    list: &str,
    main: Source<'_>,
    sides: Vec<(Role, Source<'_>)>,
) -> Result<Reading, ListRefused> {
    let mut gather = Gather::default();
    let main_file = main.name.to_owned();
    let mut joined = Vec::new();
    for (role, source) in sides {
        joined.push((role, side(source, role, &mut gather)?));
    }
    let mut table = Table::bare(main, Role::Main.width());
    while let Some(next) = table.next()? {
        match next {
            Next::Bad(at, cause) => gather.bad(at, cause),
            Next::Row(at, row) => match entry(&row, &mut joined) {
                Ok(entry) => gather.keep(at, entry),
                Err(cause) => gather.bad(at, cause),
            },
        }
    }
    for (role, side) in joined {
        if side.rows.is_empty() {
            continue;
        }
        let cause = format!(
            "{} are of {} entries that {main_file} does not have: the files are of different editions, or those \
             entries could not be read",
            role.what(),
            side.rows.len()
        );
        gather.bad(Position { file: side.file, ..Position::default() }, cause);
    }
    Ok(gather.finish(list))
}

fn side(source: Source<'_>, role: Role, gather: &mut Gather) -> Result<Side, ListRefused> {
    let mut side = Side { file: source.name.to_owned(), ..Side::default() };
    let mut table = Table::bare(source, role.width());
    while let Some(next) = table.next()? {
        match next {
            Next::Bad(at, cause) => gather.bad(at, cause),
            Next::Row(at, row) if !is_number(row.get(0)) => gather.bad(at, NO_NUMBER),
            Next::Row(_, row) => side.rows.entry(row.get(0).to_owned()).or_default().push(row),
        }
    }
    Ok(side)
}

const NO_NUMBER: &str = "it does not begin with the entry's number";

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.len() <= 12 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Nothing is written `-0-`.
fn given(field: &str) -> &str {
    if field == "-0-" { "" } else { field }
}

fn entry(row: &Row, joined: &mut [(Role, Side)]) -> Result<Entry, &'static str> {
    let field = |index| given(row.get(index));
    if !is_number(field(0)) {
        return Err(NO_NUMBER);
    }
    let kind = match field(2).to_ascii_lowercase().as_str() {
        "individual" => Kind::Person,
        "vessel" => Kind::Vessel,
        "aircraft" => Kind::Aircraft,
        "" | "entity" => Kind::Organisation,
        _ => return Err("its type is none of individual, vessel, aircraft and nothing"),
    };
    let mut entry = Entry::new(field(0), kind);
    entry.add_name(field(1), AliasStrength::Primary);
    for programme in field(3).split("] [") {
        entry.add_programme(programme);
    }
    for (index, what) in [
        (4, "Title"),
        (5, "Call sign"),
        (6, "Type"),
        (7, "Tonnage"),
        (8, "Gross registered tonnage"),
        (9, "Flag"),
        (10, "Owner"),
    ] {
        entry.add_remark(what, field(index));
    }
    ofac_remarks::read(field(11), &mut entry);
    let mut addresses = Vec::new();
    for (role, side) in joined {
        for row in side.rows.remove(&entry.id).unwrap_or_default() {
            match role {
                Role::Aliases => alias(&row, &mut entry),
                Role::Addresses => addresses.push(address(&row)),
                Role::Comments => ofac_remarks::read(given(row.get(1)), &mut entry),
                Role::Main => {}
            }
        }
    }
    for address in addresses {
        entry.add_remark("Address", &address);
    }
    Ok(entry)
}

fn alias(row: &Row, entry: &mut Entry) {
    let strength = match row.get(2).to_ascii_lowercase().as_str() {
        "fka" => AliasStrength::Former,
        _ => AliasStrength::Strong,
    };
    entry.add_name(given(row.get(3)), strength);
    entry.add_remark("Alias", given(row.get(4)));
}

fn address(row: &Row) -> String {
    let parts: Vec<_> =
        (2..6).map(|index| tidy(given(row.get(index)))).filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}
