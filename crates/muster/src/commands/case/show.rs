//! `muster case show`: what is known of one case, what was done, by whom, and what may come next.

use super::{
    reveal::{Opened, reveal},
    timeline::Happened,
};
use crate::frame::{Exit, Fault, Frame, Paint, Table};
use clap::Args;
use jiff::Timestamp;
use muster_app::case::{
    Case, Event, Logged as _, Stage,
    access::ReadCases,
    screening::CheckOutcome,
    transitions::{TO_ERASED, TO_WITHDRAWN, TRANSITIONS},
};
use muster_store::views::CaseRow;
use muster_vocab::{CaseId, Role};
use serde::Serialize;
use std::fmt::Write as _;

/// One case: what is known, what was done, by whom and why
///
/// Nothing personal is shown. With --reveal the sealed values are opened, and that you read them, and what for, is
/// recorded in the case first.
#[derive(Args)]
#[command(after_help = "Examples:
  muster case show 7d1c…
  muster case show 7d1c… --as STAFF_ID --reveal --purpose decide")]
pub(super) struct Show {
    /// The case's number
    case: CaseId,
    /// Opens the sealed values; needs --as and --purpose
    #[arg(long, requires = "purpose")]
    reveal: bool,
    /// What for: one word of small letters, such as decide or subject_export; it stays in the log
    #[arg(long, value_name = "WORD", requires = "reveal", value_parser = purpose)]
    purpose: Option<String>,
}

/// The log keeps the purpose in clear: a word can say what for, and not of whom.
fn purpose(text: &str) -> Result<String, String> {
    let fits = (3..=40).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    if fits { Ok(text.to_owned()) } else { Err("it is one word of small letters, such as decide".to_owned()) }
}

/// The answer.
#[derive(Serialize)]
struct Shown {
    /// The case's row: opaque.
    case: CaseRow,
    /// Findings of the last determination, as codes.
    findings: Vec<Finding>,
    /// The checks.
    checks: Vec<Check>,
    /// Decisions, with who signed.
    decisions: Vec<Signed>,
    /// The proposal that waits for its second signature.
    proposal: Option<Signed>,
    /// What happened.
    timeline: Vec<Happened>,
    /// Where the case may go next, and by whose act.
    next: Vec<Next>,
    /// The opened values, if they were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    revealed: Option<Vec<Opened>>,
}

#[derive(Serialize)]
struct Finding {
    rule: String,
    code: &'static str,
    meaning: &'static str,
    verdict: &'static str,
}

#[derive(Serialize)]
struct Check {
    check: String,
    /// Nothing where no outcome is recorded.
    outcome: Option<&'static str>,
}

#[derive(Serialize)]
struct Signed {
    what: &'static str,
    codes: Vec<&'static str>,
    edition: Option<String>,
    first: String,
    second: Option<String>,
    at: Timestamp,
}

#[derive(Serialize)]
struct Next {
    to: &'static str,
    by: Vec<&'static str>,
}

impl Show {
    pub(super) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        let app = frame.app()?;
        let permit = frame.reading::<ReadCases>(&app)?;
        let Some(row) = app.store.views.case(permit, self.case)? else {
            return Err(Fault::new(Exit::Nothing, format!("there is no case {}", self.case))
                .next("see `muster case list` for the cases"));
        };
        let mut history = app.store.journal.history::<Event>(self.case.into())?;
        let mut case = Case::default();
        for recorded in &history {
            recorded.event.evolve(&mut case, &recorded.moment);
        }
        let revealed = match &self.purpose {
            Some(purpose) if self.reveal => {
                let opened = reveal(frame, &app, self.case, &case, &history, purpose)?;
                // The read itself is now the last thing that happened.
                history = app.store.journal.history::<Event>(self.case.into())?;
                Some(opened)
            }
            _ => None,
        };
        let timeline = history.iter().map(Happened::of).collect();
        frame.show(&Shown::of(row, &case, timeline, revealed), text)?;
        Ok(Exit::Done)
    }
}

impl Shown {
    fn of(row: CaseRow, case: &Case, timeline: Vec<Happened>, revealed: Option<Vec<Opened>>) -> Self {
        let findings = case.determination.iter().flat_map(|found| &found.codes).map(|finding| Finding {
            rule: finding.rule.clone(),
            code: finding.code.code(),
            meaning: finding.code.meaning(),
            verdict: match finding.verdict {
                muster_app::case::eligibility::Verdict::Fires => "fires",
                muster_app::case::eligibility::Verdict::Undecided => "undecided",
            },
        });
        let checks = case
            .checks
            .iter()
            .map(|(check, outcome)| Check { check: check.clone(), outcome: outcome.map(CheckOutcome::word) });
        let decisions = case.decisions.iter().map(|decision| Signed {
            what: decision.stage.word(),
            codes: decision.codes.iter().map(|code| code.code()).collect(),
            edition: Some(decision.edition.id.clone()),
            first: decision.first.to_string(),
            second: decision.second.map(|human| human.to_string()),
            at: decision.at,
        });
        let proposal = case.proposal.as_ref().map(|open| Signed {
            what: open.act.word(),
            codes: open.codes.iter().map(|code| code.code()).collect(),
            edition: open.edition.as_ref().map(|edition| edition.id.clone()),
            first: open.first.to_string(),
            second: None,
            at: open.at,
        });
        Self {
            findings: findings.collect(),
            checks: checks.collect(),
            decisions: decisions.collect(),
            proposal,
            next: next(case),
            case: row,
            timeline,
            revealed,
        }
    }
}

