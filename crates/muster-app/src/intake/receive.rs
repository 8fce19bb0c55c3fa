//! A whole application arrives: by the form, or typed by a clerk.

use crate::{Act, App, Failure, Pending};
use jiff::Timestamp;
use muster_case::{
    Case, Event, Permit, Posture,
    identity::{Basis, SuspectDuplicate},
    intake::{
        AcknowledgeNotice, Channel, Contact, Dossier, GiveConsent, Identity, NoticeCountries, OpenDraft,
        RepeatSubmission, Submit,
    },
};
use muster_store::{
    journal::{Loaded, exact_values},
    keys::Holder,
};
use muster_vocab::{Actor, CaseId, CommandId, Country, Dice, MissionCode, PersonId, Worker};
use std::collections::BTreeSet;

/// A whole application as it arrives.
#[derive(Debug, Clone)]
pub struct Inquiry {
    /// The mission it reaches.
    pub mission: MissionCode,
    /// How it came.
    pub channel: Channel,
    /// What it says.
    pub dossier: Dossier,
    /// The clerk who types; nobody for the portal.
    pub typed_by: Option<Actor>,
    /// The notice was read and understood for these countries; all of them on the portal.
    pub acknowledged: BTreeSet<Country>,
    /// The sender's name for this sending, so that sending twice does it once.
    pub command: Option<CommandId>,
}

/// What an inquiry turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arrival {
    /// A new case, perhaps suspected of being somebody's second.
    New {
        /// Cases that share something exact, and what.
        shares: Vec<(CaseId, Vec<Basis>)>,
        /// Somebody with the same document or address was erased before.
        seen_before: bool,
    },
    /// The same mail address has an active case at this mission: one more submission of that case.
    Repeated,
}

/// An inquiry taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// Its case.
    pub case: CaseId,
    /// The person of the case.
    pub person: PersonId,
    /// What it turned out to be.
    pub arrival: Arrival,
}

/// An inquiry on its way to disk.
#[must_use = "nothing is acknowledged before `wait`"]
pub struct Sent {
    received: Received,
    known: Loaded<Case>,
    pending: Pending,
}

impl Sent {
    /// What it turned out to be, and the case as it will be once it is on disk.
    #[must_use]
    pub const fn begun(&self) -> (&Received, &Loaded<Case>) {
        (&self.received, &self.known)
    }

    /// Waits until the inquiry is on disk: only then may the sender be told so.
    ///
    /// # Errors
    /// As [`Pending::wait`].
    pub fn wait(self) -> Result<Received, Failure> {
        self.pending.wait()?;
        Ok(self.received)
    }
}

impl Sent {
    /// As [`Sent::wait`], and says whether anything changed: a command that was carried out before changes nothing.
    pub(super) fn wait_for_change(self) -> Result<(Received, bool), Failure> {
        let done = self.pending.wait()?;
        Ok((self.received, done.changed))
    }
}

impl App {
    /// Takes in an inquiry and waits until it is on disk.
    ///
    /// # Errors
    /// [`Failure::Refused`] with what is missing; nothing is kept then.
    pub fn receive(
        &self,
        inquiry: Inquiry,
        dice: &mut impl Dice,
        at: Timestamp,
    ) -> Result<Received, Failure> {
        self.send(inquiry, dice, at)?.wait()
    }

    /// Takes in an inquiry and hands it to the writer. Exact look-ups see what is on disk: two inquiries of one person
    /// sent in one breath are both new, and found later.
    ///
    /// # Errors
    /// As [`App::receive`].
    pub fn send(&self, inquiry: Inquiry, dice: &mut impl Dice, at: Timestamp) -> Result<Sent, Failure> {
        let (case, person): (CaseId, PersonId) = (dice.id(), dice.id());
        let shares = self.shares(&inquiry.dossier)?;
        for (other, basis) in &shares {
            if basis.contains(&Basis::Email)
                && let Some(sent) = self.repeat(*other, &inquiry, at)?
            {
                return Ok(sent);
            }
        }
        let seen_before = self.seen_before(&inquiry.dossier.identity, &inquiry.dossier.contact)?;
        let acts = self.acts(&inquiry, person, &shares)?;
        // A new case has no events yet; if this inquiry was taken in before, the store knows.
        let new = Loaded { state: Case::default(), version: 0 };
        let (pending, known) = self.begin_once_on(case, &new, acts, at, inquiry.command)?;
        let received = Received { case, person, arrival: Arrival::New { shares, seen_before } };
        Ok(Sent { received, known, pending })
    }

    /// One more submission, if `other` is an active case of the same mission.
    fn repeat(&self, other: CaseId, inquiry: &Inquiry, at: Timestamp) -> Result<Option<Sent>, Failure> {
        let loaded = self.store.journal.load::<Event>(other.into())?;
        let known = &loaded.state;
        let Some(person) = known.person else { return Ok(None) };
        if !known.is_active() || known.mission.as_ref() != Some(&inquiry.mission) {
            return Ok(None);
        }
        let by = inquiry.typed_by.unwrap_or(Actor::Applicant { person });
        let repeat = RepeatSubmission { channel: inquiry.channel, dossier: inquiry.dossier.clone() };
        let acts = vec![Act::new(Permit::ask(by)?, repeat)];
        let (pending, known) = self.begin_once_on(other, &loaded, acts, at, inquiry.command)?;
        let received = Received { case: other, person, arrival: Arrival::Repeated };
        Ok(Some(Sent { received, known, pending }))
    }

