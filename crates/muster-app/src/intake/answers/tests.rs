//! Answers as people type them.

use super::*;
use jiff::civil::date;
use muster_case::intake::{Experience, Serving};
use proptest::prelude::*;

fn today() -> Date {
    date(2022, 3, 3)
}

/// Answers of somebody who may be sent, with some changed; an empty one is taken away.
fn told(changed: &[(&str, &str)]) -> RawAnswers {
    let mut answers: std::collections::BTreeMap<String, String> = [
        ("given", "John"),
        ("family", "Doe"),
        ("born.day", "27"),
        ("born.month", "3"),
        ("born.year", "1990"),
        ("nationalities.0", "US"),
        ("residence", "CA"),
        ("email", "john@example.org"),
        ("help_how", "combat"),
        ("experience", "combat"),
        ("languages", "en"),
        ("serving", "no"),
    ]
    .map(|(field, text)| (field.to_owned(), text.to_owned()))
    .into();
    for (field, text) in changed {
        answers.insert((*field).to_owned(), (*text).to_owned());
    }
    answers.retain(|_, text| !text.is_empty());
    RawAnswers(answers)
}

fn dossier(changed: &[(&str, &str)]) -> Dossier {
    read(&told(changed), today()).expect("nothing is wrong with these answers").dossier
}

/// What is wrong: field and word.
fn wrong(changed: &[(&str, &str)]) -> Vec<(String, &'static str)> {
    let faults = read(&told(changed), today()).err().unwrap_or_default();
    faults.into_iter().map(|fault| (fault.field, fault.fault.word())).collect()
}

fn one(field: &str, word: &'static str) -> Vec<(String, &'static str)> {
    vec![(field.to_owned(), word)]
}

#[test]
fn the_words_of_faults_are_those_of_the_messages() {
    let words: Vec<&str> = Fault::ALL.iter().map(|fault| fault.word()).collect();
    insta::assert_snapshot!(words.join(" "), @"missing not-a-date no-such-day in-future too-long-ago too-long not-a-number not-an-email not-a-phone mixed-scripts no-such-choice control-characters not-a-document twice contact-missing");
}

