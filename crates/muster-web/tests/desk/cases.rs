//! A case: what is read of it is recorded, what is done rests on what was looked at.

use super::support::{Answer, Browser, Host, WHOLE};
use axum::http::StatusCode;
use muster_app::eligibility::EligibilityWorker;
use muster_case::{Case, Event, Stage};
use muster_store::journal::Recorded;
use muster_vocab::{CaseId, Role};

/// Answers that differ from those of somebody who is eligible.
pub(super) fn found_with(host: &Host, other: &[(&'static str, &'static str)]) -> CaseId {
    let changed = |name: &str| other.iter().find(|(other, _)| *other == name).map(|(_, value)| *value);
    let answers: Vec<(&str, &str)> =
        WHOLE.iter().map(|(name, value)| (*name, changed(name).unwrap_or(value))).collect();
    let case = host.sent_with("us-washington", &answers).case;
    let edition = host.app.edition_in_force().unwrap();
    EligibilityWorker.follow(&host.app, edition, host.now()).unwrap();
    case
}

/// Somebody whom the rules speak against.
pub(super) fn unfit(host: &Host) -> CaseId {
    found_with(host, &[("criminal_record", "yes")])
}

pub(super) fn case_of(host: &Host, case: CaseId) -> Case {
    host.app.load(case).unwrap()
}

pub(super) fn history(host: &Host, case: CaseId) -> Vec<Recorded<Event>> {
    host.app.store.journal.history(case.into()).unwrap()
}

/// The value of a field that a page carries along.
pub(super) fn hidden(page: &Answer, name: &str) -> String {
    let text = page.text();
    let at = text.find(&format!("name=\"{name}\" value=\"")).unwrap_or_else(|| panic!("no {name}:\n{text}"));
    text[at..].split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

/// Opens the form of an act and sends it filled in.
pub(super) fn act(
    host: &Host,
    browser: &mut Browser,
    case: CaseId,
    verb: &str,
    typed: &[(&str, &str)],
) -> Answer {
    let path = format!("/en/desk/cases/{case}/{verb}");
    let form = browser.get(host, &path);
    assert_eq!(form.status, StatusCode::OK, "{verb}: {}", form.text());
    send(host, browser, &path, &form, typed)
}

/// Sends a form that was opened.
pub(super) fn send(
    host: &Host,
    browser: &mut Browser,
    path: &str,
    form: &Answer,
    typed: &[(&str, &str)],
) -> Answer {
    let (version, once) = (hidden(form, "version"), hidden(form, "once"));
    let mut fields = vec![("version", version.as_str()), ("once", once.as_str())];
    fields.extend(typed);
    browser.post(host, path, &fields)
}

#[test]
fn who_it_is_stands_in_one_line_and_the_look_is_recorded_once() {
    let host = Host::new();
    let case = found_with(&host, &[]);
    let mut olena = host.desk(&[Role::Clerk], &["us-washington"]).browser;
    let path = format!("/en/desk/cases/{case}/");
    let page = olena.get(&host, &path);
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    assert!(page.text().contains("Aroha"), "{}", page.text());
    assert!(!page.text().contains("aroha@example.org"), "the address is masked");
    olena.get(&host, &path);
    let looks = history(&host, case).iter().filter(|it| matches!(it.event, Event::Accessed(_))).count();
    assert_eq!(looks, 1);
}

#[test]
fn what_is_masked_is_shown_for_a_purpose_and_that_is_logged() {
    let host = Host::new();
    let case = found_with(&host, &[]);
    let mut olena = host.desk(&[Role::Clerk], &["us-washington"]).browser;
    let path = format!("/en/desk/cases/{case}/reveal");
    assert_eq!(olena.post(&host, &path, &[]).status, StatusCode::BAD_REQUEST);
    let page = olena.post(&host, &path, &[("purpose", "contact")]);
    assert!(page.text().contains("aroha@example.org"));
    let logged = history(&host, case).into_iter().any(|it| match it.event {
        Event::Accessed(look) => look.purpose == "contact" && look.sections.contains(&"contact".to_owned()),
        _ => false,
    });
    assert!(logged);
}

#[test]
fn a_case_that_went_on_shows_what_happened_and_keeps_what_was_typed() {
    let host = Host::new();
    let case = unfit(&host);
    let mut olena = host.desk(&[Role::Clerk], &["us-washington"]).browser;
    let mut ivan = host.desk(&[Role::Clerk], &["us-washington"]).browser;
    let path = format!("/en/desk/cases/{case}/confirm-refusal");
    let form = olena.get(&host, &path);
    act(&host, &mut ivan, case, "add-note", &[("text", "Called; no answer.")]).location();
    let typed = [("codes", "R06"), ("rationale", "A record was told of.")];
    let page = send(&host, &mut olena, &path, &form, &typed);
    assert_eq!(page.status, StatusCode::CONFLICT, "{}", page.text());
    assert!(page.text().contains("A record was told of."));
    assert!(page.text().contains("Wrote a note"));
    assert_eq!(case_of(&host, case).stage, Some(Stage::Submitted));
    send(&host, &mut olena, &path, &page, &typed).location();
    assert_eq!(case_of(&host, case).stage, Some(Stage::RefusedEarly));
}

#[test]
fn sending_twice_does_it_once() {
    let host = Host::new();
    let case = unfit(&host);
    let mut olena = host.desk(&[Role::Clerk], &["us-washington"]).browser;
    let path = format!("/en/desk/cases/{case}/confirm-refusal");
    let form = olena.get(&host, &path);
    let typed = [("codes", "R06"), ("rationale", "A record was told of.")];
    send(&host, &mut olena, &path, &form, &typed).location();
    let events = history(&host, case).len();
    send(&host, &mut olena, &path, &form, &typed).location();
    assert_eq!(history(&host, case).len(), events);
}

#[test]
fn a_refusal_without_words_or_reason_comes_back_with_what_is_missing() {
    let host = Host::new();
    let case = unfit(&host);
    let mut olena = host.desk(&[Role::Clerk], &["us-washington"]).browser;
    let page = act(&host, &mut olena, case, "confirm-refusal", &[("codes", "R06"), ("rationale", " ")]);
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text().contains("href=\"#rationale\""), "{}", page.text());
    assert_eq!(case_of(&host, case).stage, Some(Stage::Submitted));
}

