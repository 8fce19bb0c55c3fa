//! From a dossier to the facts a policy reads.

use crate::Programme;
use jiff::{Timestamp, tz::TimeZone};
use muster_case::intake::{Background, Disclosures, Experience, Identity, Serving};
use muster_policy::{FactRejected, FactType, Facts, Schema, Value};
use muster_vocab::{Country, Language, Provenance};

/// The opened sections a policy may read. Contact is not among them: no rule asks how somebody is reached.
pub struct Opened {
    /// Who.
    pub identity: Identity,
    /// What done.
    pub background: Background,
    /// What disclosed.
    pub disclosures: Disclosures,
}

/// The fact sheet of a dossier, with what staff recorded on top: name, value as text, provenance.
///
/// # Errors
/// [`FactRejected`] if a recorded fact does not fit the programme's schema.
pub fn facts_of(
    programme: &Programme,
    opened: &Opened,
    recorded: &[(String, String, Provenance)],
    at: Timestamp,
) -> Result<Facts, FactRejected> {
    let Opened { identity, background, disclosures } = opened;
    let declared = Declared {
        age: Some(identity.born.age_on(at.to_zoned(TimeZone::UTC).date())),
        nationalities: Some(identity.nationalities.clone()),
        residence: Some(identity.residence),
        serving: Some(background.serving),
        experience: Some(background.experience),
        needed_skill: Some(has_needed_skill(programme, background)),
        languages: Some(background.languages.clone()),
        wants_non_combat: Some(background.wants_non_combat),
        criminal_record: disclosures.criminal_record,
        medical_bar: disclosures.medical_bar,
    };
    let mut facts = declared.on(programme.policy().schema())?;
    for (name, text, provenance) in recorded {
        let value = parse(programme, name, text)?;
        facts.set(name, value, *provenance)?;
    }
    Ok(facts)
}

/// What somebody declares, as far as it was told: from a dossier all of it, from a pre-check perhaps little.
#[derive(Default)]
pub(crate) struct Declared {
    /// The least and the greatest age that the date of birth allows.
    pub(crate) age: Option<(u16, u16)>,
    pub(crate) nationalities: Option<Vec<Country>>,
    pub(crate) residence: Option<Country>,
    pub(crate) serving: Option<Serving>,
    pub(crate) experience: Option<Experience>,
    pub(crate) needed_skill: Option<bool>,
    pub(crate) languages: Option<Vec<Language>>,
    pub(crate) wants_non_combat: Option<bool>,
    pub(crate) criminal_record: Option<bool>,
    pub(crate) medical_bar: Option<bool>,
}

impl Declared {
    /// The fact sheet; what was not told stays unknown.
    ///
    /// # Errors
    /// [`FactRejected`] if the schema has no such fact.
    pub(crate) fn on(self, schema: &Schema) -> Result<Facts, FactRejected> {
        fn words<T: ToString>(all: Vec<T>) -> Value {
            Value::Words(all.iter().map(T::to_string).collect())
        }
        let age = self.age.map(|(low, high)| match (low.into(), high.into()) {
            (low, high) if low == high => Value::Number(low),
            (low, high) => Value::Range { low, high },
        });
        let declared = [
            ("age", age),
            ("nationalities", self.nationalities.map(words)),
            ("residence", self.residence.map(|home| Value::Word(home.to_string()))),
            ("serving", self.serving.map(|serving| Value::Word(serving.word().into()))),
            ("experience", self.experience.map(|most| Value::Word(most.word().into()))),
            ("needed_skill", self.needed_skill.map(Value::YesNo)),
            ("languages", self.languages.map(words)),
            ("wants_non_combat", self.wants_non_combat.map(Value::YesNo)),
            ("criminal_record", self.criminal_record.map(Value::YesNo)),
            ("medical_bar", self.medical_bar.map(Value::YesNo)),
        ];
        let mut facts = Facts::new(schema);
        for (name, value) in declared {
            if let Some(value) = value {
                facts.set(name, value, Provenance::Declared)?;
            }
        }
        Ok(facts)
    }
}

/// Whether somebody brings a skill the programme needs now.
pub(crate) fn has_needed_skill(programme: &Programme, background: &Background) -> bool {
    let needed = |word: &String| programme.needed_skills.contains(word);
    background.skills.iter().any(needed) || background.trade.as_ref().is_some_and(needed)
}

/// A recorded value as the schema writes it: `yes`, `41`, `combat`, `en uk`.
fn parse(programme: &Programme, name: &str, text: &str) -> Result<Value, FactRejected> {
    let unknown = || FactRejected::Unknown { fact: name.to_owned() };
    let unfit = |wanted: &str| FactRejected::Unfit { fact: name.to_owned(), wanted: wanted.to_owned() };
    let fact = programme.policy().schema().fact(name).ok_or_else(unknown)?;
    Ok(match &fact.kind {
        FactType::Number { .. } => Value::Number(text.parse().map_err(|_| unfit("a whole number"))?),
        FactType::Word { .. } => Value::Word(text.to_owned()),
        FactType::Words { .. } => Value::Words(text.split_whitespace().map(str::to_owned).collect()),
        FactType::YesNo => match text {
            "yes" => Value::YesNo(true),
            "no" => Value::YesNo(false),
            _ => return Err(unfit("yes or no")),
        },
    })
}
