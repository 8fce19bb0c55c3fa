//! The keys of the desk, and the switch that turns them off.

use crate::{
    Failing, Layout, cookie,
    desk::Caller,
    respond::{self, see_other, with_cookie},
    samples::Gallery,
};
use askama::Template;
use axum::{extract::Form, response::Response};
use serde::Deserialize;

/// Every key with what it does.
const KEYS: &[(&str, &str)] = &[
    ("n", "desk-keys-n"),
    ("a", "desk-keys-a"),
    ("w", "desk-keys-w"),
    ("y", "desk-keys-y"),
    ("j", "desk-keys-j"),
    ("k", "desk-keys-k"),
    ("x", "desk-keys-x"),
    ("o", "desk-keys-o"),
    ("/", "desk-keys-slash"),
    ("?", "desk-keys-help"),
];

#[derive(Template)]
#[template(path = "desk/keys.html")]
struct KeysPage {
    layout: Layout,
    keys: &'static [(&'static str, &'static str)],
    off: bool,
}

/// How the switch is to stand.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Switch {
    keys: String,
    /// From which page it was asked; empty for the page of the keys.
    from: String,
}

/// `GET /{lang}/desk/keys`
pub(crate) async fn show(caller: Caller) -> Result<Response, Failing> {
    let off = caller.layout.desk.as_ref().is_some_and(|bar| bar.keys_off);
    let layout = caller.layout.titled("desk-keys-title").back_to("/desk/");
    respond::page(&KeysPage { layout, keys: KEYS, off })
}

/// `POST /{lang}/desk/keys`
pub(crate) async fn switch(caller: Caller, Form(switch): Form<Switch>) -> Result<Response, Failing> {
    let value = if switch.keys == "off" { "off" } else { "" };
    let page = if switch.from == "account" { "/desk/account/" } else { "/desk/keys" };
    let answer = see_other(&caller.href(page));
    Ok(with_cookie(answer, cookie::set(&caller.web, cookie::KEYS, value)))
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    for (state, off) in [("on", false), ("off", true)] {
        let layout = gallery.desk("/desk/keys").titled("desk-keys-title").back_to("/desk/");
        gallery.add("desk-keys", state, &KeysPage { layout, keys: KEYS, off });
    }
}
