//! The founding programme's policy: that its files are sound, and what must hold whatever a person answers.

use muster_policy::{Edition, Facts, Flip, Outcome, Policy, Schema, Value, Verdict, check, compare};
use muster_vocab::{Provenance, ReasonCode};
use proptest::prelude::*;
use std::sync::LazyLock;

macro_rules! files {
    ($($name:literal),+) => {
        [$(($name, include_str!(concat!("../../../programmes/international-legion/policy/", $name)))),+]
    };
}

static FILES: [(&str, &str); 10] = files![
    "facts.toml",
    "published.toml",
    "texts.en.toml",
    "texts.uk.toml",
    "v1.toml",
    "v1.examples.toml",
    "v2.toml",
    "v2.examples.toml",
    "v3.toml",
    "v3.examples.toml"
];

static POLICY: LazyLock<Policy> = LazyLock::new(|| Policy::read(&FILES).expect("the policy reads"));

fn edition(id: &str) -> &'static Edition {
    POLICY.edition(id).expect("the edition exists")
}

/// A veteran of 33 from the United States; each test says what differs.
fn veteran() -> Facts {
    let mut facts = Facts::new(POLICY.schema());
    let usual = [
        ("age", Value::Number(33)),
        ("nationalities", words(&["US"])),
        ("residence", word("US")),
        ("serving", word("no")),
        ("criminal_record", Value::YesNo(false)),
        ("experience", word("combat")),
        ("needed_skill", Value::YesNo(false)),
        ("languages", words(&["en"])),
        ("medical_bar", Value::YesNo(false)),
        ("wants_non_combat", Value::YesNo(false)),
    ];
    for (name, value) in usual {
        facts.set(name, value, Provenance::Declared).expect("the value fits");
    }
    facts
}

fn but(name: &str, value: Value) -> Facts {
    let mut facts = veteran();
    facts.set(name, value, Provenance::Seen).expect("the value fits");
    facts
}

fn word(word: &str) -> Value {
    Value::Word(word.to_owned())
}

fn words(words: &[&str]) -> Value {
    Value::Words(words.iter().map(|word| (*word).to_owned()).collect())
}

fn explain(edition: &Edition, facts: &Facts) -> String {
    let determination = edition.evaluate(facts);
    let mut lines = vec![determination.outcome.to_string()];
    for finding in &determination.findings {
        let verdict = if finding.verdict == Verdict::Fired { "fires" } else { "cannot be told" };
        lines.push(format!("{} {} {verdict}", finding.reason, finding.rule));
        for evidence in &finding.evidence {
            let value = evidence.value.as_deref().unwrap_or("-");
            lines.push(format!("  {}: {value} ({})", evidence.fact, evidence.known));
        }
        lines.push(format!("  would not fire if {}", finding.change_in_words()));
    }
    lines.join("\n")
}

