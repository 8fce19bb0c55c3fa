//! What a form sent: names and values, as typed.

use crate::{Failing, Web};
use axum::{
    body::Bytes,
    extract::{FromRequest, Request},
    http::header::CONTENT_TYPE,
};
use std::collections::BTreeMap;

/// No form of ours has more fields.
const FIELDS_MAX: usize = 400;

/// The fields of a form, each as typed. A field sent several times holds all its values, joined by one blank.
#[derive(Default, Clone, serde::Serialize, serde::Deserialize)]
pub(crate) struct Posted(BTreeMap<String, String>);

impl Posted {
    /// The value of a field; empty if it was not sent.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// The value of a field, if it was sent at all.
    pub(crate) fn sent(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// Puts a value into a field, as if it had been sent: a form that opens with something in it.
    pub(crate) fn set(&mut self, name: &str, value: String) {
        self.0.insert(name.to_owned(), value);
    }

    /// Every field with its value, by name.
    pub(crate) fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Whether the field was sent with something in it.
    pub(crate) fn has(&self, name: &str) -> bool {
        !self.get(name).trim().is_empty()
    }

    /// The fields of a body as browsers send it.
    pub(crate) fn read(body: &[u8]) -> Result<Self, Failing> {
        let pairs: Vec<(String, String)> =
            serde_urlencoded::from_bytes(body).map_err(|_| Failing::NotUnderstood)?;
        // An answer that is too long comes back on its page; the size of the body bounds it.
        if pairs.len() > FIELDS_MAX {
            return Err(Failing::TooBig);
        }
        let mut fields: BTreeMap<String, String> = BTreeMap::new();
        for (name, value) in pairs {
            match fields.get_mut(&name) {
                // A box that can be ticked is sent empty too, so that unticking it counts.
                Some(known) if known.is_empty() => *known = value,
                Some(known) if !value.is_empty() => {
                    known.push(' ');
                    known.push_str(&value);
                }
                Some(_) => {}
                None => drop(fields.insert(name, value)),
            }
        }
        Ok(Self(fields))
    }
}

impl FromRequest<Web> for Posted {
    type Rejection = Failing;

    async fn from_request(request: Request, web: &Web) -> Result<Self, Failing> {
        let kind =
            request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        if !kind.starts_with("application/x-www-form-urlencoded") {
            return Err(Failing::NotUnderstood);
        }
        let body = Bytes::from_request(request, web).await.map_err(|_| Failing::TooBig)?;
        Self::read(&body)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_sent_twice_holds_both_values() {
        let posted = Posted::read(b"skills=medic&skills=&skills=drone&empty=&ticked=&ticked=yes").unwrap();
        assert_eq!(posted.get("skills"), "medic drone");
        assert_eq!(posted.get("ticked"), "yes");
        assert!(!posted.has("empty"));
    }

    #[test]
    fn what_no_form_of_ours_sends_is_refused() {
        let many = "a=1&".repeat(FIELDS_MAX + 1);
        assert!(matches!(Posted::read(many.as_bytes()), Err(Failing::TooBig)));
    }
}
