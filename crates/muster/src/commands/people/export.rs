//! `muster people export`: everything held about a person.

use super::{find, nobody};
use crate::frame::{Exit, Fault, Frame, Paint};
use clap::Args;
use muster_app::{
    case::{Permit, access::OpenSealed},
    people::{CaseFile, PersonFile, Subject},
};
use muster_vocab::PersonId;
use serde_json::Value;
use std::fmt::Write as _;

/// Writes out everything held about a person; the reading is recorded first
///
/// For a person who asks (GDPR articles 12 to 15). Look through the part on checks before you hand it out: it may
/// speak of other people, and the law may keep some of it back.
#[derive(Args)]
#[command(after_help = "Examples:
  muster people export PERSON_ID --as DATA_PROTECTION_ID > file.txt
  muster people export CASE_ID --as DATA_PROTECTION_ID --json > file.json")]
pub(super) struct Export {
    /// The person's number, or the number of one of their cases
    person: PersonId,
}

impl Export {
    pub(super) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        let app = frame.app()?;
        let permit = frame.permit::<OpenSealed>(&app)?;
        let person = find(&app, Permit::ask(permit.actor())?, self.person)?;
        let file = app.export_person(permit, person, frame.now())?.ok_or_else(nobody)?;
        frame.show(&file, text)?;
        Ok(Exit::Done)
    }
}

fn text(file: &PersonFile, paint: Paint) -> String {
    let mut text = format!(
        "{}\nPerson {}\nWritten {}\n",
        paint.head("Everything held about you"),
        file.person,
        file.made_at.strftime("%Y-%m-%d %H:%M UTC"),
    );
    for case in &file.cases {
        write_case(&mut text, case, paint);
    }
    text
}

fn write_case(text: &mut String, case: &CaseFile, paint: Paint) {
    let _infallible = writeln!(
        text,
        "\n{}\n  mission {} · first contact by {} · {} since {}",
        paint.head(&format!("Case {}", case.case)),
        case.mission,
        case.channel,
        case.stage,
        case.stage_since.strftime("%Y-%m-%d"),
    );
    for subject in Subject::ALL {
        let Some(entries) = case.entries.get(&subject) else { continue };
        let _infallible = writeln!(text, "\n  {}", paint.head(subject.heading()));
        if subject.needs_a_look() {
            let _infallible =
                writeln!(text, "  {}", paint.warn("[look through this part before handing it out]"));
        }
        for entry in entries {
            let when = entry.at.strftime("%Y-%m-%d %H:%M");
            let _infallible = writeln!(text, "  {when}  {} · by {}", entry.what, entry.by);
            write_value(text, "", &entry.details, 4);
        }
    }
}

/// A value as indented lines; what is empty is left out.
fn write_value(text: &mut String, name: &str, value: &Value, indent: usize) {
    let line = |text: &mut String, said: &str| {
        // A text of several lines stays under its name.
        let said = said.replace('\n', &format!("\n{:width$}", "", width = indent + 4));
        let name = name.replace('_', " ");
        let _infallible = writeln!(text, "{:indent$}{name}: {said}", "");
    };
    match value {
        Value::Null => {}
        Value::Bool(yes) => line(text, if *yes { "yes" } else { "no" }),
        Value::Number(number) => line(text, &number.to_string()),
        Value::String(said) if said.is_empty() => {}
        Value::String(said) => line(text, said),
        Value::Array(items) if items.iter().all(|item| !item.is_object() && !item.is_array()) => {
            let said: Vec<String> = items
                .iter()
                .map(|item| item.as_str().map_or_else(|| item.to_string(), str::to_owned))
                .collect();
            if !said.is_empty() {
                line(text, &said.join("; "));
            }
        }
        Value::Array(items) => {
            for (place, item) in items.iter().enumerate() {
                write_value(text, &format!("{name} {}", place + 1), item, indent);
            }
        }
        Value::Object(fields) => {
            let inner = if name.is_empty() {
                indent
            } else {
                let _infallible = writeln!(text, "{:indent$}{}:", "", name.replace('_', " "));
                indent + 2
            };
            for (name, value) in fields {
                write_value(text, name, value, inner);
            }
        }
    }
}
