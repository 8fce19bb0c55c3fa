//! An officer's own account: the keys it is opened with. Whoever changes them has shown one just now, or has none yet.

use super::{Caller, sign_in, words};
use crate::{
    Failing, Layout, cookie,
    desk::sign_in::{Asking, Sent, step_up},
    form::{Control, FaultLink, FieldView, Posted},
    respond::{self, see_other, with_cookie},
    samples::Gallery,
    sealing::Sealing,
};
use askama::Template;
use axum::{extract::Query, http::StatusCode, response::Response};
use jiff::{Timestamp, tz::TimeZone};
use muster_app::{
    App,
    desk::{Authenticator, DeskKey, KeyKind},
};
use muster_vocab::OsDice;
use serde::Deserialize;

const PURPOSE: &str = "desk-authenticator";
const PATH: &str = "/desk/account/";

#[derive(Template)]
#[template(path = "desk/account.html")]
struct AccountPage {
    layout: Layout,
    name: String,
    short: String,
    roles: Vec<String>,
    keys: Vec<KeyRow>,
    /// Whether keys may be changed now.
    open: bool,
    step_up: String,
    done: Option<String>,
    asking: Option<Asking>,
    /// Where the same page stands under a name that a passkey can be bound to.
    elsewhere: Option<String>,
    keys_off: bool,
    app: Option<NewApp>,
    passkey_name: FieldView,
    app_name: FieldView,
    code: FieldView,
    fault: Option<String>,
}

struct KeyRow {
    id: String,
    name: String,
    kind: String,
    used: String,
}

/// An app that is being set up.
struct NewApp {
    secret: String,
    link: String,
    outline: String,
    size: usize,
    sealed: String,
}

/// What the page is told.
struct Told {
    name: String,
    short: String,
    roles: Vec<String>,
    keys: Vec<DeskKey>,
    stepped_up: bool,
}

impl AccountPage {
    fn new(layout: Layout, told: Told, asking: Option<Asking>, app: Option<NewApp>) -> Self {
        let layout = layout.titled("desk-account-title");
        let Told { name, short, roles, keys, stepped_up } = told;
        let next = serde_urlencoded::to_string([("next", layout.href(PATH))]).unwrap_or_default();
        Self {
            open: stepped_up || keys.is_empty(),
            step_up: format!("{}?{next}", layout.href("/desk/step-up")),
            keys: keys.into_iter().map(|key| row(&layout, key)).collect(),
            passkey_name: name_field(&layout, "passkey-name"),
            app_name: name_field(&layout, "app-name"),
            code: sign_in::code_field(&layout),
            keys_off: layout.desk.as_ref().is_some_and(|bar| bar.keys_off),
            layout,
            name,
            short,
            roles,
            done: None,
            elsewhere: None,
            asking,
            app,
            fault: None,
        }
    }

    fn with_fault(mut self, fault: &str) -> Self {
        self.fault = Some(self.layout.say(fault).to_owned());
        self.layout.faulty = true;
        self
    }

    fn with_wrong_code(mut self) -> Self {
        self.code.error = Some(self.layout.say("desk-account-code-wrong").to_owned());
        self.layout.faulty = true;
        self
    }

    fn faults(&self) -> Vec<FaultLink> {
        let whole = self.fault.iter().map(|text| FaultLink { href: "#main".to_owned(), text: text.clone() });
        whole.chain(FaultLink::all(std::slice::from_ref(&self.code))).collect()
    }
}

fn row(layout: &Layout, key: DeskKey) -> KeyRow {
    let kind = match key.kind {
        KeyKind::Passkey => layout.say("desk-account-kind-passkey"),
        KeyKind::Authenticator => layout.say("desk-account-kind-app"),
    };
    let used = key.used_at.map_or_else(
        || layout.say("desk-account-never").to_owned(),
        |at| layout.say_with("desk-account-used", &[("day", day(layout, at).as_str().into())]),
    );
    let name = if key.name.is_empty() { kind.to_owned() } else { key.name };
    KeyRow { id: key.id, name, kind: kind.to_owned(), used }
}

/// A day in words.
pub(super) fn day(layout: &Layout, at: Timestamp) -> String {
    muster_i18n::long_date(layout.locale(), at.to_zoned(TimeZone::UTC).date())
}

