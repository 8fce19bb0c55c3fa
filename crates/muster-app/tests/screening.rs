//! From the files of a list to a ruling: whoever is listed is found, whoever is not goes on, and people decide.

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
    identity::Merge,
    intake::{Channel, Dossier, RepeatSubmission},
    movement::RegisterWalkIn,
    screening::{CheckOutcome, DismissHit, EntryChange, RecordCheck, Ruling, Strength, WATCHLIST_CHECK},
};
use muster_testkit::postgres::{FreshDatabase, fresh_database};
use muster_vocab::{Actor, CaseId, Dice as _, HitId, PersonName, PersonalText, Role, SeededDice};
use support::{at, dossier, inquiry, mission, officer, open, open_mission};
use tempfile::TempDir;

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

#[test]
fn whoever_is_not_listed_goes_on_and_whoever_is_waits_for_a_person() {
    on_both(|office| {
        office.in_force("2022-02-15", &[FEDYNA, OTHER]);
        let listed = office.applies(dossier("Arkadii", "Fedyna", "arkadii@example.org"));
        let clear = office.applies(dossier("Ann", "Weber", "ann@example.org"));
        assert!(office.follow() >= 2);
        assert_eq!(office.watchlist(clear), Some(CheckOutcome::Clear));
        assert_eq!(office.watchlist(listed), Some(CheckOutcome::Hits));
        let case = office.app.load(listed).unwrap();
        assert_eq!(case.stage, Some(Stage::HitReview));
        assert!(case.holds.contains(&Hold::Security));

        office.check_the_rest(clear);
        office.check_the_rest(listed);
        office.follow();
        assert_eq!(office.app.load(clear).unwrap().stage, Some(Stage::InterviewReady));
        assert_eq!(office.app.load(listed).unwrap().stage, Some(Stage::HitReview), "a person rules");

        let queue = office.queue();
        assert_eq!(queue.len(), 1);
        assert_eq!((queue[0].case, queue[0].entry.as_deref()), (listed, Some("A-1")));
        assert!(queue[0].millibits > Some(0) && queue[0].strength == Strength::Strong);
        let permit = Permit::ask(office.adjudicator).unwrap();
        let words = screening::evidence(&office.app, permit, listed, queue[0].hit, office.now).unwrap();
        for told in ["own", "2022-02-15", "A-1", "Fedyna", "1988-05-17", "Together", "bits"] {
            assert!(words.contains(told), "`{told}` is not in: {words}");
        }
        let history = office.app.store.journal.history::<Event>(listed.into()).unwrap();
        assert!(matches!(history.last().unwrap().event, Event::Accessed(_)), "who reads leaves a trace");
    });
}

#[test]
fn the_worker_does_its_work_once_however_often_it_runs() {
    on_both(|office| {
        office.in_force("2022-02-15", &[FEDYNA]);
        office.applies(dossier("Arkadii", "Fedyna", "arkadii@example.org"));
        office.follow();
        let entries = office.app.store.journal.len().unwrap();
        assert_eq!(office.follow(), 0);
        office.app.store.journal.move_cursor("screening", 0).wait().unwrap();
        assert_eq!(office.follow(), 0, "all over again, and nothing is new");
        assert_eq!(office.app.store.journal.len().unwrap(), entries);
    });
}

#[test]
fn nothing_is_cleared_while_no_list_is_in_force_and_everybody_waits_for_the_first() {
    on_both(|office| {
        let case = office.applies(dossier("Arkadii", "Fedyna", "arkadii@example.org"));
        office.follow();
        assert_eq!(office.app.load(case).unwrap().stage, Some(Stage::Screening));
        assert_eq!(office.watchlist(case), None);
        office.import("2022-02-15", &[FEDYNA]);
        office.follow();
        assert_eq!(office.watchlist(case), None, "what one person imported is not used");
        office.in_force("2022-02-15", &[FEDYNA]);
        office.follow();
        assert_eq!(office.watchlist(case), Some(CheckOutcome::Hits));
    });
}

