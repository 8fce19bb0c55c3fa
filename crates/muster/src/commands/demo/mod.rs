//! `muster demo`: a made-up mission, played and reported.

mod cast;
mod chart;
mod clock;
mod ground;
mod numbers;
mod report;
mod story;

use crate::{
    commands::{
        funnel::duration,
        list::from_files,
        serve::{Manner, portal},
    },
    frame::{Exit, Fault, Frame},
};
use clap::Args;
use muster_app::{
    App,
    scenario::{Played, Plot, play_against},
    watchlist::Snapshot,
};
use muster_vocab::Clock as _;
use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

/// Plays a made-up mission and reports what came of it
///
/// Everybody in it is invented, and the same seed gives the same mission. It plays into a folder of its own; a play
/// that lies there already is replaced, anything else is left alone.
#[derive(Args)]
#[command(after_help = "Examples:
  muster demo
  muster demo --people 600 --seed 7
  muster demo --serve                    then open the address it prints, as an applicant would
  muster demo --list sdn.csv alt.csv     counts the alerts of a published list too
  muster demo --database postgres://muster@localhost/play     a fresh database

The real case: 6,000 inquiries at one embassy in three weeks of 2022; about half turned away before an
interview, about a hundred accepted.")]
pub(crate) struct Demo {
    /// How many people write
    #[arg(long, default_value_t = 6_000, value_parser = clap::value_parser!(u32).range(1..=200_000))]
    people: u32,
    /// Over how many days, from 24 February 2022
    #[arg(long, default_value_t = 21, value_parser = clap::value_parser!(u32).range(1..=60))]
    days: u32,
    /// What everything follows from: the same seed plays the same mission
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Also count the alerts that these list files would raise against the invented people
    #[arg(long = "list", value_name = "FILE", num_args = 1..)]
    lists: Vec<PathBuf>,
    /// Then serves the portal of the mission that was played; its clock goes on from the play's last day
    #[arg(long)]
    serve: bool,
    /// Offers a made-up language that runs from right to left too, for tests
    #[arg(long, hide = true, requires = "serve")]
    pseudo_locale: bool,
    /// Writes a token of the API for each role into a file, for tests
    #[arg(long, hide = true, requires = "serve", value_name = "FILE")]
    tokens: Option<PathBuf>,
}

/// The folder of a play that is given none.
const FOLDER: &str = "muster-data/demo";

impl Demo {
    pub(crate) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        let settings = frame.settings.clone().or_data(FOLDER);
        let data = settings.data();
        let frame = &Frame::new(settings, frame.json);
        let app = ground::prepare(frame)?;
        let started = frame.now();
        let played = self.play(frame, &app)?;
        let took = frame.now().duration_since(started).as_secs_f64();
        let page = data.join(ground::REPORT);
        fs::write(&page, report::page(&played)?)?;
        frame.show(&played, |played, paint| {
            format!("{}\n{}", story::text(played, paint), closing(frame, &data, &page, took))
        })?;
        if self.serve {
            let clock = Arc::new(clock::PlayClock::after(self.days));
            let demo = cast::seats(&app, clock.now())?;
            let ways = cast::ways(&demo);
            if let Some(file) = &self.tokens {
                fs::write(file, cast::tokens(&app, &demo, clock.now())?)?;
            }
            let unlimited = self.tokens.is_some();
            let manner = Manner { shows_letters: true, pseudo: self.pseudo_locale, clock, demo, unlimited };
            portal(frame, manner, || Ok((app, ways)))?;
        }
        Ok(Exit::Done)
    }

    fn play(&self, frame: &Frame, app: &App) -> Result<Played, Fault> {
        let plot = Plot { seed: self.seed, people: self.people, days: self.days };
        let given = match self.lists.as_slice() {
            [] => None,
            files => Some(Snapshot::compile(&from_files(files)?.editions)),
        };
        let bar = frame.progress(u64::from(self.days), "");
        bar.set_message("day");
        let played = play_against(app, &plot, given.as_ref(), &mut |progress| {
            bar.set_position(u64::from(progress.day));
            bar.set_message(format!("{} · {} inquiries", progress.date.strftime("%-d %B"), progress.arrived));
        });
        bar.finish_and_clear();
        Ok(played?)
    }
}

/// Where it lies, and three commands to look into it.
fn closing(frame: &Frame, data: &Path, page: &Path, took: f64) -> String {
    let paint = frame.paint();
    let mut options = format!("--data {}", data.display());
    if crate::frame::is_server(&frame.settings.database()) {
        options.push_str(" --database ADDRESS");
    }
    format!(
        "{}\n  {}   the same, with charts\n  played in {}, every step of it in the log, on disk\n\n\
         {}\n  muster {options} funnel\n  muster {options} case list --stage recommended\n  muster {options} log verify\n",
        paint.head("Where it lies"),
        page.display(),
        seconds(took),
        paint.head("Look into it"),
    )
}

fn seconds(took: f64) -> String {
    if took < 90.0 { format!("{took:.1} s") } else { duration(Some(took / 3600.0)) }
}
