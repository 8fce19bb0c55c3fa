//! The headers that tell a browser what these pages never do.

use axum::{
    extract::{Request, State},
    http::{HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};

/// Nothing but our own files; nothing inside a page; no frame around it. A page that wants less names nothing here.
///
/// `require-trusted-types-for` is left out while htmx writes what it fetched into the page as text.
const CONTENT: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; \
                       connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; \
                       frame-ancestors 'none'";

/// `no-referrer` would make older browsers send `Origin: null` with our own forms, and they would be refused.
static ALWAYS: [(HeaderName, &str); 8] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("origin-agent-cluster"), "?1"),
    (
        HeaderName::from_static("permissions-policy"),
        "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), \
         magnetometer=(), microphone=(), payment=(), usb=()",
    ),
];

static SECURE: (HeaderName, &str) = (header::STRICT_TRANSPORT_SECURITY, "max-age=31536000");

/// The headers of an installation.
#[derive(Clone, Copy)]
pub(crate) struct Headers {
    secure: bool,
}

/// Only where people come by https may a browser be told never to come otherwise.
pub(crate) const fn of(secure: bool) -> Headers {
    Headers { secure }
}

/// Sets them on every answer. Whether it may be kept is the handler's word: what says nothing is not kept.
pub(crate) async fn set(State(known): State<Headers>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in ALWAYS.iter().chain(known.secure.then_some(&SECURE)) {
        headers.insert(name.clone(), HeaderValue::from_static(value));
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::{Router, body::Body, middleware::from_fn_with_state, routing::get};
    use tower::ServiceExt as _;

    async fn answer(secure: bool, path: &str) -> Response {
        let kept = || async { ([(header::CACHE_CONTROL, "public, max-age=9")], "style") };
        let router = Router::new().route("/page", get(|| async { "page" })).route("/kept", get(kept));
        let router = router.layer(from_fn_with_state(of(secure), set));
        router.oneshot(Request::get(path).body(Body::empty()).unwrap()).await.unwrap()
    }

    #[tokio::test]
    async fn every_answer_has_them_and_a_page_is_never_kept() {
        for path in ["/page", "/kept", "/nowhere"] {
            let answer = answer(true, path).await;
            for (name, value) in ALWAYS.iter().chain([&SECURE]) {
                assert_eq!(answer.headers()[name], value, "{path}");
            }
        }
        assert_eq!(answer(true, "/page").await.headers()[header::CACHE_CONTROL], "no-store");
        assert_eq!(answer(true, "/kept").await.headers()[header::CACHE_CONTROL], "public, max-age=9");
    }

    #[tokio::test]
    async fn a_browser_is_told_to_stay_with_https_only_where_there_is_https() {
        assert!(!answer(false, "/page").await.headers().contains_key(header::STRICT_TRANSPORT_SECURITY));
    }
}