#[test]
fn the_policy_of_the_founding_programme_is_sound() {
    insta::assert_snapshot!(check(&FILES), @r#"0 problems, 3 editions, 34 rules, 2 languages, 72 examples, 93 combinations of facts tried"#);
}

#[test]
fn a_published_edition_is_in_force_from_its_day_to_the_next() {
    let on = |month, day| POLICY.in_force_on(jiff::civil::date(2022, month, day)).map(Edition::id);
    assert_eq!(on(2, 26), None);
    assert_eq!(on(2, 27), Some("v1"));
    assert_eq!(on(3, 2), Some("v2"));
    assert_eq!(on(3, 12), Some("v2"));
    assert_eq!(on(3, 13), Some("v3"));
}

#[test]
fn a_published_edition_that_was_touched_is_refused() {
    let mut files = FILES.map(|(name, text)| (name, text.to_owned()));
    let v2 = files.iter_mut().find(|(name, _)| *name == "v2.toml").expect("v2 is there");
    v2.1 = v2.1.replace("above = 60", "above = 65");
    let problems = Policy::read(&files).expect_err("it is refused");
    insta::assert_snapshot!(problems[0], @r#"
    v2.toml:1:1: edition `v2` is published and its bytes have changed
      help: an edition is immutable once published; undo the change and write a new edition
    "#);
}

#[test]
fn a_refusal_says_why_on_what_evidence_and_what_would_change_it() {
    insta::assert_snapshot!(explain(edition("v3"), &but("experience", word("military"))), @r#"
    refuse_proposed
    R07 no-combat-or-skill fires
      experience: military (seen)
      needed_skill: no (declared)
      would not fire if experience is combat; or needed_skill is yes
    "#);
    insta::assert_snapshot!(explain(edition("v2"), &but("experience", word("none"))), @r#"
    refuse_proposed
    R07 no-experience-or-skill fires
      experience: none (seen)
      needed_skill: no (declared)
      would not fire if experience is police_medic, military or combat; or needed_skill is yes
    "#);
}

#[test]
fn a_partial_birth_date_leaves_the_age_open() {
    insta::assert_snapshot!(explain(edition("v3"), &but("age", Value::Range { low: 17, high: 18 })), @r#"
    tentative
    R01 under-age cannot be told
      age: 17 to 18 (seen)
      would not fire if age is at least 18 years
    "#);
}

#[test]
fn a_minor_is_found_even_when_only_the_year_of_birth_is_known() {
    let determination = edition("v3").evaluate(&but("age", Value::Range { low: 15, high: 16 }));
    assert_eq!(determination.primary().map(|finding| finding.reason), Some(ReasonCode::UnderAge));
}

#[test]
fn debug_shows_codes_and_no_answers() {
    let facts = but("nationalities", words(&["RU"]));
    let shown = format!("{:?} {facts:?}", edition("v3").evaluate(&facts));
    insta::assert_snapshot!(shown, @r#"Determination(v3, refuse_proposed, [R03 Fired]) Facts["age", "nationalities", "residence", "serving", "criminal_record", "experience", "needed_skill", "languages", "medical_bar", "wants_non_combat"]"#);
}

#[test]
fn a_soldier_without_combat_flips_when_the_third_edition_comes() {
    let facts = but("experience", word("military"));
    let flip = compare(&edition("v2").evaluate(&facts), &edition("v3").evaluate(&facts));
    let Some(Flip { before, after, fires, stops }) = flip else { panic!("it flips") };
    assert_eq!((before, after), (Outcome::Eligible, Outcome::RefuseProposed));
    assert_eq!(fires.iter().map(|changed| changed.rule.as_str()).collect::<Vec<_>>(), ["no-combat-or-skill"]);
    assert!(stops.is_empty());
}

#[test]
fn the_same_reason_under_another_rule_is_no_flip() {
    let facts = but("experience", word("none"));
    assert_eq!(compare(&edition("v2").evaluate(&facts), &edition("v3").evaluate(&facts)), None);
}

#[test]
fn every_rule_is_explained_in_both_languages_and_not_in_the_same_words() {
    for rule in POLICY.editions().iter().flat_map(Edition::rules) {
        let english = POLICY.text("en", &rule.id).expect("English");
        let ukrainian = POLICY.text("uk", &rule.id).expect("Ukrainian");
        assert_ne!(english.why, ukrainian.why, "{}", rule.id);
    }
}

/// Any fact sheet: each fact known or not.
fn any_facts() -> impl Strategy<Value = Facts> {
    let age = prop_oneof![
        (0..=100_i64).prop_map(Value::Number),
        (0..=100_i64, 0..=1_i64).prop_map(|(low, more)| Value::Range { low, high: low + more })
    ];
    let codes = |codes: &'static [&'static str]| {
        proptest::sample::subsequence(codes, 0..=codes.len()).prop_map(|chosen| words(&chosen))
    };
    let one_of = |from: &'static [&'static str]| proptest::sample::select(from).prop_map(word);
    let yes_no = || proptest::option::of(any::<bool>().prop_map(Value::YesNo));
    let known = (
        proptest::option::of(age),
        proptest::option::of(codes(&["US", "RU", "UA", "CA"])),
        proptest::option::of(one_of(&["no", "reservist", "serving"])),
        proptest::option::of(one_of(&["none", "police_medic", "military", "combat"])),
        proptest::option::of(codes(&["en", "uk", "pl", "ru", "pt"])),
        (yes_no(), yes_no(), yes_no(), yes_no(), yes_no(), yes_no()),
    );
    known.prop_map(|(age, nationalities, serving, experience, languages, asked)| {
        let (criminal, skill, medical, non_combat, genuine, vettable) = asked;
        let all = [
            ("age", age),
            ("nationalities", nationalities),
            ("serving", serving),
            ("experience", experience),
            ("languages", languages),
            ("criminal_record", criminal),
            ("needed_skill", skill),
            ("medical_bar", medical),
            ("wants_non_combat", non_combat),
            ("genuine", genuine),
            ("vettable", vettable),
        ];
        let mut facts = Facts::new(POLICY.schema());
        for (name, value) in all {
            if let Some(value) = value {
                facts.set(name, value, Provenance::Declared).expect("the value fits");
            }
        }
        facts
    })
}

fn any_edition() -> impl Strategy<Value = &'static Edition> {
    proptest::sample::select(POLICY.editions().iter().collect::<Vec<_>>())
}

/// Fills what is not known on one sheet from another, but for what the programme assumes; narrows an age range.
fn learn(known: &Facts, more: &Facts) -> Facts {
    let mut learnt = known.clone();
    for fact in POLICY.schema().facts().iter().filter(|fact| fact.assume.is_none()) {
        let (here, there) = (known.get(&fact.name), more.get(&fact.name));
        let new = match (here, there) {
            (None, Some((value, _))) => value.clone(),
            (Some((Value::Range { low, .. }, _)), _) => Value::Number(*low),
            _ => continue,
        };
        learnt.set(&fact.name, new, Provenance::Verified).expect("the value fits");
    }
    learnt
}

proptest! {
    #[test]
    fn knowing_more_never_takes_back_what_fired(
        edition in any_edition(), known in any_facts(), more in any_facts()
    ) {
        let (before, after) = (edition.outcome(&known), edition.outcome(&learn(&known, &more)));
        for rule in before.fired.iter() {
            prop_assert!(after.fired.contains(rule));
        }
        for rule in after.undecided.iter() {
            prop_assert!(before.undecided.contains(rule));
        }
    }

    #[test]
    fn nobody_is_eligible_while_anything_is_open(edition in any_edition(), facts in any_facts()) {
        let ruling = edition.outcome(&facts);
        let is_clear = ruling.fired.is_empty() && ruling.undecided.is_empty();
        prop_assert_eq!(ruling.outcome == Outcome::Eligible, is_clear);
    }

    #[test]
    fn nobody_is_eligible_whom_a_later_answer_would_bar(
        edition in any_edition(), known in any_facts(), more in any_facts()
    ) {
        if edition.outcome(&known).outcome == Outcome::Eligible {
            prop_assert_eq!(edition.outcome(&learn(&known, &more)).outcome, Outcome::Eligible);
        }
    }

    #[test]
    fn a_veteran_who_leaves_a_question_open_is_not_eligible(
        edition in any_edition(),
        question in proptest::sample::select(vec![
            "age", "nationalities", "serving", "criminal_record", "medical_bar", "wants_non_combat",
        ])
    ) {
        let mut facts = veteran();
        prop_assert_eq!(edition.outcome(&facts).outcome, Outcome::Eligible);
        facts.forget(question).expect("it is declared");
        prop_assert_eq!(edition.outcome(&facts).outcome, Outcome::Tentative);
    }

    #[test]
    fn the_quick_way_and_the_explained_way_agree(edition in any_edition(), facts in any_facts()) {
        let (ruling, determination) = (edition.outcome(&facts), edition.evaluate(&facts));
        prop_assert_eq!(ruling.outcome, determination.outcome);
        let quick: Vec<&str> = ruling.fired.iter().map(|rule| edition.rules()[rule].id.as_str()).collect();
        let explained: Vec<&str> = determination.fired().map(|finding| finding.rule.as_str()).collect();
        prop_assert_eq!(quick, explained);
    }

    #[test]
    fn every_finding_names_its_evidence_and_a_way_to_change_it(
        edition in any_edition(), facts in any_facts()
    ) {
        for finding in edition.evaluate(&facts).findings {
            prop_assert!(!finding.evidence.is_empty());
            prop_assert!(finding.change.iter().all(|way| !way.is_empty()) && !finding.change.is_empty());
            prop_assert!(finding.change.iter().flatten().all(|need| !need.is_met(&facts)));
        }
    }

    #[test]
    fn a_rule_stops_firing_as_soon_as_one_of_its_needs_is_met(
        edition in any_edition(), facts in any_facts(), other in any_facts()
    ) {
        for finding in edition.evaluate(&facts).findings {
            for way in &finding.change {
                // The other person's answers stand for a change of heart, of papers or of age.
                let mut changed = facts.clone();
                for need in way {
                    if let Some((value, provenance)) = other.get(need.fact()) {
                        changed.set(need.fact(), value.clone(), provenance).expect("the value fits");
                    }
                }
                if way.iter().all(|need| need.is_met(&changed)) {
                    let still = edition.evaluate(&changed).findings;
                    prop_assert!(still.iter().all(|left| left.rule != finding.rule));
                }
            }
        }
    }

    #[test]
    fn which_reasons_fire_does_not_depend_on_the_order_of_the_rules(
        facts in any_facts(), order in Just((0..12_usize).collect::<Vec<_>>()).prop_shuffle()
    ) {
        let v3 = edition("v3");
        prop_assert_eq!(v3.rules().len(), order.len());
        let shuffled = reordered(POLICY.schema(), &order);
        let reasons = |edition: &Edition| {
            let mut fired: Vec<ReasonCode> =
                edition.outcome(&facts).fired.iter().map(|rule| edition.rules()[rule].reason).collect();
            fired.sort_unstable();
            fired
        };
        prop_assert_eq!(reasons(v3), reasons(&shuffled));
    }
}

/// The third edition with its rules written in another order.
fn reordered(schema: &Schema, order: &[usize]) -> Edition {
    let text = FILES.iter().find(|(name, _)| *name == "v3.toml").expect("v3 is there").1;
    let mut parts = text.split("[[rule]]");
    let head = parts.next().expect("a head").to_owned();
    let rules: Vec<&str> = parts.collect();
    let body: String = order.iter().flat_map(|rule| ["[[rule]]", rules[*rule]]).collect();
    Edition::read(schema, "v3.toml", &(head + &body)).expect("it reads")
}