#[test]
fn whoever_was_cleared_is_hit_by_an_entry_that_a_new_edition_adds() {
    on_both(|office| {
        office.in_force("2022-02-15", &[OTHER]);
        let case = office.applies(dossier("Arkadii", "Fedyna", "arkadii@example.org"));
        office.follow();
        office.check_the_rest(case);
        office.follow();
        assert_eq!(office.app.load(case).unwrap().stage, Some(Stage::InterviewReady));

        office.in_force("2022-03-09", &[OTHER, FEDYNA]);
        office.follow();
        let state = office.app.load(case).unwrap();
        assert_eq!(state.stage, Some(Stage::InterviewReady), "a hold moves nobody");
        assert!(state.holds.contains(&Hold::Security));
        assert_eq!(office.queue()[0].list.edition, "2022-03-09");
    });
}

#[test]
fn a_ruling_is_remembered_until_the_entry_changes() {
    on_both(|office| {
        office.in_force("2022-02-15", &["A-1,\"Fedyna, Arkadii\",,"]);
        let case = office.applies(dossier("Arkadii", "Fedyna", "arkadii@example.org"));
        office.follow();
        office.rule_out(case, "another person of that name");
        office.follow();
        assert_eq!(office.queue(), []);

        // The list grows, and this entry stays as it was.
        office.in_force("2022-03-02", &["A-1,\"Fedyna, Arkadii\",,", OTHER]);
        office.follow();
        assert_eq!(office.queue(), [], "the ruling is remembered");

        office.in_force("2022-03-09", &[FEDYNA, OTHER]);
        office.follow();
        let queue = office.queue();
        assert_eq!(queue.len(), 1, "the entry says more now");
        let permit = Permit::ask(office.adjudicator).unwrap();
        let words = screening::evidence(&office.app, permit, case, queue[0].hit, office.now).unwrap();
        assert!(words.contains("was ruled to be another person then"), "{words}");
    });
}

#[test]
fn a_hit_stands_and_says_so_when_its_entry_leaves_the_list() {
    on_both(|office| {
        office.in_force("2022-02-15", &[FEDYNA, OTHER]);
        office.applies(dossier("Arkadii", "Fedyna", "arkadii@example.org"));
        office.follow();
        assert_eq!(office.queue()[0].noted, None);
        office.in_force("2022-03-09", &[OTHER]);
        office.follow();
        let queue = office.queue();
        assert_eq!(queue.len(), 1, "nothing is lifted by a list");
        let (list, change) = queue[0].noted.clone().unwrap();
        assert_eq!((list.edition.as_str(), change), ("2022-03-09", EntryChange::Left));
    });
}

#[test]
fn a_name_in_a_script_that_no_machine_compares_waits_for_a_person() {
    on_both(|office| {
        office.in_force("2022-02-15", &[FEDYNA]);
        let mut told = dossier("Somchai", "Jaidee", "somchai@example.org");
        told.identity.name = PersonName::new("สมชาย", "ใจดี").unwrap();
        let case = office.applies(told);
        office.follow();
        office.check_the_rest(case);
        office.follow();
        let state = office.app.load(case).unwrap();
        assert_eq!((state.stage, office.watchlist(case)), (Some(Stage::Screening), None));
        let permit = Permit::ask(office.screener).unwrap();
        let left = screening::left(&office.app, permit, None).unwrap();
        assert_eq!((left.len(), left[0].case, left[0].check.as_str()), (1, case, WATCHLIST_CHECK));
    });
}

