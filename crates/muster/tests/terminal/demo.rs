//! A small play, from end to end.

use crate::run::Desk;
use std::fs;

const PLAY: [&str; 5] = ["demo", "--people", "120", "--seed", "1"];

#[test]
fn a_play_tells_its_story_leaves_a_page_and_a_log_that_verifies() {
    let desk = Desk::new();
    let ran = desk.run(&PLAY);
    assert_eq!(ran.code, 0, "{}", ran.err);
    for said in ["What became of them", "accepted by two people", "When the rules changed", "Look into it"] {
        assert!(ran.out.contains(said), "{said}");
    }
    assert!(ran.out.lines().count() <= 100, "two screens");
    assert!(ran.out.lines().all(|line| line.chars().count() <= 100));
    a_page_is_well_formed(&fs::read_to_string(desk.folder().join("muster-data/demo/report.html")).unwrap());
    let data = ["--data", "muster-data/demo"];
    assert_eq!(desk.run(&[&data[..], &["log", "verify"]].concat()).code, 0);
    let funnel = desk.json(&[&data[..], &["funnel"]].concat());
    assert!(funnel["cases"].as_u64().unwrap() >= 120);
    the_shapes_are_stable(&desk, &funnel);
    a_case_is_shown_opaque_and_a_read_is_recorded(&desk);
}

/// Which lists are empty depends on the play, so only the names of the fields are compared.
fn the_shapes_are_stable(desk: &Desk, funnel: &serde_json::Value) {
    let data = ["--data", "muster-data/demo"];
    let cases = desk.json(&[&data[..], &["case", "list", "--stage", "refused_early"]].concat());
    let shown = desk.json(&[&data[..], &["case", "show", cases[0]["case"].as_str().unwrap()]].concat());
    insta::assert_snapshot!(fields(funnel), @r#"accepted arrivals as_of awaiting_second_signature cases holds interviewed merged no_shows people quality queues reasons stages submissions to_acceptance to_answer to_interview turned_away"#);
    insta::assert_snapshot!(fields(&shown), @r#"case checks decisions findings next proposal timeline"#);
    insta::assert_snapshot!(fields(&shown["case"]), @r#"accepted_at answered_at arrival case channel checks_open codes edition finding hits_open holds interviewed_at merged_into mission no_shows opened_at person proposal_act stage stage_since submissions submitted_at version walk_in"#);
    insta::assert_snapshot!(fields(&shown["timeline"][0]), @r#"at detail role staff version what"#);
}

fn fields(value: &serde_json::Value) -> String {
    value.as_object().unwrap().keys().map(String::as_str).collect::<Vec<_>>().join(" ")
}

fn a_case_is_shown_opaque_and_a_read_is_recorded(desk: &Desk) {
    let data = ["--data", "muster-data/demo"];
    let cases = desk.json(&[&data[..], &["case", "list", "--stage", "refused_early"]].concat());
    let case = cases[0]["case"].as_str().unwrap();
    let shown = desk.json(&[&data[..], &["case", "show", case]].concat());
    assert!(shown["timeline"].as_array().unwrap().len() > 3);
    assert!(shown.get("revealed").is_none());
    let staff = desk.json(&[&data[..], &["staff", "list"]].concat());
    let clerk = staff
        .as_array()
        .unwrap()
        .iter()
        .find(|account| account["roles"].as_array().unwrap().iter().any(|role| role == "clerk"))
        .unwrap();
    let show = ["case", "show", case, "--as", clerk["staff"].as_str().unwrap()];
    let reveal = [&data[..], &show, &["--reveal", "--purpose", "decide"]].concat();
    let opened = desk.json(&reveal);
    let name = opened["revealed"][0]["value"]["name"].to_string();
    assert!(name.len() > 4, "{name}");
    let last = opened["timeline"].as_array().unwrap().last().unwrap();
    assert_eq!(last["what"], "access.recorded");
    // Without a purpose, or with one that could name somebody, nothing is opened.
    assert_eq!(desk.run(&[&data[..], &show, &["--reveal"]].concat()).code, 2);
    assert_eq!(desk.run(&[&data[..], &show, &["--reveal", "--purpose", "About John"]].concat()).code, 2);
}

#[test]
fn a_list_shows_the_open_cases_stage_by_stage_and_closed_ones_when_asked() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["demo", "--people", "80", "--days", "8"]).code, 0);
    let stages = |args: &[&str]| -> Vec<String> {
        let rows =
            desk.json(&[&["--data", "muster-data/demo", "case", "list", "--limit", "500"], args].concat());
        let stages = rows.as_array().unwrap().iter().map(|row| row["stage"].as_str().unwrap().to_owned());
        stages.collect()
    };
    let (open, all) = (stages(&[]), stages(&["--closed"]));
    assert!(open.len() < all.len() && !open.iter().any(|stage| stage == "refused_early"));
    let mut seen = open.clone();
    seen.dedup();
    let each: std::collections::BTreeSet<_> = open.into_iter().collect();
    assert_eq!(seen.len(), each.len(), "no stage comes twice");
}

/// Every element that is opened is closed in its turn; it stands alone, and is small.
fn a_page_is_well_formed(page: &str) {
    const VOID: [&str; 4] = ["meta", "rect", "line", "!doctype"];
    assert!(page.len() <= 100_000, "{} bytes", page.len());
    assert!(page.starts_with("<!doctype html>\n<html lang=\"en\">"));
    assert!(!page.contains("<script") && !page.contains("http"), "it needs nothing else");
    let mut open = Vec::new();
    for tag in page.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').unwrap();
        let name = tag.split_whitespace().next().unwrap().trim_end_matches('/');
        match name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name)),
            None if VOID.contains(&name) => {}
            None => open.push(name),
        }
    }
    assert!(open.is_empty(), "{open:?}");
    let mut ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "every id once");
    for label in page.split("aria-labelledby=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(label.split(' ').all(|id| ids.contains(&id)), "{label}");
    }
    let cells = page.matches("<th ").count();
    assert_eq!(page.matches("<th scope=").count(), cells, "every head says what it heads");
}

#[test]
fn a_play_replaces_a_play_and_never_a_mission() {
    let (desk, administrator) = Desk::opened();
    let onto = desk.run(&[&PLAY[..], &["--data", "muster-data"]].concat());
    assert_eq!(onto.code, 1, "{}", onto.err);
    assert_eq!(desk.json(&["staff", "list"])[0]["staff"], administrator.as_str());
}

#[test]
fn the_same_seed_plays_the_same_mission_over_the_one_before() {
    let desk = Desk::new();
    let (first, second) = (desk.json(&PLAY), desk.json(&PLAY));
    assert_eq!(first, second);
    assert_eq!(first["plot"]["seed"], 1);
}

#[test]
fn a_play_goes_into_a_fresh_database_of_a_server_and_into_no_other() {
    let (desk, database) = (Desk::new(), muster_testkit::postgres::fresh_database());
    let args = ["--database", database.url(), "demo", "--people", "60", "--days", "9"];
    let ran = desk.run(&args);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(!ran.out.contains(database.url()), "an address may hold a password");
    let funnel = desk.json(&["--database", database.url(), "--data", "muster-data/demo", "funnel"]);
    assert!(funnel["cases"].as_u64().unwrap() >= 60);
    let again = desk.run(&args);
    assert_eq!(again.code, 1);
    assert!(again.err.contains("fresh database"), "{}", again.err);
}
