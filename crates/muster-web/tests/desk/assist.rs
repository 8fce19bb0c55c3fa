//! A clerk types for somebody: everything read aloud and confirmed, nothing lost, read back, a receipt to hand over.

use super::support::{Answer, Browser, Host, WHOLE};
use axum::http::StatusCode;
use muster_case::{Event, Stage, intake::Channel};
use muster_vocab::{CaseId, Role};

const US: &[&str] = &["us-washington"];
const START: &str = "/en/desk/assist/us-washington/";
const NOTICE: &str = "/en/desk/assist/us-washington/notice";
const FIRST: &[(&str, &str)] = &[
    ("born.day", "27"),
    ("born.month", "march"),
    ("born.year", "1990"),
    ("nationalities.0", "US"),
    ("residence", "US"),
];
const CONFIRMED: &[(&str, &str)] = &[
    ("channel", "phone"),
    ("understood", "myself"),
    ("risks", "yes"),
    ("consent.eligibility", "yes"),
    ("consent.screening", "yes"),
    ("consent.interview", "yes"),
    ("consent.contact", "yes"),
];

fn clerk(host: &Host) -> Browser {
    host.desk(&[Role::Clerk], US).browser
}

/// Begins for somebody: the path of the draft and its case.
fn begun(host: &Host, clerk: &mut Browser) -> (String, CaseId) {
    assert_eq!(clerk.post(host, START, FIRST).location(), NOTICE);
    let path = clerk.post(host, NOTICE, CONFIRMED).location().to_owned();
    let case = path.split('/').nth(4).unwrap().parse().unwrap();
    (path, case)
}

/// What was typed, with one answer another.
fn typed<'a>(name: &'a str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    let others = WHOLE.iter().copied().filter(|(known, _)| *known != name);
    others.chain([(name, value)]).collect()
}

/// What stands in the biggest letters of the receipt.
fn receipt(page: &Answer) -> String {
    let rest = page.text().split("class=\"big\" dir=\"ltr\">").nth(1).expect("a receipt");
    rest.split('<').next().unwrap().to_owned()
}

#[test]
fn a_clerk_types_for_somebody_reads_it_back_and_hands_over_the_receipt() {
    let host = Host::new();
    let desk = host.desk(&[Role::Clerk], US);
    let (staff, mut clerk) = (desk.staff, desk.browser);
    assert!(clerk.get(&host, "/en/desk/assist/").text().contains(&format!("href=\"{START}\"")));
    assert_eq!(clerk.get(&host, START).status, StatusCode::OK);
    let (path, case) = begun(&host, &mut clerk);
    let known = host.app.load(case).unwrap();
    assert_eq!((known.stage, known.channel), (Some(Stage::Draft), Some(Channel::Phone)));
    assert_eq!(known.assisted_by, Some(staff), "the case says who typed");
    assert!(clerk.get(&host, "/en/desk/assist/").text().contains(&path));
    let page = clerk.post(&host, &path, WHOLE);
    assert!(page.location().ends_with("/assist/check"), "{}", page.location());
    let check = clerk.follow(&host, &page);
    assert!(check.text().contains("O’Neill") && check.text().contains("27 March 1990"));
    assert_eq!(
        host.app.load(case).unwrap().stage,
        Some(Stage::Draft),
        "nothing is sent before it was read back"
    );
    let to_check = format!("{path}check");
    let uk = clerk.get(&host, &to_check.replace("/en/", "/uk/"));
    assert!(uk.text().contains("27 березня 1990"), "in the language of whoever applies");
    let sent = clerk.post(&host, &to_check, &[]);
    let page = clerk.follow(&host, &sent);
    assert!(page.text().contains(&host.app.reference(case)));
    let visit = host.app.visit_by_receipt(&receipt(&page)).unwrap().expect("it opens the application");
    assert_eq!(visit.case, case);
    assert_eq!(host.app.load(case).unwrap().stage, Some(Stage::Submitted));
    assert!(clerk.post(&host, &to_check, &[]).location().contains("/assist/"), "sent twice is once");
    let events = host.app.store.journal.history::<Event>(case.into()).unwrap();
    assert_eq!(events.iter().filter(|one| matches!(one.event, Event::Submitted(_))).count(), 1);
    assert!(!clerk.get(&host, "/en/desk/assist/").text().contains(&path), "it is no draft any more");
    let other = self::clerk(&host).get(&host, &format!("{path}receipt"));
    assert_eq!(other.status, StatusCode::CONFLICT, "the receipt is handed over by whoever typed");
}

#[test]
fn nothing_begins_before_notice_risks_and_consent_are_confirmed_one_by_one() {
    let host = Host::new();
    let mut clerk = clerk(&host);
    assert_eq!(clerk.get(&host, NOTICE).location(), START, "the countries come first");
    let empty = clerk.post(&host, START, &[]);
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(clerk.post(&host, START, FIRST).location(), NOTICE);
    let page = clerk.get(&host, NOTICE);
    assert!(
        page.text().contains("United States") && !page.text().contains(" checked>"),
        "nothing is ticked by us"
    );
    for (left_out, _) in CONFIRMED {
        let others: Vec<(&str, &str)> =
            CONFIRMED.iter().copied().filter(|(name, _)| name != left_out).collect();
        let page = clerk.post(&host, NOTICE, &others);
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "without {left_out}");
        assert!(page.text().contains(&format!("href=\"#{left_out}")), "{left_out}: {}", page.text());
    }
    let mut wrong = CONFIRMED.to_vec();
    wrong[1] = ("understood", "embassy");
    let page = clerk.post(&host, NOTICE, &wrong);
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text().contains("It is not like that"));
    assert!(clerk.get(&host, "/en/desk/assist/").text().contains("Nothing is begun"));
}

