//! Page 28, audit: who looked at what, and whether the log is whole.

use super::{Caller, words};
use crate::{
    Failing, Layout,
    form::{Choice, Control, FaultLink, FieldView},
    respond,
    samples::Gallery,
};
use askama::Template;
use axum::{
    http::{
        Uri,
        header::{CONTENT_DISPOSITION, CONTENT_TYPE},
    },
    response::{IntoResponse as _, Response},
};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use muster_app::audit::{AuditLine, SHOWN, csv, json_lines};
use muster_store::journal::{AccessesOf, VerifyReport};
use muster_vocab::StaffId;

#[derive(Template)]
#[template(path = "desk/audit.html")]
struct AuditPage {
    layout: Layout,
    action: String,
    verify: String,
    fields: Vec<FieldView>,
    faults: Vec<FaultLink>,
    /// What was found; nothing before somebody asks.
    lines: Option<Vec<LineView>>,
    /// That there is more than is shown.
    more: Option<String>,
    files: Vec<(String, String)>,
    chain: Option<ChainView>,
}

struct LineView {
    when: String,
    reference: String,
    who: String,
    role: String,
    sections: String,
    purpose: String,
}

struct ChainView {
    whole: bool,
    text: String,
    head: String,
    damages: Vec<String>,
}

/// What was typed into the search. Of an officer the address carries the number of the account, never the name.
#[derive(Default)]
struct Typed {
    case: String,
    officer: String,
    from: String,
    until: String,
    /// Names of the fields that lead to nothing.
    wrong: Vec<&'static str>,
}

/// The accounts to choose from, with their names.
type Accounts = Vec<(StaffId, Option<String>)>;

impl Typed {
    fn of(uri: &Uri) -> Self {
        let get = |name| super::asked(uri, name).unwrap_or_default().trim().to_owned();
        Self {
            case: get("case"),
            officer: get("officer"),
            from: get("from"),
            until: get("until"),
            wrong: vec![],
        }
    }

    const fn is_empty(&self) -> bool {
        self.case.is_empty() && self.officer.is_empty() && self.from.is_empty() && self.until.is_empty()
    }

    fn query(&self) -> String {
        let pairs =
            [("case", &self.case), ("officer", &self.officer), ("from", &self.from), ("until", &self.until)];
        serde_urlencoded::to_string(pairs).unwrap_or_default()
    }
}

/// A day as a moment: its beginning, or the beginning of the next.
fn day(text: &str, next: bool) -> Option<Timestamp> {
    let day: Date = text.parse().ok()?;
    let day = if next { day.tomorrow().ok()? } else { day };
    Some(day.to_zoned(TimeZone::UTC).ok()?.timestamp())
}

/// Looks up what was typed, and notes what leads to nothing.
fn wanted(app: &muster_app::App, typed: &mut Typed) -> Result<AccessesOf, muster_app::Failure> {
    let mut of = AccessesOf::default();
    if !typed.case.is_empty() {
        of.case = app.case_of_audit(&typed.case)?;
        typed.wrong.extend(of.case.is_none().then_some("case"));
    }
    if !typed.officer.is_empty() {
        of.staff = typed.officer.parse().ok();
        typed.wrong.extend(of.staff.is_none().then_some("officer"));
    }
    if !typed.from.is_empty() {
        of.from = day(&typed.from, false);
        typed.wrong.extend(of.from.is_none().then_some("from"));
    }
    if !typed.until.is_empty() {
        of.until = day(&typed.until, true);
        typed.wrong.extend(of.until.is_none().then_some("until"));
    }
    Ok(of)
}

