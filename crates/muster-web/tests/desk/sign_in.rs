//! Stories of coming in: invitations, codes, fresh keys for signatures, forms that wait, and what a play alone may.

use super::support::{Answer, Browser, Host};
use axum::http::StatusCode;
use jiff::{SignedDuration, Timestamp};
use muster_app::{App, desk::Authenticator, office::NewStaff};
use muster_case::{OfficeEvent, Permit, office::OFFICE_STREAM};
use muster_vocab::{Clock as _, OsDice, Role, StaffId};
use muster_web::{DemoAccount, Settings};

/// The value of a hidden field of a page.
fn hidden<'p>(page: &'p Answer, name: &str) -> &'p str {
    let start = format!("name=\"{name}\" value=\"");
    page.text().split(&start).nth(1).and_then(|rest| rest.split('"').next()).expect("the field is there")
}

fn add(host: &Host, role: Role) -> StaffId {
    let new =
        NewStaff { name: "Olena Marchuk".to_owned(), roles: [role].into(), missions: [].into(), human: None };
    host.app.add_staff(Permit::ask(host.administrator).unwrap(), new, &mut OsDice, host.now()).unwrap().0
}

/// Somebody new, with the path of their link.
fn invited_as(host: &Host, role: Role) -> (StaffId, String) {
    let staff = add(host, role);
    let permit = Permit::ask(host.administrator).unwrap();
    let invitation = host.app.invite_staff(permit, staff, host.now()).unwrap();
    (staff, invitation.path("en"))
}

fn invited(host: &Host) -> (StaffId, String) {
    invited_as(host, Role::Clerk)
}

fn enrolled(host: &Host) -> (StaffId, Authenticator, Browser) {
    enrolled_as(host, Role::Clerk)
}

/// Somebody who came in by a link and set up an app.
fn enrolled_as(host: &Host, role: Role) -> (StaffId, Authenticator, Browser) {
    let (staff, link) = invited_as(host, role);
    let mut browser = Browser::default();
    browser.post(host, &link, &[]);
    let page = browser.get(host, "/en/desk/account/");
    let secret = page.text().split("Secret: <strong><bdi>").nth(1).unwrap().split('<').next().unwrap();
    let app = Authenticator::read(&secret.replace(' ', ""), "Muster", "x").unwrap();
    let code = app.code(host.now());
    let fields = [("app", hidden(&page, "app")), ("code", &code), ("app-name", "telephone")];
    let added = browser.post(host, "/en/desk/account/app", &fields);
    assert_eq!(added.location(), "/en/desk/account/?done=added");
    assert!(browser.follow(host, &added).text().contains("telephone"));
    (staff, app, browser)
}

/// The code of the next half minute.
fn next_code(host: &Host, app: &Authenticator) -> String {
    host.clock.advance(SignedDuration::from_secs(30));
    app.code(host.now())
}

fn by_code(host: &Host, staff: StaffId, code: &str) -> (Browser, Answer) {
    let mut browser = Browser::default();
    let fields = [("account", &*App::short_name(staff)), ("code", code)];
    let answer = browser.post(host, "/en/desk/sign-in", &fields);
    (browser, answer)
}

#[test]
fn an_invitation_lets_in_once_and_looking_at_it_uses_nothing_up() {
    let host = Host::new();
    let (_, link) = invited(&host);
    for _ in 0..3 {
        assert_eq!(Browser::default().get(&host, &link).status, StatusCode::OK);
    }
    let mut browser = Browser::default();
    assert_eq!(browser.post(&host, &link, &[]).location(), "/en/desk/account/");
    assert_eq!(browser.get(&host, "/en/desk/").status, StatusCode::OK);
    let mut second = Browser::default();
    assert_eq!(second.post(&host, &link, &[]).status, StatusCode::GONE);
    assert!(second.cookies.is_empty());
    assert_eq!(second.get(&host, &link).status, StatusCode::GONE);
}

