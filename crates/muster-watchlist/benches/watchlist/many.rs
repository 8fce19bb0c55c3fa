//! The same work for many rows, on all cores, in order.

use std::sync::{Mutex, atomic::AtomicUsize, atomic::Ordering::Relaxed};

/// Rows a thread takes at once.
const BATCH: usize = 16;

/// Applies `each` to all `rows` on all cores; results in the order of the rows.
pub(crate) fn map<T: Sync, R: Send>(rows: &[T], each: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    map_on(threads, rows, each)
}

/// The same on so many threads.
pub(crate) fn map_on<T: Sync, R: Send>(threads: usize, rows: &[T], each: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let from = next.fetch_add(BATCH, Relaxed);
                    if from >= rows.len() {
                        return;
                    }
                    let batch = &rows[from..(from + BATCH).min(rows.len())];
                    let results: Vec<R> = batch.iter().map(&each).collect();
                    done.lock().expect("no thread panics").push((from, results));
                }
            });
        }
    });
    let mut done = done.into_inner().expect("no thread panics");
    done.sort_unstable_by_key(|(from, _)| *from);
    done.into_iter().flat_map(|(_, results)| results).collect()
}
