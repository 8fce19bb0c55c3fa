//! Showing a key again, to sign: good for five minutes, and back to the form.

use super::{Asked, Asking, code_field, code_of, elsewhere, onward, passkey, play, wait};
use crate::{
    Failing, Layout, cookie,
    desk::Caller,
    form::{Control, FaultLink, FieldView, Posted},
    respond::{self, see_other, with_cookie},
    samples::Gallery,
    serve::Client,
};
use askama::Template;
use axum::{Extension, extract::Query, http::StatusCode, response::Response};
use muster_app::desk::{CodeShown, DeskToken, KeyKind};

#[derive(Template)]
#[template(path = "desk/step-up.html")]
struct StepUpPage {
    layout: Layout,
    action: String,
    next: String,
    /// What was typed before the key was asked for, sealed; empty if nothing was.
    held: String,
    asking: Option<Asking>,
    /// Where the same page stands under a name that a passkey can be bound to.
    elsewhere: Option<String>,
    code: FieldView,
    ways: Ways,
    fault: Option<String>,
}

/// By what somebody can show who they are.
#[derive(Clone, Copy, Default)]
struct Ways {
    passkey: bool,
    app: bool,
    /// In a play a button stands for the key.
    plays: bool,
}

impl StepUpPage {
    fn new(layout: Layout, next: &str, asking: Option<Asking>, ways: Ways) -> Self {
        let action = layout.href("/desk/step-up");
        let layout = layout.titled("desk-step-up-title");
        let code = code_field(&layout);
        let (next, held) = (next.to_owned(), String::new());
        Self { layout, action, next, held, asking, elsewhere: None, code, ways, fault: None }
    }

    async fn of(caller: &Caller, next: &str) -> Result<Self, Failing> {
        let (web, staff, human) = (&caller.web, caller.officer.staff, caller.officer.human);
        let keys = web.run(move |app| app.desk_keys(staff, human)).await?;
        let has = |kind| keys.iter().any(|key| key.kind == kind);
        let plays = play::is_cast(web, staff);
        let ways = Ways { passkey: has(KeyKind::Passkey), app: has(KeyKind::Authenticator), plays };
        let next = onward::checked(web, next).unwrap_or_default();
        let asking = Asking::known(web).filter(|_| ways.passkey);
        let mut page = Self::new(caller.layout.clone(), next, asking, ways);
        page.elsewhere = elsewhere(web, &caller.headers, &page.layout).filter(|_| ways.passkey);
        Ok(page)
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
    respond::page(&StepUpPage::of(&caller, &asked.next).await?)
}

/// `POST /{lang}/desk/step-up`
pub(crate) async fn open(
    caller: Caller,
    client: Option<Extension<Client>>,
    posted: Posted,
) -> Result<Response, Failing> {
    let (web, staff) = (&caller.web, caller.officer.staff);
    let mut page = StepUpPage::of(&caller, posted.get("next")).await?;
    posted.get("held").clone_into(&mut page.held);
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
    let renewed = web.run(move |app| app.renew_stepped_up(&token, now)).await?;
    let next = onward::checked(web, posted.get("next")).map_or_else(|| caller.href("/desk/"), str::to_owned);
    let token = renewed.as_ref().map_or("", DeskToken::as_str);
    let onward = onward::held_by(&caller, posted.get("held")).unwrap_or_else(|| Ok(see_other(&next)))?;
    Ok(with_cookie(onward, cookie::set(web, cookie::DESK, token)))
}

/// The page that asks for a key, in answer to a form that needs one: what was typed is sealed into it, and sent once
/// the key is shown.
pub(crate) async fn holding(caller: &Caller, posted: &Posted) -> Result<Response, Failing> {
    let mut page = StepUpPage::of(caller, "").await?;
    page.held = onward::hold(caller, posted);
    "/desk/step-up".clone_into(&mut page.layout.path);
    respond::page_as(StatusCode::UNAUTHORIZED, &page)
}

/// The page that asks for a key again, and leads back to `next`.
pub(crate) fn address(caller: &Caller, next: &str) -> String {
    let next = serde_urlencoded::to_string([("next", next)]).unwrap_or_default();
    format!("{}?{next}", caller.href("/desk/step-up"))
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let layout = gallery.desk("/desk/step-up");
    let key = Ways { passkey: true, app: true, plays: false };
    let with = |ways: Ways| {
        StepUpPage::new(layout.clone(), "", Some(Asking::sample(&layout)).filter(|_| ways.passkey), ways)
    };
    let page = || with(key);
    gallery.add("desk-step-up", "first", &page());
    gallery.add("desk-step-up", "play", &with(Ways { plays: true, ..Ways::default() }));
    gallery.add("desk-step-up", "no-key", &with(Ways::default()));
    let mut number = page();
    number.elsewhere = Some("http://localhost:8080/en/desk/step-up".to_owned());
    gallery.add("desk-step-up", "number", &number);
    let wrong = layout.say("desk-step-up-code-wrong").to_owned();
    gallery.add("desk-step-up", "wrong-code", &page().with_wrong_code(wrong));
    let wrong = layout.say("desk-sign-in-passkey-wrong").to_owned();
    gallery.add("desk-step-up", "wrong-passkey", &page().with_fault(wrong));
}
