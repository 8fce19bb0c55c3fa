//! A promise of a job's answer: a thread waits for it, a task awaits it.

use super::{DbError, Tx, writer::Desk};
use std::{
    future::Future,
    panic::{AssertUnwindSafe, catch_unwind},
    pin::Pin,
    sync::{Mutex, Weak},
    task::{Context, Poll},
};
use tokio::sync::oneshot;

/// The answer of a job that was handed in, once it is on disk.
///
/// A thread calls [`Ticket::wait`]; a task awaits the ticket. Dropping it does not take the job back.
#[must_use = "a job whose answer nobody reads may have failed"]
pub struct Ticket<T, E = DbError> {
    told: oneshot::Receiver<Result<T, E>>,
    desk: Weak<Mutex<Desk>>,
}

impl<T, E: From<DbError>> Ticket<T, E> {
    /// Waits until the job is durable or has failed.
    ///
    /// # Errors
    /// What the job itself answered, or why the database did not keep it.
    ///
    /// # Panics
    /// Inside an asynchronous task, which would stop its thread: await the ticket there.
    pub fn wait(mut self) -> Result<T, E> {
        if let Some(answer) = self.serve() {
            return answer.unwrap_or_else(|_| Err(closed().into()));
        }
        self.told.blocking_recv().unwrap_or_else(|_| Err(closed().into()))
    }
}

impl<T, E> Ticket<T, E> {
    /// Serves the desk until the answer is there, unless somebody else does: then that one is waited for.
    fn serve(&mut self) -> Option<Result<Result<T, E>, oneshot::error::TryRecvError>> {
        let desk = self.desk.upgrade()?;
        loop {
            match self.told.try_recv() {
                Err(oneshot::error::TryRecvError::Empty) => {}
                answer => return Some(answer),
            }
            if !desk.try_lock().ok()?.serve() {
                return None;
            }
        }
    }
}

impl<T, E: From<DbError>> Future for Ticket<T, E> {
    type Output = Result<T, E>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.told).poll(context).map(|answer| answer.unwrap_or_else(|_| Err(closed().into())))
    }
}

pub(super) fn closed() -> DbError {
    DbError::busy("it is being closed")
}

/// A job in the queue, whatever its types.
pub(super) trait Work: Send {
    /// Does the work and keeps the outcome. Says whether it succeeded.
    fn run(&mut self, tx: &mut dyn Tx) -> bool;
    /// Tells whoever waits: the outcome kept, or `failure` if the database failed the job.
    fn answer(self: Box<Self>, failure: Option<DbError>);
}

/// Makes a piece of work of a closure, and the ticket for it.
pub(super) fn work<T, E, F>(job: F, desk: Weak<Mutex<Desk>>) -> (Box<dyn Work>, Ticket<T, E>)
where
    F: FnMut(&mut dyn Tx) -> Result<T, E> + Send + 'static,
    T: Send + 'static,
    E: From<DbError> + Send + 'static,
{
    let (tell, ticket) = oneshot::channel();
    (Box::new(Job { act: job, outcome: None, tell }), Ticket { told: ticket, desk })
}

struct Job<F, T, E> {
    act: F,
    outcome: Option<Result<T, E>>,
    tell: oneshot::Sender<Result<T, E>>,
}

impl<F, T, E> Work for Job<F, T, E>
where
    F: FnMut(&mut dyn Tx) -> Result<T, E> + Send,
    T: Send,
    E: From<DbError> + Send,
{
    fn run(&mut self, tx: &mut dyn Tx) -> bool {
        // A job that panics fails alone: what it wrote is rolled back, and the writer lives on.
        let outcome = catch_unwind(AssertUnwindSafe(|| (self.act)(tx)))
            .unwrap_or_else(|_| Err(DbError::broken("the job panicked and was rolled back").into()));
        self.outcome.insert(outcome).is_ok()
    }

    fn answer(self: Box<Self>, failure: Option<DbError>) {
        let outcome = match failure {
            Some(error) => Err(error.into()),
            None => self.outcome.unwrap_or_else(|| Err(closed().into())),
        };
        let _nobody_waits_any_more = self.tell.send(outcome);
    }
}
