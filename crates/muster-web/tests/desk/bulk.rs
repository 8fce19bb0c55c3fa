//! Refusals together: four hundred with one signature, undone in time, taken up after a crash, and what changed is left.

use super::{
    hits::read,
    support::{Desk, Host},
};
use axum::http::StatusCode;
use muster_app::{
    Failure,
    eligibility::EligibilityWorker,
    refusals::{BulkSigned, BulkWorker, SignBulk},
};
use muster_case::{Permit, Stage, holds::PlaceHold};
use muster_vocab::{Actor, BulkId, CaseId, Dice as _, OsDice, PersonalText, Role};

impl Host {
    /// So many people whom an objective rule proposes to refuse.
    fn refusable(&self, many: usize) -> Vec<CaseId> {
        let cases = (0..many).map(|_| self.another("us-washington", &[("criminal_record", "yes")])).collect();
        let edition = self.app.edition_in_force().unwrap();
        EligibilityWorker.follow(&self.app, edition, self.now()).unwrap();
        cases
    }

    fn stage(&self, case: CaseId) -> Option<Stage> {
        self.app.load(case).unwrap().stage
    }

    /// Draws a bulk up on the page and gives its address.
    fn drafted(&self, desk: &mut Desk) -> String {
        let fields = [("mission", "us-washington"), ("code", "R06")];
        let sent = desk.browser.post(self, "/en/desk/refusals/draft", &fields);
        sent.location().to_owned()
    }

    /// Signs with everything of the sample looked at and these cases taken out.
    fn signed(&self, desk: &mut Desk, address: &str, out: &[CaseId]) -> super::support::Answer {
        self.shows_key(desk);
        let page = read(&desk.browser.get(self, address));
        let looked: Vec<String> = page
            .split("id=\"looked-")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap().to_owned())
            .collect();
        let out: Vec<String> = out.iter().map(ToString::to_string).collect();
        let mut fields = vec![("rationale", "A criminal record, as the rule says.")];
        fields.extend(looked.iter().map(|case| ("looked", case.as_str())));
        fields.extend(out.iter().map(|case| ("out", case.as_str())));
        desk.browser.post(self, &format!("{address}sign"), &fields)
    }

    fn clerk(&self) -> Desk {
        self.desk(&[Role::Clerk], &["us-washington"])
    }
}

#[test]
fn four_hundred_are_refused_with_one_signature_after_the_time_to_undo_it() {
    let host = Host::new();
    let cases = host.refusable(400);
    let mut desk = host.clerk();
    assert!(read(&desk.browser.get(&host, "/en/desk/refusals/")).contains("us-washington: 400"));
    let address = host.drafted(&mut desk);
    let page = read(&desk.browser.get(&host, &address));
    assert_eq!(page.matches("name=\"looked\"").count(), 10, "a sample of ten");
    assert_eq!(page.matches("name=\"out\"").count(), 400);
    let done = host.signed(&mut desk, &address, &cases[..1]);
    assert_eq!(done.location(), address);
    BulkWorker.turn(&host.app, host.now()).unwrap();
    assert_eq!(host.stage(cases[1]), Some(Stage::Submitted), "nothing leaves before the time is over");
    host.wait(5);
    assert_eq!(BulkWorker.turn(&host.app, host.now()).unwrap(), 399);
    assert_eq!(BulkWorker.turn(&host.app, host.now()).unwrap(), 0, "and once");
    assert_eq!(host.stage(cases[0]), Some(Stage::Submitted), "what was taken out stays");
    assert!(cases[1..].iter().all(|case| host.stage(*case) == Some(Stage::RefusedEarly)));
    let decision = host.app.load(cases[1]).unwrap().decisions[0].clone();
    assert_eq!(decision.codes[0].code(), "R06");
}

#[test]
fn what_is_missing_before_signing_is_said_and_what_was_typed_is_kept() {
    let host = Host::new();
    host.refusable(3);
    let mut desk = host.clerk();
    let address = host.drafted(&mut desk);
    let answer = desk.browser.post(&host, &format!("{address}sign"), &[("rationale", "As the rule says.")]);
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = read(&answer);
    assert!(page.contains("3 cases of the sample are not looked at"), "{page}");
    assert!(read(&desk.browser.get(&host, &address)).contains("As the rule says."));
    let ids: Vec<String> =
        page.split("id=\"looked-").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect();
    let mut fields = vec![("rationale", "As the rule says.")];
    fields.extend(ids.iter().map(|case| ("looked", case.as_str())));
    let key = desk.browser.post(&host, &format!("{address}sign"), &fields);
    assert!(key.location().contains("/desk/step-up?next=%2Fen%2Fdesk%2Frefusals%2F"));
    let kept = read(&desk.browser.get(&host, &address));
    assert_eq!(kept.matches(" checked").count(), 3, "and what was ticked");
}

