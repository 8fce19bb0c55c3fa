//! What comes in: a body, a query, and the two headers of an act. Faults say where they are.

use super::problem::{Kind, Problem};
use axum::{
    body::Body,
    http::{
        HeaderMap,
        header::{CONTENT_TYPE, IF_MATCH},
    },
};
use serde::de::DeserializeOwned;
use serde_path_to_error::{Path, Segment};

/// No body of ours is bigger.
const BODY_BYTES_MAX: usize = 64 * 1024;
/// The header that names a request.
pub(super) const KEY: &str = "idempotency-key";
/// The longest name of a request.
const KEY_MAX: usize = 200;

/// The bytes of a body that says it is JSON.
pub(super) async fn bytes(headers: &HeaderMap, body: Body) -> Result<Vec<u8>, Problem> {
    let kind = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if !kind.eq_ignore_ascii_case("application/json") {
        return Err(Problem::new(Kind::NotJson));
    }
    let read = axum::body::to_bytes(body, BODY_BYTES_MAX).await;
    read.map(Vec::from).map_err(|_| Problem::new(Kind::TooBig))
}

/// A body as its type. What it does not know is refused.
pub(super) fn body<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    let mut from = serde_json::Deserializer::from_slice(bytes);
    let read = serde_path_to_error::deserialize(&mut from).map_err(|error| {
        let (pointer, cause) = (pointer(error.path()), error.into_inner());
        if cause.is_data() {
            // What serde says of a value may repeat it, and it may be of a person: only its kind is told.
            Problem::new(Kind::BodyFaulty).at(&pointer, "body.not_as_described", told(&cause.to_string()))
        } else {
            let place = format!("no JSON at line {}, column {}", cause.line(), cause.column());
            Problem::new(Kind::NotUnderstood).saying(place)
        }
    })?;
    from.end().map_err(|_| Problem::new(Kind::NotUnderstood).saying("something follows the JSON"))?;
    Ok(read)
}

/// What is wrong, without the value that is.
fn told(cause: &str) -> String {
    let cause = cause.split(" at line ").next().unwrap_or(cause);
    let Some(expected) = cause.find("expected ") else {
        let known = ["missing field", "unknown field", "duplicate field", "a text has", "a word has"];
        let safe = known.iter().any(|known| cause.starts_with(known));
        // The name of an unknown field is the sender's own word too.
        let named = cause.starts_with("unknown field");
        return if safe && !named { cause.to_owned() } else { "not as the API describes it".to_owned() };
    };
    if cause.starts_with("unknown field") {
        return format!("there is no such field; {}", &cause[expected..]);
    }
    cause[expected..].to_owned()
}

fn pointer(path: &Path) -> String {
    let mut pointer = String::new();
    for segment in path {
        let part = match segment {
            Segment::Seq { index } => index.to_string(),
            Segment::Map { key } => key.replace('~', "~0").replace('/', "~1"),
            Segment::Enum { .. } | Segment::Unknown => continue,
        };
        pointer.push('/');
        pointer.push_str(&part);
    }
    pointer
}

/// A query as its type.
pub(super) fn query<T: DeserializeOwned>(query: Option<&str>) -> Result<T, Problem> {
    let wrong = |error: &dyn std::fmt::Display| {
        Problem::new(Kind::NotUnderstood).at("", "query.not_as_described", told(&error.to_string()))
    };
    serde_urlencoded::from_str(query.unwrap_or_default()).map_err(|error| wrong(&error))
}

/// The name that the sender gave the request.
pub(super) fn key(headers: &HeaderMap) -> Result<&str, Problem> {
    let key = headers.get(KEY).and_then(|value| value.to_str().ok()).map(str::trim);
    key.filter(|key| (1..=KEY_MAX).contains(&key.len())).ok_or_else(|| Problem::new(Kind::KeyMissing))
}

/// The version of the case that was looked at; nothing for `*`, whatever it is now.
pub(super) fn seen(headers: &HeaderMap) -> Result<Option<u64>, Problem> {
    let missing = || Problem::new(Kind::VersionMissing);
    let shown = headers.get(IF_MATCH).ok_or_else(missing)?.to_str().map_err(|_| missing())?.trim();
    if shown == "*" {
        return Ok(None);
    }
    let number = shown.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    // A mark that no case ever had fits none: then the case has gone on.
    Ok(Some(number.and_then(|number| number.parse().ok()).unwrap_or(0)))
}

/// The header that says which version an answer is of.
pub(super) fn etag(version: u64) -> String {
    format!("\"{version}\"")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Deserialize, Debug)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only how it fails is looked at")]
    struct Deep {
        list: Vec<Item>,
    }

    #[derive(Deserialize, Debug)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only how it fails is looked at")]
    struct Item {
        number: u8,
    }

    fn fault(text: &str) -> String {
        format!("{:?}", body::<Deep>(text.as_bytes()).unwrap_err())
    }

    #[test]
    fn a_fault_says_where_it_is_and_never_repeats_a_value() {
        let told = fault(r#"{"list":[{"number":1},{"number":"Aroha"}]}"#);
        assert!(told.contains("/list/1/number") && told.contains("expected u8"), "{told}");
        assert!(!told.contains("Aroha"), "{told}");
        let told = fault(r#"{"list":[{"number":1,"Aroha":2}]}"#);
        assert!(told.contains("no such field"), "{told}");
        assert!(fault("{").contains("NotUnderstood"));
        assert!(fault(r#"{"list":[]} {}"#).contains("NotUnderstood"));
    }

    #[test]
    fn a_version_is_a_strong_mark_or_a_star() {
        let with = |value: &str| seen(&[(IF_MATCH, value.parse().unwrap())].into_iter().collect());
        assert_eq!(with("\"7\"").unwrap(), Some(7));
        assert_eq!(with("*").unwrap(), None);
        assert_eq!(with("W/\"7\"").unwrap(), Some(0));
        assert!(seen(&HeaderMap::new()).is_err());
    }
}
