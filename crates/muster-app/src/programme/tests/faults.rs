use super::{super::ProgrammeError, embedded, owned, with_portal};

/// What is said about the founding portal after `change` was made to a file of it.
fn told(file: &str, change: impl Fn(&str) -> String) -> String {
    let mut files = owned(embedded::PORTAL);
    let (_, text) = files.iter_mut().find(|(name, _)| name == file).unwrap();
    let changed = change(text);
    assert_ne!(*text, changed, "the fault was not planted");
    *text = changed;
    match with_portal(&files) {
        Err(ProgrammeError::Portal(faults)) => {
            faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
        }
        Err(other) => panic!("{other}"),
        Ok(_) => String::from("nothing"),
    }
}

fn replaced<'a>(from: &'a str, to: &'a str) -> impl Fn(&str) -> String + 'a {
    move |text| text.replacen(from, to, 1)
}

/// The text without the lines that begin so.
fn without(begin: &str) -> impl Fn(&str) -> String + '_ {
    move |text| text.split_inclusive('\n').filter(|line| !line.starts_with(begin)).collect()
}

const QUESTIONS: &str = "questions.toml";

#[test]
fn a_question_that_is_asked_but_not_defined_is_told() {
    insta::assert_snapshot!(told(QUESTIONS, replaced("\"help-how\", \"born\"", "\"help-haw\", \"born\"")), @"portal/questions.toml: the pre-check asks `help-haw`, which no question defines");
    insta::assert_snapshot!(told(QUESTIONS, replaced("[\"skills\", \"languages\"]", "[\"skill\", \"languages\"]")), @r"
    portal/questions.toml: `skills` belongs to no task: nobody is ever asked
    portal/questions.toml: the task `skills-and-languages` asks `skill`, which no question defines
    ");
}

#[test]
fn a_task_without_questions_is_told_and_a_question_in_two_tasks() {
    insta::assert_snapshot!(told(QUESTIONS, replaced("questions = [\"contact\"]", "questions = []")), @r"
    portal/questions.toml: `contact` belongs to no task: nobody is ever asked
    portal/questions.toml: the task `contact` has no question
    ");
    insta::assert_snapshot!(told(QUESTIONS, replaced("[\"contact\"]", "[\"contact\", \"born\"]")), @"portal/questions.toml: `born` is asked twice: a question belongs to one task");
}

#[test]
fn a_question_that_waits_for_what_nobody_asks_is_told() {
    insta::assert_snapshot!(told(QUESTIONS, replaced("{ field = \"kin_choice\"", "{ field = \"kin_chioce\"")), @"portal/questions.toml: `kin` waits for the field `kin_chioce`, which no question has");
    insta::assert_snapshot!(told(QUESTIONS, replaced("one_of = [\"name\"]", "one_of = [\"named\"]")), @"portal/questions.toml: `kin` waits for the answer `named`, which `kin_choice` does not offer");
}

#[test]
fn what_a_question_cannot_be_is_told() {
    insta::assert_snapshot!(told(QUESTIONS, replaced("id = \"born\"\n", "id = \"born\"\ntap = true\n")), @"portal/questions.toml: `born` cannot be answered by one tap: it needs one field that is a choice or yes_no");
    insta::assert_snapshot!(told(QUESTIONS, replaced("name = \"kin.phone\"", "name = \"phone\"")), @r"
    portal/en/questions.ftl: `field-kin-phone-hint` belongs to nothing the portal asks
    portal/en/questions.ftl: `field-kin-phone-missing` belongs to nothing the portal asks
    portal/en/questions.ftl: `field-kin-phone` belongs to nothing the portal asks
    portal/questions.toml: `kin`: the field `phone` does not begin with `kin.`
    portal/questions.toml: the field `phone` stands twice
    portal/uk/questions.ftl: `field-kin-phone-hint` belongs to nothing the portal asks
    portal/uk/questions.ftl: `field-kin-phone-missing` belongs to nothing the portal asks
    portal/uk/questions.ftl: `field-kin-phone` belongs to nothing the portal asks
    ");
    insta::assert_snapshot!(told(QUESTIONS, replaced("\"US\", \"CA\"", "\"US\", \"Canada\"")), @"portal/questions.toml: the field `nationalities` offers `Canada`, which is no such code or word");
    insta::assert_snapshot!(told(QUESTIONS, replaced("most = 5", "most = 50")), @"portal/questions.toml: `service-record` is answered up to 50 times: 2 to 9 are right");
}

#[test]
fn a_needed_skill_that_nobody_can_name_is_told() {
    let without_drones = |text: &str| {
        text.replace("\"eod\", \"drone\",", "\"eod\",").replace("\"engineer\", \"drone\",", "\"engineer\",")
    };
    let told = told(QUESTIONS, without_drones);
    assert!(
        told.contains("questions.toml: the needed skill `drone` is no answer of `skills` or `trade`"),
        "{told}"
    );
}

#[test]
fn a_message_that_is_missing_in_one_language_or_in_all_is_told() {
    insta::assert_snapshot!(told("uk/questions.ftl", without("question-born =")), @"portal/en/questions.ftl: line 13: `question-born` is not in uk; write it there, or take it out here");
    insta::assert_snapshot!(told(QUESTIONS, replaced("\"three_months\", \"later\"", "\"three_months\", \"never\"")), @r"
    portal/en: the message `choice-available-never` is missing
    portal/en/questions.ftl: `choice-available-later` belongs to nothing the portal asks
    portal/uk/questions.ftl: `choice-available-later` belongs to nothing the portal asks
    ");
    for begin in ["purpose-screening =", "field-born =", "choice-sex-male =", "task-family ="] {
        let file = if begin.starts_with("purpose") { "uk/programme.ftl" } else { "uk/questions.ftl" };
        let id = begin.trim_end_matches(" =");
        assert!(told(file, without(begin)).contains(&format!("`{id}` is not in uk")), "{id}");
    }
}

#[test]
fn a_message_that_cannot_be_read_or_stands_twice_is_told_with_its_line() {
    insta::assert_snapshot!(told("en/help.ftl", |text| format!("{text}help-other-aid = Again\n")), @"portal/en/help.ftl: line 7: `help-other-aid` is already in en/help.ftl:2; give one of them another name");
    let told = told("uk/help.ftl", |text| format!("{text}help-other-sea = {{ $ship\n"));
    assert!(told.contains("portal/uk/help.ftl: line "), "{told}");
}

#[test]
fn a_notice_without_source_and_one_that_says_more_than_is_known_are_told() {
    let without_sources = |text: &str| {
        let (before, rest) = text.split_once("sources = [").unwrap();
        format!("{before}{}", rest.split_once("\n]\n").unwrap().1)
    };
    insta::assert_snapshot!(told("notices/NO.toml", without_sources), @"portal/notices/NO.toml: has no source: say where it is written");
    insta::assert_snapshot!(told("notices/NO.toml", replaced("\"high\"", "\"medium\"")), @"portal/notices/NO.toml: has a text without being sure: only a notice of high confidence may have one");
    insta::assert_snapshot!(told("notices/IL.toml", replaced("\"low\"", "\"high\"")), @r"
    portal/notices/IL.toml: the text is missing in `en`
    portal/notices/IL.toml: the text is missing in `uk`
    ");
    insta::assert_snapshot!(told("notices/NO.toml", replaced("  \"The Judge Advocate General has said so.\",\n", "")), @"portal/notices/NO.toml: `en`: the effect takes two to five sentences, not 1");
    insta::assert_snapshot!(told("notices/NO.toml", replaced("\"NO\"", "\"SE\"")), @"portal/notices/NO.toml: speaks of SE: name it SE.toml");
}

#[test]
fn a_question_of_understanding_without_a_right_answer_is_told() {
    insta::assert_snapshot!(told("notices/general.toml", replaced("right = \"myself\"", "right = \"me\"")), @"portal/notices/general.toml: the right answer `me` is none of the answers");
    insta::assert_snapshot!(told("notices/general.toml", replaced("id = \"kit\"", "id = \"gear\"")), @"portal/notices/general.toml: `uk`: the risks are not those of the other languages, in their order");
}

#[test]
fn a_mission_that_nobody_could_tell_from_an_impostor_is_told() {
    let missions = |text: &str| {
        let first = text.find("[[mission.official]]").unwrap();
        let next = text[first..].find("\n# Recruiting").unwrap();
        format!("{}{}", &text[..first], &text[first + next..]).replace("Europe/London", "Europe/Londn")
    };
    let faulty = |text: &str| missions(text).replacen("mission]]\ncode", "mission]]\nofficial = []\ncode", 1);
    insta::assert_snapshot!(told("missions.toml", faulty), @r"
    portal/missions.toml: `gb-london`: there is no time zone `Europe/Londn`
    portal/missions.toml: `us-washington` has no official address: nobody could tell it from an impostor
    ");
}

#[test]
fn a_word_that_no_file_knows_is_told_with_its_line() {
    insta::assert_snapshot!(told(QUESTIONS, replaced("minutes = 3", "minuets = 3")), @"portal/questions.toml: line 14: unknown field `minuets`, expected one of `id`, `minutes`, `questions`");
    insta::assert_snapshot!(told("notices/US.toml", replaced("edition =", "editon =")), @"portal/notices/US.toml: line 3: unknown field `editon`, expected one of `country`, `edition`, `confidence`, `checked_on`, `reviewer`, `posture_for_mission`, `sources`, `text`");
    let mut files = owned(embedded::PORTAL);
    files.retain(|(name, _)| name != "missions.toml");
    files.push(("notes.txt".into(), String::new()));
    insta::assert_snapshot!(with_portal(&files).unwrap_err().to_string(), @r"
    the portal has 2 fault(s):
    portal/notes.txt: is no file of a portal
    portal/missions.toml: is missing
    ");
}
