//! A mission's store: the data, the keys, and the key file, opened together.

use crate::{
    StoreError,
    db::Db,
    desk::Desk,
    journal::{Journal, STEPS},
    keys::{KeyStore, MissionKey},
    portal::Portal,
    views::Views,
};
use std::path::PathBuf;

/// Where the mission's key comes from.
#[derive(Debug, Clone)]
pub enum KeyPlace {
    /// A file that must be there.
    File(PathBuf),
    /// A file that is made if it is not there and both databases are new.
    NewFile(PathBuf),
}

/// Where a store lies.
#[derive(Debug, Clone)]
pub struct Places {
    /// The data: a path or a `postgres://` address.
    pub database: String,
    /// The keys, never in the same backup as the data: a path or a `postgres://` address.
    pub keys: String,
    /// The mission's key.
    pub mission_key: KeyPlace,
}

/// An open store.
#[derive(Clone)]
pub struct Store {
    /// The one way to write.
    pub journal: Journal,
    /// The views, to read.
    pub views: Views,
    /// What the portal keeps beside the log.
    pub portal: Portal,
    /// What the desk keeps beside the log.
    pub desk: Desk,
}

impl Store {
    /// Opens data and keys, and finishes erasures that a crash cut short.
    ///
    /// # Errors
    /// If either database cannot be trusted to keep what it acknowledges, or the mission's key does not fit.
    pub fn open(places: &Places) -> Result<Self, StoreError> {
        let mission = match &places.mission_key {
            KeyPlace::NewFile(path) if !path.exists() => MissionKey::create(path)?,
            KeyPlace::File(path) | KeyPlace::NewFile(path) => MissionKey::read(path)?,
        };
        let keys = KeyStore::open(&places.keys, mission)?;
        let db = Db::open(&places.database, STEPS)?;
        let views = Views::new(db.clone());
        let journal = Journal::new(db.clone(), keys.clone());
        let desk = Desk::new(db.clone(), keys.clone());
        let portal = Portal::new(db, keys, journal.lookup.clone());
        journal.sweep()?;
        Ok(Self { journal, views, portal, desk })
    }
}
