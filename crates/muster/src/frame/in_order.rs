//! Work on many rows at once, and the answers in the order of the rows.

use super::Fault;
use std::{
    num::NonZero,
    sync::mpsc::sync_channel,
    thread::{available_parallelism, scope},
};

/// How many rows a worker takes at once: enough that handing them over costs nothing.
const ROWS: usize = 32;
/// How many such portions wait before a worker, and after it. Memory stays flat however long the input is.
const WAITING: usize = 4;

/// Takes every row through `work`, on as many threads as the machine has processors, and gives the answers to `put` in
/// the order of the rows.
///
/// The portions go round the workers like cards, and are taken back in the same round: the order needs no sorting.
pub(crate) fn in_order<R: Send, A: Send>(
    mut rows: impl Iterator<Item = R> + Send,
    work: impl Fn(R) -> A + Sync,
    mut put: impl FnMut(A) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let workers = available_parallelism().map_or(1, NonZero::get);
    scope(|threads| {
        let mut to = Vec::with_capacity(workers);
        let mut from = Vec::with_capacity(workers);
        for _ in 0..workers {
            let (give, take) = sync_channel::<Vec<R>>(WAITING);
            let (answer, answered) = sync_channel::<Vec<A>>(WAITING);
            let work = &work;
            threads.spawn(move || {
                for portion in take {
                    // Nobody takes answers any more once the output is closed.
                    if answer.send(portion.into_iter().map(work).collect()).is_err() {
                        return;
                    }
                }
            });
            to.push(give);
            from.push(answered);
        }
        threads.spawn(move || {
            for worker in to.iter().cycle() {
                let portion: Vec<R> = rows.by_ref().take(ROWS).collect();
                if portion.is_empty() || worker.send(portion).is_err() {
                    return;
                }
            }
        });
        for worker in from.iter().cycle() {
            let Ok(portion) = worker.recv() else { break };
            portion.into_iter().try_for_each(&mut put)?;
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::Exit;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn every_row_is_answered_once_in_its_place(rows in 0_u32..700) {
            let mut seen = Vec::new();
            in_order(0..rows, |row| row * 2, |answer| { seen.push(answer); Ok(()) }).unwrap();
            prop_assert_eq!(seen, (0..rows).map(|row| row * 2).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_closed_output_ends_the_work_however_many_rows_there_are() {
        let mut put = 0;
        let ended = in_order(
            0_u64..,
            |row| row,
            |_| {
                put += 1;
                if put < 100 { Ok(()) } else { Err(Fault::new(Exit::Refused, "enough")) }
            },
        );
        assert_eq!(ended.unwrap_err().what(), "enough");
    }
}
