//! W2: names in their own script against Latin names, and official romanisations.

use crate::{
    Choice,
    data::script,
    editions, negatives,
    say::{Goal, Say},
    tally::{by, judge, part},
};
use muster_watchlist::{Edition, Snapshot, pairs::PairRow};

pub(crate) fn measure(choice: &Choice, say: &mut Say) {
    say.note("W2 across scripts, by the name alone");
    let judged = judge(&choice.data.rows("xscript_aliases", choice.sample, say), PairRow::named);
    let found = judged.iter().map(|pair| (pair.category.as_str(), pair.comparison.verdict.is_hit()));
    by(say, "w2.recall", found, |class| match class {
        "ARABIC" => Goal::AtLeast(0.93),
        "CYRILLIC" => Goal::AtLeast(0.995),
        _ => Goal::None,
    });
    let judged = judge(&choice.data.rows("romanisations_cyrillic", choice.sample, say), PairRow::named);
    let hits = judged.iter().filter(|pair| pair.comparison.verdict.is_hit()).count();
    say.share("w2.romanisations", part(hits, judged.len()), judged.len(), Goal::AtLeast(0.99));
    let found = judged.iter().map(|pair| (pair.category.as_str(), pair.comparison.verdict.is_hit()));
    by(say, "w2.romanisations.system", found, |_| Goal::None);
    let found = judged.iter().map(|pair| (pair.quality.as_str(), pair.comparison.verdict.is_hit()));
    by(say, "w2.romanisations.language", found, |_| Goal::None);
    let five = editions::read(&choice.data, &editions::FIVE, say);
    if five.is_empty() {
        return;
    }
    let rows = choice.data.rows("queries_negative_global", 0, say);
    against(choice, say, "five_lists", &five, &rows);
    against(choice, say, "sdn", &five[..1], &rows);
}

/// False alerts of each script against some lists.
fn against(choice: &Choice, say: &Say, lists: &str, editions: &[Edition], rows: &[PairRow]) {
    let snapshot = Snapshot::compile(editions);
    let listed = negatives::listed_names(editions);
    for wanted in ["arabic", "cyrillic", "latin", "han", "hangul", "kana", "devanagari", "thai"] {
        let rows: Vec<_> = rows.iter().filter(|row| script(&row.query[0]) == wanted).cloned().collect();
        let rows = crate::data::every(rows, choice.sample);
        let goal = if matches!(wanted, "arabic" | "cyrillic") { Goal::AtMost(0.01) } else { Goal::None };
        let name = format!("w2.alerts.{lists}.{wanted}");
        negatives::alerts(say, &name, &rows, &snapshot, &listed, PairRow::named, goal);
    }
}
