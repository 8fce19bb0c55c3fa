//! What the portal's files say together: that questions, messages and notices fit each other and the programme.

use super::{Confidence, Notices, Portal, PortalFault, check_questions, messages};
use std::collections::BTreeSet;

/// What the programme wants of its portal.
pub(super) struct Needs<'a> {
    /// The languages it answers in.
    pub(super) languages: &'a [String],
    /// The purposes consent is asked for.
    pub(super) purposes: &'a BTreeSet<String>,
    /// The skills that must be among the answers.
    pub(super) needed_skills: &'a BTreeSet<String>,
}

/// Every fault at once, by file. An empty portal has none.
pub(super) fn portal(portal: &Portal, needs: &Needs<'_>) -> Vec<PortalFault> {
    if portal.is_empty() {
        return Vec::new();
    }
    let mut faults = check_questions::questions(portal, needs);
    missions(portal, needs, &mut faults);
    for notice in portal.notices.countries.values() {
        let file = format!("notices/{}.toml", notice.country);
        let mut fault = |why: String| faults.push(PortalFault::new(&file, why));
        if notice.edition.is_empty() {
            fault("has no edition".into());
        }
        if notice.sources.is_empty() {
            fault("has no source: say where it is written".into());
        }
        complete(&notice.reviewer.0, "the reviewer", needs, &mut fault);
        if notice.confidence == Confidence::High {
            complete(&notice.text, "the text", needs, &mut fault);
        } else if !notice.text.is_empty() {
            fault("has a text without being sure: only a notice of high confidence may have one".into());
        }
        for (language, text) in &notice.text {
            if text.short.is_empty() || text.home_recruiting.is_empty() {
                fault(format!("`{language}`: `short` or `home_recruiting` is empty"));
            }
            if !(2..=5).contains(&text.effect.len()) {
                fault(format!(
                    "`{language}`: the effect takes two to five sentences, not {}",
                    text.effect.len()
                ));
            }
        }
    }
    general(&portal.notices, needs, &mut faults);
    faults.extend(messages::check(portal, needs));
    faults.sort();
    faults.dedup();
    faults
}

fn missions(portal: &Portal, needs: &Needs<'_>, faults: &mut Vec<PortalFault>) {
    let mut seen = BTreeSet::new();
    for mission in &portal.missions {
        let code = &mission.code;
        let mut fault = |why: String| faults.push(PortalFault::new("missions.toml", why));
        if !seen.insert(code.as_str()) {
            fault(format!("`{code}` stands twice"));
        }
        if mission.official.is_empty() {
            fault(format!("`{code}` has no official address: nobody could tell it from an impostor"));
        }
        if jiff::tz::TimeZone::get(&mission.time_zone).is_err() {
            fault(format!("`{code}`: there is no time zone `{}`", mission.time_zone));
        }
        let about = mission.official.iter().map(|official| ("what an address is for", &official.about));
        let own = [("the name", &mission.name), ("the place", &mission.place), ("the hours", &mission.hours)];
        for (what, words) in own.into_iter().chain(about) {
            complete(&words.0, &format!("`{code}`: {what}"), needs, &mut fault);
        }
    }
    if portal.missions.is_empty() {
        faults.push(PortalFault::new("missions.toml", "has no mission"));
    }
}

fn general(notices: &Notices, needs: &Needs<'_>, faults: &mut Vec<PortalFault>) {
    let general = &notices.general;
    let mut fault = |why: String| faults.push(PortalFault::new("notices/general.toml", why));
    if general.sources.is_empty() {
        fault("has no source: say where it is written".into());
    }
    complete(&general.reviewer.0, "the reviewer", needs, &mut fault);
    complete(&general.text, "the text", needs, &mut fault);
    let ids = |text: &super::GeneralText| text.risks.iter().map(|risk| risk.id.clone()).collect::<Vec<_>>();
    let first = general.text.values().next().map(ids).unwrap_or_default();
    for (language, text) in &general.text {
        if ids(text) != first {
            fault(format!("`{language}`: the risks are not those of the other languages, in their order"));
        }
        if text.not_advice.is_empty() || text.ask_a_lawyer.is_empty() || text.risks.is_empty() {
            fault(format!("`{language}`: `not_advice`, `ask_a_lawyer` or `risks` is empty"));
        }
    }
    let asked = &general.comprehension;
    if !asked.answers.contains(&asked.right) {
        fault(format!("the right answer `{}` is none of the answers", asked.right));
    }
    complete(&asked.text, "the comprehension question", needs, &mut fault);
    for (language, text) in &asked.text {
        if !text.answer.keys().eq(asked.answers.iter().collect::<BTreeSet<_>>()) {
            fault(format!("`{language}`: the comprehension question's answers are not those it lists"));
        }
    }
}

/// Complains of each language of the programme that is missing in `texts`.
fn complete<T>(
    texts: &std::collections::BTreeMap<String, T>,
    what: &str,
    needs: &Needs<'_>,
    fault: &mut impl FnMut(String),
) {
    for language in needs.languages.iter().filter(|language| !texts.contains_key(*language)) {
        fault(format!("{what} is missing in `{language}`"));
    }
}