#[test]
fn everything_that_is_missing_is_told_at_once() {
    let faults = read(&RawAnswers::default(), today()).unwrap_err();
    let told: Vec<String> =
        faults.iter().map(|fault| format!("{} {}", fault.field, fault.fault.word())).collect();
    insta::assert_snapshot!(told.join("\n"), @"
    family missing
    born missing
    nationalities.0 missing
    residence missing
    email contact-missing
    experience missing
    languages missing
    serving missing
    ");
}

#[test]
fn a_month_may_be_a_name_in_either_language() {
    for month in ["3", "03", "March", "mar", "березень", "березня"] {
        assert_eq!(dossier(&[("born.month", month)]).identity.born.to_string(), "1990-03-27", "{month}");
    }
}

#[test]
fn as_much_of_a_birthday_as_is_known_will_do() {
    let year = [("born.day", ""), ("born.month", "")];
    assert_eq!(dossier(&year).identity.born.to_string(), "1990");
    assert_eq!(dossier(&year[..1]).identity.born.to_string(), "1990-03");
    assert_eq!(wrong(&[("born.month", "")]), one("born", "not-a-date"));
    assert_eq!(wrong(&[("born.year", "")]), one("born", "not-a-date"));
}

#[test]
fn a_date_that_cannot_be_is_asked_again_with_what_is_wrong() {
    let born = |day, month, year| wrong(&[("born.day", day), ("born.month", month), ("born.year", year)]);
    assert_eq!(born("27", "3", "90"), one("born", "not-a-date"), "a year of two digits");
    assert_eq!(born("27", "Brumaire", "1990"), one("born", "not-a-date"));
    assert_eq!(born("30", "2", "1990"), one("born", "no-such-day"));
    assert_eq!(born("1", "13", "1990"), one("born", "no-such-day"));
    assert_eq!(born("4", "3", "2022"), one("born", "in-future"));
    assert_eq!(born("3", "3", "2022"), []);
    assert_eq!(born("", "4", "2022"), one("born", "in-future"));
    assert_eq!(born("", "", "2022"), []);
    assert_eq!(born("1", "1", "2190"), one("born", "in-future"));
    assert_eq!(born("1", "1", "1890"), one("born", "too-long-ago"));
}

#[test]
fn names_are_kept_as_typed_in_any_script_and_with_any_apostrophe() {
    for (given, family) in [
        ("", "Suharto"),
        ("Дем'ян", "Лук’янчук"),
        ("Мар\u{2bc}яна", "Стельмах-Smith"),
        ("محمد", "الفاتح"),
        ("小明", "王"),
        ("María José", "de la Cruz"),
    ] {
        let name = dossier(&[("given", given), ("family", family)]).identity.name;
        assert_eq!((name.given.as_str(), name.family.as_str()), (given, family));
    }
}

#[test]
fn a_word_of_two_scripts_is_asked_about_once() {
    // The first letter is Cyrillic.
    let mixed = ("given", "Іvan");
    assert_eq!(wrong(&[mixed]), one("given", "mixed-scripts"));
    assert_eq!(dossier(&[mixed, ("names_as_typed", "yes")]).identity.name.given, "Іvan");
    assert_eq!(wrong(&[("family", "Doe-Іваненко")]), [], "two words of two scripts are two words");
}

#[test]
fn a_word_of_two_scripts_may_have_been_meant_otherwise() {
    assert_eq!(suggestion("Іvan Doe").as_deref(), Some("Ivan Doe"));
    assert_eq!(suggestion("Дмитpo").as_deref(), Some("Дмитро"));
    assert_eq!(suggestion("O'Нiл-Cмiт").as_deref(), Some("О'Ніл-Сміт"));
    assert_eq!(suggestion("Ivan Іван"), None, "each word is of one script");
    assert_eq!(suggestion("Жwan"), None, "neither letter has a twin");
}

#[test]
fn numbers_and_addresses_that_reach_nobody_are_told() {
    assert_eq!(wrong(&[("email", "john@nowhere")]), one("email", "not-an-email"));
    assert_eq!(wrong(&[("phone", "202 555 0143")]), one("phone", "not-a-phone"));
    assert_eq!(wrong(&[("email", ""), ("phone", "+1 202 555 0143")]), []);
    assert_eq!(wrong(&[("email", "")]), one("email", "contact-missing"));
}

#[test]
fn what_is_no_answer_to_choose_from_is_told() {
    for (field, text) in [
        ("experience", "hero"),
        ("serving", "maybe"),
        ("residence", "ZZ"),
        ("nationalities.0", "United States"),
        ("languages", "en klingon"),
        ("criminal_record", "perhaps"),
        ("help_how", "money"),
        ("sex", "dog"),
        ("skills", "medic <script>"),
        ("kin_choice", "later"),
    ] {
        assert_eq!(wrong(&[(field, text)]), one(field, "no-such-choice"), "{field}");
    }
    assert_eq!(wrong(&[("nationalities.2", "us")]), one("nationalities.2", "twice"));
    assert_eq!(wrong(&[("service_years", "many")]), one("service_years", "not-a-number"));
    assert_eq!(wrong(&[("family", "Do\u{7}e")]), one("family", "control-characters"));
    assert_eq!(wrong(&[("family", &"o".repeat(201))]), one("family", "too-long"));
    assert_eq!(wrong(&[("boots", &"4".repeat(4_001))]), one("boots", "too-long"));
    assert_eq!(wrong(&[("words", "two\nlines")]), []);
}

#[test]
fn whoever_does_not_know_has_not_answered() {
    let disclosed = dossier(&[("criminal_record", "dont_know"), ("medical_bar", "no")]).disclosures;
    assert_eq!((disclosed.criminal_record, disclosed.medical_bar), (None, Some(false)));
    assert_eq!(wrong(&[("experience", "dont_know")]), one("experience", "missing"));
}

#[test]
fn a_document_is_an_issuer_with_a_number() {
    let number = ("document_number", "ab 12-34");
    let document =
        dossier(&[number, ("document_issuer", "US"), ("document_expires.year", "2030")]).identity.document;
    let document = document.unwrap();
    assert_eq!(
        (document.number.as_str(), document.expires.unwrap().to_string().as_str()),
        ("AB1234", "2030")
    );
    assert_eq!(wrong(&[number]), one("document_issuer", "missing"));
    assert_eq!(
        wrong(&[("document_issuer", "US"), ("document_number", "12")]),
        one("document_number", "not-a-document")
    );
    assert_eq!(dossier(&[("document_issuer", "US")]).identity.document, None);
}

#[test]
fn a_page_is_told_what_is_wrong_with_its_own_fields() {
    let answers = told(&[("email", "nobody"), ("born.year", "90"), ("document_number", "1234567")]);
    let found = |fields: &[&str]| -> Vec<String> {
        faults_of(&answers, fields, today()).into_iter().map(|fault| fault.field).collect()
    };
    assert_eq!(found(&["email", "phone"]), ["email"]);
    assert_eq!(found(&["born"]), ["born"]);
    assert_eq!(
        found(&["document_number"]),
        ["document_issuer"],
        "the number shows that the issuer is missing"
    );
    assert!(found(&["given", "family", "bor"]).is_empty());
    let answers = told(&[("service.1.from", "12")]);
    assert_eq!(faults_of(&answers, &["service"], today())[0].field, "service.1.from");
}

#[test]
fn service_and_a_programmes_own_questions_are_kept() {
    let background = dossier(&[
        ("service.0.country", "CA"),
        ("service.0.force", "Army"),
        ("service.0.from", "2009"),
        ("service.0.to", "2013"),
        ("service.0.combat", "yes"),
        ("service.3.role", "medic"),
        ("available", "two_weeks"),
        ("skills", "medic drone medic"),
        ("trade", "helicopter_pilot"),
    ])
    .background;
    assert_eq!((background.experience, background.serving), (Experience::Combat, Serving::No));
    assert_eq!((background.service.len(), background.service[0].to), (2, Some(2013)));
    assert_eq!(background.own, [("available".to_owned(), "two_weeks".to_owned())].into());
    assert_eq!((background.skills.len(), background.trade.as_deref()), (2, Some("helicopter_pilot")));
}

#[test]
fn kin_are_named_or_declined_or_not_asked_yet() {
    let kin = |changed: &[(&str, &str)]| read(&told(changed), today()).unwrap().kin;
    assert_eq!(kin(&[]), None);
    assert_eq!(kin(&[("kin_choice", "decline"), ("kin.0.name", "Jane")]), Some(vec![]));
    let name = ("kin_choice", "name");
    let named = kin(&[name, ("kin.0.name", "Jane Doe"), ("kin.0.languages", "uk en")]).unwrap();
    assert_eq!((named[0].name.full().as_str(), named[0].language.code()), ("Jane Doe", "uk"));
    assert_eq!(named[0].other_languages, ["en".parse().unwrap()]);
    let alone = kin(&[name, ("kin.0.name", "Jane Doe")]).unwrap();
    assert_eq!(alone[0].language.code(), "en", "as the applicant speaks");
    assert_eq!(wrong(&[name]), one("kin.0.name", "missing"));
    assert_eq!(
        wrong(&[name, ("kin.0.name", "Jane"), ("kin.1.phone", "+12025550143")]),
        one("kin.1.name", "missing")
    );
}

#[test]
fn the_countries_named_are_those_a_notice_is_read_for() {
    let named = countries(&told(&[("nationalities.1", "CA"), ("nationalities.2", "GB")]));
    assert_eq!(named, ["US", "CA", "GB"].map(|code| code.parse().unwrap()));
}

#[test]
fn debug_shows_nothing_of_what_was_read() {
    assert_eq!(format!("{:?}", read(&told(&[]), today()).unwrap()), "sealed");
}

/// A line as people type it, no blank at the ends.
fn line() -> impl Strategy<Value = String> {
    "[A-Za-zÀ-ÿ'’ʼ][A-Za-zÀ-ÿ'’ʼ .,-]{0,20}[A-Za-zÀ-ÿ.]".prop_map(|text| text.trim().to_owned())
}

fn maybe(text: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), text]
}