#[test]
fn whoever_stepped_back_never_acts_on_the_case() {
    let host = Host::new();
    let case = unfit(&host);
    let mut olena = host.desk(&[Role::Clerk], &["us-washington"]).browser;
    let path = format!("/en/desk/cases/{case}/confirm-refusal");
    let form = olena.get(&host, &path);
    act(&host, &mut olena, case, "recuse", &[("reason", "A cousin of mine.")]).location();
    assert!(olena.get(&host, &path).status.is_redirection(), "nothing is offered");
    let typed = [("codes", "R06"), ("rationale", "A record was told of.")];
    let page = send(&host, &mut olena, &path, &form, &typed);
    assert_eq!(page.status, StatusCode::CONFLICT);
    let page = send(&host, &mut olena, &path, &page, &typed);
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", page.text());
    assert_eq!(case_of(&host, case).stage, Some(Stage::Submitted));
}

#[test]
fn a_case_in_a_colleagues_hands_is_not_acted_on() {
    let host = Host::new();
    let case = unfit(&host);
    let mut olena = host.desk(&[Role::Clerk], &["us-washington"]).browser;
    let mut ivan = host.desk(&[Role::Clerk], &["us-washington"]).browser;
    ivan.post(&host, &format!("/en/desk/cases/{case}/claim"), &[]).location();
    let page = act(&host, &mut olena, case, "add-note", &[("text", "Called.")]);
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert!(page.text().contains("Olena Marchuk"), "every account of these stories has one name");
}
