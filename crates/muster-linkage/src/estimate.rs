//! Weights from records without labels, by expectation maximisation (Dempster, Laird and Rubin, 1977).
//!
//! Pairs that share a key are of several kinds: one person twice, relatives, namesakes, people who share a birthday and
//! a name, and strangers who share next to nothing. What each kind looks like is estimated from all pairs at once,
//! beginning with what is known of such kinds beforehand. It is floating point, and runs when weights are made; with
//! weights one only adds integers.

use crate::{
    levels::{COUNT, FIELDS, Field, Levels, MOST_LEVELS},
    weights::{Kind, Weights},
};
use std::collections::HashMap;

/// Pairs by their levels: how many have exactly these.
#[derive(Debug, Default)]
pub(crate) struct Patterns {
    counts: HashMap<Levels, u64>,
}

impl Patterns {
    pub(crate) fn add(&mut self, levels: Levels) {
        *self.counts.entry(levels).or_default() += 1;
    }

    /// Weights from these pairs; `None` if there is no pair.
    pub(crate) fn estimate(&self) -> Option<Weights> {
        if self.counts.is_empty() {
            return None;
        }
        // In one order, so that sums are the same every time.
        let mut patterns: Vec<(Levels, f64)> =
            self.counts.iter().map(|(levels, count)| (*levels, *count as f64)).collect();
        patterns.sort_by_key(|(levels, _)| *levels);
        let mut model = Model::beforehand(&patterns);
        for _ in 0..ROUNDS {
            model = model.better(&patterns);
        }
        Some(model.weights())
    }
}

/// After so many rounds nothing that matters moves any more.
const ROUNDS: usize = 40;
/// How many pairs what is known beforehand is worth, as a share of all pairs of its kind.
const BELIEF: f64 = 0.5;
/// How many pairs the spread of levels among all pairs is worth inside such a share.
const WITHIN: f64 = 20.0;
/// How many of the pairs of relatives are twins.
const TWINS_OF_RELATIVES: f64 = 0.03;
/// The score is the lowest of several sums, and so says less for one person than all pairs together show: by so many
/// thousandths of a bit, measured once with labels.
const LOWEST_OF_SEVERAL: i32 = 3_200;
/// Nothing is impossible.
const LEAST: f64 = 1e-6;

type Table = [[f64; MOST_LEVELS]; COUNT];

/// How frequent each kind is and how frequent each level is in it.
struct Model {
    kinds: [(f64, Table); Kind::ALL.len()],
    beforehand: [Table; Kind::ALL.len()],
}

impl Model {
    fn beforehand(patterns: &[(Levels, f64)]) -> Self {
        let mut seen = [[0.0; MOST_LEVELS]; COUNT];
        for (levels, count) in patterns {
            for (field, level) in levels.0.iter().enumerate() {
                seen[field][usize::from(*level)] += count;
            }
        }
        let kinds = Kind::ALL.map(|kind| (Belief::of(kind).share, table_beforehand(kind, &seen)));
        let beforehand = kinds.map(|(_, table)| table);
        Self { kinds, beforehand }
    }

    /// One round: to which kind does each pair belong, and what do the kinds then look like.
    fn better(&self, patterns: &[(Levels, f64)]) -> Self {
        let mut shares = [0.0; Kind::ALL.len()];
        let mut tables = [[[0.0; MOST_LEVELS]; COUNT]; Kind::ALL.len()];
        for (levels, count) in patterns {
            let mut parts = [0.0; Kind::ALL.len()];
            for (part, (share, table)) in parts.iter_mut().zip(&self.kinds) {
                *part = *share;
                for (field, level) in levels.0.iter().enumerate().filter(|(_, level)| **level != 0) {
                    *part *= table[field][usize::from(*level)];
                }
            }
            let sum: f64 = parts.iter().sum::<f64>().max(f64::MIN_POSITIVE);
            for (kind, part) in parts.iter().enumerate() {
                let part = count * part / sum;
                shares[kind] += part;
                for (field, level) in levels.0.iter().enumerate() {
                    tables[kind][field][usize::from(*level)] += part;
                }
            }
        }
        let all: f64 = shares.iter().sum();
        let mut kinds = self.kinds;
        for (kind, (share, table)) in kinds.iter_mut().enumerate() {
            *share = ((shares[kind] + 1.0) / (all + Kind::ALL.len() as f64)).max(LEAST);
            for field in FIELDS.into_iter().filter(|field| !is_given(Kind::ALL[kind], *field)) {
                settle(
                    field,
                    BELIEF * shares[kind] + 10.0,
                    &tables[kind][field as usize],
                    table,
                    &self.beforehand[kind],
                );
            }
        }
        // Twins are too few to be counted: of relatives they are at least so many.
        let relatives = kinds[Kind::Relatives as usize].0;
        let twins = &mut kinds[Kind::Twins as usize].0;
        *twins = twins.max(relatives * TWINS_OF_RELATIVES);
        Self { kinds, beforehand: self.beforehand }
    }

    fn weights(&self) -> Weights {
        let (same_share, same) = &self.kinds[Kind::Same as usize];
        let milli_bits = |a: f64, b: f64| ((a / b).log2() * 1000.0).round() as i32;
        Weights::new(&Kind::RIVALS.map(|rival| {
            let (share, table) = &self.kinds[rival as usize];
            let mut bits = [[0; MOST_LEVELS]; COUNT];
            for field in FIELDS {
                for level in 1..field.rules().len() {
                    let at = field as usize;
                    bits[at][level] = milli_bits(same[at][level], table[at][level]);
                }
            }
            (milli_bits(*same_share, *share) + LOWEST_OF_SEVERAL, bits)
        }))
    }
}

