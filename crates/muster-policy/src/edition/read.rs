//! Reads an edition.

use super::condition::Condition;
use super::predicate::{Predicate, Test};
use super::rule::{Edition, Effect, Rule};
use crate::facts::{Fact, FactType, Schema};
use crate::problem::{Problem, did_you_mean};
use crate::read::{Placed, Reader};
use jiff::civil::Date;
use muster_vocab::{Digest, ReasonCode};
use std::ops::Range;
use toml::Spanned;
use toml::de::DeTable;

const KEYS: [&str; 7] = ["id", "programme", "title", "in_force_from", "note", "languages", "rule"];
const RULE_KEYS: [&str; 8] = ["id", "reason", "outcome", "route", "objective", "when", "all", "any"];
const NUMBER_WORDS: [&str; 4] = ["below", "above", "at_least", "at_most"];
const WORD_WORDS: [&str; 4] = ["is", "is_not", "one_of", "none_of"];
const SET_WORDS: [&str; 3] = ["includes", "includes_any", "includes_none"];

impl Edition {
    /// Reads the text of an edition against the programme's facts.
    ///
    /// # Errors
    /// Everything that is wrong with it, each with its place.
    pub fn read(schema: &Schema, file: &str, text: &str) -> Result<Self, Vec<Problem>> {
        let mut reader = Reader::new(file, text);
        let Some(table) = reader.parse() else { return reader.finish(None) };
        reader.only(&table, "an edition", &KEYS);
        let edition = read_edition(&mut reader, schema, &table, file, Digest::of(text.as_bytes()));
        reader.finish(edition)
    }
}

fn read_edition(
    reader: &mut Reader<'_>,
    schema: &Schema,
    table: &DeTable<'_>,
    file: &str,
    hash: Digest,
) -> Option<Edition> {
    let whole = 0..0;
    let id = reader.needed_text(table, &whole, "the edition", "id");
    let programme = reader.needed_text(table, &whole, "the edition", "programme");
    let title = reader.needed_text(table, &whole, "the edition", "title");
    let note = reader.needed_text(table, &whole, "the edition", "note");
    let in_force = reader.needed(table, &whole, "the edition", "in_force_from").and_then(|value| {
        let date = read_date(reader, value)?;
        Some((date, reader.place(&value.span())))
    });
    let languages = reader
        .needed(table, &whole, "the edition", "languages")
        .and_then(|value| reader.texts(value))
        .map(|words| words.into_iter().map(Spanned::into_inner).collect());
    let rules = read_rules(reader, schema, table);
    let (in_force_from, in_force_place) = in_force?;
    Some(Edition {
        file: file.to_owned(),
        id: id?,
        programme: programme?,
        title: title?,
        note: note?,
        in_force_from,
        in_force_place,
        languages: languages?,
        rules,
        hash,
        schema: schema.clone(),
    })
}

fn read_date(reader: &mut Reader<'_>, value: &Placed<'_>) -> Option<Date> {
    let read = value.get_ref().as_datetime().and_then(|written| {
        let date = written.date.filter(|_| written.time.is_none())?;
        Date::new(i16::try_from(date.year).ok()?, date.month as i8, date.day as i8).ok()
    });
    if read.is_none() {
        reader.complain(value.span(), "this is not a date", "write it without quotes, such as 2022-03-02");
    }
    read
}

fn read_rules(reader: &mut Reader<'_>, schema: &Schema, table: &DeTable<'_>) -> Vec<Rule> {
    let mut rules: Vec<Rule> = Vec::new();
    for (entry, span) in reader.tables(table, "rule") {
        reader.only(entry, "a rule", &RULE_KEYS);
        let Some(rule) = read_rule(reader, schema, entry, &span) else { continue };
        if let Some(first) = rules.iter().find(|other| other.id == rule.id) {
            let (id, line) = (&rule.id, first.place.line);
            let at = entry.get("id").map_or(span, Spanned::span);
            reader.complain(
                at,
                format!("the rule `{id}` is already on line {line}"),
                "give one of them another id",
            );
            continue;
        }
        if rules.len() == Edition::RULES_MAX {
            reader.complain(
                span,
                format!("an edition holds at most {} rules", Edition::RULES_MAX),
                "merge rules that have the same reason",
            );
            break;
        }
        rules.push(rule);
    }
    rules
}

fn read_rule(
    reader: &mut Reader<'_>,
    schema: &Schema,
    entry: &DeTable<'_>,
    span: &Range<usize>,
) -> Option<Rule> {
    let id = reader.needed_text(entry, span, "the rule", "id");
    if let (Some(word), Some(value)) = (&id, entry.get("id"))
        && !is_kebab(word)
    {
        reader.complain(
            value.span(),
            format!("`{word}` is not a rule id"),
            "write small letters, digits and hyphens, such as under-age",
        );
    }
    let reason =
        reader.needed(entry, span, "the rule", "reason").and_then(|value| read_reason(reader, value));
    let effect = read_effect(reader, entry, span);
    let objective =
        reader.needed(entry, span, "the rule", "objective").and_then(|value| reader.yes_no(value));
    let condition = read_rule_condition(reader, schema, entry, span);
    let place = reader.place(span);
    Some(Rule {
        id: id?,
        reason: reason?,
        effect: effect?,
        objective: objective?,
        place,
        condition: condition?,
    })
}

fn is_kebab(word: &str) -> bool {
    word.split('-').all(|part| {
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    })
}

fn read_reason(reader: &mut Reader<'_>, value: &Placed<'_>) -> Option<ReasonCode> {
    let word = reader.text(value)?;
    // The policy speaks before anybody was screened or heard: only the early codes are its to give.
    match word.parse::<ReasonCode>() {
        Ok(code) if code.is_early() => Some(code),
        Ok(_) => {
            reader.complain(
                value.span(),
                format!("`{word}` is not for the policy to give"),
                "use one of R01 to R12; later codes belong to screening and interview",
            );
            None
        }
        Err(_) => {
            reader.complain(
                value.span(),
                format!("there is no reason code `{word}`"),
                "use one of R01 to R12",
            );
            None
        }
    }
}

fn read_effect(reader: &mut Reader<'_>, entry: &DeTable<'_>, span: &Range<usize>) -> Option<Effect> {
    let value = reader.needed(entry, span, "the rule", "outcome")?;
    let word = reader.text(value)?;
    match word.as_str() {
        "refuse_proposed" => {
            if let Some(route) = entry.get("route") {
                reader.complain(route.span(), "a refusal has no route", "remove `route`, or refer instead");
            }
            Some(Effect::RefuseProposed)
        }
        "refer" => {
            let route = reader.needed_text(entry, span, "a rule that refers", "route")?;
            Some(Effect::Refer { route })
        }
        _ => {
            let help = did_you_mean(&word, ["refuse_proposed", "refer"]);
            reader.complain(value.span(), format!("a rule cannot have the outcome `{word}`"), help);
            None
        }
    }
}

/// The rule's condition: exactly one of `when`, `all` and `any`.
fn read_rule_condition(
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
