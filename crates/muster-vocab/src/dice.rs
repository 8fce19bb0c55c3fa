//! Chance, handed in.

use rand_chacha::ChaCha8Rng;
use rand_core::{Rng as _, SeedableRng as _};

/// Chance that whoever needs it is given. Seeded, it repeats; keys and nonces never come from it.
pub trait Dice: Send {
    /// 64 random bits.
    fn roll(&mut self) -> u64;

    /// A new identifier.
    fn id<T: From<u128>>(&mut self) -> T
    where
        Self: Sized,
    {
        T::from((u128::from(self.roll()) << 64) | u128::from(self.roll()))
    }

    /// A number in `0..below`; 0 if `below` is 0.
    fn below(&mut self, below: u64) -> u64 {
        // The high half of a 128-bit product: a bias below 2^-64 * `below` (Lemire 2019, without rejection).
        ((u128::from(self.roll()) * u128::from(below)) >> 64) as u64
    }

    /// A number in `low..=high`.
    fn between(&mut self, low: i64, high: i64) -> i64 {
        low + self.below((high - low).max(0) as u64 + 1) as i64
    }

    /// A fraction in `0.0..1.0`.
    fn fraction(&mut self) -> f64 {
        (self.roll() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// True with probability `p`.
    fn chance(&mut self, p: f64) -> bool {
        self.fraction() < p
    }

    /// One of `from`, each as likely.
    ///
    /// # Panics
    /// If `from` is empty.
    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T
    where
        Self: Sized,
    {
        &from[self.below(from.len() as u64) as usize]
    }

    /// One of `from`, as likely as its weight.
    ///
    /// # Panics
    /// If `from` is empty.
    fn weighted<'a, T>(&mut self, from: &'a [(T, f64)]) -> &'a T
    where
        Self: Sized,
    {
        let mut left = self.fraction() * from.iter().map(|(_, weight)| weight).sum::<f64>();
        for (value, weight) in from {
            left -= weight;
            if left < 0.0 {
                return value;
            }
        }
        &from[from.len() - 1].0
    }

    /// Puts `items` in a random order (Fisher and Yates).
    fn shuffle<T>(&mut self, items: &mut [T])
    where
        Self: Sized,
    {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last as u64 + 1) as usize);
        }
    }
}

impl<D: Dice + ?Sized> Dice for &mut D {
    fn roll(&mut self) -> u64 {
        (**self).roll()
    }
}

/// Dice that repeat for a seed, on every machine (ChaCha with 8 rounds).
#[derive(Debug, Clone)]
pub struct SeededDice(ChaCha8Rng);

impl SeededDice {
    /// The stream of `seed`.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    /// Another stream of the same seed, so that one part's rolls never shift another's.
    #[must_use]
    pub fn stream(seed: u64, stream: u64) -> Self {
        let mut dice = ChaCha8Rng::seed_from_u64(seed);
        dice.set_stream(stream);
        Self(dice)
    }
}

impl Dice for SeededDice {
    fn roll(&mut self) -> u64 {
        self.0.next_u64()
    }
}

/// Dice of the operating system, for a mission that is not a play.
#[derive(Debug, Clone, Copy, Default)]
pub struct OsDice;

impl Dice for OsDice {
    /// # Panics
    /// If the operating system has no random bytes to give; nothing safe can be done without them.
    fn roll(&mut self) -> u64 {
        getrandom::u64().expect("the operating system gives random bytes")
    }
}
