//! Many at once, and slow ones.

use crate::support::{Host, closed_after, p99, rest};
use muster_web::serve::Caps;
use std::{sync::Arc, time::Duration};
use tokio::{
    io::AsyncWriteExt as _,
    net::TcpStream,
    task::JoinSet,
    time::{Instant, sleep},
};

const HALF: &[u8] = b"GET / HTTP/1.1\r\nhost: localhost\r\nx-half: ";

/// Sends a letter every second until the other side has had enough; gives how long that took.
async fn drip(mut stream: TcpStream, begin: &[u8]) -> Duration {
    let begun = Instant::now();
    if stream.write_all(begin).await.is_err() {
        return begun.elapsed();
    }
    let (mut reading, mut writing) = stream.into_split();
    let dripping = tokio::spawn(async move {
        while writing.write_all(b"x").await.is_ok() {
            sleep(Duration::from_secs(1)).await;
        }
    });
    let mut all = Vec::new();
    let _ended = tokio::io::AsyncReadExt::read_to_end(&mut reading, &mut all).await;
    dripping.abort();
    begun.elapsed()
}

/// Asks at a walking pace until told, one after another.
async fn honest(host: &Host, times: usize) -> Vec<Duration> {
    let mut took = Vec::new();
    for n in 0..times {
        let (told, time) = host.ask(9, (n % 200) as u8 + 1, "/").await;
        assert!(told.ends_with("well"), "request {n}: {told:?}");
        took.push(time);
        sleep(Duration::from_millis(40)).await;
    }
    took
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_hundred_half_sent_heads_are_gone_within_fifteen_seconds() {
    let host = Host::start(Caps::default()).await;
    let mut slow = JoinSet::new();
    for n in 0..200 {
        let stream = host.connect(1, n + 1).await;
        slow.spawn(drip(stream, HALF));
    }
    let mut took = honest(&host, 250).await;
    assert!(p99(&mut took) < Duration::from_millis(500), "{:?}", p99(&mut took));
    while let Some(gone) = slow.join_next().await {
        let gone = gone.unwrap();
        assert!(gone < Duration::from_secs(15), "{gone:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn honest_requests_are_answered_beside_two_thousand_slow_connections() {
    let caps = Caps { total: 500, ..Caps::default() };
    let host = Arc::new(Host::start(caps).await);
    let mut slow = JoinSet::new();
    for n in 0..2_000_u32 {
        let host = Arc::clone(&host);
        slow.spawn(async move {
            // They come over three seconds, and come again whenever they are sent away.
            sleep(Duration::from_millis(u64::from(n) * 3 / 2)).await;
            loop {
                if let Ok(stream) = host.try_connect(2 + (n % 4) as u8, (n / 4 % 250) as u8 + 1).await {
                    drip(stream, HALF).await;
                }
                sleep(Duration::from_millis(500)).await;
            }
        });
    }
    sleep(Duration::from_secs(3)).await;
    let mut took = honest(&host, 100).await;
    slow.abort_all();
    let p99 = p99(&mut took);
    assert!(p99 < Duration::from_millis(500), "{p99:?}");
}

#[tokio::test]
async fn one_client_with_many_connections_loses_its_own_and_is_still_answered() {
    let host = Host::start(Caps { per_client: 10, ..Caps::default() }).await;
    let mut other = host.connect(1, 1).await;
    let mut many = Vec::new();
    for _ in 0..30 {
        many.push(host.connect(1, 2).await);
        sleep(Duration::from_millis(5)).await;
    }
    assert!(host.ask(1, 2, "/").await.0.ends_with("well"));
    assert!(closed_after(&mut many[0], Duration::from_millis(500)).await.is_some());
    assert!(closed_after(&mut other, Duration::from_millis(500)).await.is_none());
}

#[tokio::test]
async fn while_everybody_is_being_answered_a_new_one_is_told_to_come_back() {
    let host = Arc::new(Host::start(Caps { total: 4, ..Caps::default() }).await);
    let busy: Vec<_> = (1..=4)
        .map(|n| {
            let host = Arc::clone(&host);
            tokio::spawn(async move { host.ask(1, n, "/slowly").await.0 })
        })
        .collect();
    sleep(Duration::from_millis(300)).await;
    let (told, _) = host.ask(1, 9, "/").await;
    assert!(told.is_empty() || (told.contains(" 503 ") && told.contains("retry-after: 5")), "{told}");
    for answered in busy {
        assert!(answered.await.unwrap().ends_with("done"));
    }
}

fn impatient() -> Caps {
    Caps { patience: Duration::from_secs(1), body: Duration::from_secs(5), ..Caps::default() }
}

#[tokio::test]
async fn a_body_that_hardly_comes_is_not_waited_for() {
    let host = Host::start(impatient()).await;
    let stream = host.connect(1, 1).await;
    let took =
        drip(stream, b"POST /length HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100000\r\n\r\n").await;
    assert!(took < Duration::from_secs(4), "{took:?}");
}

#[tokio::test]
async fn a_body_that_comes_at_a_walking_pace_is() {
    let host = Host::start(impatient()).await;
    let mut stream = host.connect(1, 1).await;
    let head =
        "POST /length HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-length: 6000\r\n\r\n";
    stream.write_all(head.as_bytes()).await.unwrap();
    for _ in 0..6 {
        stream.write_all(&[b'x'; 1_000]).await.unwrap();
        sleep(Duration::from_millis(400)).await;
    }
    assert!(rest(&mut stream).await.ends_with("6000"));
}

#[tokio::test]
async fn whoever_does_not_fetch_the_answer_is_not_waited_for() {
    let host = Host::start(impatient()).await;
    let mut stream = host.connect(1, 1).await;
    stream.write_all(b"GET /much HTTP/1.1\r\nhost: localhost\r\n\r\n").await.unwrap();
    sleep(Duration::from_secs(4)).await;
    // What had gone out before it was cut lies in the sockets; the end of it does not come any more.
    let got = rest(&mut stream).await.len();
    assert!(got < 32 << 20, "{got}");
}

#[tokio::test]
async fn a_head_that_is_too_big_is_refused() {
    let host = Host::start(Caps::default()).await;
    for head in [
        format!("GET / HTTP/1.1\r\nhost: localhost\r\nx-big: {}\r\n\r\n", "x".repeat(1 << 20)),
        format!("GET / HTTP/1.1\r\nhost: localhost\r\n{}\r\n", "x-many: 1\r\n".repeat(1_000)),
        format!("GET /{} HTTP/1.1\r\nhost: localhost\r\n\r\n", "x".repeat(1 << 20)),
    ] {
        let mut stream = host.connect(1, 1).await;
        let _refused_meanwhile = stream.write_all(head.as_bytes()).await;
        let told = rest(&mut stream).await;
        assert!(told.is_empty() || told.starts_with("HTTP/1.1 4"), "{}", &told[..told.len().min(80)]);
    }
    assert!(host.ask(1, 1, "/").await.0.ends_with("well"));
}