    fn acts(
        &self,
        inquiry: &Inquiry,
        person: PersonId,
        shares: &[(CaseId, Vec<Basis>)],
    ) -> Result<Vec<Act>, Failure> {
        let by = inquiry.typed_by.unwrap_or(Actor::Applicant { person });
        let open = self.opening(&inquiry.mission, inquiry.channel, person)?;
        let mut acts = vec![Act::new(Permit::ask(by)?, open)];
        if !inquiry.acknowledged.is_empty() {
            let notice = AcknowledgeNotice {
                edition: self.programme.notice_edition.clone(),
                countries: NoticeCountries(inquiry.acknowledged.clone()).into(),
                understood: true,
            };
            let edition = self.programme.terms_edition.clone();
            let consent = GiveConsent { edition, purposes: self.programme.purposes.clone() };
            let submit =
                Submit { dossier: inquiry.dossier.clone(), acknowledged: inquiry.acknowledged.clone() };
            acts.push(Act::new(Permit::ask(by)?, notice));
            acts.push(Act::new(Permit::ask(by)?, consent));
            acts.push(Act::new(Permit::ask(by)?, submit));
        }
        let linkage = Permit::<SuspectDuplicate>::ask(Actor::System { worker: Worker::Linkage })?;
        for (other, basis) in shares {
            acts.push(Act::new(
                linkage,
                SuspectDuplicate { other: *other, basis: basis.clone(), likened: None },
            ));
        }
        Ok(acts)
    }

    /// How a case is opened at `code` as the mission stands now.
    pub(crate) fn opening(
        &self,
        code: &MissionCode,
        channel: Channel,
        person: PersonId,
    ) -> Result<OpenDraft, Failure> {
        let missions = self.store.views.missions()?;
        let mission = missions.iter().find(|known| known.mission == *code);
        Ok(OpenDraft {
            person,
            mission: code.clone(),
            channel,
            notice_shown: self.programme.notice_edition.clone(),
            posture: mission.map_or(Posture::Suspended, |mission| mission.posture),
            intake_paused: mission.is_none_or(|mission| mission.paused),
            active_elsewhere: None,
        })
    }

    /// Cases that share an exact value with a dossier, by keyed hash. A telephone alone says nothing: a household may share
    /// one, and whether two people do is for the engine to compare (capability G2).
    pub(crate) fn shares(&self, dossier: &Dossier) -> Result<Vec<(CaseId, Vec<Basis>)>, Failure> {
        let mut shares: Vec<(CaseId, Vec<Basis>)> = Vec::new();
        for (kind, value) in exact_values(&dossier.identity, &dossier.contact) {
            let basis = match kind {
                "email" => Basis::Email,
                "phone" => Basis::Phone,
                _ => Basis::Document,
            };
            let token = self.store.journal.lookup().token(kind, &value);
            for case in self.store.views.cases_with(kind, token)? {
                match shares.iter_mut().find(|(known, _)| *known == case) {
                    Some((_, all)) => all.push(basis),
                    None => shares.push((case, vec![basis])),
                }
            }
        }
        shares.retain(|(_, basis)| basis.iter().any(|basis| *basis != Basis::Phone));
        Ok(shares)
    }

    /// Whether somebody with the same exact values was erased before. Only that is known, and nothing more.
    pub(crate) fn seen_before(&self, identity: &Identity, contact: &Contact) -> Result<bool, Failure> {
        for token in self.suppression_tokens(identity, contact) {
            if self.store.views.is_suppressed(&token)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The tokens that recognise a person after erasure, in hexadecimal.
    pub(crate) fn suppression_tokens(&self, identity: &Identity, contact: &Contact) -> Vec<String> {
        self.tokens_that_stay(exact_values(identity, contact))
    }

    /// The tokens of exact values that outlive an erasure, in hexadecimal.
    pub(crate) fn tokens_that_stay(&self, values: Vec<(&'static str, String)>) -> Vec<String> {
        let lookup = self.store.journal.lookup();
        let tokens = values
            .into_iter()
            // A telephone may be a household's: it recognises nobody.
            .filter(|(kind, _)| *kind != "phone")
            .map(|(kind, value)| lookup.suppression(kind, &value));
        tokens.map(|token| format!("{:032x}", u128::from_be_bytes(token))).collect()
    }

    /// Makes the keys of people who are about to be taken in, with few commits.
    ///
    /// # Errors
    /// If the key database fails.
    pub fn make_keys(&self, people: &[PersonId]) -> Result<(), Failure> {
        let holders: Vec<Holder> = people.iter().copied().map(Holder::from).collect();
        self.store.journal.keys().make_all(&holders).map_err(|error| Failure::Store(error.into()))
    }
}
