//! Forms of ours are sent by pages of ours: what another site sends is refused.
//!
//! A browser says which site a request comes from (`Sec-Fetch-Site`, `Origin`), and a page cannot change that. No secret
//! has to stand in a form, so a page may be kept open for a week and still be sent. A program that says neither is no
//! browser and has no cookies to misuse.

use crate::Failing;
use axum::{body::Body, http::Response, response::IntoResponse as _};
use tower_http::csrf::{CsrfLayer, ProtectionError};

/// What answers a request from another site.
type Refuse = fn(ProtectionError) -> Response<Body>;

/// Refuses what another site sends. The public address is trusted even if a proxy hides it from us.
pub(super) fn layer(public_url: Option<&str>) -> CsrfLayer<Refuse> {
    let ours = CsrfLayer::new();
    let origin = public_url.and_then(origin_of);
    let ours = match origin {
        Some(origin) => ours.clone().add_trusted_origin(origin).unwrap_or(ours),
        None => ours,
    };
    // What changes something through the API takes a token, which no browser sends by itself, and never a cookie.
    ours.with_insecure_bypass(|_, uri| uri.path().starts_with("/api/"))
        .with_rejection_response(refuse as Refuse)
}

fn refuse(_cause: ProtectionError) -> Response<Body> {
    metrics::counter!("muster_refused_total", "reason" => "other_site").increment(1);
    Failing::OtherSite.into_response()
}

/// Scheme, host and port of an address, as a browser writes them.
fn origin_of(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?.to_ascii_lowercase();
    let usual = if scheme == "https" { ":443" } else { ":80" };
    let host = host.strip_suffix(usual).unwrap_or(&host);
    (!host.is_empty()).then(|| format!("{}://{host}", scheme.to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::{Router, http::Request, http::StatusCode, routing::post};
    use tower::ServiceExt as _;

    async fn sent(headers: &[(&str, &str)]) -> StatusCode {
        let router = Router::new()
            .route("/", post(|| async { "done" }))
            .layer(layer(Some("https://join.example.org/")));
        let mut request = Request::post("/").header("host", "127.0.0.1:8080");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        router.oneshot(request.body(Body::empty()).unwrap()).await.unwrap().status()
    }

    #[tokio::test]
    async fn a_form_of_ours_passes_in_every_browser() {
        let ours: &[&[(&str, &str)]] = &[
            // Firefox, Chrome and Safari of today.
            &[("sec-fetch-site", "same-origin"), ("origin", "https://join.example.org")],
            // Typed into the address bar, or reloaded.
            &[("sec-fetch-site", "none")],
            // Safari before 16.4 behind a proxy that hides the name, and without one.
            &[("origin", "https://join.example.org")],
            &[("origin", "http://127.0.0.1:8080")],
            // A browser that was told never to say where it comes from.
            &[("sec-fetch-site", "same-origin"), ("origin", "null")],
            // No browser at all.
            &[],
        ];
        for headers in ours {
            assert_eq!(sent(headers).await, StatusCode::OK, "{headers:?}");
        }
    }

    #[tokio::test]
    async fn what_another_site_sends_is_refused() {
        let others: &[&[(&str, &str)]] = &[
            &[("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")],
            &[("sec-fetch-site", "cross-site")],
            // A neighbour under the same domain is another site too.
            &[("sec-fetch-site", "same-site"), ("origin", "https://other.example.org")],
            &[("origin", "https://evil.example")],
            &[("origin", "https://join.example.org.evil.example")],
            &[("origin", "https://join.example.org:444")],
            // A frame in a sandbox, or a file on the disk.
            &[("origin", "null")],
            &[("sec-fetch-site", "cross-site"), ("origin", "null")],
        ];
        for headers in others {
            assert_eq!(sent(headers).await, StatusCode::FORBIDDEN, "{headers:?}");
        }
    }

    #[test]
    fn an_origin_is_written_as_browsers_write_it() {
        let origins = [
            ("https://Join.Example.org/uk/", Some("https://join.example.org")),
            ("https://join.example.org:443", Some("https://join.example.org")),
            ("http://127.0.0.1:8080", Some("http://127.0.0.1:8080")),
            ("join.example.org", None),
        ];
        for (url, origin) in origins {
            assert_eq!(origin_of(url).as_deref(), origin);
        }
    }
}
