//! The queue: what waits, the next case, who has what.

use super::support::{Host, WHOLE};
use axum::http::StatusCode;
use muster_app::eligibility::EligibilityWorker;
use muster_vocab::{CaseId, Role};

/// An application that was sent and found upon.
fn found(host: &Host, mission: &str, email: &str) -> CaseId {
    let own =
        WHOLE.iter().map(|(name, value)| if *name == "email" { (*name, email) } else { (*name, *value) });
    let case = host.sent_with(mission, &own.collect::<Vec<_>>()).case;
    let edition = host.app.edition_in_force().unwrap();
    EligibilityWorker.follow(&host.app, edition, host.now()).unwrap();
    case
}

/// What is read, without the marks that keep the direction of what was put in.
fn plain(answer: &super::support::Answer) -> String {
    answer.text().replace(['\u{2068}', '\u{2069}'], "")
}

#[test]
fn open_next_gives_each_officer_another_case_and_says_when_there_is_none() {
    let host = Host::new();
    let first = found(&host, "us-washington", "a@example.org");
    host.wait(10);
    let second = found(&host, "us-washington", "b@example.org");
    found(&host, "gb-london", "c@example.org");
    let mut olena = host.desk(&[Role::Clerk], &["us-washington"]).browser;
    let mut ivan = host.desk(&[Role::Clerk], &["us-washington"]).browser;
    let case = |case: CaseId| format!("/en/desk/cases/{case}/");
    assert_eq!(olena.post(&host, "/en/desk/next", &[]).location(), case(first), "the oldest of equals");
    assert_eq!(ivan.post(&host, "/en/desk/next", &[]).location(), case(second));
    let none = ivan.post(&host, "/en/desk/next", &[]);
    assert_eq!(none.location(), "/en/desk/nothing");
    assert!(ivan.follow(&host, &none).text().contains("Nothing waits for you"));

    let mine = olena.get(&host, "/en/desk/");
    let reference = host.app.reference(first);
    assert!(mine.text().contains("In your hands") && mine.text().contains(&reference));
    assert!(!mine.text().contains("Aroha"), "rows name nobody");
    let held = ivan.post(&host, &format!("/en/desk/cases/{first}/claim"), &[]);
    assert_eq!(held.status, StatusCode::CONFLICT);
    assert!(held.text().contains("Olena Marchuk"));
    assert_eq!(olena.post(&host, &format!("/en/desk/cases/{first}/release"), &[]).location(), "/en/desk/");
    assert_eq!(ivan.post(&host, &format!("/en/desk/cases/{first}/claim"), &[]).location(), case(first));
}

#[test]
fn a_view_is_an_address_with_filters_counts_and_an_order() {
    let host = Host::new();
    let case = found(&host, "us-washington", "a@example.org");
    let reference = host.app.reference(case);
    let mut browser = host.desk(&[Role::Clerk], &["us-washington"]).browser;
    let page = browser.get(&host, "/en/desk/");
    assert!(plain(&page).contains("1 thing waits.") && plain(&page).contains("Finding to confirm (1)"));
    assert!(page.text().contains("due tomorrow"));
    let other = browser.get(&host, "/en/desk/?finding=refuse_proposed&sort=due");
    assert!(!other.text().contains(&reference) && other.text().contains("Nothing fits."));
    assert!(plain(&other).contains("Refusal proposed (0)"), "what is chosen stays");
    let sorted = browser.get(&host, "/en/desk/?queue=intake&sort=age");
    assert!(
        sorted.text().contains("aria-sort=\"ascending\"><a href=\"/en/desk/?queue=intake&amp;sort=age\">")
            || sorted
                .text()
                .contains("aria-sort=\"ascending\"><a href=\"/en/desk/?queue=intake&#38;sort=age\">")
    );
    host.wait(29);
    browser.get(&host, "/en/desk/");
    for _ in 0..4 {
        // Three days later it is late.
        host.wait(24 * 60 - 10);
        browser = host.desk(&[Role::Clerk], &["us-washington"]).browser;
    }
    assert!(browser.get(&host, "/en/desk/?late=yes").text().contains("days late"));
    let nonsense = browser.get(&host, "/en/desk/?queue=%3Cb%3E&age=x&after=1.2&sort=y&stage='%22");
    assert_eq!(nonsense.status, StatusCode::OK);
    assert!(!nonsense.text().contains("<b>"));
}

#[test]
fn what_is_new_is_told_in_one_line_and_only_of_the_officers_own_work() {
    let host = Host::new();
    let mut clerk = host.desk(&[Role::Clerk], &["us-washington"]).browser;
    let mut attache = host.desk(&[Role::Attache], &["us-washington"]).browser;
    let news = format!("/en/desk/new?since={}", host.now().as_second());
    assert_eq!(clerk.get(&host, &news).status, StatusCode::NO_CONTENT);
    host.wait(1);
    found(&host, "us-washington", "a@example.org");
    found(&host, "gb-london", "b@example.org");
    assert_eq!(plain(&clerk.get(&host, &news)), "1 new – show");
    assert_eq!(attache.get(&host, &news).status, StatusCode::NO_CONTENT);
}

#[test]
fn keys_can_be_turned_off_and_on_again() {
    let host = Host::new();
    let mut browser = host.desk(&[Role::Clerk], &[]).browser;
    assert!(!browser.get(&host, "/en/desk/").text().contains("data-keys"));
    assert_eq!(browser.post(&host, "/en/desk/keys", &[("keys", "off")]).location(), "/en/desk/keys");
    assert!(browser.get(&host, "/en/desk/").text().contains("<body class=\"desk\" data-keys=\"off\">"));
    browser.post(&host, "/en/desk/keys", &[("keys", "on")]);
    assert!(!browser.get(&host, "/en/desk/keys").text().contains("data-keys"));
}

#[test]
fn somebody_is_found_by_name_reference_or_address_and_that_is_recorded() {
    let host = Host::new();
    let case = found(&host, "us-washington", "a@example.org");
    found(&host, "gb-london", "b@example.org");
    let reference = host.app.reference(case);
    let mut browser = host.desk(&[Role::Clerk], &["us-washington"]).browser;
    let reads = |host: &Host| {
        let events = host.app.store.journal.history::<muster_case::Event>(case.into()).unwrap();
        let search = |event: &muster_case::Event| matches!(event, muster_case::Event::Accessed(read) if read.purpose == "search");
        events.iter().filter(|recorded| search(&recorded.event)).count()
    };
    for (n, typed) in
        ["Aroha O'Neill", "онилл", "oneill aroha", &reference, "A@example.org"].iter().enumerate()
    {
        let page = browser.post(&host, "/en/desk/search", &[("q", typed)]);
        assert!(plain(&page).contains("1 case found") && page.text().contains(&reference), "{typed}");
        assert_eq!(reads(&host), n + 1, "{typed}");
    }
    let nobody = browser.post(&host, "/en/desk/search", &[("q", "Marchuk")]);
    assert!(nobody.text().contains("Nobody in your missions"));
    let empty = browser.post(&host, "/en/desk/search", &[("q", "  ")]);
    assert!(empty.text().contains("Type what to look for."));
    assert_eq!(reads(&host), 5);
}
