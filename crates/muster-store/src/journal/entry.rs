//! An entry of the log, and the chain of hashes through it.

use crate::db::{DbError, Row};
use jiff::Timestamp;
use muster_vocab::{Actor, Digest, HumanId, Moment, PersonId, Role, StaffId, StreamId, Worker};
use sha2::{Digest as _, Sha256};

/// One row of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its place in the log, from 1.
    pub seq: u64,
    /// Its stream.
    pub stream: StreamId,
    /// Its place in the stream, from 1.
    pub version: u64,
    /// When, in microseconds since 1970.
    pub at: i64,
    /// Who, as text.
    pub actor: String,
    /// The stored tag.
    pub tag: String,
    /// The number of the shape.
    pub shape: u16,
    /// The body: JSON with references in place of personal data.
    pub body: String,
    /// The hash of the entry before.
    pub prev: Digest,
    /// The hash of this entry.
    pub hash: Digest,
}

/// The columns an [`Entry`] is read from, in order.
pub(crate) const COLUMNS: &str = "seq, stream, version, at, actor, tag, shape, body, prev, hash";

impl Entry {
    pub(crate) fn read(row: &Row<'_>) -> Result<Self, DbError> {
        Ok(Self {
            seq: row.get(0)?,
            stream: StreamId::from_bytes(row.get(1)?),
            version: row.get(2)?,
            at: row.get(3)?,
            actor: row.get(4)?,
            tag: row.get(5)?,
            shape: row.get(6)?,
            body: row.get(7)?,
            prev: Digest(row.get(8)?),
            hash: Digest(row.get(9)?),
        })
    }

    /// When and by whom; nothing if the row is damaged.
    #[must_use]
    pub fn moment(&self) -> Option<Moment> {
        Some(Moment { at: Timestamp::from_microsecond(self.at).ok()?, by: read_actor(&self.actor)? })
    }

    /// Whether the entry's hash covers what the entry says.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        let Self { seq, stream, version, at, shape, prev, hash, .. } = *self;
        let (actor, tag, body) = (self.actor.as_str(), self.tag.as_str(), self.body.as_str());
        Chained { seq, contents: Contents { stream, version, at, actor, tag, shape, body }, prev, hash }
            .is_whole()
    }
}

/// An entry while the chain is walked: it borrows what it says.
pub(crate) struct Chained<'a> {
    pub(crate) seq: u64,
    pub(crate) contents: Contents<'a>,
    pub(crate) prev: Digest,
    pub(crate) hash: Digest,
}

impl<'a> Chained<'a> {
    /// Reads a row of [`COLUMNS`].
    pub(crate) fn read(row: &Row<'a>) -> Result<Self, DbError> {
        let contents = Contents {
            stream: StreamId::from_bytes(row.get(1)?),
            version: row.get(2)?,
            at: row.get(3)?,
            actor: row.get(4)?,
            tag: row.get(5)?,
            shape: row.get(6)?,
            body: row.get(7)?,
        };
        Ok(Self { seq: row.get(0)?, contents, prev: Digest(row.get(8)?), hash: Digest(row.get(9)?) })
    }

    /// Whether the entry's hash covers what the entry says.
    pub(crate) fn is_whole(&self) -> bool {
        link(self.prev, self.seq, self.contents.digest()) == self.hash
    }
}

/// What an entry says, without its place in the log.
#[derive(Clone, Copy)]
pub(crate) struct Contents<'a> {
    pub(crate) stream: StreamId,
    pub(crate) version: u64,
    pub(crate) at: i64,
    pub(crate) actor: &'a str,
    pub(crate) tag: &'a str,
    pub(crate) shape: u16,
    pub(crate) body: &'a str,
}

impl Contents<'_> {
    /// SHA-256 over every field; texts say their length first, so that no two entries read alike.
    pub(crate) fn digest(&self) -> Digest {
        let mut hash = Sha256::new();
        hash.update(b"muster/1/entry");
        hash.update(self.stream.bytes());
        hash.update(self.version.to_be_bytes());
        hash.update(self.at.to_be_bytes());
        hash.update(self.shape.to_be_bytes());
        for text in [self.actor, self.tag, self.body] {
            hash.update((text.len() as u64).to_be_bytes());
            hash.update(text.as_bytes());
        }
        Digest(hash.finalize().into())
    }
}

