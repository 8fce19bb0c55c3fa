//! Honest visitors beside junk, and beside connections that are slow on purpose; the limits are those of every day.

use crate::{
    Figure, applicant,
    browser::Browser,
    mission::{Mission, app, open_wide},
    now, rates,
};
use muster_web::guard::{Measures, Rates};
use std::{
    net::SocketAddr,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    runtime::Runtime,
    task::JoinSet,
    time::{sleep, sleep_until},
};

const JUNK_PER_SECOND: u32 = 2_000;
/// From so many addresses.
const JUNK_CLIENTS: u32 = 40;
const SLOW: usize = 2_000;
const HALF_HEADS: usize = 200;

pub(crate) fn measure(folder: &Path, seconds: u64) {
    let senders = rates::senders();
    // The limits of every day; but the gate stays open, for these visitors neither compute nor wait, and six drafts a second
    // are three times what it lets in unasked.
    let measures = Measures { rates: Rates::default(), ..open_wide() };
    let mission = Arc::new(Mission::serve(app(folder, "flood"), measures));
    honest("honest.alone", &senders, &mission, seconds);
    let over = Arc::new(AtomicBool::new(false));
    let junk = senders.spawn(junk(mission.address, Arc::clone(&over)));
    honest("honest.under_junk_2000", &senders, &mission, seconds);
    over.store(true, Ordering::Relaxed);
    let (sent, refused) = senders.block_on(junk).unwrap_or_default();
    Figure::new("junk.refused", sent).share(refused as f64 / sent.max(1) as f64).say();
    let held = senders.block_on(slow(mission.address, SLOW));
    honest("honest.beside_slow_2000", &senders, &mission, seconds.min(8));
    drop(held);
    senders.block_on(half_heads(mission.address));
}

/// People who go through everything, six a second, each from an address of their own.
fn honest(name: &str, senders: &Runtime, mission: &Arc<Mission>, seconds: u64) {
    let people = (seconds * 6).min(100);
    let visits = senders.block_on(async {
        let begun = now();
        let mut all = JoinSet::new();
        for person in 0..people {
            let mission = Arc::clone(mission);
            let at = begun + Duration::from_secs_f64(person as f64 / 6.0);
            all.spawn(async move {
                sleep_until(at.into()).await;
                visit(&mission, person).await
            });
        }
        all.join_all().await
    });
    let done = visits.iter().filter(|visit| visit.is_some()).count();
    let times: Vec<Duration> = visits.into_iter().flatten().flatten().collect();
    Figure::new(name, people).share(done as f64 / people as f64).times(&times).say();
}

/// One visit from start to receipt: how long its first page and its sending took; nothing if it failed.
async fn visit(mission: &Mission, person: u64) -> Option<Vec<Duration>> {
    let client = format!("203.0.{}.{}", rates::next() % 200, person % 250 + 1);
    let mut browser = Browser::open(mission.address, &client).await.ok()?;
    let asked = now();
    let start = browser.get("/en/at/us-washington/").await.ok()?;
    let first = asked.elapsed();
    applicant::expect(200, start.status).ok()?;
    let issued = applicant::ready(&mut browser, &mission.app).await.ok()?;
    sleep(Duration::from_millis(2_200)).await;
    let body = applicant::body(&mission.app, rates::next(), &issued);
    let asked = now();
    let sent = browser.post(applicant::WHOLE, &body).await.ok()?;
    applicant::expect(303, sent.status).ok()?;
    Some(vec![first, asked.elapsed()])
}

/// Half of it asks for pages, half sends forms that mean nothing. Gives how many were sent and how many refused.
async fn junk(address: SocketAddr, over: Arc<AtomicBool>) -> (u64, u64) {
    let mut all = JoinSet::new();
    let begun = now();
    for n in 0..JUNK_CLIENTS {
        let over = Arc::clone(&over);
        all.spawn(async move {
            let (mut sent, mut refused) = (0_u64, 0_u64);
            let Ok(mut browser) = Browser::open(address, &format!("192.0.2.{}", n + 1)).await else {
                return (sent, refused);
            };
            while !over.load(Ordering::Relaxed) {
                let due = (sent * u64::from(JUNK_CLIENTS) + u64::from(n)) as f64 / f64::from(JUNK_PER_SECOND);
                sleep_until((begun + Duration::from_secs_f64(due)).into()).await;
                let answer = if sent.is_multiple_of(2) {
                    browser.get("/en/at/us-washington/").await
                } else {
                    browser.post("/en/at/us-washington/pre-check/born", "born.year=junk").await
                };
                sent += 1;
                match answer {
                    Ok(answer) => refused += u64::from(answer.status == 429),
                    Err(_) => match Browser::open(address, &format!("192.0.2.{}", n + 1)).await {
                        Ok(again) => browser = again,
                        Err(_) => break,
                    },
                }
            }
            (sent, refused)
        });
    }
    all.join_all().await.into_iter().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1))
}

/// Connections that begin a request and do not end it.
async fn slow(address: SocketAddr, count: usize) -> Vec<TcpStream> {
    let mut held = Vec::with_capacity(count);
    for _ in 0..count {
        let Ok(mut stream) = TcpStream::connect(address).await else { break };
        let _begun = stream.write_all(b"GET /en/ HTTP/1.1\r\nhost: lo").await;
        held.push(stream);
    }
    held
}

/// When the last of two hundred half-sent heads is gone.
async fn half_heads(address: SocketAddr) {
    let begun = now();
    let mut all = JoinSet::new();
    for mut stream in slow(address, HALF_HEADS).await {
        all.spawn(async move {
            let mut rest = Vec::new();
            let _closed = stream.read_to_end(&mut rest).await;
            begun.elapsed()
        });
    }
    let times = all.join_all().await;
    Figure::new("half_heads.gone", times.len() as u64).times(&times).say();
}
