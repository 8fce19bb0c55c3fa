//! What comes out, without the reasons in words: quick enough for every past case.

use crate::edition::{Edition, Effect, Truth};
use crate::facts::Facts;
use std::fmt;

/// What a policy proposes. It is never a decision: a person confirms what is adverse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// Nothing fired and nothing is open.
    Eligible,
    /// Nothing fired, but at least one rule cannot be told from what is known.
    Tentative,
    /// The case is to be sent another way.
    Refer,
    /// A refusal is proposed.
    RefuseProposed,
}

impl Outcome {
    /// Every outcome.
    pub const ALL: [Self; 4] = [Self::Eligible, Self::Tentative, Self::Refer, Self::RefuseProposed];

    /// Its word in files and tables.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Eligible => "eligible",
            Self::Tentative => "tentative",
            Self::Refer => "refer",
            Self::RefuseProposed => "refuse_proposed",
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// Some rules of an edition, by their position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct RuleSet(u128);

impl RuleSet {
    /// Whether no rule is in it.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether the rule at that position is in it.
    pub const fn contains(self, index: usize) -> bool {
        self.0 >> index & 1 == 1
    }

    /// The first rule of the edition that is in it.
    pub fn first(self) -> Option<usize> {
        (!self.is_empty()).then(|| self.0.trailing_zeros() as usize)
    }

    /// The positions, in edition order.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        let mut left = self;
        std::iter::from_fn(move || {
            let index = left.first()?;
            left.0 &= left.0 - 1;
            Some(index)
        })
    }

    const fn add(&mut self, index: usize) {
        self.0 |= 1 << index;
    }
}

/// The outcome with the rules it rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ruling {
    /// What is proposed.
    pub outcome: Outcome,
    /// The rules that fire; the first gives the primary reason.
    pub fired: RuleSet,
    /// The rules that cannot be told from what is known.
    pub undecided: RuleSet,
}

impl Edition {
    /// What the edition proposes on these facts, and by which rules: the quick way, without a word of text.
    ///
    /// # Panics
    /// If the sheet was made for other facts than the edition: that is a fault of the program, and a silent
    /// mix-up of facts would harm people.
    pub fn outcome(&self, facts: &Facts) -> Ruling {
        assert!(
            self.schema.agrees(facts.schema()),
            "the fact sheet and edition {} were read from different facts.toml",
            self.id
        );
        let (mut fired, mut undecided) = (RuleSet::default(), RuleSet::default());
        for (index, rule) in self.rules.iter().enumerate() {
            match rule.condition.truth(facts) {
                Truth::True => fired.add(index),
                Truth::Undecided => undecided.add(index),
                Truth::False => {}
            }
        }
        let outcome = match fired.first().map(|index| &self.rules[index].effect) {
            Some(Effect::RefuseProposed) => Outcome::RefuseProposed,
            Some(Effect::Refer { .. }) => Outcome::Refer,
            None if undecided.is_empty() => Outcome::Eligible,
            None => Outcome::Tentative,
        };
        Ruling { outcome, fired, undecided }
    }
}
