//! Durable applications a second, beside a trivial handler on the same accept loop and the store without a network.

use crate::{
    Figure, applicant,
    browser::Browser,
    mission::{Mission, app, host, open_wide, taken_in},
    now,
    processor::{SENDERS, SERVED, used},
};
use muster_app::{App, intake::answers, portal::DraftStart};
use muster_case::intake::Channel;
use muster_vocab::{Clock as _, OsDice, SystemClock};
use std::{
    path::Path,
    sync::{
        Arc, Barrier,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};
use tokio::{runtime::Runtime, task::JoinSet, time::sleep};

/// Numbers of people: every one is another.
static PEOPLE: AtomicU64 = AtomicU64::new(1);

pub(crate) fn next() -> u64 {
    PEOPLE.fetch_add(1, Ordering::Relaxed)
}

pub(crate) fn measure(folder: &Path, seconds: Duration) {
    let senders = senders();
    trivial(&senders, seconds);
    bare(&app(folder, "bare"), seconds);
    let mission = Mission::serve(app(folder, "whole"), open_wide());
    let mut acknowledged = 0;
    for connections in [1, 16, 64, 256] {
        acknowledged += closed_loop(&senders, &mission, connections, seconds);
    }
    acknowledged += open_loop(&senders, &mission, 1_000, seconds);
    drop(mission);
    let kept = taken_in(folder, "whole");
    assert_eq!(kept, acknowledged, "what was acknowledged is in the log, and nothing else");
    Figure::new("applications.acknowledged_and_in_the_log", acknowledged).share(1.0).say();
}

/// The threads that send.
pub(crate) fn senders() -> Runtime {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .thread_name(SENDERS)
        .enable_all()
        .build()
        .expect("a runtime starts")
}

fn trivial(senders: &Runtime, seconds: Duration) {
    let router = axum::Router::new().route("/", axum::routing::get(|| async { "ok" }));
    let (address, _runtime) = host(router);
    let before = used();
    let (times, took) = senders.block_on(async {
        let begun = now();
        let mut all = JoinSet::new();
        for _ in 0..64 {
            all.spawn(async move {
                let mut times = Vec::new();
                let Ok(mut browser) = Browser::open(address, "192.0.2.1").await else { return times };
                while begun.elapsed() < seconds {
                    let asked = now();
                    if browser.get("/").await.is_ok() {
                        times.push(asked.elapsed());
                    }
                }
                times
            });
        }
        (all.join_all().await.concat(), begun.elapsed())
    });
    let cost = used() - before;
    Figure::new("trivial.get.connections_64", times.len() as u64).rate(took).times(&times).cost(cost).say();
}

/// The same commands without a network: 64 threads wait for the disk.
fn bare(app: &App, seconds: Duration) {
    let (before, begun) = (used(), now());
    let many = |_| {
        let mut times = Vec::new();
        while begun.elapsed() < seconds {
            let asked = now();
            send(app, next());
            times.push(asked.elapsed());
        }
        times
    };
    let (times, cost) = threads(64, many, || used() - before);
    let times = times.concat();
    let figure = Figure::new("bare.applications.threads_64", times.len() as u64);
    figure.rate(begun.elapsed()).times(&times).cost(cost).say();
}

/// Does something on so many threads, each with its number, and looks at the clocks before any of them ends.
pub(crate) fn threads<T: Send, L>(
    count: usize,
    work: impl Fn(usize) -> T + Sync,
    look: impl FnOnce() -> L,
) -> (Vec<T>, L) {
    let done = Barrier::new(count + 1);
    std::thread::scope(|scope| {
        let spawn = |n| {
            let (work, done) = (&work, &done);
            let thread = std::thread::Builder::new().name(SERVED.to_owned());
            let act = move || {
                let outcome = work(n);
                // Twice: once to say so, once to be let go.
                done.wait();
                done.wait();
                outcome
            };
            thread.spawn_scoped(scope, act).expect("a thread starts")
        };
        let all: Vec<_> = (0..count).map(spawn).collect();
        done.wait();
        let seen = look();
        done.wait();
        (all.into_iter().map(|thread| thread.join().expect("a sender ends")).collect(), seen)
    })
}

/// A whole application handed to the use case.
pub(crate) fn send(app: &App, n: u64) {
    let (raw, at) = (applicant::raw(n), SystemClock.now());
    let today = at.to_zoned(jiff::tz::TimeZone::UTC).date();
    let read = answers::read(&raw, today).unwrap_or_else(|faults| panic!("{faults:?}"));
    let start = DraftStart {
        mission: "us-washington".parse().expect("it is a code"),
        channel: Channel::Web,
        notice: ["US".parse().expect("it is a country")].into(),
        purposes: app.programme.purposes.clone(),
        answers: raw,
    };
    app.send_whole(start, read.dossier, read.kin, &mut OsDice, at).expect("it is whole");
}

/// Browsers that are through with reading, each with its form.
pub(crate) async fn ready(mission: &Mission, connections: usize) -> Vec<(Browser, String)> {
    let mut all = Vec::new();
    for n in 0..connections {
        let client = format!("198.51.{}.{}", n / 250, n % 250 + 1);
        let mut browser = Browser::open(mission.address, &client).await.expect("it is served");
        let issued = applicant::ready(&mut browser, &mission.app).await.expect("the way is open");
        all.push((browser, issued));
    }
    // Whoever sends within two seconds is taken for a machine.
    sleep(Duration::from_millis(2_200)).await;
    all
}

/// Sends one application and says how long it took; nothing if it was not taken in.
async fn apply(browser: &mut Browser, app: &App, issued: &str) -> Option<Duration> {
    let body = applicant::body(app, next(), issued);
    // Every application is a new visitor's: the session of the one before is not sent along.
    browser.cookies.remove("muster-visit");
    let asked = now();
    let answer = browser.post(applicant::WHOLE, &body).await.ok()?;
    (answer.status == 303 && answer.location.ends_with("/receipt")).then(|| asked.elapsed())
}

fn closed_loop(senders: &Runtime, mission: &Mission, connections: usize, seconds: Duration) -> u64 {
    let (times, took, cost) = senders.block_on(async {
        let browsers = ready(mission, connections).await;
        let (before, begun) = (used(), now());
        let mut all = JoinSet::new();
        for (mut browser, issued) in browsers {
            let (app, cookies) = (mission.app.clone(), browser.cookies.clone());
            all.spawn(async move {
                let mut times = Vec::new();
                while begun.elapsed() < seconds {
                    // The answer forgets the pre-check; the next applicant has one too.
                    browser.cookies.clone_from(&cookies);
                    times.extend(apply(&mut browser, &app, &issued).await);
                }
                times
            });
        }
        (all.join_all().await.concat(), begun.elapsed(), used() - before)
    });
    let name = format!("applications.connections_{connections}");
    Figure::new(name, times.len() as u64).rate(took).times(&times).cost(cost).say();
    times.len() as u64
}

/// So many a second, whether the ones before were answered or not. A time counts from when it was due.
fn open_loop(senders: &Runtime, mission: &Mission, per_second: u32, seconds: Duration) -> u64 {
    let due = u64::from(per_second) * seconds.as_secs();
    let (times, took, cost) = senders.block_on(async {
        let browsers = ready(mission, 256).await;
        let sent = Arc::new(AtomicU64::new(0));
        let (before, begun) = (used(), now());
        let mut all = JoinSet::new();
        for (mut browser, issued) in browsers {
            let (app, sent) = (mission.app.clone(), Arc::clone(&sent));
            let cookies = browser.cookies.clone();
            all.spawn(async move {
                let mut times = Vec::new();
                loop {
                    let turn = sent.fetch_add(1, Ordering::Relaxed);
                    if turn >= due {
                        return times;
                    }
                    let at = begun + Duration::from_secs_f64(turn as f64 / f64::from(per_second));
                    tokio::time::sleep_until(at.into()).await;
                    browser.cookies.clone_from(&cookies);
                    if apply(&mut browser, &app, &issued).await.is_some() {
                        times.push(at.elapsed());
                    }
                }
            });
        }
        (all.join_all().await.concat(), begun.elapsed(), used() - before)
    });
    let share = times.len() as f64 / due as f64;
    let name = format!("applications.open_loop_{per_second}");
    Figure::new(name, times.len() as u64).rate(took).share(share).times(&times).cost(cost).say();
    times.len() as u64
}
