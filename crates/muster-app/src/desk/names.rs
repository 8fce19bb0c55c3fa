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
        let mut wanted: Option<(HumanId, Sealed<StaffName>)> = None;
        for recorded in self.store.journal.history::<OfficeEvent>(OFFICE_STREAM)? {
            if let OfficeEvent::StaffAdded(added) = recorded.event
                && added.staff == staff
            {
                wanted = Some((added.human, added.name));
            }
        }
        let Some((human, sealed)) = wanted else { return Ok(None) };
        let Some(name) = self.store.journal.open(Holder::from(human), &sealed)? else { return Ok(None) };
        self.desk.names.0.lock().unwrap_or_else(PoisonError::into_inner).insert(staff, name.0.clone());
        Ok(Some(name.0))
    }
}