/// The hash of an entry at `seq` after `prev`: the contents are hashed before the place is known, so that the one
/// writer has little to do.
pub(crate) fn link(prev: Digest, seq: u64, contents: Digest) -> Digest {
    let mut hash = Sha256::new();
    hash.update(prev.0);
    hash.update(seq.to_be_bytes());
    hash.update(contents.0);
    Digest(hash.finalize().into())
}

/// An actor as the log's text: `staff/<account>/<human>/<role>`, `applicant/<person>`, `system/<worker>`.
pub(crate) fn write_actor(actor: &Actor) -> String {
    match actor {
        Actor::Applicant { person } => format!("applicant/{person}"),
        Actor::Staff { staff, human, role } => format!("staff/{staff}/{human}/{role}"),
        Actor::System { worker } => format!("system/{}", worker_word(*worker)),
    }
}

/// Reads what [`write_actor`] wrote.
pub(crate) fn read_actor(text: &str) -> Option<Actor> {
    let mut parts = text.split('/');
    let actor = match parts.next()? {
        "applicant" => Actor::Applicant { person: parts.next()?.parse::<PersonId>().ok()? },
        "staff" => Actor::Staff {
            staff: parts.next()?.parse::<StaffId>().ok()?,
            human: parts.next()?.parse::<HumanId>().ok()?,
            role: parts.next()?.parse::<Role>().ok()?,
        },
        "system" => {
            let word = parts.next()?;
            Actor::System { worker: WORKERS.into_iter().find(|worker| worker_word(*worker) == word)? }
        }
        _ => return None,
    };
    parts.next().is_none().then_some(actor)
}

const WORKERS: [Worker; 6] = [
    Worker::Eligibility,
    Worker::Screening,
    Worker::Linkage,
    Worker::Clock,
    Worker::PolicyReview,
    Worker::Retention,
];

const fn worker_word(worker: Worker) -> &'static str {
    match worker {
        Worker::Eligibility => "eligibility",
        Worker::Screening => "screening",
        Worker::Linkage => "linkage",
        Worker::Clock => "clock",
        Worker::PolicyReview => "policy_review",
        Worker::Retention => "retention",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use muster_vocab::{Dice as _, SeededDice};

    #[test]
    fn every_actor_is_read_back_from_its_text() {
        let mut dice = SeededDice::new(1);
        let mut actors: Vec<_> = WORKERS.map(|worker| Actor::System { worker }).to_vec();
        actors.push(Actor::Applicant { person: dice.id() });
        for role in Role::ALL {
            actors.push(Actor::Staff { staff: dice.id(), human: dice.id(), role });
        }
        for actor in actors {
            assert_eq!(read_actor(&write_actor(&actor)), Some(actor));
        }
        assert_eq!(read_actor("system/clock/x"), None);
    }

    #[test]
    fn an_entry_changed_in_any_field_is_not_whole() {
        let contents = Contents {
            stream: StreamId::from(7),
            version: 1,
            at: 5,
            actor: "system/clock",
            tag: "closing.lapsed",
            shape: 1,
            body: "{}",
        };
        let hash = link(Digest::ZERO, 1, contents.digest());
        let whole = Entry {
            seq: 1,
            stream: contents.stream,
            version: 1,
            at: 5,
            actor: "system/clock".into(),
            tag: "closing.lapsed".into(),
            shape: 1,
            body: "{}".into(),
            prev: Digest::ZERO,
            hash,
        };
        assert!(whole.is_whole());
        let changes: [fn(&mut Entry); 9] = [
            |e| e.seq += 1,
            |e| e.stream = StreamId::from(8),
            |e| e.version += 1,
            |e| e.at += 1,
            |e| e.actor.push('x'),
            |e| e.tag.push('x'),
            |e| e.shape += 1,
            |e| e.body.push(' '),
            |e| e.prev.0[31] ^= 1,
        ];
        for change in changes {
            let mut changed = whole.clone();
            change(&mut changed);
            assert!(!changed.is_whole());
        }
    }
}
