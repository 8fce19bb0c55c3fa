//! Making the views anew from the log alone.

use super::{
    Journal,
    fold::{BoxKey, Exact, Folded, Source, StreamRows, Witness, fold_all, key_bytes},
    project::{Tokens, contact_values, identity_values},
};
use crate::{
    StoreError, args,
    boxes::{BoxError, Place, open},
    db::Value,
    keys::Holder,
    views::Table,
};
use muster_case::intake::{Contact, Identity};
use muster_vocab::{BoxRef, Sensitive, StreamId};

impl Journal {
    /// The views as the log and its boxes give them: every row of every table.
    ///
    /// # Errors
    /// If the log cannot be read or folded, or a box whose values are looked up does not open.
    pub fn rebuild(&self) -> Result<StreamRows, StoreError> {
        const SQL: &str = "SELECT sealed FROM boxes WHERE stream = $1 AND version = $2 AND part = $3";
        let mut made = Rebuilt::default();
        self.db.read(|tx| {
            fold_all(tx, &mut made)?;
            for source in std::mem::take(&mut made.sources) {
                let (stream, version, part) = source.at;
                let found = tx.query(SQL, args![stream.bytes(), version, part])?;
                let sealed = found.first().ok_or(BoxError::Unknown)?;
                for (kind, token) in self.tokens_in(&source, sealed.get(0)?)? {
                    let row = lookup_row(kind, token, stream);
                    made.rows.insert((Table::Lookups, key_bytes(&row)), row);
                }
            }
            made.failure.take().map_or(Ok(()), Err)
        })?;
        Ok(made.rows)
    }

    /// The views as they stand in the database: every row of every table.
    ///
    /// # Errors
    /// If the database fails.
    pub fn live(&self) -> Result<StreamRows, StoreError> {
        let mut all = StreamRows::new();
        self.db.read(|tx| {
            for &table in Table::ALL {
                tx.each(table.select(), &[], &mut |row| {
                    all.insert((table, key_bytes(&row.0[..table.key_len()])), row.0.to_vec());
                    Ok(())
                })?;
            }
            Ok::<_, StoreError>(())
        })?;
        Ok(all)
    }

    /// The look-ups that follow from a box. None if its person was erased: the key is gone, and they with it.
    pub(crate) fn tokens_in(&self, source: &Source, sealed: &[u8]) -> Result<Tokens, StoreError> {
        let Some(key) = self.keys.key(Holder::from_bytes(source.holder))? else { return Ok(Tokens::new()) };
        let (stream, version, part) = source.at;
        let place = Place { stream, version, part, tag: source.tag };
        let section = match source.holds {
            Exact::Identity => Identity::SECTION,
            Exact::Contact => Contact::SECTION,
        };
        let plain = open(key.section(section), &place, sealed)?;
        let values = match source.holds {
            Exact::Identity => serde_json::from_slice(&plain).map(|identity| identity_values(&identity)),
            Exact::Contact => serde_json::from_slice(&plain).map(|contact| contact_values(&contact)),
        };
        let values = values.map_err(|_| BoxError::Unknown)?;
        Ok(values.into_iter().map(|(kind, value)| (kind, self.lookup.token(kind, &value))).collect())
    }
}

/// A row of the look-ups.
pub(crate) fn lookup_row(kind: &str, token: [u8; 16], stream: StreamId) -> Vec<Value> {
    vec![Value::Text(kind.to_owned()), Value::Blob(token.to_vec()), Value::Blob(stream.bytes().to_vec())]
}

#[derive(Default)]
struct Rebuilt {
    rows: StreamRows,
    sources: Vec<Source>,
    failure: Option<StoreError>,
}

impl Witness for Rebuilt {
    fn boxed(&mut self, _: BoxKey, _: &BoxRef, _: Option<[u8; 16]>) {}

    fn folded(&mut self, stream: Folded) {
        self.rows.extend(stream.rows);
        self.sources.extend(stream.sources);
    }

    fn broken(&mut self, _: StreamId, why: StoreError) {
        self.failure = Some(why);
    }
}
