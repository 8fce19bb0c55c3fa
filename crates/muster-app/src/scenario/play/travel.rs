//! From acceptance to the border: the applicant prepares, is cleared, leaves, or does not.

use super::desk::{Desk, Due};
use crate::{
    Act, Failure,
    scenario::{Journey, OVERDUE},
};
use jiff::{SignedDuration, Timestamp};
use muster_case::{
    Permit, Posture, Stage,
    closing::{Lapse, Withdraw},
    movement::{
        AccountFor, AcknowledgeKit, ClearToTravel, Depart, Kin, MarkOverdue, NameKin, PreviewContract,
        Whereabouts,
    },
};
use muster_vocab::{Actor, Dice, PersonName, PersonalText, ReasonCode, Worker};

impl Desk<'_> {
    /// Plans what the accepted person will do.
    pub(super) fn plan_journey(&mut self, file: usize, accepted: Timestamp) {
        let plan = self.truth(file).after;
        if let Some(after) = plan.withdraws {
            self.plan(accepted + after, Due::Withdraw(file));
        }
        let Some(prepares) = plan.prepares else { return };
        self.plan(accepted + prepares, Due::Prepare(file));
        let Some(departs) = plan.departs else { return };
        self.plan(accepted + prepares + departs, Due::Depart(file));
        let slot = accepted + prepares + departs + plan.slot;
        self.plan(slot + OVERDUE, Due::Overdue(file));
        match plan.journey {
            Journey::OnTime => self.plan(slot, Due::Present(file)),
            Journey::Late(late) => self.plan(slot + late, Due::Present(file)),
            Journey::DidNotTravel | Journey::NeverSeen => {}
        }
    }

    /// Preview, kin, kit list; then a clerk issues the pass.
    pub(super) fn prepare(&mut self, file: usize, at: Timestamp) -> Result<(), Failure> {
        let case = self.case(file);
        if case.stage != Some(Stage::Accepted) || !case.holds.is_empty() {
            return Ok(());
        }
        let plan = self.truth(file).after;
        // Whoever will never leave still gets a slot.
        let leaves = plan.departs.map_or(SignedDuration::from_hours(96), |departs| departs + plan.slot);
        let kin = self.kin(file);
        let clear = ClearToTravel {
            pass: self.dice.id(),
            crossing_point: self.dice.pick(&self.app.programme.crossing_points).clone(),
            slot_at: at + leaves,
            current_notice: self.app.programme.notice_edition.clone(),
            posture: Posture::Open,
        };
        let (by, clerk) = (self.applicant(file), self.clerk(file));
        let acts = vec![
            Act::new(Permit::ask(by)?, PreviewContract { text: self.app.programme.contract() }),
            Act::new(Permit::ask(by)?, NameKin { kin }),
            Act::new(Permit::ask(by)?, AcknowledgeKit { edition: self.app.programme.kit_edition.clone() }),
            Act::new(Permit::ask(clerk)?, clear),
        ];
        self.act(file, acts, at)
    }

    /// One next of kin of the same family; every tenth applicant declines.
    fn kin(&mut self, file: usize) -> Vec<Kin> {
        const GIVEN: [&str; 6] = ["Mary", "Linda", "James", "Susan", "Robert", "Karen"];
        const RELATIONS: [&str; 4] = ["spouse", "mother", "father", "sister"];
        let (given, relation) = (*self.dice.pick(&GIVEN), *self.dice.pick(&RELATIONS));
        if self.dice.chance(0.1) {
            return Vec::new();
        }
        let told = &self.files[file].told;
        let language = told.background.languages.first().copied();
        let name = PersonName::new(given, &told.identity.name.family).ok();
        let kin = name.zip(language).map(|(name, language)| Kin {
            name,
            relation: relation.into(),
            phone: None,
            language,
            other_languages: Vec::new(),
        });
        kin.into_iter().collect()
    }

    pub(super) fn depart(&mut self, file: usize, at: Timestamp) -> Result<(), Failure> {
        if self.case(file).stage != Some(Stage::ClearedToTravel) || !self.case(file).holds.is_empty() {
            return Ok(());
        }
        let by = self.applicant(file);
        self.act(file, vec![Act::new(Permit::ask(by)?, Depart)], at)
    }

    /// The clock finds nobody 72 hours after the slot; a welfare officer starts asking.
    pub(super) fn overdue(&mut self, file: usize, at: Timestamp) -> Result<(), Failure> {
        if self.case(file).stage != Some(Stage::EnRoute) {
            return Ok(());
        }
        let clock = Actor::System { worker: Worker::Clock };
        self.act(file, vec![Act::new(Permit::ask(clock)?, MarkOverdue)], at)?;
        self.notes.overdue += 1;
        self.plan(at + SignedDuration::from_hours(60), Due::Account(file));
        Ok(())
    }

    pub(super) fn account(&mut self, file: usize, at: Timestamp) -> Result<(), Failure> {
        if self.case(file).stage != Some(Stage::Overdue) {
            return Ok(());
        }
        let (whereabouts, evidence) = match self.truth(file).after.journey {
            Journey::DidNotTravel => (Whereabouts::DidNotTravel, "answered the telephone at home"),
            _ => (Whereabouts::Unaccounted, "neither the person nor the kin named could be reached"),
        };
        let account = AccountFor {
            whereabouts,
            codes: vec![ReasonCode::Unreachable],
            evidence: PersonalText(evidence.into()),
        };
        let by = self.cast.welfare;
        self.act(file, vec![Act::new(Permit::ask(by)?, account)], at)
    }

    /// A withdrawal takes effect at once, wherever the case stands.
    pub(super) fn withdraw(&mut self, file: usize, at: Timestamp) -> Result<(), Failure> {
        if !self.case(file).stage.is_some_and(Stage::may_withdraw) {
            return Ok(());
        }
        let by = self.applicant(file);
        self.act(file, vec![Act::new(Permit::ask(by)?, Withdraw)], at)
    }

    /// Silence has lasted too long.
    pub(super) fn lapse(&mut self, file: usize, at: Timestamp) -> Result<(), Failure> {
        if self.case(file).stage != Some(Stage::InfoRequested) {
            return Ok(());
        }
        let clock = Actor::System { worker: Worker::Clock };
        self.act(file, vec![Act::new(Permit::ask(clock)?, Lapse)], at)
    }
}
