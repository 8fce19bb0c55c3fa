//! Hits: ruled on in a few keys, a strong one by two people, and never by one twice.

use super::support::{Answer, Desk, Host, WHOLE};
use axum::http::StatusCode;
use muster_app::{Act, eligibility::EligibilityWorker, screening::ScreeningWorker};
use muster_case::{
    Permit, Stage,
    eligibility::AcceptFinding,
    screening::{CheckOutcome, ListRef, RaiseHit, Ruling, Strength},
};
use muster_vocab::{Actor, CaseId, Dice as _, Digest, HitId, OsDice, PersonalText, Role, Worker};

impl Host {
    /// An application of somebody else than all before, with these answers instead of those of everybody.
    pub(crate) fn another(&self, mission: &str, other: &[(&str, &str)]) -> CaseId {
        let email = format!("{}@example.org", OsDice.id::<CaseId>());
        let kept =
            WHOLE.iter().filter(|(name, _)| *name != "email" && !other.iter().any(|(own, _)| own == name));
        let answers: Vec<_> =
            kept.copied().chain([("email", email.as_str())]).chain(other.iter().copied()).collect();
        self.sent_with(mission, &answers).case
    }

    /// A case in screening: applied, found upon, accepted.
    pub(crate) fn screened(&self, mission: &str) -> CaseId {
        let case = self.another(mission, &[]);
        let edition = self.app.edition_in_force().unwrap();
        EligibilityWorker.follow(&self.app, edition, self.now()).unwrap();
        let by = Actor::Staff { staff: OsDice.id(), human: OsDice.id(), role: Role::Clerk };
        self.app.carry_out(Permit::ask(by).unwrap(), case, AcceptFinding, self.now()).unwrap();
        ScreeningWorker.follow(&self.app, self.now()).unwrap();
        assert_eq!(self.app.load(case).unwrap().stage, Some(Stage::Screening));
        case
    }

    /// A hit that a worker raised.
    pub(crate) fn hit(&self, case: CaseId, strength: Strength) -> HitId {
        let hit = OsDice.id();
        let by = Actor::System { worker: Worker::Screening };
        let raise = RaiseHit {
            hit,
            list: ListRef { list: "us_ofac_sdn".into(), edition: "2022-02-15".into() },
            entry: Digest::of(hit.to_string().as_bytes()),
            strength,
            scored: None,
            evidence: PersonalText("Name: the same; the applicant: O’Neill; the entry: O’Neill.".into()),
        };
        self.app
            .begin(case, vec![Act::new(Permit::ask(by).unwrap(), raise)], self.now())
            .unwrap()
            .wait()
            .unwrap();
        hit
    }

    /// Notes that somebody showed a key again.
    pub(crate) fn shows_key(&self, desk: &Desk) {
        self.app.step_up(&desk.browser.cookies["muster-desk"], self.now()).unwrap();
    }
}

/// A page as it is read, without the invisible marks around what is put in.
pub(crate) fn read(answer: &Answer) -> String {
    answer.text().replace(['\u{2068}', '\u{2069}'], "")
}

fn address(case: CaseId, hit: HitId) -> String {
    format!("/en/desk/cases/{case}/hits/{hit}/")
}

/// Opens a hit and answers.
fn answer(host: &Host, desk: &mut Desk, case: CaseId, hit: HitId, fields: &[(&str, &str)]) -> Answer {
    let page = desk.browser.get(host, &address(case, hit));
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    let once = OsDice.id::<muster_vocab::CommandId>().to_string();
    let mut all = vec![("once", once.as_str())];
    all.extend(fields);
    desk.browser.post(host, &format!("{}rule", address(case, hit)), &all)
}

fn ruling(host: &Host, case: CaseId, hit: HitId) -> Option<Ruling> {
    host.app.load(case).unwrap().hits[&hit].ruling
}

