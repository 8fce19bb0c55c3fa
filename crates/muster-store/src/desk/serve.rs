//! The next case: found and put into an officer's hands in one transaction.

use super::{
    Desk,
    claims::take,
    waiting::{Order, Place},
};
use crate::{
    StoreError, args,
    db::{Arg, DbError, Ticket, Tx},
};
use jiff::Timestamp;
use muster_vocab::{CaseId, HumanId, StaffId};

/// Who is to be served from where.
#[derive(Debug, Clone)]
pub struct Serving {
    /// The account.
    pub staff: StaffId,
    /// The human behind it.
    pub human: HumanId,
    /// The queues to look in, each group before the next; within a group the most urgent case of all.
    pub places: Vec<Vec<Place>>,
    /// Of a thousand serves, how many go to whoever has waited longest.
    pub oldest_in_a_thousand: u32,
    /// Now.
    pub at: Timestamp,
    /// A claim that was not touched since then is over.
    pub over: Timestamp,
}

/// A case that was served.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Served {
    /// The case.
    pub case: CaseId,
    /// The queue it waited in.
    pub queue: String,
    /// Whether it came because it has waited longest.
    pub as_oldest: bool,
}

/// The name of the one counter there is.
const COUNTER: &str = "next";

/// A case, the key it is ordered by, and its queue.
type Candidate = (i64, i64, CaseId, String);

impl Desk {
    /// Puts the next case that waits into an officer's hands. Never one that is in anybody's hands, that has gone on since
    /// it was looked at, or that this human must not have.
    pub fn serve_next(&self, serving: Serving) -> Ticket<Option<Served>, StoreError> {
        self.0.db.write(move |tx| {
            let share = u64::from(serving.oldest_in_a_thousand);
            let rows = tx.query("SELECT served FROM serves WHERE name = $1", args![COUNTER])?;
            let served: u64 = rows.first().map_or(Ok(0), |row| row.get(0))?;
            // Spread evenly, and the same for everybody who counts along.
            let as_oldest = (served + 1) * share / 1000 > served * share / 1000;
            let order = if as_oldest { Order::Oldest } else { Order::Urgent };
            for group in &serving.places {
                let Some((_, _, case, queue)) = first(tx, group, order, &serving)? else { continue };
                if !take(tx, case, serving.staff, serving.human, serving.at, serving.over)? {
                    continue;
                }
                let sql = "INSERT INTO serves (name, served) VALUES ($1, 1)
                           ON CONFLICT (name) DO UPDATE SET served = serves.served + 1";
                tx.execute(sql, args![COUNTER])?;
                return Ok(Some(Served { case, queue, as_oldest }));
            }
            Ok(None)
        })
    }
}

/// The first of everything that waits at these places: one indexed look at each.
fn first(
    tx: &mut dyn Tx,
    places: &[Place],
    order: Order,
    serving: &Serving,
) -> Result<Option<Candidate>, DbError> {
    let columns = order.columns();
    let mut best: Option<Candidate> = None;
    // A statement of moderate length at a time.
    for some in places.chunks(32) {
        let look = |n: usize| {
            let (queue, mission) = (4 + 2 * n, 5 + 2 * n);
            format!(
                "SELECT * FROM (SELECT w.{}, w.{}, w.case_id, w.queue FROM waiting w
                  WHERE w.queue = ${queue} AND w.mission = ${mission} AND w.from_at <= $1
                    AND NOT EXISTS (SELECT 1 FROM claims c WHERE c.case_id = w.case_id AND c.seen_at > $2)
                    AND NOT EXISTS (SELECT 1 FROM waiting_not n
                                     WHERE n.case_id = w.case_id AND n.queue = w.queue AND n.human = $3)
                    AND EXISTS (SELECT 1 FROM cases k WHERE k.case_id = w.case_id AND k.version = w.version)
                  ORDER BY w.{}, w.{}, w.case_id LIMIT 1) AS look{n}",
                columns[0], columns[1], columns[0], columns[1]
            )
        };
        let sql: Vec<String> = (0..some.len()).map(look).collect();
        let mut bound: Vec<Arg<'_>> =
            args![serving.at.as_microsecond(), serving.over.as_microsecond(), serving.human.bytes()].to_vec();
        for place in some {
            bound.extend([Arg::Text(&place.queue), Arg::Text(&place.mission)]);
        }
        let rows = tx.query(&sql.join(" UNION ALL "), &bound)?;
        for row in rows.iter() {
            let found = (row.get(0)?, row.get(1)?, CaseId::from_bytes(row.get(2)?), row.get(3)?);
            if best.as_ref().is_none_or(|best| found < *best) {
                best = Some(found);
            }
        }
    }
    Ok(best)
}
