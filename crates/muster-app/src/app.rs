//! The application: a store and a programme.

use crate::{Programme, desk::Memory, duplicates::PeopleIndex, lists::ActiveCache, portal::PictureCache};
use muster_store::Store;
use std::sync::Arc;

/// Everything a use case needs. Cloning is cheap.
#[derive(Clone)]
pub struct App {
    /// The log, the boxes, the views.
    pub store: Store,
    /// The programme as data.
    pub programme: Arc<Programme>,
    /// The lists in force, compiled.
    pub(crate) lists: ActiveCache,
    /// How missions keep up, as of the last minute.
    pub(crate) pictures: PictureCache,
    /// What the desk keeps in memory.
    pub(crate) desk: Arc<Memory>,
    /// Everybody who applied, as the engine of linkage compares them.
    pub(crate) people: Arc<PeopleIndex>,
}

impl App {
    /// An application over an open store.
    #[must_use]
    pub fn new(store: Store, programme: Programme) -> Self {
        Self {
            store,
            programme: Arc::new(programme),
            lists: ActiveCache::default(),
            pictures: PictureCache::default(),
            desk: Arc::default(),
            people: Arc::default(),
        }
    }
}
