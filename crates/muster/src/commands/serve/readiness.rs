//! Whether the service can do its work: what `/readyz` tells.

use super::work::Pulse;
use jiff::SignedDuration;
use muster_app::App;
use muster_vocab::Clock;
use muster_web::serve::{Check, Ready};
use std::{path::PathBuf, sync::Arc};

/// Everything that is looked at.
pub(super) struct Looks {
    pub(super) app: App,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) pulse: Pulse,
}

/// The same, with the disk that the data lies on.
pub(super) struct Watching {
    looks: Looks,
    data: PathBuf,
}

/// Below this nothing more is taken in: a database that cannot write has nothing to say to anybody.
const FREE_BYTES_MIN: u64 = 64 << 20;
/// A letter that waits longer tells of a mail server that is down.
const LETTER_AGE_MAX: SignedDuration = SignedDuration::from_hours(1);
/// Workers that have not come round for so long hang.
const ROUND_AGE_MAX: SignedDuration = SignedDuration::from_mins(5);

impl Looks {
    pub(super) fn watching(self, data: PathBuf) -> Watching {
        Watching { looks: self, data }
    }
}

impl Ready for Watching {
    fn look(&self) -> Vec<Check> {
        let Looks { app, clock, pulse } = &self.looks;
        let now = clock.now();
        let outbox = app.outbox_state();
        let letters = outbox.is_ok_and(|outbox| {
            outbox.oldest.is_none_or(|oldest| now.duration_since(oldest) < LETTER_AGE_MAX)
        });
        vec![
            // The schema was brought to its last step when the database was opened, or nothing would be served.
            Check::vital("database", app.store.journal.len().is_ok()),
            Check::vital("disk", free_bytes(&self.data).is_none_or(|free| free >= FREE_BYTES_MIN)),
            Check::told("rules", app.edition_in_force().is_ok()),
            Check::told("letters", letters),
            Check::told("workers", pulse.is_newer_than(now, ROUND_AGE_MAX)),
        ]
    }
}

/// How much is free where the data lies; nothing if the system does not say.
fn free_bytes(folder: &std::path::Path) -> Option<u64> {
    let told = rustix::fs::statvfs(folder).ok()?;
    told.f_bavail.checked_mul(told.f_frsize)
}
