//! A number for every request: on the answer, on the page of an error, in the log. It says nothing about who asked.

use axum::{
    extract::Request,
    http::{HeaderName, HeaderValue},
    middleware::Next,
    response::Response,
};
use muster_vocab::{Dice as _, OsDice};

/// The header with a request's number.
pub(super) const NAME: HeaderName = HeaderName::from_static("x-request-id");
/// Letters and digits that are not mistaken for one another when they are read out on a telephone.
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Puts a number on the answer. One that the request brings is not taken over: it could hold anything.
pub(super) async fn give(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let number = written(OsDice.roll());
    if let Ok(value) = HeaderValue::from_str(&number) {
        response.headers_mut().insert(NAME, value);
    }
    response
}

/// Forty bits as `7h3k-9qw2`.
fn written(bits: u64) -> String {
    let letter = |n: u64| char::from(LETTERS[(bits >> (5 * n)) as usize & 31]);
    let (first, last): (String, String) = ((0..4).map(letter).collect(), (4..8).map(letter).collect());
    format!("{first}-{last}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_can_be_read_out() {
        assert_eq!(written(0), "0000-0000");
        assert_eq!(written(u64::MAX), "zzzz-zzzz");
    }
}
