//! All questions of an application on one sheet.

use crate::{
    Layout,
    form::{Control, FaultLink, FieldView, Posted},
    portal::questions::{self, QuestionView},
};
use jiff::civil::Date;
use muster_app::{
    intake::answers::{self, AnswerFault, Read, suggestion},
    programme::{Portal, Question},
};
use muster_case::intake::RawAnswers;

/// The field that says: this word of two scripts is written as it should be.
const AS_TYPED: &str = "names_as_typed";

/// All questions, by task, with what was typed.
pub(crate) struct Sheet {
    /// The tasks, in order.
    pub(crate) groups: Vec<Group>,
    /// Whether a word of two scripts was confirmed before.
    pub(crate) names_as_typed: bool,
}

/// A task with its questions.
pub(crate) struct Group {
    /// Its name.
    pub(crate) name: String,
    /// Its questions, in order.
    pub(crate) questions: Vec<QuestionView>,
}

impl Sheet {
    /// The sheet with answers and what is wrong with them; with one more record of the question named `another`.
    pub(crate) fn new(
        layout: &Layout,
        portal: &Portal,
        answers: &RawAnswers,
        faults: &[AnswerFault],
        another: &str,
    ) -> Self {
        let view = |question: &Question| {
            // On a sheet no single answer sends everything.
            let question = Question { tap: false, ..question.clone() };
            QuestionView::new(layout, &question, answers, faults, question.id == another)
        };
        let groups = portal.tasks().iter().map(|task| Group {
            name: layout.say(&format!("task-{}", task.id)).to_owned(),
            questions: portal.questions_of(task).map(view).collect(),
        });
        Self { groups: groups.collect(), names_as_typed: answers.0.contains_key(AS_TYPED) }
    }

    /// What is wrong, in the order of the sheet.
    pub(crate) fn faults(&self) -> Vec<FaultLink> {
        self.groups.iter().flat_map(|group| &group.questions).flat_map(QuestionView::faults).collect()
    }
}

/// What a word of two scripts may have been meant as.
pub(crate) fn meant(layout: &Layout, field: &FieldView) -> Option<String> {
    let Control::Text { value, .. } = &field.control else { return None };
    field.error.as_ref()?;
    let word = suggestion(value)?;
    Some(layout.say_with("questions-did-you-mean", &[("word", word.as_str().into())]))
}

/// Takes everything that was sent into the answers, as typed.
pub(crate) fn take(portal: &Portal, posted: &Posted, answers: &mut RawAnswers) {
    for question in portal.tasks().iter().flat_map(|task| portal.questions_of(task)) {
        questions::take(question, posted, answers);
    }
    if posted.has(AS_TYPED) {
        answers.0.insert(AS_TYPED.to_owned(), "yes".to_owned());
    }
}

/// What the answers say, once nothing is wrong with them; else every fault, in the order of the sheet.
///
/// # Errors
/// The faults.
pub(crate) fn read(portal: &Portal, answers: &RawAnswers, today: Date) -> Result<Read, Vec<AnswerFault>> {
    let asked = portal.tasks().iter().flat_map(|task| portal.questions_of(task));
    let asked = asked.filter(|question| question.shown(answers));
    let mut faults: Vec<AnswerFault> =
        asked.flat_map(|question| questions::faults(question, answers, today)).collect();
    match answers::read(answers, today) {
        Ok(read) if faults.is_empty() => Ok(read),
        Ok(_) => Err(faults),
        Err(more) => {
            for fault in more {
                if faults.iter().all(|known| known.field != fault.field) {
                    faults.push(fault);
                }
            }
            Err(faults)
        }
    }
}
