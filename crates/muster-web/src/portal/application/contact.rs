//! Page 6: how the applicant is reached: an e-mail address or a telephone, either is enough.

use super::{Draft, draft, sample_answers};
use crate::{
    Failing, Layout,
    form::{Control, FaultLink, FieldView, Posted},
    portal::{come_back, today},
    respond::{self, see_other},
    samples::Gallery,
    visitor::Visitor,
};
use askama::Template;
use axum::{http::StatusCode, response::Response};
use jiff::civil::Date;
use muster_app::{intake::answers::faults_of, portal::Address};
use muster_case::intake::RawAnswers;
use muster_vocab::OsDice;

#[derive(Template)]
#[template(path = "portal/contact.html")]
struct ContactPage {
    layout: Layout,
    fields: Vec<FieldView>,
    action: String,
}

impl ContactPage {
    fn new(layout: Layout, answers: &RawAnswers) -> Self {
        let action = layout.href("/application/contact");
        let layout = layout.titled("contact-title");
        let field = |name: &str, label, hint, kind, inputmode, autocomplete: &str| FieldView {
            name: name.to_owned(),
            label: layout.say(label).to_owned(),
            hint: Some(layout.say(hint).to_owned()),
            error: None,
            autocomplete: autocomplete.to_owned(),
            control: Control::Text {
                value: answers.0.get(name).cloned().unwrap_or_default(),
                kind,
                inputmode,
                width: "",
            },
        };
        let fields = vec![
            field("email", "contact-email", "contact-email-hint", "email", "email", "email"),
            field("phone", "contact-phone", "contact-phone-hint", "tel", "tel", "tel"),
        ];
        Self { layout, fields, action }
    }

    fn with_faults(mut self, answers: &RawAnswers, today: Date) -> Self {
        for fault in faults(answers, today) {
            let words = self.layout.say(&format!("fault-{}", fault.1)).to_owned();
            if let Some(field) = self.fields.iter_mut().find(|field| field.name == fault.0) {
                field.error = Some(words);
                self.layout.faulty = true;
            }
        }
        self
    }

    fn faults(&self) -> Vec<FaultLink> {
        FaultLink::all(&self.fields)
    }
}

/// What is wrong: with which field, and the fault's word.
fn faults(answers: &RawAnswers, today: Date) -> Vec<(String, &'static str)> {
    let given: Vec<&str> =
        ["email", "phone"].into_iter().filter(|name| answers.0.contains_key(*name)).collect();
    if given.is_empty() {
        return vec![("email".to_owned(), "contact-missing")];
    }
    let wrong = faults_of(answers, &given, today);
    wrong.into_iter().map(|fault| (fault.field, fault.fault.word())).collect()
}

/// The address a code is sent to: the e-mail address, or else the telephone.
pub(crate) fn address(answers: &RawAnswers) -> Option<Address> {
    let email = answers.0.get("email").and_then(|text| text.parse().ok()).map(Address::Email);
    email.or_else(|| answers.0.get("phone").and_then(|text| text.parse().ok()).map(Address::Phone))
}

/// `GET /{lang}/application/contact`
pub(crate) async fn show(visitor: Visitor) -> Result<Response, Failing> {
    let Draft { answers, .. } = match draft(&visitor).await? {
        Ok(draft) => draft,
        Err(elsewhere) => return Ok(elsewhere),
    };
    respond::page(&ContactPage::new(visitor.layout, &answers))
}

/// `POST /{lang}/application/contact`
pub(crate) async fn save(visitor: Visitor, posted: Posted) -> Result<Response, Failing> {
    if visitor.visit.is_none() {
        return come_back::signed_out(&visitor, Some(&posted));
    }
    let Draft { visit, mut answers } = match draft(&visitor).await? {
        Ok(draft) => draft,
        Err(elsewhere) => return Ok(elsewhere),
    };
    for name in ["email", "phone"] {
        match posted.sent(name).map(str::trim) {
            Some("") => drop(answers.0.remove(name)),
            Some(value) => drop(answers.0.insert(name.to_owned(), value.to_owned())),
            None => {}
        }
    }
    let (web, kept) = (visitor.web.clone(), answers.clone());
    let now = web.now();
    web.run(move |app| app.save_answers(visit, kept, now)).await?;
    if !faults(&answers, today(now)).is_empty() {
        let page = ContactPage::new(visitor.layout, &answers).with_faults(&answers, today(now));
        return respond::page_as(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let Some(address) = address(&answers) else { return Err(Failing::NotUnderstood) };
    let tag = visitor.layout.lang();
    let known = web.run(move |app| {
        let known = app.is_confirmed(visit, &address)?;
        if !known {
            app.ask_code(visit, address, tag, &mut OsDice, now)?;
        }
        Ok(known)
    });
    let next = if known.await? { "/application/" } else { "/application/contact/confirm" };
    Ok(see_other(&visitor.href(next)))
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let layout = gallery.layout("/application/contact");
    let empty = RawAnswers::default();
    let day = crate::portal::SAMPLE_DAY;
    gallery.add("contact", "empty", &ContactPage::new(layout.clone(), &empty));
    gallery.add("contact", "faulty", &ContactPage::new(layout.clone(), &empty).with_faults(&empty, day));
    gallery.add("contact", "filled", &ContactPage::new(layout, &sample_answers()));
}
