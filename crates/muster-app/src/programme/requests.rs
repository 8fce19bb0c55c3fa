//! What applicants are often asked for: ready texts, in every language the programme answers in.

use super::{ProgrammeError, Words, words::unsaid};
use serde::Deserialize;
use std::collections::BTreeSet;

/// The file, below the programme's folder.
const FILE: &str = "desk/requests.toml";
/// More of them nobody looks through.
const MOST: usize = 24;

/// The ready texts. A programme without any asks in its officers' own words.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requests {
    /// The texts, in the order they are offered.
    #[serde(default, rename = "text")]
    pub texts: Vec<ReadyText>,
}

/// Something that is often asked for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadyText {
    /// Its word.
    pub id: String,
    /// What the applicant reads.
    pub text: Words,
}

impl Requests {
    /// Reads the file and checks it.
    ///
    /// # Errors
    /// [`ProgrammeError::File`] with everything that is wrong.
    pub(super) fn read(text: &str, languages: &[String]) -> Result<Self, ProgrammeError> {
        let fault = |why: String| ProgrammeError::File { file: FILE.to_owned(), why };
        let requests: Self = toml::from_str(text).map_err(|error| fault(error.to_string()))?;
        let faults = requests.faults(languages);
        if faults.is_empty() { Ok(requests) } else { Err(fault(faults.join("; "))) }
    }

    fn faults(&self, languages: &[String]) -> Vec<String> {
        let mut faults = Vec::new();
        if self.texts.len() > MOST {
            faults
                .push(format!("there are {} texts: nobody looks through more than {MOST}", self.texts.len()));
        }
        let mut seen = BTreeSet::new();
        for ReadyText { id, text } in &self.texts {
            if id.is_empty() || !id.bytes().all(|b| b.is_ascii_lowercase() || b == b'_') || !seen.insert(id) {
                faults.push(format!("the text `{id}` is no word of small letters, or stands twice"));
            }
            faults.extend(unsaid(text, languages, &format!("the text `{id}`")));
        }
        faults
    }

    /// What is asked, a line each: the ready texts of these words in the language the applicant reads, in the order they
    /// are offered, then the officer's own words. A word that no text has is left out.
    #[must_use]
    pub fn put(&self, language: &str, ready: &[String], own: &str) -> String {
        let chosen = self.texts.iter().filter(|text| ready.contains(&text.id));
        let mut lines: Vec<&str> = chosen.map(|text| text.text.say(language)).collect();
        lines.push(own.trim());
        lines.retain(|line| !line.is_empty());
        lines.join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Programme;

    fn told(text: &str) -> String {
        let languages = ["en".to_owned(), "uk".to_owned()];
        Requests::read(text, &languages).map_or_else(|fault| fault.to_string(), |_| "nothing".to_owned())
    }

    #[test]
    fn what_is_wrong_with_the_texts_is_told_with_the_file() {
        let one = "[[text]]\nid = \"unit\"\ntext = { en = \"Which unit?\", uk = \"Який підрозділ?\" }\n";
        assert_eq!(told(one), "nothing");
        assert!(told(&one.repeat(2)).starts_with("desk/requests.toml cannot be read: the text `unit`"));
        let half = told(&one.replace(", uk = \"Який підрозділ?\"", ""));
        assert!(half.contains("the text `unit` is missing in `uk`"), "{half}");
        let many: String = (0..25_u8).map(|n| one.replace("unit", &"u".repeat(usize::from(n) + 1))).collect();
        assert!(told(&many).contains("there are 25 texts"));
    }

    #[test]
    fn ready_texts_come_in_the_readers_language_and_before_what_the_officer_writes() {
        let requests = Programme::founding().unwrap().requests;
        let ready = ["telephone", "passport", "nothing_such"].map(str::to_owned);
        let put = requests.put("uk", &ready, "  And the name of your commander. ");
        let lines: Vec<&str> = put.lines().collect();
        assert_eq!(lines.len(), 3, "{put}");
        assert!(lines[0].contains("скан сторінки паспорта") && lines[1].contains("зателефонувати"), "{put}");
        assert_eq!(lines[2], "And the name of your commander.");
        assert_eq!(requests.put("en", &[], "  "), "");
    }
}
