//! `muster hits rule`: an adjudicator rules on a hit; a strong one is cleared by two.

use super::{go_on, grounds};
use crate::frame::{Exit, Fault, Frame, Paint};
use clap::{Args, ValueEnum};
use muster_app::{
    App,
    case::{
        Case,
        decision::{Act, Countersign, Recommend},
        screening::{ConfirmHit, DismissHit, Ruling, Strength},
    },
};
use muster_vocab::{CaseId, Dice as _, HitId, OsDice, PersonalText};
use serde::Serialize;

/// Rules on a hit: whether the entry is this person; a strong hit is cleared by two people, who run this one after the other
#[derive(Args)]
#[command(
    after_help = "A ruling is remembered with the entry as it stands. If a later edition changes the entry, it is asked anew.

Example:
  muster hits rule CASE_ID HIT_ID --ruling false-match --because \"born nine years later, other father\" --as ADJUDICATOR_ID"
)]
pub(super) struct Rule {
    /// The case
    case: CaseId,
    /// The hit
    hit: HitId,
    /// The ruling
    #[arg(long)]
    ruling: Word,
    /// On what grounds, in your own words; `-` reads them from standard input
    #[arg(long, value_name = "TEXT")]
    because: String,
}

#[derive(Clone, Copy, ValueEnum)]
enum Word {
    /// Not the same person
    FalseMatch,
    /// Not decided; may go on under the condition that the grounds say
    Inconclusive,
    /// The same person: the hold stays
    TrueMatch,
}

impl Word {
    const fn ruling(self) -> Ruling {
        match self {
            Self::FalseMatch => Ruling::FalseMatch,
            Self::Inconclusive => Ruling::InconclusiveWithCondition,
            Self::TrueMatch => Ruling::TrueMatch,
        }
    }
}

/// What the ruling did.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
enum Did {
    Dismissed,
    Confirmed,
    FirstSigned,
    Cleared,
}

#[derive(Serialize)]
struct Told {
    case: CaseId,
    hit: HitId,
    did: Did,
}

impl Rule {
    pub(super) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        let app = frame.app()?;
        let because = grounds(&self.because)?;
        let case = app.load(self.case)?;
        let did = self.rule(frame, &app, &case, because)?;
        go_on(frame, &app)?;
        frame.show(&Told { case: self.case, hit: self.hit, did }, text)?;
        Ok(Exit::Done)
    }

    fn rule(&self, frame: &Frame, app: &App, case: &Case, rationale: PersonalText) -> Result<Did, Fault> {
        let (id, hit, ruling, now) = (self.case, self.hit, self.ruling.ruling(), frame.now());
        let Some(state) = case.hits.get(&hit) else {
            return Err(Fault::new(Exit::Nothing, format!("case {id} has no hit {hit}"))
                .next("see `muster hits list` for those that wait"));
        };
        if ruling == Ruling::TrueMatch {
            app.carry_out(frame.permit(app)?, id, ConfirmHit { hit, rationale }, now)?;
            return Ok(Did::Confirmed);
        }
        if state.strength == Strength::Ordinary {
            app.carry_out(frame.permit(app)?, id, DismissHit { hit, ruling, rationale }, now)?;
            return Ok(Did::Dismissed);
        }
        let act = Act::ClearHit { hit, ruling };
        match &case.proposal {
            Some(open) if open.act == act => {
                // At the terminal there is no session that could have grown old: every command names its signer anew.
                let sign = Countersign { proposal: open.id, rationale, step_up_at: now };
                app.carry_out(frame.permit(app)?, id, sign, now)?;
                Ok(Did::Cleared)
            }
            _ => {
                let recommend = Recommend { proposal: OsDice.id(), act, codes: Vec::new(), rationale };
                app.carry_out(frame.permit(app)?, id, recommend, now)?;
                Ok(Did::FirstSigned)
            }
        }
    }
}

fn text(told: &Told, paint: Paint) -> String {
    match told.did {
        Did::Dismissed => paint.good("The hit is dismissed."),
        Did::Confirmed => {
            paint.warn("The hit is confirmed: the hold stays, and a refusal still takes two people.")
        }
        Did::FirstSigned => format!(
            "{}\n  next     another adjudicator runs the same command, with their own grounds",
            paint.head("You signed first; the hit is strong, and two people must clear it."),
        ),
        Did::Cleared => paint.good("The hit is cleared by two people."),
    }
}
