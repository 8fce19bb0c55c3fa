//! The help, as people read it.

use crate::run::Desk;

/// The short help without the settings, which are the same for every command.
fn help(desk: &Desk, command: &str) -> String {
    let args: Vec<&str> = command.split_whitespace().chain(["-h"]).collect();
    let out = desk.run(&args).out;
    let (before, settings) = out.split_once("Settings:\n").unwrap();
    let after = settings.split_once("\n\n").map_or("", |(_, after)| after);
    format!("== muster {command}\n{before}{after}")
}

#[test]
fn the_help_lists_the_commands_in_the_order_of_the_work() {
    insta::assert_snapshot!("muster", help(&Desk::new(), ""));
}

#[test]
fn the_help_of_a_command_shows_how_to_use_it() {
    let desk = Desk::new();
    let commands = [
        "init",
        "demo",
        "serve",
        "healthcheck",
        "case list",
        "case show",
        "funnel",
        "hits list",
        "hits show",
        "hits rule",
        "hits check",
        "screen",
        "list import",
        "list diff",
        "list activate",
        "list show",
        "list compile",
        "match pairs",
        "link dedupe",
        "link lookup",
        "link pairs",
        "log verify",
        "log export",
        "staff add",
        "staff invite",
        "staff list",
        "staff token",
        "staff tokens",
        "doctor",
        "config show",
        "completions",
        "man",
    ];
    let all = commands.map(|command| help(&desk, command)).join("\n");
    insta::assert_snapshot!("commands", all);
}

#[test]
fn the_settings_are_the_same_for_every_command() {
    let desk = Desk::new();
    let settings = |args: &[&str]| {
        let out = desk.run(args).out;
        let (_, settings) = out.split_once("Settings:\n").unwrap();
        settings.split("\n\n").next().unwrap().trim().to_owned()
    };
    let of_all = settings(&["-h"]);
    insta::assert_snapshot!("settings", of_all);
    assert_eq!(settings(&["case", "list", "-h"]), of_all);
}

#[test]
fn each_command_explains_itself() {
    let desk = Desk::new();
    for (args, says) in [
        (&["demo"][..], "Plays a made-up mission"),
        (&["case", "show"], "Nothing personal is shown"),
        (&["log", "verify"], "worth writing down"),
        (&["staff", "add"], "Signatures are compared by human"),
        (&["init"], "Nothing that is there already is overwritten"),
    ] {
        let by_option = desk.run(&[args, &["--help"]].concat());
        let by_command = desk.run(&[&["help"], args].concat());
        assert_eq!((by_option.code, by_command.code), (0, 0));
        assert!(by_option.out.contains(says), "{args:?}: {}", by_option.out);
        assert!(by_command.out.contains(says), "{args:?}: {}", by_command.out);
    }
    assert_eq!(desk.run(&["help", "nothing"]).code, 2);
}

#[test]
fn there_are_completions_and_manual_pages() {
    let desk = Desk::new();
    for shell in ["bash", "zsh", "fish"] {
        assert!(desk.run(&["completions", shell]).out.contains("funnel"), "{shell}");
    }
    assert!(desk.run(&["man"]).out.contains(".TH muster"));
    assert_eq!(desk.run(&["man", "--dir", "pages"]).code, 0);
    for page in ["muster.1", "muster-demo.1", "muster-case-show.1"] {
        assert!(desk.folder().join("pages").join(page).is_file(), "{page}");
    }
}
