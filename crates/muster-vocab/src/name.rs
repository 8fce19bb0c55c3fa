//! Personal names as people write them.

use crate::text::Rejected;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A name in any script. Single names are names: `given` may be empty. `Debug` does not show it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PersonName {
    /// The given name or names; empty for people with one name.
    pub given: String,
    /// The family name, or the only name.
    pub family: String,
}

impl PersonName {
    /// A name from its two parts.
    ///
    /// # Errors
    /// If there is no family name, or a part is longer than 200 characters or holds control characters.
    pub fn new(given: &str, family: &str) -> Result<Self, Rejected> {
        let (given, family) = (given.trim(), family.trim());
        if family.is_empty() {
            return Err(Rejected::new(
                "name",
                "write the family name; a person with one name writes it there",
            ));
        }
        if [given, family].iter().any(|part| part.chars().count() > 200 || part.chars().any(char::is_control))
        {
            return Err(Rejected::new(
                "name",
                "each part has at most 200 characters and no control characters",
            ));
        }
        Ok(Self { given: given.to_owned(), family: family.to_owned() })
    }

    /// The whole name, given name first.
    #[must_use]
    pub fn full(&self) -> String {
        if self.given.is_empty() { self.family.clone() } else { format!("{} {}", self.given, self.family) }
    }
}

impl fmt::Debug for PersonName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("sealed")
    }
}
