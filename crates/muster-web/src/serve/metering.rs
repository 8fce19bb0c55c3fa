//! What the service tells its keeper: counts and durations, on a listener of their own.

use axum::{Router, http::header::CONTENT_TYPE, response::IntoResponse as _, routing::get};
use metrics::{describe_counter, describe_gauge, describe_histogram};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use std::time::Duration;

/// The figures of this process. There is one for each process.
#[derive(Clone)]
pub struct Metering(PrometheusHandle);

/// Why there are no figures.
#[derive(Debug, thiserror::Error)]
#[error("the figures cannot be kept: {0}")]
pub struct MeteringFault(#[from] metrics_exporter_prometheus::BuildError);

/// From an answer out of memory to one that nobody waits for.
const SECONDS: &[f64] =
    &[0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0];
const TIDY: Duration = Duration::from_secs(5);

impl Metering {
    /// Begins to keep figures.
    ///
    /// # Errors
    /// If this process keeps some already.
    pub fn start() -> Result<Self, MeteringFault> {
        let seconds = Matcher::Full("muster_request_seconds".to_owned());
        let handle = PrometheusBuilder::new().set_buckets_for_metric(seconds, SECONDS)?.install_recorder()?;
        describe();
        Ok(Self(handle))
    }

    /// The figures, as Prometheus reads them.
    #[must_use]
    pub fn page(&self) -> String {
        self.0.render()
    }

    /// `GET /metrics`.
    pub fn router(&self) -> Router {
        let figures = self.clone();
        let show =
            || async move { ([(CONTENT_TYPE, "text/plain; version=0.0.4")], figures.page()).into_response() };
        Router::new().route("/metrics", get(show))
    }

    /// Keeps the memory of durations small; runs for ever.
    pub async fn tidy(self) {
        let mut tick = tokio::time::interval(TIDY);
        loop {
            tick.tick().await;
            self.0.run_upkeep();
        }
    }
}

fn describe() {
    describe_counter!("muster_requests_total", "Requests by pattern of route, method and status");
    describe_histogram!("muster_request_seconds", "Time to an answer, by pattern of route");
    describe_gauge!("muster_connections", "Connections that are open");
    describe_counter!("muster_connections_total", "Connections that were let in");
    describe_counter!("muster_connections_refused_total", "Connections for which there was no room");
    describe_counter!("muster_connections_closed_total", "Connections that were not waited for, by reason");
    describe_counter!("muster_refused_total", "Requests that were refused, by reason");
    describe_counter!("muster_admitted_total", "New drafts, by the way they came through the gate");
    describe_counter!("muster_trapped_total", "Forms that sprang a trap");
    describe_counter!("muster_letters_total", "Letters, by what became of them");
}
