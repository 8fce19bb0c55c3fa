//! What came of it: shapes that are printed and charted. The names are stable.

mod count;
mod later;
mod truth;

pub(super) use count::count;
pub use truth::TruthCheck;

use super::Plot;
use muster_watchlist::EditionInfo;
use serde::Serialize;

/// What came of a play.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Played {
    /// What was played.
    pub plot: Plot,
    /// From the first inquiry to acceptance.
    pub funnel: Funnel,
    /// Why people were turned away before an interview, by primary code, the most frequent first.
    pub reasons: Vec<Reason>,
    /// Why people were refused or put off after an interview.
    pub reasons_after_interview: Vec<Reason>,
    /// Open cases by stage, and how long they have stood there.
    pub queues: Vec<Queue>,
    /// How long people waited.
    pub waits: Waits,
    /// The accepted, by trade.
    pub accepted_by_trade: Vec<Tally>,
    /// The accepted who bring a skill that is needed.
    pub accepted_with_needed_skill: u32,
    /// From acceptance to a unit, by pass holders.
    pub travel: Travel,
    /// People who came to the reception desk without having written.
    pub walk_ins: WalkIns,
    /// Arrivals by grade of evidence, for each mission, beside what is claimed.
    pub arrivals: Vec<Arrivals>,
    /// Whose result changed with a new edition.
    pub flips: Vec<Flips>,
    /// The same person twice.
    pub duplicates: Duplicates,
    /// Watchlist hits.
    pub hits: Hits,
    /// Acts that were tried and refused, such as signing twice.
    pub refused_attempts: Vec<Tally>,
    /// Refusals confirmed in bulk.
    pub bulk: Bulk,
    /// Day by day.
    pub daily: Vec<Day>,
    /// Inquiries that opened a case, by channel.
    pub channels: Vec<Tally>,
    /// The share of cases whose applicant is a citizen of the host country.
    pub us_share: f64,
    /// Commands carried out.
    pub commands: u64,
    /// Events in the log.
    pub events: u64,
    /// How many come near an entry of the lists that were given, if any were.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub against: Option<Against>,
    /// What only the simulation can know: counted by the truth, and kept apart.
    pub truth_check: TruthCheck,
}

/// From the first inquiry to acceptance. Cases merged into others count once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Funnel {
    /// Every inquiry, repeated ones too.
    pub inquiries: u32,
    /// People who wrote.
    pub people: u32,
    /// Cases, without merged ones.
    pub cases: u32,
    /// Refused before an interview.
    pub refused_early: u32,
    /// Of these, confirmed by clerks on findings, or by two people on screening.
    pub refused_on_findings: u32,
    /// Of these, by two people on what screening found.
    pub refused_on_screening: u32,
    /// Sent to another route before an interview.
    pub referred: u32,
    /// Refused or referred before an interview.
    pub turned_away: u32,
    /// Everybody else.
    pub interviewable: u32,
    /// Withdrew before an interview.
    pub withdrawn_before: u32,
    /// Fell silent.
    pub lapsed: u32,
    /// Interviewed.
    pub interviewed: u32,
    /// Appointments missed.
    pub no_shows: u32,
    /// Missed an appointment and were not interviewed since.
    pub missed: u32,
    /// Still waiting for an interview, without those who missed one.
    pub waiting: u32,
    /// Wait for the second signature.
    pub awaiting_second_signature: u32,
    /// Asked again later.
    pub deferred: u32,
    /// Refused after an interview.
    pub refused: u32,
    /// Accepted, whatever came after.
    pub accepted: u32,
    /// Of these, combat veterans.
    pub accepted_combat: u32,
    /// Of these, helicopter pilots.
    pub accepted_helicopter_pilots: u32,
}

/// A reason with how often it was the primary one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reason {
    /// The code, such as `R07`.
    pub code: String,
    /// What it means.
    pub meaning: String,
    /// How often.
    pub count: u32,
    /// The share of all cases.
    pub share: f64,
}

/// A word with a count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// The word.
    pub name: String,
    /// How many.
    pub count: u32,
}

/// A stage where cases wait.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Queue {
    /// The stage.
    pub stage: String,
    /// How many.
    pub cases: u32,
    /// Days since they came to the stage.
    pub days: Spread,
}

