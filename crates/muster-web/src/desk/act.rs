//! Acts upon a case: what every form of one carries, and the page that comes back if it is not done.

use super::{Caller, words};
use crate::{Failing, Layout, form::Posted, respond, samples::Gallery};
use askama::Template;
use axum::{http::StatusCode, response::Response};
use jiff::Timestamp;
use muster_app::{
    Act, App, Done, Failure,
    desk::{Acted, Basis, Holder, Officer},
};
use muster_case::{Event, Refusal};
use muster_store::journal::Recorded;
use muster_vocab::{Actor, CaseId, CommandId, Dice as _, OsDice};

/// The two hidden fields of every form of an act: the case as it was looked at, and the name of the command.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Acting {
    /// How many events the case had when it was looked at.
    pub(crate) version: u64,
    /// The name of the command.
    pub(crate) once: CommandId,
}

impl Acting {
    /// For a form that is shown now.
    pub(crate) fn fresh(version: u64) -> Self {
        Self { version, once: OsDice.id() }
    }

    /// Of a form that was sent.
    pub(crate) fn read(posted: &Posted) -> Result<Self, Failing> {
        let version = posted.get("version").parse().map_err(|_| Failing::NotUnderstood)?;
        let once = posted.get("once").parse().map_err(|_| Failing::NotUnderstood)?;
        Ok(Self { version, once })
    }
}

/// Why an act is not done. Nothing has changed.
pub(crate) enum NotDone {
    /// The domain says no.
    Refused(Refusal),
    /// A colleague has the case in their hands.
    HeldBy(Holder),
    /// The case went on since it was looked at.
    Meanwhile {
        /// How many events it has now.
        version: u64,
        /// What happened, in words.
        happened: Vec<Happened>,
    },
    /// There is no page of ours for it.
    Failing(Failing),
}

/// Something that happened meanwhile, in words.
#[derive(Clone)]
pub(crate) struct Happened {
    pub(crate) what: String,
    pub(crate) who: String,
    pub(crate) when: String,
}

impl From<Failing> for NotDone {
    fn from(failing: Failing) -> Self {
        Self::Failing(failing)
    }
}

/// Carries out the acts that a use case makes, all or none.
pub(crate) async fn carry_out(
    caller: &Caller,
    case: CaseId,
    acting: Acting,
    make: impl FnOnce(&App, &Officer, Timestamp) -> Result<Vec<Act>, Failure> + Send + 'static,
) -> Result<Done, NotDone> {
    let (officer, layout, at) = (caller.officer.clone(), caller.layout.clone(), caller.web.now());
    let basis = Basis { version: acting.version, once: acting.once };
    let acted = caller.web.run(move |app| {
        let acted = make(app, &officer, at).and_then(|acts| app.act(&officer, case, basis, acts, at));
        Ok(answered(&layout, app, acted))
    });
    acted.await?
}

/// What became of an act, in words where it was not done.
pub(crate) fn answered(layout: &Layout, app: &App, acted: Result<Acted, Failure>) -> Result<Done, NotDone> {
    match acted {
        Ok(Acted::Done(done)) => Ok(done),
        Ok(Acted::HeldBy(holder)) => Err(NotDone::HeldBy(holder)),
        Ok(Acted::Meanwhile { version, events }) => {
            let happened = events.iter().rev().map(|event| happened(layout, app, event)).collect();
            Err(NotDone::Meanwhile { version, happened })
        }
        Err(Failure::Refused(refusal)) => Err(NotDone::Refused(refusal)),
        Err(failure) => Err(NotDone::Failing(failure.into())),
    }
}

/// An event as a line.
pub(crate) fn happened(layout: &Layout, app: &App, recorded: &Recorded<Event>) -> Happened {
    Happened {
        what: words::event(layout, recorded.event.tag()),
        who: who(layout, app, recorded.moment.by),
        when: words::moment(layout, recorded.moment.at),
    }
}

/// Who did something: a colleague by name and role, the applicant, or the system.
pub(crate) fn who(layout: &Layout, app: &App, by: Actor) -> String {
    let role = words::role(layout, by.role().word());
    let name = match by {
        Actor::Staff { staff, .. } => app.staff_name(staff).ok().flatten(),
        _ => None,
    };
    name.map_or_else(|| role.clone(), |name| format!("{name} ({role})"))
}

