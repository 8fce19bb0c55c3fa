//! The floors of the house: a crate imports only from lower floors, and only what its row names.

mod check;
mod house;
mod picture;

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result};
use cargo_metadata::{DependencyKind, MetadataCommand};

pub use check::{Import, Kind, Violation, check};
pub use house::{Floor, HOUSE, Room};
pub use picture::draw;

/// Prints the house and what breaks it; true when nothing does.
///
/// # Errors
/// When `cargo metadata` cannot read the workspace.
pub fn run(root: &Path) -> Result<bool> {
    let (members, imports) = survey(root)?;
    print!("{}", draw(&members, &imports));
    let violations = check(&members, &imports);
    if violations.is_empty() {
        println!("\nThe floors hold: {} crates.", members.len());
    } else {
        println!();
        for violation in &violations {
            println!("{violation}");
        }
        println!("\n{} to mend.", violations.len());
    }
    Ok(violations.is_empty())
}

/// The crates that exist and every dependency line they have.
///
/// # Errors
/// When `cargo metadata` cannot read the workspace.
pub fn survey(root: &Path) -> Result<(BTreeSet<String>, Vec<Import>)> {
    let metadata = MetadataCommand::new()
        .manifest_path(root.join("Cargo.toml"))
        .no_deps()
        .exec()
        .context("cargo metadata cannot read the workspace; `cargo metadata --no-deps` shows why")?;
    let packages = metadata.workspace_packages();
    let members = packages.iter().map(|package| package.name.to_string()).collect();
    let mut imports: Vec<_> = packages
        .iter()
        .flat_map(|package| package.dependencies.iter().map(move |dependency| (package, dependency)))
        .map(|(package, dependency)| Import {
            from: package.name.to_string(),
            to: dependency.name.clone(),
            kind: match dependency.kind {
                DependencyKind::Development => Kind::Dev,
                DependencyKind::Build => Kind::Build,
                _ => Kind::Normal,
            },
        })
        .collect();
    imports.sort();
    Ok((members, imports))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_floors_of_this_house_hold() {
        let (members, imports) = survey(&crate::repository::root().unwrap()).unwrap();
        let violations: Vec<_> = check(&members, &imports).iter().map(ToString::to_string).collect();
        assert!(violations.is_empty(), "{}", violations.join("\n"));
        assert!(imports.iter().any(|import| import.to == "muster-vocab"), "the survey read nothing");
    }
}
