//! kill -9 under load: what was acknowledged is there, once, and whole.
//!
//! A child process takes in applications on several threads and prints a line for each it was told is on disk. It is
//! killed in the middle, again and again; after each kill the store is opened, verified, and compared with the lines.

mod support;

use muster_app::{Act, App, Failure};
use muster_case::{Permit, intake::RepeatSubmission};
use muster_vocab::{Actor, CaseId, CommandId, Dice, SeededDice};
use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader, Write as _},
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};
use support::{at, dossier, inquiry, open, open_mission};

const CHILD: &str = "MUSTER_KILL_CHILD";
const FOLDER: &str = "MUSTER_KILL_FOLDER";
const DATABASE: &str = "MUSTER_KILL_DATABASE";
const THREADS: u64 = 8;
/// Events of a whole application: draft, notice, consent, submission.
const WHOLE: u64 = 4;
const NOW: &str = "2022-03-01T12:00:00Z";

/// The same thread's same number is always the same person and the same command.
fn command(thread: u64, number: u64) -> CommandId {
    CommandId::from(u128::from(thread) << 64 | u128::from(number) << 1)
}

fn again(thread: u64, number: u64) -> CommandId {
    CommandId::from(u128::from(thread) << 64 | u128::from(number) << 1 | 1)
}

/// Not a test of its own: what the killed process does.
#[test]
fn child() {
    let Ok(started) = std::env::var(CHILD) else { return };
    let folder = std::env::var(FOLDER).expect("the parent names a folder");
    let database = std::env::var(DATABASE).expect("the parent names a database");
    let app = open(Path::new(&folder), &database);
    let starts: Vec<u64> = started.split(',').map(|number| number.parse().unwrap()).collect();
    std::thread::scope(|scope| {
        for (thread, start) in starts.into_iter().enumerate() {
            let app = &app;
            scope.spawn(move || apply_for_ever(app, thread as u64, start));
        }
    });
}

/// Takes in one person after the other, and lets each send the form twice. The first is sent again after a kill.
fn apply_for_ever(app: &App, thread: u64, start: u64) {
    for number in start.. {
        let mut dice = SeededDice::stream(thread, number);
        let (case, person): (CaseId, _) = {
            let mut ahead = dice.clone();
            (ahead.id(), ahead.id())
        };
        let told = dossier("Ann", "Weber", &format!("ann-{thread}-{number}@example.org"));
        match app.receive(inquiry(told.clone(), Some(command(thread, number))), &mut dice, at(NOW)) {
            // Sent again after a kill, it is a case already: the answer says so and nothing is doubled.
            Ok(_) | Err(Failure::Refused(_)) => say(thread, number, case, "whole"),
            Err(failure) => panic!("{failure}"),
        }
        let by = Actor::Applicant { person };
        let repeat = RepeatSubmission { channel: muster_case::intake::Channel::Web, dossier: told };
        let act = Act::new(Permit::ask(by).unwrap(), repeat);
        app.begin_once(case, vec![act], at(NOW), Some(again(thread, number))).unwrap().wait().unwrap();
        say(thread, number, case, "again");
    }
}

fn say(thread: u64, number: u64, case: CaseId, what: &str) {
    let mut out = std::io::stdout().lock();
    // The parent killed us and is gone: nothing is left to say.
    let _ = writeln!(out, "\nack {thread} {number} {case} {what}").and_then(|()| out.flush());
}

/// What a child was told is on disk: for each thread and number the case, and whether the second sending is too.
type Acknowledged = BTreeMap<(u64, u64), (CaseId, bool)>;

/// Lets a child work for `alive`, kills it, and gives what it said.
fn run_and_kill(folder: &Path, database: &str, starts: &[u64], alive: Duration, acks: &mut Acknowledged) {
    let starts: Vec<_> = starts.iter().map(ToString::to_string).collect();
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "child", "--nocapture", "--test-threads=1"])
        .env(CHILD, starts.join(","))
        .env(FOLDER, folder)
        .env(DATABASE, database)
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .unwrap();
    let said = BufReader::new(child.stdout.take().unwrap());
    let reader = std::thread::spawn(move || said.lines().map_while(Result::ok).collect::<Vec<_>>());
    std::thread::sleep(alive);
    child.kill().unwrap();
    child.wait().unwrap();
    for line in reader.join().unwrap() {
        let words: Vec<_> = line.split_whitespace().collect();
        // A line that the kill cut short was not said.
        if let ["ack", thread, number, case, what @ ("whole" | "again")] = words[..] {
            let key = (thread.parse().unwrap(), number.parse().unwrap());
            let entry = acks.entry(key).or_insert((case.parse().unwrap(), false));
            entry.1 |= what == "again";
        }
    }
}

fn check(app: &App, acks: &Acknowledged) {
    let report = app.store.journal.verify(&|_| {}).unwrap();
    assert!(report.is_whole(), "{:?}", report.damages);
    for (&(thread, number), &(case, twice)) in acks {
        let name = format!("thread {thread}, number {number}");
        assert!(app.was_carried_out(command(thread, number)).unwrap(), "{name} was acknowledged and is lost");
        let known = app.load(case).unwrap();
        let second = app.was_carried_out(again(thread, number)).unwrap();
        assert!(second || !twice, "the second sending of {name} was acknowledged and is lost");
        assert_eq!(known.submissions, 1 + u32::from(second), "{name} is doubled");
    }
    // Whatever was not acknowledged is there whole or not at all.
    let permit = Permit::ask(Actor::System { worker: muster_vocab::Worker::Clock }).unwrap();
    app.store
        .views
        .each_case(permit, &mut |row| {
            assert_eq!(row.version, WHOLE + u64::from(row.submissions) - 1, "{} is half applied", row.case);
        })
        .unwrap();
}

fn story(folder: &Path, database: &str, kills: u64) {
    let mut dice = SeededDice::new(9);
    let app = open(folder, database);
    open_mission(&app, &mut dice);
    drop(app);
    let mut acks = Acknowledged::new();
    let mut starts = vec![0; THREADS as usize];
    for _ in 0..kills {
        // Long enough to be in the middle of it, short enough to hit the start too.
        let alive = Duration::from_millis(dice.between(50, 700) as u64);
        run_and_kill(folder, database, &starts, alive, &mut acks);
        check(&open(folder, database), &acks);
        for (thread, start) in starts.iter_mut().enumerate() {
            let last = acks.keys().filter(|(of, _)| *of == thread as u64).map(|(_, number)| *number).max();
            *start = last.unwrap_or(0);
        }
    }
    eprintln!(
        "{} applications acknowledged over {kills} kills, none lost, doubled or half applied",
        acks.len()
    );
    assert!(acks.len() as u64 > kills, "the children were killed before they did anything");
}

#[test]
fn twenty_five_kills_on_sqlite_lose_nothing_that_was_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("muster.db");
    story(folder.path(), database.to_str().unwrap(), 25);
}

#[test]
fn kills_of_the_client_on_postgresql_lose_nothing_that_was_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let database = muster_testkit::postgres::fresh_database();
    story(folder.path(), database.url(), 5);
}
