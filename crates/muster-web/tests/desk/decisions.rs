//! Two officers take a case to a decision, and nobody reads it before the second signature.

use super::{
    cases::{act, case_of, found_with, hidden, history, send, unfit},
    support::{Browser, Desk, Host},
};
use axum::http::StatusCode;
use muster_app::{
    Act,
    eligibility::EligibilityWorker,
    portal::{PublicStep, Visit},
};
use muster_case::{
    Event, Permit, Stage,
    decision::RequestReview,
    interview::{Assess, BookInterview, CompleteInterview, Ratings},
    screening::{CheckOutcome, CompleteScreening, ListRef, RecordCheck, StartScreening},
};
use muster_vocab::{Actor, CaseId, Dice as _, OsDice, PersonalText, Role, Worker};

const WASHINGTON: &[&str] = &["us-washington"];

/// An officer who showed a key just now.
fn signer(host: &Host, roles: &[Role]) -> Browser {
    let Desk { browser, .. } = host.desk(roles, WASHINGTON);
    host.app.step_up(&browser.cookies["muster-desk"], host.now()).unwrap();
    browser
}

/// A case whose finding was accepted at the desk, checked by others, and interviewed.
fn interviewed(host: &Host) -> CaseId {
    interviewed_as(host, &[])
}

/// The same of somebody with other answers.
fn interviewed_as(host: &Host, answers: &[(&'static str, &'static str)]) -> CaseId {
    interview(host, found_with(host, answers))
}

/// Takes a case with a finding through checks and an interview.
fn interview(host: &Host, case: CaseId) -> CaseId {
    let mut clerk = host.desk(&[Role::Clerk], WASHINGTON).browser;
    act(host, &mut clerk, case, "accept-finding", &[]).location();
    let staff = |role| Actor::Staff { staff: OsDice.id(), human: OsDice.id(), role };
    let (system, screener) = (Actor::System { worker: Worker::Screening }, staff(Role::Screener));
    let checks = host.app.programme.checks.clone();
    let start = StartScreening { checks: checks.clone() };
    let mut acts = vec![Act::new(Permit::ask(system).unwrap(), start)];
    for check in checks {
        let lists = vec![ListRef { list: "un".to_owned(), edition: "2022-03-01".to_owned() }];
        let reason = PersonalText("Looked up.".to_owned());
        let record = RecordCheck { check, outcome: CheckOutcome::Clear, lists, reason };
        acts.push(Act::new(Permit::ask(screener).unwrap(), record));
    }
    acts.push(Act::new(Permit::ask(system).unwrap(), CompleteScreening));
    host.app.begin(case, acts, host.now()).unwrap().wait().unwrap();
    let book = BookInterview {
        slot: OsDice.id(),
        starts: host.now() + jiff::SignedDuration::from_mins(5),
        challenge: PersonalText("river stone".to_owned()),
        critical_role: false,
    };
    let booked = Act::new(Permit::ask(staff(Role::Clerk)).unwrap(), book);
    host.app.begin(case, vec![booked], host.now()).unwrap().wait().unwrap();
    host.wait(20);
    let instrument = &host.app.programme.instrument;
    let rated =
        instrument.questions.iter().map(|question| (question.id.clone(), (4, "An example.".to_owned())));
    let assess = Assess { instrument: instrument.edition.clone(), ratings: Ratings(rated.collect()) };
    let by = staff(Role::Interviewer);
    let acts = vec![
        Act::new(Permit::ask(by).unwrap(), assess),
        Act::new(Permit::ask(by).unwrap(), CompleteInterview),
    ];
    host.app.begin(case, acts, host.now()).unwrap().wait().unwrap();
    case
}

/// Says what the second signer thinks, then signs.
fn countersign(host: &Host, browser: &mut Browser, case: CaseId) -> super::support::Answer {
    let path = format!("/en/desk/cases/{case}/countersign");
    let form = browser.get(host, &path);
    let view = [("view", "The interview was good.")];
    send(host, browser, &format!("{path}/view"), &form, &view).location();
    act(host, browser, case, "countersign", &[("rationale", "I agree.")])
}

/// An interviewer signs first, with this outcome, these codes and these words.
fn recommend(host: &Host, case: CaseId, typed: &[(&str, &str)]) {
    let mut interviewer = host.desk(&[Role::Interviewer], WASHINGTON).browser;
    act(host, &mut interviewer, case, "recommend", typed).location();
}

