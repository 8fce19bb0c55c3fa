//! A passkey, asked for by a page: its question in the page, its state sealed beside it.

use crate::{Failing, Layout, Web, form::Posted};
use axum::http::{HeaderMap, header::HOST};
use jiff::SignedDuration;
use muster_app::desk::{Ceremony, Passkeys};
use muster_vocab::StaffId;
use std::net::{IpAddr, SocketAddr};

const PURPOSE: &str = "desk-passkey";
/// How long a page may take to send the answer.
const LASTS: SignedDuration = SignedDuration::from_mins(15);

/// What a page asks the browser for.
#[derive(Clone)]
pub(crate) struct Asking {
    /// What the script hands to the browser.
    pub(crate) options: String,
    /// What the answer is held against, sealed.
    pub(crate) ceremony: String,
}

/// What came back.
pub(crate) struct Sent {
    /// What the answer is held against.
    pub(crate) state: String,
    /// The answer.
    pub(crate) answer: String,
}

impl Asking {
    /// For a passkey that is known, whosever it is; nothing where no passkey can work.
    pub(crate) fn known(web: &Web) -> Option<Self> {
        Self::of(web, web.passkeys.as_ref().and_then(Passkeys::ask)?)
    }

    /// Of a ceremony.
    pub(crate) fn of(web: &Web, ceremony: Ceremony) -> Option<Self> {
        let until = web.now().checked_add(LASTS).ok()?;
        let sealed = web.sealing.seal(PURPOSE, ceremony.state, until)?;
        Some(Self { options: ceremony.options, ceremony: sealed })
    }

    /// For samples.
    pub(crate) fn sample(_: &Layout) -> Self {
        Self { options: r#"{"challenge":"AAAA"}"#.to_owned(), ceremony: "sealed".to_owned() }
    }
}

impl Sent {
    /// What a form brought; nothing if it was changed or took too long.
    pub(crate) fn read(web: &Web, posted: &Posted) -> Option<Self> {
        let state = web.sealing.open(PURPOSE, posted.get("ceremony"), web.now())?;
        Some(Self { state, answer: posted.get("answer").to_owned() })
    }
}

/// Whose passkey answered.
pub(crate) async fn who(web: &Web, posted: &Posted) -> Result<Option<StaffId>, Failing> {
    let (Some(passkeys), Some(Sent { state, answer })) = (web.passkeys.clone(), Sent::read(web, posted))
    else {
        return Ok(None);
    };
    let now = web.now();
    web.run(move |app| app.show_passkey(&passkeys, &state, &answer, now)).await
}

/// The same page under a name, for somebody who came by a number: no passkey could be bound to that.
pub(crate) fn elsewhere(web: &Web, headers: &HeaderMap, layout: &Layout) -> Option<String> {
    if web.settings.is_secure() {
        return None;
    }
    let place = format!("http://{}", headers.get(HOST)?.to_str().ok()?);
    Some(format!("{}{}", named(&place)?, layout.href(&layout.path)))
}

/// This machine's address with its name in place of the number; nothing if it has a name, or is another machine's.
fn named(place: &str) -> Option<String> {
    let host = place.strip_prefix("http://")?;
    let (number, port) = match host.parse::<SocketAddr>() {
        Ok(address) => (address.ip(), format!(":{}", address.port())),
        Err(_) => (host.trim_matches(['[', ']']).parse::<IpAddr>().ok()?, String::new()),
    };
    number.is_loopback().then(|| format!("http://localhost{port}"))
}

/// The address that links begin with.
pub(crate) fn place(web: &Web) -> String {
    let place = web.settings.public_url.clone().unwrap_or_default();
    named(&place).unwrap_or(place)
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn only_a_number_of_this_machine_is_given_its_name() {
        assert_eq!(named("http://127.0.0.1:8080").as_deref(), Some("http://localhost:8080"));
        assert_eq!(named("http://[::1]:80").as_deref(), Some("http://localhost:80"));
        assert_eq!(named("http://127.0.0.1").as_deref(), Some("http://localhost"));
        for other in
            ["http://localhost:8080", "http://10.0.0.1:80", "https://127.0.0.1", "http://evil.example"]
        {
            assert_eq!(named(other), None, "{other}");
        }
    }
}