fn name_field(layout: &Layout, name: &str) -> FieldView {
    FieldView {
        name: name.to_owned(),
        label: layout.say("desk-account-key-name").to_owned(),
        hint: Some(layout.say("desk-account-key-name-hint").to_owned()),
        error: None,
        autocomplete: "off".to_owned(),
        control: Control::Text { value: String::new(), kind: "text", inputmode: "", width: "" },
    }
}

fn new_app(caller: &Caller, app: &Authenticator) -> Option<NewApp> {
    let (outline, size) = app.picture()?;
    let until = Sealing::after(caller.web.now(), 1);
    let sealed = caller.web.sealing.seal(PURPOSE, (caller.officer.staff.to_string(), app.secret()), until)?;
    Some(NewApp { secret: spaced(&app.secret()), link: app.link(), outline, size, sealed })
}

/// In groups of four, to be read and typed.
fn spaced(secret: &str) -> String {
    let letters: Vec<char> = secret.chars().collect();
    letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// The page as it stands for the caller; with an app that is being set up, or a fresh one.
async fn page_of(caller: &Caller, app: Option<Authenticator>) -> Result<AccountPage, Failing> {
    let (staff, human, passkeys) = (caller.officer.staff, caller.officer.human, caller.web.passkeys.clone());
    let found = caller.web.run(move |app| {
        let asked = passkeys.map(|passkeys| app.ask_passkey(&passkeys, staff, human)).transpose()?;
        Ok((app.staff_name(staff)?, app.desk_keys(staff, human)?, asked.flatten()))
    });
    let (name, keys, asked) = found.await?;
    let short = App::short_name(staff);
    let layout = caller.layout.clone();
    let roles = caller.officer.roles.iter().map(|role| words::role(&layout, role.word())).collect();
    let app = app.or_else(|| Authenticator::fresh(layout.service(), &short, &mut OsDice));
    let app = app.and_then(|app| new_app(caller, &app));
    let asking = asked.and_then(|asked| Asking::of(&caller.web, asked));
    let (name, stepped_up) = (name.unwrap_or_default(), caller.officer.stepped_up);
    let mut page = AccountPage::new(layout, Told { name, short, roles, keys, stepped_up }, asking, app);
    PATH.clone_into(&mut page.layout.path);
    page.elsewhere = sign_in::elsewhere(&caller.web, &caller.headers, &page.layout);
    Ok(page)
}

/// What the address may carry.
#[derive(Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    done: String,
}

/// `GET /{lang}/desk/account/`
pub(crate) async fn show(caller: Caller, Query(asked): Query<Asked>) -> Result<Response, Failing> {
    let mut page = page_of(&caller, None).await?;
    page.done = match asked.done.as_str() {
        "added" => Some(page.layout.say("desk-account-added").to_owned()),
        "removed" => Some(page.layout.say("desk-account-removed").to_owned()),
        _ => None,
    };
    respond::page(&page)
}

/// Whoever may not change keys now is sent to show one.
fn closed(caller: &Caller, page: &AccountPage) -> Option<Response> {
    (!page.open).then(|| see_other(&step_up::address(caller, &caller.href(PATH))))
}

fn done(caller: &Caller, verb: &str) -> Response {
    see_other(&caller.href(&format!("{PATH}?done={verb}")))
}

/// `POST /{lang}/desk/account/passkey`
pub(crate) async fn add_passkey(caller: Caller, posted: Posted) -> Result<Response, Failing> {
    let page = page_of(&caller, None).await?;
    if let Some(closed) = closed(&caller, &page) {
        return Ok(closed);
    }
    let sent = Sent::read(&caller.web, &posted);
    if let (Some(passkeys), Some(Sent { state, answer })) = (caller.web.passkeys.clone(), sent) {
        let (who, now) = ((caller.officer.staff, caller.officer.human), caller.web.now());
        let name = posted.get("passkey-name").to_owned();
        let kept =
            caller.web.run(move |app| app.enrol_passkey(&passkeys, who, (&state, &answer), &name, now));
        if kept.await? {
            return Ok(done(&caller, "added"));
        }
    }
    respond::page_as(StatusCode::UNPROCESSABLE_ENTITY, &page.with_fault("desk-account-passkey-wrong"))
}

