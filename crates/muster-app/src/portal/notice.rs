//! Notice and consent of an open case: asked again when the text or the countries changed (capability B3).

use super::Visit;
use crate::{App, Failure, intake::answers::countries};
use jiff::Timestamp;
use muster_case::{
    Case, Permit, Stage,
    intake::{AcknowledgeNotice, GiveConsent, NoticeCountries},
};
use muster_vocab::Country;
use std::collections::BTreeSet;

/// A notice that is to be read again. `Debug` shows no country.
#[derive(Clone, PartialEq, Eq)]
pub struct NoticeDue {
    /// Every country concerned: each nationality held, and the residence.
    pub concerned: BTreeSet<Country>,
    /// Those of them that were never acknowledged.
    pub missing: BTreeSet<Country>,
    /// Whether the text changed since.
    pub changed: bool,
}

impl std::fmt::Debug for NoticeDue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NoticeDue").field("changed", &self.changed).finish_non_exhaustive()
    }
}

impl App {
    /// Records that the notice in force was read and understood for these countries.
    ///
    /// # Errors
    /// [`Failure::Refused`] if the case is closed.
    pub fn acknowledge(
        &self,
        visit: Visit,
        countries: BTreeSet<Country>,
        at: Timestamp,
    ) -> Result<(), Failure> {
        let case = self.own_case(visit)?;
        let mut all = countries;
        let same = case.notice.as_ref().is_some_and(|known| known.edition == self.programme.notice_edition);
        if same && let Some(known) = self.acknowledged(visit, &case)? {
            if all.is_subset(&known) {
                return Ok(());
            }
            all.extend(known);
        }
        self.carry_out(Permit::ask(visit.actor())?, visit.case, self.reading(all), at)?;
        Ok(())
    }

    /// Records consent to these purposes under the terms in force.
    ///
    /// # Errors
    /// As [`App::acknowledge`].
    pub fn consent(&self, visit: Visit, purposes: BTreeSet<String>, at: Timestamp) -> Result<(), Failure> {
        let consent = GiveConsent { edition: self.programme.terms_edition.clone(), purposes };
        self.carry_out(Permit::ask(visit.actor())?, visit.case, consent, at)?;
        Ok(())
    }

    /// Whether the notice is to be read again: its edition changed, or a country is new.
    ///
    /// # Errors
    /// If the store fails.
    pub fn notice_due(&self, visit: Visit) -> Result<Option<NoticeDue>, Failure> {
        let case = self.own_case(visit)?;
        if !case.is_active() {
            return Ok(None);
        }
        let concerned = self.concerned(visit, &case)?;
        let known = self.acknowledged(visit, &case)?.unwrap_or_default();
        let changed = case.notice.as_ref().is_none_or(|known| known.edition != self.programme.notice_edition);
        let missing: BTreeSet<Country> = concerned.difference(&known).copied().collect();
        Ok((changed || !missing.is_empty()).then_some(NoticeDue { concerned, missing, changed }))
    }

    /// The notice in force, read and understood for these countries.
    pub(crate) fn reading(&self, countries: BTreeSet<Country>) -> AcknowledgeNotice {
        let edition = self.programme.notice_edition.clone();
        AcknowledgeNotice { edition, countries: NoticeCountries(countries).into(), understood: true }
    }

    /// The countries whose notice was acknowledged last; nothing if none was.
    pub(crate) fn acknowledged(
        &self,
        visit: Visit,
        case: &Case,
    ) -> Result<Option<BTreeSet<Country>>, Failure> {
        let Some(notice) = &case.notice else { return Ok(None) };
        let countries = self.store.journal.open(visit.person.into(), &notice.countries)?;
        Ok(countries.map(|countries| countries.0))
    }

    /// Every nationality held and the residence: as typed in a draft, as sent later.
    fn concerned(&self, visit: Visit, case: &Case) -> Result<BTreeSet<Country>, Failure> {
        let (journal, holder) = (&self.store.journal, visit.person.into());
        if case.stage != Some(Stage::Draft) {
            let Some(dossier) = &case.dossier else { return Ok(BTreeSet::new()) };
            let identity = journal.open(holder, &dossier.identity)?;
            let told = identity.into_iter();
            return Ok(told
                .flat_map(|told| told.nationalities.into_iter().chain([told.residence]))
                .collect());
        }
        let Some(draft) = &case.draft else { return Ok(BTreeSet::new()) };
        let answers = journal.open(holder, draft)?.unwrap_or_default();
        Ok(countries(&answers).into_iter().collect())
    }
}
