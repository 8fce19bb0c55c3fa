//! `muster policy evaluate`: one edition on one case, or on facts by hand.

use super::{draft, read};
use crate::frame::{Exit, Fault, Frame, Paint};
use clap::Args;
use muster_app::{
    case::access::OpenSealed,
    engine::Edition,
    policy::{Evaluated, EvaluatedFinding, read_facts},
};
use muster_vocab::CaseId;
use std::{fmt::Write as _, path::PathBuf};

/// Shows what an edition says: every finding with its evidence, and what would change it
///
/// With --case the reading of the case is recorded first.
#[derive(Args)]
#[command(after_help = "Facts by hand are a line each, as TOML or as a JSON object:
  age = 41
  experience = \"combat\"
  languages = [\"en\", \"uk\"]
  criminal_record = { value = false, provenance = \"verified\" }

Examples:
  muster policy evaluate v2 --facts facts.toml
  muster policy evaluate draft.toml --facts facts.toml --lang uk
  muster policy evaluate v3 --case CASE_ID --as CLERK_ID")]
pub(super) struct Evaluate {
    /// An edition's name, or a draft's file
    edition: String,
    /// Facts by hand
    #[arg(long, value_name = "FILE", conflicts_with = "case", required_unless_present = "case")]
    facts: Option<PathBuf>,
    /// A case
    #[arg(long)]
    case: Option<CaseId>,
    /// The language of what people are told
    #[arg(long, default_value = "en")]
    lang: String,
}

impl Evaluate {
    pub(super) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        let evaluated = match (&self.facts, self.case) {
            (Some(file), _) => {
                let programme = frame.programme()?;
                let edition = match draft(&programme, &self.edition)? {
                    Some(edition) => edition,
                    None => programme.policy().edition(&self.edition).cloned().ok_or_else(|| {
                        let known: Vec<_> = programme.policy().editions().iter().map(Edition::id).collect();
                        Fault::new(Exit::Nothing, format!("there is no edition `{}`", self.edition))
                            .next(format!("there are {}", known.join(", ")))
                    })?,
                };
                let facts = read_facts(&programme, &read(file)?)?;
                Some(programme.evaluate(&edition, &facts, &self.lang))
            }
            (None, Some(case)) => {
                let app = frame.app()?;
                let edition = match draft(&app.programme, &self.edition)? {
                    Some(edition) => edition,
                    None => app.edition(&self.edition)?.edition,
                };
                let permit = frame.permit::<OpenSealed>(&app)?;
                app.evaluate_case(permit, case, &edition, &self.lang, frame.now())?
            }
            (None, None) => return Err(Fault::usage("nothing to evaluate").next("give --facts or --case")),
        };
        let Some(evaluated) = evaluated else {
            return Err(Fault::new(Exit::Nothing, "the case holds no facts: it is a draft, or was erased")
                .next("evaluate facts by hand with --facts"));
        };
        frame.show(&evaluated, text)?;
        Ok(Exit::Done)
    }
}

fn text(evaluated: &Evaluated, paint: Paint) -> String {
    let outcome = match evaluated.outcome {
        "eligible" => paint.good("eligible: nothing speaks against it"),
        "tentative" => paint.warn("tentative: something is not known"),
        "refer" => paint.warn("refer: another way fits"),
        _ => paint.bad("refusal proposed: a person confirms or contests it"),
    };
    let mut text = format!(
        "{}\n  edition {} ({})\n",
        paint.head(&outcome),
        evaluated.edition,
        &evaluated.edition_hash.to_string()[..16],
    );
    for finding in &evaluated.findings {
        write_finding(&mut text, finding, paint);
    }
    text
}

fn write_finding(text: &mut String, finding: &EvaluatedFinding, paint: Paint) {
    let verdict = if finding.fires { "fires" } else { "cannot be told" };
    let _infallible = writeln!(
        text,
        "\n{} {} · {verdict} · {}{}",
        paint.head(finding.code.code()),
        finding.meaning,
        finding.rule,
        if finding.objective { " · objective" } else { "" },
    );
    for evidence in &finding.evidence {
        let value = evidence.value.as_deref().unwrap_or("–");
        let _infallible = writeln!(text, "  rests on   {}: {value} ({})", evidence.fact, evidence.known);
    }
    for (place, way) in finding.change.iter().enumerate() {
        let head = if place == 0 { "changes if" } else { "or if     " };
        let _infallible = writeln!(text, "  {head} {}", way.join(" and "));
    }
    // What people are told is told once it is certain.
    if let Some(words) = finding.text.as_ref().filter(|_| finding.fires) {
        let _infallible = writeln!(text, "  we say     {}\n             {}", words.why, words.off_ramp);
    }
}
