//! What the policy finds, and what a clerk makes of it. The system proposes only.

mod accept_finding;
mod confirm_refusal;
mod determine;
mod propose_flip;
mod refer;

pub use accept_finding::{AcceptFinding, FindingAccepted};
pub use confirm_refusal::{ConfirmRefusal, EarlyRefusalConfirmed};
pub use determine::{Determine, Determined, EditionRef, FindingCode, FindingTexts, Outcome, Verdict};
pub use propose_flip::{Flip, FlipProposed, ProposeFlip};
pub use refer::{Refer, Referred};
