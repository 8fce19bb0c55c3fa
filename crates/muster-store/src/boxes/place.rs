//! Where a box belongs.

use crate::keys::SectionKey;
use muster_vocab::StreamId;

/// The place a box is bound to: opened anywhere else, it does not open.
///
/// Whose box it is and for which section comes with the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place<'a> {
    /// The stream of the event that holds it.
    pub stream: StreamId,
    /// The event's version in the stream.
    pub version: u64,
    /// The box's number within the event.
    pub part: u16,
    /// The event's stored tag, such as `screening.hit_dismissed`.
    pub tag: &'a str,
}

impl Place<'_> {
    /// The place as the cipher's associated data, with the box's own header. Every field but the last two has a
    /// fixed length and those two say theirs, so two places never read alike.
    pub(super) fn bind(&self, header: [u8; 5], key: &SectionKey) -> Vec<u8> {
        let section = key.section().label();
        let mut bound = Vec::with_capacity(80 + section.len() + self.tag.len());
        bound.extend_from_slice(b"muster/1/box");
        bound.extend_from_slice(&header);
        bound.extend_from_slice(self.stream.bytes());
        bound.extend_from_slice(&self.version.to_be_bytes());
        bound.extend_from_slice(&self.part.to_be_bytes());
        bound.extend_from_slice(key.holder().bytes());
        for text in [section, self.tag] {
            bound.extend_from_slice(&(text.len() as u32).to_be_bytes());
            bound.extend_from_slice(text.as_bytes());
        }
        bound
    }
}
