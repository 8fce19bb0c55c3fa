//! Reading a stream and folding it; opening sealed values.

use super::{Journal, entry::read_actor};
use crate::{
    StoreError, args,
    boxes::{BoxError, Place, open},
    keys::Holder,
};
use jiff::Timestamp;
use muster_case::Logged;
use muster_vocab::{Home, Moment, Sealed, Sensitive, StreamId};

/// A stream's state, and the version it is of.
#[derive(Debug, Clone)]
pub struct Loaded<S> {
    /// What the events fold into.
    pub state: S,
    /// How many events there are.
    pub version: u64,
}

/// An event with when and by whom.
#[derive(Debug, Clone)]
pub struct Recorded<E> {
    /// Its place in the stream, from 1.
    pub version: u64,
    /// When and by whom.
    pub moment: Moment,
    /// The event.
    pub event: E,
}

impl Journal {
    /// Reads and folds a stream. A stream without events gives the default state at version 0.
    ///
    /// # Errors
    /// If an event cannot be read, or the database fails.
    pub fn load<E: Logged>(&self, stream: StreamId) -> Result<Loaded<E::State>, StoreError> {
        let mut loaded = Loaded { state: E::State::default(), version: 0 };
        self.each_event::<E>(stream, &mut |recorded| {
            recorded.event.evolve(&mut loaded.state, &recorded.moment);
            loaded.version = recorded.version;
        })?;
        Ok(loaded)
    }

    /// Every event of a stream, in order.
    ///
    /// # Errors
    /// As [`Journal::load`].
    pub fn history<E: Logged>(&self, stream: StreamId) -> Result<Vec<Recorded<E>>, StoreError> {
        let mut events = Vec::new();
        self.each_event::<E>(stream, &mut |recorded| events.push(recorded))?;
        Ok(events)
    }

    fn each_event<E: Logged>(
        &self,
        stream: StreamId,
        see: &mut dyn FnMut(Recorded<E>),
    ) -> Result<(), StoreError> {
        const SQL: &str =
            "SELECT version, at, actor, tag, shape, body, seq FROM log WHERE stream = $1 ORDER BY version";
        let rows = self.db.read(|tx| tx.query(SQL, args![stream.bytes()]))?;
        for row in rows.iter() {
            let damaged = || row.get(6).map_or_else(StoreError::from, |seq| StoreError::Damaged { seq });
            let version = row.get(0)?;
            let at = Timestamp::from_microsecond(row.get(1)?).map_err(|_| damaged())?;
            let by = read_actor(row.get(2)?).ok_or_else(damaged)?;
            let event = decode::<E>(stream, version, row.get(3)?, row.get(4)?, row.get(5)?)?;
            see(Recorded { version, moment: Moment { at, by }, event });
        }
        Ok(())
    }

    /// Opens a sealed value of `holder`'s. Nothing if the holder's key was destroyed, or there never was one.
    ///
    /// # Errors
    /// If the box is missing, damaged or moved, or its key is.
    pub fn open<T: Sensitive>(&self, holder: Holder, value: &Sealed<T>) -> Result<Option<T>, StoreError> {
        const SQL: &str = "SELECT sealed FROM boxes WHERE stream = $1 AND version = $2 AND part = $3";
        let at =
            value.reference().ok_or_else(|| StoreError::Sealing("the value was not sealed yet".into()))?;
        let Some(key) = self.keys.key(holder)? else { return Ok(None) };
        let home = at.home.ok_or(BoxError::Unknown)?;
        let rows = self.db.read(|tx| tx.query(SQL, args![home.stream.bytes(), home.version, at.part]))?;
        let row = rows.first().ok_or(BoxError::Unknown)?;
        let place = Place { stream: home.stream, version: home.version, part: at.part, tag: home.tag };
        let plain = open(key.section(T::SECTION), &place, row.get(0)?)?;
        serde_json::from_slice(&plain).map(Some).map_err(|_| BoxError::Unknown.into())
    }
}

/// Reads a stored event and tells its sealed values where they are at home.
pub(crate) fn decode<E: Logged>(
    stream: StreamId,
    version: u64,
    tag: &str,
    shape: u16,
    body: &str,
) -> Result<E, StoreError> {
    let mut event = E::decode(tag, shape, body).map_err(|cause| StoreError::Unreadable { stream, cause })?;
    let tag = event.stored_tag();
    event.sealed_parts(&mut |part| {
        if let Some(at) = part.reference_mut() {
            at.home = Some(Home { stream, version, tag });
        }
    });
    Ok(event)
}
