//! In which order what waits is served: roles that are needed, how well they are shown, and a share for the oldest.

use super::ProgrammeError;
use muster_case::intake::Background;
use muster_vocab::Provenance;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// The file, below the programme's folder.
const FILE: &str = "desk/queue.toml";

/// The order of service. A programme without one serves the oldest first.
///
/// It reads trade, skills and experience, and nothing else of a person: a file that asks for more cannot be read.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Priority {
    /// The share of all serves that goes to whoever has waited longest.
    pub oldest_share: f64,
    /// The facts that show whether somebody is what is needed.
    #[serde(default)]
    pub evidence_facts: BTreeSet<String>,
    /// What each provenance weighs, by its word.
    #[serde(default)]
    pub evidence_weight: BTreeMap<String, u8>,
    /// The roles, the most needed first.
    #[serde(default)]
    pub needed: Vec<Needed>,
}

/// A role that is needed.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Needed {
    /// Its word.
    pub role: String,
    /// How many the units ask for.
    pub number: u32,
    /// What it weighs against the others.
    pub weight: u8,
    /// Trades that fit.
    #[serde(default)]
    pub trades: BTreeSet<String>,
    /// Skills that fit.
    #[serde(default)]
    pub skills: BTreeSet<String>,
    /// The experience it takes, any of these; none named takes any.
    #[serde(default)]
    pub experience: BTreeSet<String>,
    /// What it is called, by language.
    pub name: BTreeMap<String, String>,
}

impl Needed {
    fn fits(&self, background: &Background) -> bool {
        let trade = background.trade.as_ref().is_some_and(|trade| self.trades.contains(trade));
        let skill = background.skills.iter().any(|skill| self.skills.contains(skill));
        let experience = self.experience.is_empty() || self.experience.contains(background.experience.word());
        (trade || skill) && experience
    }
}

impl Priority {
    /// Reads the file and checks it.
    ///
    /// # Errors
    /// [`ProgrammeError::File`] with everything that is wrong.
    pub(super) fn read(text: &str, languages: &[String]) -> Result<Self, ProgrammeError> {
        let fault = |why: String| ProgrammeError::File { file: FILE.to_owned(), why };
        let priority: Self = toml::from_str(text).map_err(|error| fault(error.to_string()))?;
        let faults = priority.faults(languages);
        if faults.is_empty() { Ok(priority) } else { Err(fault(faults.join("; "))) }
    }

    fn faults(&self, languages: &[String]) -> Vec<String> {
        let mut faults = Vec::new();
        if !(0.0..=1.0).contains(&self.oldest_share) {
            faults.push(format!("`oldest_share` is {}: write a share from 0 to 1", self.oldest_share));
        }
        let provenances = [Provenance::Declared, Provenance::Seen, Provenance::Verified];
        for word in self.evidence_weight.keys() {
            if provenances.iter().all(|known| known.word() != word) {
                faults
                    .push(format!("`evidence_weight` names `{word}`: there are declared, seen and verified"));
            }
        }
        let mut seen = BTreeSet::new();
        for needed in &self.needed {
            let role = &needed.role;
            if role.is_empty() || role.contains(char::is_whitespace) || !seen.insert(role) {
                faults.push(format!("the role `{role}` is no word, or stands twice"));
            }
            if needed.trades.is_empty() && needed.skills.is_empty() {
                faults.push(format!("nobody fits `{role}`: name trades or skills"));
            }
            for language in languages.iter().filter(|language| !needed.name.contains_key(*language)) {
                faults.push(format!("the name of `{role}` is missing in `{language}`"));
            }
        }
        faults
    }

    /// The weightiest role somebody fits, of those that are needed.
    #[must_use]
    pub fn need(&self, background: &Background) -> Option<&Needed> {
        // The first of equals: the order of the file decides.
        let fitting = self.needed.iter().filter(|needed| needed.fits(background));
        fitting.reduce(|best, next| if next.weight > best.weight { next } else { best })
    }

    /// A needed role by its word.
    #[must_use]
    pub fn role(&self, word: &str) -> Option<&Needed> {
        self.needed.iter().find(|needed| needed.role == word)
    }

    /// What a provenance weighs.
    #[must_use]
    pub fn evidence(&self, provenance: Provenance) -> u8 {
        self.evidence_weight.get(provenance.word()).copied().unwrap_or(0)
    }

    /// Of so many serves in a thousand, how many go to whoever has waited longest.
    #[must_use]
    pub fn oldest_in_a_thousand(&self) -> u32 {
        (self.oldest_share * 1000.0).round() as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Programme;

    fn languages() -> Vec<String> {
        vec!["en".to_owned(), "uk".to_owned()]
    }

    fn told(text: &str) -> String {
        Priority::read(text, &languages()).map_or_else(|fault| fault.to_string(), |_| "nothing".to_owned())
    }

    #[test]
    fn what_is_wrong_with_the_order_is_told_with_the_file() {
        assert!(
            told("oldest_share = 1.5").starts_with("desk/queue.toml cannot be read: `oldest_share` is 1.5")
        );
        assert!(told("oldest_share = 0.1\n[evidence_weight]\nheard = 1").contains("names `heard`"));
        let nobody = "oldest_share = 0.1\n[[needed]]\nrole = \"cook\"\nnumber = 1\nweight = 1\n\
                      name = { en = \"cook\" }";
        assert!(told(nobody).contains("nobody fits `cook`") && told(nobody).contains("missing in `uk`"));
    }

    #[test]
    fn an_order_that_asks_where_somebody_is_from_cannot_be_read() {
        for asked in
            ["nationalities = [\"US\"]", "residence = \"US\"", "languages = [\"en\"]", "religion = \"any\""]
        {
            let text =
                format!("oldest_share = 0.1\n[[needed]]\nrole = \"cook\"\nnumber = 1\nweight = 1\n{asked}");
            assert!(told(&text).contains("unknown field"), "{asked}");
        }
    }

    #[test]
    fn the_founding_programme_needs_what_it_needs() {
        let programme = Programme::founding().unwrap();
        assert_eq!(programme.priority.oldest_in_a_thousand(), 150);
        assert!(programme.needed_skills.iter().all(|skill| programme.priority.role(skill).is_some()));
    }
}
