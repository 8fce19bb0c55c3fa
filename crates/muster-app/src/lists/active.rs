//! The lists in force, compiled once for each set of editions and kept.

use crate::{App, Failure};
use muster_case::{office::ListEdition, screening::ListRef};
use muster_store::StoreError;
use muster_vocab::Digest;
use muster_watchlist::{Edition, Entry, Snapshot};
use std::sync::{Arc, Mutex, PoisonError};

/// The lists in force.
#[derive(Debug)]
pub struct Active {
    /// The editions, by the list's name.
    pub editions: Vec<ListEdition>,
    /// The editions, compiled.
    pub snapshot: Snapshot,
}

impl Active {
    /// The editions as a case names them.
    #[must_use]
    pub fn lists(&self) -> Vec<ListRef> {
        self.editions.iter().map(list_ref).collect()
    }
}

/// An edition as a case names it.
pub(crate) fn list_ref(edition: &ListEdition) -> ListRef {
    ListRef { list: edition.list.clone(), edition: edition.edition.clone() }
}

/// The lists compiled last, and of which editions they are.
#[derive(Clone, Default)]
pub(crate) struct ActiveCache(Arc<Mutex<Option<Arc<Active>>>>);

/// The lists in force. They are compiled when the first asks after another edition came into force; all others wait.
///
/// # Errors
/// [`Failure::Store`] if the store failed or does not hold the entries of an edition any more.
pub fn active(app: &App) -> Result<Arc<Active>, Failure> {
    let office = app.load_office()?;
    let editions: Vec<ListEdition> =
        office.lists.values().filter_map(|state| state.active().cloned()).collect();
    let mut kept = app.lists.0.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(kept) = kept.as_ref().filter(|kept| kept.editions == editions) {
        return Ok(Arc::clone(kept));
    }
    let read: Vec<Edition> =
        editions.iter().map(|edition| edition_of(app, edition)).collect::<Result<_, _>>()?;
    let compiled = Arc::new(Active { editions, snapshot: Snapshot::compile(&read) });
    *kept = Some(Arc::clone(&compiled));
    Ok(compiled)
}

fn edition_of(app: &App, edition: &ListEdition) -> Result<Edition, Failure> {
    Ok(Edition {
        list: edition.list.clone(),
        dated: edition.edition.clone(),
        digest: edition.source,
        entries: entries_of(app, edition.content)?,
    })
}

/// The entries of an imported edition.
pub(crate) fn entries_of(app: &App, content: Digest) -> Result<Vec<Entry>, Failure> {
    let damaged = || StoreError::ListDamaged { content };
    let lines = app.store.journal.list_entries(content)?.ok_or_else(damaged)?;
    let entries: Result<Vec<Entry>, _> =
        serde_json::Deserializer::from_slice(&lines).into_iter::<Entry>().collect();
    Ok(entries.map_err(|_| damaged())?)
}
