//! The question set of the interview: what is asked, and what an answer looks like that is worth 1, 3 or 5.

use super::{ProgrammeError, Words, words::unsaid};
use muster_vocab::Digest;
use serde::Deserialize;
use std::collections::BTreeSet;

/// The file, below the programme's folder.
const FILE: &str = "desk/interview.toml";

/// A question set. A programme without one holds no interviews by form.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// Its edition: the name in the file, with a hash of the file once it is read, so that a changed word is another
    /// instrument.
    pub edition: String,
    /// Its questions, in the order they are asked.
    #[serde(default, rename = "question")]
    pub questions: Vec<Anchored>,
}

/// A question with anchors for the scale from 1 to 5.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Anchored {
    /// Its word, stored with each rating.
    pub id: String,
    /// What is asked.
    pub ask: Words,
    /// What 1 looks like.
    pub low: Words,
    /// What 3 looks like.
    pub middle: Words,
    /// What 5 looks like.
    pub high: Words,
    /// What is asked to see whether somebody knows the trade they claim.
    #[serde(default, rename = "probe")]
    pub probes: Vec<Probe>,
}

/// A question that only somebody of a trade can answer well.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Probe {
    /// The trade, as applications name it.
    pub trade: String,
    /// What is asked.
    pub ask: Words,
}

impl Instrument {
    /// Reads the file and checks it.
    ///
    /// # Errors
    /// [`ProgrammeError::File`] with everything that is wrong.
    pub(super) fn read(text: &str, languages: &[String]) -> Result<Self, ProgrammeError> {
        let fault = |why: String| ProgrammeError::File { file: FILE.to_owned(), why };
        let mut instrument: Self = toml::from_str(text).map_err(|error| fault(error.to_string()))?;
        let faults = instrument.faults(languages);
        if !faults.is_empty() {
            return Err(fault(faults.join("; ")));
        }
        let hash = Digest::of(text.as_bytes()).to_string();
        instrument.edition = format!("{}-{}", instrument.edition, &hash[..8]);
        Ok(instrument)
    }

    fn faults(&self, languages: &[String]) -> Vec<String> {
        let mut faults = Vec::new();
        if self.edition.trim().is_empty() {
            faults.push("`edition` is empty: name the edition".to_owned());
        }
        if self.questions.is_empty() {
            faults.push("nothing is asked: write a `[[question]]`".to_owned());
        }
        let mut seen = BTreeSet::new();
        for question in &self.questions {
            let id = &question.id;
            if id.is_empty() || !id.bytes().all(|b| b.is_ascii_lowercase() || b == b'_') || !seen.insert(id) {
                faults.push(format!("the question `{id}` is no word of small letters, or stands twice"));
            }
            let anchors = [
                ("ask", &question.ask),
                ("low", &question.low),
                ("middle", &question.middle),
                ("high", &question.high),
            ];
            for (what, words) in anchors {
                faults.extend(unsaid(words, languages, &format!("`{what}` of `{id}`")));
            }
            let mut trades = BTreeSet::new();
            for probe in &question.probes {
                if !trades.insert(&probe.trade) {
                    faults.push(format!("`{id}` has two probes for `{}`", probe.trade));
                }
                faults.extend(unsaid(&probe.ask, languages, &format!("the probe `{}`", probe.trade)));
            }
        }
        faults
    }

    /// A question by its word.
    #[must_use]
    pub fn question(&self, id: &str) -> Option<&Anchored> {
        self.questions.iter().find(|question| question.id == id)
    }
}

impl Anchored {
    /// What is asked of somebody who claims a trade.
    #[must_use]
    pub fn probe(&self, trade: &str) -> Option<&Probe> {
        self.probes.iter().find(|probe| probe.trade == trade)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Programme;

    fn told(text: &str) -> String {
        let languages = ["en".to_owned(), "uk".to_owned()];
        Instrument::read(text, &languages).map_or_else(|fault| fault.to_string(), |_| "nothing".to_owned())
    }

    #[test]
    fn what_is_wrong_with_the_questions_is_told_with_the_file() {
        assert!(told("edition = \"1\"").starts_with("desk/interview.toml cannot be read: nothing is asked"));
        let half = "edition = \"1\"\n[[question]]\nid = \"law\"\nask = { en = \"?\" }\nlow = { en = \"1\", uk = \"1\" }\n\
                    middle = { en = \"3\", uk = \"3\" }\nhigh = { en = \"5\", uk = \" \" }";
        let told = told(half);
        assert!(told.contains("`ask` of `law` is missing in `uk`"), "{told}");
        assert!(told.contains("`high` of `law` is missing in `uk`"), "{told}");
    }

    #[test]
    fn a_changed_word_is_another_instrument() {
        let text = include_str!("../../../../programmes/international-legion/desk/interview.toml");
        let languages = ["en".to_owned(), "uk".to_owned()];
        let one = Instrument::read(text, &languages).unwrap();
        let other = Instrument::read(&text.replace("day by day", "every day"), &languages).unwrap();
        assert_ne!(one.edition, other.edition);
        assert!(one.edition.starts_with("2022-03-"));
    }

    #[test]
    fn every_probe_is_of_a_trade_that_applications_name() {
        let programme = Programme::founding().unwrap();
        let trades = &programme.portal.question("trade").unwrap().fields[0].choices;
        let probes = programme.instrument.questions.iter().flat_map(|question| &question.probes);
        assert!(probes.clone().count() > 5);
        for probe in probes {
            assert!(trades.contains(&probe.trade), "{}", probe.trade);
        }
    }
}
