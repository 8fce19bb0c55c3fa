//! Somebody says of a pair what is so.

use super::pairs::SameMeans;
use crate::{
    Act, App, Failure,
    desk::{self, Acted, Officer},
};
use jiff::Timestamp;
use muster_case::{
    Permit, Refusal,
    identity::{ConfirmSamePerson, DismissDuplicate, Merge, Unmerge},
    notes::AddNote,
};
use muster_vocab::{CaseId, PersonalText};

/// What somebody says of a pair, and why.
#[derive(Debug, Clone)]
pub enum PairRuling {
    /// Two people. Remembered until one of them tells something else.
    Different(PersonalText),
    /// One person. The case is merged into the other; if that one is closed, this one goes on and knows of it.
    SamePerson(PersonalText),
    /// Nobody can tell yet: a note is kept, and the hold stays.
    Unsure(PersonalText),
}

impl App {
    /// Rules on a suspected pair: `case` is the one that is held.
    ///
    /// # Errors
    /// As [`App::act`].
    pub fn rule_pair(
        &self,
        officer: &Officer,
        case: CaseId,
        other: CaseId,
        basis: desk::Basis,
        ruling: PairRuling,
        at: Timestamp,
    ) -> Result<Acted, Failure> {
        let (act, apart) = match ruling {
            PairRuling::Different(rationale) => {
                let permit = officer.permit::<DismissDuplicate>()?;
                let dismiss = DismissDuplicate { other, rationale: rationale.clone() };
                (Act::new(permit, dismiss), Some((permit, rationale)))
            }
            PairRuling::SamePerson(rationale) => match self.same_means(case, other)? {
                SameMeans::MergesInto(into) => {
                    (Act::new(officer.permit::<Merge>()?, Merge { into, rationale }), None)
                }
                SameMeans::GoesOnBeside(other) => {
                    let confirm = ConfirmSamePerson { other, other_closed: true, rationale };
                    (Act::new(officer.permit::<ConfirmSamePerson>()?, confirm), None)
                }
                SameMeans::Not(refusal) => return Err(refusal.into()),
            },
            PairRuling::Unsure(text) => {
                (Act::new(officer.permit::<AddNote>()?, AddNote { text, ahead_of: None }), None)
            }
        };
        let acted = self.act(officer, case, basis, vec![act], at)?;
        if let (Acted::Done(_), Some((permit, rationale))) = (&acted, apart) {
            self.remember_apart(permit, case, other, rationale, at)?;
        }
        Ok(acted)
    }

    /// The other case remembers it too: it may be the one that tells something else. A closed one tells nothing more.
    fn remember_apart(
        &self,
        permit: Permit<DismissDuplicate>,
        case: CaseId,
        other: CaseId,
        rationale: PersonalText,
        at: Timestamp,
    ) -> Result<(), Failure> {
        match self.carry_out(permit, other, DismissDuplicate { other: case, rationale }, at) {
            Ok(_) | Err(Failure::Refused(_)) => Ok(()),
            Err(failure) => Err(failure),
        }
    }

    /// Undoes the merge of `case` into another, as long as no signature rests on it.
    ///
    /// # Errors
    /// As [`App::act`].
    pub fn undo_merge(
        &self,
        officer: &Officer,
        case: CaseId,
        basis: desk::Basis,
        rationale: PersonalText,
        at: Timestamp,
    ) -> Result<Acted, Failure> {
        let permit = officer.permit::<Unmerge>()?;
        let merged = self.load(case)?;
        let into = merged.merged_into.ok_or(Refusal::Unknown { what: "merge" })?;
        let signed_since = self.signed_since_merge(case, into)?;
        let active = merged.person.map(|person| self.store.views.active_case(person)).transpose()?.flatten();
        let active_elsewhere = active.filter(|active| *active != case);
        let unmerge = Unmerge { rationale, signed_since, active_elsewhere };
        self.act(officer, case, basis, vec![Act::new(permit, unmerge)], at)
    }
}
