//! The facts of every case in one ordered walk: for a simulation over everybody, instead of a few look-ups a case.

use super::{Journal, load::decode};
use crate::{
    StoreError, args,
    boxes::{BoxError, Place, open},
    db::{DbError, Row},
    keys::{Holder, OpenKeys, PersonKey},
};
use jiff::Timestamp;
use muster_case::{
    Event,
    intake::{Background, Disclosures, Identity},
};
use muster_vocab::{CaseId, Provenance, Section, Sensitive, StreamId};

/// What a policy reads of one case. Personal: no `Debug`.
pub struct CaseFacts {
    /// The case.
    pub case: CaseId,
    /// When the facts were sent.
    pub at: Timestamp,
    /// Who.
    pub identity: Identity,
    /// What done.
    pub background: Background,
    /// What disclosed.
    pub disclosures: Disclosures,
    /// What staff recorded on top: name, value as text, provenance.
    pub recorded: Vec<(String, String, Provenance)>,
}

/// Half of all cases, so that two threads walk at the same time. Identifiers are random: the halves are alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Half {
    /// Those whose identifier begins with a 0 bit.
    Low,
    /// The others.
    High,
}

impl Half {
    const fn bounds(self) -> ([u8; 16], [u8; 16]) {
        const fn with(first: u8, others: u8) -> [u8; 16] {
            let mut bytes = [others; 16];
            bytes[0] = first;
            bytes
        }
        match self {
            Self::Low => (with(0, 0), with(0x7f, 0xff)),
            Self::High => (with(0x80, 0), with(0xff, 0xff)),
        }
    }
}

/// The boxes of dossiers and recorded facts, without how people are reached (part 1): no rule asks for it.
const WALK: &str = "SELECT l.stream, l.version, l.at, l.tag, l.shape,
           CASE WHEN l.tag = 'facts.recorded' THEN l.body ELSE '' END, b.part, b.holder, b.sealed
      FROM log l JOIN boxes b ON b.stream = l.stream AND b.version = l.version
     WHERE l.stream >= $1 AND l.stream <= $2 AND b.part <> 1
       AND l.tag IN ('intake.submitted', 'intake.info_answered', 'intake.corrected',
           'intake.correction_taken_over', 'movement.walk_in_registered', 'facts.recorded')
     ORDER BY l.stream, l.version, b.part";

/// A case while its rows come in.
struct Gathering {
    stream: StreamId,
    version: u64,
    at: i64,
    identity: Option<Identity>,
    background: Option<Background>,
    disclosures: Option<Disclosures>,
    recorded: Vec<(String, String, Provenance)>,
}

impl Journal {
    /// Hands the facts of every case of `half` to `see`, as they were last sent. Cases without a dossier and cases
    /// whose key was destroyed are left out.
    ///
    /// # Errors
    /// If a box is damaged or the database fails.
    pub fn each_facts(
        &self,
        half: Half,
        keys: &OpenKeys,
        see: &mut dyn FnMut(CaseFacts),
    ) -> Result<(), StoreError> {
        let (first, last) = half.bounds();
        let mut gathering: Option<Gathering> = None;
        let mut failure = None;
        let walked = self.db.read(|tx| {
            tx.each(WALK, args![&first, &last], &mut |row| {
                let stream = StreamId::from_bytes(row.get(0)?);
                if gathering.as_ref().is_some_and(|known| known.stream != stream)
                    && let Some(whole) = gathering.take().and_then(Gathering::finish)
                {
                    see(whole);
                }
                let known = gathering.get_or_insert_with(|| Gathering::new(stream));
                let Some(key) = keys.of(Holder::from_bytes(row.get(7)?)) else { return Ok(()) };
                known.take(&row, key).map_err(|error| {
                    failure = Some(error);
                    DbError::broken("the walk was ended")
                })
            })
        });
        failure.map_or(walked.map_err(StoreError::from), Err)?;
        if let Some(whole) = gathering.and_then(Gathering::finish) {
            see(whole);
        }
        Ok(())
    }
}

impl Gathering {
    const fn new(stream: StreamId) -> Self {
        let (identity, background, disclosures) = (None, None, None);
        Self { stream, version: 0, at: 0, identity, background, disclosures, recorded: Vec::new() }
    }

    fn take(&mut self, row: &Row<'_>, key: &PersonKey) -> Result<(), StoreError> {
        let (version, tag, part): (u64, &str, u16) = (row.get(1)?, row.get(3)?, row.get(6)?);
        let place = Place { stream: self.stream, version, part, tag };
        let sealed: &[u8] = row.get(8)?;
        if tag == "facts.recorded" {
            let event = decode::<Event>(self.stream, version, tag, row.get(4)?, row.get(5)?)?;
            if let Event::FactRecorded(fact) = event {
                let plain = open(key.section(Section::Decision), &place, sealed)?;
                let value = serde_json::from_slice(&plain).map_err(|_| BoxError::Unknown)?;
                self.recorded.retain(|(name, ..)| *name != fact.fact);
                self.recorded.push((fact.fact, value, fact.provenance));
            }
            return Ok(());
        }
        if version != self.version {
            self.version = version;
            self.at = row.get(2)?;
        }
        match part {
            0 => self.identity = Some(read(key, &place, sealed)?),
            2 => self.background = Some(read(key, &place, sealed)?),
            3 => self.disclosures = Some(read(key, &place, sealed)?),
            _ => {}
        }
        Ok(())
    }

    fn finish(self) -> Option<CaseFacts> {
        Some(CaseFacts {
            case: self.stream.into(),
            at: Timestamp::from_microsecond(self.at).ok()?,
            identity: self.identity?,
            background: self.background?,
            disclosures: self.disclosures?,
            recorded: self.recorded,
        })
    }
}

fn read<T: Sensitive>(key: &PersonKey, place: &Place<'_>, sealed: &[u8]) -> Result<T, StoreError> {
    let plain = open(key.section(T::SECTION), place, sealed)?;
    serde_json::from_slice(&plain).map_err(|_| BoxError::Unknown.into())
}
