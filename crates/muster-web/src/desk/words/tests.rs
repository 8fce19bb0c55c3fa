use super::refusal_id;
use muster_app::{Programme, desk::Queue};
use muster_case::{Event, Hold, Refusal, Stage};
use muster_vocab::{Provenance, ReasonCode, Role, Section};

#[test]
fn every_stored_word_has_words() {
    let programme = Programme::founding().unwrap();
    let catalog = crate::catalog(&programme, false).unwrap();
    let stages = Stage::ALL.iter().map(|stage| ("stage", stage.word().to_owned()));
    let holds = Hold::ALL.iter().map(|hold| ("hold", hold.word().to_owned()));
    let queues = Queue::ALL.iter().map(|queue| ("queue", queue.word().to_owned()));
    let roles = Role::ALL.iter().map(|role| ("role", role.word().to_owned()));
    let reasons = ReasonCode::ALL.iter().map(|code| ("reason", code.code().to_ascii_lowercase()));
    let checks = programme.checks.iter().map(|check| ("check", check.clone()));
    let events = Event::TAGS.iter().map(|(tag, _)| ("event", tag.replace('.', "_")));
    let sections = [
        Section::Identity,
        Section::Contact,
        Section::Service,
        Section::Disclosure,
        Section::Vetting,
        Section::Decision,
        Section::Kin,
    ];
    let sections = sections.map(|section| ("section", section.label().to_owned()));
    let provenances = [Provenance::Declared, Provenance::Seen, Provenance::Verified];
    let provenances = provenances.map(|known| ("provenance", known.word().to_owned()));
    let plain = [
        ("finding", "eligible tentative refuse_proposed refer"),
        (
            "act",
            "accept refuse defer refer refuse_early revoke clear_hit admit_held report_casualty discharge record_death",
        ),
        ("checked", "clear adverse hits inconclusive unvettable"),
        ("ruling", "open true_match false_match inconclusive"),
        ("review", "upheld resubmitted interview_ready"),
        ("purpose", "compare decide contact verify prepare_interview answer_applicant"),
    ];
    let plain = plain.iter().flat_map(|(kind, all)| all.split(' ').map(|word| (*kind, word.to_owned())));
    let all = stages.chain(holds).chain(queues).chain(roles).chain(reasons).chain(checks).chain(events);
    for (kind, word) in all.chain(sections).chain(provenances).chain(plain) {
        let id = format!("desk-word-{kind}-{}", word.replace('_', "-"));
        assert!(catalog.has(&id), "{id}");
    }
}

#[test]
fn every_refusal_is_a_sentence() {
    let catalog = crate::catalog(&Programme::founding().unwrap(), false).unwrap();
    for refusal in Refusal::one_of_each() {
        let id = refusal_id(&refusal.key());
        assert!(catalog.has(&id), "{id}");
    }
}
