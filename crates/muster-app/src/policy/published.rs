//! Editions by name: published ones as the log holds them, others from the programme's folder.

use crate::{App, Failure, Programme};
use muster_case::{OfficeEvent, office::OFFICE_STREAM};
use muster_policy::{Edition, Problem};
use muster_vocab::Digest;

/// An edition with where its bytes came from.
pub struct EditionText {
    /// The edition.
    pub edition: Edition,
    /// Whether its bytes are those that were published in the log.
    pub published: bool,
}

impl App {
    /// The edition of that name. If it was published, exactly the bytes that were published are read, whatever the
    /// programme's folder holds by now; else the folder's.
    ///
    /// # Errors
    /// [`Failure::Input`] if there is none of that name, or it has faults.
    pub fn edition(&self, id: &str) -> Result<EditionText, Failure> {
        let in_force = self.store.views.editions()?.into_iter().rfind(|row| row.edition == id);
        if let Some(row) = in_force {
            let text = self.published_text(id, &row.hash)?;
            return Ok(EditionText {
                edition: self.programme.read_edition(&format!("{id}.toml"), &text)?,
                published: true,
            });
        }
        let edition = self.programme.policy().edition(id).ok_or_else(|| {
            let known: Vec<&str> = self.programme.policy().editions().iter().map(Edition::id).collect();
            Failure::Input(format!("there is no edition `{id}`; there are {}", known.join(", ")))
        })?;
        Ok(EditionText { edition: edition.clone(), published: false })
    }

    /// The edition that is in force as the log has it: the one published last.
    ///
    /// # Errors
    /// [`Failure::Input`] if none is published yet.
    pub fn published_last(&self) -> Result<EditionText, Failure> {
        let last = self.store.views.editions()?.pop().ok_or_else(|| {
            Failure::Input(
                "no edition is published yet; `muster policy publish EDITION` publishes one".into(),
            )
        })?;
        self.edition(&last.edition)
    }

    fn published_text(&self, id: &str, hash: &str) -> Result<String, Failure> {
        let history = self.store.journal.history::<OfficeEvent>(OFFICE_STREAM)?;
        let text = history.into_iter().rev().find_map(|recorded| match recorded.event {
            OfficeEvent::EditionProposed(proposed)
                if proposed.edition.id == id
                    && proposed.edition.hash.to_string() == hash
                    && Digest::of(proposed.text.as_bytes()) == proposed.edition.hash =>
            {
                Some(proposed.text)
            }
            _ => None,
        });
        text.ok_or_else(|| {
            Failure::Input(format!("the log does not hold the text of edition {id}; run `muster log verify`"))
        })
    }
}

impl Programme {
    /// Reads the text of an edition against the programme's facts; `name` is what its file is called in complaints.
    ///
    /// # Errors
    /// [`Failure::Input`] with every fault by file, line and column.
    pub fn read_edition(&self, name: &str, text: &str) -> Result<Edition, Failure> {
        Edition::read(self.policy().schema(), name, text).map_err(|problems| {
            Failure::Input(problems.iter().map(Problem::to_string).collect::<Vec<_>>().join("\n"))
        })
    }
}
