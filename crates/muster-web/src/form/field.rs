//! A field as a page shows it: its words, what was typed, and the complaint beside it.

/// A list longer than this folds.
const FOLDS_FROM: usize = 14;
/// So many of its choices are always shown, as the template says too.
const SHOWN_FIRST: usize = 8;

/// One field of a form, in words.
pub struct FieldView {
    /// The name it is sent under; also its identifier on the page.
    pub name: String,
    /// What is asked.
    pub label: String,
    /// What helps to answer.
    pub hint: Option<String>,
    /// What is wrong with what was typed.
    pub error: Option<String>,
    /// What the browser may fill in (WCAG 1.3.5).
    pub autocomplete: String,
    /// How it is answered.
    pub control: Control,
}

/// How a field is answered.
pub enum Control {
    /// One line.
    Text {
        /// What was typed.
        value: String,
        /// `text`, `email` or `tel`.
        kind: &'static str,
        /// Which keyboard a telephone shows.
        inputmode: &'static str,
        /// How wide, as a word of the style sheet.
        width: &'static str,
    },
    /// Several lines.
    LongText {
        /// What was typed.
        value: String,
    },
    /// One of some.
    One(Vec<Choice>),
    /// Any of some.
    Many(Vec<Choice>),
    /// One of many, in a list of the browser's.
    List(Vec<Choice>),
    /// One of some, answered by the very tap.
    Tap(Vec<Choice>),
    /// A day, in three fields.
    Date {
        /// As typed.
        day: String,
        /// As typed; a name of a month will do.
        month: String,
        /// As typed.
        year: String,
        /// Whether it is a birthday, which browsers know.
        birthday: bool,
    },
}

/// A possible answer.
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
    /// Whether it was chosen.
    pub chosen: bool,
}

impl FieldView {
    /// The identifier of the control a complaint leads to.
    #[must_use]
    pub fn id(&self) -> String {
        match &self.control {
            Control::Date { .. } => format!("{}.day", self.name),
            Control::One(_) | Control::Many(_) | Control::Tap(_) => format!("{}-1", self.name),
            _ => self.name.clone(),
        }
    }

    /// Whether it is a group of controls, which needs a legend.
    #[must_use]
    pub const fn is_group(&self) -> bool {
        matches!(self.control, Control::One(_) | Control::Many(_) | Control::Tap(_) | Control::Date { .. })
    }

    /// Whether the choices after the first eight fold away: a long list is a long way for a thumb.
    #[must_use]
    pub fn folds(&self) -> bool {
        matches!(&self.control, Control::Many(choices) if choices.len() > FOLDS_FROM)
    }

    /// Whether one of the folded choices was chosen: then they are shown.
    #[must_use]
    pub fn is_unfolded(&self) -> bool {
        matches!(&self.control, Control::Many(choices) if choices.iter().skip(SHOWN_FIRST).any(|choice| choice.chosen))
    }

    /// The identifiers that describe it, for `aria-describedby`; empty if nothing does.
    #[must_use]
    pub fn described_by(&self) -> String {
        let hint = self.hint.as_ref().map(|_| format!("{}-hint", self.name));
        let error = self.error.as_ref().map(|_| format!("{}-error", self.name));
        [hint, error].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

/// A complaint in the summary on top of a page, leading to its field.
pub struct FaultLink {
    /// Where it leads.
    pub href: String,
    /// What is wrong: the same words as at the field.
    pub text: String,
}

impl FaultLink {
    /// The complaints of some fields, in their order.
    #[must_use]
    pub fn all(fields: &[FieldView]) -> Vec<Self> {
        let link = |field: &FieldView| {
            let text = field.error.clone()?;
            Some(Self { href: format!("#{}", field.id()), text })
        };
        fields.iter().filter_map(link).collect()
    }
}
