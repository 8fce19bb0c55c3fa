//! The help, as people read it.

use crate::run::Desk;

#[test]
fn the_help_lists_the_commands_in_the_order_of_the_work() {
    let out = Desk::new().run(&["--help"]).out;
    let commands = out.split("Options:").next().unwrap();
    insta::assert_snapshot!(commands, @r#"
    Receives volunteers: from a stranger's first message to an answer, a pass, an arrival, a contract

    Usage: muster [OPTIONS] <COMMAND>

    Commands:
      init         Makes a mission: its database, its keys, its first administrator
      demo         Plays a made-up mission and reports what came of it
      case         Lists cases, or shows one
      funnel       How many people stand at each stage, who was turned away and why, and how long it
                   takes
      log          Checks the log, or exports it
      staff        Adds and lists members of staff
      doctor       Looks for anything wrong with the installation, and says what to do about it
      config       Shows the settings
      completions  Writes completions for your shell
      man          Writes the manual page
      help         Explains a command, or the exit codes: muster help case show, muster help exit-codes
    "#);
}

#[test]
fn the_help_of_a_command_shows_how_to_use_it() {
    let out = Desk::new().run(&["demo", "-h"]).out;
    insta::assert_snapshot!(out.split("Settings:").next().unwrap(), @r#"
    Plays a made-up mission and reports what came of it

    Usage: muster demo [OPTIONS]

    Options:
          --people <PEOPLE>  How many people write [default: 6000]
          --days <DAYS>      Over how many days, from 24 February 2022 [default: 21]
          --seed <SEED>      What everything follows from: the same seed plays the same mission
                             [default: 1]
      -h, --help             Print help (see more with '--help')
    "#);
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
