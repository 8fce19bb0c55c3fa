//! From a dossier to the facts a policy reads.

use crate::Programme;
use jiff::{Timestamp, tz::TimeZone};
use muster_case::intake::{Background, Disclosures, Identity};
use muster_policy::{FactRejected, FactType, Facts, Value};
use muster_vocab::Provenance;

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
    let mut facts = Facts::new(programme.policy().schema());
    let mut declare = |name: &str, value| facts.set(name, value, Provenance::Declared);
    let Opened { identity, background, disclosures } = opened;
    let (low, high) = identity.born.age_on(at.to_zoned(TimeZone::UTC).date());
    let age = if low == high {
        Value::Number(low.into())
    } else {
        Value::Range { low: low.into(), high: high.into() }
    };
    declare("age", age)?;
    declare("nationalities", Value::Words(identity.nationalities.iter().map(ToString::to_string).collect()))?;
    declare("residence", Value::Word(identity.residence.to_string()))?;
    declare("serving", Value::Word(background.serving.word().into()))?;
    declare("experience", Value::Word(background.experience.word().into()))?;
    declare("needed_skill", Value::YesNo(has_needed_skill(programme, background)))?;
    declare("languages", Value::Words(background.languages.iter().map(ToString::to_string).collect()))?;
    declare("wants_non_combat", Value::YesNo(background.wants_non_combat))?;
    if let Some(record) = disclosures.criminal_record {
        declare("criminal_record", Value::YesNo(record))?;
    }
    if let Some(bar) = disclosures.medical_bar {
        declare("medical_bar", Value::YesNo(bar))?;
    }
    for (name, text, provenance) in recorded {
        let value = parse(programme, name, text)?;
        facts.set(name, value, *provenance)?;
    }
    Ok(facts)
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
