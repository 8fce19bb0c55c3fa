//! Letters as files, for a play and for trying out.

use super::{Carrier, CarryFault, Letterhead, Mail, message::message};
use std::{
    fs::{self, DirBuilder, OpenOptions},
    io::{self, Write as _},
    os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _},
    path::PathBuf,
};

/// Text messages lie in the folder too, written to this domain.
const GATEWAY: &str = "sms.invalid";

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

    fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        DirBuilder::new().recursive(true).mode(0o700).create(&self.path)?;
        // Whoever looks into the folder sees whole letters only.
        let unfinished = self.path.join(format!(".{name}.part"));
        let mut file =
            OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&unfinished)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(unfinished, self.path.join(name))
    }
}

impl Carrier for Folder {
    fn letterhead(&self) -> &Letterhead {
        &self.letterhead
    }

    fn carry(&self, mail: &Mail) -> Result<(), CarryFault> {
        let message = message(mail, &self.letterhead, Some(GATEWAY))?;
        let name = format!("{}.eml", mail.number);
        self.write(&name, &message.formatted())
            .map_err(|cause| CarryFault::Later(format!("{} cannot be written: {cause}", self.path.display())))
    }
}
