//! Checking a receipt against the log and the keys, without the data.

use super::receipt::{KIND, Receipt};
use crate::{App, Failure};
use muster_case::{Event, Permit, access::ReadCases};
use muster_store::keys::Holder;
use muster_vocab::CaseId;
use serde::Serialize;

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReceiptCheck {
    /// Cases of the receipt.
    pub cases: usize,
    /// Boxes of those cases that were tried. None opened, unless a fault says so.
    pub boxes: usize,
    /// What does not hold.
    pub faults: Vec<ReceiptFault>,
}

/// Something a receipt says that is not so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReceiptFault {
    /// The case, if it is about one.
    pub case: Option<CaseId>,
    /// What does not hold.
    pub what: &'static str,
}

impl App {
    /// Whether a receipt holds: each erasure is in the log under the same hash, nothing followed it, the key is gone,
    /// and no box opens. `muster log verify` says beside it whether the chain that covers the hash is whole.
    ///
    /// # Errors
    /// If the store failed.
    pub fn check_receipt(
        &self,
        permit: Permit<ReadCases>,
        receipt: &Receipt,
    ) -> Result<ReceiptCheck, Failure> {
        let mut check = ReceiptCheck { cases: receipt.cases.len(), boxes: 0, faults: Vec::new() };
        if receipt.kind != KIND {
            check.faults.push(ReceiptFault { case: None, what: "it is not a receipt of this kind" });
            return Ok(check);
        }
        let journal = &self.store.journal;
        for erased in &receipt.cases {
            let case = erased.case;
            let mut find = |what| check.faults.push(ReceiptFault { case: Some(case), what });
            match journal.entry(case.into(), erased.version)? {
                None => find("the log has no such entry"),
                Some(entry) if entry.seq != erased.seq || entry.hash != erased.hash => {
                    find("the log's entry is another one than the receipt names");
                }
                Some(entry) if !entry.is_whole() => {
                    find("the log's entry was changed; run `muster log verify`");
                }
                Some(entry) if entry.tag != "closing.erased" => find("the log's entry is no erasure"),
                Some(_) => {}
            }
            match self.store.views.case(permit, case)? {
                Some(row) if row.stage == "erased" && row.person.is_none() => {}
                _ => find("the case is not shown as erased"),
            }
            let Some(person) = self.load(case)?.person else { continue };
            let holder = Holder::from(person);
            let keys = journal.keys();
            let gone = keys.key(holder).and_then(|key| Ok(key.is_none() && keys.was_destroyed(holder)?));
            if !gone.map_err(muster_store::StoreError::from)? {
                find(
                    "the key is not gone; start the program again, which finishes erasures, and check again",
                );
            }
            let (tried, opened) = self.try_boxes(case, holder)?;
            if opened > 0 {
                find("a box opens still");
            }
            check.boxes += tried;
        }
        Ok(check)
    }

    /// How many boxes the case has, and how many of them open.
    fn try_boxes(&self, case: CaseId, holder: Holder) -> Result<(usize, usize), Failure> {
        let mut parts = Vec::new();
        for mut recorded in self.store.journal.history::<Event>(case.into())? {
            recorded.event.sealed_parts(&mut |part| {
                let section = part.section();
                parts.extend(part.reference_mut().map(|at| (section, at.clone())));
            });
        }
        let mut opened = 0;
        for (section, at) in &parts {
            opened += usize::from(self.store.journal.open_part(holder, *section, at)?.is_some());
        }
        Ok((parts.len(), opened))
    }
}
