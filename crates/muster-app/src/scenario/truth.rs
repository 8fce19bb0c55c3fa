//! What is really so about a person: known to the simulated humans and to the report, never to the pipeline.

use super::{
    after::After,
    chance::{choose, wait},
    interview::Qualities,
};
use jiff::SignedDuration;
use muster_case::intake::Experience;
use muster_vocab::Dice;

/// Where a false claim or a hidden record comes to light.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Caught {
    /// The service documents do not bear it out.
    Documents,
    /// A check during screening finds it.
    Screening,
    /// The interviewer's questions show it.
    Interview,
    /// The second screening at reception finds it.
    Reception,
    /// Nobody ever finds it.
    Never,
}

/// Why somebody cannot be vetted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unvettable {
    /// There are no records.
    NoRecords,
    /// The home authority does not answer.
    NoResponse,
    /// The documents cannot be relied on.
    Documents,
    /// The mission cannot do it.
    MissionCapacity,
    /// Lives where nobody can ask.
    HostileAreaResidence,
}

/// One person's truth.
#[derive(Debug, Clone, PartialEq)]
pub struct Truth {
    /// The experience the person really has.
    pub experience: Experience,
    /// Claims combat that never was, and where that comes to light.
    pub false_claim: Option<Caught>,
    /// Hides a criminal record, and where that comes to light.
    pub hidden_record: Option<Caught>,
    /// Cannot be vetted, with the cause.
    pub unvettable: Option<Unvettable>,
    /// Is not a genuine applicant; a clerk sees it at a glance.
    pub hoax: bool,
    /// Withdraws this long after writing, wherever the case stands then.
    pub withdraws_after: Option<SignedDuration>,
    /// Is the person of this entry of the watchlist.
    pub listed: Option<u32>,
    /// Was sent by a hostile service, with clean papers.
    pub agent: bool,
    /// Shares a telephone with others of this household, who are other people.
    pub household: Option<u32>,
    /// Whether the person comes to the first, second and third appointment.
    pub comes: [bool; 3],
    /// Answers a request for information after this long; nothing if never.
    pub answers_after: Option<SignedDuration>,
    /// What the person is really like.
    pub qualities: Qualities,
    /// What the person does once accepted.
    pub after: After,
}

impl Truth {
    /// Whether reception finds something that the mission did not.
    #[must_use]
    pub fn fails_at_reception(&self) -> bool {
        self.false_claim == Some(Caught::Reception) || self.hidden_record == Some(Caught::Reception)
    }
}

/// The part of the truth that hangs on nothing but chance.
pub(super) struct Chances {
    pub(super) unvettable: Option<Unvettable>,
    pub(super) hoax: bool,
    pub(super) withdraws_after: Option<SignedDuration>,
    pub(super) comes: [bool; 3],
    pub(super) answers_after: Option<SignedDuration>,
}

/// The share of people who do not mean it.
pub(super) const HOAX: f64 = 0.018;

const CAUSES: [(Unvettable, f64); 5] = [
    (Unvettable::NoRecords, 0.35),
    (Unvettable::NoResponse, 0.25),
    (Unvettable::Documents, 0.20),
    (Unvettable::MissionCapacity, 0.10),
    (Unvettable::HostileAreaResidence, 0.10),
];
const FALSE_CLAIM_CAUGHT: [(Caught, f64); 4] =
    [(Caught::Documents, 0.35), (Caught::Interview, 0.40), (Caught::Reception, 0.15), (Caught::Never, 0.10)];
const RECORD_SURFACES: [(Caught, f64); 2] = [(Caught::Screening, 0.6), (Caught::Reception, 0.4)];

impl Chances {
    /// Draws them. The order of the draws is fixed, whatever comes out.
    pub(super) fn draw(dice: &mut impl Dice) -> Self {
        let unvettable = dice.chance(0.035);
        let cause = choose(dice, &CAUSES);
        let hoax = dice.chance(HOAX);
        let withdraws = dice.chance(0.012);
        let withdraws_after = hours(6.0 + wait(dice, 96.0));
        let comes = [dice.chance(0.79), dice.chance(0.79), dice.chance(0.79)];
        let answers = dice.chance(0.88);
        let answers_after = hours(1.0 + wait(dice, 30.0));
        Self {
            unvettable: unvettable.then_some(cause),
            hoax,
            withdraws_after: withdraws.then_some(withdraws_after),
            comes,
            answers_after: answers.then_some(answers_after),
        }
    }
}

/// Where a false claim of combat comes to light.
pub(super) fn where_claim_is_caught(dice: &mut impl Dice) -> Caught {
    choose(dice, &FALSE_CLAIM_CAUGHT)
}

/// Where a hidden record comes to light.
pub(super) fn where_record_surfaces(dice: &mut impl Dice) -> Caught {
    choose(dice, &RECORD_SURFACES)
}

/// A length of time in hours, to the minute.
pub(super) fn hours(count: f64) -> SignedDuration {
    SignedDuration::from_mins((count * 60.0) as i64)
}
