//! Identifiers: 128 random bits each, of their own type each.

use crate::text::{Rejected, as_text};
use std::{fmt, str::FromStr};
use uuid::Uuid;

macro_rules! id {
    ($(#[$doc:meta] $name:ident;)+) => {$(
        #[$doc]
        ///
        /// 128 random bits (never a time), written as 32 hexadecimal digits.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Uuid);

        impl $name {
            /// From 16 bytes, as the store keeps it.
            #[must_use]
            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(Uuid::from_bytes(bytes))
            }
            /// The 16 bytes.
            #[must_use]
            pub const fn bytes(&self) -> &[u8; 16] {
                self.0.as_bytes()
            }
        }
        impl From<u128> for $name {
            fn from(number: u128) -> Self {
                Self(Uuid::from_u128(number))
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.simple().fmt(f)
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0.simple())
            }
        }
        impl FromStr for $name {
            type Err = Rejected;
            fn from_str(text: &str) -> Result<Self, Rejected> {
                Uuid::try_parse(text)
                    .map(Self)
                    .map_err(|_| Rejected::new("identifier", "it is 32 hexadecimal digits"))
            }
        }
        as_text!($name);
    )+};
}

id! {
    /// One run of one person through the pipeline.
    CaseId;
    /// A natural person: one for each human, over all missions.
    PersonId;
    /// A staff account.
    StaffId;
    /// The human behind one or more staff accounts: signatures are compared by it.
    HumanId;
    /// A watchlist hit within a case.
    HitId;
    /// Acts upon many cases that one signature covers.
    BulkId;
    /// A proposal that waits for its second signature.
    ProposalId;
    /// An interview slot: one interviewer, one start.
    SlotId;
    /// A travel pass.
    PassId;
    /// A crossing slot at a border point.
    CrossingId;
    /// A command as its sender names it, so that sending it twice does it once.
    CommandId;
    /// A stream of the log: a case, or a programme's office.
    StreamId;
}

impl From<CaseId> for StreamId {
    fn from(case: CaseId) -> Self {
        Self(case.0)
    }
}

impl From<StreamId> for CaseId {
    fn from(stream: StreamId) -> Self {
        Self(stream.0)
    }
}

/// A mission, such as `us-washington`: an embassy or consulate that takes in cases.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MissionCode(String);

impl MissionCode {
    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for MissionCode {
    type Err = Rejected;
    fn from_str(text: &str) -> Result<Self, Rejected> {
        let fits = (2..=40).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            && !text.starts_with('-')
            && !text.ends_with('-');
        if fits {
            Ok(Self(text.to_owned()))
        } else {
            Err(Rejected::new(
                "mission",
                "it is 2 to 40 small letters, digits and hyphens, such as us-washington",
            ))
        }
    }
}

impl fmt::Display for MissionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for MissionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MissionCode({})", self.0)
    }
}

as_text!(MissionCode);
