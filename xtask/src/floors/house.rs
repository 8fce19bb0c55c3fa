//! The table of the house: one row for each crate that may exist.

/// Where a crate stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Floor {
    /// Beside the house: tests and tasks only.
    Side,
    /// Counted from the ground: 1 holds the words, 6 the binary.
    Number(u8),
}

/// One crate: its floor, its duty and what it may import.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// The crate, which is also its folder's name.
    pub name: &'static str,
    /// Where it stands.
    pub floor: Floor,
    /// What it is for, in a few words.
    pub duty: &'static str,
    /// The crates of the house it may import.
    pub may_import: &'static [&'static str],
    /// Whether it may reach a disk, a network or an async runtime.
    pub may_do_io: bool,
}

/// Crates that reach a disk or a network, or need an async runtime: not for the pure half of the house.
pub(super) const REACHING_OUT: &[&str] = &[
    "async-std",
    "axum",
    "diesel",
    "hyper",
    "lettre",
    "postgres",
    "reqwest",
    "rusqlite",
    "smol",
    "sqlx",
    "tokio",
    "tokio-postgres",
    "tower-http",
    "ureq",
];

const fn pure(
    floor: u8,
    name: &'static str,
    may_import: &'static [&'static str],
    duty: &'static str,
) -> Room {
    Room { name, floor: Floor::Number(floor), duty, may_import, may_do_io: false }
}

const fn reaching(
    floor: Floor,
    name: &'static str,
    may_import: &'static [&'static str],
    duty: &'static str,
) -> Room {
    Room { name, floor, duty, may_import, may_do_io: true }
}

/// The house, from the roof to the ground, then what stands beside it.
pub const HOUSE: &[Room] = &[
    reaching(
        Floor::Number(6),
        "muster",
        &["muster-web", "muster-app", "muster-store", "muster-vocab"],
        "the one binary: arguments, configuration, wiring",
    ),
    reaching(
        Floor::Number(5),
        "muster-web",
        &["muster-app", "muster-store", "muster-case", "muster-i18n", "muster-vocab"],
        "what people see: routes, pages, forms, templates",
    ),
    reaching(
        Floor::Number(4),
        "muster-app",
        &[
            "muster-store",
            "muster-case",
            "muster-policy",
            "muster-names",
            "muster-watchlist",
            "muster-linkage",
            "muster-pass",
            "muster-papers",
            "muster-i18n",
            "muster-vocab",
        ],
        "one function per use case; workers that follow the log",
    ),
    reaching(
        Floor::Number(3),
        "muster-store",
        &["muster-case", "muster-vocab"],
        "the log, the sealed boxes, the views",
    ),
    pure(
        3,
        "muster-watchlist",
        &["muster-names", "muster-vocab"],
        "list editions, candidates, scores, reasons",
    ),
    pure(3, "muster-linkage", &["muster-names", "muster-vocab"], "is this the same person?"),
    pure(2, "muster-case", &["muster-vocab"], "the domain: commands, events, refusals, permits"),
    pure(2, "muster-policy", &["muster-vocab"], "eligibility as data: read, check, evaluate, explain"),
    pure(2, "muster-names", &["muster-vocab"], "fold, transliterate, split, compare personal names"),
    pure(2, "muster-pass", &["muster-vocab"], "travel pass: encode, sign, verify, revoke, QR"),
    pure(2, "muster-papers", &["muster-vocab"], "letters, contract, sheets as PDF"),
    pure(2, "muster-i18n", &["muster-vocab"], "messages, plurals, direction, choosing a locale"),
    pure(1, "muster-vocab", &[], "the mission's words"),
    reaching(
        Floor::Side,
        "muster-testkit",
        &["muster-store", "muster-case", "muster-vocab"],
        "people, cases, still clock, databases for tests",
    ),
    reaching(
        Floor::Side,
        "xtask",
        &["muster-app", "muster-store", "muster-case", "muster-policy", "muster-vocab", "muster-testkit"],
        "tidiness, tests with their database, benches",
    ),
];

/// The row of `name`, if the house has one.
pub(super) fn room(name: &str) -> Option<&'static Room> {
    HOUSE.iter().find(|room| room.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_imports_only_from_lower_floors() {
        for from in HOUSE.iter().filter(|room| room.floor != Floor::Side) {
            for name in from.may_import {
                let to = room(name).unwrap_or_else(|| panic!("{name} has no row"));
                assert!(
                    to.floor != Floor::Side && to.floor < from.floor,
                    "{} may not stand on {name}",
                    from.name
                );
            }
        }
    }

    #[test]
    fn only_the_upper_half_and_the_store_reach_out() {
        let reaching: Vec<_> = HOUSE
            .iter()
            .filter(|room| room.may_do_io && room.floor != Floor::Side)
            .map(|room| room.name)
            .collect();
        assert_eq!(reaching, ["muster", "muster-web", "muster-app", "muster-store"]);
    }
}
