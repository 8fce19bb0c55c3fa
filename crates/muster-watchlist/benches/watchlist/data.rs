//! The labelled pairs and queries, where they are there.

use crate::say::Say;
use muster_watchlist::pairs::{PairRow, read_pairs};
use std::path::{Path, PathBuf};

/// Where the data are.
pub(crate) struct Data {
    pub(crate) pairs: PathBuf,
    pub(crate) lists: PathBuf,
    half: String,
}

impl Data {
    pub(crate) fn from_environment() -> Self {
        let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
        let folder =
            |variable, name| std::env::var_os(variable).map_or_else(|| beside.join(name), PathBuf::from);
        Self {
            pairs: folder("MUSTER_BENCH_PAIRS", "pairs"),
            lists: folder("MUSTER_BENCH_LISTS", "lists"),
            half: std::env::var("MUSTER_BENCH_HALF").unwrap_or_else(|_| "dev".into()),
        }
    }

    /// The rows of a set, every k-th if only a sample is wanted.
    pub(crate) fn try_rows(&self, set: &str, sample: usize) -> Result<Vec<PairRow>, String> {
        let name = format!("{set}.{}.tsv", self.half);
        let file = std::fs::File::open(self.pairs.join(&name)).map_err(|_| format!("{name} is absent"))?;
        let rows: Vec<_> = read_pairs(file)
            .and_then(Iterator::collect::<Result<_, _>>)
            .map_err(|error| format!("{name}: {error}"))?;
        Ok(every(rows, sample))
    }

    /// The same; what is absent is said, and is empty.
    pub(crate) fn rows(&self, set: &str, sample: usize, say: &Say) -> Vec<PairRow> {
        self.try_rows(set, sample).unwrap_or_else(|cause| {
            say.note(&format!("  left out: {cause}"));
            Vec::new()
        })
    }
}

/// About `sample` of all, evenly spread; all if 0.
pub(crate) fn every<T>(all: Vec<T>, sample: usize) -> Vec<T> {
    let step = if sample == 0 { 1 } else { all.len().div_ceil(sample).max(1) };
    all.into_iter().step_by(step).collect()
}

/// What script a text is in, by its first letter.
pub(crate) fn script(text: &str) -> &'static str {
    let Some(first) = text.chars().find(|c| c.is_alphabetic()) else { return "none" };
    match u32::from(first) {
        0x0000..=0x024f | 0x1e00..=0x1eff => "latin",
        0x0370..=0x03ff => "greek",
        0x0400..=0x052f => "cyrillic",
        0x0530..=0x058f => "armenian",
        0x0590..=0x05ff => "hebrew",
        0x0600..=0x06ff | 0x0750..=0x077f | 0xfb50..=0xfeff => "arabic",
        0x0900..=0x097f => "devanagari",
        0x0e00..=0x0e7f => "thai",
        0x10a0..=0x10ff => "georgian",
        0x3040..=0x30ff => "kana",
        0x1100..=0x11ff | 0xac00..=0xd7af => "hangul",
        0x3400..=0x9fff => "han",
        _ => "other",
    }
}
