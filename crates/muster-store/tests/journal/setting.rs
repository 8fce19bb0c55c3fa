//! A store to tell a story about.

use jiff::Timestamp;
use muster_case::{
    Case, Event,
    intake::{
        Background, Channel, Contact, Disclosures, Dossier, DraftOpened, Experience, Identity, Serving,
        Submitted,
    },
};
use muster_store::{
    KeyPlace, Places, Store, StoreError,
    db::{Db, Migration},
    journal::{Appended, Draft, STEPS},
    keys,
};
use muster_testkit::postgres::fresh_database;
use muster_vocab::{Actor, CaseId, Moment, PersonId, PersonName};
use tempfile::TempDir;

/// Where a story takes place.
pub(crate) struct Setting {
    pub(crate) folder: TempDir,
    pub(crate) places: Places,
}

impl Setting {
    pub(crate) fn open(&self) -> Store {
        Store::open(&self.places).expect("the store opens")
    }

    /// The data as somebody sees them who goes around the store; it must be closed.
    pub(crate) fn data(&self) -> Db {
        Db::open(&self.places.database, STEPS).expect("the data open")
    }

    /// The same for one of the databases, data or keys.
    pub(crate) fn raw(&self, keys: bool) -> Db {
        let (url, steps): (_, &[Migration]) =
            if keys { (&self.places.keys, keys::STEPS) } else { (&self.places.database, STEPS) };
        Db::open(url, steps).expect("the database opens")
    }
}

/// A setting on SQLite.
pub(crate) fn on_sqlite() -> Setting {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let file = |name: &str| folder.path().join(name).to_str().expect("a plain name").to_owned();
    let places = Places {
        database: file("data.db"),
        keys: file("keys.db"),
        mission_key: KeyPlace::NewFile(folder.path().join("mission.key")),
    };
    Setting { folder, places }
}

/// Tells a story on SQLite files, then on PostgreSQL databases.
pub(crate) fn on_both(story: impl Fn(&Setting)) {
    eprintln!("the story on SQLite:");
    story(&on_sqlite());
    eprintln!("the story on PostgreSQL:");
    let (data, keys) = (fresh_database(), fresh_database());
    let mut setting = on_sqlite();
    data.url().clone_into(&mut setting.places.database);
    keys.url().clone_into(&mut setting.places.keys);
    story(&setting);
}

pub(crate) const fn person(number: u8) -> PersonId {
    PersonId::from_bytes([number; 16])
}

pub(crate) fn case(number: u128) -> CaseId {
    CaseId::from(number)
}

pub(crate) fn at() -> Timestamp {
    "2022-03-01T10:00:00Z".parse().expect("a moment")
}

/// The person acts for himself.
pub(crate) fn by(person: PersonId) -> Moment {
    Moment { at: at(), by: Actor::Applicant { person } }
}

/// The first event of a person's case.
pub(crate) fn opened(person: PersonId) -> Event {
    DraftOpened {
        person,
        mission: "us-washington".parse().expect("a mission"),
        channel: Channel::Web,
        notice_shown: crate::world::NOTICE.into(),
        assisted_by: None,
    }
    .into()
}

/// The form of somebody of age.
pub(crate) fn dossier() -> Dossier {
    Dossier {
        identity: Identity {
            name: PersonName::new("John", "Doe").expect("a name"),
            name_original: None,
            born: "1990-05-05".parse().expect("a date"),
            sex: None,
            nationalities: vec!["US".parse().expect("a country")],
            residence: "CA".parse().expect("a country"),
            document: None,
        },
        contact: Contact { email: Some("john@example.org".parse().expect("an address")), phone: None },
        background: Background {
            experience: Experience::Combat,
            service_years: 4,
            trade: Some("infantry".into()),
            skills: vec![],
            languages: vec!["en".parse().expect("a language")],
            serving: Serving::No,
            wants_non_combat: false,
            ties: false,
            service: vec![],
            own: std::collections::BTreeMap::new(),
        },
        disclosures: Disclosures::default(),
    }
}

/// The form, sent.
pub(crate) fn submitted() -> Event {
    Submitted { dossier: dossier().into(), majority: muster_case::intake::Majority::Adult }.into()
}

/// Appends events to a case on the state that is so, and waits.
pub(crate) fn append(
    store: &Store,
    case: CaseId,
    moment: Moment,
    events: Vec<Event>,
) -> Result<Appended, StoreError> {
    append_on(store, case, store.journal.load::<Event>(case.into())?.version, moment, events)
}

/// The same on a version that may be stale.
pub(crate) fn append_on(
    store: &Store,
    case: CaseId,
    version: u64,
    moment: Moment,
    events: Vec<Event>,
) -> Result<Appended, StoreError> {
    let state: Case = store.journal.load::<Event>(case.into())?.state;
    let events = events.into_iter().map(|event| (event, moment)).collect();
    store.journal.append(Draft { stream: case.into(), version, state, events, command: None })?.wait()
}

/// The store is whole, and its views are what the log alone gives.
pub(crate) fn assert_whole(store: &Store) {
    let report = store.journal.verify(&|_| {}).expect("the store is read");
    assert!(report.is_whole(), "{:?}", report.damages);
    let (made, live) =
        (store.journal.rebuild().expect("it is made anew"), store.journal.live().expect("it is read"));
    let differ: Vec<_> = made
        .keys()
        .chain(live.keys())
        .filter(|key| made.get(*key) != live.get(*key))
        .map(|(table, _)| table.name())
        .collect();
    assert_eq!(differ, Vec::<&str>::new(), "views that are not what the log says");
}
