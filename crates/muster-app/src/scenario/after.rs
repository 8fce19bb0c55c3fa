//! What a person does once accepted: preparation, the journey, reception, the contract.

use super::{chance::wait, truth::hours};
use jiff::SignedDuration;
use muster_vocab::Dice;

/// How long after the crossing slot an unseen traveller is overdue.
pub const OVERDUE: SignedDuration = SignedDuration::from_hours(72);

/// What is brought along.
#[expect(clippy::struct_excessive_bools, reason = "a list that is ticked off, item by item")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Kit {
    /// Body armour.
    pub armour: bool,
    /// A helmet.
    pub helmet: bool,
    /// An individual first-aid kit.
    pub ifak: bool,
    /// Something that may not cross: the person is turned back.
    pub forbidden: bool,
}

/// Whether a traveller is seen at the border.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Journey {
    /// Comes at the crossing slot, give or take hours.
    OnTime,
    /// Comes this long after the slot, when the desk has given up waiting.
    Late(SignedDuration),
    /// Said to have left and never did.
    DidNotTravel,
    /// Left, and nobody knows more.
    NeverSeen,
}

/// A plan from acceptance on. Each length counts from the step before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct After {
    /// Withdraws this long after acceptance, unless a contract is signed by then.
    pub withdraws: Option<SignedDuration>,
    /// Reads the preview, lists the kit and has the pass; nothing if the person never gets round to it.
    pub prepares: Option<SignedDuration>,
    /// Says that the journey has begun; nothing if never.
    pub departs: Option<SignedDuration>,
    /// From the departure to the crossing slot.
    pub slot: SignedDuration,
    /// What comes of the journey.
    pub journey: Journey,
    /// What is brought along.
    pub kit: Kit,
    /// From admission to the answer on the contract.
    pub answers_contract: SignedDuration,
    /// The answer: signs or declines.
    pub signs: bool,
    /// From signing to a unit that accepts.
    pub assigned: SignedDuration,
}

/// A step of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Preview read, kit listed, pass issued.
    PassIssued,
    /// Says that the journey has begun: a claim.
    Departed,
    /// The slot and 72 hours have passed unseen.
    Overdue,
    /// Seen at the border.
    Presented,
    /// Sent back at the border.
    TurnedBack,
    /// The contract is signed.
    Contracted,
    /// The contract is declined.
    ContractDeclined,
    /// A unit has accepted.
    Assigned,
    /// Withdrew: nothing follows.
    Withdrew,
}

impl After {
    /// Draws a plan.
    pub(super) fn draw(dice: &mut impl Dice) -> Self {
        let withdraws = dice.chance(0.125).then_some(());
        let withdraw_wait = hours(4.0 + wait(dice, 100.0));
        let prepares = dice.chance(0.975).then_some(());
        let prepare_wait = hours(8.0 + wait(dice, 22.0));
        let departs = dice.chance(0.86).then_some(());
        let depart_wait = hours(24.0 + wait(dice, 110.0));
        let slot = hours(18.0 + wait(dice, 12.0));
        let journey = journey(dice);
        let kit = Kit {
            armour: dice.chance(0.62),
            helmet: dice.chance(0.58),
            ifak: dice.chance(0.49),
            forbidden: dice.chance(0.02),
        };
        Self {
            withdraws: withdraws.map(|()| withdraw_wait),
            prepares: prepares.map(|()| prepare_wait),
            departs: departs.map(|()| depart_wait),
            slot,
            journey,
            kit,
            answers_contract: hours(4.0 + wait(dice, 14.0)),
            signs: dice.chance(0.75),
            assigned: hours(20.0 + wait(dice, 48.0)),
        }
    }

    /// When the crossing slot is, counted from acceptance; nothing without a pass or a journey.
    #[must_use]
    pub fn slot_after_acceptance(&self) -> Option<SignedDuration> {
        Some(self.prepares? + self.departs? + self.slot)
    }

    /// The whole plan as steps, each counted from acceptance, in order of time.
    ///
    /// `fails_at_reception` is [`Truth::fails_at_reception`](super::Truth::fails_at_reception): reception finds
    /// what the mission did not.
    #[must_use]
    pub fn steps(&self, fails_at_reception: bool) -> Vec<(SignedDuration, Step)> {
        let mut steps = self.undisturbed(fails_at_reception);
        let signed = steps.iter().find(|(_, step)| *step == Step::Contracted).map(|(at, _)| *at);
        if let Some(withdraws) = self.withdraws.filter(|at| signed.is_none_or(|signed| *at < signed)) {
            // Whoever was turned back or declined has no case left to withdraw.
            let over = |(_, step): &(_, Step)| matches!(step, Step::TurnedBack | Step::ContractDeclined);
            steps.retain(|(at, _)| *at < withdraws);
            if !steps.iter().any(over) {
                steps.push((withdraws, Step::Withdrew));
            }
        }
        steps
    }

    fn undisturbed(&self, fails_at_reception: bool) -> Vec<(SignedDuration, Step)> {
        let mut steps = Vec::with_capacity(6);
        let Some(pass) = self.prepares else { return steps };
        steps.push((pass, Step::PassIssued));
        let Some(departs) = self.departs else { return steps };
        steps.push((pass + departs, Step::Departed));
        let slot = pass + departs + self.slot;
        let presented = match self.journey {
            Journey::OnTime => slot,
            Journey::Late(late) => slot + late,
            Journey::DidNotTravel | Journey::NeverSeen => {
                steps.push((slot + OVERDUE, Step::Overdue));
                return steps;
            }
        };
        if presented > slot + OVERDUE {
            steps.push((slot + OVERDUE, Step::Overdue));
        }
        steps.push((presented, Step::Presented));
        if self.kit.forbidden || fails_at_reception {
            steps.push((presented + SignedDuration::from_mins(20), Step::TurnedBack));
            return steps;
        }
        let answered = presented + self.answers_contract;
        if self.signs {
            steps.push((answered, Step::Contracted));
            steps.push((answered + self.assigned, Step::Assigned));
        } else {
            steps.push((answered, Step::ContractDeclined));
        }
        steps
    }
}

fn journey(dice: &mut impl Dice) -> Journey {
    let share = dice.fraction();
    let late = OVERDUE + hours(12.0 + wait(dice, 60.0));
    if share < 0.68 {
        Journey::OnTime
    } else if share < 0.76 {
        Journey::Late(late)
    } else if share < 0.90 {
        Journey::DidNotTravel
    } else {
        Journey::NeverSeen
    }
}
