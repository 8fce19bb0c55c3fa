//! Where the walks went: stages, rows of the table, commands, refusals.

use super::world::Step;
use muster_case::{Command, Refusal, Stage, transitions};
use muster_vocab::Role;
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

/// What was seen.
#[derive(Default)]
pub(crate) struct Coverage {
    /// Commands asked.
    pub(crate) asked: u64,
    /// Commands that gave an event.
    pub(crate) accepted: u64,
    words: BTreeMap<&'static str, u64>,
    moves: BTreeMap<(Option<Stage>, Stage, Role), u64>,
    refusals: BTreeMap<String, u64>,
}

impl Coverage {
    pub(crate) fn note(&mut self, step: &Step) {
        self.asked += 1;
        let role = step.moment.by.role();
        match &step.answer {
            Ok(events) if !events.is_empty() => {
                self.accepted += 1;
                *self.words.entry(step.command.word()).or_default() += 1;
            }
            Ok(_) => {}
            Err(refusal) => *self.refusals.entry(refusal.key()).or_default() += 1,
        }
        for (from, to, _) in &step.moves {
            *self.moves.entry((*from, *to, role)).or_default() += 1;
        }
    }

    /// Every row of the table by every role it names, and withdrawal and erasure from wherever they may be.
    fn expected() -> BTreeSet<(Option<Stage>, Stage, Role)> {
        let mut all = BTreeSet::new();
        for row in transitions::TRANSITIONS {
            for from in row.from {
                all.extend(row.by.iter().map(|role| (*from, row.to, *role)));
            }
        }
        for stage in Stage::ALL {
            for to in [Stage::Withdrawn, Stage::Erased] {
                let roles = transitions::may_move(Some(*stage), to);
                all.extend(roles.iter().map(|role| (Some(*stage), to, *role)));
            }
        }
        all
    }

    /// What the walks never reached.
    pub(crate) fn missing(&self) -> Vec<String> {
        let seen: BTreeSet<Stage> = self.moves.keys().map(|(_, to, _)| *to).collect();
        let stages =
            Stage::ALL.iter().filter(|stage| !seen.contains(stage)).map(|stage| format!("stage {stage}"));
        let words = Command::ALL.iter().filter(|(word, _)| !self.words.contains_key(word));
        let moves = Self::expected().into_iter().filter(|it| !self.moves.contains_key(it));
        let refusals = Refusal::one_of_each()
            .into_iter()
            .map(|it| it.key())
            .filter(|it| !self.refusals.contains_key(it));
        stages
            .chain(words.map(|(word, _)| format!("command {word}")))
            .chain(moves.map(|(from, to, role)| {
                format!("move {} to {to} by {role}", from.map_or("nothing", Stage::word))
            }))
            .chain(refusals)
            .collect()
    }
}

impl fmt::Display for Coverage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { asked, accepted, words, moves, refusals } = self;
        writeln!(f, "{asked} commands asked, {accepted} accepted")?;
        writeln!(f, "{} kinds of command, {} moves, {} refusals", words.len(), moves.len(), refusals.len())?;
        let mut rare: Vec<_> = moves.iter().collect();
        rare.sort_by_key(|(_, times)| **times);
        for ((from, to, role), times) in rare.iter().take(12) {
            writeln!(f, "  rare: {} to {to} by {role}: {times}", from.map_or("nothing", Stage::word))?;
        }
        Ok(())
    }
}
