//! A whole application in one go: opened, read, consented to and sent in one append.

use super::{DraftStart, Visit};
use crate::{Act, App, Failure};
use jiff::Timestamp;
use muster_case::{
    Case, Missing, Permit, Refusal,
    identity::SuspectDuplicate,
    intake::{Dossier, GiveConsent, Submit},
    movement::{Kin, NameKin},
};
use muster_store::journal::Loaded;
use muster_vocab::{Actor, Dice, Worker};

impl App {
    /// Takes in a whole application, with next of kin if they were asked for. It is always a case of its own, and the
    /// sender's alone: whoever shares an address with another case is suspected of being its second, and learns nothing
    /// of it.
    ///
    /// # Errors
    /// [`Failure::Refused`] if the mission takes in nobody now, or something is missing.
    pub fn send_whole(
        &self,
        start: DraftStart,
        dossier: Dossier,
        kin: Option<Vec<Kin>>,
        dice: &mut impl Dice,
        at: Timestamp,
    ) -> Result<Visit, Failure> {
        let (case, person) = (dice.id(), dice.id());
        if start.notice.is_empty() {
            return Err(Refusal::Needs(Missing::Notice).into());
        }
        let by = Actor::Applicant { person };
        let shares = self.shares(&dossier)?;
        let open = self.opening(&start.mission, start.channel, person)?;
        let consent = GiveConsent { edition: self.programme.terms_edition.clone(), purposes: start.purposes };
        let submit = Submit { dossier, acknowledged: start.notice.clone() };
        let mut acts = vec![
            Act::new(Permit::ask(by)?, open),
            Act::new(Permit::ask(by)?, self.reading(start.notice)),
            Act::new(Permit::ask(by)?, consent),
            Act::new(Permit::ask(by)?, submit),
        ];
        if let Some(kin) = kin {
            acts.push(Act::new(Permit::ask(by)?, NameKin { kin }));
        }
        let linkage = Permit::<SuspectDuplicate>::ask(Actor::System { worker: Worker::Linkage })?;
        for (other, basis) in shares {
            acts.push(Act::new(linkage, SuspectDuplicate { other, basis, likened: None }));
        }
        let new = Loaded { state: Case::default(), version: 0 };
        self.begin_on(case, &new, acts, at)?.0.wait()?;
        Ok(Visit { case, person })
    }
}
