//! A service on a port of its own, and strangers who come from addresses of their own.

use axum::{
    Extension, Router,
    body::Bytes,
    http::StatusCode,
    routing::{get, post},
};
use muster_web::serve::{Caps, Client, Drained, serve};
use std::{
    net::{Ipv4Addr, SocketAddr},
    sync::Mutex,
    time::Duration,
};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpSocket, TcpStream},
    sync::oneshot,
    task::JoinHandle,
    time::{Instant, sleep, timeout},
};

/// A service that runs.
pub(crate) struct Host {
    address: SocketAddr,
    stop: Mutex<Option<oneshot::Sender<()>>>,
    served: Mutex<Option<JoinHandle<Drained>>>,
}

impl Host {
    pub(crate) async fn start(caps: Caps) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, told) = oneshot::channel();
        let served = tokio::spawn(async move {
            let stop = async { drop(told.await) };
            serve(listener, router(), caps, stop).await.unwrap()
        });
        Self { address, stop: Mutex::new(Some(stop)), served: Mutex::new(Some(served)) }
    }

    /// A connection from 127.0.`net`.`n`.
    pub(crate) async fn connect(&self, net: u8, n: u8) -> TcpStream {
        self.try_connect(net, n).await.unwrap()
    }

    pub(crate) async fn try_connect(&self, net: u8, n: u8) -> std::io::Result<TcpStream> {
        let socket = TcpSocket::new_v4()?;
        socket.bind((Ipv4Addr::new(127, 0, net, n), 0).into())?;
        socket.connect(self.address).await
    }

    /// What an honest stranger is answered, and how long that took.
    pub(crate) async fn ask(&self, net: u8, n: u8, path: &str) -> (String, Duration) {
        let begun = Instant::now();
        let mut stream = self.connect(net, n).await;
        let head = format!("GET {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n");
        stream.write_all(head.as_bytes()).await.unwrap();
        (rest(&mut stream).await, begun.elapsed())
    }

    /// Tells it to stop, and waits until it has.
    pub(crate) async fn told_to_stop(&self) -> Drained {
        drop(self.stop.lock().unwrap().take());
        let served = self.served.lock().unwrap().take();
        served.unwrap().await.unwrap()
    }
}

fn router() -> Router {
    let slowly = || async {
        sleep(Duration::from_millis(800)).await;
        "done"
    };
    Router::new()
        .route("/", get(|| async { "well" }))
        .route("/slowly", get(slowly))
        .route("/much", get(|| async { vec![b'x'; 32 << 20] }))
        .route("/length", post(|body: Bytes| async move { body.len().to_string() }))
        .route("/unwanted", post(|| async { StatusCode::PAYLOAD_TOO_LARGE }))
        .route("/who", get(|Extension(client): Extension<Client>| async move { client.0.to_string() }))
}

/// Everything that comes until the other side closes; nothing if it breaks off.
pub(crate) async fn rest(stream: &mut TcpStream) -> String {
    let mut all = Vec::new();
    let _ended = stream.read_to_end(&mut all).await;
    String::from_utf8_lossy(&all).into_owned()
}

/// How long it takes until the other side closes, at most `most`.
pub(crate) async fn closed_after(stream: &mut TcpStream, most: Duration) -> Option<Duration> {
    let begun = Instant::now();
    timeout(most, rest(stream)).await.ok().map(|_| begun.elapsed())
}

/// The value that 99 of 100 stay under.
pub(crate) fn p99(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times[times.len() * 99 / 100]
}
