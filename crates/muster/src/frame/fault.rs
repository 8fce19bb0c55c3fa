//! How a command ends: an exit code, and for a fault what is wrong and what to do next.

use muster_app::{Failure, case::Refusal};
use muster_store::StoreError;
use serde::Serialize;
use std::{
    io::{self, Write as _},
    process::ExitCode,
};

/// How a command ended. The numbers are stable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Done.
    Done = 0,
    /// Refused, or something was found: damage, faults, rejected rows.
    Refused = 1,
    /// Wrong use, or a configuration that cannot be read.
    Usage = 2,
    /// The store cannot be opened, or it failed.
    Store = 3,
    /// Nothing was found.
    Nothing = 4,
}

impl Exit {
    /// Every exit code with what it means.
    pub(crate) const ALL: [(Self, &'static str); 5] = [
        (Self::Done, "done"),
        (Self::Refused, "refused, or something was found: damage, faults in rules, rejected rows"),
        (Self::Usage, "wrong use, or a configuration that cannot be read"),
        (Self::Store, "the store cannot be opened, or it failed"),
        (Self::Nothing, "nothing was found"),
    ];
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Why a command did not do its work.
#[derive(Debug)]
pub(crate) struct Fault {
    exit: Exit,
    what: String,
    next: Option<String>,
    key: Option<String>,
}

impl Fault {
    /// A fault with its exit code.
    pub(crate) fn new(exit: Exit, what: impl Into<String>) -> Self {
        Self { exit, what: what.into(), next: None, key: None }
    }

    /// Wrong use, or a configuration that cannot be read.
    pub(crate) fn usage(what: impl Into<String>) -> Self {
        Self::new(Exit::Usage, what)
    }

    /// Says what to do next.
    #[must_use]
    pub(crate) fn next(mut self, next: impl Into<String>) -> Self {
        self.next = Some(next.into());
        self
    }

    /// What is wrong.
    pub(crate) fn what(&self) -> &str {
        &self.what
    }

    /// What to do next, if that is known.
    pub(crate) fn what_next(&self) -> Option<&str> {
        self.next.as_deref()
    }

    /// Nobody reads any more: the pipe was closed. Nothing is told.
    fn quiet() -> Self {
        Self::new(Exit::Done, "")
    }

    const fn is_quiet(&self) -> bool {
        self.what.is_empty()
    }
}

impl From<Refusal> for Fault {
    fn from(refusal: Refusal) -> Self {
        let fault = Self::new(Exit::Refused, refusal.to_string()).next(refusal.next_step());
        Self { key: Some(refusal.key()), ..fault }
    }
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        let fault = Self::new(Exit::Store, error.to_string());
        match error {
            // These texts say themselves what to do.
            StoreError::Keys(_) | StoreError::Db(_) | StoreError::Damaged { .. } => fault,
            StoreError::Stale | StoreError::Repeated => {
                fault.next("look again, and repeat it if it is still needed")
            }
            _ => fault.next("run `muster log verify`, and restore a backup if it finds damage"),
        }
    }
}

impl From<Failure> for Fault {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Refused(refusal) => refusal.into(),
            Failure::Store(error) => error.into(),
            Failure::Input(what) => Self::usage(what),
        }
    }
}

impl From<io::Error> for Fault {
    /// Output that fails. A closed pipe is how a reader says "enough".
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self::quiet();
        }
        Self::new(Exit::Store, format!("the output cannot be written: {error}"))
            .next("see whether the disk is full, or write elsewhere")
    }
}

/// A fault as `--json` tells it, on stderr.
#[derive(Serialize)]
struct Told<'a> {
    error: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<&'a str>,
    exit: u8,
}

/// Tells a fault on stderr and gives its exit code.
pub(crate) fn tell(fault: &Fault, json: bool) -> Exit {
    if fault.is_quiet() {
        return fault.exit;
    }
    let mut err = io::stderr().lock();
    let told = Told {
        error: &fault.what,
        next: fault.next.as_deref(),
        key: fault.key.as_deref(),
        exit: fault.exit as u8,
    };
    // With stderr gone there is nobody left to tell.
    let _told = match (json, serde_json::to_string(&told)) {
        (true, Ok(text)) => writeln!(err, "{text}"),
        _ => match told.next {
            Some(next) => writeln!(err, "muster: {}\n  what to do: {next}", told.error),
            None => writeln!(err, "muster: {}", told.error),
        },
    };
    fault.exit
}
