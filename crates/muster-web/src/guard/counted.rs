//! Counting: how often, how long, with which outcome. By the pattern of a route, never by an address: that may hold a
//! person's link.

use super::number;
use axum::{
    extract::{MatchedPath, Request},
    http::Method,
    middleware::Next,
    response::Response,
};
use tokio::time::Instant;

pub(super) async fn count(request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or_else(|| "none".to_owned(), |at| at.as_str().to_owned());
    let method = word(request.method());
    let response = next.run(request).await;
    let (status, took) = (response.status().as_u16(), begun.elapsed());
    let labels = [("route", route.clone()), ("method", method.to_owned()), ("status", status.to_string())];
    metrics::counter!("muster_requests_total", &labels).increment(1);
    metrics::histogram!("muster_request_seconds", "route" => route.clone()).record(took.as_secs_f64());
    let number =
        response.headers().get(number::NAME).and_then(|number| number.to_str().ok()).unwrap_or_default();
    let millis = took.as_millis() as u64;
    if status >= 500 {
        tracing::error!(request = number, method, route, status, millis, "request {number} failed");
    } else {
        tracing::debug!(request = number, method, route, status, millis, "answered");
    }
    response
}

/// A method as it is counted: whatever a stranger makes up is one and the same.
fn word(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::POST => "POST",
        Method::HEAD => "HEAD",
        _ => "other",
    }
}
