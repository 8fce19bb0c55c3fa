//! Reads when a rule fires.

use super::condition::Condition;
use super::predicate::{Predicate, Test};
use crate::facts::{Fact, FactType, Schema};
use crate::problem::did_you_mean;
use crate::read::{Placed, Reader};
use std::ops::Range;
use toml::Spanned;
use toml::de::DeTable;

const NUMBER_WORDS: [&str; 4] = ["below", "above", "at_least", "at_most"];
const WORD_WORDS: [&str; 4] = ["is", "is_not", "one_of", "none_of"];
const SET_WORDS: [&str; 3] = ["includes", "includes_any", "includes_none"];

/// The rule's condition: exactly one of `when`, `all` and `any`.
pub(super) fn read_rule_condition(
    reader: &mut Reader<'_>,
    schema: &Schema,
    entry: &DeTable<'_>,
    span: &Range<usize>,
) -> Option<Condition> {
    let mut given = ["when", "all", "any"].into_iter().filter_map(|key| Some((key, entry.get(key)?)));
    let (Some((key, value)), None) = (given.next(), given.next()) else {
        reader.complain(
            span.clone(),
            "a rule has one condition: `when`, `all` or `any`",
            "write `when = { fact = …, … }`, or one list `all = […]` or `any = […]`",
        );
        return None;
    };
    if key == "when" { read_condition(reader, schema, value) } else { read_list(reader, schema, key, value) }
}

fn read_list(reader: &mut Reader<'_>, schema: &Schema, key: &str, value: &Placed<'_>) -> Option<Condition> {
    let list = reader.list(value)?;
    if list.is_empty() {
        reader.complain(value.span(), format!("`{key}` is empty"), "name at least one condition");
        return None;
    }
    // Every part is read before the first failure is passed on, so that all complaints come at once.
    let parts: Vec<Option<Condition>> =
        list.iter().map(|part| read_condition(reader, schema, part)).collect();
    let parts = parts.into_iter().collect::<Option<Vec<_>>>()?;
    Some(if key == "all" { Condition::All(parts) } else { Condition::Any(parts) })
}

fn read_condition(reader: &mut Reader<'_>, schema: &Schema, value: &Placed<'_>) -> Option<Condition> {
    let table = reader.table(value)?;
    for key in ["all", "any", "not"] {
        if let Some(inner) = table.get(key) {
            reader.only(table, &format!("a condition with `{key}`"), &[key]);
            return match key {
                "not" => Some(Condition::Not(Box::new(read_condition(reader, schema, inner)?))),
                _ => read_list(reader, schema, key, inner),
            };
        }
    }
    read_predicate(reader, schema, table, &value.span())
}

fn read_predicate(
    reader: &mut Reader<'_>,
    schema: &Schema,
    table: &DeTable<'_>,
    span: &Range<usize>,
) -> Option<Condition> {
    let named = reader.needed(table, span, "the condition", "fact")?;
    let name = reader.text(named)?;
    let Some(index) = schema.index(&name) else {
        let help = did_you_mean(&name, schema.names());
        reader.complain(named.span(), format!("there is no fact `{name}`"), help);
        return None;
    };
    let fact = &schema.facts()[index];
    let asks: &[&str] = match fact.kind {
        FactType::Number { .. } => &NUMBER_WORDS,
        FactType::Word { .. } => &WORD_WORDS,
        FactType::Words { .. } => &SET_WORDS,
        FactType::YesNo => &["is"],
    };
    let mut parts = Vec::new();
    let mut sound = true;
    for (key, value) in table.iter().filter(|(key, _)| key.get_ref() != "fact") {
        if !asks.contains(&key.get_ref().as_ref()) {
            reader.complain(
                key.span(),
                format!("`{}` cannot be asked of `{name}`, which is {}", key.get_ref(), fact.kind),
                format!("ask one of {}", asks.join(", ")),
            );
            sound = false;
            continue;
        }
        match read_test(reader, fact, key.get_ref(), value) {
            Some((test, wanted)) => {
                let ask = Condition::Ask(Predicate { fact: index, test });
                parts.push(if wanted { ask } else { Condition::Not(Box::new(ask)) });
            }
            None => sound = false,
        }
    }
    if sound && parts.is_empty() {
        reader.complain(
            span.clone(),
            format!("nothing is asked of `{name}`"),
            format!("ask one of {}", asks.join(", ")),
        );
        return None;
    }
    let single = parts.len() == 1;
    sound.then_some(())?;
    if single { parts.pop() } else { Some(Condition::All(parts)) }
}

/// The test a key and its value stand for, and whether it must hold or fail.
fn read_test(reader: &mut Reader<'_>, fact: &Fact, key: &str, value: &Placed<'_>) -> Option<(Test, bool)> {
    match (&fact.kind, key) {
        (FactType::YesNo, _) => Some((Test::Is(reader.yes_no(value)?), true)),
        (FactType::Number { least, most }, _) => {
            let number = reader.number(value)?;
            if !(*least..=*most).contains(&number) {
                reader.complain(
                    value.span(),
                    format!("`{}` is {}, never {number}", fact.name, fact.kind),
                    "mend the number, or the bounds in facts.toml",
                );
                return None;
            }
            let (low, high) = match key {
                "below" => (*least, number.saturating_sub(1)),
                "above" => (number.saturating_add(1), *most),
                "at_least" => (number, *most),
                _ => (*least, number),
            };
            Some((Test::Within { low, high }, true))
        }
        (FactType::Word { values }, "is" | "is_not") => {
            let word = read_word(reader, fact, values.as_deref(), value)?;
            Some((Test::OneOf(vec![word]), key == "is"))
        }
        (FactType::Word { values }, _) => {
            Some((Test::OneOf(read_words(reader, fact, values.as_deref(), value)?), key == "one_of"))
        }
        (FactType::Words { values }, "includes") => {
            let word = read_word(reader, fact, values.as_deref(), value)?;
            Some((Test::HasAny(vec![word]), true))
        }
        (FactType::Words { values }, _) => {
            Some((Test::HasAny(read_words(reader, fact, values.as_deref(), value)?), key == "includes_any"))
        }
    }
}

fn read_word(
    reader: &mut Reader<'_>,
    fact: &Fact,
    values: Option<&[String]>,
    value: &Placed<'_>,
) -> Option<String> {
    let word = reader.text(value)?;
    known_word(reader, fact, values, &word, value.span()).then_some(word)
}

fn read_words(
    reader: &mut Reader<'_>,
    fact: &Fact,
    values: Option<&[String]>,
    value: &Placed<'_>,
) -> Option<Vec<String>> {
    let words = reader.texts(value)?;
    if words.is_empty() {
        reader.complain(value.span(), "the list is empty", "name at least one word");
        return None;
    }
    let mut sound = true;
    for word in &words {
        sound &= known_word(reader, fact, values, word.get_ref(), word.span());
    }
    sound.then(|| words.into_iter().map(Spanned::into_inner).collect())
}

fn known_word(
    reader: &mut Reader<'_>,
    fact: &Fact,
    values: Option<&[String]>,
    word: &str,
    span: Range<usize>,
) -> bool {
    let Some(values) = values.filter(|values| !values.iter().any(|value| value == word)) else { return true };
    let help = did_you_mean(word, values.iter().map(String::as_str));
    reader.complain(span, format!("`{}` is never `{word}`", fact.name), help);
    false
}
