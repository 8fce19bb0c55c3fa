//! The same person twice: compared side by side, ruled on in two keys, merged and undone.

use super::{
    cases::{case_of, hidden, history},
    support::{Answer, Browser, Host, WHOLE},
};
use axum::http::StatusCode;
use muster_case::{Event, Hold, Stage};
use muster_vocab::{CaseId, Role};

const US: &[&str] = &["us-washington"];

/// Two applications from one address, the second perhaps of the same person.
fn pair(host: &Host) -> (CaseId, CaseId) {
    let first = host.sent("us-washington");
    host.wait(5);
    let answers: Vec<(&str, &str)> = WHOLE
        .iter()
        .map(|(name, value)| (*name, if *name == "given" { "Arohanui" } else { *value }))
        .collect();
    let second = host.sent_with("us-washington", &answers).case;
    assert!(is_held(host, second), "they share an address");
    (second, first)
}

fn is_held(host: &Host, case: CaseId) -> bool {
    case_of(host, case).holds.contains(&Hold::Duplicate)
}

fn clerk(host: &Host) -> Browser {
    host.desk(&[Role::Clerk], US).browser
}

fn path(case: CaseId, other: CaseId) -> String {
    format!("/en/desk/pairs/{case}/{other}/")
}

/// Opens the pair and answers.
fn answers(
    host: &Host,
    browser: &mut Browser,
    (case, other): (CaseId, CaseId),
    typed: &[(&str, &str)],
) -> Answer {
    let form = browser.get(host, &path(case, other));
    assert_eq!(form.status, StatusCode::OK, "{}", form.text());
    send(host, browser, (case, other), &form, typed)
}

fn send(
    host: &Host,
    browser: &mut Browser,
    (case, other): (CaseId, CaseId),
    form: &Answer,
    typed: &[(&str, &str)],
) -> Answer {
    let (version, once) = (hidden(form, "version"), hidden(form, "once"));
    let mut fields = vec![("version", version.as_str()), ("once", once.as_str())];
    fields.extend(typed);
    browser.post(host, &format!("{}rule", path(case, other)), &fields)
}

/// For what a case was read.
fn purposes(host: &Host, case: CaseId) -> Vec<String> {
    let looks = history(host, case).into_iter().filter_map(|it| match it.event {
        Event::Accessed(look) => Some(look.purpose),
        _ => None,
    });
    looks.collect()
}

#[test]
fn a_pair_is_compared_side_by_side_and_what_is_masked_is_shown_for_a_purpose() {
    let host = Host::new();
    let (case, other) = pair(&host);
    let mut clerk = clerk(&host);
    let list = clerk.get(&host, "/en/desk/pairs/");
    assert!(list.text().contains(&format!("href=\"{}\"", path(case, other))), "{}", list.text());
    let next = clerk.post(&host, "/en/desk/next", &[("queue", "duplicate")]);
    assert_eq!(next.location(), path(case, other), "one key to the next pair");
    let page = clerk.follow(&host, &next);
    assert!(page.text().contains("Arohanui") && page.text().contains("O’Neill"), "{}", page.text());
    assert!(!page.text().contains("aroha@example.org"), "the address is masked");
    for key in 1..=8 {
        assert!(page.text().contains(&format!("data-key=\"{key}\"")), "an answer is a key away: {key}");
    }
    let reveal = format!("{}reveal", path(case, other));
    assert_eq!(clerk.post(&host, &reveal, &[]).status, StatusCode::BAD_REQUEST);
    let shown = clerk.post(&host, &reveal, &[("purpose", "verify")]);
    assert!(shown.text().contains("aroha@example.org"), "{}", shown.text());
    for side in [case, other] {
        let purposes = purposes(&host, side);
        assert!(purposes.iter().any(|it| it == "compare") && purposes.iter().any(|it| it == "verify"));
    }
}

#[test]
fn two_people_both_go_on_and_nobody_is_asked_again() {
    let host = Host::new();
    let (case, other) = pair(&host);
    let mut clerk = clerk(&host);
    let done = answers(&host, &mut clerk, (case, other), &[("answer", "different/household")]);
    assert_eq!(done.location(), "/en/desk/pairs/?done=different");
    assert!(clerk.follow(&host, &done).text().contains("No pair waits"));
    assert!(!is_held(&host, case));
    let page = clerk.get(&host, &path(case, other));
    assert!(page.text().contains("Nothing is to be ruled here any more"), "{}", page.text());
}

