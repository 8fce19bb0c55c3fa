//! W10: the second score that follows OFAC's own search.

use crate::{
    Choice,
    say::{Goal, Say},
    tally::part,
};

pub(crate) fn measure(choice: &Choice, say: &mut Say) {
    say.note("W10 the score of OFAC's own search");
    let Ok(table) = std::fs::read_to_string(choice.data.pairs.join("ofac_parity_scores.tsv")) else {
        return say.note("  left out: ofac_parity_scores.tsv is absent");
    };
    let rows: Vec<_> = table.lines().skip(1).filter_map(row).collect();
    let (mut close, mut error) = (0, 0);
    for (query, listed, theirs) in &rows {
        let ours = muster_watchlist::ofac_parity(query, listed);
        let difference = ours.abs_diff(*theirs);
        error += difference as usize;
        close += usize::from(difference <= 5);
        if difference > 5 {
            say.note(&format!("    {query} ~ {listed}: {ours}, theirs {theirs}"));
        }
    }
    let remark = format!("mean error {:.2}", part(error, rows.len()));
    say.share_with("w10.within_5_points", part(close, rows.len()), rows.len(), Goal::AtLeast(0.95), &remark);
}

/// Query, listed name, score; nothing where OFAC's search did not show the name at all.
fn row(line: &str) -> Option<(&str, &str, u32)> {
    let mut cells = line.split('\t');
    Some((cells.next()?, cells.next()?, cells.next()?.trim().parse().ok()?))
}
