//! What nobody read of a body is read to its end before the answer goes out.
//!
//! Who is refused before their body was read is still sending it. If the connection ends then, their
//! own machine throws the answer away unread (RFC 9112 §9.6), and the next request that was already
//! on its way over the same connection is lost with it.

use super::watched::Received;
use axum::{
    body::{Bytes, HttpBody},
    http::{HeaderValue, Request, Response, Version, header},
};
use http_body_util::BodyExt as _;
use hyper::body::{Frame, SizeHint};
use std::{
    pin::Pin,
    task::{Context, Poll},
};
use tokio::sync::oneshot::{self, Receiver, Sender};

/// What more than this is left unread is not worth reading: the connection ends after the answer.
const MOST: u64 = 8 * 1024 * 1024;

/// A body that comes back when whoever was given it is done with it.
pub(super) struct Lent {
    body: Option<Received>,
    back: Option<Sender<Received>>,
}

/// Where a lent body comes back to.
pub(super) struct Lender {
    back: Receiver<Received>,
    /// Whether the sender waits to be told that the body is wanted (RFC 9110 §10.1.1).
    waits: bool,
    version: Version,
}

/// Lends out the body of the request.
pub(super) fn lend(request: Request<Received>) -> (Request<Lent>, Lender) {
    let (give, back) = oneshot::channel();
    let waits = request.headers().contains_key(header::EXPECT);
    let lender = Lender { back, waits, version: request.version() };
    (request.map(|body| Lent { body: Some(body), back: Some(give) }), lender)
}

impl Lender {
    /// Reads what was left, so that the answer is heard; says so in it where the connection must end instead.
    pub(super) async fn settle<B>(mut self, response: &mut Response<B>) {
        let Ok(body) = self.back.try_recv() else { return };
        // HTTP/2 ends one request without the others.
        if self.version >= Version::HTTP_2 || (!self.waits && read(body).await) {
            return;
        }
        response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
}

/// Whether its end was reached.
async fn read(mut body: Received) -> bool {
    let mut so_far = 0;
    while let Some(frame) = body.frame().await {
        let Ok(frame) = frame else { return false };
        so_far += frame.data_ref().map_or(0, |bytes| bytes.len() as u64);
        if so_far > MOST {
            return false;
        }
    }
    true
}

impl HttpBody for Lent {
    type Data = Bytes;
    type Error = hyper::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, hyper::Error>>> {
        self.body.as_mut().map_or(Poll::Ready(None), |body| Pin::new(body).poll_frame(context))
    }

    fn is_end_stream(&self) -> bool {
        self.body.as_ref().is_none_or(HttpBody::is_end_stream)
    }

    fn size_hint(&self) -> SizeHint {
        self.body.as_ref().map_or_else(|| SizeHint::with_exact(0), HttpBody::size_hint)
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        if let (Some(body), Some(back)) = (self.body.take(), self.back.take())
            && !body.is_end_stream()
        {
            // Nobody waits for it any more if the request was given up.
            _ = back.send(body);
        }
    }
}
