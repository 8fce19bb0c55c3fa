//! Two questions a machine asks: does the process answer, and can it do its work.

use crate::guard;
use axum::{
    Router,
    extract::State,
    http::{
        StatusCode,
        header::{CACHE_CONTROL, CONTENT_TYPE},
    },
    middleware::from_fn_with_state,
    response::IntoResponse,
    routing::get,
};
use serde::Serialize;
use std::{
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};
use tokio::time::{Instant, timeout};

/// One thing that must be well. Anybody may read it: it names no place, no person, no secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Check {
    /// What was looked at, in one word.
    pub name: &'static str,
    /// Whether it is well.
    pub well: bool,
    /// Whether nobody can be served without it. What is not vital is told and changes no status: a mail server that
    /// is down is no reason to turn applicants away.
    pub vital: bool,
}

impl Check {
    /// What nobody can be served without.
    #[must_use]
    pub const fn vital(name: &'static str, well: bool) -> Self {
        Self { name, well, vital: true }
    }

    /// What the keeper should know.
    #[must_use]
    pub const fn told(name: &'static str, well: bool) -> Self {
        Self { name, well, vital: false }
    }
}

/// Whoever can say whether the work can be done. It may wait for a disk.
pub trait Ready: Send + Sync + 'static {
    /// Looks at everything.
    fn look(&self) -> Vec<Check>;
}

impl<F: Fn() -> Vec<Check> + Send + Sync + 'static> Ready for F {
    fn look(&self) -> Vec<Check> {
        self()
    }
}

/// A look is good for this long: whoever asks more often learns nothing new.
const FRESH: Duration = Duration::from_secs(1);
/// A look that takes longer is an answer too.
const LOOK_MAX: Duration = Duration::from_secs(3);

#[derive(Clone)]
struct Looker(Arc<Looking>);

struct Looking {
    ready: Arc<dyn Ready>,
    under_way: AtomicBool,
    last: Mutex<Option<(Instant, Vec<Check>)>>,
}

/// `GET /healthz` answers without taking a lock, whatever else goes on; `GET /readyz` says what is well and what not.
pub fn health(ready: Arc<dyn Ready>) -> Router {
    let looker =
        Looker(Arc::new(Looking { ready, under_way: AtomicBool::new(false), last: Mutex::default() }));
    Router::new()
        .route("/healthz", get(|| async { ([(CACHE_CONTROL, "no-store")], "ok\n") }))
        .route("/readyz", get(is_ready))
        .with_state(looker)
        .layer(from_fn_with_state(guard::headers_of(false), guard::set_headers))
}

#[derive(Serialize)]
struct Told {
    ready: bool,
    checks: Vec<Check>,
}

async fn is_ready(State(looker): State<Looker>) -> impl IntoResponse {
    let checks = looker.look().await.unwrap_or_else(|| vec![Check::vital("answer", false)]);
    let ready = checks.iter().all(|check| check.well || !check.vital);
    let status = if ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    let told = serde_json::to_string(&Told { ready, checks }).unwrap_or_default();
    (status, [(CACHE_CONTROL, "no-store"), (CONTENT_TYPE, "application/json")], told)
}

impl Looker {
    fn last(&self) -> std::sync::MutexGuard<'_, Option<(Instant, Vec<Check>)>> {
        self.0.last.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is well and what not; nothing if the look does not come back. Only one is under way at a time.
    async fn look(&self) -> Option<Vec<Check>> {
        let fresh = self.last().clone().filter(|(at, _)| at.elapsed() < FRESH);
        if let Some((_, checks)) = fresh {
            return Some(checks);
        }
        if self.0.under_way.swap(true, Ordering::AcqRel) {
            // Somebody else looks: what was seen last is the answer, unless that is long ago.
            return self.last().clone().filter(|(at, _)| at.elapsed() < LOOK_MAX).map(|(_, checks)| checks);
        }
        let looker = self.clone();
        let look = tokio::task::spawn_blocking(move || {
            let _done = Done(&looker.0.under_way);
            let checks = looker.0.ready.look();
            *looker.last() = Some((Instant::now(), checks.clone()));
            checks
        });
        timeout(LOOK_MAX, look).await.ok()?.ok()
    }
}

/// Whatever becomes of a look, the next may begin.
struct Done<'a>(&'a AtomicBool);

impl Drop for Done<'_> {
    fn drop(&mut self) {
        self.0.store(false, Ordering::Release);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::{body::Body, http::Request};
    use http_body_util::BodyExt as _;
    use std::sync::atomic::AtomicUsize;
    use tower::ServiceExt as _;

    async fn asked(router: &Router, path: &str) -> (StatusCode, String) {
        let answer = router.clone().oneshot(Request::get(path).body(Body::empty()).unwrap()).await.unwrap();
        let status = answer.status();
        let body = answer.into_body().collect().await.unwrap().to_bytes();
        (status, String::from_utf8(body.to_vec()).unwrap())
    }

    #[tokio::test]
    async fn it_is_ready_when_everything_is_well() {
        let router = health(Arc::new(|| vec![Check::vital("database", true)]));
        assert_eq!(asked(&router, "/healthz").await, (StatusCode::OK, "ok\n".to_owned()));
        let told = r#"{"ready":true,"checks":[{"name":"database","well":true,"vital":true}]}"#;
        assert_eq!(asked(&router, "/readyz").await, (StatusCode::OK, told.to_owned()));
    }

    #[tokio::test]
    async fn it_says_what_is_not_well() {
        let checks = || vec![Check::vital("database", true), Check::vital("disk", false)];
        let (status, told) = asked(&health(Arc::new(checks)), "/readyz").await;
        assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
        assert!(told.contains(r#"{"name":"disk","well":false,"vital":true}"#));
        let mail_is_down = || vec![Check::vital("database", true), Check::told("letters", false)];
        assert_eq!(asked(&health(Arc::new(mail_is_down)), "/readyz").await.0, StatusCode::OK);
    }

    #[tokio::test]
    async fn a_database_that_hangs_is_asked_once_and_the_process_answers_still() {
        static ASKED: AtomicUsize = AtomicUsize::new(0);
        let (tell, told) = std::sync::mpsc::channel::<()>();
        let told = Mutex::new(told);
        let router = health(Arc::new(move || {
            ASKED.fetch_add(1, Ordering::Relaxed);
            let _until = told.lock().unwrap().recv();
            vec![Check::vital("database", true)]
        }));
        for _ in 0..5 {
            assert_eq!(asked(&router, "/readyz").await.0, StatusCode::SERVICE_UNAVAILABLE);
            assert_eq!(asked(&router, "/healthz").await.0, StatusCode::OK);
        }
        assert_eq!(ASKED.load(Ordering::Relaxed), 1);
        drop(tell);
    }
}
