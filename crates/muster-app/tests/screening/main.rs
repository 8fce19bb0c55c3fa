//! From the files of a list to a ruling: whoever is listed is found, whoever is not goes on, and people decide.

#[path = "../support/mod.rs"]
mod support;

use jiff::Timestamp;
use muster_app::{
    App,
    eligibility::EligibilityWorker,
    lists::{self, Named, Signed},
    screening::{self, OpenHit, ScreeningWorker},
    watchlist::lists::Source,
};
use muster_case::{
    Event, Hold, Permit, Refusal, Stage,
    decision::{self, Countersign, Recommend},
    eligibility::AcceptFinding,
    identity::{Basis, Merge, SuspectDuplicate},
    intake::{Channel, Dossier, RepeatSubmission},
    movement::RegisterWalkIn,
    screening::{CheckOutcome, DismissHit, EntryChange, RecordCheck, Ruling, Strength, WATCHLIST_CHECK},
};
use muster_testkit::postgres::{FreshDatabase, fresh_database};
use muster_vocab::{Actor, CaseId, Dice as _, HitId, PersonName, PersonalText, Role, SeededDice, Worker};
use support::{at, dossier, inquiry, mission, officer, open, open_mission};
use tempfile::TempDir;

mod editions;
mod people;

const NOW: &str = "2022-03-01T12:00:00Z";

/// A mission with its officers, on one of the databases.
struct Office {
    app: App,
    dice: SeededDice,
    clerk: Actor,
    screener: Actor,
    adjudicator: Actor,
    now: Timestamp,
    _folder: TempDir,
    _server: Option<FreshDatabase>,
}

/// Tells a story on SQLite, then on PostgreSQL.
fn on_both(story: impl Fn(&mut Office)) {
    for server in [None, Some(fresh_database())] {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("muster.db").to_str().unwrap().to_owned();
        let url = server.as_ref().map_or(file.as_str(), |server| server.url()).to_owned();
        story(&mut Office::open(folder, &url, server));
    }
}

/// A list of one's own: identifier, name, date of birth, nationality.
fn csv(rows: &[&str]) -> String {
    format!("id,name,dob,nationality\n{}\n", rows.join("\n"))
}

const FEDYNA: &str = "A-1,\"Fedyna, Arkadii\",1988-05-17,US";
const OTHER: &str = "A-2,\"Okonkwo, Ifeanyi\",1971-01-30,NG";

impl Office {
    fn open(folder: TempDir, url: &str, server: Option<FreshDatabase>) -> Self {
        let app = open(folder.path(), url);
        let mut dice = SeededDice::new(7);
        open_mission(&app, &mut dice);
        let [clerk, screener, adjudicator] =
            [Role::Clerk, Role::Screener, Role::Adjudicator].map(|role| officer(&mut dice, role));
        Self { app, dice, clerk, screener, adjudicator, now: at(NOW), _folder: folder, _server: server }
    }

    fn import(&mut self, dated: &str, rows: &[&str]) -> lists::Imported {
        let text = csv(rows);
        let source = Source { name: "own.csv", bytes: Box::new(text.as_bytes()) };
        let named = Named { list: Some("own".into()), dated: Some(dated.into()) };
        let permit = Permit::ask(self.screener).unwrap();
        lists::import(&self.app, permit, vec![source], &named, self.now).unwrap().remove(0)
    }

    /// Two people put an edition in force.
    fn in_force(&mut self, dated: &str, rows: &[&str]) {
        self.import(dated, rows);
        for by in [self.screener, self.adjudicator] {
            lists::sign(&self.app, by, "own", Some(dated), self.now).unwrap();
        }
    }

    fn applies(&mut self, told: Dossier) -> CaseId {
        let case = self.app.receive(inquiry(told, None), &mut self.dice, self.now).unwrap().case;
        let edition = self.app.programme.policy().edition("v2").unwrap();
        EligibilityWorker.follow(&self.app, edition, self.now).unwrap();
        self.app.carry_out(Permit::ask(self.clerk).unwrap(), case, AcceptFinding, self.now).unwrap();
        case
    }

    fn follow(&self) -> usize {
        ScreeningWorker.follow(&self.app, self.now).unwrap()
    }

    /// The other checks, by hand.
    fn check_the_rest(&self, case: CaseId) {
        for check in self.app.programme.checks.iter().filter(|check| *check != WATCHLIST_CHECK) {
            let reason = PersonalText("nothing found".into());
            let record =
                RecordCheck { check: check.clone(), outcome: CheckOutcome::Clear, lists: vec![], reason };
            self.app.carry_out(Permit::ask(self.screener).unwrap(), case, record, self.now).unwrap();
        }
    }

    fn queue(&self) -> Vec<screening::OpenHit> {
        screening::queue(&self.app, Permit::ask(self.adjudicator).unwrap(), None).unwrap()
    }

    /// Adjudicators rule that the first hit of the queue is another person: one, or two if it is strong.
    fn rule_out(&mut self, case: CaseId, why: &str) {
        let OpenHit { hit, strength, .. } = self.queue()[0].clone();
        let (ruling, rationale) = (Ruling::FalseMatch, || PersonalText(why.into()));
        let first = self.adjudicator;
        if strength == Strength::Ordinary {
            let dismiss = DismissHit { hit, ruling, rationale: rationale() };
            self.app.carry_out(Permit::ask(first).unwrap(), case, dismiss, self.now).unwrap();
            return;
        }
        let proposal = self.dice.id();
        let act = decision::Act::ClearHit { hit, ruling };
        let propose = Recommend { proposal, act, codes: vec![], rationale: rationale() };
        self.app.carry_out(Permit::ask(first).unwrap(), case, propose, self.now).unwrap();
        let second = officer(&mut self.dice, Role::Adjudicator);
        let sign = Countersign { proposal, rationale: rationale(), step_up_at: self.now };
        self.app.carry_out(Permit::ask(second).unwrap(), case, sign, self.now).unwrap();
    }

    fn watchlist(&self, case: CaseId) -> Option<CheckOutcome> {
        self.app.load(case).unwrap().checks.get(WATCHLIST_CHECK).copied().flatten()
    }
}
