//! Who looked at somebody's data: in which role, on which day.

use super::day;
use crate::Layout;
use jiff::Timestamp;
use muster_app::people::{CaseFile, FileEntry, PersonFile, Subject};
use muster_vocab::Role;
use std::collections::BTreeMap;

/// On a day, somebody in a role looked.
pub(super) struct Look {
    pub(super) day: String,
    pub(super) role: String,
    pub(super) times: String,
}

/// Everybody who looked, the latest day first; one line for each day and role.
pub(super) fn looks(layout: &Layout, file: &PersonFile) -> Vec<Look> {
    let accesses = file.cases.iter().filter_map(|case| case.entries.get(&Subject::Accesses)).flatten();
    let mut days: BTreeMap<jiff::civil::Date, BTreeMap<&str, (Timestamp, u32)>> = BTreeMap::new();
    for entry in accesses {
        let roles = days.entry(crate::portal::today(entry.at)).or_default();
        roles.entry(entry.by).or_insert((entry.at, 0)).1 += 1;
    }
    let look = |(role, (at, times)): (&str, (Timestamp, u32))| Look {
        day: day(layout, at),
        role: in_words(layout, role).to_owned(),
        times: layout.say_with("my-data-times", &[("times", times.into())]),
    };
    days.into_iter().rev().flat_map(|(_, roles)| roles.into_iter().map(look)).collect()
}

/// A role as people call it. Whoever rules on hits is somebody who checks: that there is a hit shows nowhere
/// (capability C6).
fn in_words<'l>(layout: &'l Layout, role: &str) -> &'l str {
    let is = |known: &[Role]| known.iter().any(|known| known.word() == role);
    if role == "you" {
        layout.say("my-data-role-you")
    } else if is(&[Role::Screener, Role::Adjudicator]) {
        layout.say("my-data-role-checks")
    } else if is(&[Role::Interviewer]) {
        layout.say("my-data-role-interviews")
    } else if is(&[Role::Attache]) {
        layout.say("my-data-role-decides")
    } else if is(&[Role::Border]) {
        layout.say("my-data-role-reception")
    } else if is(&[Role::Personnel, Role::Welfare]) {
        layout.say("my-data-role-personnel")
    } else if is(&[Role::DataProtection, Role::Counsel]) {
        layout.say("my-data-role-law")
    } else if is(&[Role::System]) {
        layout.say("my-data-role-program")
    } else {
        layout.say("my-data-role-reads")
    }
}

/// A file as it may be, for samples: on one day two roles looked, one of them twice.
pub(super) fn sample() -> PersonFile {
    let at = Timestamp::UNIX_EPOCH + jiff::SignedDuration::from_hours(19_054 * 24 + 9);
    let entry = |version, by| FileEntry {
        version,
        at,
        by,
        what: "access.recorded",
        details: serde_json::json!({ "purpose": "to read the application" }),
    };
    let looked = vec![entry(5, "clerk"), entry(6, "clerk"), entry(7, "adjudicator")];
    let case = CaseFile {
        case: "00000000-0000-4000-8000-000000000001".parse().expect("it is an identifier"),
        mission: "us-washington".to_owned(),
        channel: "web".to_owned(),
        stage: "submitted".to_owned(),
        stage_since: at,
        holds: Vec::new(),
        merged_into: None,
        entries: BTreeMap::from([(Subject::Accesses, looked)]),
    };
    let person = "00000000-0000-4000-8000-000000000002".parse().expect("it is an identifier");
    PersonFile { person, made_at: at, cases: vec![case] }
}

#[cfg(test)]
mod tests {
    use super::*;
    use muster_i18n::{Catalog, Source};
    use std::sync::Arc;

    #[test]
    fn nobody_learns_from_who_looked_that_there_is_a_hit() {
        let text = include_str!("../../../locales/en/my-data.ftl");
        let catalog = Catalog::read("en", &[Source { language: "en", file: "my-data.ftl", text }]);
        let catalog = Arc::new(catalog.expect("the texts are whole"));
        let layout = Layout::new(&catalog, catalog.default_locale(), "/my-data/");
        assert_eq!(in_words(&layout, "adjudicator"), in_words(&layout, "screener"));
        assert_ne!(in_words(&layout, "adjudicator"), in_words(&layout, "clerk"));
    }
}