/// Where the case may go from here, by the table of moves.
fn next(case: &Case) -> Vec<Next> {
    let Some(stage) = case.stage.filter(|_| case.merged_into.is_none()) else { return Vec::new() };
    let words = |roles: &[Role]| roles.iter().map(|role| role.word()).collect();
    let mut moves: Vec<Next> = TRANSITIONS
        .iter()
        .filter(|row| row.from.contains(&Some(stage)) && fits_proposal(case, row.to))
        .map(|row| Next { to: row.to.word(), by: words(row.by) })
        .collect();
    if stage.may_withdraw() {
        moves.push(Next { to: Stage::Withdrawn.word(), by: words(TO_WITHDRAWN) });
    }
    if stage.is_closed() && stage != Stage::Erased {
        moves.push(Next { to: Stage::Erased.word(), by: words(TO_ERASED) });
    }
    moves
}

/// While a recommendation waits, its own outcome or the way back is all that a second signer can bring about.
fn fits_proposal(case: &Case, to: Stage) -> bool {
    match &case.proposal {
        Some(open) if case.stage == Some(Stage::Recommended) => {
            to == Stage::Interviewed || open.act.leads_to() == Some(to)
        }
        _ => true,
    }
}

fn text(shown: &Shown, paint: Paint) -> String {
    let row = &shown.case;
    let mut text = format!(
        "{}\n{} at {} since {}, by {}{}\n",
        paint.head(&format!("Case {}", row.case)),
        row.stage,
        row.mission,
        row.stage_since.strftime("%Y-%m-%d %H:%M UTC"),
        row.channel,
        if row.walk_in { ", walked in at the border" } else { "" },
    );
    if !row.holds.is_empty() {
        let holds = paint.warn(&row.holds.join(", "));
        let _infallible = writeln!(text, "held: {holds}; moves forward wait until each hold is lifted");
    }
    if let Some(into) = row.merged_into {
        let _infallible = writeln!(text, "merged into {into}: go on there");
    }
    section(&mut text, paint, "Findings", findings(shown, paint));
    section(&mut text, paint, "Checks", checks(shown, paint));
    section(&mut text, paint, "Signatures", signatures(shown, paint));
    section(&mut text, paint, "What happened", happened(shown, paint));
    section(&mut text, paint, "What may come next", moves(shown, paint));
    if let Some(opened) = &shown.revealed {
        let values = opened.iter().map(|opened| opened.text(paint)).collect();
        section(&mut text, paint, "Opened; this read is recorded in the case", values);
    }
    text
}

fn section(text: &mut String, paint: Paint, head: &str, body: String) {
    if !body.is_empty() {
        let _infallible = write!(text, "\n{}\n{body}", paint.head(head));
    }
}

fn findings(shown: &Shown, paint: Paint) -> String {
    let mut table = Table::new(["", "", "", ""]);
    for finding in &shown.findings {
        let cells = [finding.code, finding.meaning, finding.verdict, &finding.rule].map(str::to_owned);
        table.row(cells);
    }
    let outcome = shown.case.finding.as_deref().map_or_else(String::new, |found| {
        format!("{found} under edition {}\n", shown.case.edition.as_deref().unwrap_or("–"))
    });
    outcome + &table.text(paint)
}

fn checks(shown: &Shown, paint: Paint) -> String {
    let mut table = Table::new(["", ""]);
    for check in &shown.checks {
        let outcome = check.outcome.map_or_else(|| paint.warn("no outcome recorded"), str::to_owned);
        table.row([check.check.clone(), outcome]);
    }
    table.text(paint)
}

fn signatures(shown: &Shown, paint: Paint) -> String {
    if shown.decisions.is_empty() && shown.proposal.is_none() {
        return String::new();
    }
    let mut table = Table::new(["", "", "First", "Second"]);
    for signed in shown.decisions.iter().chain(&shown.proposal) {
        let open = shown.proposal.as_ref().is_some_and(|open| std::ptr::eq(open, signed));
        let second = match &signed.second {
            Some(second) => second[..8].to_owned(),
            None if open => paint.warn("awaited"),
            None => "one signature".to_owned(),
        };
        table.row([signed.what.to_owned(), signed.codes.join(" "), signed.first[..8].to_owned(), second]);
    }
    table.text(paint)
}

fn moves(shown: &Shown, paint: Paint) -> String {
    let mut table = Table::new(["", ""]);
    for next in &shown.next {
        table.row([next.to.to_owned(), format!("by {}", next.by.join(" or "))]);
    }
    table.text(paint)
}

fn happened(shown: &Shown, paint: Paint) -> String {
    let mut table = Table::new(["", "", "", ""]);
    for event in &shown.timeline {
        let who = match &event.staff {
            Some(staff) => format!("{} {}", event.role, paint.dim(&staff[..8])),
            None => event.role.clone(),
        };
        let at = event.at.strftime("%m-%d %H:%M").to_string();
        table.row([at, event.what.to_owned(), who, event.detail.clone()]);
    }
    table.text(paint)
}
