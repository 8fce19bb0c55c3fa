//! `muster serve`: the portal, and the workers that follow what happens in it.

mod listening;
mod post;
mod readiness;
mod trial;
mod work;

use crate::{
    commands::way::Way,
    frame::{Exit, Fault, Frame},
};
use clap::Args;
use muster_app::App;
use muster_vocab::{Clock, SystemClock};
use muster_web::{
    DemoAccount, Web,
    guard::Rates,
    serve::{Caps, Metering, health, ready, serve, stopping, until_told},
};
use std::{panic, sync::Arc};
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

/// Serves the portal
///
/// Without a mission it makes one to try things out. It ends on SIGTERM or Ctrl-C, after everybody was answered.
#[derive(Args)]
#[command(after_help = "Examples:
  muster serve
  muster serve --listen 0.0.0.0:8080 --public-url https://join.example.org --trusted-proxy 10.0.0.1
  muster serve --database postgres://muster@localhost/muster --smtp smtps://mail.example.org")]
pub(crate) struct Serve {
    /// Offers a made-up language that runs from right to left too, for tests
    #[arg(long, hide = true)]
    pseudo_locale: bool,
}

impl Serve {
    pub(crate) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        let manner = Manner {
            shows_letters: false,
            pseudo: self.pseudo_locale,
            clock: Arc::new(SystemClock),
            demo: Vec::new(),
            unlimited: false,
        };
        portal(frame, manner, || trial::open(frame))?;
        Ok(Exit::Done)
    }
}

/// How a portal is served.
pub(super) struct Manner {
    /// Whether it shows the letters it writes: only for a play.
    pub(super) shows_letters: bool,
    /// Whether it offers the pseudo-locale.
    pub(super) pseudo: bool,
    /// What it takes the time from.
    pub(super) clock: Arc<dyn Clock>,
    /// The cast of a play, each let in by a button.
    pub(super) demo: Vec<DemoAccount>,
    /// Whether anybody may ask as often as they like: only for a play that programs try.
    pub(super) unlimited: bool,
}

/// Serves what `open` gives until the process is told to stop. Nothing is opened before it is sure that it can be served.
pub(super) fn portal(
    frame: &Frame,
    manner: Manner,
    open: impl FnOnce() -> Result<(App, Vec<Way>), Fault>,
) -> Result<(), Fault> {
    let Manner { shows_letters, pseudo, clock, demo, unlimited } = manner;
    log(frame)?;
    let plan = listening::Plan::read(frame)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(broken)?;
    let listener = runtime.block_on(bind(&plan.listen))?;
    let address = listener.local_addr().map_err(broken)?;
    let mut settings = plan.web(address);
    let carrier = post::carrier(frame, settings.public_url.as_deref(), address)?;
    settings.pseudo = pseudo;
    settings.demo = demo;
    if unlimited {
        settings.measures.rates = Rates::unlimited();
    }
    if shows_letters {
        settings.letters = carrier.place.as_ref().map(Into::into);
    }
    // Not within the runtime: whoever opens a store may wait for its disk.
    let (app, ways) = &open()?;
    let web = Web::new(app.clone(), Arc::clone(&clock), settings).map_err(|problems| {
        let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
        Fault::usage(format!("the texts do not fit together:\n{}", problems.join("\n")))
            .next("mend the programme's files")
    })?;
    let ended = runtime.block_on(async {
        let pulse = work::Pulse::default();
        let looks = readiness::Looks { app: app.clone(), clock: Arc::clone(&clock), pulse: pulse.clone() };
        let looks = looks.watching(frame.settings.data());
        let router = muster_web::routes::router(web).merge(health(Arc::new(looks)));
        if let Some(figures) = &plan.metrics {
            show_figures(figures).await?;
        }
        let workers = work::start(app, carrier.inner, clock, &pulse).map_err(broken)?;
        let told = until_told().map_err(broken)?;
        plan.greet(frame, address, carrier.place, ways)?;
        ready();
        let drained = serve(listener, router, plan.caps, async {
            told.await;
            stopping();
        });
        let drained = drained.await.map_err(broken)?;
        tracing::info!(cut = drained.cut, "stopped");
        workers.stop();
        Ok(())
    });
    // A look at a database that hangs must not keep the process.
    runtime.shutdown_background();
    ended
}

async fn bind(place: &str) -> Result<TcpListener, Fault> {
    TcpListener::bind(place).await.map_err(|error| {
        Fault::usage(format!("nobody can listen at {place}: {error}"))
            .next("name another address with --listen, or end the program that uses this one")
    })
}

/// Figures have a listener of their own: they are not for applicants.
async fn show_figures(place: &str) -> Result<(), Fault> {
    let metering = Metering::start().map_err(broken)?;
    let listener = bind(place).await?;
    let caps = Caps { total: 32, per_client: 32, ..Caps::default() };
    tokio::spawn(serve(listener, metering.router(), caps, std::future::pending()));
    tokio::spawn(metering.tidy());
    Ok(())
}

/// What is logged goes to standard error, as JSON: no address, no name, no path that holds anything.
fn log(frame: &Frame) -> Result<(), Fault> {
    let words = frame.settings.log();
    let filter = EnvFilter::try_new(words).map_err(|_| {
        Fault::usage(format!("`log` cannot be `{words}`")).next("write info, warn, or muster_web=debug")
    })?;
    let logging = tracing_subscriber::fmt().json().with_env_filter(filter).with_writer(std::io::stderr);
    logging.try_init().map_err(broken)?;
    // What a panic says may hold what somebody typed: only its place is told.
    panic::set_hook(Box::new(|panicked| {
        let place = panicked.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "the program fell over at {place}");
    }));
    Ok(())
}

fn broken(cause: impl std::fmt::Display) -> Fault {
    Fault::new(Exit::Store, format!("the service cannot run: {cause}"))
        .next("see what the system allows this process, above all open files and memory")
}