#[test]
fn another_spelling_told_later_is_looked_up_too() {
    on_both(|office| {
        office.in_force("2022-02-15", &[FEDYNA]);
        let case = office.applies(dossier("Ann", "Weber", "ann@example.org"));
        office.follow();
        assert_eq!(office.watchlist(case), Some(CheckOutcome::Clear));
        let again = RepeatSubmission {
            channel: Channel::Mail,
            dossier: dossier("Arkadii", "Fedyna", "ann@example.org"),
        };
        office.app.carry_out(Permit::ask(office.clerk).unwrap(), case, again, office.now).unwrap();
        office.follow();
        assert_eq!(office.queue().len(), 1);
    });
}

#[test]
fn what_was_told_in_a_merged_case_is_looked_up_for_the_one_that_goes_on() {
    on_both(|office| {
        office.in_force("2022-02-15", &[FEDYNA]);
        let phone = || Some("+1 202 555 0143".parse().unwrap());
        let mut told = dossier("Ann", "Weber", "ann@example.org");
        told.contact.phone = phone();
        let case = office.applies(told);
        let mut told = dossier("Arkadii", "Fedyna", "arkadii@example.org");
        told.contact.phone = phone();
        let other = office.app.receive(inquiry(told, None), &mut office.dice, office.now).unwrap().case;
        assert_ne!(case, other);
        office.follow();
        assert_eq!(office.watchlist(case), Some(CheckOutcome::Clear));
        let merge = Merge { into: case, rationale: PersonalText("the same address".into()) };
        office.app.carry_out(Permit::ask(office.clerk).unwrap(), other, merge, office.now).unwrap();
        office.follow();
        assert_eq!(office.queue().iter().map(|hit| hit.case).collect::<Vec<_>>(), [case]);
    });
}

#[test]
fn whoever_walks_in_is_screened_at_the_desk() {
    on_both(|office| {
        office.in_force("2022-02-15", &[FEDYNA]);
        let border = officer(&mut office.dice, Role::Border);
        let (case, person): (CaseId, _) = (office.dice.id(), office.dice.id());
        let told = dossier("Arkadii", "Fedyna", "arkadii@example.org");
        let register = RegisterWalkIn { person, mission: mission(), dossier: told, active_elsewhere: None };
        office.app.carry_out(Permit::ask(border).unwrap(), case, register, office.now).unwrap();
        office.follow();
        assert_eq!(office.watchlist(case), Some(CheckOutcome::Hits));
        assert!(office.app.load(case).unwrap().holds.contains(&Hold::Security));
    });
}

#[test]
fn one_human_does_not_put_a_list_in_force() {
    on_both(|office| {
        let imported = office.import("2022-02-15", &[FEDYNA]);
        assert!(imported.new && imported.bad.is_empty() && imported.edition.entries == 1);
        assert!(!office.import("2022-02-15", &[FEDYNA]).new, "the same bytes are one edition");
        let signed = lists::sign(&office.app, office.adjudicator, "own", None, office.now).unwrap();
        assert!(matches!(signed, Signed::Proposed { .. }));
        let Actor::Staff { human, .. } = office.adjudicator else { unreachable!() };
        let other_account = Actor::Staff { staff: office.dice.id(), human, role: Role::Attache };
        let again = lists::sign(&office.app, other_account, "own", None, office.now);
        assert!(matches!(again, Err(muster_app::Failure::Refused(Refusal::SameHuman))), "{again:?}");
        assert_eq!(lists::show(&office.app).unwrap()[0].editions[0].is, "proposed");
        let attache = officer(&mut office.dice, Role::Attache);
        let signed = lists::sign(&office.app, attache, "own", None, office.now).unwrap();
        assert!(matches!(signed, Signed::Activated { .. }));
        assert_eq!(lists::show(&office.app).unwrap()[0].editions[0].is, "in_force");
    });
}

