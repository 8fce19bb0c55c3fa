//! A crowd of cases as the founding scenario draws them, over missions and stages, and officers who work on them.

use crate::{Figure, now};
use muster_app::{
    Act, App, Programme, desk::TriageWorker, eligibility::EligibilityWorker, intake::Inquiry,
    office::NewStaff, scenario::Population, screening::ScreeningWorker,
};
use muster_case::{
    Permit, Posture,
    eligibility::AcceptFinding,
    intake::{Channel, RequestInfo},
    office::OpenMission,
};
use muster_store::{KeyPlace, Places, Store};
use muster_vocab::{
    Actor, CaseId, Clock as _, Dice, MissionCode, OsDice, PersonalText, Role, SeededDice, SystemClock,
};
use std::{collections::BTreeSet, fs::File, io, path::Path};

/// The missions; one of them has most of the cases.
const MISSIONS: [&str; 3] = ["us-washington", "ca-ottawa", "gb-london"];
/// How many officers there are.
pub(crate) const OFFICERS: usize = 50;

/// A store that is full, and who works on it.
pub(crate) struct Crowd {
    pub(crate) app: App,
    pub(crate) cases: Vec<CaseId>,
    /// The session of each officer.
    pub(crate) sessions: Vec<String>,
}

/// Fills a fresh store and says how long each step took.
pub(crate) fn fill(folder: &Path, name: &str, url: &str, cases: u32) -> Crowd {
    let app = open(folder, name, url);
    let edition = in_force(&app);
    let step = |what: &str, count: u64, begun: std::time::Instant| {
        Figure::new(format!("desk.{name}.{what}"), count).rate(begun.elapsed()).say();
    };
    let begun = now();
    let applied = apply(&app, cases);
    step("applications", applied.len() as u64, begun);
    let begun = now();
    let found =
        EligibilityWorker.follow(&app, app.programme.policy().edition(&edition).expect("it is there"), at());
    step("determinations", found.expect("all are determined") as u64, begun);
    answer(&app, &applied);
    ScreeningWorker.follow(&app, at()).expect("screening starts");
    let begun = now();
    let seen = TriageWorker.follow(&app).expect("all are placed");
    step("triage", seen as u64, begun);
    let begun = now();
    let named = app.keep_names().expect("all are named");
    step("names", named as u64, begun);
    let sessions = (0..OFFICERS).map(|n| officer(&app, n)).collect();
    settle(folder).expect("the files reach the disk");
    Crowd { app, cases: applied, sessions }
}

/// Waits until the disk has what was filled in: else whoever writes first waits for all of it.
fn settle(folder: &Path) -> io::Result<()> {
    for file in folder.read_dir()? {
        File::open(file?.path())?.sync_all()?;
    }
    Ok(())
}

fn at() -> jiff::Timestamp {
    SystemClock.now()
}

fn somebody(role: Role) -> Actor {
    Actor::Staff { staff: OsDice.id(), human: OsDice.id(), role }
}

fn open(folder: &Path, name: &str, url: &str) -> App {
    let places = Places {
        database: url.to_owned(),
        keys: folder.join(format!("{name}-keys.db")).to_str().expect("a plain name").to_owned(),
        mission_key: KeyPlace::NewFile(folder.join(format!("{name}.key"))),
    };
    let store = Store::open(&places).expect("the store opens");
    let app = App::new(store, Programme::founding().expect("the programme is whole"));
    let administrator = Permit::ask(somebody(Role::Administrator)).expect("an administrator may");
    for mission in MISSIONS {
        let mission: MissionCode = mission.parse().expect("it is a code");
        let open = OpenMission { mission, posture: Posture::Open };
        app.carry_out_office(administrator, open, at()).expect("a mission opens");
    }
    app
}

/// Puts the newest edition in force, and gives its name.
fn in_force(app: &App) -> String {
    let newest = app.programme.policy().editions().last().expect("there is one").id().to_owned();
    let owner = Permit::ask(somebody(Role::PolicyOwner)).expect("an owner proposes");
    let counsel = Permit::ask(somebody(Role::Counsel)).expect("counsel publishes");
    let edition = app.propose_edition(owner, &newest, at()).expect("it is proposed");
    app.publish_edition(counsel, edition, at()).expect("it is published");
    newest
}

/// Takes in people of the scenario, each as a first application.
fn apply(app: &App, people: u32) -> Vec<CaseId> {
    let population = Population::new(5, people, 21);
    let (mut dice, mut seen) = (SeededDice::new(6), BTreeSet::new());
    let (mut sent, mut cases) = (Vec::new(), Vec::new());
    for inquiry in population.inquiries.into_iter().filter(|inquiry| seen.insert(inquiry.sender)) {
        let identity = &inquiry.dossier.identity;
        let acknowledged = identity.nationalities.iter().copied().chain([identity.residence]).collect();
        let inquiry = Inquiry {
            mission: inquiry.mission,
            channel: Channel::Web,
            dossier: inquiry.dossier,
            typed_by: None,
            acknowledged,
            command: None,
        };
        sent.push(app.send(inquiry, &mut dice, at()).expect("it is taken in"));
        if sent.len() == 512 {
            cases.extend(sent.drain(..).map(|sent| sent.wait().expect("it is on disk").case));
        }
    }
    cases.extend(sent.into_iter().map(|sent| sent.wait().expect("it is on disk").case));
    cases
}

/// Of ten cases four go on to screening and one is asked for something; the rest waits for a clerk.
fn answer(app: &App, cases: &[CaseId]) {
    let clerk = somebody(Role::Clerk);
    let mut pending = Vec::new();
    for (n, case) in cases.iter().enumerate() {
        let act = match n % 10 {
            0..4 => Act::new(Permit::ask(clerk).expect("a clerk may"), AcceptFinding),
            4 => {
                let missing = PersonalText("Which unit was it, and when?".to_owned());
                Act::new(Permit::ask(clerk).expect("a clerk may"), RequestInfo { missing })
            }
            _ => continue,
        };
        // What cannot be accepted stays where it is.
        pending.extend(app.begin(*case, vec![act], at()));
        if pending.len() == 512 {
            for begun in pending.drain(..) {
                let _refused = begun.wait();
            }
        }
    }
    for begun in pending {
        let _refused = begun.wait();
    }
}

/// An officer of the first mission, of all missions for every fifth; gives the token of the session.
fn officer(app: &App, n: usize) -> String {
    let missions =
        if n.is_multiple_of(5) { BTreeSet::new() } else { [MISSIONS[0].parse().expect("a code")].into() };
    let roles = [Role::Clerk, Role::Screener].into();
    let new = NewStaff { name: format!("Officer {n}"), roles, missions, human: None };
    let permit = Permit::ask(somebody(Role::Administrator)).expect("an administrator may");
    let (staff, _) = app.add_staff(permit, new, &mut OsDice, at()).expect("an account is made");
    app.open_desk(staff, at()).expect("a session opens").as_str().to_owned()
}
