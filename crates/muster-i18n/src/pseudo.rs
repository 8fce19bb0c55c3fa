//! English as if it were written from right to left.

use std::borrow::Cow;

const BACKWARDS: char = '\u{202e}';
const END: char = '\u{202c}';

/// Each word is shown backwards, and blanks stay where they are, so that lines break as they would in Arabic.
pub(crate) fn pseudo(text: &str) -> Cow<'_, str> {
    let mut out = String::with_capacity(text.len() * 2);
    let mut within = false;
    for letter in text.chars() {
        if letter.is_whitespace() == within {
            out.push(if within { END } else { BACKWARDS });
            within = !within;
        }
        out.push(letter);
    }
    if within {
        out.push(END);
    }
    out.into()
}
