//! The acts of officers: a typed body for each, one way to carry them out.

mod decide;
mod interview;
mod screen;
mod triage;

pub(super) use decide::{Countersign, EndDeferral, Recommend, Recuse, SendBack, SettleReview};
pub(super) use interview::{Assess, BookInterview, CompleteInterview, RecordNoShow, Reschedule};
pub(super) use screen::{ConfirmHit, DismissHit, RaiseHit, RecordCheck};
pub(super) use triage::{AcceptFinding, AddNote, ConfirmRefusal, LiftHold, PlaceHold, Refer, RequestInfo};

use super::{
    answer::Answer,
    caller::Caller,
    input,
    named::{Keep, Posted},
    problem::{Kind, Problem},
    words::Code,
};
use axum::{body::Body, extract::Path, http::request::Parts};
use jiff::Timestamp;
use muster_app::{
    Act, App, Failure,
    desk::{Acted, Basis, Officer},
};
use muster_case::{Action, Command};
use muster_vocab::{CaseId, CommandId, Digest, ReasonCode};
use serde::{Serialize, de::DeserializeOwned};
use utoipa::ToSchema;

/// An act as it comes in.
pub(super) trait Performs: DeserializeOwned + ToSchema + Send + 'static {
    /// Whether it is a signature: then a key must have been shown again at the desk.
    const SIGNS: bool = false;

    /// The commands it stands for, each with its permit.
    fn acts(self, of: &Asking<'_>) -> Result<Vec<Act>, Problem>;
}

/// Who asks for an act, of which case, when, under which name.
pub(super) struct Asking<'a> {
    pub(super) app: &'a App,
    pub(super) officer: &'a Officer,
    pub(super) case: CaseId,
    pub(super) at: Timestamp,
    once: CommandId,
}

impl Asking<'_> {
    /// A command under the first of the officer's roles that may give it.
    fn may<A: Action + Into<Command>>(&self, command: A) -> Result<Vec<Act>, Problem> {
        Ok(vec![Act::new(self.officer.permit::<A>()?, command)])
    }

    /// A command under the first of the officer's roles that is among these.
    fn may_among<A: Action + Into<Command>>(
        &self,
        roles: &[muster_vocab::Role],
        command: A,
    ) -> Result<Vec<Act>, Problem> {
        Ok(vec![Act::new(self.officer.permit_among::<A>(roles)?, command)])
    }

    /// A new identifier, the same each time the request is sent.
    fn new_id(&self, what: &str) -> [u8; 16] {
        let digest = Digest::of(format!("{what} {} {}", self.case, self.once).as_bytes()).0;
        *digest.first_chunk().unwrap_or(&[0; 16])
    }
}

fn codes(codes: Vec<Code>) -> Vec<ReasonCode> {
    codes.into_iter().map(|code| code.0).collect()
}

/// What was done.
#[derive(Serialize, ToSchema)]
pub(super) struct Done {
    /// The case.
    case: String,
    /// Its version now, as `ETag` has it.
    version: u64,
    /// Whether anything changed: an act that was done before changes nothing.
    changed: bool,
}

/// The case that an address names.
pub(super) fn case_of(text: &str) -> Result<CaseId, Problem> {
    text.parse().map_err(|_| Problem::new(Kind::NotFound))
}

/// `POST /api/v1/cases/{case}/acts/{act}`
pub(super) async fn perform<B: Performs>(
    caller: Caller,
    Path(case): Path<String>,
    parts: Parts,
    body: Body,
) -> Result<Answer, Problem> {
    if B::SIGNS && !caller.officer.stepped_up {
        return Err(Problem::new(Kind::SignAtTheDesk));
    }
    let case = case_of(&case)?;
    let posted = Posted::read(parts, body).await?;
    let act: B = input::body(&posted.bytes)?;
    let version = input::seen(&posted.headers)?;
    let officer = caller.officer.clone();
    let work = move |app: &App, at, once| {
        let acts = act.acts(&Asking { app, officer: &officer, case, at, once })?;
        upon(app, case, version, once, |basis| app.act(&officer, case, basis, acts, at))
    };
    posted.once(&caller, Keep::Answer, work).await
}

/// Does something upon a case as it was seen; nothing is `*`, whatever it is now.
pub(super) fn upon(
    app: &App,
    case: CaseId,
    version: Option<u64>,
    once: CommandId,
    act: impl FnOnce(Basis) -> Result<Acted, Failure>,
) -> Result<Answer, Problem> {
    // A version that the case never had was made up.
    if let Some(version) = version {
        let (now, _) = app.since(case, version)?;
        if version > now {
            return Err(Problem::stale(now, &[]));
        }
    }
    // Whatever the case is now: nothing can have happened since.
    let basis = Basis { version: version.unwrap_or(u64::MAX), once };
    match act(basis)? {
        Acted::Done(done) => {
            let told = Done { case: done.case.to_string(), version: done.version, changed: done.changed };
            Ok(Answer::of(&told).version(done.version))
        }
        Acted::HeldBy(holder) => Err(holder.into()),
        Acted::Meanwhile { version, events } => Err(Problem::stale(version, &events)),
    }
}
