//! One person, screened.

use super::{Fields, answer::Told, mrz, queries, words::text};
use crate::frame::{Exit, Fault, Frame};
use clap::Args;
use jiff::{Timestamp, tz::TimeZone};
use muster_app::watchlist::{
    Born, ENGINE, EditionInfo, GivenName, ListedDocument, Screening, Snapshot, Subject,
};
use serde::Serialize;
use std::io::{BufRead as _, stdin};

/// What is known of the person besides a name. Everything may be missing.
#[derive(Args)]
pub(super) struct Known {
    /// When they were born: 1960-06-29, 1960-06, 1960, or 1958/1962; may be given again
    #[arg(long, value_name = "DATE")]
    born: Vec<String>,
    /// A nationality they hold, as a code or a name; may be given again
    #[arg(long, value_name = "COUNTRY")]
    nationality: Vec<String>,
    /// Where they were born
    #[arg(long, value_name = "PLACE")]
    birthplace: Vec<String>,
    /// The sex in the passport: f or m
    #[arg(long)]
    sex: Option<String>,
    /// The father's name
    #[arg(long, value_name = "NAME")]
    father: Vec<String>,
    /// A document's number, and the country that issued it
    #[arg(long, value_name = "NUMBER[:COUNTRY]")]
    document: Vec<String>,
    /// A line of the machine-readable zone of a passport; given again for each line, or only the one with the name
    #[arg(long, value_name = "LINE", allow_hyphen_values = true)]
    mrz: Vec<String>,
}

impl Known {
    /// Whom one asks about. What cannot be read is refused without repeating it.
    pub(super) fn subject(&self, name: Option<&str>, now: Timestamp) -> Result<Subject, Fault> {
        let today = now.to_zoned(TimeZone::UTC).date();
        let mut subject = match self.mrz.as_slice() {
            [] => Subject::default(),
            lines => mrz::read(lines, today)
                .map_err(|error| Fault::usage(error).next("read the lines of the document again"))?,
        };
        match name {
            Some("-") => subject.names.push(GivenName::Plain(from_stdin()?)),
            Some(name) if !name.trim().is_empty() => subject.names.push(GivenName::Plain(name.to_owned())),
            Some(_) => return Err(nameless()),
            None => {}
        }
        for born in &self.born {
            let born: Born = born.parse().map_err(|_| {
                Fault::usage("--born cannot be read")
                    .next("write 1960-06-29, 1960-06, 1960, or 1958/1962 for a span")
            })?;
            subject.born.push(born);
        }
        if let Some(word) = &self.sex {
            let sex = queries::sex(word);
            subject.sex = Some(sex.ok_or_else(|| Fault::usage("--sex cannot be read").next("write f or m"))?);
        }
        subject.nationalities.extend_from_slice(&self.nationality);
        subject.birthplaces.extend_from_slice(&self.birthplace);
        subject.fathers.extend_from_slice(&self.father);
        subject.documents.extend(
            self.document.iter().map(|text| queries::document(text)).collect::<Vec<ListedDocument>>(),
        );
        Ok(subject)
    }
}

fn from_stdin() -> Result<String, Fault> {
    let mut line = String::new();
    stdin().lock().read_line(&mut line).map_err(|_| {
        Fault::usage("the name on standard input cannot be read").next("give it as one line of text in UTF-8")
    })?;
    let name = line.trim();
    if name.is_empty() { Err(nameless()) } else { Ok(name.to_owned()) }
}

fn nameless() -> Fault {
    Fault::usage("there is no name to screen")
        .next("give one as the first argument, on standard input with `-`, or with --mrz")
}

/// The answer as JSON: what was found, in which editions, by which engine.
#[derive(Serialize)]
struct Answer<'a> {
    #[serde(flatten)]
    told: Told<'a>,
    editions: &'a [EditionInfo],
    engine: &'static str,
}

/// Screens one person.
pub(super) fn screen(
    frame: &Frame,
    snapshot: &Snapshot,
    subject: Subject,
    fields: &Fields,
) -> Result<Exit, Fault> {
    let screening = snapshot.screen(&subject);
    let told = Told::of(&screening, fields);
    let answer = Answer { told, editions: snapshot.editions(), engine: ENGINE };
    frame.show(&answer, |answer, paint| {
        let editions: Vec<String> = answer.editions.iter().map(edition).collect();
        let by = paint.dim(&format!("Asked {} of {}.", ENGINE, editions.join(", ")));
        format!("{}\n{by}", text(&screening, fields.evidence, paint))
    })?;
    Ok(if screening == Screening::default() { Exit::Done } else { Exit::Refused })
}

fn edition(edition: &EditionInfo) -> String {
    let EditionInfo { list, dated, entries, .. } = edition;
    let dated = if dated.is_empty() { "undated" } else { dated };
    format!("{list} {dated} ({entries} entries)")
}
