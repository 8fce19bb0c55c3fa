//! What was answered to a request that its sender named, so that sending it again does nothing again.

use super::Desk;
use crate::{StoreError, args, db::Ticket};
use jiff::Timestamp;

/// An answer as it was given. Nothing of it is personal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptAnswer {
    /// Its status.
    pub status: u16,
    /// The version of what it is about, as the answer's header has it.
    pub etag: Option<String>,
    /// Its body.
    pub body: String,
}

/// What is known of a named request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Named {
    /// Nothing yet: it is worked on from now on.
    Fresh,
    /// It is being worked on.
    Busy,
    /// Another request had this name.
    Other,
    /// It was answered.
    Answered(KeptAnswer),
}

impl Desk {
    /// Begins a request under a name, unless it is known. Names begun before `over` are forgotten; one that was begun
    /// before `stuck` and never answered is taken over, because whoever worked on it is gone.
    pub fn begin_named(
        &self,
        name: [u8; 16],
        fingerprint: [u8; 16],
        at: Timestamp,
        over: Timestamp,
        stuck: Timestamp,
    ) -> Ticket<Named, StoreError> {
        self.0.db.write(move |tx| {
            tx.execute("DELETE FROM api_answers WHERE begun_at < $1", args![over.as_microsecond()])?;
            let sql = "SELECT fingerprint, begun_at, status, etag, body FROM api_answers WHERE name = $1";
            let rows = tx.query(sql, args![&name])?;
            let Some(row) = rows.first() else {
                tx.execute(
                    "INSERT INTO api_answers (name, fingerprint, begun_at) VALUES ($1, $2, $3)",
                    args![&name, &fingerprint, at.as_microsecond()],
                )?;
                return Ok(Named::Fresh);
            };
            if row.get::<[u8; 16]>(0)? != fingerprint {
                return Ok(Named::Other);
            }
            let Some(status) = row.get::<Option<i64>>(2)? else {
                if row.get::<i64>(1)? >= stuck.as_microsecond() {
                    return Ok(Named::Busy);
                }
                let sql = "UPDATE api_answers SET begun_at = $2 WHERE name = $1";
                tx.execute(sql, args![&name, at.as_microsecond()])?;
                return Ok(Named::Fresh);
            };
            let body: Option<String> = row.get(4)?;
            let status = u16::try_from(status).unwrap_or(200);
            Ok(Named::Answered(KeptAnswer { status, etag: row.get(3)?, body: body.unwrap_or_default() }))
        })
    }

    /// Keeps what was answered.
    pub fn answer_named(&self, name: [u8; 16], answer: KeptAnswer) -> Ticket<(), StoreError> {
        self.0.db.write(move |tx| {
            let sql = "UPDATE api_answers SET status = $2, etag = $3, body = $4 WHERE name = $1";
            let (status, etag) = (i64::from(answer.status), answer.etag.as_deref());
            tx.execute(sql, args![&name, status, etag, answer.body.as_str()])?;
            Ok(())
        })
    }

    /// Forgets a name, because nothing was done under it.
    pub fn forget_named(&self, name: [u8; 16]) -> Ticket<(), StoreError> {
        self.0.db.write(move |tx| {
            tx.execute("DELETE FROM api_answers WHERE name = $1", args![&name])?;
            Ok(())
        })
    }
}
