//! Holds imports against the table.

use std::collections::BTreeSet;
use std::fmt;

use super::house::{Floor, REACHING_OUT, room};

/// Why one crate names another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// For the crate itself.
    Normal,
    /// For its tests.
    Dev,
    /// For its build script.
    Build,
}

/// One line under `[dependencies]`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Import {
    /// The crate that imports.
    pub from: String,
    /// The crate it imports: of the house, or from outside.
    pub to: String,
    /// What for.
    pub kind: Kind,
}

/// One thing that breaks the house, and the way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// What is wrong.
    pub what: String,
    /// What to do next.
    pub to_do: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n    {}", self.what, self.to_do)
    }
}

/// Everything in `imports` that breaks the table; `members` are the crates that exist.
pub fn check(members: &BTreeSet<String>, imports: &[Import]) -> Vec<Violation> {
    let homeless = members.iter().filter(|name| room(name).is_none()).map(|name| Violation {
        what: format!("{name} has no row in the house"),
        to_do: format!("give {name} a floor, a duty and its imports in xtask/src/floors/house.rs"),
    });
    homeless.chain(imports.iter().filter_map(|import| judge(members, import))).collect()
}

fn judge(members: &BTreeSet<String>, import: &Import) -> Option<Violation> {
    let from = room(&import.from)?;
    if !members.contains(&import.to) {
        return reaches_out(import);
    }
    if from.may_import.contains(&import.to.as_str()) {
        return None;
    }
    let to = room(&import.to)?;
    if to.floor == Floor::Side {
        if to.name == "muster-testkit" && import.kind == Kind::Dev {
            return None;
        }
        return Some(Violation {
            what: format!("{} imports {}, which stands beside the house", from.name, to.name),
            to_do: "only [dev-dependencies] may name muster-testkit, and nothing may import xtask".to_owned(),
        });
    }
    let direction =
        if from.floor != Floor::Side && to.floor >= from.floor { "up or across to" } else { "down to" };
    let allowed = if from.may_import.is_empty() { "nothing".to_owned() } else { from.may_import.join(", ") };
    Some(Violation {
        what: format!("{} imports {direction} {}, which its row does not name", from.name, to.name),
        to_do: format!(
            "{} may import {allowed}; own the type here and translate it in muster-app, or write a decision record",
            from.name
        ),
    })
}

fn reaches_out(import: &Import) -> Option<Violation> {
    let from = room(&import.from)?;
    if from.may_do_io || import.kind != Kind::Normal || !REACHING_OUT.contains(&import.to.as_str()) {
        return None;
    }
    Some(Violation {
        what: format!("{} is pure, and {} reaches out of it", from.name, import.to),
        to_do: "take the data as an argument; disks, networks and async live in muster-store and above"
            .to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(from: &str, to: &str, kind: Kind) -> Vec<String> {
        let members =
            ["muster-app", "muster-case", "muster-policy", "muster-store", "muster-testkit", "muster-vocab"]
                .map(str::to_owned)
                .into();
        let import = Import { from: from.to_owned(), to: to.to_owned(), kind };
        check(&members, &[import]).into_iter().map(|violation| violation.what).collect()
    }

    #[test]
    fn a_planted_upward_import_is_found() {
        insta::assert_debug_snapshot!(found("muster-case", "muster-store", Kind::Normal), @r#"
        [
            "muster-case imports up or across to muster-store, which its row does not name",
        ]
        "#);
    }

    #[test]
    fn a_test_may_not_import_upward_either() {
        assert_eq!(found("muster-policy", "muster-app", Kind::Dev).len(), 1);
    }

    #[test]
    fn the_domain_imports_no_engine() {
        assert_eq!(found("muster-case", "muster-policy", Kind::Normal).len(), 1);
    }

    #[test]
    fn imports_named_in_the_row_are_let_through() {
        assert!(found("muster-app", "muster-store", Kind::Normal).is_empty());
        assert!(found("muster-store", "muster-vocab", Kind::Normal).is_empty());
    }

    #[test]
    fn the_testkit_is_for_tests_only() {
        assert!(found("muster-case", "muster-testkit", Kind::Dev).is_empty());
        assert_eq!(found("muster-case", "muster-testkit", Kind::Normal).len(), 1);
    }

    #[test]
    fn a_pure_crate_may_not_reach_a_database() {
        assert_eq!(found("muster-policy", "rusqlite", Kind::Normal).len(), 1);
        assert!(found("muster-store", "rusqlite", Kind::Normal).is_empty());
    }

    #[test]
    fn a_crate_without_a_row_is_found() {
        let members = ["muster-shed".to_owned()].into();
        assert_eq!(check(&members, &[])[0].what, "muster-shed has no row in the house");
    }
}
