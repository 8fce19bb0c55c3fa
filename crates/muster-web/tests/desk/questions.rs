//! An applicant is asked for something: ready texts, and the letter read before it is sent.

use super::{
    cases::{act, case_of, found_with, history, send},
    support::Host,
};
use axum::http::StatusCode;
use muster_app::letters::LetterWorker;
use muster_case::{Event, Stage};
use muster_store::portal::Redeemed;
use muster_vocab::{CaseId, Role};

/// What stands on the applicant's page.
fn asked(host: &Host, case: CaseId) -> Option<String> {
    let person = case_of(host, case).person.unwrap();
    host.app.asked_for(muster_app::portal::Visit { case, person }).unwrap()
}

/// As somebody does who confirmed an address on the Ukrainian pages.
fn speaks_ukrainian(host: &Host, case: CaseId) {
    let person = case_of(host, case).person.unwrap();
    let confirmed = Redeemed { address: [7; 16], reference: String::new(), language: "uk".to_owned() };
    host.app.store.portal.confirm(case, person, confirmed, host.now()).wait().unwrap();
}

#[test]
fn a_question_is_read_as_the_applicant_will_read_it_before_it_is_sent() {
    let host = Host::new();
    let case = found_with(&host, &[]);
    speaks_ukrainian(&host, case);
    let mut olena = host.desk(&[Role::Clerk], &["us-washington"]).browser;
    let typed = [("ready", "telephone"), ("ready", "passport"), ("missing", "Як звати командира?")];
    let page = act(&host, &mut olena, case, "request-info", &typed);
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    for part in
        ["Надішліть, будь ласка, скан", "Як звати командира?", "Добрий день!", "/uk/status", "Send it"]
    {
        assert!(page.text().contains(part), "{part} is missing:\n{}", page.text());
    }
    assert!(!page.text().contains("aroha@example.org"), "where it goes is not shown");
    assert_eq!(case_of(&host, case).stage, Some(Stage::Submitted), "nothing was sent yet");
    let looked = history(&host, case).into_iter().any(|it| match it.event {
        Event::Accessed(look) => look.sections == ["contact"],
        _ => false,
    });
    assert!(looked, "how somebody is reached was looked at");

    let path = format!("/en/desk/cases/{case}/request-info");
    let kept = [("ready", "passport telephone"), ("missing", "Як звати командира?"), ("sure", "yes")];
    send(&host, &mut olena, &path, &page, &kept).location();
    assert_eq!(case_of(&host, case).stage, Some(Stage::InfoRequested));
    let asked = asked(&host, case).unwrap();
    let lines: Vec<&str> = asked.lines().collect();
    assert_eq!(lines.len(), 3, "{asked}");
    assert!(lines[0].contains("паспорта") && lines[1].contains("номер") && lines[2].contains("командира"));
    assert!(LetterWorker.follow(&host.app, host.now()).unwrap() > 0);
}

#[test]
fn what_was_typed_can_be_changed_after_it_was_read() {
    let host = Host::new();
    let case = found_with(&host, &[]);
    let mut olena = host.desk(&[Role::Clerk], &["us-washington"]).browser;
    let typed = [("ready", "passport"), ("missing", "Which unit?")];
    let page = act(&host, &mut olena, case, "request-info", &typed);
    let path = format!("/en/desk/cases/{case}/request-info");
    let change = [typed[0], typed[1], ("change", "yes")];
    let form = send(&host, &mut olena, &path, &page, &change);
    assert_eq!(form.status, StatusCode::OK);
    assert!(form.text().contains("value=\"passport\" checked") && form.text().contains("Which unit?"));
    assert_eq!(case_of(&host, case).stage, Some(Stage::Submitted));
}

#[test]
fn a_question_that_asks_nothing_comes_back_and_so_does_one_about_a_case_that_went_on() {
    let host = Host::new();
    let case = found_with(&host, &[]);
    let mut olena = host.desk(&[Role::Clerk], &["us-washington"]).browser;
    let mut ivan = host.desk(&[Role::Clerk], &["us-washington"]).browser;
    let page = act(&host, &mut olena, case, "request-info", &[("ready", ""), ("missing", " ")]);
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text().contains("href=\"#missing\""), "{}", page.text());

    let typed = [("ready", "passport"), ("missing", "")];
    let page = act(&host, &mut olena, case, "request-info", &typed);
    act(&host, &mut ivan, case, "add-note", &[("text", "Called; no answer.")]).location();
    let path = format!("/en/desk/cases/{case}/request-info");
    let sure = [typed[0], typed[1], ("sure", "yes")];
    let merge = send(&host, &mut olena, &path, &page, &sure);
    assert_eq!(merge.status, StatusCode::CONFLICT, "{}", merge.text());
    assert!(merge.text().contains("Wrote a note"));
    send(&host, &mut olena, &path, &merge, &sure).location();
    assert!(asked(&host, case).unwrap().contains("scan of the page"));
}