#[test]
fn one_person_is_one_case_and_the_merge_can_be_undone() {
    let host = Host::new();
    let (case, other) = pair(&host);
    let mut clerk = clerk(&host);
    let done = answers(&host, &mut clerk, (case, other), &[("answer", "same/contact")]);
    assert_eq!(done.location(), format!("/en/desk/pairs/?done=merged&of={case}"));
    assert_eq!(case_of(&host, case).merged_into, Some(other));
    let undo = format!("/en/desk/cases/{case}/unmerge");
    for page in [clerk.follow(&host, &done), clerk.get(&host, &format!("/en/desk/cases/{case}/"))] {
        assert!(page.text().contains(&format!("href=\"{undo}\"")), "{}", page.text());
    }
    let form = clerk.get(&host, &undo);
    let (version, once) = (hidden(&form, "version"), hidden(&form, "once"));
    let fields = |why| [("version", version.as_str()), ("once", once.as_str()), ("rationale", why)];
    assert_eq!(clerk.post(&host, &undo, &fields(" ")).status, StatusCode::UNPROCESSABLE_ENTITY);
    let undone = clerk.post(&host, &undo, &fields("They are sisters."));
    assert_eq!(undone.location(), "/en/desk/pairs/?done=unmerged");
    let known = case_of(&host, case);
    assert_eq!((known.merged_into, known.stage), (None, Some(Stage::Submitted)));
    assert!(is_held(&host, case), "it waits for a ruling again");
    assert!(clerk.get(&host, &undo).status.is_redirection(), "there is nothing more to undo");
}

#[test]
fn who_cannot_tell_says_so_and_the_case_stays_held() {
    let host = Host::new();
    let (case, other) = pair(&host);
    let mut clerk = clerk(&host);
    let done = answers(&host, &mut clerk, (case, other), &[("answer", "unsure/little")]);
    assert!(done.location().ends_with("?done=unsure"));
    assert!(is_held(&host, case));
    let page = clerk.get(&host, &format!("/en/desk/cases/{case}/?kind=notes"));
    assert!(page.text().contains("a document is needed"), "{}", page.text());
}

#[test]
fn an_answer_without_words_is_asked_for_them_and_one_that_is_none_too() {
    let host = Host::new();
    let pair = pair(&host);
    let mut clerk = clerk(&host);
    for typed in
        [&[][..], &[("answer", "other")], &[("answer", "same/magic")], &[("answer", "different/other")]]
    {
        let answer = answers(&host, &mut clerk, pair, typed);
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed:?}");
        assert!(answer.text().contains("id=\"summary\""));
    }
    let own = [("answer", "different/other"), ("own", "I met both.")];
    answers(&host, &mut clerk, pair, &own).location();
}

#[test]
fn a_pair_that_went_on_or_that_a_colleague_holds_is_not_ruled_on_unseen() {
    let host = Host::new();
    let (case, other) = pair(&host);
    let (mut olena, mut ivan) = (clerk(&host), clerk(&host));
    let form = olena.get(&host, &path(case, other));
    ivan.post(&host, &format!("/en/desk/cases/{case}/claim"), &[]).location();
    let typed = [("answer", "same/identity"), ("own", "The same passport.")];
    let held = send(&host, &mut olena, (case, other), &form, &typed);
    assert_eq!(held.status, StatusCode::CONFLICT);
    assert!(held.text().contains("The same passport."), "nothing typed is lost");
    answers(&host, &mut ivan, (case, other), &[("answer", "different/chance")]).location();
    ivan.post(&host, &format!("/en/desk/cases/{case}/release"), &[]).location();
    assert_eq!(send(&host, &mut olena, (case, other), &form, &typed).status, StatusCode::CONFLICT);
    assert_eq!(case_of(&host, case).merged_into, None);
}

#[test]
fn a_pair_that_nobody_suspects_is_not_there() {
    let host = Host::new();
    let (case, other) = (host.sent("us-washington"), host.another("us-washington", &[("given", "Beatriz")]));
    for (case, other) in [(case, other), (other, case), (case, case)] {
        let answer = clerk(&host).get(&host, &path(case, other));
        assert!(answer.status.is_client_error(), "{}", answer.status);
        assert!(purposes(&host, other).is_empty(), "nothing was opened");
    }
}