#[test]
fn whoever_signs_reads_what_an_edition_changes() {
    on_both(|office| {
        office.in_force("2022-02-15", &[FEDYNA, OTHER]);
        office.import("2022-03-09", &["A-1,\"Fedyna, Arkadii\",1988-05-18,US", "A-3,\"Silva, Ana\",,"]);
        let diff = lists::diff(&office.app, "own", None, None).unwrap();
        assert_eq!(diff.added.iter().map(|entry| entry.id.as_str()).collect::<Vec<_>>(), ["A-3"]);
        assert_eq!(diff.removed.iter().map(|entry| entry.id.as_str()).collect::<Vec<_>>(), ["A-2"]);
        assert_eq!(
            (diff.changed[0].entry.id.as_str(), &diff.changed[0].what[..]),
            ("A-1", &["dates of birth"][..])
        );
        let nobody = lists::diff(&office.app, "horoscope", None, None).unwrap_err().to_string();
        assert_eq!(nobody, "there is no list `horoscope`; there are own");
    });
}

#[test]
fn the_same_edition_and_the_same_people_give_the_same_hits() {
    on_both(|office| {
        office.in_force("2022-02-15", &[FEDYNA, OTHER]);
        let told = [("Arkadij", "Fedina"), ("Arkadii", "Fedyna"), ("Ifeanyi", "Okonkwo"), ("Ann", "Weber")];
        let told = told.map(|(given, family)| dossier(given, family, "a@example.org").identity);
        let words = || {
            let active = lists::active(&office.app).unwrap();
            let found = told.iter().map(|told| screening::look(&active, &screening::subject_of([told])));
            found.flat_map(|found| found.hits).map(|hit| screening::in_words(&hit)).collect::<Vec<_>>()
        };
        let once = words();
        assert!(once.len() >= 2, "another spelling of a listed name, with the same birth: {once:#?}");
        assert_eq!(once, words());
    });
}

/// What may happen to the list, in any order.
#[derive(Debug, Clone, Copy)]
enum Step {
    /// The entry is as it was at first.
    Listed,
    /// The entry says something else.
    Changed,
    /// The list has it no more.
    Gone,
    /// Adjudicators rule that the first hit of the queue is another person.
    Ruled,
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 12, failure_persistence: None, ..Default::default() })]

    /// Whatever lists do, a hit leaves the queue by a ruling only, and the hold with the last of them.
    #[test]
    fn a_hit_never_disappears_without_a_ruling(
        steps in proptest::collection::vec(
            proptest::sample::select(vec![Step::Listed, Step::Changed, Step::Gone, Step::Ruled]), 1..7),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("muster.db").to_str().unwrap().to_owned();
        let mut office = Office::open(folder, &file, None);
        office.in_force("2022-02-15", &[FEDYNA, OTHER]);
        let case = office.applies(dossier("Arkadii", "Fedyna", "arkadii@example.org"));
        office.follow();
        let mut waiting: Vec<HitId> = office.queue().iter().map(|hit| hit.hit).collect();
        proptest::prop_assert_eq!(waiting.len(), 1);
        for (day, step) in (10..).zip(steps) {
            let third = format!("A-{day},\"Silva, Ana\",,");
            let changed = FEDYNA.replace(",US", ",UA");
            let dated = format!("2022-03-{day}");
            match step {
                Step::Listed => office.in_force(&dated, &[FEDYNA, OTHER, &third]),
                Step::Changed => office.in_force(&dated, &[&changed, OTHER, &third]),
                Step::Gone => office.in_force(&dated, &[OTHER, &third]),
                Step::Ruled if waiting.is_empty() => continue,
                Step::Ruled => {
                    let ruled = office.queue()[0].hit;
                    office.rule_out(case, "another person");
                    waiting.retain(|hit| *hit != ruled);
                }
            }
            office.follow();
            let now: Vec<HitId> = office.queue().iter().map(|hit| hit.hit).collect();
            proptest::prop_assert!(waiting.iter().all(|hit| now.contains(hit)), "{step:?}: {waiting:?} then {now:?}");
            let state = office.app.load(case).unwrap();
            proptest::prop_assert_eq!(state.holds.contains(&Hold::Security), !now.is_empty());
            waiting = now;
        }
    }
}
