//! W6: the index loses nobody. What it finds is what comparing with every entry finds.

use crate::{
    Choice, crowd, editions, many,
    say::{Goal, Say},
    tally::part,
};
use muster_watchlist::Snapshot;
use std::time::Duration;

pub(crate) fn measure(choice: &Choice, say: &mut Say) {
    say.note("W6 the indexed answer is the answer of comparing with every entry");
    let editions = editions::read(&choice.data, &editions::FIVE, say);
    if editions.is_empty() {
        return;
    }
    let snapshot = Snapshot::compile(&editions);
    let rows = crowd::queries(choice, if choice.full { 5_000 } else { 300 }, say);
    // Half of them with everything that is known, half with the name alone.
    let numbered: Vec<_> = rows.iter().enumerate().collect();
    let allowed = Duration::from_secs(if choice.full { 1_800 } else { 90 });
    let equal = many::in_time(allowed, &numbered, |(at, (_, row))| {
        let subject = if at % 2 == 0 { row.subject() } else { row.named() };
        snapshot.screen(&subject) == snapshot.screen_all(&subject)
    });
    if equal.len() < rows.len() {
        say.note(&format!("  only {} of {} queries in {} s", equal.len(), rows.len(), allowed.as_secs()));
    }
    let same = equal.iter().filter(|equal| **equal).count();
    say.share("w6.index_equals_everything", part(same, equal.len()), equal.len(), Goal::AtLeast(1.0));
    for ((_, (set, row)), _) in numbered.iter().zip(&equal).filter(|(_, equal)| !**equal).take(5) {
        say.note(&format!("    not equal, of {set}: {}", row.query.join(" | ")));
    }
}
