//! Putting an edition in force: one proposes, another publishes.

use crate::{App, Failure};
use jiff::Timestamp;
use muster_case::{
    Permit,
    eligibility::EditionRef,
    office::{ProposeEdition, PublishEdition},
};
use muster_policy::Edition;

impl App {
    /// Proposes an edition of the programme's folder.
    ///
    /// # Errors
    /// [`Failure::Input`] if the programme has no such edition; else as [`App::carry_out`].
    pub fn propose_edition(
        &self,
        permit: Permit<ProposeEdition>,
        id: &str,
        at: Timestamp,
    ) -> Result<EditionRef, Failure> {
        let missing =
            || Failure::Input(format!("the programme has no edition `{id}`; see `muster policy check`"));
        let found = self.programme.policy().edition(id).ok_or_else(missing)?;
        let edition = EditionRef { id: found.id().to_owned(), hash: found.hash() };
        let text = self.programme.edition_text(id).ok_or_else(missing)?.to_owned();
        self.carry_out_office(permit, ProposeEdition { edition: edition.clone(), text }, at)?;
        Ok(edition)
    }

    /// Publishes a proposed edition: in force from now on.
    ///
    /// # Errors
    /// As [`App::carry_out`]; [`muster_case::Refusal::SameHuman`] if one human does both.
    pub fn publish_edition(
        &self,
        permit: Permit<PublishEdition>,
        edition: EditionRef,
        at: Timestamp,
    ) -> Result<(), Failure> {
        self.carry_out_office(permit, PublishEdition { edition }, at).map(|_| ())
    }

    /// The edition in force: the last one published in the log. Its bytes are those that were published.
    ///
    /// # Errors
    /// [`Failure::Input`] if none is published yet, or the programme's folder does not hold those bytes.
    pub fn edition_in_force(&self) -> Result<&Edition, Failure> {
        let published = self.store.views.editions()?;
        let last = published.last().ok_or_else(|| {
            Failure::Input("no policy edition is published yet; run `muster policy publish`".into())
        })?;
        self.programme
            .policy()
            .edition(&last.edition)
            .filter(|edition| edition.hash().to_string() == last.hash)
            .ok_or_else(|| {
                Failure::Input(format!(
                    "edition {} in the programme's folder is not the one that was published; restore its file",
                    last.edition
                ))
            })
    }
}
