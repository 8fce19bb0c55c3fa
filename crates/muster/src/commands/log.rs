//! `muster log`: the chain, checked and exported.

use crate::frame::{Exit, Fault, Frame, grouped};
use clap::{Args, Subcommand};
use muster_app::App;
use muster_store::{StoreError, journal::Entry};
use serde::Serialize;
use std::{
    fs::OpenOptions,
    io::{self, BufWriter, Write},
    os::unix::fs::OpenOptionsExt as _,
    path::PathBuf,
};

/// Checks the log, or exports it
#[derive(Args)]
pub(crate) struct Log {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    Verify(Verify),
    Export(Export),
}

/// Checks the whole chain, every sealed box, every view and every key
///
/// The head hash at the end is worth writing down: with it, a log that was cut short is found too.
#[derive(Args)]
#[command(after_help = "Exit code 1 if anything is damaged.")]
struct Verify {}

/// Writes the log as JSON Lines; personal data stays sealed
///
/// One line for each entry, with the hash of the one before; a last line with the head.
#[derive(Args)]
#[command(after_help = "Examples:
  muster log export > log.jsonl
  muster log export --to log.jsonl")]
struct Export {
    /// Writes to this new file instead of the terminal
    #[arg(long, value_name = "FILE")]
    to: Option<PathBuf>,
}

/// The answer of a verification.
#[derive(Serialize)]
struct Verified {
    /// Whether nothing is damaged.
    whole: bool,
    /// Entries of the log.
    entries: u64,
    /// Streams folded.
    streams: u64,
    /// Sealed boxes compared.
    boxes: u64,
    /// Rows of views compared.
    rows: u64,
    /// Keys opened.
    keys: u64,
    /// The hash of the last entry.
    head: Option<String>,
    /// How many findings there are.
    damaged: u64,
    /// The first of them.
    damages: Vec<String>,
}

/// An exported entry.
#[derive(Serialize)]
struct Line<'a> {
    seq: u64,
    stream: String,
    version: u64,
    at: String,
    actor: &'a str,
    tag: &'a str,
    shape: u16,
    body: &'a str,
    prev: String,
    hash: String,
}

/// The last line of an export.
#[derive(Serialize)]
struct Head {
    head: Place,
}

#[derive(Serialize, Default)]
struct Place {
    seq: u64,
    hash: Option<String>,
}

impl Log {
    pub(crate) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        let app = frame.app()?;
        match self.what {
            What::Verify(Verify {}) => verify(frame, &app),
            What::Export(export) => export.run(frame, &app),
        }
    }
}

fn verify(frame: &Frame, app: &App) -> Result<Exit, Fault> {
    let bar = frame.progress(app.store.journal.len()?, "checking");
    let report = app.store.journal.verify(&|seq| bar.set_position(seq))?;
    bar.finish_and_clear();
    let verified = Verified {
        whole: report.is_whole(),
        entries: report.entries,
        streams: report.streams,
        boxes: report.boxes,
        rows: report.rows,
        keys: report.keys,
        head: report.head.map(|head| head.to_string()),
        damaged: report.damaged,
        damages: report.damages.iter().map(ToString::to_string).collect(),
    };
    frame.show(&verified, |found, paint| {
        let mut lines: Vec<String> = found.damages.iter().map(|damage| paint.bad(damage)).collect();
        let told = found.damages.len() as u64;
        if found.damaged > told {
            lines.push(format!("… and {} more", grouped(found.damaged - told)));
        }
        lines.push(format!(
            "{} entries of {} streams, {} boxes, {} rows of views, {} keys",
            grouped(found.entries),
            grouped(found.streams),
            grouped(found.boxes),
            grouped(found.rows),
            grouped(found.keys),
        ));
        lines.push(if found.whole {
            paint.good("Everything is whole.")
        } else {
            paint.bad(&format!(
                "{} findings of damage. Stop writing to it, keep a copy, and restore a backup.",
                grouped(found.damaged)
            ))
        });
        if let Some(head) = &found.head {
            lines.push(format!("Head, to write down: {head}"));
        }
        lines.join("\n")
    })?;
    Ok(if verified.whole { Exit::Done } else { Exit::Refused })
}

impl Export {
    fn run(self, frame: &Frame, app: &App) -> Result<Exit, Fault> {
        let Some(path) = self.to else {
            write_all(app, &mut BufWriter::new(io::stdout().lock()))?;
            return Ok(Exit::Done);
        };
        let file =
            OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path).map_err(|error| {
                Fault::usage(format!("{} cannot be written: {error}", path.display()))
                    .next("name a file that is not there yet; nothing is overwritten")
            })?;
        let place = write_all(app, &mut BufWriter::new(&file))?;
        file.sync_all()?;
        frame.show(&Head { head: place }, |told, _| {
            let hash = told.head.hash.as_deref().unwrap_or("none: the log is empty");
            format!("{} entries are in {}.\nHead: {hash}", grouped(told.head.seq), path.display())
        })?;
        Ok(Exit::Done)
    }
}

fn write_all(app: &App, out: &mut impl Write) -> Result<Place, Fault> {
    let mut place = Place::default();
    let mut broken = None;
    let walked = app.store.journal.each_entry(&mut |entry| {
        place = Place { seq: entry.seq, hash: Some(entry.hash.to_string()) };
        write_line(&entry, out).map_err(|error| {
            broken = Some(error);
            // Only ends the walk: what is told is the error above.
            StoreError::Sealing("the output ended".into())
        })
    });
    if let Some(error) = broken {
        return Err(error.into());
    }
    walked?;
    serde_json::to_writer(&mut *out, &Head { head: Place { seq: place.seq, hash: place.hash.clone() } })
        .map_err(io::Error::from)?;
    out.write_all(b"\n")?;
    out.flush()?;
    Ok(place)
}

fn write_line(entry: &Entry, out: &mut impl Write) -> io::Result<()> {
    let at = jiff::Timestamp::from_microsecond(entry.at)
        .map_or_else(|_| entry.at.to_string(), |at| at.to_string());
    let line = Line {
        seq: entry.seq,
        stream: entry.stream.to_string(),
        version: entry.version,
        at,
        actor: &entry.actor,
        tag: &entry.tag,
        shape: entry.shape,
        // As text, byte for byte: the hash covers it as it is, and a damaged one goes out too.
        body: &entry.body,
        prev: entry.prev.to_string(),
        hash: entry.hash.to_string(),
    };
    serde_json::to_writer(&mut *out, &line)?;
    out.write_all(b"\n")
}