/// Another applicant.
const BEATRIZ: &[(&str, &str)] =
    &[("given", "Beatriz"), ("family", "Sousa"), ("email", "beatriz@example.org"), ("born.day", "3")];
const ACCEPT: &[(&str, &str)] = &[("outcome", "accept"), ("rationale", "Meets the standard.")];
const REFUSE: &[(&str, &str)] =
    &[("outcome", "refuse"), ("codes", "R33"), ("rationale", "Could not handle a rifle.")];

/// How many letters were written about the case.
fn letters(host: &Host, case: CaseId) -> usize {
    history(host, case).iter().filter(|it| matches!(it.event, Event::MessageQueued(_))).count()
}

fn visit(host: &Host, case: CaseId) -> Visit {
    Visit { case, person: case_of(host, case).person.unwrap() }
}

#[test]
fn two_officers_take_a_case_from_sent_to_accepted() {
    let host = Host::new();
    let case = interviewed(&host);
    let written = letters(&host, case);
    recommend(&host, case, ACCEPT);
    assert_eq!(case_of(&host, case).stage, Some(Stage::Recommended));
    assert_eq!(letters(&host, case), written, "nothing leaves before the second signature");
    assert_eq!(host.app.status(visit(&host, case), host.now()).unwrap().step, PublicStep::Decision);
    let mut attache = signer(&host, &[Role::Attache]);
    let done = countersign(&host, &mut attache, case);
    assert!(done.location().ends_with("&done=countersign"));
    let page = attache.follow(&host, &done);
    assert!(page.text().contains("data-key=\"n\""), "the next one is a key away");
    assert_eq!(case_of(&host, case).stage, Some(Stage::Accepted));
    assert!(letters(&host, case) > written);
}

#[test]
fn after_a_second_signature_the_next_proposal_of_its_kind_opens_and_one_s_own_words_stand_there() {
    let host = Host::new();
    let [one, other] = [interviewed(&host), interviewed_as(&host, BEATRIZ)];
    recommend(&host, one, ACCEPT);
    recommend(&host, other, REFUSE);
    let mut attache = signer(&host, &[Role::Attache]);
    let done = countersign(&host, &mut attache, one);
    assert_eq!(done.location(), format!("/en/desk/cases/{other}/countersign?done=countersign"));
    let page = attache.follow(&host, &done);
    assert!(page.text().contains("name=\"view\""), "the next asks for a view first");
    let path = format!("/en/desk/cases/{other}/countersign");
    send(&host, &mut attache, &format!("{path}/view"), &page, &[("view", "A rifle is no toy.")]).location();
    let form = attache.get(&host, &path);
    assert!(form.text().contains("A rifle is no toy.</textarea>"), "{}", form.text());
    let typed = [("rationale", "A rifle is no toy.")];
    let last = send(&host, &mut attache, &path, &form, &typed);
    assert_eq!(last.location(), format!("/en/desk/cases/{other}/?queue=decision&done=countersign"));
}

#[test]
fn twenty_proposals_are_signed_in_a_row_with_a_view_and_a_signature_each() {
    const ROW: usize = 20;
    let host = Host::new();
    let mut cases = Vec::new();
    for number in 0..ROW {
        // Nobody shares a name, a birthday or an address with another.
        let (name, day) =
            (format!("{}a", char::from(b'B' + number as u8)).repeat(3), (number + 1).to_string());
        let other = [("given", name.as_str()), ("family", name.as_str()), ("born.day", day.as_str())];
        let case = host.another("us-washington", &other);
        let edition = host.app.edition_in_force().unwrap();
        EligibilityWorker.follow(&host.app, edition, host.now()).unwrap();
        recommend(&host, interview(&host, case), ACCEPT);
        cases.push(case);
    }
    let mut attache = signer(&host, &[Role::Attache]);
    let case = attache.post(&host, "/en/desk/next", &[("queue", "decision")]).location().to_owned();
    let mut form = attache.get(&host, &format!("{case}countersign"));
    for left in (0..ROW).rev() {
        let path = hidden_action(&form);
        let view = [("view", "I would accept.")];
        let seen = send(&host, &mut attache, &path, &form, &view);
        let sheet = attache.follow(&host, &seen);
        let sign = seen.location().to_owned();
        let signed = send(&host, &mut attache, &sign, &sheet, &[("rationale", "I would accept.")]);
        assert_eq!(signed.location().contains("/countersign?"), left > 0, "{left}: {}", signed.location());
        form = attache.follow(&host, &signed);
    }
    assert!(cases.into_iter().all(|case| case_of(&host, case).stage == Some(Stage::Accepted)));
}