#[test]
fn an_invitation_ends_after_three_days_with_a_newer_one_and_with_the_account() {
    let host = Host::new();
    let (_, old) = invited(&host);
    host.wait(72 * 60);
    assert_eq!(Browser::default().post(&host, &old, &[]).status, StatusCode::GONE);
    let (staff, first) = invited(&host);
    let permit = Permit::ask(host.administrator).unwrap();
    let newer = host.app.invite_staff(permit, staff, host.now()).unwrap().path("uk");
    assert_eq!(Browser::default().post(&host, &first, &[]).status, StatusCode::GONE);
    host.suspend(staff);
    assert_eq!(Browser::default().post(&host, &newer, &[]).status, StatusCode::GONE);
}

#[test]
fn a_code_lets_in_once() {
    let host = Host::new();
    let (staff, app, _) = enrolled(&host);
    let (_, answer) = by_code(&host, staff, &app.code(host.now()));
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "it set up the app already");
    let code = next_code(&host, &app);
    let (mut browser, answer) = by_code(&host, staff, &code);
    assert_eq!(answer.location(), "/en/desk/");
    assert_eq!(browser.get(&host, "/en/desk/").status, StatusCode::OK);
    let (browser, answer) = by_code(&host, staff, &code);
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(browser.cookies.is_empty());
}

#[test]
fn strangers_get_the_same_answer_whether_there_is_such_an_account_or_not() {
    let host = Host::new();
    let (staff, ..) = enrolled(&host);
    let bare = |(_, answer): (Browser, Answer), typed: &str| {
        let text = answer.text().replace(typed, "");
        let sealed: Vec<&str> = text.split('"').filter(|part| part.len() < 150).collect();
        (answer.status, sealed.concat())
    };
    let known = bare(by_code(&host, staff, "000000"), &App::short_name(staff));
    let nobody = StaffId::from_bytes([0xfe; 16]);
    assert_eq!(known, bare(by_code(&host, nobody, "000000"), &App::short_name(nobody)));
}

#[test]
fn whoever_tries_in_vain_waits_longer_and_comes_in_with_the_right_code_after_that() {
    let host = Host::new();
    let (staff, app, _) = enrolled(&host);
    for _ in 0..5 {
        by_code(&host, staff, "000000");
    }
    let (_, answer) = by_code(&host, staff, &next_code(&host, &app));
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "thirty seconds are enough after three");
    for _ in 0..12 {
        host.clock.advance(SignedDuration::from_secs(301));
        by_code(&host, staff, "000000");
    }
    let (_, answer) = by_code(&host, staff, &next_code(&host, &app));
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("Try again in"));
    host.wait(5);
    let (_, answer) = by_code(&host, staff, &next_code(&host, &app));
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
}

#[test]
fn a_session_gets_a_new_token_at_sign_in_and_the_old_one_is_dead() {
    let host = Host::new();
    let (staff, app, before) = enrolled(&host);
    let mut browser = Browser { cookies: before.cookies.clone() };
    let code = next_code(&host, &app);
    browser.post(&host, "/en/desk/sign-in", &[("account", &*staff.to_string()), ("code", &code)]);
    assert_ne!(browser.cookies, before.cookies);
    assert_eq!(browser.get(&host, "/en/desk/").status, StatusCode::OK);
    assert!(Browser { cookies: before.cookies }.get(&host, "/en/desk/").asks_who());
    // A token that somebody planted is not taken over.
    let mut planted = Browser::default();
    planted.cookies.insert("muster-desk".to_owned(), "planted".to_owned());
    let code = next_code(&host, &app);
    planted.post(&host, "/en/desk/sign-in", &[("account", &*staff.to_string()), ("code", &code)]);
    assert_ne!(planted.cookies["muster-desk"], "planted");
}

#[test]
fn a_suspended_account_is_out_at_once_and_no_key_of_it_opens() {
    let host = Host::new();
    let (staff, app, mut browser) = enrolled(&host);
    let mut desk = host.desk(&[Role::Administrator], &[]);
    let path = format!("/en/desk/staff/{staff}/suspend");
    assert_eq!(desk.browser.post(&host, &path, &[]).location(), "/en/desk/staff/?done=suspend");
    assert!(browser.get(&host, "/en/desk/").asks_who());
    let (_, answer) = by_code(&host, staff, &next_code(&host, &app));
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let own = format!("/en/desk/staff/{}/suspend", desk.staff);
    assert_eq!(desk.browser.post(&host, &own, &[]).status, StatusCode::UNPROCESSABLE_ENTITY);
}

