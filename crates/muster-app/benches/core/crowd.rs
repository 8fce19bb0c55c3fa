//! A crowd of cases, as the founding scenario draws them, and what is measured on it.

use crate::{say, timed};
use jiff::Timestamp;
use muster_app::{
    Act, App, Programme, eligibility::EligibilityWorker, intake::Inquiry, scenario::Population,
    screening::ScreeningWorker,
};
use muster_case::{
    Permit, Posture,
    eligibility::{AcceptFinding, ConfirmRefusal, Outcome},
    intake::Channel,
    office::OpenMission,
    screening::{CheckOutcome, RecordCheck},
};
use muster_store::{KeyPlace, Places, Store};
use muster_vocab::{Actor, CaseId, Dice, MissionCode, PersonalText, Role, SeededDice};
use std::path::Path;

/// The moment everything happens at.
pub(crate) fn now() -> Timestamp {
    "2022-03-10T12:00:00Z".parse().expect("a moment")
}

/// A human with an account of a role.
pub(crate) fn officer(dice: &mut impl Dice, role: Role) -> Actor {
    Actor::Staff { staff: dice.id(), human: dice.id(), role }
}

/// An application over a fresh store.
pub(crate) fn open(folder: &Path, name: &str, url: &str) -> App {
    let places = Places {
        database: url.to_owned(),
        keys: folder.join(format!("{name}-keys.db")).to_str().expect("a plain name").to_owned(),
        mission_key: KeyPlace::NewFile(folder.join(format!("{name}.key"))),
    };
    let app =
        App::new(Store::open(&places).expect("the store opens"), Programme::founding().expect("it is whole"));
    let administrator = officer(&mut SeededDice::new(1), Role::Administrator);
    for mission in ["us-washington", "ca-ottawa", "gb-london"] {
        let mission: MissionCode = mission.parse().expect("a mission");
        let open = OpenMission { mission, posture: Posture::Open };
        let permit = Permit::ask(administrator).expect("an administrator opens missions");
        app.carry_out_office(permit, open, now()).expect("the mission opens");
    }
    app
}

/// Takes in people of the scenario, each as a first application; gives their cases.
pub(crate) fn apply(app: &App, people: u32) -> Vec<CaseId> {
    let population = Population::new(5, people, 21);
    let mut dice = SeededDice::new(6);
    let mut seen = std::collections::BTreeSet::new();
    let mut sent = Vec::new();
    let mut cases = Vec::new();
    for inquiry in population.inquiries.into_iter().filter(|inquiry| seen.insert(inquiry.sender)) {
        let identity = &inquiry.dossier.identity;
        let acknowledged = identity.nationalities.iter().copied().chain([identity.residence]).collect();
        let inquiry = Inquiry {
            mission: inquiry.mission,
            channel: Channel::Web,
            dossier: inquiry.dossier,
            typed_by: None,
            acknowledged,
            command: None,
        };
        sent.push(app.send(inquiry, &mut dice, now()).expect("it is taken in"));
        if sent.len() == 512 {
            cases.extend(sent.drain(..).map(|sent| sent.wait().expect("it is on disk").case));
        }
    }
    cases.extend(sent.into_iter().map(|sent| sent.wait().expect("it is on disk").case));
    cases
}

/// Fills a store with at least `events` events, then verifies it; simulates over `cases` cases.
pub(crate) fn measure(folder: &Path, url: &str, events: u64, cases: u32) {
    let app = open(folder, "crowd", url);
    let people = u32::try_from(events / 9).expect("a crowd fits in 32 bits").max(cases);
    let (applied, took) = timed(|| apply(&app, people));
    say("crowd.applications", applied.len() as u64, took);
    let edition = app.programme.policy().edition("v2").expect("the edition is there").clone();
    let (found, took) =
        timed(|| EligibilityWorker.follow(&app, &edition, now()).expect("all are determined"));
    say("crowd.determinations", found as u64, took);
    simulate(&app);
    answer(&app, &applied);
    ScreeningWorker.follow(&app, now()).expect("screening starts");
    let mut round = 0;
    while app.store.journal.len().expect("the log is read") < events {
        check(&app, &applied, round);
        round += 1;
    }
    let entries = app.store.journal.len().expect("the log is read");
    let (report, took) = timed(|| app.store.journal.verify(&|_| {}).expect("the store is read"));
    assert!(report.is_whole(), "{:?}", report.damages);
    say("verify.sqlite.events", entries, took);
}

/// A draft is run over every case there is.
fn simulate(app: &App) {
    let by = Actor::System { worker: muster_vocab::Worker::PolicyReview };
    let permit = Permit::ask(by).expect("a worker reads cases");
    let (draft, against) = ("v3", "v2");
    let edition = |id| app.programme.policy().edition(id).expect("the edition is there").clone();
    let ((simulation, times), took) = timed(|| {
        app.simulate(permit, &edition(draft), &edition(against), &muster_vocab::SystemClock)
            .expect("all are simulated")
    });
    say("simulate.sqlite.cases_with_opening_keys", simulation.cases, took);
    say("simulate.sqlite.cases", simulation.cases, times.walk);
}

/// A clerk answers every case.
fn answer(app: &App, cases: &[CaseId]) {
    let clerk = officer(&mut SeededDice::new(7), Role::Clerk);
    let accept = Permit::<AcceptFinding>::ask(clerk).expect("a clerk accepts findings");
    let confirm = Permit::<ConfirmRefusal>::ask(clerk).expect("a clerk confirms refusals");
    let mut pending = Vec::new();
    for &id in cases {
        let case = app.load(id).expect("a case folds");
        let Some(found) = &case.determination else { continue };
        let act = match found.outcome {
            Outcome::Eligible | Outcome::Tentative => Act::new(accept, AcceptFinding),
            Outcome::Refer => continue,
            Outcome::RefuseProposed => {
                let codes =
                    found.fired().map(|finding| finding.code).filter(|code| code.is_early()).collect();
                let rationale = PersonalText("As the finding says.".into());
                Act::new(confirm, ConfirmRefusal { codes, rationale, in_bulk: false })
            }
        };
        pending.extend(app.begin(id, vec![act], now()));
        if pending.len() == 512 {
            pending.drain(..).for_each(|begun| drop(begun.wait()));
        }
    }
    for begun in pending {
        drop(begun.wait());
    }
}

/// A screener records every check of every case in screening.
fn check(app: &App, cases: &[CaseId], round: u32) {
    let screener = officer(&mut SeededDice::new(8), Role::Screener);
    let permit = Permit::<RecordCheck>::ask(screener).expect("a screener records checks");
    let mut pending = Vec::new();
    for &id in cases {
        let acts = app.programme.checks.iter().map(|check| {
            let reason = PersonalText(format!("Looked at by hand, round {round}."));
            let outcome = CheckOutcome::Clear;
            Act::new(permit, RecordCheck { check: check.clone(), outcome, lists: vec![], reason })
        });
        pending.extend(app.begin(id, acts.collect(), now()));
        if pending.len() == 512 {
            pending.drain(..).for_each(|begun| drop(begun.wait()));
        }
    }
    for begun in pending {
        drop(begun.wait());
    }
}
