//! Policy editions: proposed by one human, published by another (capability P4).

use super::{Office, OfficeEvent};
use crate::{Missing, Refusal, eligibility::EditionRef, permit::action};
use muster_vocab::{HumanId, Moment};
use serde::{Deserialize, Serialize};

/// Proposes an edition, whole.
#[derive(Debug, Clone)]
pub struct ProposeEdition {
    /// Its name and content hash.
    pub edition: EditionRef,
    /// Its text, byte for byte: no personal data.
    pub text: String,
}

/// Publishes a proposed edition: in force from now on, and immutable.
#[derive(Debug, Clone)]
pub struct PublishEdition {
    /// Its name and content hash, so that exactly what was read is published.
    pub edition: EditionRef,
}

action! {
    ProposeEdition "propose_edition" PolicyOwner;
    PublishEdition "publish_edition" Attache Counsel PolicyOwner;
}

/// An edition was proposed. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EditionProposed {
    /// Its name and content hash.
    pub edition: EditionRef,
    /// Its text.
    pub text: String,
    /// Who proposed it.
    pub by: HumanId,
}

/// An edition was published. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EditionPublished {
    /// Its name and content hash.
    pub edition: EditionRef,
    /// Who published it.
    pub by: HumanId,
}

fn human(moment: &Moment) -> Result<HumanId, Refusal> {
    moment.by.human().ok_or(Refusal::NotYours)
}

impl ProposeEdition {
    pub(super) fn decide(self, office: &Office, moment: &Moment) -> Result<Vec<OfficeEvent>, Refusal> {
        let by = human(moment)?;
        if self.edition.hash != muster_vocab::Digest::of(self.text.as_bytes()) {
            return Err(Refusal::TextDiffers);
        }
        if office.published.iter().any(|known| known.id == self.edition.id) {
            return if office.published.contains(&self.edition) {
                Ok(vec![])
            } else {
                Err(Refusal::AlreadyOpen)
            };
        }
        if office.proposed.get(&self.edition.id).is_some_and(|(known, _)| *known == self.edition) {
            return Ok(vec![]);
        }
        Ok(vec![EditionProposed { edition: self.edition, text: self.text, by }.into()])
    }
}

impl PublishEdition {
    pub(super) fn decide(self, office: &Office, moment: &Moment) -> Result<Vec<OfficeEvent>, Refusal> {
        let by = human(moment)?;
        if office.published.contains(&self.edition) {
            return Ok(vec![]);
        }
        let (proposed, first) =
            office.proposed.get(&self.edition.id).ok_or(Refusal::Unknown { what: "edition" })?;
        if *proposed != self.edition {
            return Err(Refusal::Needs(Missing::Ground));
        }
        if *first == by {
            return Err(Refusal::SameHuman);
        }
        Ok(vec![EditionPublished { edition: self.edition, by }.into()])
    }
}

impl EditionProposed {
    pub(super) fn apply(&self, office: &mut Office, _: &Moment) {
        office.proposed.insert(self.edition.id.clone(), (self.edition.clone(), self.by));
    }
}

impl EditionPublished {
    pub(super) fn apply(&self, office: &mut Office, _: &Moment) {
        office.proposed.remove(&self.edition.id);
        office.published.push(self.edition.clone());
    }
}
