//! The fact sheet of one case.

use super::schema::Schema;
use super::value::{FactRejected, Value};
use muster_vocab::Provenance;
use std::fmt;

/// What is known about one case, fact by fact. `Debug` names the known facts and none of their values.
#[derive(Clone)]
pub struct Facts {
    schema: Schema,
    slots: Vec<Option<(Value, Provenance)>>,
}

/// What a sheet holds about one fact.
#[derive(Clone, Copy)]
pub(crate) enum Held<'a> {
    /// Nobody has said.
    Unknown,
    /// Nobody has said, and the programme assumes this until somebody does.
    Assumed(bool),
    /// Somebody has said so.
    Known(&'a Value, Provenance),
}

impl Facts {
    /// A sheet on which nothing is known yet.
    pub fn new(schema: &Schema) -> Self {
        Self { schema: schema.clone(), slots: vec![None; schema.facts().len()] }
    }

    /// Writes down a fact; what stood there before is replaced.
    ///
    /// # Errors
    /// If the programme declares no such fact, or the value does not fit it.
    pub fn set(&mut self, name: &str, value: Value, provenance: Provenance) -> Result<(), FactRejected> {
        let index = self.index(name)?;
        value.fit(&self.schema.facts()[index])?;
        self.slots[index] = Some((value, provenance));
        Ok(())
    }

    /// Makes a fact unknown again.
    ///
    /// # Errors
    /// If the programme declares no such fact.
    pub fn forget(&mut self, name: &str) -> Result<(), FactRejected> {
        let index = self.index(name)?;
        self.slots[index] = None;
        Ok(())
    }

    /// What somebody has said about a fact, and how well it is known.
    pub fn get(&self, name: &str) -> Option<(&Value, Provenance)> {
        let (value, provenance) = self.slots[self.schema.index(name)?].as_ref()?;
        Some((value, *provenance))
    }

    pub(crate) const fn schema(&self) -> &Schema {
        &self.schema
    }

    pub(crate) fn held(&self, index: usize) -> Held<'_> {
        match &self.slots[index] {
            Some((value, provenance)) => Held::Known(value, *provenance),
            None => self.schema.facts()[index].assume.map_or(Held::Unknown, Held::Assumed),
        }
    }

    /// Writes a value that is known to fit, by position: for enumeration.
    pub(crate) fn put(&mut self, index: usize, value: Value) {
        self.slots[index] = Some((value, Provenance::Declared));
    }

    fn index(&self, name: &str) -> Result<usize, FactRejected> {
        self.schema.index(name).ok_or_else(|| FactRejected::Unknown { fact: name.to_owned() })
    }
}

impl fmt::Debug for Facts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let known = self.schema.names().zip(&self.slots).filter(|(_, slot)| slot.is_some());
        f.write_str("Facts")?;
        f.debug_list().entries(known.map(|(name, _)| name)).finish()
    }
}
