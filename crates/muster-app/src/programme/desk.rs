//! What the desk of a programme offers: reasons to rule by, and the measures of bulk acts.

use super::Words;
use jiff::tz::TimeZone;
use muster_case::screening::Ruling;
use serde::Deserialize;

/// A reason to rule on a hit by, which the officer adds own words to.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HitReason {
    /// Its word.
    pub word: String,
    /// The ruling it is a reason for.
    pub ruling: Ruling,
    /// The reason as a sentence, in each language.
    pub text: Words,
}

/// A town by whose clocks applicants go.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Town {
    /// Its zone, such as `Europe/Kyiv`.
    pub zone: String,
    /// Its name in each language.
    pub name: Words,
}

/// What is wrong with the towns: a zone nobody knows, a name that is missing, a town that stands twice.
pub(super) fn faults_of_towns(towns: &[Town], languages: &[String]) -> Vec<String> {
    let mut faults = Vec::new();
    for (number, town) in towns.iter().enumerate() {
        let zone = &town.zone;
        if TimeZone::get(zone).is_err() {
            faults.push(format!("towns: no clocks are known for `{zone}`"));
        }
        if towns[..number].iter().any(|other| other.zone == *zone) {
            faults.push(format!("towns: `{zone}` stands twice"));
        }
        for language in languages.iter().filter(|language| !town.name.0.contains_key(*language)) {
            faults.push(format!("towns: `{zone}` has no name in `{language}`"));
        }
    }
    faults
}

/// The measures of acts that are done to many cases with one signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct BulkMeasures {
    /// How long a signed bulk waits before it takes effect, in minutes: so long it can be undone.
    pub undo_minutes: u16,
    /// How many cases, drawn at random, are looked at in full before it is signed.
    pub sample: u16,
    /// How many cases one signature covers at most.
    pub most: u16,
}

impl Default for BulkMeasures {
    fn default() -> Self {
        Self { undo_minutes: 5, sample: 10, most: 500 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn towns_have_clocks_and_names_and_stand_once() {
        let town = |zone: &str| Town {
            zone: zone.to_owned(),
            name: Words([("en".to_owned(), "Somewhere".to_owned())].into()),
        };
        let languages = ["en".to_owned(), "uk".to_owned()];
        let towns = [town("Europe/Kyiv"), town("Europe/Kyiv"), town("Europe/Nowhere")];
        let told = faults_of_towns(&towns, &languages).join("\n");
        for part in
            ["`Europe/Kyiv` stands twice", "no clocks are known for `Europe/Nowhere`", "has no name in `uk`"]
        {
            assert!(told.contains(part), "{told}");
        }
        assert_eq!(faults_of_towns(&towns[..1], &languages[..1]), Vec::<String>::new());
    }
}
