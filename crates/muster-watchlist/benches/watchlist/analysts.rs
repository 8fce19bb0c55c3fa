//! W4: what analysts decided, and further pairs for information.

use crate::{
    Choice,
    say::{Goal, Say},
    tally::{Judged, Tally, best_f1, by, judge},
};
use muster_watchlist::pairs::PairRow;

pub(crate) fn measure(choice: &Choice, say: &mut Say) {
    say.note("W4 pairs with labels");
    let read = |set| judge(&choice.data.rows(set, choice.sample, say), PairRow::subject);
    let goals = (Goal::AtLeast(0.990), Goal::AtMost(0.05));
    whole(say, "w4.os_pairs_person", &read("os_pairs_person"), goals);
    whole(say, "w4.os_pairs_org", &read("os_pairs_org"), (Goal::AtLeast(0.95), Goal::None));
    let names = read("nk_name_bench");
    whole(say, "w4.nk_name_bench", &names, (Goal::None, Goal::None));
    let right =
        names.iter().map(|pair| (pair.quality.as_str(), pair.same == pair.comparison.verdict.is_hit()));
    by(say, "w4.nk_name_bench.right", right, |_| Goal::None);
    for set in ["nk_entity_checks", "watchman_crossscript", "ar_segments", "token_variants"] {
        whole(say, &format!("w4.{set}"), &read(set), (Goal::None, Goal::None));
    }
    let aliases = judge(&choice.data.rows("alias_loao", choice.sample, say), PairRow::named);
    let found = |pair: &Judged| pair.comparison.verdict.is_hit();
    by(say, "w4.alias_loao.recall", aliases.iter().map(|pair| (pair.quality.as_str(), found(pair))), |_| {
        Goal::None
    });
    by(say, "w4.alias_loao.recall", aliases.iter().map(|pair| (pair.category.as_str(), found(pair))), |_| {
        Goal::None
    });
}

/// F1 and false-positive rate of a set by the verdicts, with everything a reader wants beside it.
fn whole(say: &Say, name: &str, judged: &[Judged], (f1, false_rate): (Goal, Goal)) {
    if judged.is_empty() {
        return;
    }
    let tally = Tally::of(judged);
    let (best, threshold) = best_f1(judged);
    let remark = format!(
        "P {:.3} R {:.3}, {} missed, {} false; best {best:.4} at {threshold:.1} bits",
        tally.precision(),
        tally.recall(),
        tally.misses,
        tally.false_alerts,
    );
    say.share_with(&format!("{name}.f1"), tally.f1(), judged.len(), f1, &remark);
    if tally.negatives() > 0 {
        say.share(&format!("{name}.false_rate"), tally.false_rate(), tally.negatives(), false_rate);
    }
}
