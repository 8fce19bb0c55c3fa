//! W9: the same question of the same lists gives the same bytes, and the parts sum to the score.

use crate::{
    Choice,
    clock::in_time,
    crowd, editions,
    say::{Goal, Say},
    tally::part,
};
use muster_watchlist::{Hit, Snapshot, Subject};
use std::time::Duration;

/// Alerts to replay.
const ALERTS: usize = 2_000;

pub(crate) fn measure(choice: &Choice, say: &mut Say) {
    say.note("W9 replay");
    let editions = editions::read(&choice.data, &editions::FIVE, say);
    if editions.is_empty() {
        return;
    }
    let snapshot = Snapshot::compile(&editions);
    let reopened = Snapshot::from_bytes(&snapshot.to_bytes()).expect("its own bytes");
    let rows = crowd::queries(choice, if choice.full { 10_000 } else { 4_000 }, say);
    let allowed = Duration::from_secs(if choice.full { 600 } else { 30 });
    let (mut alerts, mut alike, mut sums) = (0, 0, 0);
    in_time(allowed, &rows, |(_, row)| {
        if alerts >= ALERTS {
            return;
        }
        let subject = row.subject();
        let hits = snapshot.screen(&subject).hits;
        if hits.is_empty() {
            return;
        }
        let (again, elsewhere) = (replayed(&snapshot, &subject), replayed(&reopened, &subject));
        for (at, hit) in hits.iter().enumerate() {
            let bytes = json(hit);
            alerts += 1;
            alike += usize::from(again.get(at) == Some(&bytes) && elsewhere.get(at) == Some(&bytes));
            let comparison = &hit.comparison;
            let sum = comparison.parts.iter().map(|part| part.bits).sum();
            sums +=
                usize::from(comparison.score == sum && comparison.parts.iter().all(|p| !p.rule.is_empty()));
        }
    });
    say.share("w9.same_bytes", part(alike, alerts), alerts, Goal::AtLeast(1.0));
    say.share("w9.parts_sum_to_the_score", part(sums, alerts), alerts, Goal::AtLeast(1.0));
}

fn replayed(snapshot: &Snapshot, subject: &Subject) -> Vec<Vec<u8>> {
    snapshot.screen(subject).hits.iter().map(json).collect()
}

fn json(hit: &Hit) -> Vec<u8> {
    serde_json::to_vec(hit).expect("a hit is plain data")
}
