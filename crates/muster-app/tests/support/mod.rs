//! What the stories of the application share: a mission with staff, and people who apply.
#![allow(dead_code, unreachable_pub, reason = "each story uses its part")]

use jiff::Timestamp;
use muster_app::{App, Programme, intake::Inquiry};
use muster_case::{
    Permit, Posture,
    intake::{Background, Channel, Contact, Disclosures, Dossier, Experience, Identity, Serving},
    office::OpenMission,
};
use muster_store::{KeyPlace, Places, Store};
use muster_vocab::{Actor, CommandId, Dice, MissionCode, PersonName, Role};
use std::path::Path;

/// The mission of the stories.
pub fn mission() -> MissionCode {
    "us-washington".parse().unwrap()
}

/// A moment of the stories.
pub fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// A human with an account of a role.
pub fn officer(dice: &mut impl Dice, role: Role) -> Actor {
    Actor::Staff { staff: dice.id(), human: dice.id(), role }
}

/// An application over a store in `folder`; `database` is a path or an address.
pub fn open(folder: &Path, database: &str) -> App {
    let places = Places {
        database: database.to_owned(),
        keys: folder.join("keys.db").to_str().unwrap().to_owned(),
        mission_key: KeyPlace::NewFile(folder.join("mission.key")),
    };
    App::new(Store::open(&places).unwrap(), Programme::founding().unwrap())
}

/// Opens the mission of the stories.
pub fn open_mission(app: &App, dice: &mut impl Dice) {
    let by = officer(dice, Role::Administrator);
    let open = OpenMission { mission: mission(), posture: Posture::Open };
    app.carry_out_office(Permit::ask(by).unwrap(), open, at("2022-02-24T08:00:00Z")).unwrap();
}

/// A dossier of an eligible person.
pub fn dossier(given: &str, family: &str, email: &str) -> Dossier {
    Dossier {
        identity: Identity {
            name: PersonName::new(given, family).unwrap(),
            name_original: None,
            born: "1988-05-17".parse().unwrap(),
            sex: None,
            nationalities: vec!["US".parse().unwrap()],
            residence: "US".parse().unwrap(),
            document: None,
        },
        contact: Contact { email: Some(email.parse().unwrap()), phone: None },
        background: Background {
            experience: Experience::Combat,
            service_years: 6,
            trade: Some("infantry".into()),
            skills: vec![],
            languages: vec!["en".parse().unwrap()],
            serving: Serving::No,
            wants_non_combat: false,
            ties: false,
            service: vec![],
            own: std::collections::BTreeMap::new(),
        },
        disclosures: Disclosures {
            criminal_record: Some(false),
            medical_bar: Some(false),
            health_words: String::new(),
            words: String::new(),
        },
    }
}

/// The dossier as an inquiry over the portal.
pub fn inquiry(dossier: Dossier, command: Option<CommandId>) -> Inquiry {
    let identity = &dossier.identity;
    let acknowledged = identity.nationalities.iter().copied().chain([identity.residence]).collect();
    Inquiry { mission: mission(), channel: Channel::Web, dossier, typed_by: None, acknowledged, command }
}
