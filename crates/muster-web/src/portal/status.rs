//! Page 13: where the application stands: one sentence, who acts, by when (capability C5). Nothing of what happens
//! inside shows here (capability C6).

use super::{
    application::address,
    come_back,
    outcome::{self, OutcomeView},
    talk::{self, Asked, TalkView},
    today,
};
use crate::{Failing, Layout, form::Control, respond, samples::Gallery, visitor::Visitor};
use askama::Template;
use axum::{extract::Query, response::Response};
use jiff::{Timestamp, civil::Date};
use muster_app::interview::OwnCall;
use muster_app::portal::{Can, Outcome, PublicStatus, PublicStep, TimelineEntry, Visit, WhoActs};
use muster_vocab::ReasonCode;

#[derive(Template)]
#[template(path = "portal/status.html")]
struct StatusPage {
    layout: Layout,
    status: PublicStatus,
    place: String,
    /// What the office asked, while it waits for the answer.
    asked_for: Option<String>,
    /// Why a correction was not taken over.
    not_corrected: Option<String>,
    /// Whether an address waits to be confirmed.
    unconfirmed: bool,
    /// Why it was decided so, once it was.
    outcome: Option<OutcomeView>,
    /// The talk, once its time is fixed.
    talk: Option<TalkView>,
}

/// Something that happened, in words.
struct Step {
    day: String,
    name: String,
}

impl StatusPage {
    fn new(layout: Layout, status: PublicStatus, place: String, asked_for: Option<String>) -> Self {
        Self {
            layout: layout.titled("status-title"),
            status,
            place,
            asked_for,
            not_corrected: None,
            unconfirmed: false,
            outcome: None,
            talk: None,
        }
    }

    fn reference(&self) -> String {
        self.layout.say_with("status-reference", &[("reference", self.status.reference.as_str().into())])
    }

    fn says(&self) -> &str {
        sentence(&self.layout, self.status.step)
    }

    fn mark(&self) -> &'static str {
        match self.status.step {
            PublicStep::Refused
            | PublicStep::NotAdmitted
            | PublicStep::TakenBack
            | PublicStep::Lapsed
            | PublicStep::Withdrawn
            | PublicStep::Erased => "stop",
            _ if self.status.acts == WhoActs::You => "care",
            _ => "good",
        }
    }

    fn who_acts(&self) -> &str {
        match self.status.acts {
            WhoActs::You => self.layout.say("status-acts-you"),
            WhoActs::Office => self.layout.say("status-acts-office"),
            WhoActs::Nobody => self.layout.say("status-acts-nobody"),
        }
    }

    fn know_by(&self) -> Option<String> {
        let day = self.day(self.status.know_by?);
        Some(self.layout.say_with("status-know-by", &[("day", day.as_str().into())]))
    }

    fn until(&self) -> Option<String> {
        let day = self.day(today(self.status.until?));
        Some(self.layout.say_with("status-until", &[("day", day.as_str().into())]))
    }

    const fn can(&self) -> Can {
        self.status.can
    }

    fn steps(&self) -> Vec<Step> {
        let step = |entry: &TimelineEntry| Step {
            day: self.day(today(entry.at)),
            name: name(&self.layout, entry.step).to_owned(),
        };
        self.status.timeline.iter().map(step).collect()
    }

    fn day(&self, day: Date) -> String {
        muster_i18n::long_date(self.layout.locale(), day)
    }
}

