//! Twenty officers on the same queue: no case is signed twice, and no act that was acknowledged is lost.
//!
//! A few seconds here; a minute with `MUSTER_LONG`.

use super::{
    cases::{case_of, hidden, history},
    support::{Answer, Browser, Host, WHOLE},
};
use axum::http::{StatusCode, header};
use muster_app::eligibility::EligibilityWorker;
use muster_case::{Event, Stage};
use muster_vocab::{CaseId, Dice as _, Role, SeededDice};
use std::{
    collections::BTreeMap,
    sync::{
        Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

const OFFICERS: u64 = 20;

/// How often each case's officers were told that it is done: a refusal, a note.
type Told = BTreeMap<CaseId, (usize, usize)>;

/// Somebody whom the rules speak against.
fn applies(host: &Host, n: u32) -> CaseId {
    let email = format!("applicant{n}@example.org");
    let answer = |(name, value): &(&'static str, &'static str)| match *name {
        "email" => (*name, email.clone()),
        "criminal_record" => (*name, "yes".to_owned()),
        _ => (*name, (*value).to_owned()),
    };
    let answers: Vec<_> = WHOLE.iter().map(answer).collect();
    let answers: Vec<_> = answers.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let case = host.sent_with("us-washington", &answers).case;
    EligibilityWorker.follow(&host.app, host.app.edition_in_force().unwrap(), host.now()).unwrap();
    case
}

/// Fills a form in and sends it, now and then twice, as somebody who is impatient does; whether it was acknowledged.
fn done(host: &Host, browser: &mut Browser, case: CaseId, verb: &str, twice: bool) -> bool {
    let path = format!("/en/desk/cases/{case}/{verb}");
    let form = browser.get(host, &path);
    if form.status != StatusCode::OK || !form.text().contains("name=\"once\"") {
        return false;
    }
    let (version, once) = (hidden(&form, "version"), hidden(&form, "once"));
    let fields: &[(&str, &str)] = &[
        ("version", &version),
        ("once", &once),
        ("codes", "R06"),
        ("rationale", "A record was told of."),
        ("text", "Called; no answer."),
    ];
    let mut acknowledged = false;
    for _ in 0..=usize::from(twice) {
        let answer = browser.post(host, &path, fields);
        assert!(answer.status.as_u16() < 500, "{verb}: {}", answer.text());
        acknowledged |= leads_to(&answer).ends_with(&format!("?done={verb}"));
    }
    acknowledged
}

fn leads_to(answer: &Answer) -> &str {
    answer.headers.get(header::LOCATION).map_or("", |location| location.to_str().unwrap())
}

/// An officer takes the next case, writes a note, refuses it, and reaches for a case of somebody else's.
fn works(host: &Host, mut browser: Browser, n: u64, over: &AtomicBool, seen: &Mutex<Vec<CaseId>>) -> Told {
    let (mut dice, mut told) = (SeededDice::new(n), Told::new());
    loop {
        let closing = over.load(Ordering::SeqCst);
        let next = browser.post(host, "/en/desk/next", &[]);
        let Some(case) =
            leads_to(&next).trim_end_matches('/').rsplit('/').next().unwrap().parse::<CaseId>().ok()
        else {
            assert_eq!(leads_to(&next), "/en/desk/nothing", "{}", next.text());
            if closing {
                return told;
            }
            thread::sleep(Duration::from_millis(20));
            continue;
        };
        let other = {
            let mut seen = seen.lock().unwrap();
            seen.push(case);
            seen[seen.len().saturating_sub(1 + usize::try_from(dice.below(OFFICERS)).unwrap())]
        };
        let mut tell = |case, refused: bool, noted: bool| {
            let of = told.entry(case).or_default();
            *of = (of.0 + usize::from(refused), of.1 + usize::from(noted));
        };
        tell(case, false, done(host, &mut browser, case, "add-note", dice.below(3) == 0));
        tell(other, done(host, &mut browser, other, "confirm-refusal", false), false);
        tell(case, done(host, &mut browser, case, "confirm-refusal", dice.below(3) == 0), false);
    }
}

#[test]
fn twenty_officers_on_one_queue_sign_no_case_twice_and_lose_no_act() {
    let seconds = if std::env::var_os("MUSTER_LONG").is_some() { 60 } else { 3 };
    let host = Host::new();
    let (over, seen) = (AtomicBool::new(false), Mutex::new(Vec::new()));
    let mut cases: Vec<CaseId> = (0..10).map(|n| applies(&host, n)).collect();
    let mut told = Told::new();
    // Accounts are made one after the other: all of them are entries of one stream, the office.
    let browsers: Vec<_> =
        (0..OFFICERS).map(|_| host.desk(&[Role::Clerk], &["us-washington"]).browser).collect();
    thread::scope(|scope| {
        let crowd: Vec<_> = (0..OFFICERS)
            .zip(browsers)
            .map(|(n, browser)| {
                let (host, over, seen) = (&host, &over, &seen);
                scope.spawn(move || works(host, browser, n, over, seen))
            })
            .collect();
        // People go on applying meanwhile.
        let applying = scope.spawn(|| {
            let mut applied = Vec::new();
            while !over.load(Ordering::SeqCst) {
                applied.push(applies(&host, 10 + u32::try_from(applied.len()).unwrap()));
            }
            applied
        });
        thread::sleep(Duration::from_secs(seconds));
        over.store(true, Ordering::SeqCst);
        cases.extend(applying.join().unwrap());
        for officer in crowd {
            for (case, (refusals, notes)) in officer.join().unwrap() {
                let of = told.entry(case).or_default();
                *of = (of.0 + refusals, of.1 + notes);
            }
        }
    });
    let mut closed = 0;
    for case in cases {
        let events = history(&host, case);
        let count = |wanted: fn(&Event) -> bool| events.iter().filter(|it| wanted(&it.event)).count();
        let refusals = count(|event| matches!(event, Event::EarlyRefusalConfirmed(_)));
        let notes = count(|event| matches!(event, Event::NoteAdded(_)));
        assert!(refusals <= 1, "signed twice");
        assert_eq!(
            told.get(&case).copied().unwrap_or_default(),
            (refusals, notes),
            "told and written differ"
        );
        assert_eq!(refusals == 1, case_of(&host, case).stage == Some(Stage::RefusedEarly));
        closed += refusals;
    }
    assert!(closed >= 10, "the crowd closed only {closed} cases");
    assert!(host.app.store.journal.verify(&|_| {}).unwrap().is_whole());
}
