//! Conditions, and logic in three values (Kleene): what is not known never passes for true or false.

use super::predicate::Predicate;
use crate::facts::Facts;

/// True, false, or not to be told from what is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Truth {
    True,
    False,
    Undecided,
}

/// When a rule fires.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Condition {
    Ask(Predicate),
    All(Vec<Condition>),
    Any(Vec<Condition>),
    Not(Box<Condition>),
}

impl From<bool> for Truth {
    fn from(yes: bool) -> Self {
        if yes { Self::True } else { Self::False }
    }
}

impl std::ops::Not for Truth {
    type Output = Self;
    fn not(self) -> Self {
        match self {
            Self::True => Self::False,
            Self::False => Self::True,
            Self::Undecided => Self::Undecided,
        }
    }
}

impl Condition {
    /// Whether it holds, fails or cannot be told from what is known.
    pub(crate) fn truth(&self, facts: &Facts) -> Truth {
        match self {
            Self::Ask(predicate) => predicate.truth(facts),
            Self::All(parts) => strongest(parts, facts, Truth::False),
            Self::Any(parts) => strongest(parts, facts, Truth::True),
            Self::Not(inner) => !inner.truth(facts),
        }
    }

    /// Every question in it, in writing order.
    pub(crate) fn predicates(&self) -> Vec<&Predicate> {
        match self {
            Self::Ask(predicate) => vec![predicate],
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(Self::predicates).collect(),
            Self::Not(inner) => inner.predicates(),
        }
    }
}

/// `settles` as soon as one part gives it; undecided if one part is; otherwise the opposite.
fn strongest(parts: &[Condition], facts: &Facts, settles: Truth) -> Truth {
    let mut so_far = !settles;
    for part in parts {
        let truth = part.truth(facts);
        if truth == settles {
            return settles;
        }
        if truth == Truth::Undecided {
            so_far = Truth::Undecided;
        }
    }
    so_far
}
