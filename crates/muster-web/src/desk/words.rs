//! The domain's words as officers read them: one function for each kind. A message's key is made from the stored word.

use crate::Layout;

/// A stored word in words; itself where nobody named it.
fn word(layout: &Layout, kind: &str, stored: &str) -> String {
    let id = format!("desk-word-{kind}-{}", stored.replace('_', "-"));
    layout.perhaps(&id).unwrap_or(stored).to_owned()
}

/// A stage, by its stored word.
pub(crate) fn stage(layout: &Layout, stored: &str) -> String {
    word(layout, "stage", stored)
}

/// A hold, by its stored word.
pub(crate) fn hold(layout: &Layout, stored: &str) -> String {
    word(layout, "hold", stored)
}

/// What the policy finds, by its stored word.
pub(crate) fn finding(layout: &Layout, stored: &str) -> String {
    word(layout, "finding", stored)
}

/// How well a fact is known, by its stored word.
pub(crate) fn provenance(layout: &Layout, stored: &str) -> String {
    word(layout, "provenance", stored)
}

/// What waits, by the word of its queue.
pub(crate) fn queue(layout: &Layout, stored: &str) -> String {
    word(layout, "queue", stored)
}

/// A mission, by its code: its name in the programme, or the code.
pub(crate) fn mission(layout: &Layout, portal: &muster_app::programme::Portal, code: &str) -> String {
    let known = code.parse().ok().and_then(|code| portal.mission(&code));
    known.map_or_else(|| code.to_owned(), |mission| mission.place.say(layout.lang()).to_owned())
}

#[cfg(test)]
mod tests {
    use muster_app::{Programme, desk::Queue};
    use muster_case::{Hold, Stage};
    use muster_vocab::Provenance;

    #[test]
    fn every_stored_word_has_words() {
        let catalog = crate::catalog(&Programme::founding().unwrap(), false).unwrap();
        let stages = Stage::ALL.iter().map(|stage| ("stage", stage.word()));
        let holds = Hold::ALL.iter().map(|hold| ("hold", hold.word()));
        let findings = ["eligible", "tentative", "refuse_proposed", "refer"].map(|word| ("finding", word));
        let provenances = [Provenance::Declared, Provenance::Seen, Provenance::Verified];
        let provenances = provenances.map(|provenance| ("provenance", provenance.word()));
        let queues = Queue::ALL.iter().map(|queue| ("queue", queue.word()));
        for (kind, word) in stages.chain(holds).chain(findings).chain(provenances).chain(queues) {
            let id = format!("desk-word-{kind}-{}", word.replace('_', "-"));
            assert!(catalog.has(&id), "{id}");
        }
    }
}
