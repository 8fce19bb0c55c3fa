//! Notices, risks and consent, read aloud and confirmed one by one; with them a draft is opened.

use super::path;
use crate::{
    Failing, Layout,
    browser::BeforeCase,
    desk::Caller,
    form::{Choice, Control, FaultLink, FieldView, Posted},
    portal::{
        consent,
        notice::{NoticeView, question, view},
    },
    respond::{self, see_other, with_cookie},
    samples::Gallery,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use muster_app::{
    Programme,
    portal::DraftStart,
    programme::{Portal, Risk},
};
use muster_case::intake::Channel;
use muster_vocab::{Country, OsDice};
use std::collections::BTreeSet;

/// How somebody is helped.
const CHANNELS: [Channel; 3] = [Channel::Phone, Channel::WalkIn, Channel::Mail];

#[derive(Template)]
#[template(path = "desk/assist-notice.html")]
struct NoticePage {
    layout: Layout,
    action: String,
    channel: FieldView,
    notices: Vec<NoticeView>,
    lawyer: Vec<String>,
    risks: Vec<Risk>,
    comprehension: FieldView,
    risks_read: FieldView,
    purposes: Vec<FieldView>,
    again: Option<String>,
}

fn channels(layout: &Layout, chosen: &str) -> FieldView {
    let choice = |channel: &Channel| Choice {
        value: channel.word().to_owned(),
        label: match channel {
            Channel::Phone => layout.say("desk-assist-phone"),
            Channel::WalkIn => layout.say("desk-assist-walk-in"),
            _ => layout.say("desk-assist-mail"),
        }
        .to_owned(),
        chosen: channel.word() == chosen,
    };
    FieldView {
        name: "channel".to_owned(),
        label: layout.say("desk-assist-channel").to_owned(),
        hint: None,
        error: None,
        autocomplete: String::new(),
        control: Control::One(CHANNELS.iter().map(choice).collect()),
    }
}

/// A box to tick once something was read aloud.
pub(super) fn tick(layout: &Layout, name: &str, label: &str, chosen: bool) -> FieldView {
    let label_of = |id: &str| layout.say(id).to_owned();
    let choice = Choice { value: "yes".to_owned(), label: label_of("desk-assist-read-aloud"), chosen };
    FieldView {
        name: name.to_owned(),
        label: label_of(label),
        hint: None,
        error: None,
        autocomplete: String::new(),
        control: Control::Many(vec![choice]),
    }
}

/// The notices of these countries in words, and what is said where nobody knows the law well enough.
pub(super) fn notices(
    layout: &Layout,
    portal: &Portal,
    concerned: &BTreeSet<Country>,
) -> (Vec<NoticeView>, Vec<String>) {
    let told: Vec<Country> = concerned.iter().copied().collect();
    let known = told.split_last().map(|(last, others)| portal.notices_for(others, *last));
    let general = portal.notices.general.text(layout.lang());
    let lawyer = general.map(|text| text.ask_a_lawyer.clone()).unwrap_or_default();
    (known.unwrap_or_default().iter().map(|notice| view(layout, notice)).collect(), lawyer)
}

impl NoticePage {
    fn new(layout: Layout, programme: &Programme, concerned: &BTreeSet<Country>, posted: &Posted) -> Self {
        let portal = &programme.portal;
        let layout = layout.titled("desk-assist-notice-title").back_to("/desk/assist/");
        let general = portal.notices.general.text(layout.lang());
        let (notices, lawyer) = notices(&layout, portal, concerned);
        let given = consent::given(programme, posted);
        Self {
            action: layout.href(&layout.path),
            channel: channels(&layout, posted.get("channel")),
            notices,
            lawyer,
            risks: general.map(|text| text.risks.clone()).unwrap_or_default(),
            comprehension: question(&layout, &portal.notices.general.comprehension, posted.get("understood")),
            risks_read: tick(&layout, "risks", "desk-assist-risks", posted.get("risks") == "yes"),
            purposes: consent::purposes(&layout, programme, &given)
                .into_iter()
                .map(|purpose| purpose.field)
                .collect(),
            again: None,
            layout,
        }
    }

    /// With a complaint at everything that was not confirmed.
    fn with_missing(mut self, programme: &Programme, posted: &Posted) -> Self {
        let say = |id: &str| Some(self.layout.say(id).to_owned());
        let comprehension = &programme.portal.notices.general.comprehension;
        if !CHANNELS.iter().any(|channel| channel.word() == posted.get("channel")) {
            self.channel.error = say("desk-assist-channel-missing");
        }
        if !comprehension.is_right(posted.get("understood")) {
            self.comprehension.error = say("desk-assist-understood-missing");
            let words = comprehension.text(self.layout.lang());
            self.again = words.map(|words| words.when_wrong.clone()).filter(|_| posted.has("understood"));
        }
        if posted.get("risks") != "yes" {
            self.risks_read.error = say("desk-assist-risks-missing");
        }
        let given = consent::given(programme, posted);
        let missing = say("consent-missing");
        for field in &mut self.purposes {
            if !given.contains(field.name.trim_start_matches("consent.")) {
                field.error.clone_from(&missing);
            }
        }
        self.layout.faulty = true;
        self
    }

    fn faults(&self) -> Vec<FaultLink> {
        let fields = [&self.channel, &self.comprehension, &self.risks_read];
        let all = fields.into_iter().chain(&self.purposes);
        all.flat_map(|field| FaultLink::all(std::slice::from_ref(field))).collect()
    }
}

/// `GET /{lang}/desk/assist/{mission}/notice`
pub(crate) async fn show(
    caller: Caller,
    Path((_, code)): Path<(String, String)>,
) -> Result<Response, Failing> {
    super::mission(&caller, &code).await?;
    let concerned = BeforeCase::read(&caller.web, &caller.headers, &code).concerned();
    if concerned.is_empty() {
        return Ok(see_other(&caller.href(&format!("/desk/assist/{code}/"))));
    }
    let programme = &caller.web.app.programme;
    respond::page(&NoticePage::new(caller.layout, programme, &concerned, &Posted::default()))
}

/// `POST /{lang}/desk/assist/{mission}/notice`
pub(crate) async fn confirm(
    caller: Caller,
    Path((_, code)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failing> {
    let mission = super::mission(&caller, &code).await?;
    let web = caller.web.clone();
    let programme = &web.app.programme;
    let before = BeforeCase::read(&web, &caller.headers, &code);
    let concerned = before.concerned();
    if concerned.is_empty() {
        return Ok(see_other(&caller.href(&format!("/desk/assist/{code}/"))));
    }
    let page = NoticePage::new(caller.layout.clone(), programme, &concerned, &posted);
    let page = page.with_missing(programme, &posted);
    let channel = CHANNELS.into_iter().find(|channel| channel.word() == posted.get("channel"));
    let Some(channel) = channel.filter(|_| page.faults().is_empty()) else {
        return respond::page_as(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let start = DraftStart {
        mission,
        notice: concerned,
        purposes: consent::given(programme, &posted),
        answers: before.answers,
        channel,
    };
    let (officer, now) = (caller.officer.clone(), web.now());
    let case = web.run(move |app| app.open_assisted(&officer, start, &mut OsDice, now)).await?;
    Ok(with_cookie(see_other(&caller.href(&path(case))), BeforeCase::forget(&web)))
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let (layout, programme) = (gallery.desk("/desk/assist/us-washington/notice"), gallery.programme);
    let concerned: BTreeSet<Country> = ["US", "IL"].iter().filter_map(|code| code.parse().ok()).collect();
    let page = |posted: &Posted| NoticePage::new(layout.clone(), programme, &concerned, posted);
    let nothing = Posted::default();
    gallery.add("desk-assist-notice", "fresh", &page(&nothing));
    gallery.add("desk-assist-notice", "faulty", &page(&nothing).with_missing(programme, &nothing));
    let wrong = Posted::read(b"understood=nothing").unwrap_or_default();
    gallery.add("desk-assist-notice", "not-understood", &page(&wrong).with_missing(programme, &wrong));
}
