//! Booking a call: a day and a time on the mission's clocks, read back on both, and only then taken.

use super::{ask, case_of, path};
use crate::{
    Failing, Layout,
    clocks::{on_both, towns, zone},
    desk::{Caller, words},
    form::{Choice, Control, FaultLink, FieldView, Posted},
    respond::{self, see_other},
    samples::Gallery,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use jiff::{Timestamp, civil::Date};
use muster_app::{
    Programme,
    interview::{Hour, hour, read_time},
};
use muster_case::Stage;
use muster_vocab::{CaseId, CommandId, Dice as _, MissionCode, OsDice};

#[derive(Template)]
#[template(path = "desk/interview-book.html")]
struct BookPage {
    layout: Layout,
    action: String,
    fields: Vec<FieldView>,
    faults: Vec<FaultLink>,
    /// Whether a time is booked already.
    moves: bool,
    /// What the time is on each clock, once it is one; and the moment it was read back for.
    read_back: Option<(Vec<String>, i64)>,
    refused: Option<String>,
    /// The name of this command: sent twice, it books once.
    once: String,
}

/// What was wrong with a field: its name and the message.
type Wrong = (&'static str, &'static str);

impl BookPage {
    fn new(
        layout: Layout,
        programme: &Programme,
        case: CaseId,
        posted: &Posted,
        wrong: Option<Wrong>,
    ) -> Self {
        let layout = layout.titled("desk-book-title").back_to(&path(case));
        let error = |name: &str| {
            wrong.filter(|(field, _)| *field == name).map(|(_, message)| layout.say(message).to_owned())
        };
        let field = |name: &str, label: &str, hint: Option<&str>, control| FieldView {
            name: name.to_owned(),
            label: layout.say(label).to_owned(),
            hint: hint.map(|hint| layout.say(hint).to_owned()),
            error: error(name),
            autocomplete: String::new(),
            control,
        };
        let typed = |name: &str| posted.get(name).to_owned();
        let date = Control::Date {
            day: typed("day.day"),
            month: typed("day.month"),
            year: typed("day.year"),
            birthday: false,
        };
        let time = Control::Text { value: typed("time"), kind: "text", inputmode: "numeric", width: "w6" };
        let mut fields = vec![
            field("day", "desk-book-day", None, date),
            field("time", "desk-book-time", Some("desk-book-time-hint"), time),
            field(
                "theirs",
                "desk-book-theirs",
                Some("desk-book-theirs-hint"),
                towns(&layout, programme, posted.get("theirs")),
            ),
        ];
        if wrong.is_some_and(|(field, _)| field == "which") || posted.has("which") {
            let choice = |value: &str, label: &str| Choice {
                value: value.to_owned(),
                label: layout.say(label).to_owned(),
                chosen: posted.get("which") == value,
            };
            let both = vec![choice("first", "desk-book-first"), choice("second", "desk-book-second")];
            fields.push(field("which", "desk-book-which", None, Control::One(both)));
        }
        let faults = FaultLink::all(&fields);
        let action = layout.href(&format!("{}book", path(case)));
        let mut page = Self {
            layout,
            action,
            fields,
            faults,
            moves: false,
            read_back: None,
            refused: None,
            once: String::new(),
        };
        page.layout.faulty = !page.faults.is_empty();
        page
    }

    /// With the time as every clock shows it.
    fn reading_back(
        mut self,
        programme: &Programme,
        mission: Option<&MissionCode>,
        posted: &Posted,
        at: Timestamp,
    ) -> Self {
        let clocks = on_both(&self.layout, programme, mission, posted.get("theirs"), at);
        self.read_back = Some((clocks, at.as_second()));
        self
    }
}

/// The moment that was typed, or what is wrong with it.
fn read(posted: &Posted, zone: &str, now: Timestamp) -> Result<Timestamp, Wrong> {
    let number = |name: &str| posted.get(name).trim().parse::<i16>().ok();
    let month = muster_i18n::read_month(posted.get("day.month").trim());
    let day = || Date::new(number("day.year")?, month?, i8::try_from(number("day.day")?).ok()?).ok();
    let day = day().ok_or(("day", "desk-book-day-wrong"))?;
    let time = read_time(posted.get("time")).ok_or(("time", "desk-book-time-wrong"))?;
    let at = match hour(zone, day, time) {
        Hour::Once(at) => at,
        Hour::Never => return Err(("time", "desk-book-never")),
        Hour::Twice { first, second } => match posted.get("which") {
            "first" => first,
            "second" => second,
            _ => return Err(("which", "desk-book-which-missing")),
        },
    };
    if at <= now { Err(("day", "desk-book-over")) } else { Ok(at) }
}

/// Where the case stands: its mission, and whether a time is booked. Nothing where none can be.
async fn standing(caller: &Caller, case: CaseId) -> Result<(Option<MissionCode>, bool), Failing> {
    let known = caller.web.run(move |app| app.load(case)).await?;
    match known.stage {
        Some(Stage::InterviewReady) => Ok((known.mission, false)),
        Some(Stage::InterviewBooked) => Ok((known.mission, true)),
        _ => Err(Failing::NotNow),
    }
}

/// `GET /{lang}/desk/cases/{case}/interview/book`
pub(crate) async fn show(
    caller: Caller,
    Path((_, case)): Path<(String, String)>,
) -> Result<Response, Failing> {
    let case = case_of(&case)?;
    let (_, moves) = standing(&caller, case).await?;
    let programme = &caller.web.app.programme;
    let page = BookPage::new(caller.layout.clone(), programme, case, &Posted::default(), None);
    respond::page(&BookPage { moves, once: OsDice.id::<CommandId>().to_string(), ..page })
}

/// `POST /{lang}/desk/cases/{case}/interview/book`
pub(crate) async fn book(
    caller: Caller,
    Path((_, case)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failing> {
    let (case, now) = (case_of(&case)?, caller.web.now());
    let (mission, moves) = standing(&caller, case).await?;
    let programme = &caller.web.app.programme;
    let command: Option<CommandId> = posted.get("once").parse().ok();
    let once = command.map(|command| command.to_string()).unwrap_or_default();
    let page = |wrong| BookPage {
        moves,
        once: once.clone(),
        ..BookPage::new(caller.layout.clone(), programme, case, &posted, wrong)
    };
    let starts = match read(&posted, &zone(&programme.portal, mission.as_ref()), now) {
        Ok(starts) => starts,
        Err(wrong) => return respond::page_as(StatusCode::UNPROCESSABLE_ENTITY, &page(Some(wrong))),
    };
    if posted.get("sure").parse() != Ok(starts.as_second()) {
        return respond::page(&page(None).reading_back(programme, mission.as_ref(), &posted, starts));
    }
    let officer = caller.officer.clone();
    let held = caller.web.run({
        let officer = officer.clone();
        move |app| app.held_by_another(&officer, case, now)
    });
    if let Some(holder) = held.await? {
        let name = holder.name.unwrap_or_else(|| caller.layout.say("desk-interview-somebody").to_owned());
        let says = caller.layout.say_with("desk-book-held", &[("name", name.as_str().into())]);
        let page = BookPage { refused: Some(says), ..page(None) };
        return respond::page_as(StatusCode::CONFLICT, &page);
    }
    let booked =
        ask(&caller.web, move |app| app.book_interview(&officer, case, starts, &mut OsDice, now, command));
    match booked.await? {
        Ok(_) => Ok(see_other(&format!("{}?done=book", caller.href(&path(case))))),
        Err(refusal) => {
            let says = words::refusal(&caller.layout, &refusal);
            let page = BookPage { refused: Some(says), ..page(None) };
            respond::page_as(StatusCode::CONFLICT, &page)
        }
    }
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let case = CaseId::from(0x7a11);
    let (layout, programme) = (gallery.desk(&format!("{}book", path(case))), gallery.programme);
    let typed = b"day.day=30&day.month=10&day.year=2022&time=01%3A30&theirs=Europe%2FLondon&which=first";
    let posted = Posted::read(typed).unwrap_or_default();
    let page = |wrong| BookPage::new(layout.clone(), programme, case, &posted, wrong);
    gallery.add(
        "desk-interview-book",
        "fresh",
        &BookPage::new(layout.clone(), programme, case, &Posted::default(), None),
    );
    for (state, wrong) in [
        ("no-day", ("day", "desk-book-day-wrong")),
        ("over", ("day", "desk-book-over")),
        ("no-time", ("time", "desk-book-time-wrong")),
        ("never", ("time", "desk-book-never")),
        ("twice", ("which", "desk-book-which-missing")),
    ] {
        gallery.add("desk-interview-book", state, &page(Some(wrong)));
    }
    let mission = "us-washington".parse().ok();
    let back = page(None).reading_back(programme, mission.as_ref(), &posted, Timestamp::UNIX_EPOCH);
    gallery.add("desk-interview-book", "read-back", &BookPage { moves: true, ..back });
    let says = layout.say_with("desk-book-held", &[("name", "Petro Koval".into())]);
    gallery.add("desk-interview-book", "refused", &BookPage { refused: Some(says), ..page(None) });
}