#[test]
fn anybody_of_the_role_undoes_it_in_time_and_nobody_afterwards() {
    let host = Host::new();
    let cases = host.refusable(2);
    let (mut one, mut two) = (host.clerk(), host.clerk());
    let address = host.drafted(&mut one);
    host.signed(&mut one, &address, &[]);
    host.wait(4);
    let undo = format!("{address}undo");
    assert_eq!(two.browser.post(&host, &undo, &[]).location(), address);
    host.wait(10);
    assert_eq!(BulkWorker.turn(&host.app, host.now()).unwrap(), 0);
    assert_eq!(host.stage(cases[0]), Some(Stage::Submitted));
    let again = host.drafted(&mut one);
    host.signed(&mut one, &again, &[]);
    host.wait(5);
    let late = two.browser.post(&host, &format!("{again}undo"), &[]);
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.text().contains("too late to undo"));
    assert_eq!(BulkWorker.turn(&host.app, host.now()).unwrap(), 2);
}

#[test]
fn a_case_that_changed_meanwhile_is_left_to_a_person_with_why() {
    let host = Host::new();
    let cases = host.refusable(4);
    let mut desk = host.clerk();
    let address = host.drafted(&mut desk);
    host.signed(&mut desk, &address, &[]);
    let clerk = Actor::Staff { staff: OsDice.id(), human: OsDice.id(), role: Role::Attache };
    let hold =
        PlaceHold { hold: muster_case::Hold::Security, cause: PersonalText("Look again.".into()).into() };
    host.app.carry_out(Permit::ask(clerk).unwrap(), cases[0], hold, host.now()).unwrap();
    let other = host.clerk();
    let officer = host.app.officer(&other.browser.cookies["muster-desk"], host.now()).unwrap().unwrap();
    host.wait(5);
    host.app.claim(&officer, cases[1], host.now()).unwrap();
    assert_eq!(BulkWorker.turn(&host.app, host.now()).unwrap(), 2);
    let page = read(&desk.browser.get(&host, &address));
    assert!(
        page.contains("changed after it was looked at") && page.contains("in somebody’s hands"),
        "{page}"
    );
    assert_eq!(host.stage(cases[0]), Some(Stage::Submitted));
}

#[test]
fn a_crash_in_the_middle_refuses_nobody_twice_and_leaves_nobody_out() {
    let host = Host::new();
    let cases = host.refusable(3);
    let mut desk = host.clerk();
    let address = host.drafted(&mut desk);
    host.signed(&mut desk, &address, &[]);
    host.wait(5);
    let bulk: BulkId = address.split('/').nth_back(1).unwrap().parse().unwrap();
    // As a crash leaves it: begun, one case refused, and that it was not noted yet.
    let desk_store = &host.app.store.desk;
    assert!(desk_store.begin_bulk(bulk, host.now()).wait().unwrap());
    BulkWorker.turn(&host.app, host.now()).unwrap();
    let refused = host.app.store.journal.load::<muster_case::Event>(cases[0].into()).unwrap().version;
    desk_store.settle_bulk_case(bulk, cases[0], "in", "").wait().unwrap();
    BulkWorker.turn(&host.app, host.now()).unwrap();
    let again = host.app.store.journal.load::<muster_case::Event>(cases[0].into()).unwrap().version;
    assert_eq!(again, refused);
    assert!(cases.iter().all(|case| host.stage(*case) == Some(Stage::RefusedEarly)));
}

#[test]
fn whoever_lost_the_account_meanwhile_refuses_nobody_and_nobody_signs_for_another() {
    let host = Host::new();
    let cases = host.refusable(2);
    let (mut one, two) = (host.clerk(), host.clerk());
    let address = host.drafted(&mut one);
    let bulk: BulkId = address.split('/').nth_back(1).unwrap().parse().unwrap();
    host.shows_key(&two);
    let officer = host.app.officer(&two.browser.cookies["muster-desk"], host.now()).unwrap().unwrap();
    let sign = SignBulk {
        bulk,
        rationale: "Not mine.".into(),
        looked: cases.iter().copied().collect(),
        out: [].into(),
    };
    assert!(matches!(host.app.sign_bulk(&officer, sign.clone(), host.now()), Err(Failure::Refused(_))));
    host.signed(&mut one, &address, &[]);
    let officer = host.app.officer(&one.browser.cookies["muster-desk"], host.now()).unwrap().unwrap();
    let twice = host.app.sign_bulk(&officer, sign, host.now()).unwrap();
    assert!(matches!(twice, BulkSigned::Signed { .. }), "sent twice it is signed once");
    host.suspend(one.staff);
    host.wait(5);
    assert_eq!(BulkWorker.turn(&host.app, host.now()).unwrap(), 0);
    assert!(cases.iter().all(|case| host.stage(*case) == Some(Stage::Submitted)));
}