/// `GET /{lang}/desk/audit/`
pub(crate) async fn show(caller: Caller, uri: Uri) -> Result<Response, Failing> {
    let mut typed = Typed::of(&uri);
    let (officer, now) = (caller.officer.clone(), caller.web.now());
    let (typed, accounts, lines) = caller
        .web
        .run(move |app| {
            let accounts = app.accounts_of_audit()?;
            if typed.is_empty() {
                return Ok((typed, accounts, None));
            }
            let of = wanted(app, &mut typed)?;
            let lines =
                if typed.wrong.is_empty() { Some(app.read_audit(&officer, &of, false, now)?) } else { None };
            Ok((typed, accounts, lines))
        })
        .await?;
    respond::page(&AuditPage::new(caller.layout, &typed, &accounts, lines.as_deref(), None))
}

/// `GET /{lang}/desk/audit/export`
pub(crate) async fn export(caller: Caller, uri: Uri) -> Result<Response, Failing> {
    let mut typed = Typed::of(&uri);
    let as_csv = super::asked(&uri, "format").as_deref() == Some("csv");
    let (officer, now) = (caller.officer.clone(), caller.web.now());
    let lines = caller
        .web
        .run(move |app| {
            let of = wanted(app, &mut typed)?;
            if !typed.wrong.is_empty() {
                return Ok(None);
            }
            app.read_audit(&officer, &of, true, now).map(Some)
        })
        .await?;
    let Some(lines) = lines else { return Err(Failing::NotFound) };
    let (kind, name, body) = if as_csv {
        ("text/csv; charset=utf-8", "attachment; filename=\"audit.csv\"", csv(&lines))
    } else {
        ("application/jsonl; charset=utf-8", "attachment; filename=\"audit.jsonl\"", json_lines(&lines))
    };
    Ok(([(CONTENT_TYPE, kind), (CONTENT_DISPOSITION, name)], body).into_response())
}

/// `POST /{lang}/desk/audit/verify`: changes nothing but that it is recorded, so its answer is a page.
pub(crate) async fn verify(caller: Caller) -> Result<Response, Failing> {
    let (officer, now) = (caller.officer.clone(), caller.web.now());
    let checked = caller.web.run(move |app| Ok((app.accounts_of_audit()?, app.check_chain(&officer, now)?)));
    let (accounts, report) = checked.await?;
    respond::page(&AuditPage::new(caller.layout, &Typed::default(), &accounts, None, Some(&report)))
}

impl AuditPage {
    fn new(
        layout: Layout,
        typed: &Typed,
        accounts: &Accounts,
        lines: Option<&[AuditLine]>,
        report: Option<&VerifyReport>,
    ) -> Self {
        let mut layout = layout.titled("desk-audit-title");
        "/desk/audit/".clone_into(&mut layout.path);
        let fields = fields(&layout, typed, accounts);
        let faults = FaultLink::all(&fields);
        layout.faulty = !faults.is_empty();
        let full = lines.is_some_and(|lines| lines.len() >= SHOWN as usize);
        let file = |format: &str, key: &str| {
            let href = format!("/desk/audit/export?format={format}&{}", typed.query());
            (layout.href(&href), layout.say(key).to_owned())
        };
        let files = if lines.is_some() {
            vec![file("csv", "desk-audit-csv"), file("jsonl", "desk-audit-jsonl")]
        } else {
            Vec::new()
        };
        Self {
            action: layout.href("/desk/audit/"),
            verify: layout.href("/desk/audit/verify"),
            fields,
            faults,
            more: full.then(|| layout.say_with("desk-audit-more", &[("count", i64::from(SHOWN).into())])),
            lines: lines.map(|lines| lines.iter().map(|line| LineView::new(&layout, line)).collect()),
            files,
            chain: report.map(|report| ChainView::new(&layout, report)),
            layout,
        }
    }
}

