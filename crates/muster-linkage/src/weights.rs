//! What each level weighs against each rival explanation, in thousandths of a bit.
//!
//! A pair is set against every other explanation there is: that both are relatives, twins, namesakes, people with a birthday
//! and a name in common, or strangers. Against each of them the levels of all fields are added up. The score is the
//! lowest of these sums: what the least unlikely other explanation leaves.

use crate::{
    answer::MilliBits,
    levels::{COUNT, FIELDS, Field, Levels, MOST_LEVELS, NOT_SAME, OPEN, numbers::named_after_other},
};
use serde::Serialize;
use std::{fmt, str::FromStr};

/// What a pair of records may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// One person.
    Same,
    /// Two people of one family or household.
    Relatives,
    /// Two people of one family with one birthday.
    Twins,
    /// Two people with the same or similar names.
    Namesakes,
    /// Two people with the same or a similar birthday, and something else in common.
    Birthday,
    /// Two people who share little.
    Strangers,
}

impl Kind {
    pub(crate) const ALL: [Self; 6] =
        [Self::Same, Self::Relatives, Self::Twins, Self::Namesakes, Self::Birthday, Self::Strangers];
    /// Everything but one person.
    pub(crate) const RIVALS: [Self; 5] =
        [Self::Relatives, Self::Twins, Self::Namesakes, Self::Birthday, Self::Strangers];

    /// The name of the first part of the evidence: how much rarer it is, among pairs that share a key, that both are
    /// one person.
    pub(crate) const fn beforehand(self) -> &'static str {
        match self {
            Self::Same => "before.same",
            Self::Relatives => "before.relatives",
            Self::Twins => "before.twins",
            Self::Namesakes => "before.namesakes",
            Self::Birthday => "before.birthday",
            Self::Strangers => "before.strangers",
        }
    }
}

/// What each level of each field weighs.
pub(crate) type Bits = [[i32; MOST_LEVELS]; COUNT];

/// Weights against every rival. They are written and read as text, a line for each level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weights {
    rivals: [(i32, Bits); Kind::RIVALS.len()],
    /// The same numbers in the order in which they are added up.
    sums: Box<Sums>,
    /// Told with every piece of evidence, so it is made once.
    name: Box<str>,
}

/// Sums against every rival at once, side by side: more places than rivals, so that a processor adds them in one go.
type Side = [i32; 8];

/// Weights in the order in which they are added up.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Sums {
    before: Side,
    levels: [[Side; MOST_LEVELS]; COUNT],
    /// The most a field can add, and the most if it is not the same.
    most: [[Side; 2]; COUNT],
}

impl Default for Sums {
    fn default() -> Self {
        let none = [0; 8];
        Self { before: none, levels: [[none; MOST_LEVELS]; COUNT], most: [[none; 2]; COUNT] }
    }
}

fn higher(a: Side, b: Side) -> Side {
    std::array::from_fn(|rival| a[rival].max(b[rival]))
}

impl Sums {
    fn of(rivals: &[(i32, Bits); Kind::RIVALS.len()]) -> Self {
        let mut sums = Self::default();
        for (rival, (before, bits)) in rivals.iter().enumerate() {
            sums.before[rival] = *before;
            for (field, bits) in bits.iter().enumerate() {
                for (level, bits) in bits.iter().enumerate() {
                    sums.levels[field][level][rival] = *bits;
                }
            }
        }
        for (most, levels) in sums.most.iter_mut().zip(&sums.levels) {
            let all = |from: usize| levels[from..].iter().copied().fold([0; 8], higher);
            *most = [all(1), all(2)];
        }
        // What is the same stays the same under another name.
        let named = usize::from(named_after_other(1));
        let email = &sums.levels[Field::Email as usize];
        let others = email.iter().enumerate().filter(|(level, _)| *level > 1 && *level != named);
        sums.most[Field::Email as usize][1] = others.map(|(_, adds)| *adds).fold([0; 8], higher);
        sums
    }

    fn of_levels(&self, levels: Levels) -> Side {
        let mut sums = self.before;
        for ((level, adds), most) in levels.0.into_iter().zip(&self.levels).zip(&self.most) {
            let adds = match level {
                OPEN => &most[0],
                NOT_SAME => &most[1],
                level => &adds[usize::from(level)],
            };
            for (sum, adds) in sums.iter_mut().zip(adds) {
                *sum += adds;
            }
        }
        sums
    }
}

/// A text that is no table of weights: the line that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadWeights(pub String);

impl fmt::Display for BadWeights {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "this line of the weights is not a level and five numbers: {}", self.0)
    }
}

impl std::error::Error for BadWeights {}

impl Weights {
    pub(crate) fn new(rivals: &[(i32, Bits); Kind::RIVALS.len()]) -> Self {
        Self { rivals: *rivals, sums: Box::default(), name: "".into() }.named()
    }

    /// The weights that belong to this version of the engine.
    ///
    /// # Panics
    /// Never: a test reads the same text.
    #[must_use]
    pub fn shipped() -> Self {
        include_str!("../data/weights.tsv").parse().expect("the shipped weights are readable")
    }

