//! The names of staff, opened once.

use crate::{App, Failure};
use muster_case::{
    OfficeEvent,
    office::{OFFICE_STREAM, StaffName},
};
use muster_store::keys::Holder;
use muster_vocab::{HumanId, Sealed, StaffId};
use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// Names that were opened, as long as the process runs; nothing for whoever has none. Who acts in an event was in the office
/// before, so whoever is not found there once never will be.
#[derive(Default)]
pub(super) struct StaffNames(Mutex<BTreeMap<StaffId, Option<String>>>);

impl StaffNames {
    fn known(&self) -> MutexGuard<'_, BTreeMap<StaffId, Option<String>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl App {
    /// The name of a member of staff, as colleagues see it. Nothing if there is no such account, or its human is erased.
    ///
    /// # Errors
    /// If the store fails.
    pub fn staff_name(&self, staff: StaffId) -> Result<Option<String>, Failure> {
        if let Some(name) = self.desk.names.known().get(&staff) {
            return Ok(name.clone());
        }
        // The office is read from its beginning anyway: whoever is not known yet is opened with the one that is asked.
        let mut wanted: BTreeMap<StaffId, (HumanId, Sealed<StaffName>)> = BTreeMap::new();
        for recorded in self.store.journal.history::<OfficeEvent>(OFFICE_STREAM)? {
            if let OfficeEvent::StaffAdded(added) = recorded.event {
                wanted.insert(added.staff, (added.human, added.name));
            }
        }
        wanted.retain(|staff, _| !self.desk.names.known().contains_key(staff));
        let mut opened = BTreeMap::from([(staff, None)]);
        for (staff, (human, sealed)) in wanted {
            let name = self.store.journal.open(Holder::from(human), &sealed)?;
            opened.insert(staff, name.map(|name| name.0));
        }
        let mut names = self.desk.names.known();
        names.extend(opened);
        Ok(names.get(&staff).cloned().flatten())
    }
}
