//! Interviews: a time on two clocks, a form that loses nothing, raters who are blind to each other.

use super::support::{Answer, Browser, Host, WHOLE};
use axum::http::StatusCode;
use muster_app::{Act, eligibility::EligibilityWorker, portal::Visit};
use muster_case::{
    Event, Permit, Stage,
    eligibility::AcceptFinding,
    screening::{CheckOutcome, CompleteScreening, RecordCheck, StartScreening},
};
use muster_vocab::{Actor, CaseId, Dice as _, PersonalText, Role, SeededDice, Worker};

const US: &[&str] = &["us-washington"];

/// Somebody of this trade, ready for an interview.
fn ready(host: &Host, trade: &str) -> CaseId {
    let own =
        WHOLE.iter().map(|(name, value)| if *name == "trade" { (*name, trade) } else { (*name, *value) });
    let case = host.sent_with("us-washington", &own.collect::<Vec<_>>()).case;
    let edition = host.app.edition_in_force().unwrap();
    EligibilityWorker.follow(&host.app, edition, host.now()).unwrap();
    let mut dice = SeededDice::new(7);
    let mut staff = |role| Actor::Staff { staff: dice.id(), human: dice.id(), role };
    let (clerk, screener) = (staff(Role::Clerk), staff(Role::Screener));
    let worker = Actor::System { worker: Worker::Screening };
    let checks = host.app.programme.checks.clone();
    let mut acts = vec![
        Act::new(Permit::ask(clerk).unwrap(), AcceptFinding),
        Act::new(Permit::ask(worker).unwrap(), StartScreening { checks: checks.clone() }),
    ];
    for check in checks {
        let (outcome, reason) = (CheckOutcome::Clear, PersonalText("nothing found".to_owned()));
        let record = RecordCheck { check, outcome, lists: Vec::new(), reason };
        acts.push(Act::new(Permit::ask(screener).unwrap(), record));
    }
    acts.push(Act::new(Permit::ask(worker).unwrap(), CompleteScreening));
    host.app.begin(case, acts, host.now()).unwrap().wait().unwrap();
    assert_eq!(host.app.load(case).unwrap().stage, Some(Stage::InterviewReady));
    case
}

fn plain(answer: &Answer) -> String {
    answer.text().replace(['\u{2068}', '\u{2069}'], "")
}

fn at(case: CaseId, act: &str) -> String {
    format!("/en/desk/cases/{case}/interview/{act}")
}

/// What stands in a button or a hidden field of a page.
fn value_of(page: &Answer, name: &str) -> String {
    let start = format!("name=\"{name}\" value=\"");
    let rest = page.text().split(&start).nth(1).unwrap_or_else(|| panic!("no {name}"));
    rest.split('"').next().unwrap().to_owned()
}

/// Books ten o'clock in Washington on the day of the story.
fn booked(host: &Host, trade: &str) -> CaseId {
    let case = ready(host, trade);
    let mut clerk = host.desk(&[Role::Clerk], US).browser;
    book(host, &mut clerk, case, "10:00");
    case
}

fn book(host: &Host, clerk: &mut Browser, case: CaseId, time: &str) {
    let once = value_of(&clerk.get(host, &at(case, "book")), "once");
    let mut fields = vec![
        ("day.day", "3"),
        ("day.month", "march"),
        ("day.year", "2022"),
        ("time", time),
        ("theirs", "Europe/London"),
        ("once", &once),
    ];
    let page = clerk.post(host, &at(case, "book"), &fields);
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    let sure = value_of(&page, "sure");
    fields.push(("sure", &sure));
    for _ in 0..2 {
        assert!(clerk.post(host, &at(case, "book"), &fields).location().ends_with("interview/?done=book"));
    }
}

/// Levels and evidence for every question.
fn ratings(host: &Host, level: &str, evidence: &str) -> Vec<(String, String)> {
    let questions = &host.app.programme.instrument.questions;
    let two = |id: &String| {
        [(format!("level.{id}"), level.to_owned()), (format!("evidence.{id}"), evidence.to_owned())]
    };
    questions.iter().flat_map(|question| two(&question.id)).collect()
}

fn post(browser: &mut Browser, host: &Host, path: &str, fields: &[(String, String)]) -> Answer {
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.post(host, path, &fields)
}

