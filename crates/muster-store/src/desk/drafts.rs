//! What an interviewer noted during a talk and has not sent: sealed under the applicant's key, found by the rater alone.

use super::Desk;
use crate::{
    StoreError, args,
    boxes::{Place, open, seal},
    db::Ticket,
    keys::Holder,
};
use jiff::Timestamp;
use muster_vocab::{CaseId, HumanId, PersonId, Section};
use zeroize::Zeroizing;

/// Notes of one rater. Personal: no `Debug`.
pub struct InterviewDraft {
    /// When they were last saved.
    pub saved_at: Timestamp,
    /// What was saved, as it was given.
    pub plain: Zeroizing<Vec<u8>>,
}

impl Desk {
    /// Saves a rater's notes in place of those before.
    ///
    /// # Errors
    /// If they cannot be sealed: the person was erased. The ticket answers with what the database says.
    pub fn save_draft(
        &self,
        case: CaseId,
        human: HumanId,
        person: PersonId,
        plain: &[u8],
        at: Timestamp,
    ) -> Result<Ticket<(), StoreError>, StoreError> {
        const SQL: &str = "INSERT INTO interview_drafts (case_id, human, person, saved_at, sealed)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (case_id, human) DO UPDATE SET saved_at = excluded.saved_at, sealed = excluded.sealed";
        let holder = Holder::from(person);
        let key = match self.0.keys.key(holder)? {
            Some(key) => key,
            None => self.0.keys.make(holder)?,
        };
        let tag = tag(human);
        let sealed = seal(key.section(Section::Decision), &place(case, &tag), plain)?;
        Ok(self.0.db.write(move |tx| {
            let at = at.as_microsecond();
            tx.execute(SQL, args![case.bytes(), human.bytes(), person.bytes(), at, &sealed])?;
            Ok(())
        }))
    }

    /// A rater's notes, if there are any and the person was not erased.
    ///
    /// # Errors
    /// If the database fails or the box is damaged.
    pub fn draft(
        &self,
        case: CaseId,
        human: HumanId,
        person: PersonId,
    ) -> Result<Option<InterviewDraft>, StoreError> {
        const SQL: &str = "SELECT saved_at, sealed FROM interview_drafts WHERE case_id = $1 AND human = $2";
        let rows = self.0.db.read(|tx| tx.query(SQL, args![case.bytes(), human.bytes()]))?;
        let (Some(row), Some(key)) = (rows.first(), self.0.keys.key(Holder::from(person))?) else {
            return Ok(None);
        };
        let saved_at = Timestamp::from_microsecond(row.get(0)?).unwrap_or_default();
        let plain = open(key.section(Section::Decision), &place(case, &tag(human)), row.get(1)?)?;
        Ok(Some(InterviewDraft { saved_at, plain }))
    }

    /// Forgets a rater's notes.
    pub fn forget_draft(&self, case: CaseId, human: HumanId) -> Ticket<(), StoreError> {
        self.0.db.write(move |tx| {
            let sql = "DELETE FROM interview_drafts WHERE case_id = $1 AND human = $2";
            tx.execute(sql, args![case.bytes(), human.bytes()])?;
            Ok(())
        })
    }
}

fn tag(human: HumanId) -> String {
    format!("interview.draft/{human}")
}

/// A box is bound to the case and to the rater.
fn place(case: CaseId, tag: &str) -> Place<'_> {
    Place { stream: case.into(), version: 0, part: 0, tag }
}
