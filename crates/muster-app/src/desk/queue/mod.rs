//! What waits for whom: queues by role, in the order the programme says, and one case at a time for whoever asks.

mod clock;
mod list;
mod next;
mod triage;
mod waits;

pub use clock::Due;
pub(crate) use list::CountCache;
pub use list::{AGES, Counts, Filter, PAGE, QueuePage, QueueRow};
pub use next::Next;
pub use triage::TriageWorker;

use super::Officer;
use muster_vocab::Role;

macro_rules! queues {
    ($($name:ident $word:literal by $($role:ident)* : $meaning:literal;)+) => {
        /// Something that waits for somebody. The words stand in addresses and tables.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Queue {
            $(#[doc = $meaning] $name,)+
        }

        impl Queue {
            /// Every queue, in the order they are listed.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// Its word.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)+ }
            }

            /// Whose work it is.
            #[must_use]
            pub const fn roles(self) -> &'static [Role] {
                match self { $(Self::$name => &[$(Role::$role),*],)+ }
            }
        }
    };
}

queues! {
    Interview "interview" by Interviewer: "An interview of today, or one whose outcome was not written down.";
    Hit "hit" by Adjudicator: "A watchlist hit without a ruling.";
    Match "match" by Adjudicator: "A confirmed hit, without a proposal what follows.";
    Clearing "clearing" by Adjudicator: "The second signature that clears a strong hit.";
    Check "check" by Screener: "A check that a machine left to a person.";
    Intake "intake" by Clerk: "An application with a finding.";
    Correction "correction" by Clerk: "A correction that takes effect once a clerk takes it over.";
    Duplicate "duplicate" by Clerk Adjudicator: "Perhaps the same person as in another case.";
    Booking "booking" by Clerk: "Ready for an interview, without a time.";
    Recommendation "recommendation" by Interviewer Clerk: "Interviewed, without a recommendation.";
    Decision "decision" by Attache: "The second signature under a recommendation or an early refusal.";
    Revocation "revocation" by Attache Adjudicator Counsel: "The second signature that takes an acceptance back.";
    Review "review" by Attache Counsel: "A decision somebody else is to look at again.";
    Deferral "deferral" by Clerk: "Put off until a day that has come.";
    Pass "pass" by Clerk: "Accepted, and everything read and answered: a pass can be given.";
    Admission "admission" by Adjudicator: "The second signature that lets somebody in who is held.";
    Casualty "casualty" by Personnel Welfare Attache: "The second signature under a casualty, a discharge, a death.";
    Elsewhere "elsewhere" by: "Open, and with the applicant or a worker: nobody at the desk can do anything.";
}

impl Queue {
    /// The queue of a word.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|queue| queue.word() == word)
    }

    /// The queues whose work an officer may do, in the order they are listed.
    pub fn of_officer(officer: &Officer) -> impl Iterator<Item = Self> + use<'_> {
        Self::ALL.iter().copied().filter(|queue| officer.is_one_of(queue.roles()))
    }

    /// Whether it is served before everything else: somebody has an appointment.
    #[must_use]
    pub const fn is_appointment(self) -> bool {
        matches!(self, Self::Interview)
    }
}
