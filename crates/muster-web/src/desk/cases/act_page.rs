//! The form of an act, and doing it.

use super::{evidence::Evidence, forms::About, question, verb::Verb};
use crate::{
    Failing, Layout,
    desk::{
        self, Caller,
        act::{self, Acting, NotDone, case_of},
        sign_in::step_up,
        words,
    },
    form::{Control, FaultLink, FieldView, Posted},
    portal::outcome::{self, OutcomeView},
    respond::{self, see_other},
    samples::Gallery,
};
use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::Response,
};
use muster_app::{
    Act, Failure, Programme,
    desk::{CaseFile, Filter, Intent, Queue},
};
use muster_case::{Case, Missing, Refusal};
use muster_vocab::{CaseId, ReasonCode, Section};

/// What an officer reads who acts.
pub(super) const READ: (&str, &[Section]) =
    ("decide", &[Section::Identity, Section::Service, Section::Decision]);

/// What a second signer reads of the first, once their own view is written.
pub(super) struct Proposed {
    pub(super) act: String,
    pub(super) codes: Vec<String>,
    pub(super) rationale: String,
    pub(super) who: String,
    pub(super) own_view: Option<String>,
}

#[derive(Template)]
#[template(path = "desk/case-act.html")]
pub(super) struct ActPage {
    layout: Layout,
    case: String,
    action: String,
    pub(super) acting: Acting,
    about: String,
    evidence: Evidence,
    fields: Vec<FieldView>,
    faults: Vec<FaultLink>,
    /// What the applicant will read, where it says why.
    letter: Option<OutcomeView>,
    proposed: Option<Proposed>,
    /// The name the button's words have.
    button: String,
    /// Whether a second signer is asked for their own view first.
    asks_view: bool,
    send_back: Option<String>,
    /// What was just done to the case before this one, in words.
    done: Option<String>,
}

impl ActPage {
    pub(super) fn new(
        layout: Layout,
        programme: &Programme,
        file: &CaseFile,
        verb: Verb,
        typed: Option<&Posted>,
        wrong: Option<&str>,
    ) -> Self {
        let mut layout = layout;
        let case = format!("/desk/cases/{}/", file.id);
        let action = layout.href(&format!("{case}{}", verb.word()));
        let title =
            layout.perhaps(&format!("desk-cases-verb-{}", verb.word())).unwrap_or_default().to_owned();
        layout.title = title;
        let about = About { layout: &layout, programme, case: &file.case, verb };
        let codes = if verb == Verb::ConfirmRefusal { about.chosen(typed) } else { Vec::new() };
        let letter = letter(&layout, programme, file, &codes);
        let mut fields = about.fields(typed);
        for field in fields.iter_mut().filter(|field| Some(field.name.as_str()) == wrong) {
            field.error = Some(layout.say("desk-cases-empty").to_owned());
        }
        layout.faulty = wrong.is_some();
        Self {
            case: layout.href(&case),
            action,
            acting: Acting::fresh(file.version),
            about: super::headline(&layout, file),
            evidence: Evidence::new(&layout, file),
            faults: FaultLink::all(&fields),
            fields,
            letter,
            proposed: None,
            button: layout.title.clone(),
            asks_view: false,
            send_back: None,
            done: None,
            layout,
        }
    }

    /// For a second signer who has not said yet what they think.
    pub(super) fn asking_view(mut self) -> Self {
        self.asks_view = true;
        self.action.push_str("/view");
        for field in &mut self.fields {
            "view".clone_into(&mut field.name);
            self.layout.say("desk-cases-field-view").clone_into(&mut field.label);
        }
        self.layout.say("desk-cases-give-view").clone_into(&mut self.button);
        self.faults = FaultLink::all(&self.fields);
        self
    }

    /// Words that are not empty stay as they were typed.
    fn begin_with(&mut self, words: &str) {
        for field in &mut self.fields {
            if let Control::LongText { value } = &mut field.control
                && value.is_empty()
                && field.error.is_none()
            {
                words.clone_into(value);
            }
        }
    }

    /// With what the first signer proposes, and what the applicant will read of it.
    pub(super) fn with(mut self, programme: &Programme, file: &CaseFile, proposed: Option<Proposed>) -> Self {
        let codes = file.case.proposal.as_ref().map(|open| open.codes.as_slice());
        self.letter = letter(&self.layout, programme, file, codes.unwrap_or_default());
        // Who still thinks what they thought needs no other words.
        if let Some(view) = proposed.as_ref().and_then(|proposed| proposed.own_view.as_ref()) {
            self.begin_with(view);
        }
        self.layout.say("desk-cases-sign-on").clone_into(&mut self.button);
        self.send_back = Some(format!("{}send-back", self.case));
        self.proposed = proposed;
        self
    }
}

/// What the applicant reads once it took effect on these codes: the very words of their own page.
fn letter(
    layout: &Layout,
    programme: &Programme,
    file: &CaseFile,
    codes: &[ReasonCode],
) -> Option<OutcomeView> {
    let found = file.case.determination.as_ref()?;
    let edition = &found.edition.id;
    let because = programme.because(codes, edition, Some(found));
    (!because.is_empty()).then(|| OutcomeView::of(layout, edition, &because))
}

