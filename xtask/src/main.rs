//! The door of `cargo xtask`: reads the arguments and hands over to one task.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use xtask::{Verdict, api, bench, browser, floors, repository, samples, test, tidy};

/// What a script would do, in Rust.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Show the house as floors, and every import that breaks it
    Floors,
    /// Read every tracked file for small faults
    Tidy,
    /// Run every check, with a private PostgreSQL
    Test {
        /// Only the tests: no formatting, lints or documentation
        #[arg(long)]
        quick: bool,
        /// Also the slow tests: sets `MUSTER_LONG=1` and runs the ignored ones
        #[arg(long)]
        long: bool,
        /// Only the tests of this crate; may be given several times
        #[arg(short, long = "package", value_name = "CRATE")]
        packages: Vec<String>,
    },
    /// Write every page of the portal, in every state and language, without a server
    Samples {
        /// Into which folder
        #[arg(long, value_name = "FOLDER", default_value = "target/samples")]
        out: PathBuf,
    },
    /// Check the pages in a real Chromium, on a play that is served
    Browser {
        /// Only the checks of these files of `browser/checks`, with commas between
        #[arg(long, value_name = "NAMES")]
        only: Option<String>,
        /// A folder for pictures that a person looks at
        #[arg(long, value_name = "FOLDER")]
        shots: Option<PathBuf>,
    },
    /// Ask the JSON API of a play in every role, with requests made from its own description
    Api,
    /// Measure, and say on which machine
    Bench {
        #[command(subcommand)]
        subject: Subject,
    },
}

#[derive(Subcommand)]
enum Subject {
    /// The engines and the store, without a network; prints JSON
    Core {
        /// Where to measure the disk; the build folder if not given
        #[arg(long, value_name = "FOLDER")]
        folder: Option<PathBuf>,
    },
    /// The portal through real sockets: applications, pages, floods; prints JSON
    Web {
        /// For a few seconds each, with few cases
        #[arg(long)]
        quick: bool,
    },
    /// The desk through real sockets, on both databases: queue, search, the next case; prints JSON
    Desk {
        /// With few cases
        #[arg(long)]
        quick: bool,
    },
    /// The screening engine on labelled data, beside its peers; prints JSON
    Watchlist {
        /// The long measurements on samples
        #[arg(long)]
        quick: bool,
        /// Without the peers, which need Python and its package index
        #[arg(long)]
        no_peers: bool,
    },
    /// The linkage engine on labelled data, beside Splink; prints JSON
    Linkage {
        /// The small development set instead of the large one
        #[arg(long)]
        quick: bool,
        /// Without Splink, which needs Python and its package index
        #[arg(long)]
        no_peers: bool,
    },
}

fn main() -> anyhow::Result<ExitCode> {
    let root = repository::root()?;
    let well = match Arguments::parse().task {
        Task::Floors => floors::run(&root)?,
        Task::Tidy => tidy::run(&root)?,
        Task::Test { quick, long, packages } => test::run(&root, test::Choice { quick, long, packages })?,
        Task::Browser { only, shots } => browser::run(&root, only.as_deref(), shots.as_deref())?,
        Task::Api => api::run(&root)? != Verdict::Failed,
        Task::Samples { out } => samples::run(&root, &root.join(out))?,
        Task::Bench { subject: Subject::Core { folder } } => bench::core(&root, folder)?,
        Task::Bench { subject: Subject::Web { quick } } => bench::web(&root, quick)?,
        Task::Bench { subject: Subject::Desk { quick } } => bench::desk(&root, quick)?,
        Task::Bench { subject: Subject::Watchlist { quick, no_peers } } => {
            bench::watchlist(&root, quick, !no_peers)?
        }
        Task::Bench { subject: Subject::Linkage { quick, no_peers } } => {
            bench::linkage(&root, quick, !no_peers)?
        }
    };
    Ok(if well { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
