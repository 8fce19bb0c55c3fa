//! What every command shares: settings, the store, who acts, output, and how it ends.
//!
//! A command takes a [`Frame`], does its work, hands its answer to [`Frame::show`], and gives back an [`Exit`]. Anything
//! that keeps it from its work is a [`Fault`].

mod acting;
mod fault;
mod in_order;
mod opening;
mod output;
mod paint;
mod table;

pub(crate) use fault::{Exit, Fault, tell};
pub(crate) use in_order::in_order;
pub(crate) use opening::{open, unreadable};
pub(crate) use paint::{Paint, grouped};
pub(crate) use table::Table;

use crate::config::Settings;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use jiff::Timestamp;
use muster_app::{App, Programme};
use muster_store::{KeyPlace, Places, Store};
use muster_vocab::{Clock as _, SystemClock};
use std::{io::IsTerminal as _, path::Path};

/// One run of one command.
pub(crate) struct Frame {
    /// The settings, each with where it came from.
    pub(crate) settings: Settings,
    /// Whether the answer is wanted as JSON.
    pub(crate) json: bool,
}

impl Frame {
    /// A run with these settings.
    pub(crate) const fn new(settings: Settings, json: bool) -> Self {
        Self { settings, json }
    }

    /// The time now.
    #[expect(clippy::unused_self, reason = "a command asks its frame for everything")]
    pub(crate) fn now(&self) -> Timestamp {
        SystemClock.now()
    }

    /// The programme: the one inside the binary, or the folder that the setting names.
    pub(crate) fn programme(&self) -> Result<Programme, Fault> {
        let read = match self.settings.programme() {
            None => Programme::founding(),
            Some(folder) => Programme::read(&folder),
        };
        read.map_err(|error| {
            Fault::new(Exit::Usage, error.to_string())
                .next("mend the file; `muster policy check FOLDER` reports every fault of the rules")
        })
    }

    /// The mission's store with its programme. It must be there already: only `muster init` makes one.
    pub(crate) fn app(&self) -> Result<App, Fault> {
        let programme = self.programme()?;
        for place in [self.settings.database(), self.settings.keys()] {
            if !is_server(&place) {
                must_exist(Path::new(place.strip_prefix("sqlite:").unwrap_or(&place)))?;
            }
        }
        must_exist(&self.settings.mission_key())?;
        let places = self.places(KeyPlace::File(self.settings.mission_key()));
        Ok(App::new(Store::open(&places)?, programme))
    }

    /// Where the store lies.
    pub(crate) fn places(&self, mission_key: KeyPlace) -> Places {
        Places { database: self.settings.database(), keys: self.settings.keys(), mission_key }
    }

    /// A progress bar on stderr; it is drawn on a terminal only, and never beside JSON.
    pub(crate) fn progress(&self, steps: u64, what: &'static str) -> ProgressBar {
        let shown = std::io::stderr().is_terminal() && !self.json;
        let target = if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let style = ProgressStyle::with_template("{msg} {wide_bar:.cyan/dim} {pos}/{len}")
            .unwrap_or_else(|_| ProgressStyle::default_bar());
        ProgressBar::with_draw_target(Some(steps), target).with_style(style).with_message(what)
    }
}

/// Whether a database is a server's address rather than a file.
pub(crate) fn is_server(place: &str) -> bool {
    place.starts_with("postgres://") || place.starts_with("postgresql://")
}

fn must_exist(path: &Path) -> Result<(), Fault> {
    if path.exists() {
        return Ok(());
    }
    Err(Fault::new(Exit::Store, format!("there is no mission here: {} does not exist", path.display()))
        .next("run `muster init` to make one, `muster demo` to play one, or name its folder with --data"))
}
