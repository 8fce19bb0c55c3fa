//! `muster init`: a new mission, with its keys and its first administrator.

use crate::{
    commands::way::Invited,
    frame::{Exit, Fault, Frame, is_server},
};
use clap::Args;
use muster_app::{
    App,
    case::{
        Permit, Posture,
        office::{AddStaff, InviteStaff, OpenMission, StaffName},
    },
};
use muster_store::{KeyPlace, Store};
use muster_vocab::{Actor, Dice as _, HumanId, MissionCode, OsDice, Role};
use serde::Serialize;
use std::{collections::BTreeSet, fs, os::unix::fs::DirBuilderExt as _, path::Path};

/// Makes a mission: its database, its keys, its first administrator
///
/// Nothing that is there already is overwritten.
#[derive(Args)]
#[command(after_help = "Examples:
  muster init --mission us-washington --name 'A. Administrator'
  muster init --data /srv/muster --keys /srv/muster-keys/keys.db \\
      --mission-key /srv/muster-keys/mission.key --name 'A. Administrator'")]
pub(crate) struct Init {
    /// The mission's code: small letters, digits and hyphens
    #[arg(long, default_value = "us-washington")]
    mission: MissionCode,
    /// The first administrator's name; it is sealed
    #[arg(long)]
    name: String,
}

/// The answer.
#[derive(Serialize)]
struct Made {
    /// The mission.
    mission: String,
    /// The first administrator's account.
    administrator: String,
    /// The human behind it.
    human: String,
    /// The way in to the desk for whoever it is.
    invited: Invited,
    /// The folder everything lies in.
    data: String,
    /// The key file.
    mission_key: String,
}

impl Init {
    pub(crate) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        let settings = &frame.settings;
        let programme = frame.programme()?;
        make_folder(&settings.data())?;
        for place in [settings.database(), settings.keys(), settings.mission_key().display().to_string()] {
            let path = Path::new(place.strip_prefix("sqlite:").unwrap_or(&place));
            if !is_server(&place) && path.exists() {
                return Err(Fault::new(Exit::Refused, format!("{} is there already", path.display()))
                    .next("name another folder with --data; a mission is never overwritten"));
            }
        }
        let places = frame.places(KeyPlace::NewFile(settings.mission_key()));
        let app = App::new(Store::open(&places)?, programme);
        if !app.store.journal.is_empty()? {
            return Err(Fault::new(Exit::Refused, "the database holds a mission already")
                .next("name a fresh database with --database"));
        }
        let made = self.open(frame, &app)?;
        frame.show(&made, |made, paint| {
            format!(
                "{}\n\n  administrator   {}\n  data            {}\n  mission's key   {}\n\
                 \x20 way in          {}\n                  {}\n\n\
                 Keep a copy of the mission's key off this machine, never beside a backup of the data:\n\
                 whoever has it can read everything, and without it nobody can.\n\n\
                 What to do next:\n\
                 \x20 muster serve                     then open the way in there, and set up your key\n\
                 \x20 muster staff add --as {} --name NAME --roles clerk,screener\n\
                 \x20 muster policy publish --help     the rules, put in force by two people\n\
                 \x20 muster doctor                    whether everything is as it should be",
                paint.head(&format!("The mission {} is open.", made.mission)),
                made.administrator,
                made.data,
                made.mission_key,
                made.invited.link,
                made.invited.until(),
                made.administrator,
            )
        })?;
        Ok(Exit::Done)
    }

    /// Opens the mission as the administrator whom the same act makes: somebody has to be the first.
    fn open(self, frame: &Frame, app: &App) -> Result<Made, Fault> {
        let mut dice = OsDice;
        let human: HumanId = dice.id();
        let (staff, roles) = (dice.id(), BTreeSet::from([Role::Administrator]));
        let by = Actor::Staff { staff, human, role: Role::Administrator };
        let add = AddStaff { staff, human, roles, missions: BTreeSet::new(), name: StaffName(self.name) };
        app.carry_out_office(Permit::<AddStaff>::ask(by)?, add, frame.now())?;
        let open = OpenMission { mission: self.mission.clone(), posture: Posture::Open };
        app.carry_out_office(Permit::<OpenMission>::ask(by)?, open, frame.now())?;
        let invitation = app.invite_staff(Permit::<InviteStaff>::ask(by)?, staff, frame.now())?;
        Ok(Made {
            invited: Invited::of(frame, &invitation),
            mission: self.mission.to_string(),
            administrator: staff.to_string(),
            human: human.to_string(),
            data: frame.settings.data().display().to_string(),
            mission_key: frame.settings.mission_key().display().to_string(),
        })
    }
}

/// Makes a folder that only its owner can enter. One that is there keeps its permissions; `muster doctor` judges them.
pub(super) fn make_folder(folder: &Path) -> Result<(), Fault> {
    if folder.is_dir() {
        return Ok(());
    }
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder).map_err(|error| {
        Fault::new(Exit::Store, format!("the folder {} cannot be made: {error}", folder.display()))
            .next("name a folder that you may make, with --data")
    })
}
