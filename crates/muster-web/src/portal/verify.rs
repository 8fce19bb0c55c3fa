//! Page 31: is this letter, number, address or account really ours? (Capability A6.) What is typed goes into no
//! address.

use crate::{
    Failing, Layout,
    form::{Control, FaultLink, FieldView, Posted},
    respond,
    samples::Gallery,
    visitor::Visitor,
};
use askama::Template;
use axum::{http::StatusCode, response::Response};
use jiff::Timestamp;
use muster_app::{
    portal::{Genuine, GenuineKind},
    programme::{Mission, OfficialKind, Portal},
};

#[derive(Template)]
#[template(path = "portal/verify.html")]
struct VerifyPage {
    layout: Layout,
    action: String,
    field: FieldView,
    answer: Option<Answer>,
    missions: Vec<Official>,
}

/// What we say about what was typed.
struct Answer {
    typed: String,
    /// What it is, if it is ours.
    ours: Option<String>,
}

/// A mission and everything by which it can be known.
struct Official {
    name: String,
    hours: String,
    ways: Vec<Way>,
}

/// One of them.
struct Way {
    kind: String,
    value: String,
    about: String,
}

impl VerifyPage {
    fn new(layout: Layout, portal: &Portal, typed: &str, answer: Option<&Genuine>) -> Self {
        let action = layout.href("/verify");
        let layout = layout.titled("verify-title");
        let field = FieldView {
            name: "what".to_owned(),
            label: layout.say("verify-what").to_owned(),
            hint: Some(layout.say("verify-hint").to_owned()),
            error: None,
            autocomplete: "off".to_owned(),
            control: Control::Text { value: typed.to_owned(), kind: "text", inputmode: "", width: "" },
        };
        let answer =
            answer.map(|genuine| Answer { typed: typed.to_owned(), ours: ours(&layout, portal, genuine) });
        let missions = portal.missions.iter().map(|mission| official(&layout, mission)).collect();
        Self { layout, action, field, answer, missions }
    }

    fn empty(mut self) -> Self {
        self.field.error = Some(self.layout.say("verify-empty").to_owned());
        self.layout.faulty = true;
        self
    }

    fn faults(&self) -> Vec<FaultLink> {
        FaultLink::all(std::slice::from_ref(&self.field))
    }
}

/// What it is, if it is ours.
fn ours(layout: &Layout, portal: &Portal, genuine: &Genuine) -> Option<String> {
    let Genuine::Ours { kind, mission, when } = genuine else { return None };
    let known = portal.mission(mission).map(|mission| mission.name.say(layout.lang()));
    let mission = known.unwrap_or(mission.as_str());
    let says = |id| layout.say_with(id, &[("mission", mission.into())]);
    Some(match (kind, when) {
        (GenuineKind::Letter, Some(when)) => written(layout, mission, *when),
        (GenuineKind::Letter, None) => says("verify-ours-letter"),
        (GenuineKind::Email, _) => says("verify-ours-email"),
        (GenuineKind::Phone, _) => says("verify-ours-phone"),
        (GenuineKind::Web, _) => says("verify-ours-web"),
        (GenuineKind::Address, _) => says("verify-ours-address"),
        (GenuineKind::Account, _) => says("verify-ours-account"),
    })
}

fn written(layout: &Layout, mission: &str, when: Timestamp) -> String {
    let day = muster_i18n::long_date(layout.locale(), super::today(when));
    layout.say_with("verify-ours-letter-of", &[("mission", mission.into()), ("day", day.as_str().into())])
}

fn official(layout: &Layout, mission: &Mission) -> Official {
    let language = layout.lang();
    let ways = mission.official.iter().map(|way| Way {
        kind: kind(layout, way.kind).to_owned(),
        value: way.value.clone(),
        about: way.about.say(language).to_owned(),
    });
    Official {
        name: mission.name.say(language).to_owned(),
        hours: mission.hours.say(language).to_owned(),
        ways: ways.collect(),
    }
}

fn kind(layout: &Layout, kind: OfficialKind) -> &str {
    match kind {
        OfficialKind::Email => layout.say("verify-kind-email"),
        OfficialKind::Phone => layout.say("verify-kind-phone"),
        OfficialKind::Web => layout.say("verify-kind-web"),
        OfficialKind::Address => layout.say("verify-kind-address"),
        OfficialKind::Account => layout.say("verify-kind-account"),
    }
}

/// `GET /{lang}/verify`
pub(crate) async fn show(visitor: Visitor) -> Result<Response, Failing> {
    let portal = &visitor.web.app.programme.portal;
    respond::page(&VerifyPage::new(visitor.layout, portal, "", None))
}

/// `POST /{lang}/verify`
pub(crate) async fn ask(visitor: Visitor, posted: Posted) -> Result<Response, Failing> {
    let web = visitor.web.clone();
    let (portal, typed) = (&web.app.programme.portal, posted.get("what").trim().to_owned());
    if typed.is_empty() {
        let page = VerifyPage::new(visitor.layout, portal, "", None).empty();
        return respond::page_as(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let asked = typed.clone();
    let genuine = web.run(move |app| app.verify(&asked)).await?;
    respond::page(&VerifyPage::new(visitor.layout, portal, &typed, Some(&genuine)))
}

pub(crate) fn samples(gallery: &mut Gallery<'_>) {
    let (layout, portal) = (gallery.layout("/verify"), &gallery.programme.portal);
    let page = |typed, answer: Option<&Genuine>| VerifyPage::new(layout.clone(), portal, typed, answer);
    let ours =
        |kind, when| Genuine::Ours { kind, mission: "us-washington".parse().expect("it is a code"), when };
    let (letter, account) =
        (ours(GenuineKind::Letter, Some(Timestamp::UNIX_EPOCH)), ours(GenuineKind::Account, None));
    let states = [
        ("fresh", page("", None)),
        ("empty", page("", None).empty()),
        ("letter", page("ML-7Q4K-22XY", Some(&letter))),
        ("account", page("@legion_washington_example", Some(&account))),
        ("not-known", page("help@legion.example.com", Some(&Genuine::NotKnown))),
    ];
    for (state, page) in &states {
        gallery.add("verify", state, page);
    }
}
