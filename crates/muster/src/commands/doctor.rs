//! `muster doctor`: looks for anything wrong with the installation.

use crate::frame::{Exit, Fault, Frame, Table, is_server};
use clap::Args;
use muster_app::{App, case::access::ReadCases};
use serde::Serialize;
use std::{
    fs,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    process::Command,
};

/// Looks for anything wrong with the installation, and says what to do about it
#[derive(Args)]
#[command(after_help = "Exit code 1 if a check fails; what only deserves a look does not change it.")]
pub(crate) struct Doctor {}

/// How a check came out.
#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum State {
    Ok,
    Warn,
    Fail,
}

/// One check.
#[derive(Serialize)]
struct Checked {
    check: &'static str,
    state: State,
    found: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    to_do: Option<String>,
}

impl Checked {
    fn ok(check: &'static str, found: impl Into<String>) -> Self {
        Self { check, state: State::Ok, found: found.into(), to_do: None }
    }

    fn not(state: State, check: &'static str, found: impl Into<String>, to_do: impl Into<String>) -> Self {
        Self { check, state, found: found.into(), to_do: Some(to_do.into()) }
    }
}

/// The clock of a machine that lost its time stands before this: the year the program was written in.
const NOT_BEFORE: &str = "2025-01-01T00:00:00Z";
/// Below this a busy day could fill the disk.
const FREE_MIN: u64 = 1 << 30;

impl Doctor {
    #[expect(clippy::unused_self, reason = "every command is run the same way")]
    pub(crate) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        let mut checks = files(frame);
        checks.push(clock(frame));
        checks.extend(space(&frame.settings.data()));
        checks.push(match frame.programme() {
            Ok(programme) => Checked::ok("programme", format!("{}, its rules are whole", programme.title)),
            Err(_) => Checked::not(
                State::Fail,
                "programme",
                "it cannot be read",
                "run `muster policy check FOLDER`",
            ),
        });
        match frame.app() {
            Ok(app) => store(frame, &app, &mut checks)?,
            Err(fault) => checks.push(Checked::not(
                State::Fail,
                "store",
                fault.what().to_owned(),
                fault.what_next().unwrap_or("restore it from its backup").to_owned(),
            )),
        }
        frame.show(&checks, |checks, paint| {
            let mut table = Table::new(["", "", ""]);
            for check in checks {
                let state = match check.state {
                    State::Ok => paint.good("ok"),
                    State::Warn => paint.warn("warn"),
                    State::Fail => paint.bad("fail"),
                };
                table.row([state, check.check.to_owned(), check.found.clone()]);
                if let Some(to_do) = &check.to_do {
                    table.row([String::new(), String::new(), paint.dim(&format!("→ {to_do}"))]);
                }
            }
            table.text(paint)
        })?;
        let failed = checks.iter().any(|check| check.state == State::Fail);
        Ok(if failed { Exit::Refused } else { Exit::Done })
    }
}

/// Nobody but the owner may enter the folder or read the databases and the key.
fn files(frame: &Frame) -> Vec<Checked> {
    let settings = &frame.settings;
    let file = |place: String| (!is_server(&place)).then(|| PathBuf::from(place));
    let places = [
        ("data folder", Some(settings.data())),
        ("database file", file(settings.database())),
        ("keys file", file(settings.keys())),
        ("mission's key", Some(settings.mission_key())),
    ];
    let checked = places.into_iter().filter_map(|(check, path)| {
        let path = path?;
        let Ok(found) = fs::metadata(&path) else {
            return Some(Checked::not(
                State::Fail,
                check,
                format!("{} is not there", path.display()),
                "restore it, or run `muster init` for a new mission",
            ));
        };
        let mode = found.permissions().mode() & 0o777;
        Some(if mode & 0o077 == 0 {
            Checked::ok(check, format!("{} is its owner's alone", path.display()))
        } else {
            let right = if found.is_dir() { "700" } else { "600" };
            Checked::not(
                State::Fail,
                check,
                format!("others may read {} (mode {mode:03o})", path.display()),
                format!("chmod {right} {}", path.display()),
            )
        })
    });
    checked.collect()
}

fn clock(frame: &Frame) -> Checked {
    let now = frame.now();
    let told = now.strftime("%Y-%m-%d %H:%M UTC").to_string();
    if NOT_BEFORE.parse().is_ok_and(|earliest| now >= earliest) {
        Checked::ok("clock", told)
    } else {
        Checked::not(
            State::Fail,
            "clock",
            told,
            "set the machine's clock; every entry of the log carries its time",
        )
    }
}

/// Free space where the data lies, as `df` tells it: the standard library cannot ask.
fn space(folder: &Path) -> Option<Checked> {
    let output = Command::new("df").args(["-Pk", "--"]).arg(folder).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout);
    let free: u64 = text.lines().nth(1)?.split_whitespace().nth(3)?.parse().ok()?;
    let bytes = free * 1024;
    let told = format!("{:.1} GiB free", bytes as f64 / f64::from(1 << 30));
    Some(if bytes >= FREE_MIN {
        Checked::ok("disk space", told)
    } else {
        Checked::not(State::Warn, "disk space", told, "make room; a full disk stops every write")
    })
}

fn store(frame: &Frame, app: &App, checks: &mut Vec<Checked>) -> Result<(), Fault> {
    checks.push(Checked::ok("database", app.store.journal.database()?));
    let keys = app.store.journal.keys().verify().map_err(muster_store::StoreError::from)?;
    checks.push(match keys.damaged.len() {
        0 => Checked::ok("keys", format!("{} keys open", keys.whole)),
        some => Checked::not(
            State::Fail,
            "keys",
            format!("{some} keys do not open"),
            "restore the key database from its backup",
        ),
    });
    // Opening the store finished what a crash cut short; what is left now would be an erasure that did not happen.
    let swept = app.store.journal.sweep()?;
    checks.push(match swept {
        0 => Checked::ok("erasures", "the key of every erased person is gone"),
        some => Checked::not(
            State::Warn,
            "erasures",
            format!("{some} keys of erased persons were still there; they are destroyed now"),
            "replace older copies of the key database",
        ),
    });
    let editions = app.store.views.editions()?;
    checks.push(match editions.last() {
        None => Checked::not(
            State::Warn,
            "rules",
            "no policy edition is in force",
            "propose and publish one: muster policy publish --help",
        ),
        Some(_) => match app.edition_in_force() {
            Ok(edition) => Checked::ok("rules", format!("edition {} is in force", edition.id())),
            Err(failure) => Checked::not(
                State::Fail,
                "rules",
                failure.to_string(),
                "put back the programme's folder as it was published",
            ),
        },
    });
    let funnel = app.funnel(frame.reading::<ReadCases>(app)?, None)?;
    checks.push(match funnel.quality.interviewed_unchecked {
        0 => Checked::ok("checks", format!("{} wait for an outcome", funnel.quality.open_checks)),
        some => Checked::not(
            State::Warn,
            "checks",
            format!("{some} cases are past screening with a check that has no outcome"),
            "record the outcomes; `muster case show CASE` names the checks",
        ),
    });
    let entries = app.store.journal.len()?;
    checks.push(Checked::ok("log", format!("{entries} entries; `muster log verify` checks them all")));
    Ok(())
}
