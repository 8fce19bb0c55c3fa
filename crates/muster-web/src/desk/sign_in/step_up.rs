//! Showing a key again, to sign: good for five minutes, and back to the form.

use super::{Asked, Asking, code_field, code_of, onward, passkey, play, wait};
use crate::{
    Failing, Layout,
    desk::Caller,
    form::{Control, FaultLink, FieldView, Posted},
    respond::{self, see_other},
    samples::Gallery,
    serve::Client,
};
use askama::Template;
use axum::{Extension, extract::Query, http::StatusCode, response::Response};
use muster_app::desk::CodeShown;

#[derive(Template)]
#[template(path = "desk/step-up.html")]
struct StepUpPage {
    layout: Layout,
    action: String,
    next: String,
    asking: Option<Asking>,
    code: FieldView,
    /// Whether a button stands for the key.
    plays: bool,
    fault: Option<String>,
}

impl StepUpPage {
    fn new(layout: Layout, next: &str, asking: Option<Asking>, plays: bool) -> Self {
        let action = layout.href("/desk/step-up");
        let layout = layout.titled("desk-step-up-title");
        let code = code_field(&layout);
        Self { layout, action, next: next.to_owned(), asking, code, plays, fault: None }
    }

    fn of(caller: &Caller, next: &str) -> Self {
        let next = onward::checked(&caller.web, next).unwrap_or_default();
        let plays = play::is_cast(&caller.web, caller.officer.staff);
        Self::new(caller.layout.clone(), next, Asking::known(&caller.web), plays)
    }

    fn with_fault(mut self, fault: String) -> Self {
        self.fault = Some(fault);
        self.layout.faulty = true;
        self
    }

    fn with_wrong_code(mut self, fault: String) -> Self {
        self.code.error = Some(fault);
        self.layout.faulty = true;
        self
    }

    fn faults(&self) -> Vec<FaultLink> {
        let whole = self.fault.iter().map(|text| FaultLink { href: "#main".to_owned(), text: text.clone() });
        whole.chain(FaultLink::all(std::slice::from_ref(&self.code))).collect()
    }
}

/// `GET /{lang}/desk/step-up`
pub(crate) async fn show(caller: Caller, Query(asked): Query<Asked>) -> Result<Response, Failing> {
    respond::page(&StepUpPage::of(&caller, &asked.next))
}

/// `POST /{lang}/desk/step-up`
pub(crate) async fn open(
    caller: Caller,
    client: Option<Extension<Client>>,
    posted: Posted,
) -> Result<Response, Failing> {
    let (web, staff) = (&caller.web, caller.officer.staff);
    let page = StepUpPage::of(&caller, posted.get("next"));
    let page = if posted.sent("play").is_some() && play::is_cast(web, staff) {
        None
    } else if posted.sent("answer").is_some() {
        // Somebody else's passkey is nobody's signature here.
        let shown = passkey::who(web, &posted).await?.is_some_and(|shown| shown == staff);
        let wrong = caller.layout.say("desk-sign-in-passkey-wrong").to_owned();
        (!shown).then(|| page.with_fault(wrong))
    } else {
        let from = client.map_or_else(String::new, |Extension(client)| client.0.to_string());
        match code_of(web, &staff.to_string(), posted.get("code"), from).await? {
            CodeShown::Right(_) => None,
            CodeShown::Wrong => {
                Some(page.with_wrong_code(caller.layout.say("desk-step-up-code-wrong").to_owned()))
            }
            CodeShown::Wait { seconds } => Some(page.with_wrong_code(wait(&caller.layout, seconds))),
        }
    };
    if let Some(page) = page {
        return respond::page_as(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let (now, token) = (web.now(), caller.token.clone());
    web.run(move |app| app.step_up(&token, now)).await?;
    let next = onward::checked(web, posted.get("next")).map_or_else(|| caller.href("/desk/"), str::to_owned);
    Ok(see_other(&next))
}

/// The page that asks for a key again, and leads back to `next`.
pub(crate) fn address(caller: &Caller, next: &str) -> String {
    let next = serde_urlencoded::to_string([("next", next)]).unwrap_or_default();
    format!("{}?{next}", caller.href("/desk/step-up"))
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let layout = gallery.desk("/desk/step-up");
    let page = |plays| StepUpPage::new(layout.clone(), "", Some(Asking::sample(&layout)), plays);
    gallery.add("desk-step-up", "first", &page(false));
    gallery.add("desk-step-up", "play", &page(true));
    let wrong = layout.say("desk-step-up-code-wrong").to_owned();
    gallery.add("desk-step-up", "wrong-code", &page(false).with_wrong_code(wrong));
    let wrong = layout.say("desk-sign-in-passkey-wrong").to_owned();
    gallery.add("desk-step-up", "wrong-passkey", &page(false).with_fault(wrong));
}
