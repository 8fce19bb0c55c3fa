//! The reception desk: who has a pass, who comes without one, and the contract after that.

use super::{
    cast::{RECEPTION, code},
    desk::{Desk, Due, Human},
    place::Place,
};
use crate::{
    Act, Failure,
    scenario::{Caught, people::People},
};
use jiff::{SignedDuration, Timestamp};
use muster_case::{
    Case, Permit, Stage,
    eligibility::{AcceptFinding, Determined, Outcome},
    movement::{ARRIVAL_CHECK, Admit, Present, PreviewContract, RegisterWalkIn, TurnBack},
    screening::{CheckOutcome, RecordCheck},
    service::{Assign, ConcludeContract, DeclineContract, OfferContract, SignContract},
};
use muster_store::journal::Loaded;
use muster_vocab::{Actor, Dice, Digest, PersonalText, ReasonCode};
use std::sync::Arc;

/// For each pass that is shown, this many people come without one.
const WALK_INS: i64 = 3;

impl Desk<'_> {
    /// Somebody shows a pass.
    pub(super) fn present(&mut self, file: usize, at: Timestamp) -> Result<(), Failure> {
        let case = self.case(file);
        let Some(pass) =
            case.clearance.as_ref().filter(|held| !held.used && !held.revoked).map(|held| held.pass)
        else {
            return Ok(());
        };
        let here = [Stage::ClearedToTravel, Stage::EnRoute, Stage::Overdue, Stage::Unaccounted];
        if !case.stage.is_some_and(|stage| here.contains(&stage)) {
            return Ok(());
        }
        let by = self.cast.border[file % 2];
        let present = Present { pass, verified: true, same_person: true };
        let mut acts = vec![Act::new(Permit::ask(by)?, present)];
        acts.extend(self.engine(file)?);
        self.act(file, acts, at)?;
        let mut acts = Vec::new();
        let turned = self.second_look(file, by, &mut acts)?;
        if !turned && self.is_free(file) {
            acts.push(Act::new(Permit::ask(by)?, Admit));
        }
        self.act(file, acts, at)?;
        if self.case(file).stage == Some(Stage::Admitted) {
            let plan = self.truth(file).after;
            self.plan(at + SignedDuration::from_mins(90), Due::Offer(file));
            self.plan(at + plan.answers_contract, Due::Contract(file));
        }
        for number in 1..=WALK_INS {
            let later = SignedDuration::from_mins(number * 95 + self.dice.between(0, 80));
            self.plan(at + later, Due::WalkIn);
        }
        Ok(())
    }

    /// The second screening: bags, papers, an answer from home. Says whether the person is turned back.
    fn second_look(&mut self, file: usize, by: Actor, acts: &mut Vec<Act>) -> Result<bool, Failure> {
        let truth = self.truth(file);
        let kit = truth.after.kit;
        let found = if kit.forbidden {
            Some((ReasonCode::ForbiddenItem, "an item of the forbidden list in the bag"))
        } else if truth.hidden_record == Some(Caught::Reception) {
            Some((ReasonCode::CriminalHistory, "a record that was not disclosed; the answer came overnight"))
        } else if truth.false_claim == Some(Caught::Reception) {
            Some((ReasonCode::FalseStatement, "the service told of never was, as an instructor finds out"))
        } else {
            None
        };
        for (count, has) in self.notes.kit.iter_mut().zip([kit.armour, kit.helmet, kit.ifak, true]) {
            *count += u32::from(has);
        }
        let check = RecordCheck {
            check: ARRIVAL_CHECK.into(),
            outcome: if found.is_some() { CheckOutcome::Adverse } else { CheckOutcome::Clear },
            lists: vec![],
            reason: PersonalText(found.map_or("nothing new is found", |(_, why)| why).into()),
        };
        acts.push(Act::new(Permit::ask(by)?, check));
        if let Some((code, why)) = found {
            let turn = TurnBack { codes: vec![code], rationale: PersonalText(why.into()) };
            acts.push(Act::new(Permit::ask(by)?, turn));
        }
        Ok(found.is_some())
    }

    /// Somebody comes who never wrote: registered, and determined like everybody.
    pub(super) fn walk_in(&mut self, strangers: &mut People, at: Timestamp) -> Result<(), Failure> {
        let number = self.walk_ins.len();
        let person = strangers.draw(number as u32);
        self.walk_ins.push(person.truth);
        let (id, holder) = (self.dice.id(), self.dice.id());
        let told = Arc::new(person.dossier);
        let by = self.cast.border[number % 2];
        let register = RegisterWalkIn {
            person: holder,
            mission: code(RECEPTION),
            dossier: told.as_ref().clone(),
            active_elsewhere: None,
        };
        let new = Loaded { state: Case::default(), version: 0 };
        let file = self.open_file(id, holder, new, told, Human::WalkIn(number));
        self.act(file, vec![Act::new(Permit::ask(by)?, register)], at)?;
        let acts = self.engine(file)?;
        self.act(file, acts, at)
    }

    /// Walk-ins with a finding: let in after the same second look, or turned back with the finding's codes.
    pub(super) fn reception_hour(&mut self, at: Timestamp) -> Result<(), Failure> {
        for file in self.pile_of(Place::Reception, usize::MAX) {
            let Some(finding) = self.case(file).determination.clone() else { continue };
            let by = self.cast.border[file % 2];
            let mut acts = Vec::new();
            if matches!(finding.outcome, Outcome::Eligible | Outcome::Tentative) {
                let clerk = self.clerk(file);
                acts.push(Act::new(Permit::ask(clerk)?, AcceptFinding));
                let turned = self.second_look(file, by, &mut acts)?;
                if !turned && self.is_free(file) {
                    acts.push(Act::new(Permit::ask(by)?, Admit));
                    let applicant = self.applicant(file);
                    let text = self.app.programme.contract();
                    acts.push(Act::new(Permit::ask(applicant)?, PreviewContract { text }));
                }
            } else {
                let codes = fired(&finding);
                let rationale =
                    PersonalText("the finding stands; told what other ways to help there are".into());
                acts.push(Act::new(Permit::ask(by)?, TurnBack { codes, rationale }));
            }
            self.act(file, acts, at)?;
            if self.case(file).stage == Some(Stage::Admitted) {
                // The text was read here: a day to think.
                let thought = at + SignedDuration::from_hours(25);
                self.plan(thought, Due::Offer(file));
                self.plan(thought + self.truth(file).after.answers_contract, Due::Contract(file));
            }
        }
        Ok(())
    }

    pub(super) fn offer(&mut self, file: usize, at: Timestamp) -> Result<(), Failure> {
        if self.case(file).stage != Some(Stage::Admitted) || !self.case(file).holds.is_empty() {
            return Ok(());
        }
        let offer = OfferContract { text: self.app.programme.contract() };
        let by = self.cast.personnel;
        self.act(file, vec![Act::new(Permit::ask(by)?, offer)], at)
    }

    /// The applicant signs and the personnel officer after that, or the applicant declines.
    pub(super) fn contract(&mut self, file: usize, at: Timestamp) -> Result<(), Failure> {
        if self.case(file).stage != Some(Stage::ContractOffered) {
            return Ok(());
        }
        let plan = self.truth(file).after;
        let (by, personnel) = (self.applicant(file), self.cast.personnel);
        if !plan.signs {
            let reason = PersonalText("the terms are not what I had hoped for".into());
            return self.act(file, vec![Act::new(Permit::ask(by)?, DeclineContract { reason })], at);
        }
        let text = self.app.programme.contract();
        let evidence = Digest::of(self.files[file].id.bytes());
        let acts = vec![
            Act::new(Permit::ask(by)?, SignContract { text, evidence }),
            Act::new(Permit::ask(personnel)?, ConcludeContract),
        ];
        self.act(file, acts, at)?;
        self.plan(at + plan.assigned, Due::Assign(file));
        Ok(())
    }

    pub(super) fn assign(&mut self, file: usize, at: Timestamp) -> Result<(), Failure> {
        if self.case(file).stage != Some(Stage::Contracted) {
            return Ok(());
        }
        let trade = self.files[file].told.background.trade.clone();
        let assign = Assign {
            requirement: trade.unwrap_or_else(|| "other".into()),
            unit: format!("unit-{}", self.dice.between(1, 6)),
            requirement_open: true,
            unit_accepts: true,
        };
        let by = self.cast.personnel;
        self.act(file, vec![Act::new(Permit::ask(by)?, assign)], at)
    }
}

fn fired(finding: &Determined) -> Vec<ReasonCode> {
    let mut codes: Vec<ReasonCode> = Vec::new();
    for found in finding.fired() {
        if !codes.contains(&found.code) {
            codes.push(found.code);
        }
    }
    codes
}
