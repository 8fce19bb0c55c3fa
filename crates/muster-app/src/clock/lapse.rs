//! Drafts and questions lapse after 14 days of silence.

use crate::{Act, App, Failure};
use jiff::Timestamp;
use muster_case::{
    Permit, Stage,
    access::ReadCases,
    closing::{Lapse, SILENCE_MAX},
};
use muster_vocab::{Actor, Worker};

/// Lapses what fell silent. Safe to run twice, and beside another: the domain says for each case whether it is time.
#[derive(Debug, Clone, Copy, Default)]
pub struct ClockWorker;

/// Where silence ends a case.
const SILENT: [Stage; 2] = [Stage::Draft, Stage::InfoRequested];
/// How many are on their way to disk at once.
const BATCH: usize = 256;

impl ClockWorker {
    /// Lapses every draft and every question that was silent for 14 days at `at`. Gives how many lapsed.
    ///
    /// # Errors
    /// If the store fails.
    pub fn turn(&self, app: &App, at: Timestamp) -> Result<usize, Failure> {
        let by = Actor::System { worker: Worker::Clock };
        let (read, lapse) = (Permit::<ReadCases>::ask(by)?, Permit::<Lapse>::ask(by)?);
        let mut lapsed = 0;
        for stage in SILENT {
            let standing = app.store.views.cases_on(read, None, Some(stage), u32::MAX)?;
            // The longest standing come first; whoever came lately cannot have been silent for long enough.
            let old = standing
                .into_iter()
                .take_while(|row| row.stage_since.checked_add(SILENCE_MAX).is_ok_and(|from| from <= at));
            let cases: Vec<_> = old.filter(|row| row.merged_into.is_none()).map(|row| row.case).collect();
            for batch in cases.chunks(BATCH) {
                let begun = batch.iter().map(|case| app.begin(*case, vec![Act::new(lapse, Lapse)], at));
                let begun: Vec<_> = begun.filter_map(spoken).collect::<Result<_, _>>()?;
                let done = begun.into_iter().filter_map(|pending| spoken(pending.wait()));
                for done in done {
                    lapsed += usize::from(done?.changed);
                }
            }
        }
        Ok(lapsed)
    }
}

/// What is refused is not silent any more: somebody spoke meanwhile, or a draft was saved lately.
fn spoken<T>(answer: Result<T, Failure>) -> Option<Result<T, Failure>> {
    match answer {
        Err(Failure::Refused(_)) => None,
        answer => Some(answer),
    }
}
