//! What screening found, ruled on from the terminal.

use crate::{lists::mission, run::Desk};
use muster_app::{
    App, Programme,
    case::{Permit, eligibility::AcceptFinding},
    eligibility::EligibilityWorker,
};
use muster_store::{KeyPlace, Places, Store};
use muster_vocab::{Actor, CaseId, Clock as _, Role, SystemClock};
use std::fs;

const APPLICANT: &str = "given,family,born,nationalities,residence,email,experience,service_years,languages,serving,\
                         criminal_record,medical_bar,acknowledged\n\
                         Arkadii,Fedyna,1988-05-17,US,US,arkadii@example.org,combat,6,en,no,no,no,US\n";

const LIST: &str = "id,name,born,nationality\nF1,\"FEDYNA, Arkadii\",1988-05-17,US\n";

/// A mission in which somebody listed applied, and a clerk let the case go on; gives the desk, the case and both officers.
fn hit() -> (Desk, String, String, String) {
    let (desk, administrator, screener, adjudicator) = mission();
    let clerk = account(&desk, &administrator, "Clara", "clerk");
    fs::write(desk.folder().join("people.csv"), APPLICANT).unwrap();
    assert_eq!(desk.json(&["import", "people.csv", "--as", &clerk])["new"], 1);
    let case = desk.json(&["case", "list"])[0]["case"].as_str().unwrap().to_owned();
    a_clerk_accepts(&desk, case.parse().unwrap());
    fs::write(desk.folder().join("list-2022-03-02.csv"), LIST).unwrap();
    let import = ["list", "import", "list-2022-03-02.csv", "--list", "embassy", "--as", &screener];
    assert_eq!(desk.run(&import).code, 0);
    for by in [&screener, &adjudicator] {
        let ran = desk.run(&["list", "activate", "embassy", "--as", by]);
        assert_eq!(ran.code, 0, "{}", ran.err);
    }
    (desk, case, administrator, adjudicator)
}

fn account(desk: &Desk, administrator: &str, name: &str, role: &str) -> String {
    let made = desk.json(&["staff", "add", "--as", administrator, "--name", name, "--roles", role]);
    made["staff"].as_str().unwrap().to_owned()
}

/// What a clerk does on a page that the terminal does not have.
fn a_clerk_accepts(desk: &Desk, case: CaseId) {
    let data = desk.folder().join("muster-data");
    let file = |name: &str| data.join(name).to_str().unwrap().to_owned();
    let places = Places {
        database: file("mission.db"),
        keys: file("keys.db"),
        mission_key: KeyPlace::File(data.join("mission.key")),
    };
    let app = App::new(Store::open(&places).unwrap(), Programme::founding().unwrap());
    let edition = app.programme.policy().editions().last().unwrap();
    EligibilityWorker.follow(&app, edition, SystemClock.now()).unwrap();
    let clerk = Actor::Staff { staff: 7.into(), human: 7.into(), role: Role::Clerk };
    app.carry_out(Permit::ask(clerk).unwrap(), case, AcceptFinding, SystemClock.now()).unwrap();
}

#[test]
fn a_list_that_comes_into_force_finds_who_is_there_and_one_officer_alone_clears_no_strong_hit() {
    let (desk, case, administrator, adjudicator) = hit();
    let list = ["hits", "list", "--as", &adjudicator];
    let waiting = desk.json(&list);
    let found = &waiting["hits"][0];
    assert_eq!((&found["case"], &found["entry"]), (&case.as_str().into(), &"F1".into()));
    assert_eq!(found["strength"], "strong");
    let hit = found["hit"].as_str().unwrap();
    let shown = desk.run(&["hits", "show", &case, hit, "--as", &adjudicator]);
    assert!(shown.out.contains("F1") && shown.out.contains("1988-05-17"), "{} {}", shown.out, shown.err);

    let rule = |by: &str, grounds: &str| {
        desk.run(&["hits", "rule", &case, hit, "--ruling", "false-match", "--because", grounds, "--as", by])
    };
    assert_eq!(rule(&adjudicator, "").code, 1, "grounds are needed");
    let first = rule(&adjudicator, "another father");
    assert_eq!(first.code, 0, "{}", first.err);
    insta::assert_snapshot!(first.out, @r"
    You signed first; the hit is strong, and two people must clear it.
      next     another adjudicator runs the same command, with their own grounds
    ");
    assert_eq!(rule(&adjudicator, "another father").code, 1, "one person does not sign twice");
    assert_eq!(desk.json(&list)["hits"][0]["first_signed"], true);
    let second = account(&desk, &administrator, "Sara", "adjudicator");
    assert!(rule(&second, "seen the passport").out.contains("cleared by two people"));
    assert_eq!(desk.run(&list).code, 4, "nothing waits any more");
}

#[test]
fn whoever_need_not_know_does_not_see_the_hits() {
    let (desk, administrator, ..) = mission();
    let clerk = account(&desk, &administrator, "Clara", "clerk");
    assert_eq!(desk.run(&["hits", "list", "--as", &clerk]).code, 1);
    assert_eq!(desk.run(&["hits", "list"]).code, 2, "nobody is named");
}

#[test]
fn a_hit_that_is_confirmed_stays_held_and_an_unknown_one_is_refused() {
    let (desk, case, _, adjudicator) = hit();
    let hit =
        desk.json(&["hits", "list", "--as", &adjudicator])["hits"][0]["hit"].as_str().unwrap().to_owned();
    let rule = |hit: &str| {
        desk.run(&[
            "hits",
            "rule",
            &case,
            hit,
            "--ruling",
            "true-match",
            "--because",
            "the same scar",
            "--as",
            &adjudicator,
        ])
    };
    let unknown = "0".repeat(32);
    let refused = rule(&unknown);
    assert_eq!(refused.code, 4);
    insta::assert_snapshot!(refused.err.replace(&case, "CASE"), @r"
    muster: case CASE has no hit 00000000000000000000000000000000
      what to do: see `muster hits list` for those that wait
    ");
    assert!(rule(&hit).out.contains("the hold stays"));
    let case = desk.json(&["case", "show", &case]);
    assert!(case["case"]["holds"].as_array().unwrap().iter().any(|hold| hold == "security"), "{case}");
}

#[test]
fn that_somebody_could_not_be_vetted_is_recorded_with_its_cause() {
    let (desk, case, administrator, _) = hit();
    let screener = account(&desk, &administrator, "Sofia", "screener");
    let ran = desk.run(&[
        "hits",
        "check",
        &case,
        "--outcome",
        "no-records",
        "--because",
        "the registry burnt",
        "--as",
        &screener,
    ]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("recorded as unvettable"), "{}", ran.out);
    assert!(!desk.run(&["log", "export"]).out.contains("registry"), "grounds are sealed");
}
