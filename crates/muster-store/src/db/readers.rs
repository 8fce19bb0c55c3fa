//! Connections that only read, lent to whoever asks.

use super::{DbError, tx::Engine};
use std::sync::{Condvar, Mutex, PoisonError};

/// Reads at one time; a further one waits for a connection.
const READERS_MAX: usize = 8;

type Open = Box<dyn Fn() -> Result<Box<dyn Engine>, DbError> + Send + Sync>;

/// The readers: opened when first needed, kept for the next.
pub(super) struct Readers {
    open: Open,
    idle: Mutex<Idle>,
    returned: Condvar,
}

struct Idle {
    engines: Vec<Box<dyn Engine>>,
    lent: usize,
}

impl Readers {
    pub(super) fn new(open: Open) -> Self {
        Self { open, idle: Mutex::new(Idle { engines: Vec::new(), lent: 0 }), returned: Condvar::new() }
    }

    /// Reads one consistent state with `look`.
    pub(super) fn read<T, E: From<DbError>>(
        &self,
        look: impl FnOnce(&mut dyn Engine) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut loan = self.lend()?;
        let engine = loan.engine.as_mut().expect("a loan holds its connection until it is dropped").as_mut();
        engine.begin_read()?;
        let seen = look(&mut *engine);
        // Nothing was written; a connection that cannot even end a reading is not kept.
        if engine.commit().is_err() {
            loan.engine = None;
        }
        seen
    }

    fn lend(&self) -> Result<Loan<'_>, DbError> {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        while idle.lent >= READERS_MAX {
            idle = self.returned.wait(idle).unwrap_or_else(PoisonError::into_inner);
        }
        idle.lent += 1;
        let ready = idle.engines.pop();
        drop(idle);
        // From here on the place is given back whatever happens.
        let mut loan = Loan { readers: self, engine: ready };
        if loan.engine.is_none() {
            loan.engine = Some((self.open)()?);
        }
        Ok(loan)
    }
}

struct Loan<'a> {
    readers: &'a Readers,
    engine: Option<Box<dyn Engine>>,
}

impl Drop for Loan<'_> {
    fn drop(&mut self) {
        let mut idle = self.readers.idle.lock().unwrap_or_else(PoisonError::into_inner);
        idle.lent -= 1;
        // After a panic the reading may still be open: such a connection is closed rather than kept.
        if let Some(engine) = self.engine.take().filter(|_| !std::thread::panicking()) {
            idle.engines.push(engine);
        }
        drop(idle);
        self.readers.returned.notify_one();
    }
}
