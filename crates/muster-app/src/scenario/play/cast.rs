//! The missions and their staff: opened and added through the same commands as anybody's.

use super::Plot;
use crate::{App, Failure, office::NewStaff, scenario::MAIN_MISSION};
use jiff::Timestamp;
use muster_case::{Permit, Posture, office::OpenMission};
use muster_vocab::{Actor, Dice, HumanId, MissionCode, Role, SeededDice};

/// The reception desk: a mission of its own.
pub(super) const RECEPTION: &str = "pl-korczowa";
/// The mission that a claim of arrivals is about.
pub(super) const CLAIMED: &str = "ca-ottawa";
const OTHERS: [&str; 2] = [CLAIMED, "gb-london"];

/// Everybody who acts for a mission. The names are invented.
pub(super) struct Cast {
    pub(super) clerks: Vec<Actor>,
    pub(super) screeners: Vec<Actor>,
    pub(super) adjudicators: Vec<Actor>,
    pub(super) interviewers: Vec<Actor>,
    pub(super) attaches: Vec<Actor>,
    pub(super) counsel: Actor,
    pub(super) border: Vec<Actor>,
    pub(super) personnel: Actor,
    pub(super) welfare: Actor,
    pub(super) owner: Actor,
    /// The approver's account of the first interviewer: the same human.
    pub(super) interviewers_other_account: Actor,
    others: Vec<(MissionCode, Actor)>,
}

/// Adds one account after another.
struct Hiring<'a> {
    app: &'a App,
    by: Actor,
    dice: SeededDice,
    at: Timestamp,
}

impl Hiring<'_> {
    fn add(&mut self, name: &str, role: Role, human: Option<HumanId>) -> Result<Actor, Failure> {
        let new = NewStaff { name: name.to_owned(), roles: [role].into(), missions: [].into(), human };
        let (staff, human) = self.app.add_staff(Permit::ask(self.by)?, new, &mut self.dice, self.at)?;
        Ok(Actor::Staff { staff, human, role })
    }

    fn add_all(&mut self, names: &[&str], role: Role) -> Result<Vec<Actor>, Failure> {
        names.iter().map(|name| self.add(name, role, None)).collect()
    }
}

impl Cast {
    /// Opens the missions and adds the staff, on the eve of the first day.
    pub(super) fn assemble(app: &App, plot: &Plot, at: Timestamp) -> Result<Self, Failure> {
        let mut dice = SeededDice::stream(plot.seed, 0xca57_0000);
        let by = Actor::Staff { staff: dice.id(), human: dice.id(), role: Role::Administrator };
        for mission in [MAIN_MISSION, RECEPTION].into_iter().chain(OTHERS) {
            let open = OpenMission { mission: code(mission), posture: Posture::Open };
            app.carry_out_office(Permit::ask(by)?, open, at)?;
        }
        let mut hiring = Hiring { app, by, dice, at };
        let clerks =
            hiring.add_all(&["Olena Marchuk", "Taras Bilyk", "Iryna Sova", "Pavlo Hnatiuk"], Role::Clerk)?;
        let screeners = hiring.add_all(&["Danylo Kravets", "Marta Lysenko", "Roman Vovk"], Role::Screener)?;
        let adjudicators = hiring.add_all(&["Halyna Doroshenko", "Stepan Rudyk"], Role::Adjudicator)?;
        let interviewers = hiring.add_all(
            &["Andrii Zhuravel", "Sofiia Melnyk", "Bohdan Kit", "Nina Orlyk", "Yurii Chumak", "Lesia Bondar"],
            Role::Interviewer,
        )?;
        let attaches = hiring.add_all(&["Viktor Hlushko", "Oksana Petryk"], Role::Attache)?;
        let counsel = hiring.add("Larysa Tkach", Role::Counsel, None)?;
        let border = hiring.add_all(&["Ostap Klym", "Zoriana Panas"], Role::Border)?;
        let personnel = hiring.add("Mykola Stets", Role::Personnel, None)?;
        let welfare = hiring.add("Hanna Babii", Role::Welfare, None)?;
        let owner = hiring.add("Ihor Sydor", Role::PolicyOwner, None)?;
        // One human, two accounts: signatures are compared by the human.
        let same = interviewers[0].human();
        let interviewers_other_account = hiring.add("Andrii Zhuravel", Role::Attache, same)?;
        let mut others = Vec::new();
        for (mission, name) in
            OTHERS.into_iter().chain([RECEPTION]).zip(["Yaryna Hoshko", "Maksym Dub", "Kateryna Lis"])
        {
            others.push((code(mission), hiring.add(name, Role::Clerk, None)?));
        }
        Ok(Self {
            clerks,
            screeners,
            adjudicators,
            interviewers,
            attaches,
            counsel,
            border,
            personnel,
            welfare,
            owner,
            interviewers_other_account,
            others,
        })
    }

    /// A clerk of that mission; `turn` shares the work out.
    pub(super) fn clerk(&self, mission: Option<&MissionCode>, turn: usize) -> Actor {
        let other = self.others.iter().find(|(known, _)| Some(known) == mission);
        other.map_or(self.clerks[turn % self.clerks.len()], |(_, clerk)| *clerk)
    }
}

/// A mission by its code.
pub(super) fn code(mission: &str) -> MissionCode {
    mission.parse().expect("the scenario's missions have codes")
}
