//! Why a piece of text was not taken.

use std::fmt;

/// A text that could not be read as the thing it should be.
///
/// It names the kind of thing and what is wrong, never the text itself: the text may be personal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejected {
    /// What was expected, such as `date` or `e-mail address`.
    pub what: &'static str,
    /// What is wrong and what would be right, one sentence without the input.
    pub why: &'static str,
}

impl Rejected {
    /// A rejection of a `what` because of `why`.
    #[must_use]
    pub const fn new(what: &'static str, why: &'static str) -> Self {
        Self { what, why }
    }
}

impl fmt::Display for Rejected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not a valid {}: {}", self.what, self.why)
    }
}

impl std::error::Error for Rejected {}

/// `Serialize` through `Display` and `Deserialize` through `FromStr`, for types that are one checked text.
macro_rules! as_text {
    ($type:ty) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(from)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}
pub(crate) use as_text;
