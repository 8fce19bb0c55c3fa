//! Serving: connections in, answers out, and nobody who can keep others waiting.
//!
//! It promises: a request head that does not come is not waited for; when there is no room, whoever has waited longest
//! with nothing to say goes first; a stop takes nothing away from whoever has been let in. It knows nothing of pages:
//! it serves any router.

mod caps;
mod client;
mod connection;
mod crowd;
mod health;
mod metering;
mod signals;
mod unread;
mod watched;

pub use caps::Caps;
pub use client::{Client, Network, NotANetwork, neighbourhood};
pub use health::{Check, Ready, health};
pub use metering::{Metering, MeteringFault};
pub use signals::{ready, stopping, until_told};

use axum::Router;
use connection::Connection;
use crowd::{Crowd, Entry};
use std::{future::Future, io, sync::Arc, time::Duration};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{mpsc, watch},
    time::{sleep, timeout},
};

/// How a service ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Drained {
    /// Connections that were still at work when the time was up, and were cut.
    pub cut: usize,
}

/// The system has no more files to give, or something like it; it does not help to ask at once again.
const BREATH: Duration = Duration::from_millis(50);

/// Serves `router` until `stop`, then lets everybody finish who has been let in.
///
/// # Errors
/// If the listener has no address, that is, never in practice; a connection's faults end that connection alone.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    caps: Caps,
    stop: impl Future<Output = ()>,
) -> io::Result<Drained> {
    listener.local_addr()?;
    let crowd = Arc::new(Crowd::new(caps.total, caps.per_client));
    let drain = caps.drain;
    let (tell, told) = watch::channel(false);
    // Every connection holds a sender: when the last is gone, so is the last connection.
    let (alive, mut last) = mpsc::channel::<()>(1);
    let host = Host { crowd: Arc::clone(&crowd), router, caps: Arc::new(caps), told, alive };
    let mut stop = std::pin::pin!(stop);
    loop {
        tokio::select! {
            biased;
            () = &mut stop => break,
            accepted = listener.accept() => match accepted {
                Ok((stream, peer)) => host.let_in(stream, peer.ip()),
                Err(error) if is_of_one_connection(&error) => {}
                Err(error) => {
                    tracing::warn!(%error, "no connection can be accepted just now");
                    crowd.make_room();
                    sleep(BREATH).await;
                }
            },
        }
    }
    // Whoever knocked before the stop is let in still.
    while let Ok(Ok((stream, peer))) = timeout(Duration::ZERO, listener.accept()).await {
        host.let_in(stream, peer.ip());
    }
    drop(listener);
    tell.send_replace(true);
    drop(host);
    let _all_gone = timeout(drain, last.recv()).await;
    Ok(Drained { cut: crowd.cut_all() })
}

struct Host {
    crowd: Arc<Crowd>,
    router: Router,
    caps: Arc<Caps>,
    told: watch::Receiver<bool>,
    alive: mpsc::Sender<()>,
}

impl Host {
    fn let_in(&self, stream: TcpStream, peer: std::net::IpAddr) {
        let is_proxy = self.caps.trusts(peer);
        let place = match self.crowd.enter((!is_proxy).then(|| neighbourhood(peer))) {
            Entry::Place(place) => place,
            Entry::Full(reason) => {
                metrics::counter!("muster_connections_refused_total", "reason" => reason).increment(1);
                refuse(&stream);
                return;
            }
        };
        // Answers are small and waited for.
        let _sooner = stream.set_nodelay(true);
        let connection = Connection {
            peer,
            place,
            router: self.router.clone(),
            caps: Arc::clone(&self.caps),
            told: self.told.clone(),
        };
        let alive = self.alive.clone();
        tokio::spawn(async move {
            connection.run(stream).await;
            drop(alive);
        });
    }
}

/// Says that there is no room, if the stream takes it without waiting.
fn refuse(stream: &TcpStream) {
    const FULL: &[u8] =
        b"HTTP/1.1 503 Service Unavailable\r\nretry-after: 5\r\nconnection: close\r\ncontent-length: 0\r\n\r\n";
    let _told = stream.try_write(FULL);
}

fn is_of_one_connection(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::ConnectionAborted | io::ErrorKind::ConnectionReset | io::ErrorKind::ConnectionRefused
    )
}
