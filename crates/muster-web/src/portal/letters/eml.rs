//! A mail file, read as far as our own letters need it: one text, perhaps encoded.

use base64::{
    Engine as _,
    alphabet::STANDARD,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
};

const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// A letter as it is read.
pub(super) struct Letter {
    /// To whom.
    pub(super) to: String,
    /// The subject.
    pub(super) subject: String,
    /// The text.
    pub(super) body: String,
}

impl Letter {
    /// Reads a mail file. What cannot be decoded stands as it is.
    pub(super) fn read(bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes).replace("\r\n", "\n");
        let (head, body) = text.split_once("\n\n").unwrap_or((&text, ""));
        let head = head.replace("\n ", " ").replace("\n\t", " ");
        let field = |name: &str| {
            let line = head
                .lines()
                .find(|line| line.split_once(':').is_some_and(|(known, _)| known.eq_ignore_ascii_case(name)));
            line.and_then(|line| line.split_once(':')).map(|(_, value)| value.trim()).unwrap_or_default()
        };
        let body = match field("Content-Transfer-Encoding").to_ascii_lowercase().as_str() {
            "base64" => from_base64(body).unwrap_or_else(|| body.to_owned()),
            "quoted-printable" => quoted(body, false),
            _ => body.to_owned(),
        };
        Self { to: words(field("To")), subject: words(field("Subject")), body }
    }
}

fn from_base64(text: &str) -> Option<String> {
    let packed: String = text.split_whitespace().collect();
    String::from_utf8(LENIENT.decode(packed).ok()?).ok()
}

/// Quoted-printable (RFC 2045); in a header a low line is a blank (RFC 2047).
fn quoted(text: &str, in_head: bool) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        rest = tail;
        match (*first, tail) {
            (b'=', [b'\n', after @ ..]) => rest = after,
            (b'=', [high, low, after @ ..]) => match (digit(*high), digit(*low)) {
                (Some(high), Some(low)) => {
                    bytes.push(high * 16 + low);
                    rest = after;
                }
                _ => bytes.push(b'='),
            },
            (b'_', _) if in_head => bytes.push(b' '),
            (byte, _) => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

/// A header with its encoded words written out (RFC 2047). Between two encoded words a blank means nothing.
fn words(text: &str) -> String {
    let (mut all, mut after_encoded) = (String::new(), false);
    for word in text.split_whitespace() {
        let encoded = encoded_word(word);
        let joined = all.is_empty() || (after_encoded && encoded.is_some());
        if !joined {
            all.push(' ');
        }
        after_encoded = encoded.is_some();
        all.push_str(encoded.as_deref().unwrap_or(word));
    }
    all
}

fn encoded_word(word: &str) -> Option<String> {
    let mut parts = word.strip_prefix("=?")?.strip_suffix("?=")?.split('?');
    let (charset, way, packed) = (parts.next()?, parts.next()?, parts.next()?);
    if !charset.eq_ignore_ascii_case("utf-8") {
        return None;
    }
    match way {
        "b" | "B" => from_base64(packed),
        "q" | "Q" => Some(quoted(packed, true)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_in_ukrainian_is_read_however_it_is_encoded() {
        let base64 = "Subject: =?utf-8?b?0JLQsNGI?= =?utf-8?b?INC30LDQv9C40YI=?= MU-7Q4K\r\nTo: anna@example.org\r\n\
            Content-Transfer-Encoding: base64\r\n\r\n0JLQsNGIINC60L7QtA==\r\n";
        let letter = Letter::read(base64.as_bytes());
        assert_eq!(letter.subject, "Ваш запит MU-7Q4K");
        assert_eq!(letter.to, "anna@example.org");
        assert_eq!(letter.body, "Ваш код");
        let quoted = "Subject: =?utf-8?q?=D0=9A=D0=BE=D0=B4_1?=\n\
            Content-Transfer-Encoding: quoted-printable\n\n=D0=9A=D0=BE=D0=B4 =\n1=3D2";
        let letter = Letter::read(quoted.as_bytes());
        assert_eq!(letter.subject, "Код 1");
        assert_eq!(letter.body, "Код 1=2");
    }

    #[test]
    fn a_folded_subject_is_one_line() {
        let letter = Letter::read(b"Subject: Your\n request\nTo: x@example.org\n\n1\n");
        assert_eq!((letter.subject.as_str(), letter.body.as_str()), ("Your request", "1\n"));
    }

    #[test]
    fn nonsense_is_shown_as_it_is() {
        let letter = Letter::read(b"Content-Transfer-Encoding: base64\n\n%%%");
        assert_eq!(letter.body, "%%%");
        assert_eq!(Letter::read(b"").body, "");
        assert_eq!(quoted("=", false), "=");
        assert_eq!(quoted("=x1", false), "=x1");
    }
}
