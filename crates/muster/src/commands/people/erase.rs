//! `muster people erase`: a person's data goes, and a receipt stays.

use super::{find, nobody};
use crate::frame::{Exit, Fault, Frame, Table};
use clap::{Args, ValueEnum};
use muster_app::{
    App,
    case::{
        Permit,
        access::ReadCases,
        closing::{Erase as EraseCase, ErasureReason},
    },
    people::{Due, Erasure, OpenCase, Receipt},
};
use muster_vocab::PersonId;
use std::path::{Path, PathBuf};

/// Erases a person whose cases are closed: the key is destroyed, a receipt is printed
///
/// What is erased cannot be brought back. The receipt names nobody; keep it: `--check` proves the erasure later.
#[derive(Args)]
#[command(after_help = "Examples:
  muster people erase PERSON_ID --as DATA_PROTECTION_ID > receipt.json
  muster people erase --check receipt.json
  muster people erase --due
  muster people erase --due --yes --as DATA_PROTECTION_ID > receipts.json")]
pub(super) struct Erase {
    /// The person's number, or the number of one of their cases
    #[arg(required_unless_present_any = ["due", "check"], conflicts_with_all = ["due", "check"])]
    person: Option<PersonId>,
    /// Why: the person asked, or the time to keep the data is over
    #[arg(long, default_value = "requested", conflicts_with_all = ["due", "check"])]
    reason: Reason,
    /// Lists everybody whose time is over; with --yes, erases them
    #[arg(long, conflicts_with = "check")]
    due: bool,
    /// Erases everybody that --due lists
    #[arg(long, requires = "due")]
    yes: bool,
    /// Checks a receipt against the log and the keys
    #[arg(long, value_name = "RECEIPT")]
    check: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Reason {
    /// The person asked (GDPR article 17)
    Requested,
    /// The time to keep the data is over
    Expired,
}

impl Erase {
    pub(super) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        let app = frame.app()?;
        if let Some(file) = &self.check {
            return check(frame, &app, file);
        }
        if self.due {
            return if self.yes { erase_due(frame, &app) } else { list_due(frame, &app) };
        }
        let permit = frame.permit::<EraseCase>(&app)?;
        let reading: Permit<ReadCases> = Permit::ask(permit.actor())?;
        let Some(number) = self.person else { return Err(nobody()) };
        let person = find(&app, reading, number)?;
        let (reason, expired) = match self.reason {
            Reason::Requested => (ErasureReason::Requested, false),
            Reason::Expired => {
                let due = app.due(reading, frame.now())?;
                (ErasureReason::Expired, due.iter().any(|due| due.person == person))
            }
        };
        match app.erase_person(permit, person, reason, expired, frame.now())? {
            Erasure::Done(receipt) => {
                hand_out(frame, &receipt)?;
                Ok(Exit::Done)
            }
            Erasure::Nothing => Err(nobody()),
            Erasure::Open(open) => Err(still_open(&open)),
        }
    }
}

/// The receipt goes to standard output as it is to be kept; what people need beside it, to standard error.
fn hand_out<T: serde::Serialize>(frame: &Frame, receipt: &T) -> Result<(), Fault> {
    let text = serde_json::to_string_pretty(receipt)
        .map_err(|error| Fault::new(Exit::Store, format!("the receipt cannot be written: {error}")))?;
    frame.print(&text)?;
    if !frame.json {
        eprintln!("Erased. Keep the receipt above; `muster people erase --check FILE` proves it later.");
    }
    Ok(())
}

fn still_open(open: &[OpenCase]) -> Fault {
    let named: Vec<String> = open
        .iter()
        .map(|one| format!("{} ({})", one.case, one.stage.map_or("?", muster_app::case::Stage::word)))
        .collect();
    let next = if open.iter().all(OpenCase::may_withdraw) {
        "the person withdraws first, which takes effect at once; then erase"
    } else {
        "a case this far on is closed by a decision first, such as a discharge; then erase"
    };
    Fault::new(Exit::Refused, format!("nothing was erased, for a case is open: {}", named.join(", ")))
        .next(next)
}

fn list_due(frame: &Frame, app: &App) -> Result<Exit, Fault> {
    let due = app.due(frame.reading::<ReadCases>(app)?, frame.now())?;
    frame.show(&due, |due, paint| {
        if due.is_empty() {
            return "Nobody is due.".to_owned();
        }
        let mut table = Table::new(["Person", "Class", "Since", ">Cases"]);
        for Due { person, since, class, cases } in due {
            let since = since.strftime("%Y-%m-%d").to_string();
            table.row([person.to_string(), (*class).to_owned(), since, cases.len().to_string()]);
        }
        format!("{}\n{} to be erased; `--yes` erases them.", table.text(paint), due.len())
    })?;
    Ok(if due.is_empty() { Exit::Nothing } else { Exit::Done })
}

fn erase_due(frame: &Frame, app: &App) -> Result<Exit, Fault> {
    let permit = frame.permit::<EraseCase>(app)?;
    let due = app.due(Permit::ask(permit.actor())?, frame.now())?;
    let bar = frame.progress(due.len() as u64, "Erasing");
    let mut receipts = Vec::new();
    for Due { person, .. } in &due {
        let erased = app.erase_person(permit, *person, ErasureReason::Expired, true, frame.now())?;
        // Somebody merged with another may have gone with them; an open case has come since: neither is erased here.
        if let Erasure::Done(receipt) = erased {
            receipts.push(receipt);
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    if receipts.is_empty() {
        return Err(
            Fault::new(Exit::Nothing, "nobody is due").next("see `muster people erase --due` another day")
        );
    }
    hand_out(frame, &receipts)?;
    Ok(Exit::Done)
}

fn check(frame: &Frame, app: &App, file: &Path) -> Result<Exit, Fault> {
    let unreadable = |what: &str| {
        Fault::usage(format!("{} is no receipt: {what}", file.display())).next("name the file that was kept")
    };
    let text = std::fs::read_to_string(file).map_err(|error| unreadable(&error.to_string()))?;
    let receipts: Vec<Receipt> = serde_json::from_str(&text)
        .or_else(|_| serde_json::from_str(&text).map(|one| vec![one]))
        .map_err(|error| unreadable(&error.to_string()))?;
    let permit = frame.reading::<ReadCases>(app)?;
    let mut checks = Vec::new();
    for receipt in &receipts {
        checks.push(app.check_receipt(permit, receipt)?);
    }
    let holds = checks.iter().all(|check| check.faults.is_empty());
    frame.show(&checks, |checks, paint| {
        let lines = checks.iter().flat_map(|check| &check.faults).map(|fault| {
            let case = fault.case.map(|case| format!("{case}: ")).unwrap_or_default();
            paint.bad(&format!("{case}{}", fault.what))
        });
        let (cases, boxes) =
            checks.iter().fold((0, 0), |(cases, boxes), check| (cases + check.cases, boxes + check.boxes));
        let end = if holds {
            paint.good(&format!(
                "The receipt holds: {cases} case(s) erased in the log, the key gone, none of {boxes} boxes opens."
            ))
        } else {
            "The receipt does not hold; run `muster log verify` too.".to_owned()
        };
        lines.chain([end]).collect::<Vec<_>>().join("\n")
    })?;
    Ok(if holds { Exit::Done } else { Exit::Refused })
}