/// Whether the officer has said what they think of the open proposal, before they read it.
fn viewed(caller: &Caller, case: &Case) -> bool {
    let human = caller.officer.human;
    case.proposal.as_ref().is_some_and(|open| case.views.contains(&(open.id, human)))
}

pub(super) async fn open(caller: &Caller, case: CaseId) -> Result<CaseFile, Failing> {
    let (officer, at) = (caller.officer.clone(), caller.web.now());
    caller.web.run(move |app| app.open_case(&officer, case, READ, at)).await
}

/// `GET /{lang}/desk/cases/{case}/<verb>`
pub(crate) async fn show(
    caller: Caller,
    Path((_, case)): Path<(String, String)>,
    Query(asked): Query<super::Asked>,
) -> Result<Response, Failing> {
    let case = case_of(&case)?;
    let verb = Verb::of(&caller.layout.path).ok_or(Failing::NotFound)?;
    let file = open(&caller, case).await?;
    if !verb.fits(&caller.officer, &file.case) {
        return Ok(see_other(&caller.href(&format!("/desk/cases/{case}/"))));
    }
    let programme = caller.web.app.programme.clone();
    if verb == Verb::Countersign {
        let mut page = ActPage::new(caller.layout.clone(), &programme, &file, verb, None, None);
        page.done = super::done_in_words(&caller.layout, &asked.done);
        if !viewed(&caller, &file.case) {
            return respond::page(&page.asking_view());
        }
        if needs_key(&caller, verb) {
            return Ok(desk::step_up(&caller, &caller.layout.path));
        }
        let proposed = proposed(&caller, &file).await?;
        return respond::page(&page.with(&programme, &file, proposed));
    }
    if needs_key(&caller, verb) {
        return Ok(desk::step_up(&caller, &caller.layout.path));
    }
    respond::page(&ActPage::new(caller.layout, &programme, &file, verb, None, None))
}

fn needs_key(caller: &Caller, verb: Verb) -> bool {
    verb.is_signature() && !caller.officer.stepped_up
}

async fn proposed(caller: &Caller, file: &CaseFile) -> Result<Option<Proposed>, Failing> {
    let Some(open) = file.case.proposal.clone() else { return Ok(None) };
    let (case, permit, id, reader) = (file.id, caller.permit()?, open.id, caller.officer.human);
    let first = caller.web.run(move |app| app.open_proposal(permit, case, id, reader)).await?;
    let layout = &caller.layout;
    Ok(first.map(|first| Proposed {
        act: words::act(layout, open.act.word()),
        codes: open.codes.iter().map(|code| words::reason(layout, *code)).collect(),
        rationale: first.rationale,
        own_view: first.own_view,
        who: first.name.unwrap_or_else(|| layout.say("desk-queue-held-by-somebody").to_owned()),
    }))
}

