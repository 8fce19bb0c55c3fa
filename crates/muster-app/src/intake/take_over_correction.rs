//! A clerk looks at a correction and takes it over.

use crate::{App, Done, Failure};
use jiff::Timestamp;
use muster_case::{
    Permit, Refusal,
    intake::{Correction, Dossier, TakeOverCorrection},
};
use muster_store::keys::Holder;
use muster_vocab::{CaseId, PersonId};

impl App {
    /// Takes over the correction that was asked for at `asked_at`: the facts of the case are as it says.
    ///
    /// # Errors
    /// [`Failure::Refused`] if that correction does not wait any more, or the case has gone too far.
    pub fn take_over_correction(
        &self,
        permit: Permit<TakeOverCorrection>,
        case: CaseId,
        asked_at: Timestamp,
        at: Timestamp,
    ) -> Result<Done, Failure> {
        let known = self.load(case)?;
        let gone = || Failure::from(Refusal::Unknown { what: "correction" });
        let waits = known.correction.as_ref().filter(|waits| waits.asked_at == asked_at).ok_or_else(gone)?;
        let person = known.person.ok_or_else(gone)?;
        let dossier = self.open_correction(person, waits)?.ok_or_else(gone)?;
        self.carry_out(permit, case, TakeOverCorrection { asked_at, dossier }, at)
    }

    /// Opens what a correction says; nothing once the person is erased.
    pub(crate) fn open_correction(
        &self,
        person: PersonId,
        waits: &Correction,
    ) -> Result<Option<Dossier>, Failure> {
        let (journal, holder, sealed) = (&self.store.journal, Holder::from(person), &waits.dossier);
        let opened = (
            journal.open(holder, &sealed.identity)?,
            journal.open(holder, &sealed.contact)?,
            journal.open(holder, &sealed.background)?,
            journal.open(holder, &sealed.disclosures)?,
        );
        let (Some(identity), Some(contact), Some(background), Some(disclosures)) = opened else {
            return Ok(None);
        };
        Ok(Some(Dossier { identity, contact, background, disclosures }))
    }
}
