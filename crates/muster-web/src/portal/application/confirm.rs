//! Page 6, second half: the code that was sent.

use super::{Draft, contact::address, known};
use crate::{
    Failing, Layout,
    form::{Control, FaultLink, FieldView, Posted},
    portal::come_back,
    respond::{self, see_other},
    samples::Gallery,
    visitor::Visitor,
};
use askama::Template;
use axum::{http::StatusCode, response::Response};
use muster_app::portal::CodeAnswer;
use muster_vocab::OsDice;

#[derive(Template)]
#[template(path = "portal/contact-confirm.html")]
struct ConfirmPage {
    layout: Layout,
    field: FieldView,
    to: String,
    action: String,
    again: String,
    sent_again: bool,
}

impl ConfirmPage {
    fn new(layout: Layout, to: &str, typed: &str) -> Self {
        let layout = layout.titled("contact-confirm-title").back_to("/application/contact");
        let field = FieldView {
            name: "code".to_owned(),
            label: layout.say("contact-code").to_owned(),
            hint: Some(layout.say("contact-code-hint").to_owned()),
            error: None,
            autocomplete: "one-time-code".to_owned(),
            control: Control::Text {
                value: typed.to_owned(),
                kind: "text",
                inputmode: "numeric",
                width: "w10",
            },
        };
        let action = layout.href("/application/contact/confirm");
        let again = layout.href("/application/contact/again");
        let to = layout.say_with("contact-sent-to", &[("address", to.into())]);
        Self { layout, field, to, action, again, sent_again: false }
    }

    fn answered(mut self, answer: CodeAnswer) -> Self {
        let words = match answer {
            CodeAnswer::Right => None,
            CodeAnswer::Wrong { left } => {
                Some(self.layout.say_with("contact-code-wrong", &[("left", i64::from(left).into())]))
            }
            CodeAnswer::Expired => Some(self.layout.say("contact-code-expired").to_owned()),
            CodeAnswer::TooMany => Some(self.layout.say("contact-code-too-many").to_owned()),
        };
        self.layout.faulty = words.is_some();
        self.field.error = words;
        self
    }

    fn faults(&self) -> Vec<FaultLink> {
        FaultLink::all(std::slice::from_ref(&self.field))
    }
}

/// The address as the page shows it to its owner.
fn shown(draft: &Draft) -> String {
    let typed = |name: &str| draft.answers.0.get(name).cloned();
    typed("email").or_else(|| typed("phone")).unwrap_or_default()
}

/// `GET /{lang}/application/contact/confirm`
pub(crate) async fn show(visitor: Visitor) -> Result<Response, Failing> {
    match known(&visitor).await? {
        Ok(draft) => respond::page(&ConfirmPage::new(visitor.layout, &shown(&draft), "")),
        Err(elsewhere) => Ok(elsewhere),
    }
}

/// `POST /{lang}/application/contact/confirm`
pub(crate) async fn confirm(visitor: Visitor, posted: Posted) -> Result<Response, Failing> {
    if visitor.visit.is_none() {
        return come_back::signed_out(&visitor, Some(&posted));
    }
    let draft = match known(&visitor).await? {
        Ok(draft) => draft,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let (visit, code, now) = (draft.visit, posted.get("code").to_owned(), visitor.web.now());
    let answer = visitor.web.run(move |app| app.confirm_code(visit, &code, now)).await?;
    if matches!(answer, CodeAnswer::Right) {
        // Whoever has sent the application already is led on from there to where it stands.
        return Ok(see_other(&visitor.href("/application/")));
    }
    let page = ConfirmPage::new(visitor.layout, &shown(&draft), posted.get("code")).answered(answer);
    respond::page_as(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// `POST /{lang}/application/contact/again`
pub(crate) async fn again(visitor: Visitor) -> Result<Response, Failing> {
    let draft = match known(&visitor).await? {
        Ok(draft) => draft,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let (visit, tag, now) = (draft.visit, visitor.layout.lang(), visitor.web.now());
    if let Some(address) = address(&draft.answers) {
        visitor.web.run(move |app| app.ask_code(visit, address, tag, &mut OsDice, now)).await?;
    }
    let mut page = ConfirmPage::new(visitor.layout, &shown(&draft), "");
    page.sent_again = true;
    respond::page(&page)
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let layout = gallery.layout("/application/contact/confirm");
    let page = || ConfirmPage::new(layout.clone(), "aroha@example.org", "");
    gallery.add("contact-confirm", "sent", &page());
    gallery.add("contact-confirm", "again", &ConfirmPage { sent_again: true, ..page() });
    gallery.add("contact-confirm", "wrong", &page().answered(CodeAnswer::Wrong { left: 3 }));
    gallery.add("contact-confirm", "expired", &page().answered(CodeAnswer::Expired));
    gallery.add("contact-confirm", "too-many", &page().answered(CodeAnswer::TooMany));
}
