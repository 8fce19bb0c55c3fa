//! Giving the answer: JSON in a stable shape, or text for people.

use super::{Exit, Fault, Frame, Paint};
use serde::Serialize;
use std::io::{self, BufWriter, IsTerminal as _, Write as _};

impl Frame {
    /// Gives `answer`: as JSON, or as the text that `write` makes of it.
    pub(crate) fn show<T: Serialize>(
        &self,
        answer: &T,
        write: impl FnOnce(&T, Paint) -> String,
    ) -> Result<(), Fault> {
        let text = if self.json {
            serde_json::to_string_pretty(answer).map_err(|error| {
                Fault::new(Exit::Store, format!("the answer cannot be written as JSON: {error}"))
            })?
        } else {
            write(answer, self.paint())
        };
        self.print(text.trim_end_matches('\n'))
    }

    /// Prints a text and an end of line on stdout.
    #[expect(clippy::unused_self, reason = "a command asks its frame for everything")]
    pub(crate) fn print(&self, text: &str) -> Result<(), Fault> {
        let mut out = BufWriter::new(io::stdout().lock());
        writeln!(out, "{text}")?;
        Ok(out.flush()?)
    }

    /// How stdout is painted.
    pub(crate) fn paint(&self) -> Paint {
        let colour = match self.settings.color() {
            "always" => true,
            "never" => false,
            _ => io::stdout().is_terminal() && may_colour(),
        };
        Paint { colour }
    }
}

/// What the environment says about colours: <https://no-color.org> and dumb terminals.
fn may_colour() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !set("NO_COLOR") && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
}
