//! Page 20: hits of the lists, the strongest first; each is opened, ruled on, and the next follows.

mod rule;
mod show;

pub(crate) use rule::rule;
pub(crate) use show::show;

use super::Caller;
use crate::{Failing, Layout, respond, samples::Gallery};
use askama::Template;
use axum::response::Response;
use muster_app::{
    Failure,
    desk::Officer,
    screening::{LeftCheck, OpenHit, left, queue},
};
use muster_case::screening::Strength;
use muster_vocab::{CaseId, HitId};

/// So many are shown at once: the strongest.
const SHOWN: usize = 100;

#[derive(Template)]
#[template(path = "desk/hits.html")]
struct HitsPage {
    layout: Layout,
    /// What was just done, in words.
    done: Option<String>,
    count: String,
    hits: Vec<HitLine>,
    checks: Vec<CheckLine>,
}

/// A hit in the list.
struct HitLine {
    href: String,
    reference: String,
    strong: bool,
    bits: String,
    list: String,
    entry: String,
    since: String,
    first_signed: bool,
    noted: bool,
}

/// A check that no machine could make.
struct CheckLine {
    href: String,
    reference: String,
    check: String,
    since: String,
}

/// The hits that wait of the missions the officer sees.
pub(super) fn waiting(app: &muster_app::App, officer: &Officer) -> Result<Vec<OpenHit>, Failure> {
    let mut hits = queue(app, officer.permit()?, None)?;
    hits.retain(|hit| officer.sees(&hit.mission));
    Ok(hits)
}

/// `GET /{lang}/desk/hits/`
pub(crate) async fn list(caller: Caller, uri: axum::http::Uri) -> Result<Response, Failing> {
    let officer = caller.officer.clone();
    let (hits, checks) = caller
        .web
        .run(move |app| {
            let hits = waiting(app, &officer)?;
            let mut checks = left(app, officer.permit()?, None)?;
            checks.retain(|check| officer.sees(&check.mission));
            let named = |case: CaseId| app.reference(case);
            let hits: Vec<_> = hits.into_iter().map(|hit| (named(hit.case), hit)).collect();
            let checks: Vec<_> = checks.into_iter().map(|check| (named(check.case), check)).collect();
            Ok((hits, checks))
        })
        .await?;
    let done = super::asked(&uri, "done").and_then(|word| done(&caller.layout, &word));
    respond::page(&HitsPage::new(caller.layout, &hits, &checks, done))
}

impl HitsPage {
    fn new(
        layout: Layout,
        hits: &[(String, OpenHit)],
        checks: &[(String, LeftCheck)],
        done: Option<String>,
    ) -> Self {
        let layout = layout.titled("desk-hits-title");
        let count = layout.say_with("desk-hits-count", &[("count", (hits.len() as i64).into())]);
        let hits = hits.iter().take(SHOWN).map(|(reference, hit)| HitLine::new(&layout, reference, hit));
        let hits = hits.collect();
        let line = |(reference, left): &(String, LeftCheck)| CheckLine {
            href: layout.href(&format!("/desk/cases/{}/checks/{}", left.case, left.check)),
            reference: reference.clone(),
            check: super::words::check(&layout, &left.check),
            since: super::moment(left.since),
        };
        let checks = checks.iter().take(SHOWN).map(line).collect();
        Self { layout, done, count, hits, checks }
    }
}

impl HitLine {
    fn new(layout: &Layout, reference: &str, hit: &OpenHit) -> Self {
        Self {
            href: layout.href(&address(hit.case, hit.hit)),
            reference: reference.to_owned(),
            strong: hit.strength == Strength::Strong,
            bits: bits(hit.millibits),
            list: format!("{} {}", hit.list.list, hit.list.edition),
            entry: hit.entry.clone().unwrap_or_default(),
            since: super::moment(hit.raised_at),
            first_signed: hit.first_signed,
            noted: hit.noted.is_some(),
        }
    }
}

/// The address of a hit, without the language.
fn address(case: CaseId, hit: HitId) -> String {
    format!("/desk/cases/{case}/hits/{hit}/")
}

fn bits(millibits: Option<i32>) -> String {
    millibits.map_or_else(|| "–".to_owned(), |bits| format!("{:.1}", f64::from(bits) / 1000.0))
}

/// What was just done, by its word.
fn done(layout: &Layout, word: &str) -> Option<String> {
    let key = match word {
        "dismissed" => "desk-hits-done-dismissed",
        "confirmed" => "desk-hits-done-confirmed",
        "first-signed" => "desk-hits-done-first-signed",
        "cleared" => "desk-hits-done-cleared",
        "sent-back" => "desk-hits-done-sent-back",
        "check" => "desk-hits-done-check",
        _ => return None,
    };
    Some(layout.say(key).to_owned())
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let layout = || gallery.desk("/desk/hits/");
    let hit = |strength, millibits, first_signed| OpenHit {
        case: CaseId::from(7),
        mission: "us-washington".into(),
        stage: "hit_review".into(),
        hit: HitId::from(9),
        list: muster_case::screening::ListRef { list: "us_ofac_sdn".into(), edition: "2022-02-15".into() },
        entry: Some("17808".into()),
        strength,
        millibits,
        raised_at: super::SAMPLE_TIME,
        first_signed,
        noted: None,
    };
    let hits = [
        ("MU-7Q4K-22XY".to_owned(), hit(Strength::Strong, Some(23_270), true)),
        ("MU-9B2M-41RT".to_owned(), hit(Strength::Ordinary, None, false)),
    ];
    let check = LeftCheck {
        case: CaseId::from(7),
        mission: "us-washington".into(),
        check: "watchlist".into(),
        since: super::SAMPLE_TIME,
    };
    let checks = [("MU-7Q4K-22XY".to_owned(), check)];
    let (some, none) = (layout(), layout());
    let told = done(&some, "dismissed");
    let (full, empty) = (HitsPage::new(some, &hits, &checks, told), HitsPage::new(none, &[], &[], None));
    gallery.add("desk-hits", "waiting", &full);
    gallery.add("desk-hits", "empty", &empty);
    show::samples(gallery);
}
