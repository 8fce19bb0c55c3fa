use super::founding;
use muster_case::intake::RawAnswers;

fn answers(given: &[(&str, &str)]) -> RawAnswers {
    RawAnswers(given.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect())
}

#[test]
fn the_pre_check_is_short_and_asks_for_no_name() {
    let programme = founding();
    let asked: Vec<_> = programme.portal().pre_check().collect();
    assert!((5..=7).contains(&asked.len()));
    let names: Vec<String> = asked.iter().flat_map(|question| question.names(0)).collect();
    assert!(names.iter().all(|name| !["given", "family", "email", "phone"].contains(&name.as_str())));
}

#[test]
fn the_date_of_birth_is_asked_before_the_name() {
    let programme = founding();
    let portal = programme.portal();
    let order: Vec<&str> = portal
        .tasks()
        .iter()
        .flat_map(|task| portal.questions_of(task))
        .map(|question| &*question.id)
        .collect();
    let place = |id| order.iter().position(|known| *known == id).unwrap();
    assert_eq!(place("born"), 0);
    assert!(place("born") < place("name"));
}

#[test]
fn a_question_is_shown_after_the_answer_it_waits_for() {
    let programme = founding();
    let trade = programme.portal().question("trade").unwrap();
    assert!(!trade.shown(&answers(&[])));
    assert!(!trade.shown(&answers(&[("experience", "none")])));
    assert!(trade.shown(&answers(&[("experience", "combat")])));
    assert!(programme.portal().question("born").unwrap().shown(&answers(&[])));
}

#[test]
fn fields_of_a_turn_carry_its_number() {
    let programme = founding();
    let portal = programme.portal();
    let kin = portal.question("kin").unwrap();
    assert_eq!(kin.names(1), ["kin.1.name", "kin.1.relation", "kin.1.phone", "kin.1.languages"]);
    assert_eq!(kin.turns(&answers(&[])), 0);
    assert_eq!(kin.turns(&answers(&[("kin.1.phone", "+1"), ("kin.0.name", " ")])), 2);
    assert_eq!(portal.question("born").unwrap().names(0), ["born.day", "born.month", "born.year"]);
    let countries = portal.question("countries").unwrap().names(0);
    assert_eq!(countries[3..], ["nationalities.3", "residence"]);
}

#[test]
fn messages_are_named_after_fields_and_answers() {
    let programme = founding();
    let portal = programme.portal();
    let force = &portal.question("service-record").unwrap().fields[1];
    assert_eq!(force.message(), "field-service-force");
    let trade = &portal.question("trade").unwrap().fields[0];
    assert_eq!(trade.answer_message("helicopter_pilot"), "choice-trade-helicopter-pilot");
    let record = &portal.question("record").unwrap().fields[1];
    assert_eq!(record.answers().collect::<Vec<_>>(), ["yes", "no", "dont_know"]);
}
