//! The whole application on one page.

use crate::support::{Answer, Browser, Host, WHOLE};
use axum::http::StatusCode;

const PATH: &str = "/en/at/us-washington/whole";

/// Goes through the pre-check, the notice and the risks, as anybody does.
fn ready(host: &Host) -> (Browser, Answer) {
    let mut browser = Browser::default();
    for id in &host.app.programme.portal().questions.pre_check {
        let question = host.app.programme.portal().question(id).unwrap();
        let names: Vec<String> = question.names(0);
        let fields: Vec<(&str, &str)> =
            WHOLE.iter().copied().filter(|(name, _)| names.iter().any(|own| own == name)).collect();
        browser.post(host, &format!("/en/at/us-washington/pre-check/{id}"), &fields).location();
    }
    browser.post(host, "/en/at/us-washington/notice", &[("understood", "myself")]).location();
    browser.post(host, "/en/at/us-washington/risks", &[]).location();
    let page = browser.get(host, PATH);
    assert_eq!(page.status, StatusCode::OK);
    (browser, page)
}

/// Everything typed, every purpose ticked, and what the page itself carries.
fn filled<'a>(host: &'a Host, issued: &'a str) -> Vec<(String, &'a str)> {
    let mut fields: Vec<(String, &str)> =
        WHOLE.iter().map(|(name, value)| ((*name).to_owned(), *value)).collect();
    let purposes = host.app.programme.purposes.iter().map(|word| format!("consent.{word}"));
    fields.extend(purposes.flat_map(|name| [(name.clone(), ""), (name, "yes")]));
    fields.push(("issued".to_owned(), issued));
    fields
}

fn as_sent<'a>(fields: &'a [(String, &'a str)]) -> Vec<(&'a str, &'a str)> {
    fields.iter().map(|(name, value)| (name.as_str(), *value)).collect()
}

#[test]
fn everything_at_once_gives_a_receipt() {
    let host = Host::new();
    let (mut browser, page) = ready(&host);
    host.wait(5);
    let issued = page.hidden("issued");
    let fields = filled(&host, &issued);
    let sent = browser.post(&host, PATH, &as_sent(&fields));
    assert_eq!(sent.location(), "/en/receipt");
    let receipt = browser.follow(&host, &sent);
    assert!(receipt.text().contains("We have your application"), "{}", receipt.text());
    assert!(receipt.text().contains("a…@example.org"));
    let data = browser.get(&host, "/en/my-data/");
    assert!(data.text().contains("O’Neill"), "{}", data.text());
}

#[test]
fn with_faults_every_word_comes_back() {
    let host = Host::new();
    let (mut browser, page) = ready(&host);
    let issued = page.hidden("issued");
    let mut fields = filled(&host, &issued);
    fields.retain(|(name, _)| name != "service_years" && name != "consent.screening");
    fields.push(("words".to_owned(), "Як довго чекати?"));
    fields.push(("service_years".to_owned(), "several"));
    let back = browser.post(&host, PATH, &as_sent(&fields));
    assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY);
    for kept in ["O’Neill", "Як довго чекати?", "several", "<title>Error: "] {
        assert!(back.text().contains(kept), "{kept}: {}", back.text());
    }
    for wrong in ["href=\"#service_years\"", "href=\"#consent.screening-1\""] {
        assert!(back.text().contains(wrong), "{wrong}: {}", back.text());
    }
    fields.push(("another".to_owned(), "service-record"));
    let more = browser.post(&host, PATH, &as_sent(&fields));
    assert_eq!(more.status, StatusCode::OK);
    assert!(more.text().contains("name=\"service.1.force\"") && more.text().contains("several"));
}

#[test]
fn whoever_knows_an_address_gets_nothing_of_its_owner() {
    let host = Host::new();
    let owner = host.sent();
    let (mut browser, page) = ready(&host);
    host.wait(5);
    let issued = page.hidden("issued");
    let mut fields = filled(&host, &issued);
    fields.retain(|(name, _)| name != "family");
    fields.push(("family".to_owned(), "Thief"));
    let sent = browser.post(&host, PATH, &as_sent(&fields));
    assert_eq!(sent.location(), "/en/receipt", "the answer is the same as to anybody");
    let receipt = browser.follow(&host, &sent);
    assert!(!receipt.text().contains(host.app.receipt(owner).unwrap().as_str()));
    let data = browser.get(&host, "/en/my-data/");
    assert!(data.text().contains("Thief") && !data.text().contains("O’Neill"), "{}", data.text());
}

#[test]
fn another_country_sends_to_its_notice_and_loses_nothing() {
    let host = Host::new();
    let (mut browser, page) = ready(&host);
    host.wait(5);
    let issued = page.hidden("issued");
    let mut fields = filled(&host, &issued);
    fields.push(("nationalities.1".to_owned(), "DE"));
    let back = browser.post(&host, PATH, &as_sent(&fields));
    assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(back.text().contains("id=\"unread\"") && back.text().contains("O’Neill"), "{}", back.text());
    browser.post(&host, "/en/at/us-washington/notice", &[("understood", "myself")]).location();
    assert_eq!(browser.post(&host, PATH, &as_sent(&fields)).location(), "/en/receipt");
}

#[test]
fn a_minor_is_stopped_kindly() {
    let host = Host::new();
    let (mut browser, page) = ready(&host);
    let issued = page.hidden("issued");
    let mut fields = filled(&host, &issued);
    fields.retain(|(name, _)| name != "born.year");
    fields.push(("born.year".to_owned(), "2006"));
    let stopped = browser.post(&host, PATH, &as_sent(&fields));
    assert!(stopped.text().contains("Thank you for wanting to help"), "{}", stopped.text());
    assert!(!browser.is_signed_in());
}
