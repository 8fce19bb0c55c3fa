//! Four cookies and no more: the visit, the answers of the pre-check, an officer's session, and whether the officer turned
//! the keys off. Each is needed for what the visitor asks for, and none tells anybody anything.

use crate::Web;
use axum::http::{HeaderMap, HeaderValue, header::COOKIE};

/// The session of somebody who has a case.
pub(crate) const VISIT: &str = "muster-visit";
/// The session of an officer.
pub(crate) const DESK: &str = "muster-desk";
/// Whether single keys are turned off.
pub(crate) const KEYS: &str = "muster-keys";
/// The sealed answers of a pre-check.
pub(crate) const PRE_CHECK: &str = "muster-pre-check";

/// The name a cookie has here: with the prefix that ties it to this host wherever people come by https.
fn name(web: &Web, cookie: &str) -> String {
    if web.settings.is_secure() { format!("__Host-{cookie}") } else { cookie.to_owned() }
}

/// The value of a cookie.
pub(crate) fn read<'a>(web: &Web, headers: &'a HeaderMap, cookie: &str) -> Option<&'a str> {
    let name = name(web, cookie);
    let all = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    all.flat_map(|line| line.split(';')).find_map(|pair| {
        let (key, value) = pair.trim().split_once('=')?;
        (key == name).then_some(value)
    })
}

/// The header that sets a cookie until the browser closes; an empty value takes it away.
pub(crate) fn set(web: &Web, cookie: &str, value: &str) -> Option<HeaderValue> {
    let secure = if web.settings.is_secure() { "; Secure" } else { "" };
    let gone = if value.is_empty() { "; Max-Age=0" } else { "" };
    let name = name(web, cookie);
    HeaderValue::from_str(&format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{gone}")).ok()
}
