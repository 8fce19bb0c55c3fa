//! Is this really us, what we say about ourselves, and the letters of a play.

use crate::support::{Browser, Host};
use axum::http::StatusCode;

#[test]
fn what_is_ours_is_known_and_nothing_else() {
    let host = Host::new();
    host.confirm(host.draft(&[]), "aroha@example.org");
    let number = host.newest_letter();
    let number = number
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .find(|word| word.starts_with("ML-"))
        .unwrap();
    let mut browser = Browser::default();
    let ours =
        [number, "legion@washington.mission.example.org", "+1 202 555 0142", "@legion_washington_example"];
    for what in ours {
        let answer = browser.post(&host, "/en/verify", &[("what", what)]);
        assert!(answer.text().contains("Yes, this is ours"), "{what}: {}", answer.text());
    }
    for what in ["ML-AAAA-AAAA", "legion@washington.mission.example.com", "+1 202 555 0199", "<script>"] {
        let answer = browser.post(&host, "/en/verify", &[("what", what)]);
        assert!(answer.text().contains("We do not know this"), "{what}: {}", answer.text());
        assert!(!answer.text().contains("<script>"));
        assert_eq!(answer.status, StatusCode::OK, "the answer is on the page, and in no address");
    }
    let empty = browser.post(&host, "/en/verify", &[("what", " ")]);
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[test]
fn every_statement_is_there_and_no_other() {
    let (host, mut browser) = (Host::new(), Browser::default());
    for statement in ["accessibility", "privacy", "help", "cookies"] {
        for language in ["en", "uk"] {
            let page = browser.get(&host, &format!("/{language}/statements/{statement}"));
            assert_eq!(page.status, StatusCode::OK, "{language} {statement}");
        }
    }
    assert_eq!(browser.get(&host, "/en/statements/other").status, StatusCode::NOT_FOUND);
}

#[test]
fn a_play_shows_its_letters_with_links_that_work() {
    let host = Host::new();
    host.confirm(host.draft(&[("email", "aroha@example.org")]), "aroha@example.org");
    let mut browser = Browser::default();
    browser.post(&host, "/uk/return", &[("address", "aroha@example.org")]);
    host.letters();
    let page = browser.get(&host, "/uk/letters/");
    assert!(page.text().contains("aroha@example.org"), "{}", page.text());
    let link = page.text().split("href=\"/uk/return/link/").nth(1).expect("a link to this site");
    let link = format!("/uk/return/link/{}", link.split('"').next().unwrap());
    assert_eq!(browser.get(&host, &link).status, StatusCode::OK);
}
