//! What could be refused together: by mission and primary code.

use super::codes_of;
use crate::{App, Failure, desk::Officer};
use muster_case::{Permit, Stage, access::ReadCases, eligibility::ConfirmRefusal};
use muster_vocab::{CaseId, ReasonCode};
use std::collections::BTreeMap;

/// So many cases that wait are looked through, those that have waited longest.
const LOOKED_THROUGH: u32 = 20_000;

/// Cases of one mission that one finding proposes to refuse.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The mission.
    pub mission: String,
    /// The primary code.
    pub code: ReasonCode,
    /// How many.
    pub cases: u64,
}

impl App {
    /// The groups of cases that the officer could refuse together, by mission and code.
    ///
    /// # Errors
    /// [`Failure::Refused`] if the officer may not confirm refusals; [`Failure::Store`] if the store fails.
    pub fn refusal_groups(&self, officer: &Officer) -> Result<Vec<Group>, Failure> {
        let mut groups: BTreeMap<(String, ReasonCode), u64> = BTreeMap::new();
        self.each_refusable(officer, &mut |mission, code, _| {
            *groups.entry((mission.to_owned(), code)).or_default() += 1;
            true
        })?;
        let group = |((mission, code), cases)| Group { mission, code, cases };
        Ok(groups.into_iter().map(group).collect())
    }

    /// Hands every case that the officer could refuse in a bulk to `see`, the longest waiting first, until it has enough.
    pub(super) fn each_refusable(
        &self,
        officer: &Officer,
        see: &mut dyn FnMut(&str, ReasonCode, CaseId) -> bool,
    ) -> Result<(), Failure> {
        let _may: Permit<ConfirmRefusal> = officer.permit()?;
        let permit: Permit<ReadCases> = officer.permit()?;
        let taken = self.store.desk.cases_in_bulks()?;
        let rows = self.store.views.cases_on(permit, None, Some(Stage::Submitted), LOOKED_THROUGH)?;
        let proposed = rows.into_iter().filter(|row| {
            row.finding.as_deref() == Some("refuse_proposed")
                && row.holds.is_empty()
                && row.merged_into.is_none()
                && officer.sees(&row.mission)
                && !taken.contains(&row.case)
        });
        for row in proposed {
            let case = self.load(row.case)?;
            // Whoever stepped back from a case does not sign in it.
            if case.recused.contains(&officer.human) {
                continue;
            }
            if let Some(code) = codes_of(&case).first()
                && !see(&row.mission, *code, row.case)
            {
                break;
            }
        }
        Ok(())
    }
}
