//! A small mission, from its first day.

use crate::run::{Desk, shape};
use std::{fs, os::unix::fs::PermissionsExt as _};

#[test]
fn a_new_mission_is_its_owners_alone_and_is_never_overwritten() {
    let (desk, administrator) = Desk::opened();
    let mode = |name: &str| {
        fs::metadata(desk.folder().join("muster-data").join(name)).unwrap().permissions().mode() & 0o777
    };
    assert_eq!(mode(""), 0o700);
    for file in ["mission.db", "keys.db", "mission.key"] {
        assert_eq!(mode(file), 0o600, "{file}");
    }
    let again = desk.run(&["init", "--name", "Somebody Else"]);
    assert_eq!(again.code, 1);
    assert!(again.err.contains("is there already"), "{}", again.err);
    assert_eq!(desk.json(&["staff", "list"])[0]["staff"], administrator.as_str());
}

#[test]
fn the_first_administrator_signed_what_they_did() {
    let (desk, administrator) = Desk::opened();
    let export = desk.run(&["log", "export"]).out;
    let actors = export.lines().filter(|line| line.contains(&format!("\"actor\":\"staff/{administrator}/")));
    assert_eq!(actors.count(), 3);
}

#[test]
fn a_member_of_staff_is_given_a_way_in_that_is_shown_once() {
    let (desk, administrator) = Desk::opened();
    let made = desk.json(&["staff", "add", "--as", &administrator, "--name", "C", "--roles", "clerk"]);
    let clerk = made["staff"].as_str().unwrap();
    let invite = |place: &[(&str, &str)]| {
        let ran = desk.run_with(&["staff", "invite", "--as", &administrator, clerk, "--json"], place);
        serde_json::from_str::<serde_json::Value>(&ran.out).unwrap()["link"].as_str().unwrap().to_owned()
    };
    let link = invite(&[]);
    assert!(link.starts_with("/en/desk/enter/") && link.len() > 40, "{link}");
    let whole = invite(&[("MUSTER_PUBLIC_URL", "https://join.example.org/")]);
    assert!(whole.starts_with("https://join.example.org/en/desk/enter/"), "{whole}");
    assert!(!desk.run(&["log", "export"]).out.contains(link.rsplit_once('/').unwrap().1));
    // Whoever keeps no accounts lets nobody in.
    let ran = desk.run(&["staff", "invite", "--as", clerk, &administrator]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    let nobody = desk.run(&["staff", "invite", "--as", &administrator, "00000000000000000000000000000009"]);
    assert_eq!(nobody.code, 1, "{}", nobody.err);
}

#[test]
fn a_token_of_a_program_is_shown_once_and_taken_away() {
    let (desk, administrator) = Desk::opened();
    let made = desk.json(&["staff", "add", "--as", &administrator, "--name", "C", "--roles", "clerk"]);
    let clerk = made["staff"].as_str().unwrap();
    let issue = ["staff", "token", clerk, "--label", "evening", "--days", "7", "--as"];
    let issued = desk.json(&[&issue[..], &[&administrator]].concat());
    let token = issued["token"].as_str().unwrap();
    assert!(token.starts_with("muster_") && token.len() > 40, "{token}");
    assert_eq!(desk.run(&["staff", "tokens", &administrator, "--as", clerk]).code, 1, "not theirs to see");
    let listed = desk.json(&["staff", "tokens", clerk, "--as", clerk]);
    assert_eq!(listed[0]["label"], "evening");
    assert!(!listed.to_string().contains(token));
    let revoke = ["staff", "tokens", clerk, "--as", clerk, "--revoke"];
    assert_eq!(desk.run(&[&revoke[..], &["zz"]].concat()).code, 1);
    let hash = listed[0]["hash"].as_str().unwrap();
    assert_eq!(desk.run(&[&revoke[..], &[&hash[..12]]].concat()).code, 0);
    assert_eq!(desk.run(&["staff", "tokens", clerk, "--as", clerk]).code, 4, "none is left");
}

#[test]
fn a_name_is_in_no_output_and_in_no_file() {
    let (desk, administrator) = Desk::opened();
    desk.json(&[
        "staff",
        "add",
        "--as",
        &administrator,
        "--name",
        "Quentin Unmistakable",
        "--roles",
        "clerk",
    ]);
    for args in [&["staff", "list"][..], &["log", "export"], &["log", "verify"], &["doctor"], &["funnel"]] {
        for json in [&[][..], &["--json"]] {
            let ran = desk.run(&[args, json].concat());
            assert!(!(ran.out + &ran.err).contains("Unmistakable"), "{args:?}");
        }
    }
    for file in fs::read_dir(desk.folder().join("muster-data")).unwrap() {
        let bytes = fs::read(file.unwrap().path()).unwrap();
        assert!(!bytes.windows(12).any(|window| window == b"Unmistakable"));
    }
}

#[test]
fn the_log_verifies_and_a_changed_byte_is_found() {
    let (desk, _) = Desk::opened();
    let ran = desk.run(&["log", "verify"]);
    assert_eq!(ran.code, 0);
    assert!(ran.out.contains("Everything is whole.") && ran.out.contains("Head, to write down: "));
    let path = desk.folder().join("muster-data/mission.db");
    let mut bytes = fs::read(&path).unwrap();
    let place = bytes.windows(13).position(|window| window == b"us-washington").unwrap();
    bytes[place] = b'x';
    fs::write(&path, bytes).unwrap();
    let ran = desk.run(&["log", "verify"]);
    assert_eq!(ran.code, 1, "{}", ran.out);
    assert!(ran.out.contains("findings of damage"), "{}", ran.out);
}

#[test]
fn an_export_ends_with_its_head_and_overwrites_nothing() {
    let (desk, _) = Desk::opened();
    let out = desk.run(&["log", "export"]).out;
    let lines: Vec<serde_json::Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let (last, entries) = lines.split_last().unwrap();
    assert_eq!(last["head"]["seq"], entries.len());
    assert_eq!(last["head"]["hash"], entries[entries.len() - 1]["hash"]);
    assert_eq!(entries[1]["prev"], entries[0]["hash"]);
    assert_eq!(desk.run(&["log", "export", "--to", "log.jsonl"]).code, 0);
    assert_eq!(fs::read_to_string(desk.folder().join("log.jsonl")).unwrap(), out);
    assert_eq!(desk.run(&["log", "export", "--to", "log.jsonl"]).code, 2);
}

#[test]
fn the_doctor_says_what_is_wrong_and_what_to_type() {
    let (desk, _) = Desk::opened();
    let key = desk.folder().join("muster-data/mission.key");
    fs::set_permissions(&key, fs::Permissions::from_mode(0o644)).unwrap();
    let ran = desk.run(&["doctor"]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("chmod 600 muster-data/mission.key"), "{}", ran.out);
}

#[test]
fn the_shapes_of_json_are_stable() {
    let (desk, _) = Desk::opened();
    let of = |args: &[&str]| format!("{}: {}", args.join(" "), shape(&desk.json(args)));
    let shapes =
        [&["staff", "list"][..], &["log", "verify"], &["doctor"], &["config", "show"]].map(of).join("\n");
    insta::assert_snapshot!(shapes, @r#"
    staff list: [{human: text, missions: [], roles: [text], staff: text, suspended: bool}]
    log verify: {boxes: number, damaged: number, damages: [], entries: number, head: text, keys: number, rows: number, streams: number, whole: bool}
    doctor: [{check: text, found: text, state: text}]
    config show: [{meaning: text, name: text, origin: text, value: text}]
    "#);
}