/// Whether a field is what a kind is defined by, and not estimated: a document is of one person, and twins are who share
/// a birthday and no given name.
const fn is_given(kind: Kind, field: Field) -> bool {
    match kind {
        Kind::Same => false,
        Kind::Twins => matches!(field, Field::Document | Field::Given | Field::Born),
        _ => matches!(field, Field::Document),
    }
}

/// What is known beforehand says how often a field agrees, nearly agrees and differs; which levels it then has is told
/// by the pairs alone.
fn settle(field: Field, belief: f64, counts: &[f64; MOST_LEVELS], table: &mut Table, beforehand: &Table) {
    let at = field as usize;
    let levels = 1..field.rules().len();
    let (mut counted, mut expected) = ([0.0; 3], [0.0; 3]);
    for level in levels.clone() {
        counted[class(field, level)] += counts[level] + WITHIN * beforehand[at][level];
        expected[class(field, level)] += beforehand[at][level];
    }
    let known: f64 = counted.iter().sum::<f64>() + belief;
    for level in levels {
        let class = class(field, level);
        let mass = (counted[class] + belief * expected[class]) / known;
        let within = (counts[level] + WITHIN * beforehand[at][level]) / counted[class];
        table[at][level] = (mass * within).max(LEAST);
    }
}

/// What is known of a kind before any pair is seen: how frequent it is, and for each field how often it agrees and how
/// often it nearly agrees.
struct Belief {
    share: f64,
    given: (f64, f64),
    family: (f64, f64),
    middle: (f64, f64),
    born: (f64, f64),
    document: (f64, f64),
    phone: (f64, f64),
    email: (f64, f64),
    origin: (f64, f64),
    address: (f64, f64),
    residence: (f64, f64),
    sex: (f64, f64),
}

impl Belief {
    const fn of(kind: Kind) -> Self {
        match kind {
            Kind::Same => SAME_PERSON,
            Kind::Relatives => RELATIVES,
            Kind::Twins => TWINS,
            Kind::Namesakes => NAMESAKES,
            Kind::Birthday => BIRTHDAY,
            Kind::Strangers => STRANGERS,
        }
    }

    const fn field(&self, field: Field) -> (f64, f64) {
        match field {
            Field::Given => self.given,
            Field::Family => self.family,
            Field::Middle => self.middle,
            Field::Born => self.born,
            Field::Document => self.document,
            Field::Phone => self.phone,
            Field::Email => self.email,
            Field::Origin => self.origin,
            Field::Address => self.address,
            Field::Residence => self.residence,
            Field::Sex => self.sex,
        }
    }
}

/// People renew passports, change numbers and addresses, marry and mistype; birthdays and birthplaces stay.
const SAME_PERSON: Belief = Belief {
    share: 0.05,
    given: (0.87, 0.10),
    family: (0.85, 0.12),
    middle: (0.85, 0.10),
    born: (0.88, 0.117),
    document: (0.60, 0.05),
    phone: (0.50, 0.10),
    email: (0.50, 0.10),
    origin: (0.93, 0.05),
    address: (0.60, 0.20),
    residence: (0.75, 0.15),
    sex: (0.98, 0.0),
};

/// What strangers who share a key have in common.
const STRANGERS: Belief = Belief {
    share: 0.33,
    given: (0.30, 0.20),
    family: (0.30, 0.20),
    middle: (0.05, 0.05),
    born: (0.02, 0.20),
    document: (1e-5, 1e-4),
    phone: (1e-5, 1e-4),
    email: (1e-4, 0.01),
    origin: (0.20, 0.30),
    address: (0.001, 0.05),
    residence: (0.20, 0.30),
    sex: (0.70, 0.0),
};

/// A household shares the family name, the telephone, the address, often the birthplace; now and then a given name, and
/// twins the birthday.
const RELATIVES: Belief = Belief {
    share: 0.02,
    given: (0.08, 0.04),
    family: (0.95, 0.04),
    middle: (0.50, 0.10),
    born: (0.08, 0.10),
    phone: (0.35, 0.03),
    email: (0.35, 0.03),
    origin: (0.90, 0.05),
    address: (0.60, 0.20),
    residence: (0.80, 0.10),
    ..STRANGERS
};

/// Two of a household who share the birthday too; what parts them is the given name.
const TWINS: Belief = Belief { share: 0.003, given: (0.02, 0.04), born: (0.96, 0.03), ..RELATIVES };

/// Addresses for mail are made of names.
const NAMESAKES: Belief = Belief {
    share: 0.30,
    given: (0.85, 0.13),
    family: (0.85, 0.13),
    born: (0.001, 0.15),
    email: (0.01, 0.15),
    ..STRANGERS
};

const BIRTHDAY: Belief =
    Belief { share: 0.30, given: (0.30, 0.10), family: (0.30, 0.10), born: (0.80, 0.19), ..STRANGERS };

/// 0 agrees, 1 nearly, 2 differs.
const fn class(field: Field, level: usize) -> usize {
    field.likeness(level) as usize
}

/// What agrees nearly, or differs, is spread as it is among all pairs.
fn table_beforehand(kind: Kind, seen: &Table) -> Table {
    let mut table = [[LEAST; MOST_LEVELS]; COUNT];
    for field in FIELDS {
        let (agrees, nearly) = Belief::of(kind).field(field);
        let shares = [agrees, nearly, 1.0 - agrees - nearly];
        let levels = 1..field.rules().len();
        let mut sums = [0.0; 3];
        for level in levels.clone() {
            sums[class(field, level)] += seen[field as usize][level] + 1.0;
        }
        for level in levels {
            let class = class(field, level);
            let part = (seen[field as usize][level] + 1.0) / sums[class];
            table[field as usize][level] = (shares[class] * part).max(LEAST);
        }
    }
    table
}
