//! A play that is served, for checks that ask it from outside.

use std::ffi::OsStr;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, ensure};

/// What the line begins with that says where the portal is.
const OPEN: &str = "The portal is open: ";

/// A play that is served; it ends with this.
pub(crate) struct Served {
    child: Child,
    /// Where.
    pub(crate) url: String,
}

impl Served {
    /// Builds the program and serves a play of this many people in `data`, with further options.
    pub(crate) fn start(root: &Path, data: &Path, people: u32, options: &[&OsStr]) -> Result<Self> {
        let built = Command::new(env!("CARGO"))
            .current_dir(root)
            .args(["build", "--quiet", "--package", "muster"])
            .status()?;
        ensure!(built.success(), "the program does not build");
        let mut child = Command::new(program(root))
            .args(["demo", "--people", &people.to_string(), "--serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(data)
            .args(options)
            // Every visitor of the checks comes from an address of their own, as far as the limits are concerned.
            .env("MUSTER_TRUSTED_PROXY", "127.0.0.1")
            .env("MUSTER_LOG", "warn")
            .current_dir(root)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .context("the play cannot be started")?;
        let said = child.stdout.take().context("the play says nothing")?;
        let mut lines = BufReader::new(said).lines();
        let url = loop {
            let line = lines.next().context("the play ended before it was served")??;
            if let Some(url) = line.strip_prefix(OPEN) {
                break url.trim().to_owned();
            }
        };
        // Whatever else it says must not fill the pipe.
        std::thread::spawn(move || lines.for_each(drop));
        Ok(Self { child, url })
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The build folder.
pub(crate) fn target(root: &Path) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from)
}

/// The program as it was built.
pub(crate) fn program(root: &Path) -> PathBuf {
    target(root).join("debug/muster")
}
