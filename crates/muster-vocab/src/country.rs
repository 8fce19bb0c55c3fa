//! Countries and languages by their standard codes.

use crate::text::{Rejected, as_text};
use std::{fmt, str::FromStr};

macro_rules! two_letters {
    ($(#[$doc:meta])* $name:ident, $what:literal, $why:literal, $case:ident, $is:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; 2]);

        impl $name {
            /// The two letters.
            ///
            /// # Panics
            /// Never: the letters are ASCII by construction.
            #[must_use]
            pub fn code(&self) -> &str {
                std::str::from_utf8(&self.0).expect("two ASCII letters")
            }
        }
        impl FromStr for $name {
            type Err = Rejected;
            fn from_str(text: &str) -> Result<Self, Rejected> {
                match text.trim().as_bytes() {
                    [a, b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() => {
                        Ok(Self([a.$case(), b.$case()]))
                    }
                    _ => Err(Rejected::new($what, $why)),
                }
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.code())
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("sealed")
            }
        }
        as_text!($name);
    };
}

two_letters!(
    /// A country, ISO 3166-1 alpha-2, such as `US`. `Debug` does not show it: a nationality is personal.
    Country,
    "country",
    "write its two letters (ISO 3166-1), such as US",
    to_ascii_uppercase,
    is_ascii_uppercase
);
two_letters!(
    /// A language, ISO 639-1, such as `uk`. `Debug` does not show it.
    Language,
    "language",
    "write its two letters (ISO 639-1), such as uk",
    to_ascii_lowercase,
    is_ascii_lowercase
);