/// A step in one sentence.
pub(crate) fn sentence(layout: &Layout, step: PublicStep) -> &str {
    match step {
        PublicStep::Draft => layout.say("status-says-draft"),
        PublicStep::Received => layout.say("status-says-received"),
        PublicStep::Question => layout.say("status-says-question"),
        PublicStep::Checks => layout.say("status-says-checks"),
        PublicStep::Interview => layout.say("status-says-interview"),
        PublicStep::InterviewBooked => layout.say("status-says-interview-booked"),
        PublicStep::Decision => layout.say("status-says-decision"),
        PublicStep::Accepted => layout.say("status-says-accepted"),
        PublicStep::Refused => layout.say("status-says-refused"),
        PublicStep::Referred => layout.say("status-says-referred"),
        PublicStep::Later => layout.say("status-says-later"),
        PublicStep::Review => layout.say("status-says-review"),
        PublicStep::Travel => layout.say("status-says-travel"),
        PublicStep::OnTheWay => layout.say("status-says-on-the-way"),
        PublicStep::StayedHome => layout.say("status-says-stayed-home"),
        PublicStep::Arrived => layout.say("status-says-arrived"),
        PublicStep::NotAdmitted => layout.say("status-says-not-admitted"),
        PublicStep::TakenBack => layout.say("status-says-taken-back"),
        PublicStep::Contract => layout.say("status-says-contract"),
        PublicStep::ContractDeclined => layout.say("status-says-contract-declined"),
        PublicStep::Serving => layout.say("status-says-serving"),
        PublicStep::Ended => layout.say("status-says-ended"),
        PublicStep::Lapsed => layout.say("status-says-lapsed"),
        PublicStep::Withdrawn => layout.say("status-says-withdrawn"),
        PublicStep::Erased => layout.say("status-says-erased"),
    }
}

/// A step in a word or two.
pub(crate) fn name(layout: &Layout, step: PublicStep) -> &str {
    match step {
        PublicStep::Draft => layout.say("status-step-draft"),
        PublicStep::Received => layout.say("status-step-received"),
        PublicStep::Question => layout.say("status-step-question"),
        PublicStep::Checks => layout.say("status-step-checks"),
        PublicStep::Interview => layout.say("status-step-interview"),
        PublicStep::InterviewBooked => layout.say("status-step-interview-booked"),
        PublicStep::Decision => layout.say("status-step-decision"),
        PublicStep::Accepted => layout.say("status-step-accepted"),
        PublicStep::Refused => layout.say("status-step-refused"),
        PublicStep::Referred => layout.say("status-step-referred"),
        PublicStep::Later => layout.say("status-step-later"),
        PublicStep::Review => layout.say("status-step-review"),
        PublicStep::Travel => layout.say("status-step-travel"),
        PublicStep::OnTheWay => layout.say("status-step-on-the-way"),
        PublicStep::StayedHome => layout.say("status-step-stayed-home"),
        PublicStep::Arrived => layout.say("status-step-arrived"),
        PublicStep::NotAdmitted => layout.say("status-step-not-admitted"),
        PublicStep::TakenBack => layout.say("status-step-taken-back"),
        PublicStep::Contract => layout.say("status-step-contract"),
        PublicStep::ContractDeclined => layout.say("status-step-contract-declined"),
        PublicStep::Serving => layout.say("status-step-serving"),
        PublicStep::Ended => layout.say("status-step-ended"),
        PublicStep::Lapsed => layout.say("status-step-lapsed"),
        PublicStep::Withdrawn => layout.say("status-step-withdrawn"),
        PublicStep::Erased => layout.say("status-step-erased"),
    }
}

/// `GET /{lang}/status`
pub(crate) async fn show(visitor: Visitor, Query(asked): Query<Asked>) -> Result<Response, Failing> {
    let Some(visit) = visitor.visit else { return come_back::signed_out(&visitor, None) };
    let Told { status, asked_for, not_corrected, unconfirmed, outcome, call } = read(&visitor, visit).await?;
    let mission = visitor.web.app.programme.portal.mission(&status.mission);
    let place = mission.map(|mission| mission.name.say(visitor.layout.lang()).to_owned()).unwrap_or_default();
    let mut layout = visitor.layout.clone();
    layout.mission = Some(place.clone()).filter(|place| !place.is_empty());
    let outcome = outcome.map(|outcome| OutcomeView::new(&layout, &outcome));
    let programme = &visitor.web.app.programme;
    let talk = call.map(|call| TalkView::new(&layout, programme, &status.mission, &call, &asked.clock));
    respond::page(&StatusPage {
        not_corrected,
        unconfirmed,
        outcome,
        talk,
        ..StatusPage::new(layout, status, place, asked_for)
    })
}

/// What is shown, as it is read.
struct Told {
    status: PublicStatus,
    asked_for: Option<String>,
    not_corrected: Option<String>,
    unconfirmed: bool,
    outcome: Option<Outcome>,
    call: Option<OwnCall>,
}

