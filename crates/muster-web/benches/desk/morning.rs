//! What officers ask for all morning: one alone, fifty who read for a second before they ask again, and fifty machines
//! that never read.

use crate::{
    Figure,
    browser::{Answer, Browser},
    crowd::{Crowd, OFFICERS},
    now,
};
use axum::{Router, routing::get};
use muster_vocab::SystemClock;
use muster_web::{
    Settings, Web,
    guard::{Measures, Pace, Rates},
    routes,
    serve::{Caps, serve},
};
use std::{
    collections::BTreeMap,
    io,
    net::SocketAddr,
    sync::{Arc, Mutex},
    time::Duration,
};
use tokio::{net::TcpListener, runtime::Runtime, task::JoinSet};

/// Where the peer answers.
const PEER: &str = "/trivial";
/// Everybody asks for everything so often.
const ROUNDS: usize = 30;
/// A human being who hurries.
const READING: Duration = Duration::from_secs(1);
/// Names as somebody says them on the telephone.
const SEARCHES: [(&str, [&str; 3]); 3] = [
    ("search_latin", ["q=Kovalenko", "q=James+Miller", "q=Nowak+Anna"]),
    (
        "search_cyrillic",
        [
            "q=%D0%9A%D0%BE%D0%B2%D0%B0%D0%BB%D0%B5%D0%BD%D0%BA%D0%BE",
            "q=%D0%9E%D0%BB%D0%B5%D0%BD%D0%B0+%D0%9C%D0%B0%D1%80%D1%87%D1%83%D0%BA",
            "q=%D0%98%D0%B2%D0%B0%D0%BD%D0%BE%D0%B2",
        ],
    ),
    (
        "search_arabic",
        [
            "q=%D9%85%D8%AD%D9%85%D8%AF",
            "q=%D8%A3%D8%AD%D9%85%D8%AF+%D8%AD%D8%B3%D9%86",
            "q=%D8%A7%D9%84%D8%B3%D9%8A%D8%AF",
        ],
    ),
];

type Times = Arc<Mutex<BTreeMap<&'static str, Vec<Duration>>>>;

pub(crate) fn measure(database: &str, crowd: Crowd) {
    let (address, _serving) = served(&crowd);
    let officers = runtime(1);
    let total = crowd.cases.len();
    let mornings = [
        ("officers_1", 1, Morning { rounds: ROUNDS, reading: Duration::ZERO }),
        ("officers_50_reading", OFFICERS, Morning { rounds: ROUNDS / 3, reading: READING }),
        ("officers_50_without_a_pause", OFFICERS, Morning { rounds: ROUNDS, reading: Duration::ZERO }),
    ];
    for (named, many, morning) in mornings {
        let times: Times = Arc::default();
        officers.block_on(async {
            let mut all = JoinSet::new();
            for (n, token) in crowd.sessions.iter().take(many).enumerate() {
                let (token, times) = (token.clone(), Arc::clone(&times));
                let cases: Vec<String> = crowd
                    .cases
                    .iter()
                    .skip(n * 97)
                    .step_by(1 + total / ROUNDS)
                    .map(ToString::to_string)
                    .collect();
                all.spawn(async move {
                    // They do not come in one moment.
                    tokio::time::sleep(morning.reading * n as u32 / many as u32).await;
                    works(address, &token, &cases, &times, morning).await.expect("the desk answers");
                });
            }
            all.join_all().await
        });
        let times = times.lock().expect("nobody fell over");
        for (what, times) in times.iter() {
            let name = format!("desk.{database}.{what}.of_{total}.{named}");
            Figure::new(name, times.len() as u64).times(times).say();
        }
    }
}

fn runtime(threads: usize) -> Runtime {
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    builder.worker_threads(threads).enable_all().build().expect("a runtime starts")
}

/// A handler that does nothing, on the same server: what of each figure is not the desk's.
async fn nothing() -> &'static str {
    "ok"
}

/// The desk, served as `muster serve` does, and nobody held back; beside it the peer.
fn served(crowd: &Crowd) -> (SocketAddr, Runtime) {
    let pace = Pace { free_per_minute: u32::MAX, ..Pace::default() };
    let measures = Measures { rates: Rates::unlimited(), pace };
    let settings = Settings { measures, ..Settings::default() };
    let web = Web::new(crowd.app.clone(), Arc::new(SystemClock), settings).expect("the texts fit together");
    let router = Router::new().route(PEER, get(nothing)).merge(routes::router(web));
    let runtime = runtime(2);
    let listener = runtime.block_on(TcpListener::bind(("127.0.0.1", 0))).expect("a port is free");
    let address = listener.local_addr().expect("it is bound");
    let trusted = vec!["127.0.0.1/32".parse().expect("it is a network")];
    let caps = Caps { trusted, ..Caps::default() };
    runtime.spawn(serve(listener, router, caps, std::future::pending()));
    (address, runtime)
}

/// How long somebody works, and how long they read what they asked for.
#[derive(Clone, Copy)]
struct Morning {
    rounds: usize,
    reading: Duration,
}

/// One officer's morning.
async fn works(
    address: SocketAddr,
    token: &str,
    cases: &[String],
    times: &Times,
    Morning { rounds, reading }: Morning,
) -> io::Result<()> {
    let reads = || tokio::time::sleep(reading);
    let mut browser = Browser::open(address, "192.0.2.9").await?;
    browser.cookies.insert("muster-desk".to_owned(), token.to_owned());
    for round in 0..rounds {
        let queue = |answer: &Answer| answer.status == 200;
        timed(times, "trivial", queue, browser.get(PEER)).await?;
        timed(times, "queue", queue, browser.get("/en/desk/")).await?;
        reads().await;
        let filters = "/en/desk/?queue=intake&finding=refuse_proposed&age=3&sort=age";
        timed(times, "filters", queue, browser.get(filters)).await?;
        reads().await;
        for (name, typed) in SEARCHES {
            let posted = browser.post("/en/desk/search", typed[round % typed.len()]);
            timed(times, name, queue, posted).await?;
            reads().await;
        }
        if let Some(case) = cases.get(round) {
            // Another mission's case is not there for most.
            let there = |answer: &Answer| answer.status == 200;
            timed(times, "case", there, browser.get(&format!("/en/desk/cases/{case}/"))).await?;
            reads().await;
        }
        let next =
            timed(times, "next", |answer| answer.status == 303, browser.post("/en/desk/next", "")).await?;
        if let Some(case) = next.location.strip_suffix('/').filter(|location| location.contains("/cases/")) {
            reads().await;
            browser.post(&format!("{case}/release"), "").await?;
        }
    }
    Ok(())
}

async fn timed(
    times: &Times,
    what: &'static str,
    counts: impl Fn(&Answer) -> bool,
    asking: impl Future<Output = io::Result<Answer>>,
) -> io::Result<Answer> {
    let begun = now();
    let answer = asking.await?;
    let took = begun.elapsed();
    if answer.status >= 500 {
        return Err(io::Error::other(format!("{what}: {}", answer.status)));
    }
    if counts(&answer) {
        times.lock().expect("nobody fell over").entry(what).or_default().push(took);
    }
    Ok(answer)
}
