//! Whoever tries in vain waits a little longer each time. Nobody is locked out, and nobody can lock others out.

use crate::{App, Failure};
use jiff::{SignedDuration, Timestamp};

/// So many may be wrong before anybody waits.
const FREE: u32 = 3;
/// The longest wait.
const WAIT_MAX: i64 = 300;
/// After so long without a try all are forgotten.
const FORGET: SignedDuration = SignedDuration::from_hours(1);

impl App {
    /// How many seconds somebody has to wait before they may try this account from there; nought if they need not.
    pub(super) fn try_wait(&self, account: &str, from: &str, at: Timestamp) -> Result<u32, Failure> {
        let (tries, last) = self.store.desk.tries(self.place(account, from), over(at))?;
        let Some(power) = tries.checked_sub(FREE) else { return Ok(0) };
        let wait = 2_i64.saturating_pow(power.min(16)).min(WAIT_MAX);
        let passed = at.duration_since(last).as_secs();
        Ok(u32::try_from(wait - passed).unwrap_or(0))
    }

    /// Notes a try: a right one forgets those before it.
    pub(super) fn note_try(
        &self,
        account: &str,
        from: &str,
        right: bool,
        at: Timestamp,
    ) -> Result<(), Failure> {
        let (desk, place) = (&self.store.desk, self.place(account, from));
        let noted = if right { desk.forget_tries(place) } else { desk.count_try(place, at, over(at)) };
        Ok(noted.wait()?)
    }

    /// Neither account nor address can be read from it.
    fn place(&self, account: &str, from: &str) -> [u8; 16] {
        self.store.portal.keyed("desk.tries", &format!("{account}\n{from}"))
    }
}

fn over(at: Timestamp) -> Timestamp {
    at.checked_sub(FORGET).unwrap_or(Timestamp::MIN)
}
