//! Personal data: a wrapper that will not print, and that serialises to a reference only.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::DeserializeOwned, ser::Error as _};
use std::fmt;

/// The part of a person's file a value belongs to; each has its own key under the person's key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// Who the person is: names, birth, nationality, documents.
    Identity,
    /// How the person is reached.
    Contact,
    /// Service, skills, languages.
    Service,
    /// Health and criminal record.
    Disclosure,
    /// Checks, hits and what was found.
    Vetting,
    /// Ratings, rationales, letters.
    Decision,
    /// Next of kin.
    Kin,
    /// Members of staff.
    Staff,
}

impl Section {
    /// Every section, in the order they are declared.
    pub const ALL: [Self; 8] = [
        Self::Identity,
        Self::Contact,
        Self::Service,
        Self::Disclosure,
        Self::Vetting,
        Self::Decision,
        Self::Kin,
        Self::Staff,
    ];

    /// The section's name in the key derivation: stored for ever, never renamed.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Contact => "contact",
            Self::Service => "service",
            Self::Disclosure => "disclosure",
            Self::Vetting => "vetting",
            Self::Decision => "decision",
            Self::Kin => "kin",
            Self::Staff => "staff",
        }
    }
}

/// A type that is personal data. It may implement `Serialize` for its box only: everywhere else it goes [`Sealed`].
pub trait Sensitive: Serialize + DeserializeOwned + Send + 'static {
    /// The part of the file it belongs to.
    const SECTION: Section;
}

/// Where a sealed value lies: the number of its box within the event, and what the box's bytes hash to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoxRef {
    /// The box's number within its event, from 0.
    #[serde(rename = "box")]
    pub part: u16,
    /// SHA-256 of the sealed bytes: the log's hash covers it, so the chain verifies after an erasure.
    pub sha256: crate::Digest,
    /// The event that holds the box; filled in on reading, not stored twice.
    #[serde(skip)]
    pub home: Option<Home>,
}

/// The event a box is at home in: opened for any other, it does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Home {
    /// The event's stream.
    pub stream: crate::StreamId,
    /// Its place in the stream.
    pub version: u64,
    /// The tag it is stored under.
    pub tag: &'static str,
}

/// A personal value: open while it is being written, a reference ever after.
///
/// `Debug` prints `sealed`. Serialising an open value is an error: only the store's door turns it into a reference.
#[derive(Clone, PartialEq, Eq)]
pub enum Sealed<T> {
    /// The value itself, on its way to its box.
    Open(T),
    /// The box it lies in.
    Shut(BoxRef),
}

impl<T> Sealed<T> {
    /// Where the value lies; nothing while it is open.
    #[must_use]
    pub const fn reference(&self) -> Option<&BoxRef> {
        match self {
            Self::Open(_) => None,
            Self::Shut(at) => Some(at),
        }
    }
}

impl<T> From<T> for Sealed<T> {
    fn from(value: T) -> Self {
        Self::Open(value)
    }
}

impl<T> fmt::Debug for Sealed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("sealed")
    }
}

impl<T> Serialize for Sealed<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Open(_) => Err(S::Error::custom("an open personal value was about to leave unsealed")),
            Self::Shut(at) => at.serialize(to),
        }
    }
}

impl<'de, T> Deserialize<'de> for Sealed<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        BoxRef::deserialize(from).map(Self::Shut)
    }
}

/// A sealed field as the store's door sees it, whatever its type.
pub trait SealedPart {
    /// The part of the file it belongs to.
    fn section(&self) -> Section;
    /// The open value as JSON bytes; nothing if it is shut already.
    ///
    /// # Errors
    /// If the value cannot be written as JSON.
    fn open_bytes(&self) -> Option<Vec<u8>>;
    /// The reference, if shut.
    fn reference_mut(&mut self) -> Option<&mut BoxRef>;
    /// Replaces the open value with where it now lies.
    fn shut(&mut self, at: BoxRef);
}

impl<T: Sensitive> SealedPart for Sealed<T> {
    fn section(&self) -> Section {
        T::SECTION
    }
    fn open_bytes(&self) -> Option<Vec<u8>> {
        match self {
            Self::Open(value) => {
                Some(crate::sealed::json(value).expect("sensitive types are plain data and always serialise"))
            }
            Self::Shut(_) => None,
        }
    }
    fn reference_mut(&mut self) -> Option<&mut BoxRef> {
        match self {
            Self::Open(_) => None,
            Self::Shut(at) => Some(at),
        }
    }
    fn shut(&mut self, at: BoxRef) {
        *self = Self::Shut(at);
    }
}

fn json<T: Serialize>(value: &T) -> Result<Vec<u8>, serde_json::Error> {
    serde_json::to_vec(value)
}

/// Free text about a person: a rationale, a note. Always personal, whatever it says.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PersonalText(pub String);

impl Sensitive for PersonalText {
    const SECTION: Section = Section::Decision;
}

impl fmt::Debug for PersonalText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("sealed")
    }
}