#[test]
fn a_clear_false_hit_is_dismissed_with_one_answer_and_the_next_one_opens() {
    let host = Host::new();
    let (first, second) = (host.screened("us-washington"), host.screened("us-washington"));
    let hits = [host.hit(first, Strength::Ordinary), host.hit(second, Strength::Ordinary)];
    let mut desk = host.desk(&[Role::Adjudicator], &["us-washington"]);
    let list = desk.browser.get(&host, "/en/desk/hits/");
    assert!(read(&list).contains("2 hits wait"), "{}", list.text());
    let page = desk.browser.get(&host, &address(first, hits[0]));
    assert!(page.text().contains("the entry: O’Neill"), "{}", page.text());
    let done = answer(&host, &mut desk, first, hits[0], &[("answer", "not-the-same/born")]);
    assert_eq!(done.location(), format!("{}?done=dismissed", address(second, hits[1])));
    assert_eq!(ruling(&host, first, hits[0]), Some(Ruling::FalseMatch));
    assert_eq!(host.app.load(first).unwrap().stage, Some(Stage::Screening), "the hold is gone");
    let last = answer(&host, &mut desk, second, hits[1], &[("answer", "the-same/same_person")]);
    assert_eq!(last.location(), "/en/desk/hits/?done=confirmed");
    assert!(desk.browser.follow(&host, &last).text().contains("The hold stays"));
}

#[test]
fn what_is_missing_is_said_beside_it_and_what_was_typed_comes_back() {
    let host = Host::new();
    let case = host.screened("us-washington");
    let hit = host.hit(case, Strength::Ordinary);
    let mut desk = host.desk(&[Role::Adjudicator], &[]);
    let nothing = answer(&host, &mut desk, case, hit, &[("own", "He is <b>not</b>")]);
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nothing.text().contains("Choose an answer") && nothing.text().contains("He is &#60;b&#62;not"));
    let condition = answer(&host, &mut desk, case, hit, &[("answer", "cannot-tell/little")]);
    assert_eq!(condition.status, StatusCode::UNPROCESSABLE_ENTITY, "a condition is said in own words");
    assert!(condition.text().contains("in your own words"));
    assert_eq!(ruling(&host, case, hit), None);
}

#[test]
fn a_strong_hit_is_cleared_by_two_people_and_never_by_one_twice() {
    let host = Host::new();
    let case = host.screened("us-washington");
    let hit = host.hit(case, Strength::Strong);
    let (mut one, mut two) = (host.desk(&[Role::Adjudicator], &[]), host.desk(&[Role::Adjudicator], &[]));
    let said = [("answer", "not-the-same/family"), ("own", "Another father.")];
    let first = answer(&host, &mut one, case, hit, &said);
    assert!(first.location().ends_with("done=first-signed"), "{}", first.location());
    assert_eq!(ruling(&host, case, hit), None);
    host.shows_key(&one);
    let twice = answer(&host, &mut one, case, hit, &said);
    assert_eq!(twice.status, StatusCode::CONFLICT);
    assert!(twice.text().contains("You signed first"));
    assert_eq!(ruling(&host, case, hit), None, "one human signs once");
    let page = two.browser.get(&host, &address(case, hit));
    assert!(!page.text().contains("Another father"), "the second officer sees the evidence first");
    let without_key = answer(&host, &mut two, case, hit, &said);
    assert_eq!(without_key.status, StatusCode::UNAUTHORIZED);
    host.shows_key(&two);
    let differs =
        answer(&host, &mut two, case, hit, &[("answer", "cannot-tell/little"), ("own", "Ask Interpol.")]);
    assert_eq!(differs.status, StatusCode::CONFLICT);
    assert!(read(&differs).contains("came to another ruling: Not the same person"), "{}", differs.text());
    assert_eq!(ruling(&host, case, hit), None);
    let second = answer(&host, &mut two, case, hit, &said);
    assert!(second.location().ends_with("done=cleared"), "{}", second.location());
    assert_eq!(ruling(&host, case, hit), Some(Ruling::FalseMatch));
}

