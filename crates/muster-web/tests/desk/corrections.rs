//! A correction that came after screening began waits for a clerk, who takes it over or says why not.

use super::{
    cases::{act, case_of, history},
    support::Host,
};
use axum::http::StatusCode;
use muster_app::{letters::LetterWorker, portal::Visit};
use muster_case::{
    Event, Permit,
    decision::About,
    intake::{Correct, Dossier},
};
use muster_vocab::{Actor, CaseId, Role};

/// A case in screening whose applicant asks for the name to be put right.
fn asked(host: &Host) -> Visit {
    let case = host.screened("us-washington");
    let visit = Visit { case, person: case_of(host, case).person.unwrap() };
    ask(host, visit, "O’Neal");
    visit
}

fn ask(host: &Host, visit: Visit, family: &str) {
    let known = case_of(host, visit.case).dossier.unwrap();
    let (journal, holder) = (&host.app.store.journal, visit.person.into());
    let mut dossier = Dossier {
        identity: journal.open(holder, &known.identity).unwrap().unwrap(),
        contact: journal.open(holder, &known.contact).unwrap().unwrap(),
        background: journal.open(holder, &known.background).unwrap().unwrap(),
        disclosures: journal.open(holder, &known.disclosures).unwrap().unwrap(),
    };
    family.clone_into(&mut dossier.identity.name.family);
    let permit = Permit::ask(Actor::Applicant { person: visit.person }).unwrap();
    host.app.carry_out(permit, visit.case, Correct { dossier }, host.now()).unwrap();
}

fn told(host: &Host, case: CaseId) -> bool {
    let is_told = |event: &Event| matches!(event, Event::MessageQueued(it) if it.about == About::Correction);
    history(host, case).iter().any(|recorded| is_told(&recorded.event))
}

#[test]
fn a_correction_is_refused_with_words_that_the_applicant_reads() {
    let host = Host::new();
    let visit = asked(&host);
    let mut olena = host.desk(&[Role::Clerk], &["us-washington"]).browser;
    let waiting = olena.get(&host, "/en/desk/?queue=correction");
    assert!(waiting.text().contains(&visit.case.to_string()), "{}", waiting.text());
    let page = olena.get(&host, &format!("/en/desk/cases/{}/", visit.case));
    assert!(page.text().contains("Refuse the correction"), "{}", page.text());

    let empty = act(&host, &mut olena, visit.case, "refuse-correction", &[("reason", " ")]);
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.text().contains("href=\"#reason\"") && !told(&host, visit.case));

    let before = case_of(&host, visit.case).dossier;
    let why = "Your passport shows the name as you first wrote it.";
    act(&host, &mut olena, visit.case, "refuse-correction", &[("reason", why)]).location();
    let after = case_of(&host, visit.case);
    assert!(after.correction.is_none() && after.dossier == before && told(&host, visit.case));
    assert_eq!(host.app.correction_refused(visit).unwrap().as_deref(), Some(why));
    assert!(LetterWorker.follow(&host.app, host.now()).unwrap() > 0);
    let waiting = olena.get(&host, "/en/desk/?queue=correction");
    assert!(!waiting.text().contains(&visit.case.to_string()), "nothing waits any more");
}

#[test]
fn a_correction_that_is_asked_again_waits_and_the_old_answer_is_gone() {
    let host = Host::new();
    let visit = asked(&host);
    let mut olena = host.desk(&[Role::Clerk], &["us-washington"]).browser;
    act(&host, &mut olena, visit.case, "refuse-correction", &[("reason", "No paper shows it.")]).location();
    host.wait(1);
    ask(&host, visit, "O’Neil");
    assert_eq!(host.app.correction_refused(visit).unwrap(), None);
    act(&host, &mut olena, visit.case, "take-over-correction", &[]).location();
    assert_eq!(host.app.correction_refused(visit).unwrap(), None);
}
