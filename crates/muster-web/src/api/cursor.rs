//! Where a walk goes on: opaque to whoever carries it.

use super::problem::{Kind, Problem};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use jiff::Timestamp;
use muster_vocab::CaseId;

/// The place after a case.
pub(super) fn after(opened_at: Timestamp, case: CaseId) -> String {
    let mut bytes = opened_at.as_microsecond().to_be_bytes().to_vec();
    bytes.extend(case.bytes());
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The place that a cursor names.
pub(super) fn read(text: &str) -> Result<(i64, CaseId), Problem> {
    let wrong = || {
        let words = "take it from the `next` of an answer";
        Problem::new(Kind::NotUnderstood).at("after", "query.cursor", words)
    };
    let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| wrong())?;
    let (at, case) = bytes.split_first_chunk::<8>().ok_or_else(wrong)?;
    let case: [u8; 16] = case.try_into().map_err(|_| wrong())?;
    Ok((i64::from_be_bytes(*at), CaseId::from_bytes(case)))
}
