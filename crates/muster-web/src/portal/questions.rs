//! A question of the programme as a page: its fields in words, what was typed, what is wrong with it.

use crate::{
    Layout,
    form::{Choice, Control, FaultLink, FieldView, Posted},
};
use jiff::civil::Date;
use muster_app::{
    intake::answers::{AnswerFault, faults_of},
    programme::{DONT_KNOW, Field, Kind, Question},
};
use muster_case::intake::RawAnswers;
use std::collections::BTreeSet;

/// A question with what was typed, in words.
pub(crate) struct QuestionView {
    /// Its identifier.
    pub(crate) id: String,
    /// The question itself.
    pub(crate) heading: String,
    /// What helps to answer.
    pub(crate) hint: Option<String>,
    /// Why it is asked.
    pub(crate) why: Option<String>,
    /// Its fields, by record where it can be answered several times.
    pub(crate) fields: Vec<FieldView>,
    /// Where another record can be added: how it is called.
    pub(crate) another: bool,
    /// Whether a tap on an answer sends it.
    pub(crate) tap: bool,
}

impl QuestionView {
    /// A question as it is shown, with the faults of what was typed where `faults` are given, and with boxes for one
    /// more record where another is to be added.
    pub(crate) fn new(
        layout: &Layout,
        question: &Question,
        answers: &RawAnswers,
        faults: &[AnswerFault],
        another: bool,
    ) -> Self {
        let id = &question.id;
        let fields = inputs(question, answers, another);
        let tap = question.tap && fields.len() == 1;
        let view = |input: &Input<'_>| input.view(layout, answers, faults, tap);
        Self {
            id: id.clone(),
            heading: layout.say(&format!("question-{id}")).to_owned(),
            hint: layout.perhaps(&format!("question-{id}-hint")).map(str::to_owned),
            why: layout.perhaps(&format!("question-{id}-why")).map(str::to_owned),
            fields: fields.iter().map(view).collect(),
            another: question.repeat.is_some(),
            tap,
        }
        .with_heading()
    }

    /// A question with one field is that field's label.
    fn with_heading(mut self) -> Self {
        if let [only] = self.fields.as_mut_slice() {
            only.label.clone_from(&self.heading);
            if only.hint.is_none() {
                only.hint = self.hint.take();
            }
        }
        self
    }

    /// Whether the label of its one field is the page's heading.
    pub(crate) const fn is_lone(&self) -> bool {
        self.fields.len() == 1
    }

    /// What is wrong, for the top of the page.
    pub(crate) fn faults(&self) -> Vec<FaultLink> {
        FaultLink::all(&self.fields)
    }
}

/// A field as it is sent: the programme's field under the name of its record.
struct Input<'q> {
    field: &'q Field,
    name: String,
    /// Which of several, from 0.
    place: usize,
}

/// The fields of a question as they are sent: those of every record there is, and one box more for another country.
fn inputs<'q>(question: &'q Question, answers: &RawAnswers, another: bool) -> Vec<Input<'q>> {
    let mut all = Vec::new();
    let most = question.repeat.as_ref().map_or(1, |repeat| repeat.most);
    let turns = question.turns(answers).max(1) + u8::from(another);
    for turn in 0..turns.min(most) {
        for field in &question.fields {
            let name = question.name_of(field, turn);
            // A field that does not belong to the records is asked once.
            if turn > 0 && name == field.name {
                continue;
            }
            if field.kind == Kind::Countries {
                let boxes = field.names(&name);
                let given = boxes.iter().rposition(|name| is_given(answers, name)).map_or(0, |last| last + 1);
                let shown = boxes.into_iter().enumerate().take((given + 1).max(2));
                all.extend(shown.map(|(place, name)| Input { field, name, place }));
            } else {
                all.push(Input { field, name, place: 0 });
            }
        }
    }
    all
}

fn is_given(answers: &RawAnswers, name: &str) -> bool {
    answers.0.get(name).is_some_and(|value| !value.trim().is_empty())
}

