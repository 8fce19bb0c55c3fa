//! Letters as files, for a play and for trying out.

use super::{Carrier, CarryFault, Letterhead, Mail};
use std::path::PathBuf;

/// Writes each letter into a folder as a mail file, readable by its owner alone: `ML-7Q4K-22XY.eml`.
#[derive(Debug, Clone)]
pub struct Folder {
    path: PathBuf,
    letterhead: Letterhead,
}

impl Folder {
    /// Letters go into the folder at `path`, which is made if it is not there.
    #[must_use]
    pub const fn new(path: PathBuf, letterhead: Letterhead) -> Self {
        Self { path, letterhead }
    }
}

impl Carrier for Folder {
    fn letterhead(&self) -> &Letterhead {
        &self.letterhead
    }

    fn carry(&self, mail: &Mail) -> Result<(), CarryFault> {
        let _ = (mail, &self.path);
        Err(CarryFault::Later("to come".into()))
    }
}