/// Where the form of an act is sent.
fn hidden_action(form: &super::support::Answer) -> String {
    let text = form.text();
    let at = text.find("<form method=\"post\" action=\"/en/desk/cases/").expect("a form");
    text[at..].split("action=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

#[test]
fn who_signs_second_may_stay_with_the_case() {
    let host = Host::new();
    let [one, other] = [interviewed(&host), interviewed_as(&host, BEATRIZ)];
    recommend(&host, one, ACCEPT);
    recommend(&host, other, REFUSE);
    let mut attache = signer(&host, &[Role::Attache]);
    let path = format!("/en/desk/cases/{one}/countersign");
    let form = attache.get(&host, &path);
    send(&host, &mut attache, &format!("{path}/view"), &form, &[("view", "Good.")]).location();
    let done = act(&host, &mut attache, one, "countersign", &[("rationale", "I agree."), ("stay", "yes")]);
    let page = attache.follow(&host, &done);
    assert!(page.text().contains("name=\"first\" value=\"decision\""), "{}", page.text());
    let next = attache.post(&host, "/en/desk/next", &[("first", "decision")]);
    assert_eq!(next.location(), format!("/en/desk/cases/{other}/"));
}

#[test]
fn two_officers_take_a_case_from_sent_to_refused() {
    let host = Host::new();
    let case = interviewed(&host);
    recommend(&host, case, REFUSE);
    countersign(&host, &mut signer(&host, &[Role::Attache]), case).location();
    assert_eq!(case_of(&host, case).stage, Some(Stage::Refused));
}

#[test]
fn the_second_signer_says_what_they_think_before_they_read_what_is_proposed() {
    let host = Host::new();
    let case = interviewed(&host);
    recommend(&host, case, REFUSE);
    let mut attache = signer(&host, &[Role::Attache]);
    let path = format!("/en/desk/cases/{case}/countersign");
    for page in [format!("/en/desk/cases/{case}/"), path.clone()] {
        assert!(!attache.get(&host, &page).text().contains("handle a rifle"), "{page}");
    }
    let form = attache.get(&host, &path);
    send(&host, &mut attache, &format!("{path}/view"), &form, &[("view", "I would accept.")]).location();
    assert!(attache.get(&host, &path).text().contains("handle a rifle"));
}

#[test]
fn nobody_signs_second_or_reads_the_proposal_before_they_said_what_they_think() {
    let host = Host::new();
    let case = interviewed(&host);
    recommend(&host, case, REFUSE);
    let path = format!("/en/desk/cases/{case}/countersign");
    let form = signer(&host, &[Role::Attache]).get(&host, &path);
    for (role, said) in [(Role::Attache, "I agree."), (Role::Attache, ""), (Role::Personnel, "")] {
        let answer = send(&host, &mut signer(&host, &[role]), &path, &form, &[("rationale", said)]);
        assert!(answer.status.is_redirection(), "{role:?}, {said:?}: {}", answer.text());
    }
    assert_eq!(case_of(&host, case).stage, Some(Stage::Recommended));
}

#[test]
fn whoever_signs_a_refusal_reads_what_the_applicant_will_read() {
    let host = Host::new();
    let case = unfit(&host);
    let mut clerk = host.desk(&[Role::Clerk], WASHINGTON).browser;
    let page = clerk.get(&host, &format!("/en/desk/cases/{case}/confirm-refusal"));
    let before = host.app.outcome(visit(&host, case), host.now()).unwrap();
    assert!(before.is_none(), "nothing is told before it is signed");
    let typed = [("codes", "R06"), ("rationale", "A record was told of.")];
    act(&host, &mut clerk, case, "confirm-refusal", &typed).location();
    let told = host.app.outcome(visit(&host, case), host.now()).unwrap().unwrap();
    for because in &told.because {
        let text = because.text("en").unwrap();
        for words in [&text.why, &text.change, &text.off_ramp] {
            assert!(page.text().contains(words.as_str()), "{words}\n{}", page.text());
        }
    }
}

#[test]
fn one_human_does_not_sign_twice() {
    let host = Host::new();
    let case = interviewed(&host);
    let mut both = signer(&host, &[Role::Interviewer, Role::Attache]);
    let typed = [("outcome", "accept"), ("rationale", "Meets the standard.")];
    act(&host, &mut both, case, "recommend", &typed).location();
    let path = format!("/en/desk/cases/{case}/countersign");
    assert!(both.get(&host, &path).status.is_redirection(), "it is not offered");
    let version = case_of(&host, case).proposal.map(|_| history(&host, case).len().to_string()).unwrap();
    let once = OsDice.id::<muster_vocab::CommandId>().to_string();
    let fields = [("version", version.as_str()), ("once", once.as_str()), ("rationale", "I agree.")];
    let page = both.post(&host, &path, &fields);
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text().contains("Both signatures would be yours"), "{}", page.text());
    assert_eq!(case_of(&host, case).stage, Some(Stage::Recommended));
}

#[test]
fn a_signature_asks_for_the_key_first() {
    let host = Host::new();
    let case = interviewed(&host);
    recommend(&host, case, ACCEPT);
    let mut attache = host.desk(&[Role::Attache], WASHINGTON).browser;
    let path = format!("/en/desk/cases/{case}/countersign");
    let form = attache.get(&host, &path);
    send(&host, &mut attache, &format!("{path}/view"), &form, &[("view", "Good.")]).location();
    assert_eq!(
        attache.get(&host, &path).location(),
        format!("/en/desk/step-up?next={}", path.replace('/', "%2F"))
    );
    let typed = [("version", "1"), ("once", "00000000000000000000000000000001"), ("rationale", "I agree.")];
    let asked = attache.post(&host, &path, &typed);
    assert_eq!(asked.status, StatusCode::UNAUTHORIZED);
}

#[test]
fn a_proposal_is_sent_back_with_a_reason() {
    let host = Host::new();
    let case = interviewed(&host);
    recommend(&host, case, ACCEPT);
    let mut attache = host.desk(&[Role::Attache], WASHINGTON).browser;
    act(&host, &mut attache, case, "send-back", &[("rationale", "Where is the record?")]).location();
    assert_eq!(case_of(&host, case).stage, Some(Stage::Interviewed));
    let mut interviewer = host.desk(&[Role::Interviewer], WASHINGTON).browser;
    let page = interviewer.get(&host, &format!("/en/desk/cases/{case}/"));
    assert!(page.text().contains("Where is the record?"));
}

#[test]
fn a_review_is_settled_by_somebody_who_has_not_signed() {
    let host = Host::new();
    let case = unfit(&host);
    let mut clerk = signer(&host, &[Role::Clerk, Role::Attache]);
    let typed = [("codes", "R06"), ("rationale", "A record was told of.")];
    act(&host, &mut clerk, case, "confirm-refusal", &typed).location();
    let ask = RequestReview { grounds: PersonalText("It was a fine.".to_owned()), active_elsewhere: None };
    let applicant = Actor::Applicant { person: visit(&host, case).person };
    host.app.carry_out(Permit::ask(applicant).unwrap(), case, ask, host.now()).unwrap();
    let path = format!("/en/desk/cases/{case}/settle-review");
    assert!(clerk.get(&host, &path).status.is_redirection(), "not offered to one who signed");
    let mut counsel = signer(&host, &[Role::Counsel]);
    let form = counsel.get(&host, &path);
    let typed = [("outcome", "resubmitted"), ("rationale", "A fine is no record.")];
    let (version, once) = (hidden(&form, "version"), hidden(&form, "once"));
    let mut fields = vec![("version", version.as_str()), ("once", once.as_str())];
    fields.extend(typed);
    assert_eq!(clerk.post(&host, &path, &fields).status, StatusCode::UNPROCESSABLE_ENTITY);
    send(&host, &mut counsel, &path, &form, &typed).location();
    assert_eq!(case_of(&host, case).stage, Some(Stage::Submitted));
}
