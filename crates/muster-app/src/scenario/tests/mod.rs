//! The scenario held against the mission statement.

mod afterwards;
mod interviews;
mod promises;
mod shares;

use super::{Inquiry, Kind, Population};
use std::sync::LazyLock;

/// Ten whole populations, drawn once for all tests.
static TEN: LazyLock<Vec<Population>> =
    LazyLock::new(|| (1..=10).map(|seed| Population::new(seed, 6_000, 21)).collect());

/// Everybody's first inquiry, of all ten populations.
fn firsts() -> impl Iterator<Item = (&'static Population, &'static Inquiry)> {
    TEN.iter().flat_map(|population| {
        population
            .inquiries
            .iter()
            .filter(|inquiry| inquiry.kind == Kind::First)
            .map(move |inquiry| (population, inquiry))
    })
}

/// How many in a hundred of those who write.
fn percent(is: impl Fn(&Population, &Inquiry) -> bool) -> f64 {
    let all = firsts().count() as f64;
    100.0 * firsts().filter(|(population, inquiry)| is(population, inquiry)).count() as f64 / all
}

/// Fails unless `found` is within `tolerance` of `wanted`.
#[track_caller]
fn near(what: &str, found: f64, wanted: f64, tolerance: f64) {
    assert!((found - wanted).abs() <= tolerance, "{what}: found {found:.3}, wanted {wanted} ± {tolerance}");
}
