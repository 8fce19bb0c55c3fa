//! One connection from its first byte to its last.

use super::{
    Caps, client,
    crowd::Place,
    unread::lend,
    watched::{Received, Sent, Watch, Watched},
};
use axum::{
    Router,
    body::Body,
    http::{Request, Response},
};
use hyper::{body::Incoming, service::service_fn};
use hyper_util::{
    rt::{TokioExecutor, TokioIo, TokioTimer},
    server::conn::auto::Builder,
};
use std::{convert::Infallible, net::IpAddr, pin::pin, sync::Arc, time::Duration};
use tokio::{
    net::TcpStream,
    sync::watch,
    time::{Instant, MissedTickBehavior, interval},
};
use tower::Service as _;

/// How often somebody looks whether it is overdue.
const LOOK: Duration = Duration::from_secs(1);
/// How long a connection that has just come may take for its first request when the service stops.
const JUST_COME: Duration = Duration::from_secs(1);
/// A browser sends less than half of either.
const HEADERS_MAX: usize = 64;
const HEAD_BYTES_MAX: usize = 32 * 1024;
const STREAMS_MAX: u32 = 64;

pub(super) struct Connection {
    pub(super) peer: IpAddr,
    pub(super) place: Place,
    pub(super) router: Router,
    pub(super) caps: Arc<Caps>,
    pub(super) told: watch::Receiver<bool>,
}

impl Connection {
    pub(super) async fn run(self, stream: TcpStream) {
        let Self { peer, place, router, caps, mut told } = self;
        let watch = Watch::new(place);
        let _counted = Counted::one();
        let builder = builder(&caps);
        let io = TokioIo::new(Watched { stream, watch: Arc::clone(&watch) });
        let service = service_fn(|request: Request<Incoming>| answer(request, &router, peer, &caps, &watch));
        let mut connection = pin!(builder.serve_connection(io, service));
        let mut look = interval(LOOK);
        look.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let (mut stopping, mut asked) = (None, false);
        loop {
            tokio::select! {
                // Whatever ends it, a fault of the other side or a farewell, there is nobody left to tell.
                _ended = connection.as_mut() => return,
                () = watch.sent_away() => return,
                _told = told.wait_for(|stops| *stops), if stopping.is_none() => stopping = Some(Instant::now()),
                _tick = look.tick() => if let Some(reason) = watch.overdue(&caps) {
                    metrics::counter!("muster_connections_closed_total", "reason" => reason).increment(1);
                    return;
                },
            }
            if let Some(since) = stopping
                && !asked
                && (watch.has_served() || since.elapsed() >= JUST_COME)
            {
                asked = true;
                connection.as_mut().graceful_shutdown();
            }
        }
    }
}

fn builder(caps: &Caps) -> Builder<TokioExecutor> {
    let mut builder = Builder::new(TokioExecutor::new());
    // Our own watch is stricter; this is what remains if it should fail.
    let head = caps.head + caps.idle;
    builder.http1().timer(TokioTimer::new()).header_read_timeout(head);
    builder.http1().max_headers(HEADERS_MAX).max_buf_size(HEAD_BYTES_MAX);
    builder.http2().timer(TokioTimer::new()).max_concurrent_streams(STREAMS_MAX);
    builder.http2().max_header_list_size(HEAD_BYTES_MAX as u32);
    builder
}

fn answer(
    request: Request<Incoming>,
    router: &Router,
    peer: IpAddr,
    caps: &Caps,
    watch: &Arc<Watch>,
) -> impl Future<Output = Result<Response<Sent>, Infallible>> + use<> {
    let working = watch.begin();
    let client = client::of(peer, request.headers(), |peer| caps.trusts(peer));
    let (request, lender) = lend(request.map(|body| Received::new(body, watch)));
    let mut request = request.map(Body::new);
    request.extensions_mut().insert(client);
    let mut router = router.clone();
    async move {
        let mut response = router.call(request).await?;
        lender.settle(&mut response).await;
        Ok(response.map(|body| Sent { body, _working: working }))
    }
}

/// One more connection that is open.
struct Counted;

impl Counted {
    fn one() -> Self {
        metrics::counter!("muster_connections_total").increment(1);
        metrics::gauge!("muster_connections").increment(1.0);
        Self
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        metrics::gauge!("muster_connections").decrement(1.0);
    }
}
