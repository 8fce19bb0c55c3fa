//! Random tokens and codes, and random bits as letters that people can read out.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use muster_vocab::{Dice as _, OsDice};

/// Crockford's letters: none of them looks like another.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// 256 bits of the operating system's, for an address or a cookie.
pub(crate) fn token() -> String {
    let bytes: Vec<u8> = (0..4).flat_map(|_| OsDice.roll().to_be_bytes()).collect();
    URL_SAFE_NO_PAD.encode(bytes)
}

/// Six digits of the operating system's.
pub(super) fn digits() -> String {
    format!("{:06}", OsDice.below(1_000_000))
}

/// The first bits as letters, five bits each, in groups of four.
pub(crate) fn letters(bits: [u8; 16], count: u32) -> String {
    let bits = u128::from_be_bytes(bits);
    let letter = |place: u32| char::from(LETTERS[(bits >> (123 - 5 * place)) as usize & 31]);
    let mut text = String::new();
    for place in 0..count {
        if place > 0 && place % 4 == 0 {
            text.push('-');
        }
        text.push(letter(place));
    }
    text
}

/// What somebody typed who read such letters: without blanks and hyphens, in capitals, `O` as 0, `I` and `L` as 1.
pub(super) fn forgive(typed: &str) -> String {
    let kept = typed.chars().filter(char::is_ascii_alphanumeric);
    kept.map(|c| match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    })
    .collect()
}

/// The digits of a typed code.
pub(super) fn only_digits(typed: &str) -> String {
    typed.chars().filter(char::is_ascii_digit).collect()
}

/// A keyed hash in words that another hash can be made of.
pub(super) fn hex(bits: [u8; 16]) -> String {
    format!("{:032x}", u128::from_be_bytes(bits))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_hundred_bits_are_twenty_letters_in_groups_of_four() {
        assert_eq!(letters([0xff; 16], 20), "ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ");
        assert_eq!(letters([0; 16], 8), "0000-0000");
        let mut first = [0; 16];
        first[0] = 0b0000_1000;
        assert_eq!(letters(first, 8), "1000-0000");
    }

    #[test]
    fn what_people_mistake_for_a_digit_is_forgiven() {
        assert_eq!(forgive(" zo1i-lL0 k\u{a0}"), "Z011110K");
        assert_eq!(only_digits("12 34-56"), "123456");
    }

    #[test]
    fn tokens_and_codes_do_not_repeat() {
        let tokens: BTreeSet<String> = (0..100).map(|_| token()).collect();
        assert!(tokens.len() == 100 && tokens.iter().all(|token| token.len() == 43));
        let codes: BTreeSet<String> = (0..100).map(|_| digits()).collect();
        assert!(codes.len() > 90 && codes.iter().all(|code| code.len() == 6));
    }
}