fn is_stepped_up(host: &Host, browser: &Browser, at: Timestamp) -> bool {
    host.app.officer(&browser.cookies["muster-desk"], at).unwrap().unwrap().stepped_up
}

#[test]
fn a_fresh_key_is_good_for_five_minutes_and_leads_back_to_the_form() {
    let host = Host::new();
    let (staff, app, _) = enrolled(&host);
    let (mut browser, _) = by_code(&host, staff, &next_code(&host, &app));
    assert!(!is_stepped_up(&host, &browser, host.now()));
    let next = "/en/desk/cases/1/decide?version=7";
    assert_eq!(
        browser.post(&host, "/en/desk/step-up", &[("code", "000000"), ("next", next)]).status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let code = next_code(&host, &app);
    let old = browser.cookies["muster-desk"].clone();
    let answer = browser.post(&host, "/en/desk/step-up", &[("code", &code), ("next", next)]);
    assert_eq!(answer.location(), next);
    assert_ne!(browser.cookies["muster-desk"], old);
    assert!(host.app.officer(&old, host.now()).unwrap().is_none(), "whoever had the old token signs nothing");
    assert!(is_stepped_up(&host, &browser, host.now()));
    host.wait(5);
    assert!(!is_stepped_up(&host, &browser, host.now()));
    // A way on that leads away from here is none.
    for next in ["https://evil.example/", "//evil.example/en/desk/", "/en/desk/\\evil", "/en/"] {
        let code = next_code(&host, &app);
        let answer = browser.post(&host, "/en/desk/step-up", &[("code", &code), ("next", next)]);
        assert_eq!(answer.location(), "/en/desk/", "{next}");
    }
}

#[test]
fn keys_are_changed_after_one_was_shown_and_the_last_one_stays() {
    let host = Host::new();
    let (staff, app, mut browser) = enrolled(&host);
    let human = host.app.store.views.staff_account(staff).unwrap().unwrap().human;
    let key = host.app.desk_keys(staff, human).unwrap().remove(0).id;
    let answer = browser.post(&host, "/en/desk/account/remove", &[("key", &key)]);
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "it is the last one");
    host.wait(6);
    let answer = browser.post(&host, "/en/desk/account/remove", &[("key", &key)]);
    assert!(answer.location().starts_with("/en/desk/step-up?next="));
    let (_, answer) = by_code(&host, staff, &next_code(&host, &app));
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
}

#[test]
fn a_form_that_came_without_a_session_waits_behind_the_sign_in() {
    let host = Host::new();
    let (staff, app, mut browser) = enrolled(&host);
    host.wait(31);
    let sent = browser.post(&host, "/en/desk/account/remove", &[("key", "it’s & typed")]);
    assert_eq!(sent.status, StatusCode::UNAUTHORIZED);
    assert!(!sent.text().contains("typed\""), "what is held is sealed");
    let (other, others, mut reader) = enrolled(&host);
    let (code, name) = (next_code(&host, &others), App::short_name(other));
    let fields = [("account", &*name), ("code", &code), ("held", hidden(&sent, "held"))];
    assert_eq!(
        reader.post(&host, "/en/desk/sign-in", &fields).location(),
        "/en/desk/",
        "it is nobody else's"
    );
    let code = next_code(&host, &app);
    let fields = [("account", &*App::short_name(staff)), ("code", &code), ("held", hidden(&sent, "held"))];
    let back = browser.post(&host, "/en/desk/sign-in", &fields);
    assert_eq!(back.status, StatusCode::OK);
    assert!(back.text().contains("action=\"/en/desk/account/remove\""));
    assert!(back.text().contains("it’s &#38; typed"), "{}", back.text());
}

