//! What the check tells a policy owner who made a mistake.

use muster_policy::check;

const FACTS: &str = r#"
[[fact]]
name = "age"
type = "number"
least = 0
most = 130
unit = "years"
means = "Age in whole years."
evidence = "A passport."

[[fact]]
name = "experience"
type = "word"
values = ["none", "police_medic", "military", "combat"]
means = "The highest experience."
evidence = "A record of service."

[[fact]]
name = "languages"
type = "words"
values = "open"
means = "Languages."
evidence = "A talk."
"#;

const HEAD: &str = r#"id = "v1"
programme = "test"
title = "A test"
in_force_from = 2022-02-27
note = "For a test."
languages = []
"#;

/// What the check says about an edition with these rules, without the last line's counts.
fn said(rules: &str) -> String {
    let edition = format!("{HEAD}{rules}");
    let report = check(&[("facts.toml", FACTS), ("v1.toml", &edition), ("v1.examples.toml", "")]);
    let problems = report.problems.iter().filter(|problem| !problem.message.starts_with("no example"));
    problems.map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

fn rule(id: &str, condition: &str) -> String {
    format!(
        "[[rule]]\nid = \"{id}\"\nreason = \"R07\"\noutcome = \"refuse_proposed\"\nobjective = true\n{condition}\n"
    )
}

#[test]
fn a_mistyped_fact_gets_a_suggestion() {
    insta::assert_snapshot!(said(&rule("x", r#"when = { fact = "experiense", is = "none" }"#)), @r#"
    v1.toml:12:17: there is no fact `experiense`
      help: did you mean `experience`?
    "#);
}

#[test]
fn a_value_of_the_wrong_type_or_outside_the_list_is_named() {
    let rules = [
        rule("a", r#"when = { fact = "age", below = "18" }"#),
        rule("b", r#"when = { fact = "experience", is = "combatt" }"#),
        rule("c", r#"when = { fact = "experience", below = 3 }"#),
        rule("d", r#"when = { fact = "age", above = 600 }"#),
    ];
    insta::assert_snapshot!(said(&rules.concat()), @r#"
    v1.toml:12:32: a whole number is wanted here, not a TOML string
      help: write a whole number
    v1.toml:18:36: `experience` is never `combatt`
      help: did you mean `combat`?
    v1.toml:24:31: `below` cannot be asked of `experience`, which is one of none, police_medic, military, combat
      help: ask one of is, is_not, one_of, none_of
    v1.toml:30:32: `age` is a number from 0 to 130, never 600
      help: mend the number, or the bounds in facts.toml
    "#);
}

#[test]
fn unknown_keys_codes_and_outcomes_are_named_all_at_once() {
    let rules = r#"[[rule]]
id = "Under Age"
reason = "R99"
outcome = "refuse"
objectiv = true
when = { fact = "age", below = 18 }
[[rule]]
id = "later"
reason = "R20"
outcome = "refer"
objective = true
when = { fact = "age", below = 18 }
"#;
    insta::assert_snapshot!(said(rules), @r#"
    v1.toml:7:1: the rule lacks `objective`
      help: add `objective = …`
    v1.toml:8:6: `Under Age` is not a rule id
      help: write small letters, digits and hyphens, such as under-age
    v1.toml:9:10: there is no reason code `R99`
      help: use one of R01 to R12
    v1.toml:10:11: a rule cannot have the outcome `refuse`
      help: it is one of refuse_proposed, refer
    v1.toml:11:1: a rule has no `objectiv`
      help: did you mean `objective`?
    v1.toml:13:1: a rule that refers lacks `route`
      help: add `route = …`
    v1.toml:15:10: `R20` is not for the policy to give
      help: use one of R01 to R12; later codes belong to screening and interview
    "#);
}

#[test]
fn a_rule_written_twice_is_named_with_its_first_line() {
    let rules = [
        rule("young", r#"when = { fact = "age", below = 18 }"#),
        rule("young", r#"when = { fact = "age", above = 60 }"#),
    ];
    insta::assert_snapshot!(said(&rules.concat()), @r#"
    v1.toml:14:6: the rule `young` is already on line 7
      help: give one of them another id
    "#);
}

#[test]
fn a_condition_that_can_never_hold_is_found() {
    let rules = [
        rule("a", "all = [{ fact = \"age\", below = 18 }, { fact = \"age\", above = 60 }]"),
        rule(
            "b",
            "all = [{ fact = \"experience\", is = \"none\" }, { fact = \"experience\", is = \"combat\" }]",
        ),
        rule(
            "c",
            r#"all = [{ fact = "languages", includes = "en" }, { fact = "languages", includes_none = ["en", "uk"] }]"#,
        ),
    ];
    insta::assert_snapshot!(said(&rules.concat()), @r#"
    v1.toml:7:1: the rule `a` can never hold: its conditions contradict each other
      help: mend the condition, or remove the rule
    v1.toml:13:1: the rule `b` can never hold: its conditions contradict each other
      help: mend the condition, or remove the rule
    v1.toml:19:1: the rule `c` can never hold: its conditions contradict each other
      help: mend the condition, or remove the rule
    "#);
}

#[test]
fn a_condition_that_everybody_meets_is_found() {
    let rules = rule("a", "any = [{ fact = \"age\", below = 30 }, { fact = \"age\", at_least = 20 }]");
    insta::assert_snapshot!(said(&rules), @r#"
    v1.toml:7:1: the rule `a` holds for everybody
      help: mend the condition; to stop intake, pause the mission instead
    "#);
}

#[test]
fn a_rule_that_earlier_rules_forestall_is_found() {
    let rules = [
        rule("young", r#"when = { fact = "age", below = 30 }"#),
        rule("old", r#"when = { fact = "age", above = 50 }"#),
        rule("forestalled", r#"any = [{ fact = "age", below = 18 }, { fact = "age", above = 60 }]"#),
        rule("reached", r#"all = [{ fact = "age", below = 40 }, { fact = "experience", is = "none" }]"#),
    ];
    insta::assert_snapshot!(said(&rules.concat()), @r#"
    v1.toml:19:1: the rule `forestalled` is never the first reason: whenever it holds, `young` or `old` holds too
      help: put it before, narrow the earlier rule, or remove it
    "#);
}

#[test]
fn a_referral_does_not_forestall_a_refusal() {
    let refer = r#"[[rule]]
id = "sent-on"
reason = "R11"
outcome = "refer"
route = "elsewhere"
objective = true
when = { fact = "age", below = 18 }
"#;
    assert_eq!(said(&format!("{refer}{}", rule("young", r#"when = { fact = "age", below = 18 }"#))), "");
}

#[test]
fn an_example_that_comes_out_otherwise_is_named() {
    let edition = format!("{HEAD}{}", rule("young", r#"when = { fact = "age", below = 18 }"#));
    let examples = r#"
[[example]]
name = "a boy of 17"
facts = { age = 17 }
outcome = "eligible"
[[example]]
name = "no age given"
outcome = "eligible"
[[example]]
name = "a mistake"
facts = { agee = 17, experience = "much" }
outcome = "eligable"
"#;
    let broken = [("facts.toml", FACTS), ("v1.toml", &edition), ("v1.examples.toml", examples)];
    let (good, _) = examples.split_once("[[example]]\nname = \"a mistake\"").expect("it is there");
    let sound = [("facts.toml", FACTS), ("v1.toml", &edition), ("v1.examples.toml", good)];
    insta::assert_snapshot!(check(&broken), @r#"
    v1.examples.toml:11:11: there is no fact `agee`
      help: did you mean `age`?
    v1.examples.toml:11:35: this does not fit `experience`
      help: `experience` is one of none, police_medic, military, combat
    v1.examples.toml:12:11: there is no outcome `eligable`
      help: did you mean `eligible`?
    v1.toml:1:1: edition `v1` has no examples
      help: add v1.examples.toml with a case for each rule
    4 problems, 1 edition, 1 rule, 0 languages, 0 examples, 2 combinations of facts tried
    "#);
    insta::assert_snapshot!(check(&sound), @r#"
    v1.examples.toml:2:1: “a boy of 17” comes out as refuse_proposed (R07), not as eligible
      help: if the rule is right, mend the example; if the example is right, mend the rule
    v1.examples.toml:6:1: “no age given” comes out as tentative with R07 undecided, not as eligible
      help: if the rule is right, mend the example; if the example is right, mend the rule
    v1.toml:7:1: no example shows the rule `young` at work
      help: add a case with `R07` among its reasons to v1.examples.toml
    3 problems, 1 edition, 1 rule, 0 languages, 2 examples, 2 combinations of facts tried
    "#);
}

#[test]
fn missing_texts_and_strays_are_named() {
    let edition = format!("{HEAD}{}", rule("young", r#"when = { fact = "age", below = 18 }"#))
        .replace("[]", r#"["en", "uk"]"#);
    let texts = "language = \"en\"\n[rule.yuong]\nwhy = \"a\"\nchange = \"b\"\noff_ramp = \"c\"\n";
    let examples = "[[example]]\nname = \"a boy\"\nfacts = { age = 9 }\noutcome = \"refuse_proposed\"\nreasons = [\"R07\"]\n";
    let files = [
        ("facts.toml", FACTS),
        ("v1.toml", &edition),
        ("v1.examples.toml", examples),
        ("texts.en.toml", texts),
    ];
    insta::assert_snapshot!(check(&files), @r#"
    texts.en.toml:2:7: no edition has a rule `yuong`
      help: did you mean `young`?
    v1.toml:1:1: there are no texts in `uk`
      help: add texts.uk.toml, or take the language off the edition
    v1.toml:7:1: the rule `young` has no text in `en`
      help: add [rule.young] with why, change and off_ramp to texts.en.toml
    3 problems, 1 edition, 1 rule, 1 language, 1 example, 2 combinations of facts tried
    "#);
}

#[test]
fn what_is_not_toml_has_its_line_and_column() {
    insta::assert_snapshot!(said("[[rule]\nid = x\n"), @r#"
    v1.toml:7:8: this is not TOML: unclosed array table, expected `]`
      help: mend the line; texts stand in double quotes, lists in square brackets
    "#);
}

#[test]
fn a_draft_may_not_begin_before_what_is_published() {
    let young = rule("young", r#"when = { fact = "age", below = 18 }"#);
    let first = format!("{HEAD}{young}");
    let draft = first.replace("v1", "v2").replace("2022-02-27", "2022-02-20");
    let hash = muster_vocab::Digest::of(first.as_bytes());
    let published = format!("[[edition]]\nid = \"v1\"\nsha256 = \"{hash}\"\n");
    let examples = "[[example]]\nname = \"a boy\"\nfacts = { age = 9 }\noutcome = \"refuse_proposed\"\nreasons = [\"R07\"]\n";
    let files = [
        ("facts.toml", FACTS),
        ("published.toml", &published),
        ("v1.toml", &first),
        ("v1.examples.toml", examples),
        ("v2.toml", &draft),
        ("v2.examples.toml", examples),
    ];
    insta::assert_snapshot!(check(&files), @r#"
    v2.toml:4:17: edition `v2` would be in force no later than `v1`, which began on 2022-02-27
      help: give it a day after 2022-02-27: the past keeps its rules
    1 problem, 2 editions, 2 rules, 0 languages, 2 examples, 4 combinations of facts tried
    "#);
}

#[test]
fn what_is_too_large_to_try_is_noted_not_passed_over() {
    let codes: Vec<String> =
        (0..21).map(|number| format!("{{ fact = \"languages\", includes = \"l{number}\" }}")).collect();
    let edition = format!("{HEAD}{}", rule("many", &format!("all = [{}]", codes.join(", "))));
    let report = check(&[("facts.toml", FACTS), ("v1.toml", &edition)]);
    insta::assert_snapshot!(report.notes[0], @r#"
    v1.toml:7:1: the rule `many` was not tried on every combination of facts: there are more than 1000000
      help: cover it with examples, or split the condition
    "#);
}