#[test]
fn whatever_is_typed_is_kept_and_a_colleague_goes_on_after_asking_for_it() {
    let host = Host::new();
    let mut first = clerk(&host);
    let (path, case) = begun(&host, &mut first);
    let half = typed("email", "nowhere");
    let faulty = first.post(&host, &path, &half);
    assert_eq!(faulty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(faulty.text().contains("href=\"#email\"") && faulty.text().contains("value=\"nowhere\""));
    let mut another = clerk(&host);
    another.post(&host, &format!("{path}open"), &[]);
    let held = another.post(&host, &path, &typed("email", "elsewhere"));
    assert_eq!(held.status, StatusCode::CONFLICT, "never two at once");
    assert!(
        held.text().contains("types in this application now") && held.text().contains("value=\"elsewhere\"")
    );
    let mut saved = half.clone();
    saved.push(("go", "save"));
    assert!(first.post(&host, &path, &saved).location().ends_with("?done=save"));
    let mut second = clerk(&host);
    assert!(second.get(&host, "/en/desk/assist/").text().contains(&host.app.reference(case)));
    let masked = second.get(&host, &path);
    assert!(!masked.text().contains("Aroha") && masked.text().contains("A colleague began"));
    assert_eq!(second.post(&host, &path, &half).status, StatusCode::CONFLICT, "not before it is open");
    second.post(&host, &format!("{path}open"), &[]);
    let open = second.get(&host, &path);
    assert!(open.text().contains("Aroha") && open.text().contains("value=\"nowhere\""));
    let events = host.app.store.journal.history::<Event>(case.into()).unwrap();
    let opened = |one: &&muster_store::journal::Recorded<Event>| matches!(&one.event, Event::Accessed(accessed) if accessed.purpose == "assist");
    assert_eq!(events.iter().filter(opened).count(), 2, "that it was read is on record");
    assert!(second.post(&host, &path, WHOLE).location().ends_with("/check"));
}

#[test]
fn a_country_that_comes_up_later_has_its_notice_read_before_anything_is_sent() {
    let host = Host::new();
    let mut clerk = clerk(&host);
    let (path, case) = begun(&host, &mut clerk);
    let canadian = typed("nationalities.0", "CA");
    let page = clerk.post(&host, &path, &canadian);
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text().contains("href=\"#notice-1\"") && page.text().contains("Canada"));
    assert!(!clerk.post(&host, &format!("{path}check"), &[]).location().ends_with("/receipt"));
    assert_eq!(host.app.load(case).unwrap().stage, Some(Stage::Draft));
    assert!(page.text().contains("name=\"notice_of\" value=\"CA\""));
    let mut read = typed("nationalities.0", "FR");
    read.extend([("notice", "yes"), ("notice_of", "CA")]);
    let another = clerk.post(&host, &path, &read);
    assert_eq!(another.status, StatusCode::UNPROCESSABLE_ENTITY, "what was ticked is what the page showed");
    let mut read = canadian;
    read.extend([("notice", "yes"), ("notice_of", "CA")]);
    assert!(clerk.post(&host, &path, &read).location().ends_with("/check"));
    assert!(clerk.post(&host, &format!("{path}check"), &[]).location().ends_with("/receipt"));
}

#[test]
fn a_minor_is_stopped_kindly_and_nothing_is_kept() {
    let host = Host::new();
    let mut clerk = clerk(&host);
    let mut young = FIRST.to_vec();
    young[2] = ("born.year", "2006");
    let page = clerk.post(&host, START, &young);
    assert!(clerk.follow(&host, &page).text().contains("Say it kindly"));
    assert_eq!(clerk.get(&host, NOTICE).location(), START, "nothing is left in the browser");
    let (path, case) = begun(&host, &mut clerk);
    let page = clerk.post(&host, &path, &typed("born.year", "2006"));
    assert!(clerk.follow(&host, &page).text().contains("Say it kindly"));
    assert_eq!(host.app.load(case).unwrap().stage, Some(Stage::Erased));
    assert!(clerk.get(&host, "/en/desk/assist/").text().contains("Nothing is begun"));
}

#[test]
fn what_somebody_writes_alone_is_theirs_and_no_clerk_types_in_it() {
    let host = Host::new();
    let case = host.sent("us-washington");
    let path = format!("/en/desk/cases/{case}/assist/");
    let mut clerk = clerk(&host);
    for address in [path.clone(), format!("{path}check"), format!("{path}receipt")] {
        assert_eq!(clerk.get(&host, &address).status, StatusCode::NOT_FOUND, "{address}");
    }
    assert_eq!(clerk.post(&host, &format!("{path}open"), &[]).status, StatusCode::NOT_FOUND);
    assert_eq!(clerk.post(&host, &path, WHOLE).status, StatusCode::NOT_FOUND);
}
