//! Where an account begins, and a list of accounts that stays short however many there are.

use super::support::{Desk, Host};
use muster_app::office::NewStaff;
use muster_case::Permit;
use muster_vocab::{OsDice, Role};

/// Invites somebody of this name, who has not come yet.
fn invited(host: &Host, name: &str) {
    let new =
        NewStaff { name: name.to_owned(), roles: [Role::Clerk].into(), missions: [].into(), human: None };
    let permit = Permit::ask(host.administrator).unwrap();
    host.app.add_staff(permit, new, &mut OsDice, host.now()).unwrap();
}

#[test]
fn who_has_no_work_in_any_queue_begins_where_their_work_is() {
    let host = Host::new();
    let begins = [
        (Role::Administrator, "/en/desk/staff/"),
        (Role::DataProtection, "/en/desk/audit/"),
        (Role::Border, "/en/desk/search"),
        (Role::PolicyOwner, "/en/desk/account/"),
    ];
    for (role, page) in begins {
        let Desk { mut browser, .. } = host.desk(&[role], &[]);
        assert_eq!(browser.get(&host, "/en/desk/").location(), page);
        let text = browser.get(&host, page).text().to_owned();
        assert!(!text.contains("href=\"/en/desk/\" aria-current"), "an empty queue is no place");
    }
}

#[test]
fn many_accounts_stand_on_pages_and_one_is_found_by_a_part_of_its_name() {
    let host = Host::new();
    for number in 0..60 {
        invited(&host, &format!("Clerk {number:02}"));
    }
    invited(&host, "Мирослава Гнатюк");
    let Desk { mut browser, .. } = host.desk(&[Role::Administrator], &[]);
    let first = browser.get(&host, "/en/desk/staff/");
    assert_eq!(first.text().matches("<section class=\"card\">").count(), 50);
    assert!(first.text().contains("\u{2068}62\u{2069} accounts"), "{}", first.text());
    let second = browser.get(&host, "/en/desk/staff/?page=2");
    assert_eq!(second.text().matches("<section class=\"card\">").count(), 12);
    assert!(!second.text().contains("Clerk 00") && second.text().contains("Clerk 59"));
    for odd in ["?page=99", "?page=0", "?page=-1", "?page=x"] {
        assert_eq!(browser.get(&host, &format!("/en/desk/staff/{odd}")).status, 200, "{odd}");
    }
    let found = browser.post(&host, "/en/desk/staff/find", &[("find", " гнат ")]);
    assert!(found.text().contains("Мирослава Гнатюк") && found.text().contains("\u{2068}1\u{2069} account."));
    assert!(!found.text().contains("Clerk 00"));
}