impl Input<'_> {
    /// The names its parts are sent under.
    fn parts(&self) -> Vec<String> {
        match self.field.kind {
            Kind::Date => self.field.names(&self.name),
            _ => vec![self.name.clone()],
        }
    }

    fn view(&self, layout: &Layout, answers: &RawAnswers, faults: &[AnswerFault], tap: bool) -> FieldView {
        let key = self.field.message();
        let label = match (self.field.kind, self.place) {
            (Kind::Countries, 1..) => layout.say("questions-another-country"),
            _ => layout.say(&key),
        };
        let error = faults.iter().find(|fault| fault.field == self.name).map(|fault| {
            let own = (fault.fault.word() == "missing").then(|| layout.perhaps(&format!("{key}-missing")));
            own.flatten().unwrap_or_else(|| layout.say(&format!("fault-{}", fault.fault.word()))).to_owned()
        });
        FieldView {
            label: label.to_owned(),
            hint: layout.perhaps(&format!("{key}-hint")).filter(|_| self.place == 0).map(str::to_owned),
            error,
            autocomplete: self.field.autocomplete.clone().unwrap_or_default(),
            control: self.control(layout, answers, tap),
            name: self.name.clone(),
        }
    }

    fn control(&self, layout: &Layout, answers: &RawAnswers, tap: bool) -> Control {
        let typed = |name: &str| answers.0.get(name).cloned().unwrap_or_default();
        let value = typed(&self.name);
        let text = |kind, inputmode, width| Control::Text { value: value.clone(), kind, inputmode, width };
        match self.field.kind {
            Kind::Text => text("text", "", ""),
            Kind::NamePart => text("text", "", "w20"),
            Kind::LongText => Control::LongText { value },
            Kind::Email => text("email", "email", ""),
            Kind::Phone => text("tel", "tel", "w20"),
            Kind::Number | Kind::Year => text("text", "numeric", "w4"),
            Kind::DocumentNumber => text("text", "", "w10"),
            Kind::Date => Control::Date {
                day: typed(&format!("{}.day", self.name)),
                month: typed(&format!("{}.month", self.name)),
                year: typed(&format!("{}.year", self.name)),
                birthday: self.name == "born",
            },
            Kind::Country | Kind::Countries => Control::List(countries(layout, &self.field.choices, &value)),
            Kind::LanguageList => Control::Many(self.languages(layout, &value)),
            Kind::Choices => Control::Many(self.choices(layout, &value, true)),
            Kind::Choice | Kind::YesNo if tap => Control::Tap(self.choices(layout, &value, false)),
            Kind::Choice | Kind::YesNo => Control::One(self.choices(layout, &value, false)),
        }
    }

    fn choices(&self, layout: &Layout, value: &str, many: bool) -> Vec<Choice> {
        let chosen = |word: &str| if many { value.split(' ').any(|one| one == word) } else { value == word };
        let label = |word: &str| match (word, self.field.kind) {
            (DONT_KNOW, _) => layout.say("form-dont-know"),
            ("yes", Kind::YesNo) => layout.say("form-yes"),
            ("no", Kind::YesNo) => layout.say("form-no"),
            _ => layout.say(&self.field.answer_message(word)),
        };
        let choice = |word: &str| Choice {
            value: word.to_owned(),
            label: label(word).to_owned(),
            chosen: chosen(word),
        };
        self.field.answers().map(choice).collect()
    }

    /// The languages the programme names first, as a person of this language calls them.
    fn languages(&self, layout: &Layout, value: &str) -> Vec<Choice> {
        let name = |code: &String| {
            let language = code.parse().ok()?;
            muster_i18n::language_name(layout.locale(), language).map(str::to_owned)
        };
        let choice = |code: &String| {
            let label = name(code).unwrap_or_else(|| code.clone());
            Choice { chosen: value.split(' ').any(|one| one == code), value: code.clone(), label }
        };
        self.field.choices.iter().map(choice).collect()
    }
}

