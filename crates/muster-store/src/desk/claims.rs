//! Cases in somebody's hands: one officer to a case, whatever number of processes asks.

use super::Desk;
use crate::{
    StoreError, args,
    db::{DbError, Row, Ticket, Tx},
};
use jiff::Timestamp;
use muster_vocab::{CaseId, HumanId, StaffId};

/// A case in an officer's hands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claim {
    /// The case.
    pub case: CaseId,
    /// The account that holds it.
    pub staff: StaffId,
    /// The human behind the account.
    pub human: HumanId,
    /// Since when.
    pub claimed_at: Timestamp,
    /// When its holder was last seen at it.
    pub seen_at: Timestamp,
}

const CLAIM: &str = "SELECT case_id, staff, human, claimed_at, seen_at FROM claims";

impl Claim {
    fn read(row: &Row<'_>) -> Result<Self, DbError> {
        let time =
            |column| Ok::<_, DbError>(Timestamp::from_microsecond(row.get(column)?).unwrap_or_default());
        Ok(Self {
            case: CaseId::from_bytes(row.get(0)?),
            staff: StaffId::from_bytes(row.get(1)?),
            human: HumanId::from_bytes(row.get(2)?),
            claimed_at: time(3)?,
            seen_at: time(4)?,
        })
    }
}

impl Desk {
    /// Puts a case into somebody's hands, unless another human has it who was seen at it after `over`. True if it is
    /// theirs now. One statement upon one key decides, so two that ask at once cannot both have it.
    pub fn claim(
        &self,
        case: CaseId,
        staff: StaffId,
        human: HumanId,
        at: Timestamp,
        over: Timestamp,
    ) -> Ticket<bool, StoreError> {
        self.0.db.write(move |tx| Ok(take(tx, case, staff, human, at, over)?))
    }

    /// Notes that the holder of a case was seen at it. Whoever lost it meanwhile does not get it back by this.
    pub fn touch_claim(&self, case: CaseId, human: HumanId, at: Timestamp) -> Ticket<(), StoreError> {
        const SQL: &str = "UPDATE claims SET seen_at = $3 WHERE case_id = $1 AND human = $2 AND seen_at < $3";
        self.0.db.write(move |tx| {
            tx.execute(SQL, args![case.bytes(), human.bytes(), at.as_microsecond()])?;
            Ok(())
        })
    }

    /// Lets go of a case that is in this human's hands.
    pub fn release(&self, case: CaseId, human: HumanId) -> Ticket<(), StoreError> {
        self.0.db.write(move |tx| {
            tx.execute(
                "DELETE FROM claims WHERE case_id = $1 AND human = $2",
                args![case.bytes(), human.bytes()],
            )?;
            Ok(())
        })
    }

    /// In whose hands a case is, however long ago they were seen at it.
    ///
    /// # Errors
    /// If the database fails.
    pub fn claim_on(&self, case: CaseId) -> Result<Option<Claim>, StoreError> {
        let sql = format!("{CLAIM} WHERE case_id = $1");
        let rows = self.0.db.read(|tx| tx.query(&sql, args![case.bytes()]))?;
        Ok(rows.first().map(|row| Claim::read(&row)).transpose()?)
    }

    /// Everything that is in somebody's hands who was seen at it after `over`.
    ///
    /// # Errors
    /// If the database fails.
    pub fn claims(&self, over: Timestamp) -> Result<Vec<Claim>, StoreError> {
        let sql = format!("{CLAIM} WHERE seen_at > $1 ORDER BY claimed_at, case_id");
        let rows = self.0.db.read(|tx| tx.query(&sql, args![over.as_microsecond()]))?;
        Ok(rows.iter().map(|row| Claim::read(&row)).collect::<Result<_, _>>()?)
    }

    /// What is in a human's hands and was seen after `over`, the longest held first.
    ///
    /// # Errors
    /// If the database fails.
    pub fn claims_of(&self, human: HumanId, over: Timestamp) -> Result<Vec<Claim>, StoreError> {
        let sql = format!("{CLAIM} WHERE human = $1 AND seen_at > $2 ORDER BY claimed_at, case_id");
        let rows = self.0.db.read(|tx| tx.query(&sql, args![human.bytes(), over.as_microsecond()]))?;
        Ok(rows.iter().map(|row| Claim::read(&row)).collect::<Result<_, _>>()?)
    }
}

/// Takes a case for somebody within a transaction, as [`Desk::claim`].
pub(super) fn take(
    tx: &mut dyn Tx,
    case: CaseId,
    staff: StaffId,
    human: HumanId,
    at: Timestamp,
    over: Timestamp,
) -> Result<bool, DbError> {
    const SQL: &str = "INSERT INTO claims (case_id, staff, human, claimed_at, seen_at)
        VALUES ($1, $2, $3, $4, $4)
        ON CONFLICT (case_id) DO UPDATE
           SET claimed_at = CASE WHEN claims.human = excluded.human AND claims.seen_at > $5
                                 THEN claims.claimed_at ELSE excluded.claimed_at END,
               staff = excluded.staff, human = excluded.human, seen_at = excluded.seen_at
         WHERE claims.human = excluded.human OR claims.seen_at <= $5";
    let (now, over) = (at.as_microsecond(), over.as_microsecond());
    Ok(tx.execute(SQL, args![case.bytes(), staff.bytes(), human.bytes(), now, over])? > 0)
}