#[test]
fn what_was_typed_before_a_key_was_asked_for_comes_back_to_whoever_typed_it() {
    let host = Host::new();
    let case = host.sent("us-washington");
    let (staff, app, _) = enrolled_as(&host, Role::Counsel);
    let (mut browser, _) = by_code(&host, staff, &next_code(&host, &app));
    let path = format!("/en/desk/cases/{case}/settle-review");
    let once = "00000000000000000000000000000001";
    let typed = [("version", "1"), ("once", once), ("outcome", "upheld"), ("rationale", "it’s & typed")];
    let asked = browser.post(&host, &path, &typed);
    assert_eq!(asked.status, StatusCode::UNAUTHORIZED);
    assert!(!asked.text().contains("typed\""), "what is held is sealed");
    let held = hidden(&asked, "held");
    let (other, others, _) = enrolled_as(&host, Role::Counsel);
    let (mut reader, _) = by_code(&host, other, &next_code(&host, &others));
    let code = next_code(&host, &others);
    let none = reader.post(&host, "/en/desk/step-up", &[("code", &code), ("held", held)]);
    assert_eq!(none.location(), "/en/desk/", "it is nobody else's");
    let code = next_code(&host, &app);
    let back = browser.post(&host, "/en/desk/step-up", &[("code", &code), ("held", held)]);
    assert_eq!(back.status, StatusCode::OK);
    assert!(back.text().contains(&format!("action=\"{path}\"")));
    assert!(back.text().contains("it’s &#38; typed"), "{}", back.text());
}

#[test]
fn everybody_of_a_plays_cast_comes_in_by_a_button_and_nobody_outside_a_play() {
    for plays in [true, false] {
        let folder = tempfile::tempdir().unwrap();
        let host = Host::new();
        let staff = add(&host, Role::Clerk);
        let (name, token) = ("Olena Marchuk".to_owned(), "cast-1".to_owned());
        let demo = vec![DemoAccount { staff, name, role: Role::Clerk, token }];
        let letters = plays.then(|| folder.path().to_owned());
        let host = host.set(Settings { demo, letters, ..Settings::default() });
        let mut browser = Browser::default();
        let page = browser.get(&host, "/en/desk/sign-in");
        assert_eq!(page.text().contains("Olena Marchuk"), plays);
        let answer = browser.post(&host, "/en/desk/sign-in", &[("play", "cast-1")]);
        assert_eq!(answer.status == StatusCode::SEE_OTHER, plays);
        let linked = Browser::default().post(&host, "/en/desk/enter/cast-1", &[]);
        assert_eq!(linked.status == StatusCode::SEE_OTHER, plays);
        let mut desk = if plays { browser } else { host.desk(&[Role::Clerk], &[]).browser };
        let answer = desk.post(&host, "/en/desk/step-up", &[("play", "yes")]);
        assert_eq!(answer.status == StatusCode::SEE_OTHER, plays);
        assert_eq!(is_stepped_up(&host, &desk, host.clock.now()), plays);
    }
}

#[test]
fn an_administrator_invites_somebody_and_sees_the_link_once() {
    let host = Host::new();
    let mut desk = host.desk(&[Role::Administrator], &[]);
    let empty = desk.browser.post(&host, "/en/desk/staff/invite", &[("name", "")]);
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields = [("name", "Taras Bilyk"), ("roles", "clerk"), ("missions", "us-washington")];
    let invited = desk.browser.post(&host, "/en/desk/staff/invite", &fields);
    let link = invited.text().split("/en/desk/enter/").nth(1).unwrap().split('<').next().unwrap();
    let list = desk.browser.get(&host, "/en/desk/staff/");
    assert!(list.text().contains("Taras Bilyk") && !list.text().contains(link));
    let mut browser = Browser::default();
    assert_eq!(browser.post(&host, &format!("/en/desk/enter/{link}"), &[]).status, StatusCode::SEE_OTHER);
    assert!(browser.get(&host, "/en/desk/account/").text().contains("Taras Bilyk"));
}

