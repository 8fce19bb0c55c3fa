//! What a decision says to its person, and somebody else who is asked to look again.

use super::support::{Browser, Host, WHOLE};
use axum::http::StatusCode;
use muster_app::portal::Visit;
use muster_case::{Permit, eligibility::ConfirmRefusal};
use muster_vocab::{Actor, Dice as _, PersonalText, ReasonCode, Role, SeededDice};

/// Somebody whom the published rules do not fit, and a browser with their session.
fn without_experience(host: &Host) -> (Visit, Browser) {
    let answers: Vec<(&str, &str)> = WHOLE
        .iter()
        .filter(|(name, _)| !name.starts_with("service") && *name != "trade")
        .map(|(name, value)| if *name == "experience" { (*name, "none") } else { (*name, *value) })
        .collect();
    let visit = host.sent_with("us-washington", &answers);
    host.app.determine_submitted(host.now()).unwrap();
    let token = host.app.open_session(visit, host.now()).unwrap();
    (visit, Browser { cookies: [("muster-visit".to_owned(), token.as_str().to_owned())].into() })
}

fn refuse(host: &Host, visit: Visit) {
    let mut dice = SeededDice::new(7);
    let clerk = Actor::Staff { staff: dice.id(), human: dice.id(), role: Role::Clerk };
    let confirm = ConfirmRefusal {
        codes: vec![ReasonCode::NoRequiredExperience],
        rationale: PersonalText("No service, no skill on the list.".to_owned()),
        in_bulk: false,
    };
    host.app.carry_out(Permit::ask(clerk).unwrap(), visit.case, confirm, host.now()).unwrap();
}

#[test]
fn a_refusal_says_its_rule_and_what_else_there_is_once_it_is_signed_and_not_before() {
    let host = Host::new();
    let (visit, mut browser) = without_experience(&host);
    let before = browser.get(&host, "/en/status");
    assert!(!before.text().contains("Another way"), "a finding is no decision");
    assert!(!before.text().contains("/en/review"));
    refuse(&host, visit);
    let after = browser.get(&host, "/en/status");
    let text = host.app.programme.policy().text("en", "no-combat-or-skill").unwrap();
    assert!(after.text().contains("We cannot accept you."), "{}", after.text());
    assert!(after.text().contains(&text.why.replace('\'', "&#39;")), "{}", after.text());
    assert!(after.text().contains("/en/review") && after.text().contains("2 April 2022"));
    assert!(!after.text().contains("No service, no skill"), "the clerk's rationale is not the letter");
    assert_eq!(browser.get(&host, "/uk/status").status, StatusCode::OK);
}

#[test]
fn a_review_is_asked_for_once_and_within_thirty_days() {
    let host = Host::new();
    let (visit, mut browser) = without_experience(&host);
    assert!(browser.get(&host, "/en/review").text().contains("You cannot ask for another look now"));
    refuse(&host, visit);
    let long = "I served. ".repeat(500);
    let refused = browser.post(&host, "/en/review", &[("grounds", &long)]);
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("I served. I served."), "nothing that was typed is lost");
    let asked = browser.post(&host, "/en/review", &[("grounds", "I was a medic for six years.")]);
    let status = browser.follow(&host, &asked);
    assert!(status.text().contains("Another person is looking"), "{}", status.text());
    // Sent twice by a nervous finger: it is asked for once.
    assert_eq!(browser.post(&host, "/en/review", &[]).status, StatusCode::SEE_OTHER);
}

#[test]
fn after_thirty_days_nobody_is_led_to_a_review_that_is_not_to_be_had() {
    let host = Host::new();
    let (visit, _) = without_experience(&host);
    refuse(&host, visit);
    host.wait(30 * 24 * 60 + 1);
    let token = host.app.open_session(visit, host.now()).unwrap();
    let mut browser = Browser { cookies: [("muster-visit".to_owned(), token.as_str().to_owned())].into() };
    assert!(!browser.get(&host, "/en/status").text().contains("/en/review"));
    assert!(browser.get(&host, "/en/review").text().contains("30 days have passed"));
    assert_eq!(browser.post(&host, "/en/review", &[]).status, StatusCode::CONFLICT);
}
