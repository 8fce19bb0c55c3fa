//! The steps, in order: quick ones first, so that a small fault is seen early.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::Result;

use super::{needs, running};
use crate::{Verdict, api, browser, floors, tidy};

/// The variable by which the tests find their database.
pub(super) const POSTGRES: &str = "MUSTER_TEST_POSTGRES";

/// What earlier steps have prepared for later ones.
#[derive(Default)]
pub(super) struct Setting {
    /// Where the private PostgreSQL answers.
    pub(super) postgres: Option<String>,
    /// Whether the slow tests run too.
    pub(super) long: bool,
    /// Only the tests of these crates; of all when empty.
    pub(super) packages: Vec<String>,
}

type Work = fn(&Path, &mut Setting) -> Result<Verdict>;

/// One line of the table.
pub(super) struct Step {
    pub(super) name: &'static str,
    pub(super) work: Work,
}

/// The steps, or only the tests with what they need.
pub(super) fn of(quick: bool) -> Vec<Step> {
    let step = |name, work: Work| Step { name, work };
    if quick {
        return vec![step("PostgreSQL", needs::postgres), step("tests", tests)];
    }
    vec![
        step("tools", |root, _| Ok(needs::tools(root).into())),
        step("formatting", |root, setting| cargo(root, setting, &["fmt", "--all", "--check"])),
        step("floors", |root, _| Ok(floors::run(root)?.into())),
        step("tidiness", |root, _| Ok(tidy::run(root)?.into())),
        step("lints", |root, setting| {
            cargo(root, setting, &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])
        }),
        step("PostgreSQL", needs::postgres),
        step("tests", tests),
        step("browser", |root, _| Ok(browser::run(root, None, None)?.into())),
        step("API", |root, _| api::run(root)),
        step("examples in the documentation", |root, setting| {
            cargo(root, setting, &["test", "--doc", "--workspace", "--no-fail-fast"])
        }),
        step("documentation", |root, setting| {
            let mut command = command(setting, &["doc", "--no-deps", "--workspace"]);
            Ok(running::follow(root, command.env("RUSTDOCFLAGS", "-Dwarnings"))?.into())
        }),
    ]
}

fn tests(root: &Path, setting: &mut Setting) -> Result<Verdict> {
    let nextest = Command::new("cargo")
        .args(["nextest", "--version"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success());
    let mut arguments = if nextest {
        vec!["nextest", "run", "--no-fail-fast"]
    } else {
        vec!["test", "--lib", "--bins", "--tests", "--examples", "--no-fail-fast"]
    };
    if setting.packages.is_empty() {
        arguments.push("--workspace");
    }
    arguments.extend(setting.packages.iter().flat_map(|package| ["--package", package]));
    if setting.long {
        arguments.extend(if nextest { ["--run-ignored", "all"] } else { ["--", "--include-ignored"] });
    }
    cargo(root, setting, &arguments)
}

fn cargo(root: &Path, setting: &Setting, arguments: &[&str]) -> Result<Verdict> {
    Ok(running::follow(root, &mut command(setting, arguments))?.into())
}

fn command(setting: &Setting, arguments: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.args(arguments);
    // `cargo run` tells us about xtask itself; a cargo below us must not believe that it is about its own crates.
    for (name, _) in std::env::vars_os() {
        let told = name
            .to_str()
            .is_some_and(|name| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_"));
        if told {
            command.env_remove(name);
        }
    }
    if let Some(url) = &setting.postgres {
        command.env(POSTGRES, url);
    }
    if setting.long {
        command.env("MUSTER_LONG", "1");
    }
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(quick: bool) -> Vec<&'static str> {
        of(quick).into_iter().map(|step| step.name).collect()
    }

    #[test]
    fn the_quick_choice_runs_the_tests_with_their_database_and_nothing_else() {
        assert_eq!(names(true), ["PostgreSQL", "tests"]);
    }

    #[test]
    fn the_database_stands_before_the_tests() {
        let names = names(false);
        let place = |name| names.iter().position(|found| *found == name).unwrap();
        assert!(place("PostgreSQL") < place("tests"));
        assert!(place("tidiness") < place("lints"));
    }

    #[test]
    fn a_command_below_hears_of_the_database_and_not_of_xtask() {
        let setting =
            Setting { postgres: Some("postgres://somewhere".to_owned()), long: true, packages: Vec::new() };
        let command = command(&setting, &["nextest", "run"]);
        let set: Vec<_> =
            command.get_envs().filter_map(|(name, value)| Some((name.to_str()?, value?.to_str()?))).collect();
        assert_eq!(set, [("MUSTER_LONG", "1"), (POSTGRES, "postgres://somewhere")]);
        assert!(command.get_envs().any(|(name, value)| name == "CARGO_PKG_NAME" && value.is_none()));
    }
}