/// The middle of many numbers, and nine in ten.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Spread {
    /// Half are at most this.
    pub median: f64,
    /// Nine in ten are at most this.
    pub p90: f64,
    /// Of how many.
    pub of: u32,
}

/// How long people waited, in days.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Waits {
    /// From submission to the first answer of the intake desk.
    pub to_answer: Spread,
    /// From submission to the interview.
    pub to_interview: Spread,
    /// From the interview to the second signature.
    pub to_decision: Spread,
}

/// From acceptance to a unit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Travel {
    /// Accepted.
    pub accepted: u32,
    /// Held a pass.
    pub passes: u32,
    /// Next of kin named, of those with a pass.
    pub kin_named: u32,
    /// Said that the journey had begun.
    pub departed: u32,
    /// Seen at the border.
    pub observed: u32,
    /// Turned back there.
    pub turned_back: u32,
    /// Signed the contract.
    pub contracted: u32,
    /// Declined it.
    pub contract_declined: u32,
    /// Assigned to a unit.
    pub assigned: u32,
    /// Were overdue at some time.
    pub overdue: u32,
    /// Withdrew after acceptance.
    pub withdrew: u32,
    /// Seen at the desk with body armour, helmet, first-aid kit; and of how many.
    pub kit: [u32; 4],
}

/// People without a pass.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct WalkIns {
    /// Registered.
    pub registered: u32,
    /// Let in.
    pub admitted: u32,
    /// Turned back.
    pub turned_back: u32,
    /// Signed the contract.
    pub contracted: u32,
    /// Assigned to a unit.
    pub assigned: u32,
}

/// Arrivals of one mission's applicants by grade of evidence; each grade counts those who reached it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Arrivals {
    /// The mission.
    pub mission: String,
    /// Hold or held a pass.
    pub expected: u32,
    /// Said that they were on their way, or better known.
    pub claimed: u32,
    /// Seen at the border, or better known.
    pub observed: u32,
    /// Signed.
    pub confirmed: u32,
    /// How many somebody claims have arrived.
    pub claimed_elsewhere: Option<u32>,
    /// Who says so.
    pub source: Option<String>,
}

/// Results that changed with an edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Flips {
    /// The new edition.
    pub edition: String,
    /// Still with the clerks: determined anew.
    pub in_queue: Vec<Tally>,
    /// Further on: noted, and nothing moved.
    pub further_on: Vec<Tally>,
}

/// The same person twice.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Duplicates {
    /// Taken as one more submission of a case: the same address.
    pub repeated: u32,
    /// Cases that a clerk merged.
    pub merged: u32,
    /// Suspicions that a clerk dismissed: two people.
    pub dismissed: u32,
}

/// Watchlist hits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Hits {
    /// Cases screened.
    pub screened: u32,
    /// Raised against the watchlist.
    pub raised: u32,
    /// Ruled somebody else.
    pub false_match: u32,
    /// Could not be told: went on under a condition.
    pub inconclusive: u32,
    /// Ruled the same person.
    pub true_match: u32,
    /// Without a ruling at the end.
    pub open: u32,
    /// Raised by the new edition of the list, against people who had been cleared.
    pub by_list_update: u32,
    /// Records that authorities had and nobody had disclosed.
    pub undisclosed_records: u32,
    /// Cases with a hit, of those screened.
    pub share: f64,
}

/// The invented people put against lists that were given: nobody in the play acts on it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Against {
    /// The lists.
    pub lists: Vec<EditionInfo>,
    /// People who were put against them: everybody who came to screening.
    pub screened: u32,
    /// People with an alert.
    pub people: u32,
    /// Alerts: pairs of a person and an entry.
    pub alerts: u32,
    /// Of these, such that two people must clear them.
    pub strong: u32,
}

/// Refusals confirmed in bulk.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Bulk {
    /// Refusals.
    pub refusals: u32,
    /// Signatures for them.
    pub signatures: u32,
}

/// One day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Day {
    /// Its number, from 1.
    pub day: u32,
    /// Its date.
    pub date: String,
    /// Cases opened by writing.
    pub arrived: u32,
    /// Cases answered by the intake desk.
    pub answered: u32,
    /// Interviews held.
    pub interviewed: u32,
    /// Accepted.
    pub accepted: u32,
}