/// `POST /{lang}/desk/account/app`
pub(crate) async fn add_app(caller: Caller, posted: Posted) -> Result<Response, Failing> {
    let (web, staff) = (&caller.web, caller.officer.staff);
    let sealed = web.sealing.open::<(String, String)>(PURPOSE, posted.get("app"), web.now());
    let secret = sealed.filter(|(whose, _)| *whose == staff.to_string()).map(|(_, secret)| secret);
    let short = App::short_name(staff);
    let read = || Authenticator::read(secret.as_deref()?, caller.layout.service(), &short);
    let page = page_of(&caller, read()).await?;
    if let Some(closed) = closed(&caller, &page) {
        return Ok(closed);
    }
    if let Some(app) = read() {
        let (who, now) = ((staff, caller.officer.human), web.now());
        let (code, name) = (posted.get("code").to_owned(), posted.get("app-name").to_owned());
        let kept = web.run(move |held| held.enrol_authenticator(who, &app, &code, &name, (&mut OsDice, now)));
        if kept.await? {
            return Ok(done(&caller, "added"));
        }
    }
    respond::page_as(StatusCode::UNPROCESSABLE_ENTITY, &page.with_wrong_code())
}

/// `POST /{lang}/desk/account/remove`
pub(crate) async fn remove(caller: Caller, posted: Posted) -> Result<Response, Failing> {
    let page = page_of(&caller, None).await?;
    if let Some(closed) = closed(&caller, &page) {
        return Ok(closed);
    }
    let (staff, key) = (caller.officer.staff, posted.get("key").to_owned());
    if caller.web.run(move |app| app.drop_desk_key(staff, &key)).await? {
        return Ok(done(&caller, "removed"));
    }
    respond::page_as(StatusCode::UNPROCESSABLE_ENTITY, &page.with_fault("desk-account-last"))
}

/// `POST /{lang}/desk/account/everywhere`
pub(crate) async fn sign_out_everywhere(caller: Caller) -> Result<Response, Failing> {
    let staff = caller.officer.staff;
    caller.web.run(move |app| app.close_desks_of(staff)).await?;
    let answer = see_other(&caller.href("/desk/sign-in"));
    Ok(with_cookie(answer, cookie::set(&caller.web, cookie::DESK, "")))
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let layout = gallery.desk(PATH);
    let key = |id: &str, kind, name: &str, used_at| DeskKey {
        id: id.to_owned(),
        kind,
        name: name.to_owned(),
        made_at: Timestamp::UNIX_EPOCH,
        used_at,
    };
    let both = || {
        vec![
            key("01", KeyKind::Passkey, "Blue key", Some(Timestamp::UNIX_EPOCH)),
            key("02", KeyKind::Authenticator, "", None),
        ]
    };
    let page = |keys, stepped_up| {
        let roles = vec![words::role(&layout, muster_vocab::Role::Clerk.word())];
        let (name, short) = ("Olena Marchuk".to_owned(), "4f1c09ab".to_owned());
        let secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
        let app = Authenticator::read(secret, layout.service(), &short).and_then(|app| {
            let (outline, size) = app.picture()?;
            Some(NewApp { secret: spaced(secret), link: app.link(), outline, size, sealed: "x".to_owned() })
        });
        let told = Told { name, short, roles, keys, stepped_up };
        AccountPage::new(layout.clone(), told, Some(Asking::sample(&layout)), app)
    };
    gallery.add("desk-account", "first", &page(Vec::new(), false));
    gallery.add("desk-account", "keys", &page(both(), true));
    gallery.add("desk-account", "one", &page(both().split_off(1), true));
    let mut number = page(both(), true);
    number.elsewhere = Some("http://localhost:8080/en/desk/account/".to_owned());
    gallery.add("desk-account", "number", &number);
    gallery.add("desk-account", "closed", &page(both(), false));
    gallery.add("desk-account", "wrong-code", &page(Vec::new(), false).with_wrong_code());
    gallery.add(
        "desk-account",
        "wrong-passkey",
        &page(both(), true).with_fault("desk-account-passkey-wrong"),
    );
    gallery.add("desk-account", "last", &page(both(), true).with_fault("desk-account-last"));
    let mut added = page(both(), true);
    added.done = Some(layout.say("desk-account-added").to_owned());
    gallery.add("desk-account", "added", &added);
}
