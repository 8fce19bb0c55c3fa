//! Where settings come from, and what is refused.

use crate::run::Desk;
use proptest::prelude::*;
use std::fs;

/// The value and the origin of a setting, as `config show` tells them.
fn told(desk: &Desk, args: &[&str], environment: &[(&str, &str)], name: &str) -> (String, String) {
    let all = [args, &["config", "show", "--origin", "--json"]].concat();
    let ran = desk.run_with(&all, environment);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let rows: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let row = rows.as_array().unwrap().iter().find(|row| row["name"] == name).unwrap();
    (row["value"].as_str().unwrap_or_default().into(), row["origin"].as_str().unwrap().into())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn an_option_wins_over_the_environment_that_over_the_file_that_over_the_default(
        option in any::<bool>(), environment in any::<bool>(), file in any::<bool>(),
    ) {
        let desk = Desk::new();
        if file {
            fs::write(desk.folder().join("muster.toml"), "data = \"from-file\"\n").unwrap();
        }
        let args: &[&str] = if option { &["--data", "from-option"] } else { &[] };
        let set: &[(&str, &str)] = if environment { &[("MUSTER_DATA", "from-environment")] } else { &[] };
        let expected = match (option, environment, file) {
            (true, _, _) => ("from-option", "option --data"),
            (_, true, _) => ("from-environment", "environment MUSTER_DATA"),
            (_, _, true) => ("from-file", "file muster.toml:1"),
            _ => ("muster-data", "default"),
        };
        let (value, origin) = told(&desk, args, set, "data");
        prop_assert_eq!((value.as_str(), origin.as_str()), expected);
    }
}

#[test]
fn an_unknown_key_in_the_file_is_refused_with_its_line_and_what_was_meant() {
    let desk = Desk::new();
    fs::write(desk.folder().join("muster.toml"), "# settings\ndatabse = \"x.db\"\n").unwrap();
    let ran = desk.run(&["config", "show"]);
    assert_eq!(ran.code, 2);
    insta::assert_snapshot!(ran.err, @r"
    muster: muster.toml:2: there is no setting `databse`
      what to do: did you mean `database`?
    ");
}

#[test]
fn an_unknown_variable_is_refused_with_what_was_meant() {
    let ran = Desk::new().run_with(&["config", "show"], &[("MUSTER_DATABSE", "x")]);
    assert_eq!(ran.code, 2);
    insta::assert_snapshot!(ran.err, @r"
    muster: there is no setting for the environment variable MUSTER_DATABSE
      what to do: did you mean `MUSTER_DATABASE`?
    ");
}

#[test]
fn a_value_that_is_no_text_or_no_known_word_is_refused() {
    let desk = Desk::new();
    fs::write(desk.folder().join("muster.toml"), "color = 3\n").unwrap();
    insta::assert_snapshot!(desk.run(&["config", "show"]).err, @r#"
    muster: muster.toml:1: `color` must be a text
      what to do: write it in double quotes: color = "…"
    "#);
    fs::write(desk.folder().join("muster.toml"), "color = \"sometimes\"\n").unwrap();
    insta::assert_snapshot!(desk.run(&["config", "show"]).err, @r"
    muster: `color` cannot be `sometimes` (file muster.toml:1)
      what to do: it is one of: auto, always, never
    ");
}

#[test]
fn a_file_that_is_named_must_be_there_and_its_paths_are_beside_it() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["--config", "elsewhere/m.toml", "config", "show"]).code, 2);
    fs::create_dir(desk.folder().join("elsewhere")).unwrap();
    fs::write(desk.folder().join("elsewhere/m.toml"), "keys = \"k.db\"\n").unwrap();
    let (value, _) = told(&desk, &["--config", "elsewhere/m.toml"], &[], "keys");
    assert_eq!(value, "elsewhere/k.db");
}

#[test]
fn no_password_is_shown() {
    let desk = Desk::new();
    for address in ["postgres://u:geheim@h/db", "postgres://u@h/db?sslmode=require&password=geheim"] {
        let ran = desk.run(&["--database", address, "config", "show", "--origin"]);
        assert!(ran.out.contains("***") && !ran.out.contains("geheim"), "{}", ran.out);
    }
}
