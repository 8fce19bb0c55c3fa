//! Exit codes, errors, colours, pipes.

use crate::run::Desk;
use std::{io::Read as _, process::Stdio};

#[test]
fn the_exit_codes_are_what_the_help_says() {
    let (desk, administrator) = Desk::opened();
    assert_eq!(desk.run(&["doctor"]).code, 0);
    let clerk = desk.json(&["staff", "add", "--as", &administrator, "--name", "C", "--roles", "clerk"]);
    let refused =
        ["staff", "add", "--as", clerk["staff"].as_str().unwrap(), "--name", "D", "--roles", "clerk"];
    assert_eq!(desk.run(&refused).code, 1);
    assert_eq!(desk.run(&["staff", "add", "--name", "D", "--roles", "clerk"]).code, 2);
    assert_eq!(desk.run(&["funnel", "--no-such-option"]).code, 2);
    assert_eq!(desk.run(&["--data", "nowhere", "funnel"]).code, 3);
    assert_eq!(desk.run(&["case", "list"]).code, 4);
    insta::assert_snapshot!(desk.run(&["help", "exit-codes"]).out, @r"
    0  done
    1  refused, or something was found: damage, faults in rules, rejected rows
    2  wrong use, or a configuration that cannot be read
    3  the store cannot be opened, or it failed
    4  nothing was found
    ");
}

#[test]
fn an_error_says_what_is_wrong_and_what_to_do() {
    let desk = Desk::new();
    insta::assert_snapshot!(desk.run(&["funnel"]).err, @r"
    muster: there is no mission here: muster-data/mission.db does not exist
      what to do: run `muster init` to make one, `muster demo` to play one, or name its folder with --data
    ");
    insta::assert_snapshot!(desk.run(&["funnel", "--json"]).err, @r#"{"error":"there is no mission here: muster-data/mission.db does not exist","next":"run `muster init` to make one, `muster demo` to play one, or name its folder with --data","exit":3}"#);
    // Asking made nothing.
    assert_eq!(desk.folder().read_dir().unwrap().count(), 0);
}

#[test]
fn nobody_acts_unnamed_suspended_or_in_a_role_that_is_not_theirs() {
    let (desk, administrator) = Desk::opened();
    let add = |who: &str| desk.run(&["staff", "add", "--as", who, "--name", "B", "--roles", "clerk"]);
    insta::assert_snapshot!(add(&format!("{administrator}:attache")).err.replace(&administrator, "ID"), @r"
    muster: the account ID does not act as attache
      what to do: it may act as administrator
    ");
    insta::assert_snapshot!(add("nobody").err, @r"
    muster: --as cannot be read: not a valid identifier: it is 32 hexadecimal digits
      what to do: write --as STAFF_ID or --as STAFF_ID:role
    ");
    insta::assert_snapshot!(add(&"0".repeat(32)).err, @r"
    muster: there is no staff account 00000000000000000000000000000000
      what to do: see `muster staff list` for the accounts
    ");
}

#[test]
fn colours_come_when_asked_for_and_no_color_is_respected() {
    let (desk, _) = Desk::opened();
    assert!(!desk.run(&["doctor"]).out.contains('\x1b'), "not a terminal");
    assert!(desk.run(&["doctor", "--color", "always"]).out.contains('\x1b'));
    let always = [("MUSTER_COLOR", "auto"), ("NO_COLOR", "1")];
    assert!(!desk.run_with(&["doctor"], &always).out.contains('\x1b'));
}

#[test]
fn a_reader_who_has_enough_is_no_failure() {
    let (desk, _) = Desk::opened();
    let mut child = desk
        .command(&["completions", "bash"], &[])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut err = String::new();
    child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
    assert_eq!((child.wait().unwrap().code(), err.as_str()), (Some(0), ""));
}
