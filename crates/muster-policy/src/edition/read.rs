//! Reads an edition.

use super::read_condition::read_rule_condition;
use super::rule::{Edition, Effect, Rule};
use crate::facts::Schema;
use crate::problem::{Problem, did_you_mean};
use crate::read::{Placed, Reader};
use jiff::civil::Date;
use muster_vocab::{Digest, ReasonCode};
use std::ops::Range;
use toml::Spanned;
use toml::de::DeTable;

const KEYS: [&str; 7] = ["id", "programme", "title", "in_force_from", "note", "languages", "rule"];
const RULE_KEYS: [&str; 8] = ["id", "reason", "outcome", "route", "objective", "when", "all", "any"];

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