#[test]
fn a_time_is_read_back_on_both_clocks_before_it_is_booked_and_a_booking_sent_twice_is_one() {
    let host = Host::new();
    let case = ready(&host, "infantry");
    let mut clerk = host.desk(&[Role::Clerk], US).browser;
    let fields = |time| {
        vec![
            ("day.day", "3"),
            ("day.month", "3"),
            ("day.year", "2022"),
            ("time", time),
            ("theirs", "Europe/London"),
        ]
    };
    let page = clerk.post(&host, &at(case, "book"), &fields("10:00"));
    assert!(plain(&page).contains("10:00 (Washington, D.C.)"), "{}", page.text());
    assert!(plain(&page).contains("15:00 (London)"));
    assert_eq!(host.app.load(case).unwrap().booking, None, "nothing is booked before somebody is sure");
    for (time, told) in [("noon", "Write the time"), ("03:00", "That time is over")] {
        let page = clerk.post(&host, &at(case, "book"), &fields(time));
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(plain(&page).contains(told));
    }
    book(&host, &mut clerk, case, "10:00");
    assert_eq!(host.app.load(case).unwrap().reschedules, 0, "sent twice, booked once");
    let page = clerk.get(&host, &at(case, ""));
    assert!(plain(&page).contains("Say this phrase first"));
    assert!(!page.text().contains("Aroha"), "nothing personal shows before somebody asks for it");
    book(&host, &mut clerk, case, "11:00");
    book(&host, &mut clerk, case, "12:00");
    let known = host.app.load(case).unwrap();
    assert_eq!(
        (known.reschedules, known.booking.unwrap().starts),
        (2, "2022-03-03T17:00:00Z".parse().unwrap())
    );
}

#[test]
fn the_applicant_sees_the_time_on_both_clocks_and_the_words_by_which_the_call_is_known() {
    let host = Host::new();
    let case = booked(&host, "infantry");
    let visit = Visit { case, person: host.app.load(case).unwrap().person.unwrap() };
    let token = host.app.open_session(visit, host.now()).unwrap();
    let mut theirs = Browser::default();
    theirs.cookies.insert("muster-visit".to_owned(), token.as_str().to_owned());
    let page = theirs.get(&host, "/en/status?clock=Europe%2FLondon");
    assert!(plain(&page).contains("10:00 (Washington, D.C.)") && plain(&page).contains("15:00 (London)"));
    let phrase = host.app.own_call(visit).unwrap().unwrap().phrase;
    assert!(page.text().contains(&phrase));
    let mut interviewer = host.desk(&[Role::Interviewer], US).browser;
    assert!(interviewer.get(&host, &at(case, "")).text().contains(&phrase), "both sides know the same words");
    for clock in ["", "Nowhere", "America/New_York"] {
        let page = theirs.get(&host, &format!("/en/status?clock={}", clock.replace('/', "%2F")));
        assert!(plain(&page).contains("10:00 (Washington, D.C.)") && !plain(&page).contains("15:00"));
    }
}

#[test]
fn a_time_that_the_clocks_jump_over_or_repeat_is_asked_about() {
    let host = Host::new();
    let case = ready(&host, "infantry");
    let mut clerk = host.desk(&[Role::Clerk], US).browser;
    let on =
        |day, month, time| vec![("day.day", day), ("day.month", month), ("day.year", "2022"), ("time", time)];
    let never = clerk.post(&host, &at(case, "book"), &on("13", "3", "02:30"));
    assert!(plain(&never).contains("it does not exist"));
    let twice = clerk.post(&host, &at(case, "book"), &on("6", "11", "01:30"));
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(plain(&twice).contains("This time comes twice"));
    let mut first = on("6", "11", "01:30");
    first.push(("which", "first"));
    assert_eq!(clerk.post(&host, &at(case, "book"), &first).status, StatusCode::OK);
}

