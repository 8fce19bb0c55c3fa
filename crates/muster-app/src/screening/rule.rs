//! An adjudicator rules on a hit; a strong one is cleared by two.

use crate::{
    Act, App, Failure,
    desk::{Holder, Officer},
};
use jiff::Timestamp;
use muster_case::{
    Case, Refusal,
    decision::{self, Countersign, Recommend, SendBack},
    screening::{ConfirmHit, DismissHit, Ruling, Strength},
};
use muster_vocab::{CaseId, CommandId, Dice, HitId, PersonalText};

/// A ruling as an officer gives it.
#[derive(Debug, Clone)]
pub struct RuleHit {
    /// The case.
    pub case: CaseId,
    /// The hit.
    pub hit: HitId,
    /// What the officer says.
    pub ruling: Ruling,
    /// Why, in words; of an inconclusive one, under which condition.
    pub rationale: PersonalText,
    /// Whether a proposal that says otherwise is sent back with this.
    pub send_back: bool,
    /// The officer's name for this command: sent twice, it is done once.
    pub once: CommandId,
}

/// What became of a ruling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ruled {
    /// An ordinary hit is dismissed.
    Dismissed,
    /// It is the same person: the hold stays.
    Confirmed,
    /// The first of two signatures under a strong hit; another adjudicator is needed.
    FirstSigned,
    /// A strong hit is cleared by two.
    Cleared,
    /// The other officer's proposal was sent back.
    SentBack,
    /// Nothing was done: the first officer came to another ruling, which is now shown.
    Differs(Ruling),
    /// Nothing was done: a second signature needs a key that was shown within the last minutes.
    StepUp,
    /// Nothing was done: the case is in somebody else's hands.
    HeldBy(Holder),
}

/// What a command that was carried out before came to.
fn as_it_stands(case: &Case, hit: HitId, ruling: Option<Ruling>, strength: Strength) -> Ruled {
    let waits = case
        .proposal
        .as_ref()
        .is_some_and(|open| matches!(open.act, decision::Act::ClearHit { hit: of, .. } if of == hit));
    match (ruling, strength) {
        (Some(Ruling::TrueMatch), _) => Ruled::Confirmed,
        (Some(_), Strength::Strong) => Ruled::Cleared,
        (Some(_), Strength::Ordinary) => Ruled::Dismissed,
        (None, _) if waits => Ruled::FirstSigned,
        (None, _) => Ruled::SentBack,
    }
}

impl App {
    /// Rules on a hit. A strong one is proposed to be cleared by the first adjudicator, and cleared by the second if
    /// both come to the same.
    ///
    /// # Errors
    /// [`Failure::Refused`] as the domain says, so if one human signs twice; [`Failure::Store`] if the store fails.
    pub fn rule_on_hit(
        &self,
        officer: &Officer,
        rule: RuleHit,
        dice: &mut impl Dice,
        at: Timestamp,
    ) -> Result<Ruled, Failure> {
        let RuleHit { case: id, hit, ruling, rationale, send_back, once } = rule;
        if let Some(holder) = self.held_by_another(officer, id, at)? {
            return Ok(Ruled::HeldBy(holder));
        }
        let case = self.load(id)?;
        let known = case.hits.get(&hit).ok_or(Refusal::Unknown { what: "hit" })?;
        if self.was_carried_out(once)? {
            return Ok(as_it_stands(&case, hit, known.ruling, known.strength));
        }
        let proposed = case.proposal.as_ref().and_then(|open| match open.act {
            decision::Act::ClearHit { hit: of, ruling } if of == hit => Some((open.id, ruling)),
            _ => None,
        });
        let (act, ruled) = match (proposed, ruling) {
            (Some((proposal, _)), Ruling::TrueMatch) => {
                // What was proposed cannot be so any more: it goes back, and the hit is confirmed, in one go.
                let back = SendBack { proposal, rationale: rationale.clone() };
                let acts = vec![
                    Act::new(officer.permit_among(&[muster_vocab::Role::Adjudicator])?, back),
                    Act::new(officer.permit()?, ConfirmHit { hit, rationale }),
                ];
                self.begin_once(id, acts, at, Some(once))?.wait()?;
                return Ok(Ruled::Confirmed);
            }
            (None, Ruling::TrueMatch) => {
                (Act::new(officer.permit()?, ConfirmHit { hit, rationale }), Ruled::Confirmed)
            }
            (None, _) if known.strength == Strength::Ordinary => {
                (Act::new(officer.permit()?, DismissHit { hit, ruling, rationale }), Ruled::Dismissed)
            }
            (None, _) => {
                let act = decision::Act::ClearHit { hit, ruling };
                let permit = officer.permit_among(act.first_signers())?;
                let recommend = Recommend { proposal: dice.id(), act, codes: Vec::new(), rationale };
                (Act::new(permit, recommend), Ruled::FirstSigned)
            }
            (Some((proposal, _)), _) if send_back => {
                let permit = officer.permit_among(&[muster_vocab::Role::Adjudicator])?;
                (Act::new(permit, SendBack { proposal, rationale }), Ruled::SentBack)
            }
            (Some((_, first)), _) if first != ruling => return Ok(Ruled::Differs(first)),
            (Some((proposal, _)), _) => {
                let act = decision::Act::ClearHit { hit, ruling };
                let permit = officer.permit_among(act.second_signers())?;
                // Before the key: whoever signed first need not fetch one in vain.
                if case.proposal.as_ref().is_some_and(|open| open.first == officer.human) {
                    return Err(Refusal::SameHuman.into());
                }
                if !officer.stepped_up {
                    return Ok(Ruled::StepUp);
                }
                // The session answers for the key: it was shown within a shorter time than the domain asks for.
                (Act::new(permit, Countersign { proposal, rationale, step_up_at: at }), Ruled::Cleared)
            }
        };
        self.begin_once(id, vec![act], at, Some(once))?.wait()?;
        Ok(ruled)
    }
}
