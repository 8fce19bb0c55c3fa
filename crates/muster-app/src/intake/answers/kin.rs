//! Next of kin, named or declined.

use super::{fault::Fault, reading::Reading};
use muster_case::movement::Kin;
use muster_vocab::{Language, PersonName};

/// How many are named at most.
const KIN_MOST: usize = 2;

impl Reading<'_> {
    /// In the order to be told; empty for whoever declines, nothing where it was not answered.
    pub(super) fn kin(&mut self) -> Option<Vec<Kin>> {
        match self.said("kin_choice")? {
            "decline" => Some(Vec::new()),
            "name" => {
                let named: Vec<Kin> = (0..KIN_MOST).filter_map(|turn| self.one_of_kin(turn)).collect();
                Some(named)
            }
            _ => {
                self.note("kin_choice", Fault::NoSuchChoice);
                None
            }
        }
    }

    fn one_of_kin(&mut self, turn: usize) -> Option<Kin> {
        let field = |name: &str| format!("kin.{turn}.{name}");
        let any =
            ["name", "relation", "phone", "languages"].iter().any(|name| self.said(&field(name)).is_some());
        // The first must be named; a second only if anything was said of them.
        if turn > 0 && !any {
            return None;
        }
        let name = self.needed(&field("name"), Self::name_part);
        let relation = self.line(&field("relation")).unwrap_or_default().to_owned();
        let phone = self.said(&field("phone"));
        let phone = phone
            .and_then(|text| text.parse().map_err(|_| self.note(&field("phone"), Fault::NotAPhone)).ok());
        let mut spoken = self.languages(&field("languages")).into_iter();
        // Somebody of whom no language is told speaks the applicant's, as far as anybody knows.
        let language = spoken.next().or_else(|| self.first_language())?;
        let name = PersonName::new("", name?).ok()?;
        Some(Kin { name, relation, phone, language, other_languages: spoken.collect() })
    }

    fn first_language(&self) -> Option<Language> {
        let first = self.said("languages").and_then(|said| said.split_whitespace().next()).unwrap_or("en");
        first.parse().ok()
    }
}
