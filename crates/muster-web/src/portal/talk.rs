//! The talk whose time is fixed, as page 13 tells it: when on which clocks, and the words by which the caller is known.

use crate::{
    Layout,
    clocks::{on_both, towns},
    form::FieldView,
};
use muster_app::{Programme, interview::OwnCall};
use muster_vocab::MissionCode;
use serde::Deserialize;

/// By whose clocks the visitor goes, in the address: a town says nothing of a person.
#[derive(Deserialize, Default)]
pub(crate) struct Asked {
    #[serde(default)]
    pub(super) clock: String,
}

/// The talk, in words.
pub(crate) struct TalkView {
    /// When it is, on each clock.
    pub(crate) clocks: Vec<String>,
    /// What whoever calls says first.
    pub(crate) phrase: String,
    /// The towns to choose one of.
    pub(crate) field: FieldView,
}

impl TalkView {
    /// The talk on the mission's clocks, and on those of the town in `theirs`.
    pub(crate) fn new(
        layout: &Layout,
        programme: &Programme,
        mission: &MissionCode,
        call: &OwnCall,
        theirs: &str,
    ) -> Self {
        let field = FieldView {
            name: "clock".to_owned(),
            label: layout.say("status-talk-town").to_owned(),
            hint: None,
            error: None,
            autocomplete: String::new(),
            control: towns(layout, programme, theirs),
        };
        let clocks = on_both(layout, programme, Some(mission), theirs, call.starts);
        Self { clocks, phrase: call.phrase.clone(), field }
    }
}

/// A talk as it may be.
pub(super) fn sample(layout: &Layout, programme: &Programme, mission: &MissionCode, clock: &str) -> TalkView {
    let starts = jiff::Timestamp::constant(1_646_323_200, 0);
    let call = OwnCall { starts, phrase: "amber harbour violet lantern".to_owned() };
    TalkView::new(layout, programme, mission, &call, clock)
}
