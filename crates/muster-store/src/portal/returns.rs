//! People who asked to come back, until somebody has looked whether there is a case.

use super::{
    NewCode, Portal,
    codes::{Sending, Spans},
};
use crate::{
    StoreError, args,
    boxes::{Place, open, seal},
    db::{DbError, Ticket, Tx},
    keys::{Holder, PersonKey},
};
use jiff::Timestamp;
use muster_vocab::{Section, StreamId};
use zeroize::Zeroizing;

/// The holder of the key that these are sealed with: nobody's.
const PORTAL: Holder = Holder::from_bytes(*b"muster/portal/01");
const TAG: &str = "portal.return_asked";

/// Somebody who asked to come back. Personal: no `Debug`.
pub struct Asked {
    /// Its identifier.
    pub asked: StreamId,
    /// When.
    pub at: Timestamp,
    /// What was asked, as it was sealed.
    pub plain: Zeroizing<Vec<u8>>,
}

/// An asking, sealed.
#[derive(Clone)]
pub(super) struct SealedAsking {
    asked: StreamId,
    sealed: Vec<u8>,
}

impl SealedAsking {
    pub(super) fn insert(&self, tx: &mut dyn Tx, at: Timestamp) -> Result<(), DbError> {
        tx.execute(
            "INSERT INTO returns_asked (asked, at, sealed) VALUES ($1, $2, $3)",
            args![self.asked.bytes(), at.as_microsecond(), &self.sealed],
        )?;
        Ok(())
    }
}

impl Portal {
    /// Lets a code wait and keeps what was asked for the letter worker: the same for everybody. False if too many
    /// letters went to the address.
    ///
    /// # Errors
    /// If it cannot be sealed. The ticket answers with what the database says.
    pub fn ask_return(
        &self,
        asked: StreamId,
        code: NewCode,
        plain: &[u8],
        spans: Spans,
        at: Timestamp,
    ) -> Result<Ticket<bool, StoreError>, StoreError> {
        let sealed = seal(self.own_key()?.section(Section::Contact), &place(asked), plain)?;
        Ok(self.send_code(code, Sending::Asking(SealedAsking { asked, sealed }), spans, at))
    }

    /// Who asked and was not looked at yet, the oldest first.
    ///
    /// # Errors
    /// If the database fails or a box is damaged.
    pub fn returns_asked(&self, limit: u32) -> Result<Vec<Asked>, StoreError> {
        const SQL: &str = "SELECT asked, at, sealed FROM returns_asked ORDER BY at, asked LIMIT $1";
        let rows = self.0.db.read(|tx| tx.query(SQL, args![limit]))?;
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let key = self.own_key()?;
        let read = |row: crate::db::Row<'_>| {
            let asked = StreamId::from_bytes(row.get(0)?);
            let plain = open(key.section(Section::Contact), &place(asked), row.get(2)?)?;
            Ok(Asked { asked, at: Timestamp::from_microsecond(row.get(1)?).unwrap_or_default(), plain })
        };
        rows.iter().map(read).collect()
    }

    /// Forgets an asking that was looked at.
    pub fn forget_asking(&self, asked: StreamId) -> Ticket<(), StoreError> {
        self.0.db.write(move |tx| {
            tx.execute("DELETE FROM returns_asked WHERE asked = $1", args![asked.bytes()])?;
            Ok(())
        })
    }

    fn own_key(&self) -> Result<PersonKey, StoreError> {
        Ok(match self.0.keys.key(PORTAL)? {
            Some(key) => key,
            None => self.0.keys.make(PORTAL)?,
        })
    }
}

const fn place(asked: StreamId) -> Place<'static> {
    Place { stream: asked, version: 0, part: 0, tag: TAG }
}
