//! What became of an entry in a later edition, noted on the hit for whoever rules. Nothing is lifted by it.

use super::ListRef;
use crate::{Case, Decided, Refusal, command::Decide, event::Apply, permit::action};
use muster_vocab::{HitId, Moment};
use serde::{Deserialize, Serialize};

/// What a later edition did with an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryChange {
    /// The list does not have it any more.
    Left,
    /// The list has it with another content.
    Changed,
}

impl EntryChange {
    /// Its word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Changed => "changed",
        }
    }
}

/// Notes on a hit what a later edition did with its entry.
#[derive(Debug, Clone)]
pub struct NoteEntry {
    /// Which hit.
    pub hit: HitId,
    /// The later edition.
    pub list: ListRef,
    /// What it did with the entry.
    pub change: EntryChange,
}

action! { NoteEntry "note_entry" Screener System; }

/// It was noted what a later edition did with an entry. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EntryNoted {
    /// Which hit.
    pub hit: HitId,
    /// The later edition.
    pub list: ListRef,
    /// What it did with the entry.
    pub change: EntryChange,
}

impl Decide for NoteEntry {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        case.must_be_open("note_entry")?;
        let Self { hit, list, change } = self;
        let known = case.hits.get(&hit).ok_or(Refusal::Unknown { what: "hit" })?;
        if known.noted.as_ref().is_some_and(|(noted, how)| *noted == list && *how == change) {
            return Ok(vec![]);
        }
        Ok(vec![EntryNoted { hit, list, change }.into()])
    }
}

impl Apply for EntryNoted {
    fn apply(&self, case: &mut Case, _: &Moment) {
        if let Some(hit) = case.hits.get_mut(&self.hit) {
            hit.noted = Some((self.list.clone(), self.change));
        }
    }
}
