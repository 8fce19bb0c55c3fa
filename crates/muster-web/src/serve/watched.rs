//! Watching one connection: what comes in, what goes out, and how long nothing does.

use super::{Caps, crowd::Place};
use axum::body::{Body, Bytes, HttpBody};
use hyper::body::{Frame, Incoming, SizeHint};
use std::{
    io,
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Context, Poll},
    time::Duration,
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
    time::Instant,
};

/// What is known of a connection.
pub(super) struct Watch {
    place: Place,
    seen: Mutex<Seen>,
}

struct Seen {
    /// Requests that are worked on.
    working: usize,
    /// Whether there has been a request at all.
    served: bool,
    /// Since when nothing is worked on.
    since: Instant,
    /// When the next head began to come.
    head: Option<Instant>,
    /// Bodies that are still coming.
    bodies: usize,
    /// Since when, and how much had come then.
    body: (Instant, u64),
    read: u64,
    written: u64,
    /// Since when the other side takes less than it is given, and how much it had taken then.
    stalled: Option<(Instant, u64)>,
}

impl Watch {
    pub(super) fn new(place: Place) -> Arc<Self> {
        let now = Instant::now();
        let seen = Seen {
            working: 0,
            served: false,
            since: now,
            head: None,
            bodies: 0,
            body: (now, 0),
            read: 0,
            written: 0,
            stalled: None,
        };
        Arc::new(Self { place, seen: Mutex::new(seen) })
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Comes back when the place is needed for somebody else.
    pub(super) async fn sent_away(&self) {
        self.place.sent_away().await;
    }

    /// Whether there has been a request.
    pub(super) fn has_served(&self) -> bool {
        self.seen().served
    }

    /// Why this connection is not waited for any longer.
    pub(super) fn overdue(&self, caps: &Caps) -> Option<&'static str> {
        let (seen, now) = (self.seen(), Instant::now());
        let slow = |(since, before): (Instant, u64), so_far: u64| {
            let took = now - since;
            let least = caps.bytes_per_second_min as f64 * took.as_secs_f64();
            took > caps.patience && ((so_far - before) as f64) < least
        };
        if seen.stalled.is_some_and(|stalled| slow(stalled, seen.written)) {
            return Some("slow_reader");
        }
        if seen.bodies > 0 {
            let over = now - seen.body.0 > caps.body;
            return (over || slow(seen.body, seen.read)).then_some("slow_body");
        }
        if seen.working > 0 {
            return None;
        }
        let over = |since: Instant, most: Duration| now - since > most;
        match seen.head {
            Some(began) if over(if seen.served { began } else { seen.since }, caps.head) => Some("slow_head"),
            None if !seen.served && over(seen.since, caps.head) => Some("silent"),
            None if over(seen.since, caps.idle) => Some("idle"),
            _ => None,
        }
    }

    /// A request's head has come. It is worked on until what this gives back is dropped.
    pub(super) fn begin(self: &Arc<Self>) -> Working {
        let mut seen = self.seen();
        (seen.served, seen.head) = (true, None);
        seen.working += 1;
        if seen.working == 1 {
            self.place.works();
        }
        Working(Arc::clone(self))
    }

    fn end(&self) {
        let mut seen = self.seen();
        seen.working -= 1;
        if seen.working == 0 {
            (seen.since, seen.head) = (Instant::now(), None);
            self.place.waits();
        }
    }

    fn came(&self, bytes: usize) {
        let mut seen = self.seen();
        seen.read += bytes as u64;
        if seen.working == 0 && bytes > 0 {
            seen.head.get_or_insert_with(Instant::now);
        }
    }

    fn went(&self, offered: usize, taken: Option<usize>) {
        let mut seen = self.seen();
        seen.written += taken.unwrap_or(0) as u64;
        if taken == Some(offered) {
            seen.stalled = None;
        } else if seen.stalled.is_none() {
            seen.stalled = Some((Instant::now(), seen.written));
        }
    }
}

/// A request that is worked on.
pub(super) struct Working(Arc<Watch>);

impl Drop for Working {
    fn drop(&mut self) {
        self.0.end();
    }
}

/// A body on its way in.
pub(super) struct Received {
    body: Incoming,
    watch: Option<Arc<Watch>>,
}

impl Received {
    pub(super) fn new(body: Incoming, watch: &Arc<Watch>) -> Self {
        if body.is_end_stream() {
            return Self { body, watch: None };
        }
        let mut seen = watch.seen();
        if seen.bodies == 0 {
            seen.body = (Instant::now(), seen.read);
        }
        seen.bodies += 1;
        Self { body, watch: Some(Arc::clone(watch)) }
    }

    fn ended(&mut self) {
        if let Some(watch) = self.watch.take() {
            watch.seen().bodies -= 1;
        }
    }
}

impl HttpBody for Received {
    type Data = Bytes;
    type Error = hyper::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, hyper::Error>>> {
        let polled = Pin::new(&mut self.body).poll_frame(context);
        if matches!(polled, Poll::Ready(None | Some(Err(_)))) || self.body.is_end_stream() {
            self.ended();
        }
        polled
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

impl Drop for Received {
    fn drop(&mut self) {
        self.ended();
    }
}

/// A body on its way out; its request is worked on until it has gone.
pub(super) struct Sent {
    pub(super) body: Body,
    pub(super) _working: Working,
}

impl HttpBody for Sent {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// A stream that tells its watch.
pub(super) struct Watched {
    pub(super) stream: TcpStream,
    pub(super) watch: Arc<Watch>,
}

impl Watched {
    fn wrote(&self, offered: usize, polled: &Poll<io::Result<usize>>) {
        match polled {
            Poll::Ready(Ok(taken)) => self.watch.went(offered, Some(*taken)),
            Poll::Ready(Err(_)) => {}
            Poll::Pending => self.watch.went(offered, None),
        }
    }
}

impl AsyncRead for Watched {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = into.filled().len();
        let polled = Pin::new(&mut self.stream).poll_read(context, into);
        self.watch.came(into.filled().len() - before);
        polled
    }
}

impl AsyncWrite for Watched {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let polled = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.wrote(bytes.len(), &polled);
        polled
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        parts: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let polled = Pin::new(&mut self.stream).poll_write_vectored(context, parts);
        self.wrote(parts.iter().map(|part| part.len()).sum(), &polled);
        polled
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