/// A field that was typed, to be looked at again.
struct Typed {
    name: String,
    label: String,
    value: String,
}

/// The page of an act that was not done: why, what happened meanwhile, what was typed, and the way on.
#[derive(Template)]
#[template(path = "desk/not-done.html")]
pub(crate) struct NotDonePage {
    layout: Layout,
    case: String,
    action: String,
    why: String,
    happened: Vec<Happened>,
    /// Whether it is done all the same by sending it again.
    stands: bool,
    version: u64,
    once: String,
    typed: Vec<Typed>,
    hidden: Vec<(String, String)>,
}

impl NotDonePage {
    fn new(layout: Layout, case: CaseId, posted: &Posted, not_done: NotDone) -> Result<Self, Failing> {
        let acting = Acting::read(posted)?;
        let mut page = Self {
            case: layout.href(&format!("/desk/cases/{case}/")),
            action: layout.href(&layout.path),
            why: String::new(),
            happened: Vec::new(),
            stands: true,
            version: acting.version,
            once: acting.once.to_string(),
            typed: Vec::new(),
            hidden: Vec::new(),
            layout,
        };
        page.why = match not_done {
            NotDone::Refused(refusal) => {
                // What is written anew is a command of its own, and decided on what was looked at.
                page.once = Acting::fresh(page.version).once.to_string();
                words::refusal(&page.layout, &refusal)
            }
            NotDone::HeldBy(holder) => {
                let somebody = page.layout.say("desk-queue-held-by-somebody").to_owned();
                let name = holder.name.unwrap_or(somebody);
                page.layout.say_with("desk-act-held", &[("name", name.as_str().into())])
            }
            NotDone::Meanwhile { version, happened } => {
                (page.version, page.happened) = (version, happened);
                page.layout.say("desk-act-meanwhile").to_owned()
            }
            NotDone::Failing(failing) => return Err(failing),
        };
        page.stands = !page.happened.is_empty();
        for (name, value) in posted.fields().filter(|(name, _)| !matches!(*name, "version" | "once")) {
            if TYPED.contains(&name) {
                let label = page.layout.say("desk-act-typed").to_owned();
                page.typed.push(Typed { name: name.to_owned(), label, value: value.to_owned() });
            } else {
                page.hidden.push((name.to_owned(), value.to_owned()));
            }
        }
        page.layout = page.layout.titled("desk-act-title");
        Ok(page)
    }
}

/// Fields of people's own words.
const TYPED: [&str; 7] = ["rationale", "reason", "cause", "text", "missing", "view", "own"];

/// The answer to a form whose act was not done: the same address, with what was typed.
pub(crate) fn not_done(
    caller: Caller,
    case: CaseId,
    posted: &Posted,
    not_done: NotDone,
) -> Result<Response, Failing> {
    let status = if matches!(not_done, NotDone::Refused(_)) {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::CONFLICT
    };
    respond::page_as(status, &NotDonePage::new(caller.layout, case, posted, not_done)?)
}

/// What the address of a case names.
pub(crate) fn case_of(part: &str) -> Result<CaseId, Failing> {
    part.parse().map_err(|_| Failing::NotFound)
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let once = "00000000000000000000000000000001";
    let body = format!("version=7&once={once}&rationale=No+paper+shows+service.&codes=R07");
    let posted = Posted::read(body.as_bytes()).unwrap_or_default();
    let happened = Happened {
        what: words::event(&gallery.desk("/"), "intake.corrected"),
        who: words::role(&gallery.desk("/"), "applicant"),
        when: words::moment(&gallery.desk("/"), Timestamp::UNIX_EPOCH),
    };
    let holder = Holder {
        staff: 1.into(),
        human: None,
        name: Some("Ivan Bondar".into()),
        since: Timestamp::UNIX_EPOCH,
    };
    let states = [
        ("refused", NotDone::Refused(Refusal::SameHuman)),
        ("held", NotDone::HeldBy(holder)),
        ("meanwhile", NotDone::Meanwhile { version: 9, happened: vec![happened] }),
    ];
    for (state, not_done) in states {
        let layout = gallery.desk("/desk/cases/00000000000000000000000000000001/confirm-refusal");
        if let Ok(page) = NotDonePage::new(layout, CaseId::from(1), &posted, not_done) {
            gallery.add("desk-not-done", state, &page);
        }
    }
}
