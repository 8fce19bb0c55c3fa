//! What the portal of a programme says and asks: missions, notices, questions, messages.

use super::{CountryNotice, Mission, Missions, Notices, Question, Questions, Task, check};
use muster_vocab::{Country, MissionCode};
use serde::de::DeserializeOwned;
use std::fmt;

/// What the portal of a programme says and asks. A programme without a portal has an empty one.
#[derive(Debug, Clone, Default)]
pub struct Portal {
    /// The missions people apply at.
    pub missions: Vec<Mission>,
    /// Legal notices and risks.
    pub notices: Notices,
    /// What is asked.
    pub questions: Questions,
    /// The sentences, in Fluent: language, file, text.
    pub messages: Vec<(String, String, String)>,
}

/// Something wrong in the portal's files.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PortalFault {
    /// The file, below the programme's folder.
    pub file: String,
    /// What is wrong.
    pub why: String,
}

impl PortalFault {
    /// A fault of a file.
    pub(super) fn new(file: impl Into<String>, why: impl Into<String>) -> Self {
        Self { file: file.into(), why: why.into() }
    }
}

impl fmt::Display for PortalFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "portal/{}: {}", self.file, self.why)
    }
}

impl Portal {
    /// Reads the files of a portal, by their path below its folder. No files at all are an empty portal.
    ///
    /// # Errors
    /// Every file that cannot be read.
    pub(super) fn read(files: &[(String, String)]) -> Result<Self, Vec<PortalFault>> {
        let mut portal = Self::default();
        let mut faults = Vec::new();
        let mut missing = vec!["missions.toml", "questions.toml", "notices/general.toml"];
        for (file, text) in files {
            missing.retain(|wanted| wanted != file);
            if let Err(fault) = portal.take(file, text) {
                faults.push(fault);
            }
        }
        if !files.is_empty() {
            faults.extend(missing.iter().map(|file| PortalFault::new(*file, "is missing")));
        }
        if faults.is_empty() { Ok(portal) } else { Err(faults) }
    }

    fn take(&mut self, file: &str, text: &str) -> Result<(), PortalFault> {
        match file.split_once('/') {
            None if file == "missions.toml" => self.missions = parse::<Missions>(file, text)?.missions,
            None if file == "questions.toml" => self.questions = parse(file, text)?,
            Some(("notices", "general.toml")) => self.notices.general = parse(file, text)?,
            Some(("notices", name)) if has_ending(name, "toml") => {
                let notice: super::Notice = parse(file, text)?;
                if name != format!("{}.toml", notice.country) {
                    let country = notice.country;
                    return Err(PortalFault::new(
                        file,
                        format!("speaks of {country}: name it {country}.toml"),
                    ));
                }
                self.notices.countries.insert(notice.country, notice);
            }
            Some((language, name)) if has_ending(name, "ftl") => {
                self.messages.push((language.to_owned(), name.to_owned(), text.to_owned()));
            }
            _ => return Err(PortalFault::new(file, "is no file of a portal")),
        }
        Ok(())
    }

    /// Whether the programme has no portal.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.missions.is_empty() && self.questions.questions.is_empty() && self.messages.is_empty()
    }

    /// A mission by its code.
    #[must_use]
    pub fn mission(&self, code: &MissionCode) -> Option<&Mission> {
        self.missions.iter().find(|mission| mission.code == *code)
    }

    /// A question by its word.
    #[must_use]
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.questions.iter().find(|question| question.id == id)
    }

    /// The tasks of an application, in order.
    #[must_use]
    pub fn tasks(&self) -> &[Task] {
        &self.questions.tasks
    }

    /// The questions of a task, in order.
    pub fn questions_of<'a>(&'a self, task: &'a Task) -> impl Iterator<Item = &'a Question> {
        task.questions.iter().filter_map(|id| self.question(id))
    }

    /// The questions of the pre-check, in order.
    pub fn pre_check(&self) -> impl Iterator<Item = &Question> {
        self.questions.pre_check.iter().filter_map(|id| self.question(id))
    }

    /// What somebody is told: for every nationality held and for the residence, each country once, in that order.
    #[must_use]
    pub fn notices_for(&self, nationalities: &[Country], residence: Country) -> Vec<CountryNotice<'_>> {
        let mut told: Vec<CountryNotice<'_>> = Vec::new();
        for country in nationalities.iter().copied().chain([residence]) {
            if told.iter().all(|before| before.country != country) {
                told.push(CountryNotice { country, notice: self.notices.countries.get(&country) });
            }
        }
        told
    }

    /// The edition of the notices in force, bound to their content: a changed text is another edition.
    #[must_use]
    pub fn notice_edition(&self) -> &str {
        &self.notices.edition
    }

    /// Everything wrong with what the files say together.
    pub(super) fn check(&self, needs: &check::Needs<'_>) -> Vec<PortalFault> {
        check::portal(self, needs)
    }
}

fn has_ending(name: &str, ending: &str) -> bool {
    !name.contains('/') && name.rsplit_once('.').is_some_and(|(_, found)| found == ending)
}

fn parse<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, PortalFault> {
    toml::from_str(text).map_err(|error| {
        let line = error.span().map(|span| text[..span.start.min(text.len())].matches('\n').count() + 1);
        let place = line.map_or_else(String::new, |line| format!("line {line}: "));
        PortalFault::new(file, format!("{place}{}", error.message()))
    })
}
