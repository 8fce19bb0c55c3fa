//! The audit: who looked at what is one question, and asking it is recorded too.

use super::{hits::read, support::Host};
use axum::http::StatusCode;
use muster_case::{OfficeEvent, office::OFFICE_STREAM, screening::Strength};
use muster_vocab::Role;

#[test]
fn who_looked_at_a_case_is_found_by_its_name_and_by_the_officer_and_the_search_is_recorded() {
    let host = Host::new();
    let (case, other) = (host.screened("us-washington"), host.screened("us-washington"));
    let hit = host.hit(case, Strength::Ordinary);
    let mut looks = host.desk(&[Role::Adjudicator], &[]);
    looks.browser.get(&host, &format!("/en/desk/cases/{case}/hits/{hit}/"));
    let mut desk = host.desk(&[Role::DataProtection], &[]);
    let reads = || {
        let history = host.app.store.journal.history::<OfficeEvent>(OFFICE_STREAM).unwrap();
        history.iter().filter(|recorded| matches!(recorded.event, OfficeEvent::AuditRead(_))).count()
    };
    desk.browser.get(&host, "/en/desk/audit/");
    assert_eq!(reads(), 0, "nothing is shown before somebody asks");
    let found = desk.browser.get(&host, &format!("/en/desk/audit/?case={}", host.app.reference(case)));
    let page = read(&found);
    assert!(page.contains("Olena Marchuk") && page.contains("2022-03-03 09:00"), "{page}");
    assert_eq!(reads(), 1);
    let nobody = desk.browser.get(&host, &format!("/en/desk/audit/?case={other}"));
    assert!(read(&nobody).contains("Nobody looked"));
    let by_officer = desk.browser.get(&host, &format!("/en/desk/audit/?officer={}", looks.staff));
    assert!(read(&by_officer).contains(&host.app.reference(case)));
    let later = desk.browser.get(&host, "/en/desk/audit/?from=2022-03-04");
    assert!(read(&later).contains("Nobody looked"));
    assert!(read(&desk.browser.get(&host, "/en/desk/audit/?from=soon")).contains("leads to nothing"));
    let csv = desk.browser.get(&host, &format!("/en/desk/audit/export?format=csv&case={case}"));
    assert!(csv.text().starts_with("\u{feff}seq,") && csv.text().contains(",adjudicator,"));
    let lines = desk.browser.get(&host, &format!("/en/desk/audit/export?format=jsonl&case={case}"));
    assert!(lines.text().starts_with("{\"seq\":"));
    assert_eq!(reads(), 6, "and that it was taken away");
}

#[test]
fn an_account_for_one_mission_is_told_of_looks_at_its_cases_alone_and_no_name_is_in_an_address() {
    let host = Host::new();
    let case = host.screened("us-washington");
    let hit = host.hit(case, Strength::Ordinary);
    let mut looks = host.desk(&[Role::Adjudicator], &[]);
    looks.browser.get(&host, &format!("/en/desk/cases/{case}/hits/{hit}/"));
    let address = format!("/en/desk/audit/?officer={}", looks.staff);
    let mut elsewhere = host.desk(&[Role::DataProtection], &["gb-london"]);
    assert!(read(&elsewhere.browser.get(&host, &address)).contains("Nobody looked"));
    let file = elsewhere.browser.get(&host, &format!("/en/desk/audit/export?officer={}", looks.staff));
    assert_eq!(file.text(), "");
    let mut here = host.desk(&[Role::DataProtection], &["us-washington"]);
    let found = here.browser.get(&host, &address);
    assert!(read(&found).contains(&host.app.reference(case)));
    // Officers are chosen by name, and asked for by the number of the account.
    assert!(found.text().contains(&format!("<option value=\"{}\" selected>", looks.staff)));
    let typed = here.browser.get(&host, "/en/desk/audit/?officer=Olena+Marchuk");
    assert!(read(&typed).contains("leads to nothing"));
}

#[test]
fn the_log_is_checked_on_the_page_by_those_who_answer_for_it_alone() {
    let host = Host::new();
    host.screened("us-washington");
    let mut administrator = host.desk(&[Role::Administrator], &[]);
    let page = read(&administrator.browser.post(&host, "/en/desk/audit/verify", &[]));
    let history = host.app.store.journal.history::<OfficeEvent>(OFFICE_STREAM).unwrap();
    let asked = history.iter().filter(|recorded| matches!(recorded.event, OfficeEvent::LogVerified(_)));
    assert_eq!(asked.count(), 1, "and that it was asked");
    assert!(page.contains("The log is whole"), "{page}");
    let mut clerk = host.desk(&[Role::Clerk], &[]);
    assert_eq!(clerk.browser.get(&host, "/en/desk/audit/").status, StatusCode::FORBIDDEN);
    assert_eq!(clerk.browser.post(&host, "/en/desk/audit/verify", &[]).status, StatusCode::FORBIDDEN);
}