fn fields(layout: &Layout, typed: &Typed, accounts: &Accounts) -> Vec<FieldView> {
    let field = |name: &'static str, label: &str, hint: &str, control| FieldView {
        name: name.to_owned(),
        label: layout.say(label).to_owned(),
        hint: Some(layout.say(hint).to_owned()),
        error: typed.wrong.contains(&name).then(|| layout.say("desk-audit-fault").to_owned()),
        autocomplete: "off".to_owned(),
        control,
    };
    let text =
        |value: &str, width| Control::Text { value: value.to_owned(), kind: "text", inputmode: "", width };
    let choice = |(staff, name): &(StaffId, Option<String>)| {
        let value = staff.to_string();
        Choice {
            label: name.clone().unwrap_or_else(|| muster_app::App::short_name(*staff)),
            chosen: value == typed.officer,
            value,
        }
    };
    let officers = Control::List(accounts.iter().map(choice).collect());
    vec![
        field("case", "desk-audit-case", "desk-audit-case-hint", text(&typed.case, "")),
        field("officer", "desk-audit-officer", "desk-audit-officer-hint", officers),
        field("from", "desk-audit-from", "desk-audit-day-hint", text(&typed.from, "w10")),
        field("until", "desk-audit-until", "desk-audit-day-hint", text(&typed.until, "w10")),
    ]
}

impl LineView {
    fn new(layout: &Layout, line: &AuditLine) -> Self {
        let sections: Vec<String> = line.sections.iter().map(|label| words::section(layout, label)).collect();
        let nobody = layout.say("desk-audit-nobody");
        Self {
            when: super::moment(line.at),
            reference: line.reference.clone(),
            who: line.name.clone().unwrap_or_else(|| nobody.to_owned()),
            role: words::role(layout, line.role),
            sections: sections.join(", "),
            purpose: words::purpose(layout, &line.purpose),
        }
    }
}

impl ChainView {
    fn new(layout: &Layout, report: &VerifyReport) -> Self {
        let whole = report.is_whole();
        let key = if whole { "desk-audit-whole" } else { "desk-audit-damaged" };
        let count = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        let args = [("entries", count(report.entries).into()), ("damages", count(report.damaged).into())];
        Self {
            whole,
            text: layout.say_with(key, &args),
            head: report.head.map(|head| head.to_string()).unwrap_or_default(),
            damages: report.damages.iter().map(ToString::to_string).collect(),
        }
    }
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let layout = || gallery.desk("/desk/audit/");
    let line = AuditLine {
        seq: 41,
        at: super::SAMPLE_TIME,
        reference: "MU-7Q4K-22XY".into(),
        case: muster_vocab::CaseId::from(7),
        staff: None,
        name: None,
        role: "adjudicator",
        sections: vec!["identity".into(), "decision".into()],
        purpose: "adjudicate".into(),
    };
    let many = vec![line.clone(); SHOWN as usize];
    let typed = Typed { case: "MU-7Q4K-22XY".into(), ..Typed::default() };
    let wrong = Typed { from: "soon".into(), wrong: vec!["from"], ..Typed::default() };
    let whole =
        VerifyReport { entries: 4_096, head: Some(muster_vocab::Digest::ZERO), ..VerifyReport::default() };
    let damage = muster_store::journal::Damage::Chain { seq: 9, what: "it does not follow the entry before" };
    let damaged = VerifyReport { damages: vec![damage], damaged: 1, ..whole.clone() };
    let some = vec![(StaffId::from(3), Some("Olena Marchuk".to_owned())), (StaffId::from(4), None)];
    let page = |typed: &Typed, lines: Option<&[AuditLine]>, report: Option<&VerifyReport>| {
        AuditPage::new(layout(), typed, &some, lines, report)
    };
    let pages = [
        ("first", page(&Typed::default(), None, None)),
        ("found", page(&typed, Some(&[line]), None)),
        ("many", page(&typed, Some(&many), None)),
        ("nothing", page(&typed, Some(&[]), None)),
        ("faulty", page(&wrong, None, None)),
        ("whole", page(&Typed::default(), None, Some(&whole))),
        ("damaged", page(&Typed::default(), None, Some(&damaged))),
    ];
    for (state, page) in pages {
        gallery.add("desk-audit", state, &page);
    }
}
