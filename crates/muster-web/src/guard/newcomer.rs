//! What a form that opens a draft carries against machines, and whether its sender comes in.

use super::{Admission as Gated, Asking, HONEYPOT, ISSUED};
use crate::{Layout, Web, form::Posted};
use std::net::IpAddr;

/// The hidden fields of such a form.
pub struct Newcomer {
    /// When the form was made, sealed.
    pub made: String,
    /// The ticket of somebody who waits.
    pub ticket: Option<String>,
    /// A puzzle for the script, as JSON.
    pub challenge: Option<String>,
    /// How long the ticket still waits.
    pub wait_seconds: Option<u32>,
}

/// Whether somebody may open a draft.
pub enum Entry {
    /// Yes.
    Pass,
    /// Not yet: the same form once more, with what it needs.
    Wait(Newcomer),
}

impl Newcomer {
    /// A fresh form.
    pub(crate) fn new(web: &Web) -> Self {
        Self { made: web.guard.trap.issue(web.now()), ticket: None, challenge: None, wait_seconds: None }
    }

    /// Asks the gate for whoever sent this form.
    pub(crate) fn admit(web: &Web, client: IpAddr, posted: &Posted) -> Entry {
        let now = web.now();
        let judged = web.guard.trap.judge(posted.get(HONEYPOT), posted.get(ISSUED), now);
        let sent = |name| posted.sent(name).filter(|value| !value.is_empty());
        let asking =
            Asking { client, proof: sent("proof"), ticket: sent("ticket"), suspect: judged.is_suspect() };
        match web.guard.gate.admit(&asking, now) {
            Gated::Pass => Entry::Pass,
            Gated::Prove { challenge, ticket, wait_seconds } => Entry::Wait(Self {
                made: web.guard.trap.issue(now),
                ticket: Some(ticket),
                challenge: Some(challenge).filter(|challenge| !challenge.is_empty()),
                wait_seconds: Some(wait_seconds),
            }),
        }
    }

    /// How long to wait, in words.
    pub(crate) fn wait(&self, layout: &Layout) -> String {
        let seconds = i64::from(self.wait_seconds.unwrap_or_default());
        layout.say_with("newcomer-wait", &[("seconds", seconds.into())])
    }

    /// As on a quiet day, or under a flood.
    pub(crate) fn sample(waiting: bool) -> Self {
        let some = |text: &str| waiting.then(|| text.to_owned());
        Self {
            made: "sealed".to_owned(),
            ticket: some("sealed"),
            challenge: some("{}"),
            wait_seconds: waiting.then_some(45),
        }
    }
}
