use super::{embedded, founding, owned, with_portal};
use muster_vocab::Country;

fn country(code: &str) -> Country {
    code.parse().unwrap()
}

#[test]
fn every_country_of_a_person_is_told_once_and_what_is_not_sure_is_left_to_a_lawyer() {
    let programme = founding();
    let told = programme.portal().notices_for(&[country("US"), country("IL"), country("AQ")], country("US"));
    let says: Vec<(String, bool)> =
        told.iter().map(|told| (told.country.to_string(), told.text("uk").is_some())).collect();
    assert_eq!(says, [("US".into(), true), ("IL".into(), false), ("AQ".into(), false)]);
    assert!(told[1].notice.is_some() && told[2].notice.is_none());
}

/// The edition after a file was changed.
fn edition_with(file: &str, from: &str, to: &str) -> String {
    let mut files = owned(embedded::PORTAL);
    let (_, text) = files.iter_mut().find(|(name, _)| name == file).unwrap();
    assert!(text.contains(from));
    *text = text.replacen(from, to, 1);
    with_portal(&files).unwrap().notice_edition
}

#[test]
fn a_changed_text_is_another_edition_and_another_day_of_checking_is_not() {
    let programme = founding();
    let now = programme.notice_edition.clone();
    assert_eq!(now, programme.portal().notice_edition());
    assert!(now.starts_with("2022-03-") && now.len() == "2022-03-".len() + 8);
    assert_ne!(edition_with("notices/GB.toml", "two years", "three years"), now);
    assert_ne!(edition_with("notices/general.toml", "Never carry a weapon", "Carry no weapon"), now);
    assert_ne!(edition_with("notices/US.toml", "IF12068", "IF12069"), now);
    assert_eq!(edition_with("notices/GB.toml", "2026-11-22", "2026-11-23"), now);
    assert_eq!(edition_with("notices/GB.toml", "information_only", "suspended"), now);
}

#[test]
fn one_answer_of_the_question_of_understanding_is_right() {
    let programme = founding();
    let asked = &programme.portal().notices.general.comprehension;
    assert_eq!(asked.answers.len(), 3);
    assert_eq!(asked.answers.iter().filter(|answer| asked.is_right(answer)).count(), 1);
}

#[test]
fn a_mission_opens_as_the_notice_of_its_host_suggests() {
    let programme = founding();
    for mission in &programme.portal().missions {
        let notice = &programme.portal().notices.countries[&mission.country];
        assert_eq!(mission.posture, notice.posture_for_mission, "{}", mission.code);
    }
}