#[test]
fn a_new_link_ends_the_keys_and_sessions_there_were_so_that_nobody_comes_in_unnoticed() {
    let host = Host::new();
    let (staff, app, mut browser) = enrolled(&host);
    let mut desk = host.desk(&[Role::Administrator], &[]);
    let shown = desk.browser.post(&host, &format!("/en/desk/staff/{staff}/invite"), &[]);
    let link = shown.text().split("/en/desk/enter/").nth(1).unwrap().split('<').next().unwrap();
    // Until somebody opens it everything is as it was.
    assert_eq!(browser.get(&host, "/en/desk/").status, StatusCode::OK);
    let (_, answer) = by_code(&host, staff, &next_code(&host, &app));
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let mut other = Browser::default();
    assert_eq!(other.post(&host, &format!("/en/desk/enter/{link}"), &[]).status, StatusCode::SEE_OTHER);
    assert!(browser.get(&host, "/en/desk/").asks_who());
    let (_, answer) = by_code(&host, staff, &next_code(&host, &app));
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    // Nor is it unnoticed afterwards: it is in the log who made the link.
    let history = host.app.store.journal.history::<OfficeEvent>(OFFICE_STREAM).unwrap();
    let invited =
        history.iter().filter(|one| matches!(&one.event, OfficeEvent::StaffInvited(it) if it.staff == staff));
    assert_eq!(invited.count(), 2);
}

#[test]
fn suspending_is_asked_once_and_a_new_account_of_the_same_person_signs_as_the_same() {
    let host = Host::new();
    let (staff, ..) = enrolled(&host);
    let mut desk = host.desk(&[Role::Administrator], &[]);
    let page = desk.browser.get(&host, &format!("/en/desk/staff/{staff}/suspend"));
    assert!(page.text().contains("is not opened again"), "{}", page.text());
    let nobody = format!("/en/desk/staff/{}/suspend", StaffId::from_bytes([0xfe; 16]));
    assert_eq!(desk.browser.get(&host, &nobody).status, StatusCode::NOT_FOUND);
    desk.browser.post(&host, &format!("/en/desk/staff/{staff}/suspend"), &[]);
    let page = desk.browser.get(&host, &format!("/en/desk/staff/?again={staff}"));
    let same = hidden(&page, "same").to_owned();
    assert!(page.text().contains("value=\"Olena Marchuk\""));
    let fields = [("name", "Olena Marchuk"), ("roles", "screener"), ("same", &same)];
    assert_eq!(desk.browser.post(&host, "/en/desk/staff/invite", &fields).status, StatusCode::OK);
    let rows = host.app.store.views.staff().unwrap();
    let human = rows.iter().find(|row| row.staff == staff).unwrap().human;
    assert_eq!(rows.iter().filter(|row| row.human == human).count(), 2);
}

#[test]
fn a_fresh_key_is_asked_for_in_the_ways_the_officer_has() {
    let host = Host::new();
    let (_, _, mut browser) = enrolled(&host);
    let page = browser.get(&host, "/en/desk/step-up");
    assert!(page.text().contains("name=\"code\"") && !page.text().contains("data-passkey"));
    // Somebody who came by a link and made no key yet is told where to make one.
    let (_, link) = invited(&host);
    let mut browser = Browser::default();
    browser.post(&host, &link, &[]);
    let page = browser.get(&host, "/en/desk/step-up");
    assert!(page.text().contains("You have no key yet") && !page.text().contains("name=\"code\""));
}

#[test]
fn shortcuts_are_turned_off_and_on_from_the_account() {
    let host = Host::new();
    let mut desk = host.desk(&[Role::Clerk], &[]);
    assert!(!desk.browser.get(&host, "/en/desk/").text().contains("data-keys=\"off\""));
    for (keys, off) in [("off", true), ("on", false)] {
        let answer = desk.browser.post(&host, "/en/desk/keys", &[("keys", keys), ("from", "account")]);
        assert_eq!(answer.location(), "/en/desk/account/");
        let page = desk.browser.get(&host, "/en/desk/account/");
        assert_eq!(page.text().contains("Turn shortcuts on"), off);
        assert_eq!(desk.browser.get(&host, "/en/desk/").text().contains("data-keys=\"off\""), off);
    }
}
