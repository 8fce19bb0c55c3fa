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
    sync::{Mutex, PoisonError},
};

/// Names that were opened, as long as the process runs.
#[derive(Default)]
pub(super) struct StaffNames(Mutex<BTreeMap<StaffId, String>>);

impl App {
    /// The name of a member of staff, as colleagues see it. Nothing if there is no such account, or its human is erased.
    ///
    /// # Errors
    /// If the store fails.
    pub fn staff_name(&self, staff: StaffId) -> Result<Option<String>, Failure> {
        if let Some(name) = self.desk.names.0.lock().unwrap_or_else(PoisonError::into_inner).get(&staff) {
            return Ok(Some(name.clone()));
        }
        // The office is read from its beginning anyway: whoever is not known yet is opened with the one that is asked.
        let mut wanted: BTreeMap<StaffId, (HumanId, Sealed<StaffName>)> = BTreeMap::new();
        for recorded in self.store.journal.history::<OfficeEvent>(OFFICE_STREAM)? {
            if let OfficeEvent::StaffAdded(added) = recorded.event {
                wanted.insert(added.staff, (added.human, added.name));
            }
        }
        if !wanted.contains_key(&staff) {
            return Ok(None);
        }
        let known = |staff: &StaffId| {
            self.desk.names.0.lock().unwrap_or_else(PoisonError::into_inner).contains_key(staff)
        };
        wanted.retain(|staff, _| !known(staff));
        let mut opened = BTreeMap::new();
        for (staff, (human, sealed)) in wanted {
            if let Some(name) = self.store.journal.open(Holder::from(human), &sealed)? {
                opened.insert(staff, name.0);
            }
        }
        let mut names = self.desk.names.0.lock().unwrap_or_else(PoisonError::into_inner);
        names.extend(opened);
        Ok(names.get(&staff).cloned())
    }
}