    /// A name for exactly these weights: evidence says by which it was added up.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    fn named(mut self) -> Self {
        let start = 0xcbf2_9ce4_8422_2325_u64;
        let hash = self
            .to_string()
            .bytes()
            .fold(start, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        self.name = format!("{hash:016x}").into();
        self.sums = Box::new(Sums::of(&self.rivals));
        self
    }

    /// The score of a pair, and the explanation that leaves no more.
    pub(crate) fn score(&self, levels: Levels) -> (i32, Kind) {
        let sums = self.sums.of_levels(levels);
        let sums = sums.into_iter().zip(Kind::RIVALS);
        sums.min().unwrap_or((0, Kind::Strangers))
    }

    /// The highest score a pair can reach of which not every field is compared yet.
    pub(crate) fn most(&self, levels: Levels) -> MilliBits {
        let sums = self.sums.of_levels(levels);
        MilliBits(sums[..Kind::RIVALS.len()].iter().copied().min().unwrap_or(0))
    }

    /// What speaks for one person against a rival before anything is compared, and what each level adds.
    pub(crate) fn against(&self, rival: Kind) -> &(i32, Bits) {
        let at = Kind::RIVALS.iter().position(|kind| *kind == rival).unwrap_or(0);
        &self.rivals[at]
    }

    /// Sets one line; whether there is such a level.
    fn set(&mut self, rule: &str, bits: [i32; Kind::RIVALS.len()]) -> bool {
        if rule == BEFORE {
            for (rival, bits) in self.rivals.iter_mut().zip(bits) {
                rival.0 = bits;
            }
            return true;
        }
        let Some((field, level)) = place_of(rule) else { return false };
        for (rival, bits) in self.rivals.iter_mut().zip(bits) {
            rival.1[field as usize][level] = bits;
        }
        true
    }
}

/// The line that holds before anything is compared.
const BEFORE: &str = "before";

fn place_of(rule: &str) -> Option<(Field, usize)> {
    let known = |field: Field| field.rules().iter().position(|known| *known == rule);
    FIELDS.into_iter().find_map(|field| known(field).filter(|level| *level > 0).map(|level| (field, level)))
}

impl fmt::Display for Weights {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "# thousandths of a bit for one person, against: relatives, twins, namesakes, birthday, strangers\n",
        )?;
        let mut line = |rule: &str, bits: [i32; Kind::RIVALS.len()]| {
            let [relatives, twins, namesakes, birthday, strangers] = bits;
            writeln!(f, "{rule}\t{relatives}\t{twins}\t{namesakes}\t{birthday}\t{strangers}")
        };
        line(BEFORE, std::array::from_fn(|rival| self.rivals[rival].0))?;
        for field in FIELDS {
            for (level, rule) in field.rules().iter().enumerate().skip(1) {
                line(rule, std::array::from_fn(|rival| self.rivals[rival].1[field as usize][level]))?;
            }
        }
        Ok(())
    }
}

impl FromStr for Weights {
    type Err = BadWeights;

    /// Reads what [`Weights`] prints. Levels that are not named weigh nothing.
    ///
    /// # Errors
    /// If a line names no level, or has other than five whole numbers.
    fn from_str(text: &str) -> Result<Self, BadWeights> {
        let rivals = [(0, [[0; MOST_LEVELS]; COUNT]); Kind::RIVALS.len()];
        let mut weights = Self { rivals, sums: Box::default(), name: "".into() };
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let bad = || BadWeights(line.to_owned());
            let (rule, numbers) = line.split_once('\t').ok_or_else(bad)?;
            let numbers: Vec<i32> =
                numbers.split('\t').map(str::parse).collect::<Result<_, _>>().map_err(|_| bad())?;
            let numbers = numbers.try_into().map_err(|_| bad())?;
            if !weights.set(rule, numbers) {
                return Err(bad());
            }
        }
        Ok(weights.named())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let weights = Weights::shipped();
        assert_eq!(weights.to_string().parse(), Ok(weights.clone()));
        assert_eq!(weights.name().len(), 16);
    }

    #[test]
    fn a_line_that_is_no_weight_is_named() {
        for line in [
            "born.same\t1\t2\t3",
            "born.same\ta\tb\tc\td\te",
            "born.unknown\t1\t2\t3\t4\t5",
            "horoscope\t1\t2\t3\t4\t5",
        ] {
            assert_eq!(line.parse::<Weights>(), Err(BadWeights(line.to_owned())));
        }
    }

    #[test]
    fn the_same_document_speaks_for_one_person_whatever_else_may_be() {
        let weights = Weights::shipped();
        for rival in Kind::RIVALS {
            assert!(weights.against(rival).1[Field::Document as usize][1] > 10_000, "{rival:?}");
        }
    }

    #[test]
    fn a_shared_telephone_says_least_against_relatives() {
        let weights = Weights::shipped();
        let phone = |rival| weights.against(rival).1[Field::Phone as usize][1];
        for rival in [Kind::Namesakes, Kind::Birthday, Kind::Strangers] {
            assert!(phone(Kind::Relatives) + 5_000 < phone(rival), "{rival:?}");
        }
    }
}
