//! W3: what a date of birth and a nationality add, and what a wrong one costs.

use crate::{
    Choice, editions,
    negatives::{self, SETS},
    say::{Goal, Say},
    tally::{Tally, by, judge, judge_against},
};
use muster_watchlist::{Entry, Snapshot, Subject, pairs::PairRow};

pub(crate) fn measure(choice: &Choice, say: &mut Say) {
    say.note("W3 with date of birth and nationality");
    let editions = editions::read(&choice.data, &[editions::SDN], say);
    if !editions.is_empty() {
        let snapshot = Snapshot::compile(&editions);
        let listed = negatives::listed_names(&editions);
        for (name, set) in SETS {
            let rows = choice.data.rows(set, choice.sample, say);
            let goal = if name == "congress" { Goal::None } else { Goal::AtMost(0.0005) };
            let alerts = format!("w3.alerts.{name}");
            negatives::alerts(say, &alerts, &rows, &snapshot, &listed, born_and_nationality, goal);
            let alerts = format!("w3.alerts_with_all_fields.{name}");
            negatives::alerts(say, &alerts, &rows, &snapshot, &listed, PairRow::subject, Goal::None);
        }
    }
    let rows = choice.data.rows("un_treated", choice.sample, say);
    let with = judge(&rows, PairRow::subject);
    let without = judge_against(&rows, |row| (row.named(), row.entry().map(names_only)));
    let (with_all, without_all) = (Tally::of(&with), Tally::of(&without));
    say.share("w3.un_treated.recall_by_name", without_all.recall(), without_all.positives(), Goal::None);
    say.share("w3.un_treated.recall", with_all.recall(), with_all.positives(), Goal::None);
    let loss = without_all.recall() - with_all.recall();
    say.share("w3.un_treated.loss", loss, with_all.positives(), Goal::AtMost(0.005));
    let found = with.iter().map(|pair| (pair.category.as_str(), pair.comparison.verdict.is_hit()));
    by(say, "w3.un_treated.recall", found, |_| Goal::None);
    let homonyms =
        Tally::of(&judge(&choice.data.rows("list_homonyms", choice.sample, say), PairRow::subject));
    say.share("w3.homonyms.false_rate", homonyms.false_rate(), homonyms.negatives(), Goal::AtMost(0.03));
}

/// The subject with what the goal names, without sex and birthplace.
fn born_and_nationality(row: &PairRow) -> Subject {
    Subject { sex: None, birthplaces: Vec::new(), ..row.subject() }
}

fn names_only(entry: Entry) -> Entry {
    Entry { id: entry.id, kind: entry.kind, names: entry.names, ..Entry::default() }
}
