//! The mission that is served: the one that is there, or one to try things out.

use crate::{
    commands::{
        init::make_folder,
        way::{self, Way},
    },
    frame::{Fault, Frame, is_server},
};
use muster_app::{
    App,
    case::{
        Permit,
        office::{AddStaff, InviteStaff, OpenMission, ProposeEdition, PublishEdition, StaffName},
    },
};
use muster_store::{KeyPlace, Store};
use muster_vocab::{Actor, Dice as _, HumanId, OsDice, Role, StaffId};
use std::{collections::BTreeSet, path::Path};

/// Opens the mission's store. If there is nothing at all, no database and no key, it makes a mission to try things out.
pub(super) fn open(frame: &Frame) -> Result<(App, Vec<Way>), Fault> {
    let settings = &frame.settings;
    let places = [settings.database(), settings.keys(), settings.mission_key().display().to_string()];
    let is_there = |place: &String| {
        is_server(place) || Path::new(place.strip_prefix("sqlite:").unwrap_or(place)).exists()
    };
    // A server is never "nothing": whose it is, its keeper says with `muster init`.
    if places.iter().any(is_there) {
        return Ok((frame.app()?, Vec::new()));
    }
    let programme = frame.programme()?;
    make_folder(&settings.data())?;
    let app = App::new(Store::open(&frame.places(KeyPlace::NewFile(settings.mission_key())))?, programme);
    let (administrator, way) = furnish(frame, &app)?;
    if frame.json {
        return Ok((app, vec![way]));
    }
    frame.print(&format!(
        "{}\n  data            {}\n  administrator   {administrator}\n\
         \x20 Its rules are in force by the names of two invented people. For a real mission: muster init --help\n",
        frame.paint().warn("There was no mission here: this one is for trying things out."),
        settings.data().display(),
    ))?;
    Ok((app, vec![way]))
}

/// The programme's missions, opened, and its newest rules in force. Gives the administrator's account and way in.
fn furnish(frame: &Frame, app: &App) -> Result<(StaffId, Way), Fault> {
    let mut dice = OsDice;
    let (keeper, human) = (dice.id::<StaffId>(), dice.id::<HumanId>());
    let mut account = |role| (Actor::Staff { staff: dice.id(), human: dice.id::<HumanId>(), role }, role);
    let [owner, counsel] = [Role::PolicyOwner, Role::Counsel].map(&mut account);
    let role = Role::Administrator;
    let administrator = (Actor::Staff { staff: keeper, human, role }, role);
    let now = frame.now();
    let by = administrator.0;
    for (actor, role) in [administrator, owner, counsel] {
        let Actor::Staff { staff, human, .. } = actor else { continue };
        let name = StaffName(format!("Trial {role}"));
        let add = AddStaff { staff, human, roles: BTreeSet::from([role]), missions: BTreeSet::new(), name };
        app.carry_out_office(Permit::<AddStaff>::ask(by)?, add, now)?;
    }
    for mission in &app.programme.portal().missions {
        let open = OpenMission { mission: mission.code.clone(), posture: mission.posture };
        app.carry_out_office(Permit::<OpenMission>::ask(by)?, open, now)?;
    }
    if let Some(newest) = app.programme.policy().editions().last() {
        let edition = app.propose_edition(Permit::<ProposeEdition>::ask(owner.0)?, newest.id(), now)?;
        app.publish_edition(Permit::<PublishEdition>::ask(counsel.0)?, edition, now)?;
    }
    let invitation = app.invite_staff(Permit::<InviteStaff>::ask(by)?, keeper, now)?;
    Ok((keeper, Way { who: role.word().to_owned(), path: way::path(&invitation) }))
}
