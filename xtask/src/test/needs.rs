//! What the tests need from the machine: found, installed, or said plainly.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use super::cluster::Cluster;
use super::running;
use super::steps::{POSTGRES, Setting};
use crate::{Verdict, play};

/// Checks the tools that the Rust toolchain brings or leans on; says of each missing one how to get it.
pub(super) fn tools(root: &Path) -> bool {
    const TOOLS: [(&str, &[&str], &str); 3] = [
        ("cc", &["--version"], "a C compiler is missing; on Debian: apt-get install gcc libc6-dev"),
        ("cargo", &["fmt", "--version"], "rustfmt is missing: rustup component add rustfmt"),
        ("cargo", &["clippy", "--version"], "clippy is missing: rustup component add clippy"),
    ];
    let mut complete = true;
    for (program, arguments, advice) in TOOLS {
        if !succeeds(program, arguments) {
            eprintln!("{advice}");
            complete = false;
        }
    }
    if complete {
        eprintln!("cc, rustfmt and clippy are here.");
    }
    if let Some(free) = free_disk(&play::target(root)).filter(|free| *free < DISK) {
        // What was built before may be most of what is needed, so this is told and nothing is refused.
        eprintln!(
            "{:.1} GB are free on the disk of the build folder; from nothing the checks need about {} GB",
            free as f64 / 1e9,
            DISK / 1_000_000_000
        );
    }
    complete
}

/// So many bytes the checks need when nothing was built before.
const DISK: u64 = 12_000_000_000;

/// How many bytes are free where a folder is, or will be.
fn free_disk(folder: &Path) -> Option<u64> {
    let there = folder.ancestors().find(|folder| folder.exists())?;
    let output = Command::new("df").args(["-P", "-k"]).arg(there).output().ok()?;
    let told = String::from_utf8(output.stdout).ok()?;
    let kibibytes: u64 = told.lines().nth(1)?.split_whitespace().nth(3)?.parse().ok()?;
    Some(kibibytes * 1024)
}

/// Starts the private PostgreSQL, installing it first where that is allowed, and tells later steps where it answers.
pub(super) fn postgres(_: &Path, setting: &mut Setting) -> Result<Verdict> {
    if std::env::var_os(POSTGRES).is_some() {
        eprintln!("{POSTGRES} is set: the tests use the database it names.");
        return Ok(Verdict::Passed);
    }
    let programs = match programs() {
        Some(programs) => programs,
        None => install()?,
    };
    let (port, url) = running::keep(|| Cluster::start(&programs, superuser()))?;
    eprintln!("PostgreSQL from {} answers on port {port}.", programs.display());
    setting.postgres = Some(url);
    Ok(Verdict::Passed)
}

/// Whether the command runs as root, which PostgreSQL itself refuses to do.
pub(super) fn superuser() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

/// The folder that holds `initdb`, `pg_ctl` and `postgres` together.
pub(super) fn programs() -> Option<PathBuf> {
    let in_path =
        std::env::var_os("PATH").map(|path| std::env::split_paths(&path).collect()).unwrap_or_default();
    choose(in_path, Path::new("/usr/lib/postgresql"))
}

/// Debian keeps the server out of PATH, one folder for each major version: the newest is taken.
fn choose(in_path: Vec<PathBuf>, debian: &Path) -> Option<PathBuf> {
    let mut versions: Vec<(u32, PathBuf)> = std::fs::read_dir(debian)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin"))))
        .collect();
    versions.sort();
    let newest_first = versions.into_iter().rev().map(|(_, folder)| folder);
    in_path
        .into_iter()
        .chain(newest_first)
        .find(|folder| ["initdb", "pg_ctl", "postgres"].iter().all(|program| folder.join(program).is_file()))
}

fn install() -> Result<PathBuf> {
    const BY_HAND: &str = "PostgreSQL (initdb, pg_ctl, postgres) is missing.\n\
        On Debian or Ubuntu: sudo apt-get install postgresql\n\
        Elsewhere install the server, or point MUSTER_TEST_POSTGRES at one where the tests may make databases";
    let debian = Path::new("/etc/debian_version").exists() && succeeds("apt-get", &["--version"]);
    if !superuser() || !debian {
        bail!(BY_HAND);
    }
    eprintln!("PostgreSQL is missing; installing it with apt-get.");
    for arguments in [&["update"][..], &["install", "-y", "--no-install-recommends", "postgresql"]] {
        let mut apt = Command::new("apt-get");
        apt.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        if !running::follow(Path::new("/"), &mut apt)? {
            bail!("`apt-get {}` failed, so {BY_HAND}", arguments.join(" "));
        }
    }
    programs().context("apt-get installed postgresql, yet its server is not where Debian keeps it")
}

fn succeeds(program: &str, arguments: &[&str]) -> bool {
    Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_free_disk_is_found_for_a_folder_that_is_not_there_yet() {
        let folder = tempfile::tempdir().unwrap();
        let free = free_disk(&folder.path().join("target/debug")).expect("df tells");
        assert!(free > 0);
        assert_eq!(free_disk(Path::new("")), None);
    }

    fn server_in(folder: &Path) {
        std::fs::create_dir_all(folder).unwrap();
        for program in ["initdb", "pg_ctl", "postgres"] {
            std::fs::write(folder.join(program), "").unwrap();
        }
    }

    #[test]
    fn the_newest_server_is_taken_and_a_folder_with_only_the_client_is_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        server_in(&folder.path().join("9/bin"));
        server_in(&folder.path().join("15/bin"));
        std::fs::create_dir_all(folder.path().join("17/bin")).unwrap();

        assert_eq!(choose(Vec::new(), folder.path()), Some(folder.path().join("15/bin")));
    }

    #[test]
    fn a_server_in_path_comes_first() {
        let folder = tempfile::tempdir().unwrap();
        server_in(&folder.path().join("15/bin"));
        let own = folder.path().join("own");
        server_in(&own);

        assert_eq!(choose(vec![folder.path().join("empty"), own.clone()], folder.path()), Some(own));
    }

    #[test]
    fn a_machine_without_a_server_is_known() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(choose(Vec::new(), &folder.path().join("nothing")), None);
    }
}
