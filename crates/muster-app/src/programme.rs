//! The programme as data: embedded, or read from a folder.

use muster_policy::Policy;
use muster_vocab::{Country, Digest};
use serde::Deserialize;
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

/// A programme: what a legion, a relief corps or a fire brigade writes differently.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Programme {
    /// Its name in files.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The languages it answers in.
    pub languages: Vec<String>,
    /// The country that receives.
    pub receiving_country: Country,
    /// The edition of the legal notices in force.
    pub notice_edition: String,
    /// The edition of the terms in force.
    pub terms_edition: String,
    /// The edition of the kit list in force.
    pub kit_edition: String,
    /// The contract's text in force.
    pub contract_text: String,
    /// Purposes an applicant consents to.
    pub purposes: BTreeSet<String>,
    /// Checks that screening asks for.
    pub checks: BTreeSet<String>,
    /// Skills that stand in for experience while they are needed.
    pub needed_skills: BTreeSet<String>,
    /// Roles for which two people rate the interview.
    pub critical_roles: BTreeSet<String>,
    /// Where people cross.
    pub crossing_points: Vec<String>,
    /// How long each class of closed case is kept, in days.
    pub retention_days: BTreeMap<String, u32>,
    /// The question set of the interview.
    pub instrument: Instrument,
    /// The policy: facts, editions, texts.
    #[serde(skip)]
    policy: Option<Policy>,
    /// The policy's files: name and text.
    #[serde(skip)]
    policy_files: Vec<(String, String)>,
}

/// A question set.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// Its edition.
    pub edition: String,
    /// Its questions.
    pub questions: Vec<String>,
}

/// Why a programme cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ProgrammeError {
    /// A file cannot be read.
    #[error("{file} cannot be read: {why}")]
    File {
        /// The file.
        file: String,
        /// Why.
        why: String,
    },
    /// The programme's own file has a fault.
    #[error("programme.toml has a fault: {0}")]
    Programme(String),
    /// The policy has faults: each with file, line and column.
    #[error("the policy has {} fault(s):\n{}", .0.len(), .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Policy(Vec<muster_policy::Problem>),
}

macro_rules! embedded {
    ($($name:literal)+) => {
        &[$(($name, include_str!(concat!("../../../programmes/international-legion/policy/", $name)))),+]
    };
}

/// The founding programme's policy, inside the binary.
const FOUNDING_POLICY: &[(&str, &str)] = embedded! {
    "facts.toml" "v1.toml" "v2.toml" "v3.toml" "v1.examples.toml" "v2.examples.toml" "v3.examples.toml"
    "texts.en.toml" "texts.uk.toml" "published.toml"
};

const FOUNDING: &str = include_str!("../../../programmes/international-legion/programme.toml");

impl Programme {
    /// The founding programme, as it was when the program was built.
    ///
    /// # Errors
    /// [`ProgrammeError`] if its data has a fault; a test keeps it from having one.
    pub fn founding() -> Result<Self, ProgrammeError> {
        let files = FOUNDING_POLICY.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
        Self::assemble(FOUNDING, files.collect())
    }

    /// A programme from its folder: `programme.toml` and `policy/*.toml`.
    ///
    /// # Errors
    /// [`ProgrammeError`] naming the file and the fault.
    pub fn read(folder: &Path) -> Result<Self, ProgrammeError> {
        let file = folder.join("programme.toml");
        Self::assemble(&read(&file)?, policy_files(&folder.join("policy"))?)
    }

    fn assemble(text: &str, files: Vec<(String, String)>) -> Result<Self, ProgrammeError> {
        let mut programme: Self =
            toml::from_str(text).map_err(|error| ProgrammeError::Programme(error.to_string()))?;
        programme.policy = Some(Policy::read(&files).map_err(ProgrammeError::Policy)?);
        programme.policy_files = files;
        Ok(programme)
    }

    /// The policy.
    ///
    /// # Panics
    /// Never: a programme is made with its policy.
    #[must_use]
    pub const fn policy(&self) -> &Policy {
        self.policy.as_ref().expect("a programme is made with its policy")
    }

    /// The text of an edition, byte for byte.
    #[must_use]
    pub fn edition_text(&self, id: &str) -> Option<&str> {
        let file = format!("{id}.toml");
        self.policy_files.iter().find(|(name, _)| *name == file).map(|(_, text)| text.as_str())
    }

    /// Checks the programme's rules as a whole.
    #[must_use]
    pub fn check_policy(&self) -> muster_policy::CheckReport {
        muster_policy::check(&self.policy_files)
    }

    /// The hash of the contract's text.
    #[must_use]
    pub fn contract(&self) -> Digest {
        Digest::of(self.contract_text.as_bytes())
    }
}

/// The policy files of a folder: every `*.toml`, by name.
///
/// # Errors
/// [`ProgrammeError::File`] if the folder or a file cannot be read.
pub(crate) fn policy_files(folder: &Path) -> Result<Vec<(String, String)>, ProgrammeError> {
    let unreadable = |error: std::io::Error| ProgrammeError::File {
        file: folder.display().to_string(),
        why: error.to_string(),
    };
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_some_and(|extension| extension == "toml")
            && let Some(name) = path.file_name().and_then(|name| name.to_str())
        {
            files.push((name.to_owned(), read(&path)?));
        }
    }
    files.sort();
    Ok(files)
}

fn read(path: &Path) -> Result<String, ProgrammeError> {
    std::fs::read_to_string(path)
        .map_err(|error| ProgrammeError::File { file: path.display().to_string(), why: error.to_string() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_founding_programme_is_whole() {
        let programme = Programme::founding().unwrap();
        assert_eq!(programme.policy().editions().len(), 3);
        assert!(programme.edition_text("v2").is_some());
    }
}
