//! Parts of commands: right ones with a probability, else wrong ones.

use super::World;
use muster_case::{Hold, Posture, intake, screening::Ruling};
use muster_vocab::{
    CaseId, Dice as _, Digest, HitId, PartialDate, PersonName, PersonalText, ProposalId, ReasonCode,
};

/// A dossier of somebody born on a date.
pub(crate) fn dossier(born: PartialDate) -> intake::Dossier {
    intake::Dossier {
        identity: intake::Identity {
            name: PersonName::new("John", "Doe").unwrap(),
            name_original: None,
            born,
            sex: None,
            nationalities: vec!["US".parse().unwrap()],
            residence: "CA".parse().unwrap(),
            document: None,
        },
        contact: intake::Contact { email: Some("john@example.org".parse().unwrap()), phone: None },
        background: intake::Background {
            experience: intake::Experience::Combat,
            service_years: 4,
            trade: Some("infantry".into()),
            skills: vec![],
            languages: vec!["en".parse().unwrap()],
            serving: intake::Serving::No,
            wants_non_combat: false,
            ties: false,
            service: vec![],
            own: std::collections::BTreeMap::new(),
        },
        disclosures: intake::Disclosures::default(),
    }
}

impl World {
    /// Words, or none.
    pub(super) fn text(&mut self, right: f64) -> PersonalText {
        let wrong = *self.dice.pick(&["", "  \n"]);
        PersonalText(if self.ok(right) { "because it is so" } else { wrong }.into())
    }

    /// True for certain if `right` is 1.
    pub(super) fn ok(&mut self, right: f64) -> bool {
        self.dice.chance(right)
    }

    pub(super) fn dossier(&mut self, right: f64) -> intake::Dossier {
        let born = *self.dice.weighted(&[("1990-05-05", 0.9), ("2006-01-01", 0.06), ("2004", 0.04)]);
        let mut dossier = dossier(born.parse().unwrap());
        if !self.ok(right) {
            dossier.identity.nationalities.clear();
        }
        if !self.ok(right) {
            dossier.contact.email = None;
        }
        dossier
    }

    pub(super) fn posture(&mut self, right: f64) -> Posture {
        let wrong = *self.dice.pick(&[Posture::InformationOnly, Posture::Suspended]);
        if self.ok(right) { Posture::Open } else { wrong }
    }

    pub(super) fn hold(&mut self, entry: usize) -> Hold {
        let held: Vec<_> = self.entries[entry].case.holds.iter().copied().collect();
        if held.is_empty() || self.dice.chance(0.1) {
            *self.dice.pick(&Hold::ALL)
        } else {
            *self.dice.pick(&held)
        }
    }

    pub(super) fn codes(&mut self, right: f64, likely: &[ReasonCode]) -> Vec<ReasonCode> {
        if !self.ok(right) {
            return vec![];
        }
        if self.dice.chance(0.9) { likely.to_vec() } else { vec![*self.dice.pick(ReasonCode::ALL)] }
    }

    /// An open hit mostly, any hit sometimes, none of the case rarely.
    pub(super) fn some_hit(&mut self, entry: usize, right: f64) -> HitId {
        let case = &self.entries[entry].case;
        let (open, all): (Vec<_>, Vec<_>) = (case.open_hits().collect(), case.hits.keys().copied().collect());
        let from = if open.is_empty() || self.dice.chance(0.1) { all } else { open };
        if from.is_empty() || !self.ok(right) { self.dice.id() } else { *self.dice.pick(&from) }
    }

    pub(super) fn ruling(&mut self, right: f64) -> Ruling {
        let fit = *self.dice.pick(&[Ruling::FalseMatch, Ruling::InconclusiveWithCondition]);
        if self.ok(right) { fit } else { Ruling::TrueMatch }
    }

    pub(super) fn other_case(&mut self, entry: usize) -> CaseId {
        let own = self.entries[entry].id;
        let others: Vec<_> = self.entries.iter().map(|it| it.id).filter(|id| *id != own).collect();
        if others.is_empty() { self.dice.id() } else { *self.dice.pick(&others) }
    }

    pub(super) fn suspect(&mut self, entry: usize, right: f64) -> CaseId {
        let suspects: Vec<_> = self.entries[entry].case.duplicates.iter().copied().collect();
        if suspects.is_empty() || !self.ok(right) { self.dice.id() } else { *self.dice.pick(&suspects) }
    }

    pub(super) fn proposal(&mut self, entry: usize, right: f64) -> ProposalId {
        let open = self.entries[entry].case.proposal.as_ref().map(|proposal| proposal.id);
        open.filter(|_| self.ok(right)).unwrap_or_else(|| self.dice.id())
    }

    pub(super) fn contract_text(&mut self, right: f64) -> Digest {
        Digest::of(if self.ok(right) && self.dice.chance(0.8) { b"contract v1" } else { b"contract v2" })
    }
}