/// `POST /{lang}/desk/cases/{case}/<verb>`
pub(crate) async fn send(
    caller: Caller,
    Path((_, case)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failing> {
    let (case, acting) = (case_of(&case)?, Acting::read(&posted)?);
    let verb = Verb::of(&caller.layout.path).ok_or(Failing::NotFound)?;
    let programme = caller.web.app.programme.clone();
    let known = caller.web.run(move |app| app.load(case)).await?;
    // Whoever signs second says what they think first, also where the form was left out.
    if verb == Verb::Countersign && verb.fits(&caller.officer, &known) && !viewed(&caller, &known) {
        return Ok(see_other(&caller.href(&format!("/desk/cases/{case}/countersign"))));
    }
    // A question is read as the applicant will read it, before it is sent.
    if verb == Verb::RequestInfo && posted.sent("sure").is_none() {
        return question::preview(caller, case, &posted).await;
    }
    let intent = About { layout: &caller.layout, programme: &programme, case: &known, verb }.intent(&posted);
    let intent = match intent {
        Ok(intent) => intent,
        Err(wrong) => return again(caller, case, verb, &posted, wrong).await,
    };
    if needs_key(&caller, verb) {
        return step_up::holding(&caller, &posted).await;
    }
    match carry_out(&caller, case, acting, intent).await {
        Ok(_) if verb == Verb::Countersign => {
            let queue = known.proposal.as_ref().map(|open| Queue::second(&open.act));
            signed(&caller, case, queue, posted.sent("stay").is_some()).await
        }
        Ok(_) => Ok(see_other(&caller.href(&format!("/desk/cases/{case}/?done={}", verb.word())))),
        Err(NotDone::Refused(Refusal::Needs(Missing::Rationale))) => {
            again(caller, case, verb, &posted, "rationale").await
        }
        Err(NotDone::Refused(Refusal::Needs(Missing::ReasonCode))) => {
            again(caller, case, verb, &posted, "codes").await
        }
        Err(not_done) => act::not_done(caller, case, &posted, not_done),
    }
}

/// On to the next that waits for the same signature, where the officer wants that and one does; else to the case.
async fn signed(
    caller: &Caller,
    case: CaseId,
    queue: Option<Queue>,
    stays: bool,
) -> Result<Response, Failing> {
    let (officer, at) = (caller.officer.clone(), caller.web.now());
    let word = queue.map_or("", Queue::word);
    let mut next = None;
    if queue.is_some() && !stays {
        let filter = Filter { queue, ..Filter::default() };
        next = caller.web.run(move |app| app.open_next(&officer, &filter, at)).await?;
    }
    Ok(see_other(&caller.href(&match next {
        Some(next) => format!("/desk/cases/{}/countersign?done=countersign", next.case),
        None => format!("/desk/cases/{case}/?queue={word}&done=countersign"),
    })))
}

/// `POST /{lang}/desk/cases/{case}/countersign/view`
pub(crate) async fn view(
    caller: Caller,
    Path((_, case)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failing> {
    let (case, acting) = (case_of(&case)?, Acting::read(&posted)?);
    let view = posted.get("view").trim().to_owned();
    let sign = caller.href(&format!("/desk/cases/{case}/countersign"));
    if view.is_empty() {
        let file = open(&caller, case).await?;
        let programme = caller.web.app.programme.clone();
        let verb = Verb::Countersign;
        let page = ActPage::new(caller.layout, &programme, &file, verb, Some(&posted), Some("rationale"));
        return respond::page_as(StatusCode::UNPROCESSABLE_ENTITY, &page.asking_view());
    }
    match carry_out(&caller, case, acting, Intent::GiveView { view }).await {
        Ok(_) => Ok(see_other(&sign)),
        Err(not_done) => act::not_done(caller, case, &posted, not_done),
    }
}

async fn carry_out(
    caller: &Caller,
    case: CaseId,
    acting: Acting,
    intent: Intent,
) -> Result<muster_app::Done, NotDone> {
    act::carry_out(caller, case, acting, move |app, officer, at| -> Result<Vec<Act>, Failure> {
        app.acts_of(officer, case, intent, at)
    })
    .await
}

/// The form once more, with what was typed and what is wrong with it.
pub(super) async fn again(
    caller: Caller,
    case: CaseId,
    verb: Verb,
    posted: &Posted,
    wrong: &str,
) -> Result<Response, Failing> {
    let file = open(&caller, case).await?;
    // The proposal is shown to nobody who has not said first what they think.
    if verb == Verb::Countersign && !viewed(&caller, &file.case) {
        return Ok(see_other(&caller.href(&format!("/desk/cases/{case}/"))));
    }
    let mut page = ActPage::new(
        caller.layout.clone(),
        &caller.web.app.programme,
        &file,
        verb,
        Some(posted),
        Some(wrong),
    );
    // What was looked at stays what it was: whatever happened meanwhile is told when it is sent again.
    page.acting = Acting { version: Acting::read(posted)?.version, ..page.acting };
    if verb == Verb::Countersign {
        let proposed = proposed(&caller, &file).await?;
        page = page.with(&caller.web.app.programme, &file, proposed);
    }
    respond::page_as(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    question::samples(gallery);
    let file = super::sample(gallery);
    for (verb, state) in Verb::ALL.iter().zip(STATES) {
        let layout = gallery.desk(&format!("/desk/cases/{}/{}", file.id, verb.word()));
        gallery.add(
            "desk-case-act",
            state,
            &ActPage::new(layout, gallery.programme, &file, *verb, None, None),
        );
    }
    let layout = gallery.desk(&format!("/desk/cases/{}/confirm-refusal", file.id));
    let posted = Posted::read(b"rationale=&codes=").unwrap_or_default();
    let page =
        |verb| ActPage::new(layout.clone(), gallery.programme, &file, verb, Some(&posted), Some("rationale"));
    let (faulty, viewing) = (page(Verb::ConfirmRefusal), page(Verb::Countersign).asking_view());
    let proposed = Proposed {
        act: words::act(&layout, "refuse"),
        codes: vec![words::reason(&layout, ReasonCode::BelowStandard)],
        rationale: "Could not handle a rifle safely.".to_owned(),
        who: "Ivan Bondar".to_owned(),
        own_view: Some("I would refuse: the range report is clear.".to_owned()),
    };
    let fresh = ActPage::new(layout.clone(), gallery.programme, &file, Verb::Countersign, None, None);
    let mut signing = fresh.with(gallery.programme, &file, Some(proposed));
    let told = outcome::sample(gallery.programme, &[ReasonCode::BelowStandard]);
    signing.letter = Some(OutcomeView::of(&layout, &told.edition, &told.because));
    gallery.add("desk-case-act", "faulty", &faulty);
    gallery.add("desk-case-act", "view", &viewing);
    gallery.add("desk-case-act", "sign", &signing);
}

/// Names of the samples, one for each verb.
const STATES: [&str; 17] = [
    "countersign",
    "take-over-correction",
    "refuse-correction",
    "confirm-refusal",
    "accept-finding",
    "refer",
    "settle-review",
    "recommend",
    "refuse-early",
    "end-deferral",
    "request-info",
    "send-back",
    "revoke",
    "add-note",
    "lift-hold",
    "place-hold",
    "recuse",
];
