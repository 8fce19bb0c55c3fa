//! `muster policy simulate`: a draft over every case, changing nothing.

use super::draft;
use crate::frame::{Exit, Fault, Frame, Paint, Table, grouped};
use clap::Args;
use muster_app::{case::access::ReadCases, policy::Simulation};
use muster_vocab::SystemClock;

/// Runs a draft over every case and lists who would be treated otherwise, by rule; nothing changes
#[derive(Args)]
#[command(after_help = "Each case is judged as of the day its facts were sent, under both editions.

Examples:
  muster policy simulate draft.toml
  muster policy simulate v3 --against v2 --cases")]
pub(super) struct Simulate {
    /// The draft's file, or an edition's name
    draft: String,
    /// The edition to compare with; the one in force if left out
    #[arg(long, value_name = "EDITION")]
    against: Option<String>,
    /// Lists every case that would be treated otherwise
    #[arg(long)]
    cases: bool,
}

impl Simulate {
    pub(super) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        let app = frame.app()?;
        let draft = match draft(&app.programme, &self.draft)? {
            Some(draft) => draft,
            None => app.edition(&self.draft)?.edition,
        };
        let against = match &self.against {
            Some(id) => app.edition(id)?.edition,
            None => app.published_last()?.edition,
        };
        let permit = frame.reading::<ReadCases>(&app)?;
        let (mut found, times) = app.simulate(permit, &draft, &against, &SystemClock)?;
        if !self.cases {
            found.flipped.clear();
        }
        frame.show(&found, |found, paint| {
            format!(
                "{}\n{}",
                text(found, paint),
                paint.dim(&format!(
                    "{} cases in {} ms, after {} ms for the keys. Nothing was changed.",
                    grouped(found.cases),
                    times.walk.as_millis(),
                    times.keys.as_millis(),
                )),
            )
        })?;
        Ok(if found.cases == 0 { Exit::Nothing } else { Exit::Done })
    }
}

fn text(found: &Simulation, paint: Paint) -> String {
    let mut text = format!(
        "{}\n  {} of {} cases would come out otherwise\n",
        paint.head(&format!("{} against {}", found.draft.id, found.against.id)),
        grouped(found.flips),
        grouped(found.cases),
    );
    if found.left_out > 0 {
        text.push_str(&paint.warn(&format!(
            "  {} cases hold facts the programme no longer declares, and were left out\n",
            grouped(found.left_out)
        )));
    }
    if found.flips == 0 {
        return text;
    }
    let most = found.kinds.first().map_or(0, |kind| kind.cases);
    let mut kinds = Table::new(["From", "To", ">Cases", ""]);
    for kind in &found.kinds {
        let to = if kind.before == kind.after { "(the same, for other reasons)" } else { kind.after };
        kinds.row([kind.before.into(), to.into(), grouped(kind.cases), paint.bar(kind.cases, most, 24)]);
    }
    let mut rules = Table::new(["Rule", "Code", "", ">Newly fires", ">Fires no longer"]);
    for rule in &found.rules {
        rules.row([
            rule.rule.clone(),
            rule.code.to_string(),
            rule.code.meaning().into(),
            grouped(rule.fires),
            grouped(rule.stops),
        ]);
    }
    text = format!("{text}\n{}\n{}", kinds.text(paint), rules.text(paint));
    if !found.flipped.is_empty() {
        let mut cases = Table::new(["Case", "Stands at", "From", "To", "Because of"]);
        for flip in &found.flipped {
            let because = flip.fires.iter().map(|rule| format!("+{rule}"));
            let because: Vec<String> =
                because.chain(flip.stops.iter().map(|rule| format!("-{rule}"))).collect();
            let (before, after) = (flip.before.to_owned(), flip.after.to_owned());
            cases.row([flip.case.to_string(), flip.stage.clone(), before, after, because.join(" ")]);
        }
        text = format!("{text}\n{}", cases.text(paint));
    }
    text
}
