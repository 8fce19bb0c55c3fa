//! The statements a connection has seen before, kept ready.

use std::collections::HashMap;

/// More different texts than the store has; past it something builds texts at run time, and the cache starts anew.
const KEPT_MAX: usize = 1024;

/// What a connection keeps for each SQL text.
pub(crate) struct Statements<S>(HashMap<Box<str>, S>);

impl<S: Clone> Statements<S> {
    pub(crate) fn new() -> Self {
        Self(HashMap::new())
    }

    /// The statement of `sql`, made with `make` the first time.
    pub(crate) fn of<E>(&mut self, sql: &str, make: impl FnOnce() -> Result<S, E>) -> Result<S, E> {
        if let Some(known) = self.0.get(sql) {
            return Ok(known.clone());
        }
        let made = make()?;
        if self.0.len() >= KEPT_MAX {
            self.0.clear();
        }
        self.0.insert(sql.into(), made.clone());
        Ok(made)
    }
}
