//! The database of keys: making and finding.

use super::{Holder, KeyError, MissionKey, PersonKey, cache::Cache};
use crate::{
    args,
    boxes::cipher::random,
    db::{Db, Migration, Row, Ticket},
};
use std::sync::Arc;
use zeroize::Zeroizing;

/// The schema of the key database, step by step.
pub const STEPS: &[Migration] = &[Migration {
    number: 1,
    name: "0001_person_keys.sql",
    sql: include_str!("../../migrations/keys/0001_person_keys.sql"),
}];

/// Keys kept unwrapped: two generations of this many, some 15 MB in all.
const GENERATION_MAX: usize = 16_384;

/// Every person's key, wrapped, in a database of its own. Cloning is cheap.
#[derive(Clone)]
pub struct KeyStore {
    pub(super) db: Db,
    pub(super) mission: Arc<MissionKey>,
    pub(super) cache: Arc<Cache>,
}

impl KeyStore {
    /// Opens the key database at `url`: a file, or a PostgreSQL server.
    ///
    /// # Errors
    /// [`KeyError::WrongMission`] if its keys were wrapped with another mission key; what the database says else.
    pub fn open(url: &str, mission: MissionKey) -> Result<Self, KeyError> {
        let db = Db::open(url, STEPS)?;
        let mission = Arc::new(mission);
        let asked = Arc::clone(&mission);
        db.write(move |tx| {
            let signature = asked.signature()?;
            let (insert, select) = (
                "INSERT INTO mission_key_check (epoch, sealed) VALUES ($1, $2) ON CONFLICT (epoch) DO NOTHING",
                "SELECT sealed FROM mission_key_check WHERE epoch = $1",
            );
            tx.execute(insert, args![asked.epoch(), &signature])?;
            let known = tx.query(select, args![asked.epoch()])?;
            let belongs = known.first().is_some_and(|row| row.get(0).is_ok_and(|known| asked.made(known)));
            if belongs { Ok(()) } else { Err(KeyError::WrongMission) }
        })
        .wait()?;
        Ok(Self { db, mission, cache: Arc::new(Cache::new(GENERATION_MAX)) })
    }

    /// Makes a key for `holder`. The ticket answers once it is on disk: only then may anything be sealed with it.
    /// A holder who has a key already keeps it.
    ///
    /// The answer is [`KeyError::Destroyed`] for somebody who was erased.
    pub fn create(&self, holder: Holder) -> Ticket<PersonKey, KeyError> {
        let (mission, cache) = (Arc::clone(&self.mission), Arc::clone(&self.cache));
        let mut made = None;
        self.db.write(move |tx| {
            // A job may run twice; the key is made and wrapped once.
            let (key, wrapped) = match &made {
                Some(made) => made,
                None => made.insert(new_key(holder, &mission)?),
            };
            let inserted = tx.execute(
                "INSERT INTO person_keys (holder, kid, epoch, wrapped)
                 SELECT $1, $2, $3, $4
                  WHERE NOT EXISTS (SELECT 1 FROM destroyed_keys WHERE holder = $1)
                 ON CONFLICT (holder) DO NOTHING",
                args![holder.bytes(), key.kid(), mission.epoch(), wrapped],
            )?;
            if inserted == 1 {
                return Ok(key.clone());
            }
            let known = tx.query(ONE_KEY, args![holder.bytes()])?;
            let known = known.first().ok_or(KeyError::Destroyed(holder))?;
            let key = unwrap_row(&mission, &known)?;
            cache.put(key.clone());
            Ok(key)
        })
    }

    /// Makes a key for `holder`, waits until it is on disk and keeps it at hand.
    ///
    /// # Errors
    /// [`KeyError::Destroyed`] for somebody who was erased; what the database says else.
    pub fn make(&self, holder: Holder) -> Result<PersonKey, KeyError> {
        let key = self.create(holder).wait()?;
        self.cache.put(key.clone());
        Ok(key)
    }

    /// Makes keys for many holders with few commits, and waits until all are on disk.
    ///
    /// # Errors
    /// As [`KeyStore::make`], for the first that fails.
    pub fn make_all(&self, holders: &[Holder]) -> Result<(), KeyError> {
        let tickets: Vec<_> = holders.iter().map(|holder| self.create(*holder)).collect();
        tickets.into_iter().try_for_each(|ticket| {
            self.cache.put(ticket.wait()?);
            Ok(())
        })
    }

    /// The key of `holder`; nothing if none was made, or if it was destroyed.
    ///
    /// # Errors
    /// [`KeyError::Damaged`] if the row does not open; what the database says else.
    pub fn key(&self, holder: Holder) -> Result<Option<PersonKey>, KeyError> {
        if let Some(key) = self.cache.get(holder) {
            return Ok(Some(key));
        }
        let found = self.db.read(|tx| {
            let rows = tx.query(ONE_KEY, args![holder.bytes()])?;
            rows.first().map(|row| unwrap_row(&self.mission, &row)).transpose()
        })?;
        if let Some(key) = &found {
            self.cache.put(key.clone());
        }
        Ok(found)
    }

    /// The keyed hashes that hang on the same mission key.
    #[must_use]
    pub fn lookup(&self) -> super::Lookup {
        self.mission.lookup()
    }
}

const ONE_KEY: &str = "SELECT holder, kid, epoch, wrapped FROM person_keys WHERE holder = $1";

fn new_key(holder: Holder, mission: &MissionKey) -> Result<(PersonKey, Vec<u8>), KeyError> {
    let kid = u32::from_be_bytes(random()?);
    let key = PersonKey::new(holder, kid, Zeroizing::new(random()?));
    let wrapped = mission.wrap(&key)?;
    Ok((key, wrapped))
}

/// Opens a row of `holder, kid, epoch, wrapped`.
pub(super) fn unwrap_row(mission: &MissionKey, row: &Row<'_>) -> Result<PersonKey, KeyError> {
    mission.unwrap(Holder::from_bytes(row.get(0)?), row.get(1)?, row.get(2)?, row.get(3)?)
}
