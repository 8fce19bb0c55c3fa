//! Keeping connections, naming clients, and stopping.

use crate::support::{Host, closed_after};
use muster_web::serve::Caps;
use std::{sync::Arc, time::Duration};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    time::{sleep, timeout},
};

const ASK: &[u8] = b"GET / HTTP/1.1\r\nhost: localhost\r\n\r\n";

async fn asked_again(stream: &mut TcpStream) -> String {
    stream.write_all(ASK).await.unwrap();
    let mut told = Vec::new();
    while !told.ends_with(b"well") {
        assert_ne!(stream.read_buf(&mut told).await.unwrap(), 0);
    }
    String::from_utf8(told).unwrap()
}

#[tokio::test]
async fn a_connection_serves_one_request_after_another_and_rests_for_a_while() {
    let caps = Caps { head: Duration::from_secs(1), idle: Duration::from_secs(3), ..Caps::default() };
    let host = Host::start(caps).await;
    let mut stream = host.connect(1, 1).await;
    for _ in 0..3 {
        asked_again(&mut stream).await;
    }
    // Longer than a head may take, shorter than it may rest.
    sleep(Duration::from_millis(2_300)).await;
    asked_again(&mut stream).await;
    let rested = closed_after(&mut stream, Duration::from_secs(8)).await.unwrap();
    assert!(rested > Duration::from_secs(2) && rested < Duration::from_secs(6), "{rested:?}");
}

#[tokio::test]
async fn a_connection_that_says_nothing_is_not_waited_for() {
    let host = Host::start(Caps { head: Duration::from_secs(1), ..Caps::default() }).await;
    let mut stream = host.connect(1, 1).await;
    assert!(closed_after(&mut stream, Duration::from_secs(4)).await.is_some());
}

#[tokio::test]
async fn a_handler_is_told_who_asks() {
    let trusted = vec!["127.0.3.0/24".parse().unwrap()];
    let host = Host::start(Caps { trusted, ..Caps::default() }).await;
    assert!(host.ask(1, 7, "/who").await.0.ends_with("127.0.1.7"));
    for (net, asked) in [(1, "127.0.1.7"), (3, "203.0.113.9")] {
        let mut stream = host.connect(net, 7).await;
        let head = b"GET /who HTTP/1.1\r\nhost: localhost\r\nx-forwarded-for: 203.0.113.9\r\nconnection: close\r\n\r\n";
        stream.write_all(head).await.unwrap();
        assert!(crate::support::rest(&mut stream).await.ends_with(asked));
    }
}

/// `bytes` that nobody wants, and then one more request on the same connection.
async fn sent_in_vain(bytes: usize) -> String {
    let host = Host::start(Caps::default()).await;
    let mut stream = host.connect(1, 1).await;
    let head = format!("POST /unwanted HTTP/1.1\r\nhost: localhost\r\ncontent-length: {bytes}\r\n\r\n");
    let (mut told, mut said) = stream.split();
    let saying = async {
        said.write_all(head.as_bytes()).await.and(said.write_all(&vec![b'a'; bytes]).await)?;
        said.write_all(b"GET / HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n").await
    };
    let mut all = Vec::new();
    let (_, _) = tokio::join!(saying, told.read_to_end(&mut all));
    String::from_utf8_lossy(&all).into_owned()
}

#[tokio::test]
async fn a_body_that_nobody_reads_takes_no_answer_away() {
    let told = sent_in_vain(3 << 20).await;
    assert!(told.starts_with("HTTP/1.1 413"), "{told}");
    assert!(told.ends_with("well"), "the next request on the connection is answered too: {told}");
}

#[tokio::test]
async fn a_body_without_end_is_not_read_to_its_end() {
    let told = sent_in_vain(64 << 20).await;
    assert!(!told.ends_with("well"));
    assert!(told.is_empty() || told.contains("connection: close"), "{told}");
}

#[tokio::test]
async fn both_generations_of_the_protocol_are_spoken() {
    let host = Host::start(Caps::default()).await;
    let mut stream = host.connect(1, 1).await;
    stream.write_all(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0").await.unwrap();
    let mut frame = [0; 9];
    timeout(Duration::from_secs(3), stream.read_exact(&mut frame)).await.unwrap().unwrap();
    // The first frame of the second generation is the settings.
    assert_eq!(frame[3], 4);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stop_takes_nothing_away_from_whoever_has_been_let_in() {
    let host = Arc::new(Host::start(Caps::default()).await);
    let mut resting = host.connect(1, 1).await;
    asked_again(&mut resting).await;
    let asked: Vec<_> = (2..42)
        .map(|n| {
            let host = Arc::clone(&host);
            tokio::spawn(async move { host.ask(1, n, "/slowly").await.0 })
        })
        .collect();
    sleep(Duration::from_millis(300)).await;
    // One has connected and not yet said what it wants.
    let mut late = host.connect(1, 99).await;
    let stopped = {
        let host = Arc::clone(&host);
        tokio::spawn(async move { host.told_to_stop().await })
    };
    sleep(Duration::from_millis(200)).await;
    asked_again(&mut late).await;
    for answered in asked {
        assert!(answered.await.unwrap().ends_with("done"));
    }
    assert!(closed_after(&mut resting, Duration::from_millis(500)).await.is_some());
    assert_eq!(stopped.await.unwrap().cut, 0);
    assert!(host.try_connect(1, 1).await.is_err());
}

#[tokio::test]
async fn a_stop_waits_only_so_long() {
    let host = Host::start(Caps { drain: Duration::from_millis(300), ..Caps::default() }).await;
    let mut slow = host.connect(1, 1).await;
    slow.write_all(b"GET /slowly HTTP/1.1\r\nhost: localhost\r\n\r\n").await.unwrap();
    sleep(Duration::from_millis(100)).await;
    assert_eq!(host.told_to_stop().await.cut, 1);
}