async fn read(visitor: &Visitor, visit: Visit) -> Result<Told, Failing> {
    let now = visitor.web.now();
    let found = visitor.web.run(move |app| {
        let status = app.status(visit, now)?;
        let asked_for = if status.step == PublicStep::Question { app.asked_for(visit)? } else { None };
        // Of an application that is over, nothing can be corrected any more.
        let not_corrected = if status.can.withdraw { app.correction_refused(visit)? } else { None };
        // A draft asks for it by itself, and a closed case needs no address any more.
        let address = address(&app.answers(visit)?).filter(|_| status.can.withdraw && !status.can.go_on);
        let unconfirmed = match address {
            Some(address) => !app.is_confirmed(visit, &address)?,
            None => false,
        };
        let (outcome, call) = (app.outcome(visit, now)?, app.own_call(visit)?);
        Ok(Told { status, asked_for, not_corrected, unconfirmed, outcome, call })
    });
    found.await
}

/// A status as it may be, for samples.
pub(crate) fn sample(step: PublicStep) -> PublicStatus {
    let at = |day: i64| Timestamp::UNIX_EPOCH + jiff::SignedDuration::from_hours((19_053 + day) * 24 + 9);
    let mut steps = vec![PublicStep::Draft, PublicStep::Received, step];
    steps.dedup();
    let entries = steps.iter().zip(0..).map(|(step, day)| TimelineEntry { step: *step, at: at(day) });
    let mut timeline: Vec<TimelineEntry> = entries.collect();
    timeline.reverse();
    let open = step.acts() != WhoActs::Nobody;
    PublicStatus {
        reference: "MU-7Q4K-22XY".to_owned(),
        mission: "us-washington".parse().expect("it is a code"),
        step,
        since: at(2),
        acts: step.acts(),
        know_by: (step.acts() == WhoActs::Office).then(|| today(at(9))),
        until: matches!(step, PublicStep::Draft | PublicStep::Question | PublicStep::Withdrawn)
            .then(|| at(14)),
        can: Can {
            go_on: step == PublicStep::Draft,
            answer: step == PublicStep::Question,
            correct: step == PublicStep::Received,
            withdraw: open,
            undo_withdrawal: step == PublicStep::Withdrawn,
            erase: true,
        },
        timeline,
        stay_put: step.stay_put(),
    }
}

pub(crate) fn samples(gallery: &mut Gallery<'_>) {
    let mut layout = gallery.layout("/status");
    layout.signed_in = true;
    for step in PublicStep::ALL {
        let asked = (*step == PublicStep::Question).then(|| "In which years did you serve?".to_owned());
        let page = StatusPage::new(layout.clone(), sample(*step), "Embassy".to_owned(), asked);
        gallery.add("status", step.word(), &page);
    }
    for (state, codes) in [
        ("refused-by-rule", [ReasonCode::NoRequiredExperience, ReasonCode::Language]),
        ("refused-after-checks", [ReasonCode::ScreeningTrueMatch, ReasonCode::BelowStandard]),
    ] {
        let page = StatusPage::new(layout.clone(), sample(PublicStep::Refused), "Embassy".to_owned(), None);
        let outcome = outcome::sample(gallery.programme, &codes);
        let outcome = Some(OutcomeView::new(&layout, &outcome));
        gallery.add("status", state, &StatusPage { outcome, ..page });
    }
    for (state, clock) in [("talk", ""), ("talk-on-two-clocks", "Europe/London")] {
        let page =
            StatusPage::new(layout.clone(), sample(PublicStep::InterviewBooked), "Embassy".to_owned(), None);
        let talk = talk::sample(&layout, gallery.programme, &page.status.mission, clock);
        gallery.add("status", state, &StatusPage { talk: Some(talk), ..page });
    }
    let page = StatusPage::new(layout.clone(), sample(PublicStep::Checks), "Embassy".to_owned(), None);
    let not_corrected = Some("Your passport shows the name as you first wrote it.".to_owned());
    gallery.add("status", "not-corrected", &StatusPage { not_corrected, ..page });
    let page = StatusPage::new(layout, sample(PublicStep::Received), "Embassy".to_owned(), None);
    gallery.add("status", "unconfirmed", &StatusPage { unconfirmed: true, ..page });
}
