//! What the peers are asked, asked of the engine: the same list, the same queries, by the name alone.

use crate::{
    Choice,
    clock::on_processor,
    data::every,
    editions, name_only,
    say::{Goal, Say},
    tally::part,
};
use muster_watchlist::{Snapshot, pairs::PairRow};
use std::time::Duration;

/// Queries of each set; `xtask/peers/watchlist/common.py` takes the same rows.
const EACH: usize = 100;
/// How often they are asked: once is over too soon to be timed.
const ROUNDS: usize = 10;

pub(crate) fn measure(choice: &Choice, say: &mut Say) {
    say.note("Beside the peers: OFAC's list, the name alone, one thread");
    let (editions, loaded) = on_processor(|| editions::read(&choice.data, &[editions::SDN], say));
    if editions.is_empty() {
        return;
    }
    let (snapshot, compiled) = on_processor(|| Snapshot::compile(&editions));
    say.times("beside.load", vec![loaded + compiled], 1.0, Goal::None);
    let mut listed = choice.data.rows("ssb_sdn_variants", 0, say);
    listed.retain(|row| row.matches == Some(true));
    let listed = every(listed, EACH);
    let unlisted = |set| choice.data.rows(set, EACH, say);
    let (global, us) = (unlisted("queries_negative_global"), unlisted("queries_negative_us"));
    let all: Vec<_> = [&listed, &global, &us].into_iter().flatten().map(PairRow::named).collect();
    let mut busy = Duration::ZERO;
    for _ in 0..ROUNDS {
        for subject in &all {
            busy += on_processor(|| snapshot.screen(subject)).1;
        }
    }
    say.rate("beside.screenings.per_cpu_second", all.len() * ROUNDS, busy, Goal::None);
    let hits = listed.iter().filter(|row| name_only::finds(&snapshot, row)).count();
    say.share("beside.recall", part(hits, listed.len()), listed.len(), Goal::None);
    for (name, rows) in [("global", &global), ("us", &us)] {
        let alerts = rows.iter().filter(|row| !snapshot.screen(&row.named()).hits.is_empty()).count();
        say.share(&format!("beside.alerts.{name}"), part(alerts, rows.len()), rows.len(), Goal::None);
    }
}
