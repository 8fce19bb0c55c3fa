//! A person's key, and the section keys made of it.

use crate::boxes::cipher;
use hkdf::Hkdf;
use muster_vocab::{HumanId, PersonId, Section};
use sha2::Sha256;
use std::{
    fmt,
    sync::{Arc, OnceLock},
};
use zeroize::Zeroizing;

/// Whoever a key belongs to: a person who applies, or a human behind a staff account.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Holder([u8; 16]);

impl Holder {
    /// From 16 bytes, as the store keeps it.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The 16 bytes.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

impl From<PersonId> for Holder {
    fn from(person: PersonId) -> Self {
        Self(*person.bytes())
    }
}

impl From<HumanId> for Holder {
    fn from(human: HumanId) -> Self {
        Self(*human.bytes())
    }
}

impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Holder({self})")
    }
}

/// A person's key, unwrapped. Cloning shares it; the last clone wipes it.
#[derive(Clone)]
pub struct PersonKey(Arc<Unwrapped>);

struct Unwrapped {
    holder: Holder,
    kid: u32,
    bytes: Zeroizing<[u8; 32]>,
    sections: [OnceLock<SectionKey>; Section::ALL.len()],
}

impl PersonKey {
    pub(super) fn new(holder: Holder, kid: u32, bytes: Zeroizing<[u8; 32]>) -> Self {
        Self(Arc::new(Unwrapped { holder, kid, bytes, sections: Default::default() }))
    }

    /// Whose key it is.
    #[must_use]
    pub fn holder(&self) -> Holder {
        self.0.holder
    }

    /// The number boxes carry, to tell that this key sealed them.
    #[must_use]
    pub fn kid(&self) -> u32 {
        self.0.kid
    }

    /// The key of one section of the person's file: derived once, then kept as long as the person's key.
    #[must_use]
    #[expect(clippy::missing_panics_doc, reason = "HKDF-SHA-256 always gives 32 bytes")]
    pub fn section(&self, section: Section) -> &SectionKey {
        self.0.sections[section as usize].get_or_init(|| {
            let mut bytes = Zeroizing::new([0; 32]);
            Hkdf::<Sha256>::new(None, self.0.bytes.as_slice())
                .expand_multi_info(&[b"muster/1/", section.label().as_bytes()], bytes.as_mut_slice())
                .expect("HKDF gives 32 bytes");
            SectionKey { holder: self.0.holder, section, kid: self.0.kid, bytes }
        })
    }

    pub(super) fn bytes(&self) -> &[u8; 32] {
        &self.0.bytes
    }
}

impl fmt::Debug for PersonKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PersonKey(of {})", self.0.holder)
    }
}

/// The key of one section of one person's file; it knows whose and which.
pub struct SectionKey {
    holder: Holder,
    section: Section,
    kid: u32,
    bytes: Zeroizing<[u8; 32]>,
}

impl SectionKey {
    /// Whose file it is for.
    #[must_use]
    pub const fn holder(&self) -> Holder {
        self.holder
    }

    /// The section it is for.
    #[must_use]
    pub const fn section(&self) -> Section {
        self.section
    }

    /// The number of the person's key it was made of.
    #[must_use]
    pub const fn kid(&self) -> u32 {
        self.kid
    }

    pub(crate) fn cipher(&self) -> cipher::Cipher {
        cipher::Cipher::new(&self.bytes)
    }
}

impl fmt::Debug for SectionKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SectionKey({} of {})", self.section.label(), self.holder)
    }
}
