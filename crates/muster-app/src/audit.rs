//! Who looked at what, asked by those who answer for it; and that they asked.

use crate::{App, Failure, desk::Officer};
use jiff::Timestamp;
use muster_case::{
    Permit,
    office::{ReadAudit, VerifyLog},
};
use muster_store::journal::{AccessesOf, VerifyReport};
use muster_vocab::{Actor, CaseId, StaffId};
use serde::Serialize;
use std::fmt::Write as _;

/// How many lines a page shows at most.
pub const SHOWN: u32 = 200;
/// How many lines a file holds at most.
const EXPORTED: u32 = 100_000;

/// A look at what is sealed in a case. Nothing of the applicant stands in it, but the officer's name: no `Debug`.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct AuditLine {
    /// Its place in the log.
    pub seq: u64,
    /// When.
    pub at: Timestamp,
    /// The case's name.
    pub reference: String,
    /// The case.
    pub case: CaseId,
    /// The account; nothing of an applicant or a worker.
    pub staff: Option<StaffId>,
    /// The officer's name, unless it was erased.
    pub name: Option<String>,
    /// The role it was done in, as a word.
    pub role: &'static str,
    /// What was looked at, by label.
    pub sections: Vec<String>,
    /// What for, as a word.
    pub purpose: String,
}

impl App {
    /// Who looked at what, the latest first, in cases of the officer's missions. That it was asked is recorded first.
    ///
    /// # Errors
    /// [`Failure::Refused`] if the officer may not; [`Failure::Store`] if the store fails.
    pub fn read_audit(
        &self,
        officer: &Officer,
        of: &AccessesOf,
        exported: bool,
        at: Timestamp,
    ) -> Result<Vec<AuditLine>, Failure> {
        let permit: Permit<ReadAudit> = officer.permit()?;
        let read = ReadAudit { case: of.case, staff: of.staff, from: of.from, until: of.until, exported };
        self.carry_out_office(permit, read, at)?;
        let of = AccessesOf { missions: officer.missions.iter().cloned().collect(), ..of.clone() };
        let limit = if exported { EXPORTED } else { SHOWN };
        let mut lines = Vec::new();
        for access in self.store.journal.accesses(&of, limit)? {
            let staff = match access.by {
                Actor::Staff { staff, .. } => Some(staff),
                _ => None,
            };
            lines.push(AuditLine {
                seq: access.seq,
                at: access.at,
                reference: self.reference(access.case),
                case: access.case,
                staff,
                name: staff.map(|staff| self.staff_name(staff)).transpose()?.flatten(),
                role: access.by.role().word(),
                sections: access.sections,
                purpose: access.purpose,
            });
        }
        Ok(lines)
    }

    /// The case of a name as letters have it, forgiving what is easily mistyped, or of an identifier.
    ///
    /// # Errors
    /// If the store fails.
    pub fn case_of_audit(&self, typed: &str) -> Result<Option<CaseId>, Failure> {
        if let Ok(case) = typed.trim().parse() {
            return Ok(Some(case));
        }
        self.case_of_reference(typed)
    }

    /// Every account with its name, by name; without one it was erased.
    ///
    /// # Errors
    /// If the store fails.
    pub fn accounts_of_audit(&self) -> Result<Vec<(StaffId, Option<String>)>, Failure> {
        let mut accounts = Vec::new();
        for row in self.store.views.staff()? {
            accounts.push((row.staff, self.staff_name(row.staff)?));
        }
        accounts.sort_by(|one, other| (one.1.is_none(), &one.1).cmp(&(other.1.is_none(), &other.1)));
        Ok(accounts)
    }

    /// Walks the log and everything that follows from it. That it was asked is recorded first.
    ///
    /// # Errors
    /// [`Failure::Refused`] if the officer may not; [`Failure::Store`] if the store cannot be read. Damage is no error.
    pub fn check_chain(&self, officer: &Officer, at: Timestamp) -> Result<VerifyReport, Failure> {
        let permit: Permit<VerifyLog> = officer.permit()?;
        self.carry_out_office(permit, VerifyLog, at)?;
        Ok(self.store.journal.verify(&|_| {})?)
    }
}

/// The lines as JSON, one a line.
///
/// # Panics
/// Never: everything a line holds can be written as JSON.
#[must_use]
pub fn json_lines(lines: &[AuditLine]) -> String {
    let mut text = String::new();
    for line in lines {
        text.push_str(&serde_json::to_string(line).expect("numbers, words and times are always JSON"));
        text.push('\n');
    }
    text
}

/// The lines as a table for people: with a byte order mark, so that spreadsheets read every script, and with nothing that
/// they would take for a formula.
#[must_use]
pub fn csv(lines: &[AuditLine]) -> String {
    let mut text = String::from("\u{feff}seq,at,reference,case,staff,name,role,sections,purpose\r\n");
    for line in lines {
        let staff = line.staff.map(|staff| staff.to_string()).unwrap_or_default();
        let cells = [
            line.seq.to_string(),
            line.at.to_string(),
            line.reference.clone(),
            line.case.to_string(),
            staff,
            line.name.clone().unwrap_or_default(),
            line.role.to_owned(),
            line.sections.join(" "),
            line.purpose.clone(),
        ];
        let cells: Vec<String> = cells.iter().map(|cell| escaped(cell)).collect();
        let _infallible = write!(text, "{}\r\n", cells.join(","));
    }
    text
}

fn escaped(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = if formula { format!("'{cell}") } else { cell.to_owned() };
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_never_a_formula_and_keeps_its_commas() {
        assert_eq!(escaped("=1+1"), "'=1+1");
        assert_eq!(escaped("@sum(a,b)"), "\"'@sum(a,b)\"");
        assert_eq!(escaped("O’Neill \"Red\""), "\"O’Neill \"\"Red\"\"\"");
        assert_eq!(escaped("Марчук"), "Марчук");
    }
}
