//! What every handler is given: the application, the texts, the clock, and how this installation is set.

use crate::{
    Failing,
    desk::DemoAccount,
    guard::{Guard, Measures},
    sealing::Sealing,
    texts,
};
use jiff::Timestamp;
use muster_app::{App, Failure, desk::Passkeys};
use muster_i18n::Catalog;
use muster_vocab::Clock;
use std::{path::PathBuf, sync::Arc};

/// How an installation is set.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// The address people type, such as `https://join.example.org`; nothing while it is tried out.
    pub public_url: Option<String>,
    /// The folder that letters are written into and shown from: only for a play, where nothing is sent.
    pub letters: Option<PathBuf>,
    /// Offers the right-to-left pseudo-locale too, for tests.
    pub pseudo: bool,
    /// The cast of a play, each let in by a button; nobody else ever is.
    pub demo: Vec<DemoAccount>,
    /// How much is let through.
    pub measures: Measures,
}

impl Settings {
    /// Whether people come by https: then cookies are locked to it.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        self.public_url.as_deref().is_some_and(|url| url.starts_with("https://"))
    }
}

/// Everything a page needs. Cloning is cheap.
#[derive(Clone)]
pub struct Web(Arc<Inner>);

/// What a [`Web`] holds.
pub struct Inner {
    /// The application.
    pub app: App,
    /// The sentences.
    pub catalog: Arc<Catalog>,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// How this installation is set.
    pub settings: Settings,
    pub(crate) sealing: Sealing,
    pub(crate) guard: Guard,
    /// Passkeys of this place; nothing if its address is none that they could be bound to.
    pub(crate) passkeys: Option<Passkeys>,
}

impl std::ops::Deref for Web {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl Web {
    /// The face of an application.
    ///
    /// # Errors
    /// Every fault of the texts, if the programme's and ours do not fit together.
    pub fn new(app: App, clock: Arc<dyn Clock>, settings: Settings) -> Result<Self, Vec<texts::TextProblem>> {
        let catalog = texts::catalog(&app.programme, settings.pseudo)?;
        let sealing = Sealing::new(app.store.journal.lookup());
        let guard = Guard::new(app.store.journal.lookup(), &settings.measures);
        let address = settings.public_url.as_deref().unwrap_or("http://localhost");
        let service = catalog.say(catalog.default_locale(), "programme-name");
        let passkeys = Passkeys::new(address, service);
        let catalog = Arc::new(catalog);
        Ok(Self(Arc::new(Inner { app, catalog, clock, settings, sealing, guard, passkeys })))
    }

    /// The time now.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Runs a use case on a thread that may wait for the disk.
    ///
    /// # Errors
    /// What the use case gives back.
    pub async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&App) -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Failing> {
        let app = self.app.clone();
        match tokio::task::spawn_blocking(move || work(&app)).await {
            Ok(done) => Ok(done?),
            Err(_) => Err(Failing::Broken),
        }
    }
}
