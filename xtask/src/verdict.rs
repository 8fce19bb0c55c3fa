//! How a check ended, in one word.

/// How a check ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// All was well.
    Passed,
    /// Something was not.
    Failed,
    /// Nothing was checked, because something that is not ours could not be had. It fails nothing, and is never called passed.
    Skipped,
}

impl From<bool> for Verdict {
    fn from(well: bool) -> Self {
        if well { Self::Passed } else { Self::Failed }
    }
}
