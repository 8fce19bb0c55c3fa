//! The interview as a simulated human holds it: true qualities, noisy ratings, a published standard.

use super::{
    chance::normal,
    truth::{Caught, Truth},
};
use muster_case::intake::{Background, Experience};
use muster_vocab::{Dice, ReasonCode};

/// What the applicant claims, as far as the interview is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Claim {
    /// Flew helicopters or fixed-wing aircraft in service.
    Pilot,
    /// Served in combat.
    Combat,
    /// Served without combat.
    Military,
    /// None of these, but a skill that is asked for, or police and ambulance service.
    Other,
}

impl Claim {
    /// The claim a dossier makes.
    #[must_use]
    pub fn of(background: &Background) -> Self {
        match (background.trade.as_deref(), background.experience) {
            (Some("helicopter_pilot" | "fixed_wing_pilot"), _) => Self::Pilot,
            (_, Experience::Combat) => Self::Combat,
            (_, Experience::Military) => Self::Military,
            _ => Self::Other,
        }
    }

    /// How strong people with this claim are on average, from 0 to 1.
    ///
    /// Set so that the standard below accepts .62 of pilots, .185 of combat veterans, .10 of others who served and
    /// .05 of the rest; the test of this file holds them to it.
    const fn strength(self) -> f64 {
        match self {
            Self::Pilot => 0.63,
            Self::Combat => 0.487,
            Self::Military => 0.406,
            Self::Other => 0.332,
        }
    }
}

/// What somebody is really like, each from 0 to 1. Only the simulated humans see it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Qualities {
    /// Mastery of the trade that is claimed.
    pub competence: f64,
    /// Calm under pressure.
    pub steadiness: f64,
    /// Why the person comes, and whether the terms are understood.
    pub motive: f64,
}

impl Qualities {
    /// Draws the qualities of somebody with this claim.
    pub(super) fn draw(claim: Claim, dice: &mut impl Dice) -> Self {
        const SPREAD: f64 = 0.22;
        let common = normal(dice);
        let mut one = || (claim.strength() + SPREAD * (0.74 * common + 0.67 * normal(dice))).clamp(0.0, 1.0);
        Self { competence: one(), steadiness: one(), motive: one() }
    }
}

/// The instrument's questions, in the order they are asked.
pub const QUESTIONS: [&str; 5] =
    ["service_and_trade", "judgement", "steadiness", "motive_and_terms", "conduct"];

/// One interviewer's anchored ratings: 1 (far below) to 5 (far above), one for each of [`QUESTIONS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ratings {
    /// The ratings.
    pub anchors: [u8; 5],
    /// The knowledge probes of the claimed trade contradict the claim.
    pub contradicted: bool,
}

impl Ratings {
    /// The sum of the ratings, 5 to 25.
    #[must_use]
    pub fn total(&self) -> u8 {
        self.anchors.iter().sum()
    }
}

/// What the interviewer recommends, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Recommendation {
    /// Accept.
    Accept,
    /// Try later.
    Defer(ReasonCode),
    /// Refuse.
    Refuse(ReasonCode),
}

/// Rates somebody: two interviewers of the same person differ by chance.
pub fn observe(truth: &Truth, dice: &mut impl Dice) -> Ratings {
    const NOISE: f64 = 0.6;
    let Qualities { competence, steadiness, motive } = truth.qualities;
    let shown = [
        competence,
        f64::midpoint(competence, steadiness),
        steadiness,
        motive,
        // Most people know how to behave for half an hour.
        0.2 + 0.8 * f64::midpoint(motive, steadiness),
    ];
    let anchors =
        shown.map(|quality| (1.0 + 4.0 * quality + NOISE * normal(dice)).round().clamp(1.0, 5.0) as u8);
    Ratings { anchors, contradicted: truth.false_claim == Some(Caught::Interview) }
}

/// The published standard: 19 of 25 is accepted, 17 where the role is scarce; close below is put off, not refused.
#[must_use]
pub fn recommend(ratings: &Ratings, claim: Claim) -> Recommendation {
    const STANDARD: u8 = 19;
    const CLOSE: u8 = 17;
    let [_, _, steadiness, motive, conduct] = ratings.anchors;
    let scarce = claim == Claim::Pilot;
    if ratings.contradicted {
        Recommendation::Refuse(ReasonCode::FalseStatement)
    } else if conduct == 1 {
        Recommendation::Refuse(ReasonCode::ConductAtInterview)
    } else if steadiness == 1 || motive == 1 {
        Recommendation::Refuse(ReasonCode::MotiveOrStability)
    } else if ratings.total() >= STANDARD || (scarce && ratings.total() >= CLOSE) {
        Recommendation::Accept
    } else if ratings.total() >= CLOSE {
        Recommendation::Defer(ReasonCode::RoleNotNeededNow)
    } else {
        Recommendation::Refuse(ReasonCode::BelowStandard)
    }
}
