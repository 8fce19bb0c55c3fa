//! The programme as data: embedded, or read from a folder.

mod check;
mod check_questions;
mod desk;
mod embedded;
mod folder;
mod instrument;
mod messages;
mod missions;
mod notices;
mod portal;
mod priority;
mod questions;
mod requests;
mod words;

pub use desk::{BulkMeasures, HitReason, Town};
pub(crate) use folder::policy_files;
pub use instrument::{Anchored, Instrument, Probe};
pub use missions::{Mission, Missions, Official, OfficialKind};
pub use notices::{
    Comprehension, ComprehensionText, Confidence, CountryNotice, General, GeneralText, Notice, NoticeText,
    Notices, Risk, Source,
};
pub use portal::{Portal, PortalFault};
pub use priority::{Needed, Priority};
pub use questions::{DONT_KNOW, Field, Kind, OnlyIf, Question, Questions, Repeat, Task};
pub use requests::{ReadyText, Requests};
pub use words::Words;

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
    /// The edition of the legal notices in force: the name in the file, with a hash of the portal's notices once it is
    /// read, so that a changed text counts as changed.
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
    /// Towns by whose clocks applicants go.
    #[serde(default)]
    pub towns: Vec<Town>,
    /// The question set of the interview.
    #[serde(skip)]
    pub instrument: Instrument,
    /// Reasons to rule on hits by.
    #[serde(default)]
    pub hit_reasons: Vec<HitReason>,
    /// The measures of bulk acts.
    #[serde(default)]
    pub bulk: BulkMeasures,
    /// What its portal says and asks.
    #[serde(skip)]
    pub portal: Portal,
    /// In which order its desk serves what waits.
    #[serde(skip)]
    pub priority: Priority,
    /// What applicants are often asked for.
    #[serde(skip)]
    pub requests: Requests,
    /// The policy: facts, editions, texts.
    #[serde(skip)]
    policy: Option<Policy>,
    /// The policy's files: name and text.
    #[serde(skip)]
    policy_files: Vec<(String, String)>,
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
    /// The portal has faults: each with its file.
    #[error("the portal has {} fault(s):\n{}", .0.len(), .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Portal(Vec<PortalFault>),
}

impl Programme {
    /// The founding programme, as it was when the program was built.
    ///
    /// # Errors
    /// [`ProgrammeError`] if its data has a fault; a test keeps it from having one.
    pub fn founding() -> Result<Self, ProgrammeError> {
        Self::assemble(
            embedded::PROGRAMME,
            owned(embedded::POLICY),
            &owned(embedded::PORTAL),
            Some(embedded::QUEUE),
            Some(embedded::INTERVIEW),
            Some(embedded::REQUESTS),
        )
    }

    /// A programme from its folder: `programme.toml`, `policy/*.toml`, and what is in `portal/` and `desk/`, if they are
    /// there.
    ///
    /// # Errors
    /// [`ProgrammeError`] naming the file and the fault, of the portal all faults at once.
    pub fn read(folder: &Path) -> Result<Self, ProgrammeError> {
        let text = folder::text(&folder.join("programme.toml"))?;
        let perhaps = |file: &str| {
            let file = folder.join(file);
            if file.is_file() { folder::text(&file).map(Some) } else { Ok(None) }
        };
        let (queue, interview) = (perhaps("desk/queue.toml")?, perhaps("desk/interview.toml")?);
        let requests = perhaps("desk/requests.toml")?;
        Self::assemble(
            &text,
            policy_files(&folder.join("policy"))?,
            &folder::portal_files(&folder.join("portal"))?,
            queue.as_deref(),
            interview.as_deref(),
            requests.as_deref(),
        )
    }

    fn assemble(
        text: &str,
        policy: Vec<(String, String)>,
        portal: &[(String, String)],
        queue: Option<&str>,
        interview: Option<&str>,
        requests: Option<&str>,
    ) -> Result<Self, ProgrammeError> {
        let mut programme: Self =
            toml::from_str(text).map_err(|error| ProgrammeError::Programme(error.to_string()))?;
        let faults = desk::faults_of_towns(&programme.towns, &programme.languages);
        if !faults.is_empty() {
            return Err(ProgrammeError::Programme(faults.join("; ")));
        }
        programme.policy = Some(Policy::read(&policy).map_err(ProgrammeError::Policy)?);
        programme.policy_files = policy;
        if let Some(text) = queue {
            programme.priority = Priority::read(text, &programme.languages)?;
        }
        if let Some(text) = interview {
            programme.instrument = Instrument::read(text, &programme.languages)?;
        }
        if let Some(text) = requests {
            programme.requests = Requests::read(text, &programme.languages)?;
        }
        programme.portal = Portal::read(portal).map_err(ProgrammeError::Portal)?;
        let faults = programme.check_portal();
        if !faults.is_empty() {
            return Err(ProgrammeError::Portal(faults));
        }
        if !programme.portal.is_empty() {
            programme.portal.notices.bind(&programme.notice_edition);
            programme.portal.notice_edition().clone_into(&mut programme.notice_edition);
        }
        Ok(programme)
    }

    /// What its portal says and asks.
    #[must_use]
    pub const fn portal(&self) -> &Portal {
        &self.portal
    }

    /// Checks what the portal's files say together: questions, messages, notices and missions. Every fault at once.
    #[must_use]
    pub fn check_portal(&self) -> Vec<PortalFault> {
        self.portal.check(&check::Needs {
            languages: &self.languages,
            purposes: &self.purposes,
            needed_skills: &self.needed_skills,
        })
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

fn owned(files: &[(&str, &str)]) -> Vec<(String, String)> {
    files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

#[cfg(test)]
mod tests;
