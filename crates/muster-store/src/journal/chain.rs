//! The hash chain over the log, as pure arithmetic.

use muster_vocab::{Digest, StreamId};
use sha2::{Digest as _, Sha256};

/// One entry of the log as its hash sees it. Times are microseconds since 1970; actor and body are the very texts that
/// are stored, so that checking never depends on how a program writes JSON.
///
/// No `Debug`: a body is not personal, but it is long.
#[derive(Clone, Copy)]
pub struct Entry<'a> {
    /// Its place in the log, from 1 without gaps.
    pub seq: u64,
    /// The stream it belongs to.
    pub stream: StreamId,
    /// Its place in the stream, from 1 without gaps.
    pub version: u64,
    /// When.
    pub at_micros: i64,
    /// What kind of event: `screening.hit_dismissed`.
    pub tag: &'a str,
    /// The shape its body was written in.
    pub shape: u16,
    /// Who, as stored.
    pub actor: &'a str,
    /// What, as stored; it holds the hash of each of its boxes.
    pub body: &'a str,
}

/// The end of a chain: how many entries it has, and the hash of the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// The last entry's place; 0 before the first.
    pub seq: u64,
    /// The last entry's hash; [`Digest::ZERO`] before the first.
    pub hash: Digest,
}

/// Where a chain does not hold together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// An entry is missing, doubled or out of order.
    #[error("the log goes from entry {after} to entry {found}: entries were removed, added or moved")]
    Gap {
        /// The entry before.
        after: u64,
        /// The entry found where `after + 1` belongs.
        found: u64,
    },
    /// An entry does not continue the one before.
    #[error("entry {0} of the log does not continue the one before it: one of the two was replaced")]
    Link(u64),
    /// An entry is not what it was when it was written.
    #[error("entry {0} of the log is not what it was when it was written")]
    Changed(u64),
}

impl Head {
    /// Before the first entry.
    pub const START: Self = Self { seq: 0, hash: Digest::ZERO };

    /// The head after `entry` is appended; its `seq` is expected to be the next.
    #[must_use]
    pub fn extend(&self, entry: &Entry<'_>) -> Self {
        Self { seq: entry.seq, hash: entry.hash(&self.hash) }
    }

    /// Checks a stored `entry` with its stored hashes against the entries before it.
    ///
    /// # Errors
    /// [`Broken`], which says where the chain does not hold together.
    pub fn check(&self, entry: &Entry<'_>, prev: &Digest, hash: &Digest) -> Result<Self, Broken> {
        if entry.seq != self.seq + 1 {
            return Err(Broken::Gap { after: self.seq, found: entry.seq });
        }
        if *prev != self.hash {
            return Err(Broken::Link(entry.seq));
        }
        let next = self.extend(entry);
        if next.hash == *hash { Ok(next) } else { Err(Broken::Changed(entry.seq)) }
    }
}

impl Entry<'_> {
    /// SHA-256 over the hash before and every field. Numbers have a fixed length and texts say theirs, so that no two
    /// entries read alike.
    #[must_use]
    pub fn hash(&self, prev: &Digest) -> Digest {
        let mut sha = Sha256::new();
        sha.update(b"muster/1/log");
        sha.update(prev.0);
        sha.update(self.seq.to_be_bytes());
        sha.update(self.stream.bytes());
        sha.update(self.version.to_be_bytes());
        sha.update(self.at_micros.to_be_bytes());
        sha.update(self.shape.to_be_bytes());
        for text in [self.tag, self.actor, self.body] {
            sha.update((text.len() as u64).to_be_bytes());
            sha.update(text);
        }
        Digest(sha.finalize().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(seq: u64) -> Entry<'static> {
        Entry {
            seq,
            stream: StreamId::from(7),
            version: seq,
            at_micros: 1_646_000_000_000_000,
            tag: "intake.form_received",
            shape: 1,
            actor: r#"{"applicant":"x"}"#,
            body: r#"{"name":{"box":0,"sha256":"00"}}"#,
        }
    }

    #[test]
    fn the_hash_of_an_entry_never_changes_with_the_program() {
        assert_eq!(
            entry(1).hash(&Digest::ZERO).to_string(),
            "c58e3b80b7b28458106d74107c121f58bc04b734484019ee1498d222967baef7"
        );
    }

    #[test]
    fn a_changed_field_is_seen_in_any_field() {
        let whole = entry(1);
        let hash = whole.hash(&Digest::ZERO);
        let changed = [
            Entry { stream: StreamId::from(8), ..whole },
            Entry { version: 2, ..whole },
            Entry { at_micros: 0, ..whole },
            Entry { tag: "intake.form_receive", ..whole },
            Entry { shape: 2, ..whole },
            Entry { actor: "{}", ..whole },
            Entry { body: "{}", ..whole },
            // The same bytes, split otherwise between two fields.
            Entry { tag: "intake.form_received{", actor: r#""applicant":"x"}"#, ..whole },
        ];
        for other in changed {
            assert_eq!(Head::START.check(&other, &Digest::ZERO, &hash), Err(Broken::Changed(1)));
        }
        assert_eq!(Head::START.check(&whole, &Digest::ZERO, &hash), Ok(Head { seq: 1, hash }));
    }

    #[test]
    fn a_missing_or_replaced_entry_is_seen_at_the_next() {
        let first = Head::START.extend(&entry(1));
        let second = first.extend(&entry(2));
        let third = second.extend(&entry(3));
        let replaced = first.extend(&Entry { body: "{}", ..entry(2) });
        assert_eq!(
            first.check(&entry(3), &second.hash, &third.hash),
            Err(Broken::Gap { after: 1, found: 3 })
        );
        assert_eq!(replaced.check(&entry(3), &second.hash, &third.hash), Err(Broken::Link(3)));
        assert_eq!(second.check(&entry(3), &second.hash, &third.hash), Ok(third));
    }
}
