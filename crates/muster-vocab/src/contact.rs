//! Addresses and numbers that reach a person.

use crate::text::{Rejected, as_text};
use std::{fmt, str::FromStr};

/// An e-mail address as the person wrote it. `Debug` does not show it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EmailAddress(String);

impl EmailAddress {
    /// The form two addresses are compared in: small letters.
    #[must_use]
    pub fn normal(&self) -> String {
        self.0.to_lowercase()
    }
}

impl FromStr for EmailAddress {
    type Err = Rejected;
    /// Takes what a mail could be sent to: something, `@`, a domain with a dot; no blanks. At most 254 characters
    /// (RFC 5321 section 4.5.3.1.3).
    fn from_str(text: &str) -> Result<Self, Rejected> {
        let text = text.trim();
        let fits = text.len() <= 254
            && !text.chars().any(|c| c.is_whitespace() || c.is_control())
            && text.split_once('@').is_some_and(|(local, domain)| {
                !local.is_empty()
                    && !domain.contains('@')
                    && domain.contains('.')
                    && domain.split('.').all(|label| !label.is_empty())
            });
        if fits {
            Ok(Self(text.to_owned()))
        } else {
            Err(Rejected::new("e-mail address", "write it as name@example.org"))
        }
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("sealed")
    }
}

as_text!(EmailAddress);

/// A telephone number in international form, `+` and 7 to 15 digits (ITU-T E.164). `Debug` does not show it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PhoneNumber(String);

impl PhoneNumber {
    /// The form two numbers are compared in: `+` and digits.
    #[must_use]
    pub fn normal(&self) -> &str {
        &self.0
    }
}

impl FromStr for PhoneNumber {
    type Err = Rejected;
    /// Takes blanks, hyphens, dots and brackets between digits; `00` in front stands for `+`.
    fn from_str(text: &str) -> Result<Self, Rejected> {
        const WRONG: Rejected =
            Rejected::new("telephone number", "write it with its country code, such as +1 202 555 0143");
        let mut kept: String =
            text.chars().filter(|c| !matches!(c, ' ' | '-' | '.' | '(' | ')' | '\u{a0}')).collect();
        if let Some(rest) = kept.strip_prefix("00") {
            kept = format!("+{rest}");
        }
        let digits = kept.strip_prefix('+').ok_or(WRONG)?;
        if (7..=15).contains(&digits.len())
            && digits.bytes().all(|b| b.is_ascii_digit())
            && !digits.starts_with('0')
        {
            Ok(Self(kept))
        } else {
            Err(WRONG)
        }
    }
}

impl fmt::Display for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("sealed")
    }
}

as_text!(PhoneNumber);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_ways_to_write_a_number_are_one_number() {
        let one: PhoneNumber = "+1 (202) 555-0143".parse().unwrap();
        let two: PhoneNumber = "0012025550143".parse().unwrap();
        assert_eq!(one, two);
    }

    #[test]
    fn a_number_without_country_is_asked_again() {
        assert!("202 555 0143".parse::<PhoneNumber>().is_err());
    }

    #[test]
    fn debug_shows_nothing() {
        let mail: EmailAddress = "ann@example.org".parse().unwrap();
        assert_eq!(format!("{mail:?}"), "sealed");
    }
}
