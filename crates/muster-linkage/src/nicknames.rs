//! What people are called at home: Bob for Robert, Greg for Gregory.

use std::{collections::HashMap, sync::LazyLock};

/// A line for each name: itself, a tab, and what its bearers are called.
static NICKNAMES: &str = include_str!("../data/nicknames.tsv");

/// For every name and nickname the full names it may stand for.
static FULL_NAMES: LazyLock<HashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let mut all: HashMap<&str, Vec<&str>> = HashMap::new();
    for (full, short) in NICKNAMES.lines().filter_map(|line| line.split_once('\t')) {
        for name in short.split(' ').chain([full]) {
            all.entry(name).or_default().push(full);
        }
    }
    all
});

/// The full names a folded name may stand for, itself among them if it is one.
pub(crate) fn full_names(name: &str) -> &'static [&'static str] {
    FULL_NAMES.get(name).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nickname_stands_for_every_name_it_is_short_for() {
        assert!(full_names("ollie").contains(&"oliver"));
        assert!(full_names("matthew").contains(&"matthew"));
        assert!(full_names("bazavluchenko").is_empty());
    }
}
