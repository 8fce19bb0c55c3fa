//! What belongs to an erased person goes from the tables beside the log too.

use crate::{
    args,
    db::{Db, DbError},
    keys::Holder,
};

const EVERYWHERE: [&str; 6] = [
    "DELETE FROM sessions WHERE person = $1",
    "DELETE FROM receipts WHERE person = $1",
    "DELETE FROM confirmations WHERE person = $1",
    "DELETE FROM codes WHERE person = $1",
    "DELETE FROM outbox WHERE holder = $1",
    "DELETE FROM interview_drafts WHERE person = $1",
];

/// Forgets whatever is a person's. Doing it twice is safe.
pub(crate) fn forget(db: &Db, person: Holder) -> Result<(), DbError> {
    db.write(move |tx| {
        EVERYWHERE.iter().try_for_each(|sql| tx.execute(sql, args![person.bytes()]).map(|_| ()))
    })
    .wait()
}
