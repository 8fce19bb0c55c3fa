//! The questions an application asks, as data: pages, their fields, and the tasks they are gathered in.

use muster_case::intake::RawAnswers;
use serde::Deserialize;
use std::fmt;

/// The answer that says "I do not know", where a field offers it.
pub const DONT_KNOW: &str = "dont_know";

/// `questions.toml`: what is asked, and in which order.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Questions {
    /// The questions of the pre-check, in order: at most seven.
    #[serde(default)]
    pub pre_check: Vec<String>,
    /// The tasks of an application, in order.
    #[serde(default, rename = "task")]
    pub tasks: Vec<Task>,
    /// The questions. Their order here means nothing.
    #[serde(default, rename = "question")]
    pub questions: Vec<Question>,
}

/// Some questions that are answered in one go.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// Its word, as in the message `task-{id}`.
    pub id: String,
    /// How long it takes most people.
    pub minutes: u8,
    /// The questions, in order.
    pub questions: Vec<String>,
}

/// One page that asks.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its word, as in the address and in the message `question-{id}`.
    pub id: String,
    /// It is asked only after such an answer.
    #[serde(default)]
    pub only_if: Option<OnlyIf>,
    /// It can be answered several times ("add another").
    #[serde(default)]
    pub repeat: Option<Repeat>,
    /// Its one field is answered by a tap on the answer itself.
    #[serde(default)]
    pub tap: bool,
    /// What is asked.
    #[serde(default, rename = "field")]
    pub fields: Vec<Field>,
}

/// The answer that opens a question.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OnlyIf {
    /// The field that must have been answered.
    pub field: String,
    /// With one of these; of a field with several answers, one is enough.
    pub one_of: Vec<String>,
}

/// A question that can be answered several times.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Repeat {
    /// What its fields' names begin with: `service` for `service.force`, kept as `service.0.force`.
    pub prefix: String,
    /// How often at most.
    pub most: u8,
}

/// One thing asked.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Its name; of a repeated question without the number: `service.force`.
    pub name: String,
    /// What kind of answer it takes.
    pub kind: Kind,
    /// The answers to choose from, of a `choice` or `choices`; of countries those that stand first in the list, as
    /// ISO 3166-1 codes; of a `language_list` all that are offered, as ISO 639-1 codes.
    #[serde(default)]
    pub choices: Vec<String>,
    /// Whether an application cannot be sent without it.
    #[serde(default)]
    pub required: bool,
    /// How many at most, of `countries`.
    #[serde(default)]
    pub most: Option<u8>,
    /// The browser's word for what it may fill in by itself.
    #[serde(default)]
    pub autocomplete: Option<String>,
    /// Whether "I do not know" is offered, kept as [`DONT_KNOW`].
    #[serde(default)]
    pub dont_know: bool,
}

/// What kind of answer a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// One line.
    Text,
    /// Several lines.
    LongText,
    /// Part of a name, in any script.
    NamePart,
    /// Day, month and year in three boxes.
    Date,
    /// A year.
    Year,
    /// A whole number.
    Number,
    /// One of the choices.
    Choice,
    /// Any of the choices.
    Choices,
    /// A country.
    Country,
    /// Several countries, one box each.
    Countries,
    /// Any of the world's languages.
    LanguageList,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
    /// Yes or no.
    YesNo,
    /// The number of a travel document.
    DocumentNumber,
}

impl Question {
    /// Whether it is asked, after these answers.
    #[must_use]
    pub fn shown(&self, answers: &RawAnswers) -> bool {
        self.only_if.as_ref().is_none_or(|only| {
            let given = answers.0.get(&only.field).map_or("", String::as_str);
            given.split_whitespace().any(|word| only.one_of.iter().any(|wanted| wanted == word))
        })
    }

    /// The names under which the answers of its turn `turn` are kept; the turn counts for repeated questions alone.
    #[must_use]
    pub fn names(&self, turn: u8) -> Vec<String> {
        self.fields.iter().flat_map(|field| field.names(&self.name_of(field, turn))).collect()
    }

    /// The name of a field in turn `turn`: `service.force` is `service.2.force` in turn 2.
    #[must_use]
    pub fn name_of(&self, field: &Field, turn: u8) -> String {
        let rest = self.repeat.as_ref().and_then(|repeat| {
            field.name.strip_prefix(&repeat.prefix)?.strip_prefix('.').map(|rest| (&repeat.prefix, rest))
        });
        rest.map_or_else(|| field.name.clone(), |(prefix, rest)| format!("{prefix}.{turn}.{rest}"))
    }

    /// How many turns of it have an answer.
    #[must_use]
    pub fn turns(&self, answers: &RawAnswers) -> u8 {
        let answered = |turn: &u8| {
            self.names(*turn)
                .iter()
                .any(|name| answers.0.get(name).is_some_and(|text| !text.trim().is_empty()))
        };
        let most = self.repeat.as_ref().map_or(1, |repeat| repeat.most);
        (0..most).rev().find(answered).map_or(0, |last| last + 1)
    }
}

impl Field {
    /// The names of the boxes it is typed into, `name` being its own in full: a date has three, countries one each.
    #[must_use]
    pub fn names(&self, name: &str) -> Vec<String> {
        match self.kind {
            Kind::Date => ["day", "month", "year"].map(|part| format!("{name}.{part}")).into(),
            Kind::Countries => (0..self.most.unwrap_or(1)).map(|place| format!("{name}.{place}")).collect(),
            _ => vec![name.to_owned()],
        }
    }

    /// The answers to choose from, as they are kept: the choices, or `yes` and `no`, and last "I do not know".
    pub fn answers(&self) -> impl Iterator<Item = &str> {
        let own: &[&str] = if self.kind == Kind::YesNo { &["yes", "no"] } else { &[] };
        let unknown = self.dont_know.then_some(DONT_KNOW);
        own.iter().copied().chain(self.choices.iter().map(String::as_str)).chain(unknown)
    }

    /// The message that names it: `field-service-force`.
    #[must_use]
    pub fn message(&self) -> String {
        format!("field-{}", hyphens(&self.name))
    }

    /// The message of one of its own answers: `choice-trade-helicopter-pilot`. "Yes", "no" and "I do not know" are the
    /// same everywhere, countries and languages have names: none of them is the programme's to say.
    #[must_use]
    pub fn answer_message(&self, answer: &str) -> String {
        format!("choice-{}-{}", hyphens(&self.name), hyphens(answer))
    }
}

/// A name as part of a message's id.
fn hyphens(name: &str) -> String {
    name.replace(['.', '_'], "-")
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text => "text",
            Self::LongText => "long_text",
            Self::NamePart => "name_part",
            Self::Date => "date",
            Self::Year => "year",
            Self::Number => "number",
            Self::Choice => "choice",
            Self::Choices => "choices",
            Self::Country => "country",
            Self::Countries => "countries",
            Self::LanguageList => "language_list",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::YesNo => "yes_no",
            Self::DocumentNumber => "document_number",
        })
    }
}
