//! Page 4: what the law says in every country whose national the visitor is, and where the visitor lives
//! (capabilities B1 to B3).

use super::here::Here;
use crate::{
    Failing, Layout,
    browser::BeforeCase,
    form::{Choice, Control, FaultLink, FieldView, Posted},
    respond::{self, see_other, with_cookie},
    samples::Gallery,
    visitor::Visitor,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use muster_app::programme::{Comprehension, CountryNotice, Portal};
use muster_vocab::Country;
use std::collections::BTreeSet;

#[derive(Template)]
#[template(path = "portal/notice.html")]
pub(crate) struct NoticePage {
    layout: Layout,
    action: String,
    notices: Vec<NoticeView>,
    not_advice: String,
    lawyer: Vec<String>,
    field: FieldView,
    /// What to read again, after an answer that was not right.
    again: Option<String>,
    /// Whether it is asked again because something changed.
    pub(crate) changed: bool,
    /// Whether this mission only informs: then nothing is asked.
    pub(crate) informs: bool,
}

/// The notice of one country, in words.
pub(crate) struct NoticeView {
    /// The country.
    pub(crate) country: String,
    /// The text, if we know it well enough to say it.
    pub(crate) text: Option<NoticeText>,
    /// When somebody last looked whether it is still so.
    pub(crate) checked: String,
}

/// What the law of a country says.
pub(crate) struct NoticeText {
    /// In one sentence.
    pub(crate) short: String,
    /// What follows from it.
    pub(crate) effect: Vec<String>,
    /// Whether one may recruit there.
    pub(crate) home_recruiting: String,
    sources: Vec<String>,
}

impl NoticePage {
    pub(crate) fn new(
        layout: Layout,
        portal: &Portal,
        concerned: &BTreeSet<Country>,
        action: String,
    ) -> Self {
        let layout = layout.titled("notice-title");
        let told: Vec<Country> = concerned.iter().copied().collect();
        let (last, others) =
            told.split_last().map_or((None, &[][..]), |(last, others)| (Some(*last), others));
        let known = last.map(|last| portal.notices_for(others, last)).unwrap_or_default();
        let notices = known.iter().map(|notice| view(&layout, notice)).collect();
        let general = portal.notices.general.text(layout.lang());
        let not_advice = general.map(|text| text.not_advice.clone()).unwrap_or_default();
        let lawyer = general.map(|text| text.ask_a_lawyer.clone()).unwrap_or_default();
        let field = question(&layout, &portal.notices.general.comprehension, "");
        Self {
            layout,
            action,
            notices,
            not_advice,
            lawyer,
            field,
            again: None,
            changed: false,
            informs: false,
        }
    }

    /// After an answer that was not right: no fault, but something to read again.
    pub(crate) fn answered_wrongly(mut self, comprehension: &Comprehension, answer: &str) -> Self {
        self.field = question(&self.layout, comprehension, answer);
        if answer.is_empty() {
            self.layout.faulty = true;
            self.field.error = Some(self.layout.say("fault-no-such-choice").to_owned());
        } else {
            self.again = comprehension.text(self.layout.lang()).map(|words| words.when_wrong.clone());
        }
        self
    }

    fn faults(&self) -> Vec<FaultLink> {
        FaultLink::all(std::slice::from_ref(&self.field))
    }
}

/// A notice in words.
pub(crate) fn view(layout: &Layout, known: &CountryNotice<'_>) -> NoticeView {
    let country = super::country(layout, known.country);
    let told = known.notice.zip(known.text(layout.lang()));
    let checked = told.map_or_else(String::new, |(notice, _)| {
        let day = muster_i18n::long_date(layout.locale(), notice.checked_on);
        layout.say_with("notice-checked", &[("day", day.as_str().into())])
    });
    let text = told.map(|(notice, text)| NoticeText {
        short: text.short.clone(),
        effect: text.effect.clone(),
        home_recruiting: text.home_recruiting.clone(),
        sources: notice.sources.iter().map(|source| format!("{}: {}", source.name, source.place)).collect(),
    });
    NoticeView { country, text, checked }
}

/// The comprehension question (capability B3).
pub(crate) fn question(layout: &Layout, comprehension: &Comprehension, answer: &str) -> FieldView {
    let words = comprehension.text(layout.lang());
    let label = |word: &String| words.and_then(|words| words.answer.get(word)).unwrap_or(word).clone();
    let choice = |word: &String| Choice { value: word.clone(), label: label(word), chosen: word == answer };
    FieldView {
        name: "understood".to_owned(),
        label: words.map(|words| words.question.clone()).unwrap_or_default(),
        hint: None,
        error: None,
        autocomplete: String::new(),
        control: Control::One(comprehension.answers.iter().map(choice).collect()),
    }
}

/// `GET /{lang}/at/{mission}/notice`
pub(crate) async fn show(
    mut visitor: Visitor,
    Path((_, mission)): Path<(String, String)>,
) -> Result<Response, Failing> {
    let here = Here::find(&mut visitor, &mission).await?;
    let before = BeforeCase::read(&visitor.web, &visitor.headers, &mission);
    let concerned = before.concerned();
    if concerned.is_empty() {
        return Ok(see_other(&visitor.href(&here.path("/pre-check/result"))));
    }
    respond::page(&page(&visitor, &here, &concerned))
}

fn page(visitor: &Visitor, here: &Here, concerned: &BTreeSet<Country>) -> NoticePage {
    let layout = visitor.layout.clone().back_to(&here.path("/pre-check/result"));
    let action = visitor.href(&here.path("/notice"));
    let mut page = NoticePage::new(layout, &visitor.web.app.programme.portal, concerned, action);
    page.informs = !here.takes_in();
    page
}

/// `POST /{lang}/at/{mission}/notice`
pub(crate) async fn acknowledge(
    mut visitor: Visitor,
    Path((_, mission)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failing> {
    let here = Here::find(&mut visitor, &mission).await?;
    let web = visitor.web.clone();
    let portal = &web.app.programme.portal;
    let mut before = BeforeCase::read(&web, &visitor.headers, &mission);
    let concerned = before.concerned();
    let answer = posted.get("understood");
    let comprehension = &portal.notices.general.comprehension;
    if !comprehension.is_right(answer) {
        let page = page(&visitor, &here, &concerned).answered_wrongly(comprehension, answer);
        return respond::page_as(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    portal.notice_edition().clone_into(&mut before.edition);
    before.countries = concerned;
    Ok(with_cookie(see_other(&visitor.href(&here.path("/risks"))), before.cookie(&web)))
}

pub(crate) fn samples(gallery: &mut Gallery<'_>) {
    let portal = &gallery.programme.portal;
    let countries =
        |codes: &[&str]| codes.iter().filter_map(|code| code.parse().ok()).collect::<BTreeSet<_>>();
    let layout = gallery.layout("/at/us-washington/notice");
    let page = |codes| NoticePage::new(layout.clone(), portal, &countries(codes), "#".to_owned());
    gallery.add("notice", "known", &page(&["US", "GB"]));
    gallery.add("notice", "ask-a-lawyer", &page(&["IL", "AQ"]));
    let comprehension = &portal.notices.general.comprehension;
    let wrong =
        comprehension.answers.iter().find(|word| !comprehension.is_right(word)).map_or("", String::as_str);
    gallery.add("notice", "not-right", &page(&["US"]).answered_wrongly(comprehension, wrong));
    gallery.add("notice", "unanswered", &page(&["US"]).answered_wrongly(comprehension, ""));
    gallery.add("notice", "changed", &NoticePage { changed: true, ..page(&["US"]) });
    gallery.add("notice", "informs", &NoticePage { informs: true, ..page(&["US"]) });
}