#[test]
fn a_proposal_can_be_sent_back_and_a_ruling_sent_twice_is_given_once() {
    let host = Host::new();
    let case = host.screened("us-washington");
    let hit = host.hit(case, Strength::Strong);
    let (mut one, mut two) = (host.desk(&[Role::Adjudicator], &[]), host.desk(&[Role::Adjudicator], &[]));
    let said = [("answer", "not-the-same/family"), ("once", "00000000000000000000000000000001")];
    let path = format!("{}rule", address(case, hit));
    for _ in 0..2 {
        let sent = one.browser.post(&host, &path, &said);
        assert!(sent.location().ends_with("done=first-signed"));
    }
    let back = [("answer", "cannot-tell/little"), ("own", "Too little is known."), ("do", "send-back")];
    let sent = answer(&host, &mut two, case, hit, &back);
    assert!(sent.location().ends_with("done=sent-back"));
    assert_eq!(host.app.load(case).unwrap().proposal, None);
}

#[test]
fn who_need_not_know_of_hits_does_not_and_who_looks_is_noted() {
    let host = Host::new();
    let case = host.screened("us-washington");
    let hit = host.hit(case, Strength::Ordinary);
    for role in [Role::Clerk, Role::Interviewer, Role::Administrator] {
        let mut desk = host.desk(&[role], &[]);
        assert_eq!(desk.browser.get(&host, "/en/desk/hits/").status, StatusCode::FORBIDDEN);
        assert_eq!(desk.browser.get(&host, &address(case, hit)).status, StatusCode::FORBIDDEN);
    }
    let version = host.app.store.journal.load::<muster_case::Event>(case.into()).unwrap().version;
    let mut desk = host.desk(&[Role::Screener], &[]);
    let page = desk.browser.get(&host, &address(case, hit));
    assert!(!page.text().contains("name=\"answer\""), "a screener reads and does not rule");
    let after = host.app.store.journal.load::<muster_case::Event>(case.into()).unwrap().version;
    assert_eq!(after, version + 1, "that it was opened stands on the case");
}

#[test]
fn a_case_in_other_hands_is_not_ruled_on_and_their_name_is_told() {
    let host = Host::new();
    let case = host.screened("us-washington");
    let hit = host.hit(case, Strength::Ordinary);
    let (holder, mut desk) = (host.desk(&[Role::Adjudicator], &[]), host.desk(&[Role::Adjudicator], &[]));
    let officer = host.app.officer(&holder.browser.cookies["muster-desk"], host.now()).unwrap().unwrap();
    host.app.claim(&officer, case, host.now()).unwrap();
    let answer = answer(&host, &mut desk, case, hit, &[("answer", "not-the-same/born")]);
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(read(&answer).contains("Olena Marchuk has this case"), "{}", answer.text());
    assert_eq!(ruling(&host, case, hit), None);
}

#[test]
fn a_check_is_recorded_by_hand_with_where_was_looked_and_why() {
    let host = Host::new();
    let case = host.screened("us-washington");
    let mut desk = host.desk(&[Role::Screener], &[]);
    let path = format!("/en/desk/cases/{case}/checks/criminal_record");
    assert!(desk.browser.get(&host, &path).text().contains("Nobody has recorded"));
    let once = ("once", "00000000000000000000000000000002");
    let empty = desk.browser.post(&host, &path, &[once]);
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let source = [once, ("source", "FBI"), ("edition", "2022-03-01"), ("reason", "No answer for ten days.")];
    let done = desk.browser.post(&host, &path, &[&source[..], &[("outcome", "no-response")]].concat());
    assert!(done.location().ends_with("?done=check"), "{}", done.location());
    let checks = host.app.load(case).unwrap().checks;
    assert!(matches!(checks["criminal_record"], Some(CheckOutcome::Unvettable(_))));
    let fault = desk.browser.post(&host, &path, &[&source[..], &[("outcome", "strong-hit")]].concat());
    assert!(fault.text().contains("Write what the entry says"));
    let found =
        [("once", "00000000000000000000000000000003"), ("outcome", "strong-hit"), ("says", "O’NEILL, A.")];
    let done = desk.browser.post(&host, &path, &[&source[1..], &found[..]].concat());
    assert!(done.location().ends_with("?done=check"));
    let state = host.app.load(case).unwrap();
    assert_eq!((state.hits.len(), state.stage), (1, Some(Stage::HitReview)));
}
