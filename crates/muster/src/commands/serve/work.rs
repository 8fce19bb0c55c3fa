//! The workers: one thread follows the log, another takes letters away, so that a slow mail server holds nothing up.

use jiff::{SignedDuration, Timestamp};
use muster_app::{
    App, Failure,
    clock::ClockWorker,
    desk::TriageWorker,
    duplicates::LinkageWorker,
    eligibility::EligibilityWorker,
    letters::{Carrier, LetterWorker, deliver_due},
    refusals::BulkWorker,
    screening::ScreeningWorker,
};
use muster_vocab::Clock;
use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
        mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    },
    thread::JoinHandle,
    time::Duration,
};

/// How long between two looks at the log.
const PAUSE: Duration = Duration::from_millis(300);
/// How long after a failure: a database that is down is not asked ten times a second.
const PAUSE_AFTER_FAILURE: Duration = Duration::from_secs(5);
/// How long between two looks at what time alone has ended.
const CLOCK_EVERY: SignedDuration = SignedDuration::from_mins(10);

/// When the workers last came round.
#[derive(Clone, Default)]
pub(super) struct Pulse(Arc<AtomicI64>);

impl Pulse {
    fn beat(&self, at: Timestamp) {
        self.0.store(at.as_second(), Ordering::Relaxed);
    }

    pub(super) fn is_newer_than(&self, now: Timestamp, age: SignedDuration) -> bool {
        now.as_second() - self.0.load(Ordering::Relaxed) < age.as_secs()
    }
}

/// The threads; they end when they are told, after what they have in hand.
pub(super) struct Workers {
    stops: Vec<Sender<()>>,
    threads: Vec<JoinHandle<()>>,
}

impl Workers {
    pub(super) fn stop(self) {
        drop(self.stops);
        for thread in self.threads {
            let _ended = thread.join();
        }
    }
}

pub(super) fn start(
    app: &App,
    carrier: Arc<dyn Carrier>,
    clock: Arc<dyn Clock>,
    pulse: &Pulse,
) -> io::Result<Workers> {
    let (mut stops, mut threads) = (Vec::new(), Vec::new());
    let mut begin = |name: &str, round: Box<dyn FnMut(Timestamp) -> Result<(), Failure> + Send>| {
        let (stop, stopped) = channel();
        let clock = Arc::clone(&clock);
        stops.push(stop);
        let named = name.to_owned();
        let body = move || rounds(&named, &stopped, clock.as_ref(), round);
        threads.push(std::thread::Builder::new().name(format!("muster-{name}")).spawn(body)?);
        io::Result::Ok(())
    };
    let (following, pulse, mut clock_turned) = (app.clone(), pulse.clone(), Timestamp::MIN);
    begin(
        "following",
        Box::new(move |at| {
            follow(&following, at, &mut clock_turned)?;
            pulse.beat(at);
            Ok(())
        }),
    )?;
    let naming = app.clone();
    begin("naming", Box::new(move |_| naming.keep_names().map(|_| ())))?;
    let delivering = app.clone();
    begin("delivering", Box::new(move |at| deliver(&delivering, carrier.as_ref(), at)))?;
    Ok(Workers { stops, threads })
}

/// One round after another until told to stop. A failure is told once and tried again.
fn rounds(
    name: &str,
    stopped: &Receiver<()>,
    clock: &dyn Clock,
    mut round: Box<dyn FnMut(Timestamp) -> Result<(), Failure> + Send>,
) {
    let mut failed = false;
    loop {
        let done = round(clock.now());
        match &done {
            // Names tables and rules, and never a value.
            Err(failure) if !failed => {
                tracing::error!(worker = name, %failure, "{name} failed and is tried again");
            }
            Ok(()) if failed => tracing::info!(worker = name, "{name} goes on"),
            _ => {}
        }
        failed = done.is_err();
        let pause = if failed { PAUSE_AFTER_FAILURE } else { PAUSE };
        if stopped.recv_timeout(pause) != Err(RecvTimeoutError::Timeout) {
            return;
        }
    }
}

/// What came since the last round: found upon, screened, written about; and what time alone has ended.
fn follow(app: &App, at: Timestamp, clock_turned: &mut Timestamp) -> Result<(), Failure> {
    // Without rules in force nothing can be found; whoever applies waits, and is told so.
    if !app.store.views.editions()?.is_empty() {
        EligibilityWorker.follow(app, app.edition_in_force()?, at)?;
    }
    LinkageWorker.follow(app, at)?;
    ScreeningWorker.follow(app, at)?;
    // Before the letters: what takes effect in this round is told in it.
    BulkWorker.turn(app, at)?;
    LetterWorker.follow(app, at)?;
    TriageWorker.follow(app)?;
    if at.duration_since(*clock_turned) >= CLOCK_EVERY {
        ClockWorker.turn(app, at)?;
        *clock_turned = at;
    }
    Ok(())
}

fn deliver(app: &App, carrier: &dyn Carrier, at: Timestamp) -> Result<(), Failure> {
    let delivered = deliver_due(app, carrier, at)?;
    for (outcome, letters) in
        [("sent", delivered.sent), ("postponed", delivered.postponed), ("given_up", delivered.given_up)]
    {
        metrics::counter!("muster_letters_total", "outcome" => outcome).increment(letters);
    }
    Ok(())
}
