//! The same work for many rows, on all cores, in order.

use crate::clock::Deadline;
use std::{
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering::Relaxed},
    },
    time::Duration,
};

/// Rows a thread takes at once.
const BATCH: usize = 16;

/// Applies `each` to all `rows` on all cores; results in the order of the rows.
pub(crate) fn map<T: Sync, R: Send>(rows: &[T], each: impl Fn(&T) -> R + Sync) -> Vec<R> {
    map_on(cores(), rows, each)
}

/// The same on so many threads.
pub(crate) fn map_on<T: Sync, R: Send>(threads: usize, rows: &[T], each: impl Fn(&T) -> R + Sync) -> Vec<R> {
    work(threads, None, rows, each)
}

/// The same on all cores, until the time allowed is over: results of the first rows.
pub(crate) fn in_time<T: Sync, R: Send>(
    allowed: Duration,
    rows: &[T],
    each: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    work(cores(), Some(allowed), rows, each)
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

fn work<T: Sync, R: Send>(
    threads: usize,
    allowed: Option<Duration>,
    rows: &[T],
    each: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let over = Deadline::after(allowed);
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::new());
    // Where time is short, a row may be long: then a batch is one row.
    let batch = if allowed.is_some() { 1 } else { BATCH };
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let from = next.fetch_add(batch, Relaxed);
                    if from >= rows.len() || over.is_over() {
                        return;
                    }
                    let rows = &rows[from..(from + batch).min(rows.len())];
                    let results: Vec<R> = rows.iter().map(&each).collect();
                    done.lock().expect("no thread panics").push((from, results));
                }
            });
        }
    });
    let mut done = done.into_inner().expect("no thread panics");
    done.sort_unstable_by_key(|(from, _)| *from);
    done.into_iter().flat_map(|(_, results)| results).collect()
}