prop_compose! {
    fn answers()(
        names in (maybe(line()), line(), maybe("[А-Яа-яїЇ]{1,12}"), "[А-Яа-яіІ]{1,12}"),
        born in (1_i8..=28, 1_i8..=12, 1900_i16..=2021, 0_usize..3),
        more in (0_usize..4, any::<bool>(), any::<bool>(), 0_u8..=80, maybe("[A-Z0-9]{4,24}")),
        service in proptest::collection::vec((line(), maybe(line()), 1900_i16..=2022, any::<bool>()), 0..=5),
        texts in (maybe(line()), maybe(line()), maybe(line())),
    ) -> RawAnswers {
        let (day, month, year, known) = born;
        let (experience, yes, other, years, number) = more;
        let part = |least, value: String| if known >= least { value } else { String::new() };
        let word = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
        let experience = ["none", "police_medic", "military", "combat"][experience];
        let mut changed = vec![
            ("given", names.0), ("family", names.1), ("given_original", names.2), ("family_original", names.3),
            ("names_as_typed", "yes".to_owned()),
            ("born.year", year.to_string()), ("born.month", part(1, month.to_string())),
            ("born.day", part(2, day.to_string())), ("experience", experience.to_owned()),
            ("criminal_record", word(yes)), ("ties", word(other)), ("service_years", years.to_string()),
            ("help_how", if other { "other" } else { "combat" }.to_owned()),
            ("document_issuer", if number.is_empty() { String::new() } else { "US".to_owned() }),
            ("document_number", number), ("skills", "medic drone".to_owned()),
            ("words", texts.0), ("health_words", texts.1), ("available", texts.2),
        ];
        let fields: Vec<[String; 4]> = (0..service.len())
            .map(|turn| ["force", "role", "to", "combat"].map(|name| format!("service.{turn}.{name}")))
            .collect();
        for (names, (force, role, to, combat)) in fields.iter().zip(service) {
            changed.extend([
                (names[0].as_str(), force), (names[1].as_str(), role),
                (names[2].as_str(), to.to_string()), (names[3].as_str(), word(combat)),
            ]);
        }
        let changed: Vec<(&str, &str)> = changed.iter().map(|(field, text)| (*field, text.as_str())).collect();
        told(&changed)
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// What was sent comes back as answers that say the same.
    #[test]
    fn a_dossier_and_its_answers_say_the_same(answers in answers()) {
        let told = read(&answers, today()).map_err(|faults| TestCaseError::fail(format!("{faults:?}")))?.dossier;
        let again = read(&from_dossier(&told), today()).map_err(|faults| TestCaseError::fail(format!("{faults:?}")))?;
        prop_assert!(again.dossier == told);
    }

    /// Whatever is typed, reading ends, and no fault names a field that nobody knows.
    #[test]
    fn nothing_that_is_typed_breaks_the_reading(field in "[a-z_]{1,12}(\\.[0-9a-z]{1,5}){0,2}", text in ".{0,40}") {
        let mut answers = told(&[("kin_choice", "name"), ("kin.0.name", "Jane")]);
        answers.0.insert(field.clone(), text);
        let _ = suggestion(&answers.0[&field]);
        let read = read(&answers, today());
        prop_assert!(read.as_ref().err().is_none_or(|faults| !faults.is_empty()), "refused without a word");
        for fault in read.err().unwrap_or_default() {
            let concerns = answers.0.keys().any(|known| known.starts_with(&fault.field)) || fault.fault == Fault::Missing;
            prop_assert!(concerns, "{}", fault.field);
        }
    }
}
