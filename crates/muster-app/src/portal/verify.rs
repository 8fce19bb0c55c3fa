//! Is this letter, number, address or account really ours? (Capability A6.)

use super::code::forgive;
use crate::{
    App, Failure,
    programme::{Official, OfficialKind},
};
use jiff::Timestamp;
use muster_vocab::{EmailAddress, MissionCode, PhoneNumber};

/// Whether something is ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Genuine {
    /// It is.
    Ours {
        /// What it is.
        kind: GenuineKind,
        /// Which mission's.
        mission: MissionCode,
        /// When it was written, for a letter.
        when: Option<Timestamp>,
    },
    /// We know nothing of it: do not trust it.
    NotKnown,
}

/// What can be ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GenuineKind {
    /// A letter, by its number.
    Letter,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A web address.
    Web,
    /// A house.
    Address,
    /// An account of a social network or messenger.
    Account,
}

impl From<OfficialKind> for GenuineKind {
    fn from(kind: OfficialKind) -> Self {
        match kind {
            OfficialKind::Email => Self::Email,
            OfficialKind::Phone => Self::Phone,
            OfficialKind::Web => Self::Web,
            OfficialKind::Address => Self::Address,
            OfficialKind::Account => Self::Account,
        }
    }
}

impl App {
    /// Whether what was typed is ours.
    ///
    /// # Errors
    /// If the store fails.
    pub fn verify(&self, typed: &str) -> Result<Genuine, Failure> {
        let typed = typed.trim();
        if let Some(number) = letter_number(typed)
            && let Some((mission, when)) = self.store.portal.letter(&number)?
            && let Ok(mission) = mission.parse()
        {
            return Ok(Genuine::Ours { kind: GenuineKind::Letter, mission, when: Some(when) });
        }
        for mission in &self.programme.portal().missions {
            if let Some(own) = mission.official.iter().find(|own| is_it(own, typed)) {
                let (kind, mission) = (own.kind.into(), mission.code.clone());
                return Ok(Genuine::Ours { kind, mission, when: None });
            }
        }
        Ok(Genuine::NotKnown)
    }
}

/// The number of a letter as it is written, from how it was typed.
fn letter_number(typed: &str) -> Option<String> {
    // In `ML` the L is a letter; everywhere after it stands for 1.
    let letters = forgive(typed);
    let rest = letters.strip_prefix("M1").filter(|rest| rest.len() == 8).unwrap_or(&letters);
    (rest.len() == 8).then(|| format!("ML-{}-{}", &rest[..4], &rest[4..]))
}

fn is_it(own: &Official, typed: &str) -> bool {
    match own.kind {
        OfficialKind::Email => {
            let read = |text: &str| text.parse::<EmailAddress>().ok().map(|email| email.normal());
            read(&own.value).is_some_and(|own| read(within(typed)) == Some(own))
        }
        OfficialKind::Phone => {
            let read = |text: &str| text.parse::<PhoneNumber>().ok();
            read(&own.value).is_some_and(|own| read(typed) == Some(own))
        }
        OfficialKind::Web => page(&own.value).is_some_and(|(host, path)| {
            let below = |typed: &str| {
                typed
                    .strip_prefix(&path)
                    .is_some_and(|rest| rest.is_empty() || path.is_empty() || rest.starts_with('/'))
            };
            page(typed).is_some_and(|(typed_host, typed_path)| typed_host == host && below(&typed_path))
        }),
        OfficialKind::Address => !folded(typed).is_empty() && folded(&own.value) == folded(typed),
        OfficialKind::Account => {
            let name = |text: &str| text.trim().trim_start_matches('@').to_lowercase();
            !name(typed).is_empty() && name(&own.value) == name(typed)
        }
    }
}

/// The address in `Somebody <name@example.org>`: the name before it proves nothing.
fn within(typed: &str) -> &str {
    typed.rsplit_once('<').and_then(|(_, rest)| rest.strip_suffix('>')).unwrap_or(typed)
}

/// Host and path of a web address. Nothing where it is not what it looks like: a name before an `@`, another port, a
/// backslash, letters that are not ASCII.
fn page(typed: &str) -> Option<(String, String)> {
    let lower = typed.trim().to_lowercase();
    let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://")).unwrap_or(&lower);
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    let (host, path) =
        rest.split_once('/').map_or((rest, String::new()), |(host, path)| (host, format!("/{path}")));
    let host = host.strip_suffix(":443").unwrap_or(host).trim_end_matches('.');
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '-';
    let fits =
        host.contains('.') && host.chars().all(plain) && !path.contains(['\\', '@']) && !path.contains("..");
    fits.then(|| (host.to_owned(), path.trim_end_matches('/').to_owned()))
}

/// A postal address by its letters and digits alone.
fn folded(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::Words;

    fn ours(kind: OfficialKind, value: &str, typed: &str) -> bool {
        is_it(&Official { kind, value: value.into(), about: Words::default() }, typed)
    }

    #[test]
    fn a_web_address_that_only_looks_like_ours_is_not() {
        let web = |typed| ours(OfficialKind::Web, "https://join.example.org", typed);
        for typed in
            ["join.example.org", "https://JOIN.example.org./en/verify?x=1", "http://join.example.org:443/"]
        {
            assert!(web(typed), "{typed} is ours");
        }
        for typed in [
            "https://join.example.org.evil.test/",
            "https://join.example.org@evil.test/",
            "https://evil.test/join.example.org",
            "https://join-example.org",
            "https://jоin.example.org", // the o is Cyrillic
            "https://join.example.org:8443/",
            "https://join.example.org\\@evil.test",
            "",
        ] {
            assert!(!web(typed), "{typed} is not ours");
        }
        let below = |typed| ours(OfficialKind::Web, "https://example.org/legion", typed);
        assert!(below("example.org/legion/en/") && !below("example.org/legionnaire"));
    }

    #[test]
    fn an_address_is_ours_whatever_name_stands_before_it() {
        let mail = |typed| ours(OfficialKind::Email, "legion@example.org", typed);
        assert!(mail("The Legion <Legion@Example.org>") && mail("legion@example.org"));
        assert!(!mail("legion@example.org <thief@example.com>") && !mail("legion@example.com"));
    }

    #[test]
    fn numbers_houses_and_accounts_are_forgiven_how_they_are_written() {
        assert!(ours(OfficialKind::Phone, "+1 202 555 0142", "001 (202) 555-0142"));
        assert!(!ours(OfficialKind::Phone, "+1 202 555 0142", "202 555 0142"));
        assert!(ours(OfficialKind::Address, "100 Example Street NW", "100, example street, N.W."));
        assert!(ours(OfficialKind::Account, "@legion_example", "Legion_Example"));
        assert!(!ours(OfficialKind::Account, "@legion_example", ""));
    }

    #[test]
    fn a_letters_number_is_read_however_it_is_typed() {
        for typed in ["ML-7Q4K-22XY", "ml 7q4k 22xy", "7Q4K22XY"] {
            assert_eq!(letter_number(typed).as_deref(), Some("ML-7Q4K-22XY"));
        }
        assert_eq!(letter_number("ML-7Q4K"), None);
    }
}
