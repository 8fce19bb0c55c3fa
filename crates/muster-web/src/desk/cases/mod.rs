//! Page 18: a case: who, where it stands, why, and what is to be done next.

pub(crate) mod act_page;
mod evidence;
mod forms;
mod question;
mod timeline;
pub(crate) mod verb;

use self::{
    evidence::Evidence,
    timeline::{Entry, Kind},
    verb::Verb,
};
use super::{Caller, act::case_of, words};
use crate::{Failing, Layout, form::Posted, portal::questions, respond, samples::Gallery};
use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use muster_app::{
    Programme,
    desk::{CaseFile, Officer},
    programme::Question,
};
use muster_case::{Case, Stage};
use muster_vocab::{CaseId, Role, Section};
use serde::Deserialize;

/// Answers that are shown once a purpose is named.
const MASKED: [&str; 8] =
    ["document", "contact", "record", "health", "kin", "kin-choice", "ties", "anything-else"];
/// For what they are.
const PURPOSES: [&str; 5] = ["decide", "contact", "verify", "prepare_interview", "answer_applicant"];

/// What the address may carry.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    done: String,
    kind: String,
    /// The queue that what was done came from.
    queue: String,
}

/// A task read back.
struct Card {
    name: String,
    rows: Vec<(String, String)>,
    masked: bool,
}

/// A way on.
struct Way {
    href: String,
    name: String,
}