/// Countries by their names, those the programme meets most often first.
fn countries(layout: &Layout, first: &[String], value: &str) -> Vec<Choice> {
    let all = muster_i18n::countries(layout.locale());
    let choice = |code: &str, name: &str| Choice {
        value: code.to_owned(),
        label: name.to_owned(),
        chosen: code == value,
    };
    let common = first.iter().filter_map(|code| {
        all.iter()
            .find(|(country, _)| country.code() == code)
            .map(|(country, name)| choice(country.code(), name))
    });
    let mut list: Vec<Choice> = common.collect();
    let rest = all.iter().filter(|(country, _)| !first.iter().any(|code| code == country.code()));
    list.extend(rest.map(|(country, name)| choice(country.code(), name)));
    list
}

/// Takes what was sent for a question into the answers, as typed. What was not sent stays as it was.
pub(crate) fn take(question: &Question, posted: &Posted, answers: &mut RawAnswers) {
    let most = question.repeat.as_ref().map_or(1, |repeat| repeat.most);
    for name in (0..most).flat_map(|turn| question.names(turn)).collect::<BTreeSet<_>>() {
        let Some(value) = posted.sent(&name) else { continue };
        let value = value.trim();
        if value.is_empty() {
            answers.0.remove(&name);
        } else {
            answers.0.insert(name, value.to_owned());
        }
    }
}

/// Everything that is wrong with the answers to a question.
pub(crate) fn faults(question: &Question, answers: &RawAnswers, today: Date) -> Vec<AnswerFault> {
    let shown = inputs(question, answers, false);
    let mut missing = Vec::new();
    let mut given: BTreeSet<String> = BTreeSet::new();
    for input in &shown {
        let answered = input.parts().iter().any(|part| is_given(answers, part));
        if answered {
            given.insert(input.name.clone());
        } else if input.field.required && (input.field.kind != Kind::Countries || input.place == 0) {
            missing.push(AnswerFault::missing(&input.name));
        }
    }
    let names: Vec<&str> = given.iter().map(String::as_str).collect();
    missing.extend(faults_of(answers, &names, today));
    // In the order of the page, so that the summary reads like it.
    missing.sort_by_key(|fault| shown.iter().position(|input| input.name == fault.field));
    missing
}

/// Whether somebody answered every field of a question that must be answered, and nothing is wrong with it.
pub(crate) fn is_done(question: &Question, answers: &RawAnswers, today: Date) -> bool {
    faults(question, answers, today).is_empty()
}

/// Whether anything was answered.
pub(crate) fn is_begun(question: &Question, answers: &RawAnswers) -> bool {
    inputs(question, answers, false).iter().flat_map(Input::parts).any(|part| is_given(answers, &part))
}

/// The answers to a question in words, for reading them back: label and value.
pub(crate) fn in_words(layout: &Layout, question: &Question, answers: &RawAnswers) -> Vec<(String, String)> {
    let mut rows = Vec::new();
    for input in inputs(question, answers, false) {
        let view = input.view(layout, answers, &[], false);
        let chosen = |choices: &[Choice]| {
            let labels = choices.iter().filter(|choice| choice.chosen).map(|choice| choice.label.clone());
            labels.collect::<Vec<_>>().join(", ")
        };
        let value = match &view.control {
            Control::Text { value, .. } | Control::LongText { value } => value.clone(),
            Control::One(choices)
            | Control::Many(choices)
            | Control::List(choices)
            | Control::Tap(choices) => chosen(choices),
            Control::Date { day, month, year, .. } => date_in_words(layout, day, month, year),
        };
        if !value.is_empty() {
            rows.push((view.label, value));
        }
    }
    rows
}

/// A date as it is read, or as it was typed if it is none.
fn date_in_words(layout: &Layout, day: &str, month: &str, year: &str) -> String {
    let read = || Date::new(year.parse().ok()?, muster_i18n::read_month(month)?, day.parse().ok()?).ok();
    let typed = || format!("{day} {month} {year}").trim().to_owned();
    read().map_or_else(typed, |date| muster_i18n::long_date(layout.locale(), date))
}
