//! The six digits that went to an address.

use super::{Onward, address_of, sign_in};
use crate::{
    Failing, Layout,
    form::{Control, FaultLink, FieldView, Posted},
    respond,
    samples::Gallery,
    visitor::Visitor,
};
use askama::Template;
use axum::{http::StatusCode, response::Response};

/// Asks for the code. The page is the same whether one was sent or not.
#[derive(Template)]
#[template(path = "portal/return-code.html")]
pub(super) struct CodePage {
    layout: Layout,
    action: String,
    again: String,
    address: String,
    field: FieldView,
    onward: Onward,
}

impl CodePage {
    pub(super) fn new(mut layout: Layout, address: &str, onward: Onward) -> Self {
        // Switching the language leads to a page that a link can open.
        "/return".clone_into(&mut layout.path);
        let (action, again) = (layout.href("/return/code"), layout.href("/return"));
        let layout = layout.titled("return-code-title").back_to("/return");
        let field = FieldView {
            name: "code".to_owned(),
            label: layout.say("return-code").to_owned(),
            hint: Some(layout.say("return-code-hint").to_owned()),
            error: None,
            autocomplete: "one-time-code".to_owned(),
            control: Control::Text { value: String::new(), kind: "text", inputmode: "numeric", width: "w10" },
        };
        Self { layout, action, again, address: address.to_owned(), field, onward }
    }

    fn with_wrong_code(mut self) -> Self {
        self.field.error = Some(self.layout.say("return-code-wrong").to_owned());
        self.layout.faulty = true;
        self
    }

    fn says(&self) -> String {
        self.layout.say_with("return-code-says", &[("address", self.address.as_str().into())])
    }

    fn faults(&self) -> Vec<FaultLink> {
        FaultLink::all(std::slice::from_ref(&self.field))
    }
}

/// `POST /{lang}/return/code`
pub(crate) async fn redeem(visitor: Visitor, posted: Posted) -> Result<Response, Failing> {
    let typed = posted.get("address").to_owned();
    let address = address_of(&typed).ok_or(Failing::NotUnderstood)?;
    // Pasted with blanks, a full stop or a hyphen, it is still the code.
    let code: String = posted.get("code").chars().filter(char::is_ascii_digit).collect();
    let now = visitor.web.now();
    let found = visitor.web.run(move |app| app.redeem_code(&address, &code, now)).await?;
    let onward = Onward::of(&posted);
    if let Some(visit) = found {
        return sign_in(&visitor, visit, &onward).await;
    }
    let page = CodePage::new(visitor.layout, &typed, onward).with_wrong_code();
    respond::page_as(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let layout = gallery.layout("/return/code");
    let page = || CodePage::new(layout.clone(), "anna@example.org", Onward::default());
    gallery.add("return-code", "fresh", &page());
    gallery.add("return-code", "wrong", &page().with_wrong_code());
}
