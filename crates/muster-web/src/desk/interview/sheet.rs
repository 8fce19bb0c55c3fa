//! The questions with their anchors, and what a rater noted.

use crate::{
    Layout,
    form::{Choice, Control, FaultLink, FieldView, Posted},
};
use muster_app::{
    Instrument,
    interview::{Assessment, Notes, RatingFault},
    programme::Anchored,
};

/// A question as a rater sees it.
pub(super) struct Asked {
    /// What is asked.
    pub(super) ask: String,
    /// What shows whether somebody knows the trade.
    pub(super) probe: Option<String>,
    /// The scale, and what was heard.
    pub(super) fields: [FieldView; 2],
}

/// Every question, with what was noted and what is missing.
pub(super) fn asked(
    layout: &Layout,
    instrument: &Instrument,
    trade: Option<&str>,
    notes: &Notes,
    faults: &[(String, RatingFault)],
) -> Vec<Asked> {
    let one = |(question, number): (&Anchored, i64)| {
        let fault = faults.iter().find(|(id, _)| *id == question.id).map(|(_, fault)| *fault);
        let complaint = |wanted, key: &str| {
            (fault == Some(wanted)).then(|| layout.say_with(key, &[("number", number.into())]))
        };
        let level = FieldView {
            name: format!("level.{}", question.id),
            label: layout.say_with("desk-interview-level", &[("number", number.into())]),
            hint: None,
            error: complaint(RatingFault::Level, "desk-interview-level-missing"),
            autocomplete: String::new(),
            control: Control::One(scale(layout, question, notes)),
        };
        let evidence = FieldView {
            name: format!("evidence.{}", question.id),
            label: layout.say_with("desk-interview-evidence", &[("number", number.into())]),
            hint: None,
            error: complaint(RatingFault::Evidence, "desk-interview-evidence-missing"),
            autocomplete: String::new(),
            control: Control::LongText { value: notes.evidence(&question.id).to_owned() },
        };
        let probe = trade.and_then(|trade| question.probe(trade));
        Asked {
            ask: question.ask.say(layout.lang()).to_owned(),
            probe: probe.map(|probe| probe.ask.say(layout.lang()).to_owned()),
            fields: [level, evidence],
        }
    };
    instrument.questions.iter().zip(1..).map(one).collect()
}

fn scale(layout: &Layout, question: &Anchored, notes: &Notes) -> Vec<Choice> {
    let anchors = [Some(&question.low), None, Some(&question.middle), None, Some(&question.high)];
    let choice = |(anchor, level): (Option<&muster_app::programme::Words>, u8)| {
        let words = anchor
            .map_or_else(|| layout.say("desk-interview-between"), |words| words.say(layout.lang()))
            .to_owned();
        Choice {
            value: level.to_string(),
            label: format!("{level} – {words}"),
            chosen: notes.level(&question.id) == Some(level),
        }
    };
    anchors.into_iter().zip(1..).map(choice).collect()
}

/// What is missing, for the top of the page.
pub(super) fn faults(asked: &[Asked]) -> Vec<FaultLink> {
    asked.iter().flat_map(|question| FaultLink::all(&question.fields)).collect()
}

/// What was sent, taken into what was noted before.
pub(super) fn take(instrument: &Instrument, posted: &Posted, mut notes: Notes) -> Notes {
    for question in &instrument.questions {
        for name in [format!("level.{}", question.id), format!("evidence.{}", question.id)] {
            if let Some(value) = posted.sent(&name) {
                notes.0.insert(name, value.to_owned());
            }
        }
    }
    notes
}

/// Ratings side by side.
pub(super) struct Compared {
    /// What was asked.
    pub(super) ask: String,
    /// Level and evidence of each rater, in the order of the raters; nothing where a rater was not asked this.
    pub(super) rated: Vec<Option<(u8, String)>>,
    /// Whether two raters are two levels apart or more.
    pub(super) apart: bool,
}

/// Every question with what each rater gave. A question of another edition shows by its word.
pub(super) fn compared(layout: &Layout, instrument: &Instrument, sent: &[Assessment]) -> Vec<Compared> {
    let mut ids: Vec<&str> = instrument.questions.iter().map(|question| question.id.as_str()).collect();
    for id in sent.iter().flat_map(|one| one.ratings.keys()) {
        if !ids.contains(&id.as_str()) {
            ids.push(id);
        }
    }
    let row = |id: &str| {
        let rated: Vec<Option<(u8, String)>> = sent.iter().map(|one| one.ratings.get(id).cloned()).collect();
        let levels = || rated.iter().flatten().map(|(level, _)| *level);
        let apart = levels().max().unwrap_or(0) - levels().min().unwrap_or(0) >= 2;
        let ask = instrument.question(id).map_or(id, |question| question.ask.say(layout.lang())).to_owned();
        Compared { ask, rated, apart }
    };
    let asked = ids.into_iter().filter(|id| sent.iter().any(|one| one.ratings.contains_key(*id)));
    asked.map(row).collect()
}
