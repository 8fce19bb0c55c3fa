//! What a screening came to, as JSON.

use super::{Fields, PartTold};
use muster_app::watchlist::{AliasStrength, Hit, NotComparable, Probability, Screening, Verdict};
use serde::Serialize;

/// The answer for one row of many, as JSON. The names of the fields are stable.
#[derive(Serialize)]
pub(super) struct RowTold<'a> {
    row: u64,
    #[serde(flatten)]
    told: Told<'a>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    unread: &'a [&'static str],
}

/// The answer for one person, as JSON.
#[derive(Serialize)]
pub(super) struct Told<'a> {
    alerts: Vec<Alert<'a>>,
    not_comparable: &'a [NotComparable],
}

#[derive(Serialize)]
struct Alert<'a> {
    list: &'a str,
    entry: &'a str,
    name: &'a str,
    score_bits: f64,
    probability: Probability,
    verdict: Verdict,
    dated: &'a str,
    alias: AliasStrength,
    entry_digest: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    parts: Option<Vec<PartTold<'a>>>,
}

impl<'a> Told<'a> {
    pub(super) fn of(screening: &'a Screening, fields: &Fields) -> Self {
        let alert = |hit: &'a Hit| Alert {
            list: &hit.list,
            entry: &hit.entry,
            name: &hit.alias,
            score_bits: hit.comparison.score.bits(),
            probability: hit.comparison.probability,
            verdict: hit.comparison.verdict,
            dated: &hit.dated,
            alias: hit.alias_strength,
            entry_digest: hit.entry_digest.to_string(),
            parts: fields.parts(&hit.comparison),
        };
        Self { alerts: screening.hits.iter().map(alert).collect(), not_comparable: &screening.not_comparable }
    }
}

impl<'a> RowTold<'a> {
    pub(super) fn of(
        row: u64,
        screening: &'a Screening,
        unread: &'a [&'static str],
        fields: &Fields,
    ) -> Self {
        Self { row, told: Told::of(screening, fields), unread }
    }
}
