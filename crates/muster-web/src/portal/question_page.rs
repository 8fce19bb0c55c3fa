//! Page 8: one question.

use super::questions::QuestionView;
use crate::{
    Layout,
    form::{Control, FieldView},
};
use askama::Template;
use muster_app::intake::answers::suggestion;

/// One question, in the pre-check or in an application.
#[derive(Template)]
#[template(path = "portal/question.html")]
pub(crate) struct QuestionPage {
    layout: Layout,
    question: QuestionView,
    action: String,
    progress: Option<String>,
    leave: Option<String>,
}

impl QuestionPage {
    pub(crate) fn new(mut layout: Layout, question: QuestionView, action: String) -> Self {
        layout.title.clone_from(&question.heading);
        layout.faulty = question.fields.iter().any(|field| field.error.is_some());
        Self { layout, question, action, progress: None, leave: None }
    }

    pub(crate) fn with_progress(mut self, progress: String) -> Self {
        self.progress = Some(progress);
        self
    }

    /// With a way to stop here and go on later.
    pub(crate) fn with_leave(mut self, leave: String) -> Self {
        self.leave = Some(leave);
        self
    }

    /// What a word of mixed scripts may have been meant as: a question, not an error.
    fn suggestion(&self, field: &FieldView) -> Option<String> {
        let Control::Text { value, .. } = &field.control else { return None };
        field.error.as_ref()?;
        let word = suggestion(value)?;
        Some(self.layout.say_with("questions-did-you-mean", &[("word", word.as_str().into())]))
    }
}
