//! Requests that their sender named: what was done is not done again, and answered as it was the first time.

use super::{
    answer::Answer,
    caller::Caller,
    input,
    problem::{Kind, Problem},
};
use axum::{
    body::Body,
    http::{HeaderMap, Method, Uri, request::Parts},
};
use jiff::{SignedDuration, Timestamp};
use muster_app::App;
use muster_store::desk::Named;
use muster_vocab::CommandId;

/// How long an answer is kept.
const KEPT: SignedDuration = SignedDuration::from_hours(24);
/// Nobody works on a request for longer: who does was stopped.
const STUCK: SignedDuration = SignedDuration::from_mins(2);

/// Whether an answer may be kept: one that holds personal data is not, and is made anew.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Keep {
    Answer,
    Nothing,
}

/// A POST as it came: its headers, and the bytes of its body.
pub(super) struct Posted {
    pub(super) headers: HeaderMap,
    pub(super) bytes: Vec<u8>,
    method: Method,
    uri: Uri,
    key: String,
}

impl Posted {
    pub(super) async fn read(parts: Parts, body: Body) -> Result<Self, Problem> {
        let Parts { headers, method, uri, .. } = parts;
        let key = input::key(&headers)?.to_owned();
        let bytes = input::bytes(&headers, body).await?;
        Ok(Self { headers, bytes, method, uri, key })
    }

    /// Does the work under the request's name, which is also the command's: once, however often it is sent.
    ///
    /// Only what was done is kept. A refusal changed nothing, so the same name may be tried again.
    pub(super) async fn once(
        self,
        caller: &Caller,
        keep: Keep,
        work: impl FnOnce(&App, Timestamp, CommandId) -> Result<Answer, Problem> + Send + 'static,
    ) -> Result<Answer, Problem> {
        let (at, staff) = (caller.web.now(), caller.officer.staff);
        let before = |span| at.checked_sub(span).unwrap_or(Timestamp::MIN);
        let (over, stuck) = (before(KEPT), before(STUCK));
        caller
            .run(move |app| {
                let lookup = app.store.journal.lookup();
                let name = lookup.token("api-request", &format!("{staff} {}", self.key));
                let body = muster_vocab::Digest::of(&self.bytes);
                let print = lookup.token("api-body", &format!("{} {} {body}", self.method, self.uri.path()));
                let desk = &app.store.desk;
                let begun = desk.begin_named(name, print, at, over, stuck).wait();
                match begun.map_err(|error| Problem::from(muster_app::Failure::from(error)))? {
                    Named::Fresh => {}
                    Named::Busy => return Err(Problem::new(Kind::KeyBusy)),
                    Named::Other => return Err(Problem::new(Kind::KeyReused)),
                    Named::Answered(kept) => return Ok(kept.into()),
                }
                let done = work(app, at, CommandId::from_bytes(name));
                let noted = match &done {
                    Ok(answer) if keep == Keep::Answer => desk.answer_named(name, answer.kept()).wait(),
                    _ => desk.forget_named(name).wait(),
                };
                // What was done stays done and is found by its name in the log.
                if let Err(error) = noted {
                    tracing::error!(%error, "an answer could not be kept");
                }
                done
            })
            .await
    }
}
