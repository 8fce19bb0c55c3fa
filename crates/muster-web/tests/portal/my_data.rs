//! One's own data: seen, taken along, corrected, withdrawn, erased.

use crate::support::{Host, WHOLE};
use axum::http::StatusCode;
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

#[test]
fn everything_that_was_said_is_read_back_in_words() {
    let host = Host::new();
    let mut browser = host.browser_of(host.sent());
    let page = browser.get(&host, "/en/my-data/");
    for said in ["Aroha", "O’Neill", "aroha@example.org", "United States", "27 March 1990"] {
        assert!(page.text().contains(said), "{said}: {}", page.text());
    }
}

#[test]
fn the_download_is_a_zip_for_people_and_for_machines() {
    let host = Host::new();
    let mut browser = host.browser_of(host.sent());
    let answer = browser.post(&host, "/uk/my-data/download", &[]);
    assert_eq!(answer.headers["content-type"], "application/zip");
    let mut zip = ZipArchive::new(Cursor::new(answer.bytes)).unwrap();
    let mut read = |name: &str| {
        let mut text = String::new();
        zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let (html, json) = (read("index.html"), read("data.json"));
    assert!(html.contains("lang=\"uk\"") && html.contains("O’Neill"), "{html}");
    let data: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert!(json.contains("O’Neill") && data["cases"].is_array(), "{json}");
}

#[test]
fn withdrawing_takes_two_taps_and_can_be_taken_back() {
    let host = Host::new();
    let visit = host.sent();
    let mut browser = host.browser_of(visit);
    let page = browser.get(&host, "/en/my-data/withdraw");
    assert!(page.text().contains("Withdraw my application"));
    let done = browser.post(&host, "/en/my-data/withdraw", &[]);
    assert_eq!(done.location(), "/en/status");
    assert!(browser.follow(&host, &done).text().contains("You have withdrawn"));
    host.wait(13 * 24 * 60);
    let mut later = host.browser_of(visit);
    let undone = later.post(&host, "/en/my-data/withdraw/undo", &[]);
    let status = later.follow(&host, &undone);
    assert!(status.text().contains("We have your application"), "{}", status.text());
}

#[test]
fn after_fourteen_days_a_withdrawal_stands() {
    let host = Host::new();
    let visit = host.sent();
    host.browser_of(visit).post(&host, "/en/my-data/withdraw", &[]);
    host.wait(15 * 24 * 60);
    let mut later = host.browser_of(visit);
    assert!(!later.get(&host, "/en/status").text().contains("withdraw/undo"));
    assert_eq!(later.post(&host, "/en/my-data/withdraw/undo", &[]).status, StatusCode::CONFLICT);
}

#[test]
fn erasing_needs_one_tick_and_leaves_nothing_to_come_back_to() {
    let host = Host::new();
    let visit = host.sent();
    let receipt = host.app.receipt(visit).unwrap();
    let (mut browser, mut other) = (host.browser_of(visit), host.browser_of(visit));
    assert!(browser.get(&host, "/en/my-data/erase").text().contains("What stays"));
    let unticked = browser.post(&host, "/en/my-data/erase", &[("sure", "")]);
    assert_eq!(unticked.status, StatusCode::UNPROCESSABLE_ENTITY);
    let done = browser.post(&host, "/en/my-data/erase", &[("sure", ""), ("sure", "yes")]);
    assert_eq!(done.status, StatusCode::OK, "{}", done.text());
    assert!(done.text().contains("muster/erasure-receipt/1") && !done.text().contains("Neill"));
    assert!(!browser.is_signed_in());
    let elsewhere = other.get(&host, "/en/status");
    assert!(elsewhere.location().starts_with("/en/return"), "other devices are signed out too");
    let back = other.post(&host, "/en/return", &[("receipt", receipt.as_str())]);
    assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[test]
fn a_correction_comes_back_with_its_faults_and_then_is_taken() {
    let host = Host::new();
    let mut browser = host.browser_of(host.sent());
    let page = browser.get(&host, "/en/my-data/correct");
    assert!(page.text().contains("value=\"O’Neill\""), "{}", page.text());
    let mut fields: Vec<(&str, &str)> = WHOLE.to_vec();
    fields.retain(|(name, _)| *name != "family" && !name.starts_with("born."));
    fields.extend([("family", "Ōtene"), ("born.day", "31"), ("born.month", "2"), ("born.year", "1990")]);
    let wrong = browser.post(&host, "/en/my-data/correct", &fields);
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text().contains("value=\"Ōtene\"") && wrong.text().contains("There is no such day"));
    fields.retain(|(name, _)| !name.starts_with("born."));
    fields.extend([("born.day", "28"), ("born.month", "march"), ("born.year", "1990")]);
    let done = browser.post(&host, "/en/my-data/correct", &fields);
    assert_eq!(done.location(), "/en/my-data/?corrected=yes");
    let page = browser.follow(&host, &done);
    assert!(
        page.text().contains("Ōtene") && page.text().contains("We have your correction"),
        "{}",
        page.text()
    );
}

#[test]
fn a_correction_that_was_typed_when_the_session_ended_comes_back_whole() {
    let host = Host::new();
    let visit = host.sent();
    let receipt = host.app.receipt(visit).unwrap();
    let mut browser = host.browser_of(visit);
    browser.expire(&host);
    let stopped = browser.post(&host, "/en/my-data/correct", &[("family", "Ōtene")]);
    let fields = [("receipt", receipt.as_str()), ("held", &stopped.hidden("held"))];
    let page = browser.post(&host, "/en/return", &fields);
    assert!(page.text().contains("value=\"Ōtene\""), "{}", page.text());
}