#[derive(Template)]
#[template(path = "desk/case.html")]
struct CasePage {
    layout: Layout,
    headline: String,
    due: Option<String>,
    holder: Option<String>,
    mine: bool,
    also: Option<String>,
    done: Option<String>,
    /// What became of earlier cases of the same person, where it was adverse.
    known_before: Vec<String>,
    /// The queue that the next one is to come from, if it has any.
    queue: String,
    holds: Vec<String>,
    next: Option<Way>,
    others: Vec<Way>,
    evidence: Evidence,
    cards: Vec<Card>,
    masked: bool,
    revealed: bool,
    reveal: String,
    purposes: Vec<(&'static str, String)>,
    kinds: Vec<(Way, bool)>,
    timeline: Vec<Entry>,
    base: String,
}

/// Who, which case, and where it stands: the line over everything.
fn headline(layout: &Layout, file: &CaseFile) -> String {
    let name = file.name.clone().unwrap_or_else(|| layout.say("desk-cases-nameless").to_owned());
    let stage = file.case.stage.map_or("", Stage::word);
    format!("{name} · {} · {}", file.reference, words::stage(layout, stage))
}

/// What was just done, by the word of its act.
fn done_in_words(layout: &Layout, word: &str) -> Option<String> {
    let verb = Verb::ALL.iter().find(|verb| verb.word() == word)?;
    let what = layout.perhaps(&format!("desk-cases-verb-{}", verb.word())).unwrap_or_default();
    Some(layout.say_with("desk-cases-done", &[("what", what.into())]))
}

impl CasePage {
    fn new(
        layout: Layout,
        programme: &Programme,
        officer: &Officer,
        file: &CaseFile,
        asked: &Asked,
        revealed: bool,
    ) -> Self {
        let base = layout.href(&format!("/desk/cases/{}/", file.id));
        let way = |verb: &Verb| Way {
            href: format!("{base}{}", verb.word()),
            name: layout.perhaps(&format!("desk-cases-verb-{}", verb.word())).unwrap_or_default().to_owned(),
        };
        let offered = Verb::offered(officer, &file.case);
        // Whose case it may be comes before what it comes to.
        let held = !file.case.duplicates.is_empty() && officer.is_one_of(super::routes::PAIRS);
        let step = offered.first().filter(|verb| verb.is_step() && !held);
        let mut others: Vec<Way> = offered.iter().filter(|verb| Some(*verb) != step).map(way).collect();
        let talk = talk(&layout, &base, officer, file);
        let mut talk = talk.into_iter();
        let next = step.map(way).or_else(|| talk.next());
        others.extend(talk);
        let say_name = |id: &str, name: Option<String>| {
            let name = name.unwrap_or_else(|| layout.say("desk-queue-held-by-somebody").to_owned());
            layout.say_with(id, &[("name", name.as_str().into())])
        };
        let own = |holder: &muster_app::desk::Holder| holder.human == Some(officer.human);
        let holder = file.holder.as_ref().map(|holder| {
            if own(holder) {
                layout.say("desk-queue-held-by-you").to_owned()
            } else {
                say_name("desk-cases-held", holder.name.clone())
            }
        });
        let names: Vec<String> = file.also.iter().filter_map(|other| other.name.clone()).collect();
        let also = (!names.is_empty()).then(|| say_name("desk-cases-also", Some(names.join(", "))));
        let done = done_in_words(&layout, &asked.done);
        let due = file.waiting.first().map(|row| super::queue::due_in_words(&layout, row.due));
        let kind_way = |kind: Kind| {
            let href = if kind == Kind::All { base.clone() } else { format!("{base}?kind={}", kind.word()) };
            let chosen = kind.word() == asked.kind || (asked.kind.is_empty() && kind == Kind::All);
            (Way { href, name: kind.name(&layout).to_owned() }, chosen)
        };
        let cards = cards(&layout, programme, file, revealed);
        let mut titled = layout.clone().back_to("/desk/");
        titled.title.clone_from(&file.reference);
        Self {
            headline: headline(&layout, file),
            due,
            mine: file.holder.as_ref().is_some_and(own),
            holder,
            also,
            done,
            known_before: Vec::new(),
            queue: asked.queue.clone(),
            holds: file.case.holds.iter().map(|hold| words::hold(&layout, hold.word())).collect(),
            next,
            others,
            evidence: Evidence::new(&layout, file),
            masked: cards.iter().any(|card| card.masked),
            cards,
            revealed,
            reveal: format!("{base}reveal"),
            purposes: PURPOSES.map(|word| (word, words::purpose(&layout, word))).to_vec(),
            kinds: [Kind::All, Kind::People, Kind::System, Kind::Notes].map(kind_way).into(),
            timeline: timeline::entries(&layout, file, Kind::of(&asked.kind)),
            base: base.clone(),
            layout: titled,
        }
    }
}

/// To pages of their own, for whoever has to do with it: to the pair, back out of a merge, to the form that a colleague types for somebody, or
/// to the interview: to book it, to hold it, to read what came of it.
fn talk(layout: &Layout, base: &str, officer: &Officer, file: &CaseFile) -> Vec<Way> {
    let mut ways = pairs(layout, base, officer, file);
    ways.extend(stage_way(layout, base, officer, &file.case).filter(|_| file.case.merged_into.is_none()));
    ways
}

/// To the other case, where both may be of one person, and back out of a merge.
fn pairs(layout: &Layout, base: &str, officer: &Officer, file: &CaseFile) -> Vec<Way> {
    let (case, id) = (&file.case, file.id);
    if !officer.is_one_of(super::routes::PAIRS) {
        return Vec::new();
    }
    let way = |href: String, id: &str| Way { href, name: layout.say(id).to_owned() };
    let pair = |other: &CaseId| way(layout.href(&format!("/desk/pairs/{id}/{other}/")), "desk-cases-pair");
    let undo = case.merged_into.map(|_| way(format!("{base}unmerge"), "desk-unmerge-title"));
    undo.into_iter().chain(case.duplicates.iter().map(pair)).collect()
}

fn stage_way(layout: &Layout, base: &str, officer: &Officer, case: &Case) -> Option<Way> {
    let clerk = officer.is_one_of(&[Role::Clerk]);
    let way = |path: &str, id: &str| Way {
        href: format!("{base}interview/{path}"),
        name: layout.say(id).to_owned(),
    };
    match case.stage? {
        Stage::Draft => (clerk && case.assisted_by.is_some()).then(|| Way {
            href: format!("{base}assist/"),
            name: layout.say("desk-cases-assist").to_owned(),
        }),
        Stage::InterviewReady if clerk => Some(way("book", "desk-cases-book")),
        Stage::InterviewBooked | Stage::Interviewed | Stage::Recommended | Stage::UnderReview => {
            officer.is_one_of(super::routes::TALK).then(|| way("", "desk-cases-interview"))
        }
        _ => None,
    }
}

/// Every answer in words, by task; what is masked without its words.
fn cards(layout: &Layout, programme: &Programme, file: &CaseFile, revealed: bool) -> Vec<Card> {
    let portal = programme.portal();
    let mut cards = Vec::new();
    for task in portal.tasks() {
        let mut card = Card {
            name: layout.perhaps(&format!("task-{}", task.id)).unwrap_or_default().to_owned(),
            rows: Vec::new(),
            masked: false,
        };
        let asked: Vec<&Question> =
            portal.questions_of(task).filter(|question| question.shown(&file.answers)).collect();
        for question in asked {
            let hidden = !revealed && MASKED.contains(&question.id.as_str());
            for (label, value) in questions::in_words(layout, question, &file.answers) {
                let masked = || layout.say("desk-cases-masked").to_owned();
                card.masked |= hidden;
                card.rows.push((label, if hidden { masked() } else { value }));
            }
        }
        if !card.rows.is_empty() {
            cards.push(card);
        }
    }
    cards
}

async fn page(
    caller: Caller,
    case: CaseId,
    asked: Asked,
    purpose: Option<&'static str>,
) -> Result<Response, Failing> {
    let (officer, at) = (caller.officer.clone(), caller.web.now());
    let revealing = [
        Section::Identity,
        Section::Contact,
        Section::Service,
        Section::Disclosure,
        Section::Kin,
        Section::Decision,
    ];
    let file = caller
        .web
        .run(move |app| match purpose {
            None => app.open_case(&officer, case, act_page::READ, at),
            Some(purpose) => app.open_case(&officer, case, (purpose, &revealing), at),
        })
        .await?;
    let programme = caller.web.app.programme.clone();
    let mut page =
        CasePage::new(caller.layout, &programme, &caller.officer, &file, &asked, purpose.is_some());
    let alert = |side| super::pairs::alert(&page.layout, &programme.portal, side);
    let mut known: Vec<String> = file.known_before.iter().filter_map(alert).collect();
    known.extend(file.erased_before.then(|| page.layout.say("desk-cases-erased-before").to_owned()));
    page.known_before = known;
    respond::page(&page)
}

/// `GET /{lang}/desk/cases/{case}/`
pub(crate) async fn show(
    caller: Caller,
    Path((_, case)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failing> {
    page(caller, case_of(&case)?, asked, None).await
}

/// `POST /{lang}/desk/cases/{case}/reveal`: the page with what was masked. There is no address for it, so that it is
/// neither kept nor opened by accident, and every time is recorded.
pub(crate) async fn reveal(
    mut caller: Caller,
    Path((_, case)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failing> {
    let case = case_of(&case)?;
    let purpose = PURPOSES.into_iter().find(|word| *word == posted.get("purpose"));
    let purpose = purpose.ok_or(Failing::NotUnderstood)?;
    caller.layout.path = format!("/desk/cases/{case}/");
    page(caller, case, Asked::default(), Some(purpose)).await
}

/// A case made up.
fn sample(gallery: &Gallery<'_>) -> CaseFile {
    let case = Case {
        stage: Some(Stage::Submitted),
        checks: gallery.programme.checks.iter().map(|check| (check.clone(), None)).collect(),
        holds: [muster_case::Hold::Medical].into(),
        ..Case::default()
    };
    CaseFile {
        id: CaseId::from(1),
        version: 7,
        case,
        reference: "MU-7Q4K-22XY".to_owned(),
        name: Some("Aroha O’Neill".to_owned()),
        findings: vec!["R07 no-experience-or-skill: experience is none (declared)".to_owned()],
        facts: vec![("experience".to_owned(), "combat".to_owned(), muster_vocab::Provenance::Seen)],
        answers: crate::portal::application::sample_answers(),
        waiting: vec![],
        holder: None,
        also: vec![],
        timeline: timeline::sample(),
        sees_hits: true,
        known_before: vec![],
        erased_before: false,
    }
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let file = sample(gallery);
    let officer = super::queue::sample_officer();
    let path = format!("/desk/cases/{}/", file.id);
    let done = Asked { done: "request-info".to_owned(), ..Asked::default() };
    for (state, asked, revealed) in
        [("masked", Asked::default(), false), ("revealed", Asked::default(), true), ("done", done, false)]
    {
        let layout = gallery.desk(&path);
        let page = CasePage::new(layout, gallery.programme, &officer, &file, &asked, revealed);
        gallery.add("desk-case", state, &page);
    }
    let mut known =
        CasePage::new(gallery.desk(&path), gallery.programme, &officer, &file, &Asked::default(), false);
    known.known_before = super::pairs::sample_alert(&known.layout, &gallery.programme.portal);
    known.known_before.push(known.layout.say("desk-cases-erased-before").to_owned());
    gallery.add("desk-case", "known-before", &known);
    act_page::samples(gallery);
}