#[test]
fn whatever_is_noted_is_kept_and_only_whole_ratings_are_sent_once() {
    let host = Host::new();
    let case = booked(&host, "medic");
    host.wait(7 * 60);
    let mut browser = host.desk(&[Role::Interviewer], US).browser;
    assert!(browser.get(&host, "/en/desk/interviews/").text().contains(&host.app.reference(case)));
    assert!(browser.get(&host, &at(case, "")).text().contains("Open the brief"));
    browser.post(&host, &at(case, "brief"), &[]);
    let open = browser.get(&host, &at(case, ""));
    assert!(
        open.text().contains("Aroha") && open.text().contains("bleeds heavily"),
        "the probe of the trade"
    );
    let half =
        [("level.motive", "4"), ("evidence.motive", "left a good job for it"), ("level.law", "nonsense")];
    assert!(browser.post(&host, &at(case, "save"), &half).location().ends_with("?done=save"));
    let faulty = browser.post(&host, &at(case, "send"), &half);
    assert_eq!(faulty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(plain(&faulty).contains("Choose a level for question 1"));
    let kept = browser.get(&host, &at(case, ""));
    assert!(kept.text().contains("left a good job for it"));
    let whole = ratings(&host, "4", "heard it");
    let sent = post(&mut browser, &host, &at(case, "send"), &whole);
    assert!(sent.location().ends_with("?done=complete"));
    assert_eq!(host.app.load(case).unwrap().stage, Some(Stage::Interviewed));
    let again = post(&mut browser, &host, &at(case, "send"), &ratings(&host, "1", "changed my mind"));
    assert_eq!(again.status, StatusCode::CONFLICT);
    let after = browser.get(&host, &at(case, ""));
    assert!(after.text().contains("heard it") && !after.text().contains("changed my mind"));
    assert!(after.text().contains(&format!("/en/desk/cases/{case}/recommend")));
}

#[test]
fn a_second_rater_is_blind_to_the_first_until_the_own_ratings_are_sent() {
    let host = Host::new();
    let case = booked(&host, "helicopter_pilot");
    host.wait(7 * 60);
    let desk = |roles: &[Role]| host.desk(roles, US).browser;
    // The second also signs for refusals: that role opens no other way to the ratings.
    let (mut first, mut second) = (desk(&[Role::Interviewer]), desk(&[Role::Interviewer, Role::Adjudicator]));
    for browser in [&mut first, &mut second] {
        browser.post(&host, &at(case, "brief"), &[]);
    }
    assert!(second.get(&host, &at(case, "")).text().contains("Two people rate this interview"));
    let draft = ratings(&host, "1", "noted by the second");
    post(&mut second, &host, &at(case, "save"), &draft);
    assert!(!first.get(&host, &at(case, "")).text().contains("noted by the second"));
    let sent = post(&mut first, &host, &at(case, "send"), &ratings(&host, "5", "told by the first"));
    assert!(sent.location().ends_with("?done=send"));
    assert_eq!(host.app.load(case).unwrap().stage, Some(Stage::InterviewBooked), "one is not enough");
    let file =
        host.app.file_of(Visit { case, person: host.app.load(case).unwrap().person.unwrap() }, host.now());
    assert!(
        !serde_json::to_string(&file.unwrap()).unwrap().contains("told by the first"),
        "nor does a download"
    );
    let history = host.app.store.journal.history::<Event>(case.into()).unwrap();
    let log: String = history.iter().map(|one| format!("{:?}", one.event)).collect::<Vec<_>>().concat();
    assert!(!log.contains("told by the first"), "nor does the log without the key");
    for mut blind in [second, desk(&[Role::Attache]), desk(&[Role::Adjudicator])] {
        blind.post(&host, &at(case, "brief"), &[]);
        let page = blind.get(&host, &at(case, ""));
        assert!(page.text().contains("Aroha") && !page.text().contains("told by the first"));
        let mine = post(&mut blind, &host, &at(case, "send"), &draft);
        if mine.status == StatusCode::SEE_OTHER {
            let both = blind.follow(&host, &mine);
            assert!(both.text().contains("told by the first") && both.text().contains("noted by the second"));
            assert!(both.text().contains("Two levels apart or more"));
            return;
        }
    }
    panic!("the second rater could not rate");
}

#[test]
fn who_did_not_come_may_book_once_more() {
    let host = Host::new();
    let case = booked(&host, "infantry");
    let mut clerk = host.desk(&[Role::Clerk], US).browser;
    assert_eq!(
        clerk.post(&host, &at(case, "no-show"), &[]).status,
        StatusCode::CONFLICT,
        "not before it begins"
    );
    host.wait(6 * 60 + 20);
    let mut clerk = host.desk(&[Role::Clerk], US).browser;
    assert!(clerk.post(&host, &at(case, "no-show"), &[]).location().ends_with("?done=no-show"));
    assert!(clerk.get(&host, &at(case, "")).text().contains("Book a time"));
}
