//! The one thread that writes: many jobs to a commit, each as if it were alone.
//!
//! A commit costs a wait for the disk, whatever it holds. So the thread takes every job that is waiting into one
//! transaction, and answers them all after the one commit. It works in two ways:
//!
//! - *together*: one job after the other, with nothing between them. If one fails after it wrote, the whole
//!   transaction is rolled back and the same jobs are done again,
//! - *apart*: each between two savepoints, so that a failing job is rolled back alone.
//!
//! A thread that waits for its answer serves the desk itself if nobody does: where few write, a commit then costs no
//! change of threads, which on a busy machine takes longer than the disk.
//!
//! Jobs seldom fail, so nearly all are done together and pay for no savepoint.

use super::{
    DbError,
    ticket::{Work, closed},
    tx::{Engine, Failure},
};
use std::{
    cell::Cell,
    sync::{
        Mutex, MutexGuard, PoisonError,
        mpsc::{Receiver, SyncSender},
    },
};

/// Jobs to one commit.
const BATCH_MAX: usize = 256;
/// Jobs that may wait; past it, whoever hands one in waits too.
pub(super) const WAITING_MAX: usize = 4096;
/// How often a batch is begun again because another process stood in the way.
const TRIES_MAX: u32 = 5;

/// What the writer is asked to do.
pub(super) enum Order {
    /// A job, to be made durable.
    Work(Box<dyn Work>),
    /// Leave no deleted row of this table behind; not part of any transaction.
    Scrub(String, SyncSender<Result<(), DbError>>),
}

/// What the writing needs: the connection and the queue, held by whoever writes just now.
pub(super) struct Desk {
    engine: Box<dyn Engine>,
    orders: Receiver<Order>,
    kept_back: Option<Order>,
}

impl Desk {
    pub(super) fn new(engine: Box<dyn Engine>, orders: Receiver<Order>) -> Self {
        Self { engine, orders, kept_back: None }
    }

    /// Carries out what is waiting, as far as one commit takes it. Says whether there was anything.
    pub(super) fn serve(&mut self) -> bool {
        SERVING.set(true);
        let served = self.serve_once();
        SERVING.set(false);
        served
    }

    fn serve_once(&mut self) -> bool {
        let first = self.kept_back.take().or_else(|| self.orders.try_recv().ok());
        match first {
            None => return false,
            Some(Order::Scrub(table, tell)) => {
                let _nobody_waits_any_more = tell.send(self.engine.scrub(&table));
            }
            Some(Order::Work(job)) => {
                let mut batch = vec![job];
                while batch.len() < BATCH_MAX {
                    match self.orders.try_recv() {
                        Ok(Order::Work(job)) => batch.push(job),
                        Ok(scrub) => {
                            self.kept_back = Some(scrub);
                            break;
                        }
                        Err(_) => break,
                    }
                }
                carry_out(self.engine.as_mut(), batch);
            }
        }
        true
    }
}

thread_local! {
    static SERVING: Cell<bool> = const { Cell::new(false) };
}

/// Whether this thread is serving the desk: then it must not wait for the desk.
pub(super) fn is_serving() -> bool {
    SERVING.get()
}

/// Serves the desk each time the bell rings, until nobody is left who could ring it.
pub(super) fn follow(desk: &Mutex<Desk>, bell: &Receiver<()>) {
    while bell.recv().is_ok() {
        while lock(desk).serve() {}
    }
    while lock(desk).serve() {}
}

/// The desk, even after a panic: every batch starts with a transaction of its own.
pub(super) fn lock(desk: &Mutex<Desk>) -> MutexGuard<'_, Desk> {
    desk.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Why a batch did not end in a commit.
enum Stopped {
    /// A job failed after it wrote: do them again, apart.
    Spoiled,
    /// Another process stood in the way before anything was committed: do them again.
    Again(DbError),
    /// The database failed.
    Failed(DbError),
}

/// Carries out a batch and answers every job of it: after the commit, or with the reason there was none.
fn carry_out(engine: &mut dyn Engine, mut batch: Vec<Box<dyn Work>>) {
    let mut apart = false;
    let mut tries = 0;
    let failure = loop {
        match transaction(engine, &mut batch, apart) {
            Ok(failures) => {
                for (job, failure) in batch.into_iter().zip(failures) {
                    job.answer(failure);
                }
                return;
            }
            Err(Stopped::Spoiled) => apart = true,
            Err(Stopped::Again(_)) if tries < TRIES_MAX => tries += 1,
            Err(Stopped::Again(error) | Stopped::Failed(error)) => break error,
        }
    };
    for job in batch {
        job.answer(Some(failure.clone()));
    }
}

/// One transaction over the whole batch. On success: for each job what the database has against it, if anything.
fn transaction(
    engine: &mut dyn Engine,
    batch: &mut [Box<dyn Work>],
    apart: bool,
) -> Result<Vec<Option<DbError>>, Stopped> {
    engine.begin_write().map_err(Stopped::Failed)?;
    let outcome = if apart { one_by_one(engine, batch) } else { all_together(engine, batch) };
    let failures = outcome.inspect_err(|_| engine.rollback())?;
    engine.commit().map_err(|error| {
        let traces = engine.take_traces();
        engine.rollback();
        if traces.failure == Some(Failure::Lost) {
            return Stopped::Failed(DbError::broken(
                "the connection was lost during a commit; whether the last writes were kept is not known: read before \
                 writing again",
            ));
        }
        // The database refused the commit and said so: nothing was written.
        if traces.again() { Stopped::Again(error) } else { Stopped::Failed(error) }
    })?;
    Ok(failures)
}

fn all_together(
    engine: &mut dyn Engine,
    batch: &mut [Box<dyn Work>],
) -> Result<Vec<Option<DbError>>, Stopped> {
    for job in &mut *batch {
        let succeeded = job.run(&mut *engine);
        let traces = engine.take_traces();
        if traces.again() {
            return Err(Stopped::Again(in_the_way()));
        }
        // A refusal before the first write leaves nothing to undo.
        if traces.failure.is_some() || (traces.wrote && !succeeded) {
            return Err(Stopped::Spoiled);
        }
    }
    Ok(batch.iter().map(|_| None).collect())
}

fn one_by_one(engine: &mut dyn Engine, batch: &mut [Box<dyn Work>]) -> Result<Vec<Option<DbError>>, Stopped> {
    let mut failures = Vec::with_capacity(batch.len());
    let mut marked = false;
    for job in batch {
        engine.mark(marked).map_err(Stopped::Failed)?;
        marked = true;
        let succeeded = job.run(&mut *engine);
        let traces = engine.take_traces();
        if traces.again() {
            return Err(Stopped::Again(in_the_way()));
        }
        if traces.failure.is_some() || !succeeded {
            engine.back_to_mark().map_err(Stopped::Failed)?;
        }
        // PostgreSQL ends a transaction at its first failed statement; a job that hides one would lose its work there.
        failures.push((traces.failure.is_some() && succeeded).then(|| {
            DbError::broken(
                "the job went on after a failed statement and was rolled back; let it give the error back",
            )
        }));
    }
    Ok(failures)
}

fn in_the_way() -> DbError {
    DbError::busy("another process wrote at the same time, again and again")
}

/// What is said to whoever hands in a job after the writer has gone.
pub(super) fn gone() -> DbError {
    closed()
}
