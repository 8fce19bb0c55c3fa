//! Who is there, and how they can be reached.

use muster_vocab::{Actor, CaseId, EmailAddress, PersonId, PhoneNumber};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Who is there, from a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visit {
    /// The case.
    pub case: CaseId,
    /// Whose it is.
    pub person: PersonId,
}

impl Visit {
    /// The applicant, acting.
    pub(super) const fn actor(self) -> Actor {
        Actor::Applicant { person: self.person }
    }
}

/// Where somebody can be reached. `Debug` does not show it; it is written as JSON into sealed boxes alone.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Address {
    /// By mail.
    Email(EmailAddress),
    /// By text message.
    Phone(PhoneNumber),
}

impl Address {
    /// What kind of value it is in the look-ups, and its normal form there.
    pub(crate) fn exact(&self) -> (&'static str, String) {
        match self {
            Self::Email(email) => ("email", email.normal()),
            Self::Phone(phone) => ("phone", phone.normal().to_owned()),
        }
    }
}

impl From<EmailAddress> for Address {
    fn from(email: EmailAddress) -> Self {
        Self::Email(email)
    }
}

impl From<PhoneNumber> for Address {
    fn from(phone: PhoneNumber) -> Self {
        Self::Phone(phone)
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("sealed")
    }
}
