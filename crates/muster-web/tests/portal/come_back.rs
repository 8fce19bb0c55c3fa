//! The ways back in.

use crate::support::{Browser, Host};
use axum::http::StatusCode;

#[test]
fn a_receipt_opens_the_application_however_it_is_typed() {
    let host = Host::new();
    let visit = host.draft(&[]);
    let receipt = host.app.receipt(visit).unwrap().as_str().to_lowercase().replace('-', " ");
    let mut browser = Browser::default();
    let answer = browser.post(&host, "/en/return", &[("receipt", &receipt)]);
    assert_eq!(answer.location(), "/en/application/");
    assert_eq!(browser.follow(&host, &answer).status, StatusCode::OK);
}

#[test]
fn an_application_that_was_sent_opens_on_its_status() {
    let host = Host::new();
    let receipt = host.app.receipt(host.sent()).unwrap();
    let mut browser = Browser::default();
    let answer = browser.post(&host, "/uk/return", &[("receipt", receipt.as_str())]);
    assert_eq!(answer.location(), "/uk/status");
    let status = browser.follow(&host, &answer);
    assert!(status.text().contains("Ми отримали вашу заяву"), "{}", status.text());
    assert!(status.text().contains("Поки що не звільняйтеся з роботи"), "{}", status.text());
}

#[test]
fn a_stranger_gets_the_same_answer_as_an_applicant() {
    let host = Host::new();
    host.confirm(host.sent(), "aroha@example.org");
    let mut answers = Vec::new();
    for address in ["aroha@example.org", "nobody@example.org"] {
        let mut browser = Browser::default();
        let asked = browser.post(&host, "/en/return", &[("address", address)]);
        let wrong = browser.post(&host, "/en/return/code", &[("address", address), ("code", "000000")]);
        assert!(!browser.is_signed_in());
        let alike = |text: &str| text.replace(address, "");
        answers.push((asked.status, alike(asked.text()), wrong.status, alike(wrong.text())));
    }
    assert_eq!(answers[0], answers[1]);
    assert_eq!(answers[0].0, StatusCode::OK);
    assert_eq!(answers[0].2, StatusCode::UNPROCESSABLE_ENTITY);
}

#[test]
fn the_code_of_the_letter_opens_the_application() {
    let host = Host::new();
    host.confirm(host.draft(&[("email", "aroha@example.org")]), "aroha@example.org");
    let mut browser = Browser::default();
    browser.post(&host, "/en/return", &[("address", "Aroha@example.org")]);
    let code = host.newest_code();
    let pasted = format!(" {} {}. ", &code[..3], &code[3..]);
    let fields = [("address", "Aroha@example.org"), ("code", pasted.as_str())];
    let answer = browser.post(&host, "/en/return/code", &fields);
    assert_eq!(answer.location(), "/en/application/");
    assert!(browser.is_signed_in());
}

#[test]
fn a_scanner_that_opens_a_link_three_times_changes_nothing() {
    let host = Host::new();
    host.confirm(host.draft(&[("email", "aroha@example.org")]), "aroha@example.org");
    Browser::default().post(&host, "/en/return", &[("address", "aroha@example.org")]);
    let letter = host.newest_letter().replace("=\r\n", "");
    let link = letter.split_whitespace().find_map(|word| word.strip_prefix("http://localhost")).unwrap();
    for _ in 0..3 {
        let mut scanner = Browser::default();
        assert_eq!(scanner.get(&host, link).status, StatusCode::OK);
        assert!(!scanner.is_signed_in());
    }
    let mut browser = Browser::default();
    assert_eq!(browser.post(&host, link, &[]).location(), "/en/application/");
    assert!(browser.is_signed_in());
    // It works once.
    let mut second = Browser::default();
    assert_eq!(second.post(&host, link, &[]).status, StatusCode::GONE);
    assert_eq!(second.get(&host, link).status, StatusCode::GONE);
}

#[test]
fn what_was_typed_when_the_session_ended_is_saved_after_signing_in() {
    let host = Host::new();
    let visit = host.draft(&[]);
    let receipt = host.app.receipt(visit).unwrap();
    let mut browser = host.browser_of(visit);
    browser.expire(&host);
    let words = "Слова, ".repeat(600);
    let path = "/en/application/questions/words";
    let stopped = browser.post(&host, path, &[("words", &words)]);
    assert_eq!(stopped.status, StatusCode::UNAUTHORIZED);
    let held = stopped.hidden("held");
    assert!(!stopped.text().contains("Слова"), "what is held cannot be read");
    // A wrong receipt first: it is still held.
    let wrong = [("receipt", "7Q4K-22XY-0A1B-9C8D-EFGH"), ("held", held.as_str())];
    let wrong = browser.post(&host, "/en/return", &wrong);
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields = [("receipt", receipt.as_str()), ("held", &wrong.hidden("held"))];
    let answer = browser.post(&host, "/en/return", &fields);
    assert_eq!(answer.location(), path);
    assert_eq!(host.app.answers(visit).unwrap().0["words"], words.trim());
    assert!(browser.follow(&host, &answer).text().contains("Слова"));
}

#[test]
fn somebody_without_a_session_is_led_back_to_the_page_asked_for() {
    let host = Host::new();
    let receipt = host.app.receipt(host.sent()).unwrap();
    let mut browser = Browser::default();
    for path in ["/my-data/", "/my-data/download", "/receipt", "/status", "/my-data/erase"] {
        let asked = browser.get(&host, &format!("/en{path}"));
        let page = browser.follow(&host, &asked);
        let fields = [("receipt", receipt.as_str()), ("next", &page.hidden("next"))];
        let mut another = Browser::default();
        assert_eq!(another.post(&host, "/uk/return", &fields).location(), format!("/uk{path}"));
    }
}

#[test]
fn leaving_ends_the_session_here_and_at_the_server() {
    let host = Host::new();
    let visit = host.sent();
    let mut browser = host.browser_of(visit);
    let stolen = host.browser_of(visit);
    assert_eq!(browser.get(&host, "/en/status").status, StatusCode::OK);
    let left = browser.post(&host, "/en/leave", &[]);
    assert!(left.headers.contains_key("clear-site-data"));
    assert!(!browser.is_signed_in());
    // Another device stays where it is.
    let mut other = stolen;
    assert_eq!(other.get(&host, "/en/status").status, StatusCode::OK);
}
