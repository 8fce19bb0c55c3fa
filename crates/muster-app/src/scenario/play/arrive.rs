//! Inquiries arrive: over the portal, or typed by a clerk.

use super::desk::{Desk, Due, Human};
use crate::{
    Failure,
    intake::{Arrival, Inquiry},
    scenario::{self, Channel as Way, Kind},
};
use muster_case::intake::Channel;
use muster_store::journal::exact_values;
use muster_vocab::{CaseId, CommandId, Dice as _, EmailAddress, PersonId, SeededDice};
use std::{collections::HashSet, sync::Arc};

/// Streams of the dice for identifiers, apart from everything the population was drawn with.
const IDS: u64 = 0x1d << 40;

impl Desk<'_> {
    /// Makes the keys of the people whose inquiries come in today, with few commits.
    pub(super) fn make_keys(&self, seed: u64, coming: &[scenario::Inquiry]) -> Result<(), Failure> {
        let mut seen = HashSet::new();
        let new = coming.iter().filter(|inquiry| {
            let mail = inquiry.dossier.contact.email.as_ref().map(EmailAddress::normal);
            let first = mail.is_none_or(|mail| seen.insert((mail, inquiry.mission.clone())));
            first && !self.will_repeat(inquiry)
        });
        let people: Vec<PersonId> = new.map(|inquiry| ids(seed, inquiry.no).1).collect();
        if people.is_empty() { Ok(()) } else { self.app.make_keys(&people) }
    }

    /// Whether the inquiry will be one more submission of a case that is there.
    fn will_repeat(&self, inquiry: &scenario::Inquiry) -> bool {
        let Some(mail) = &inquiry.dossier.contact.email else { return false };
        let holders = self.values.get(&mail.normal()).into_iter().flatten();
        holders.copied().any(|file| {
            self.case(file).is_active() && self.case(file).mission.as_ref() == Some(&inquiry.mission)
        })
    }

    /// Takes in one inquiry.
    pub(super) fn receive(&mut self, seed: u64, inquiry: scenario::Inquiry) -> Result<(), Failure> {
        let scenario::Inquiry { no, arrives, channel, sender, dossier, kind, mission } = inquiry;
        let values: Vec<String> =
            exact_values(&dossier.identity, &dossier.contact).into_iter().map(|(_, value)| value).collect();
        // Exact look-ups see what is on disk.
        let known: Vec<usize> =
            values.iter().filter_map(|value| self.values.get(value)).flatten().copied().collect();
        if known.iter().any(|file| self.is_in_flight(*file)) {
            self.settle()?;
        }
        let identity = &dossier.identity;
        let acknowledged = identity.nationalities.iter().copied().chain([identity.residence]).collect();
        let typed_by = (channel != Way::Web).then(|| self.cast.clerk(Some(&mission), no as usize));
        let command = Some(CommandId::from((u128::from(seed) << 64) | (u128::from(no) + 1)));
        let sending = Inquiry {
            mission,
            channel: of(channel),
            dossier: dossier.clone(),
            typed_by,
            acknowledged,
            command,
        };
        let mut dice = SeededDice::stream(seed, IDS | u64::from(no));
        let sent = self.app.send(sending, &mut dice, arrives)?;
        let (received, state) = sent.begun();
        let (case, person, arrival, state) =
            (received.case, received.person, received.arrival.clone(), state.clone());
        self.sent(sent);
        self.notes.inquiries += 1;
        if kind != Kind::First {
            self.notes.again.push(kind);
        }
        match arrival {
            Arrival::Repeated => {
                self.notes.repeated += 1;
                self.notes.commands += 1;
                let file = self.file_of(case).expect("a repeated case has a file");
                self.take_over(file, state);
            }
            Arrival::New { .. } => {
                self.notes.commands += 4;
                let who = Human::Writer(sender);
                let file = self.open_file(case, person, state, Arc::new(dossier), who);
                self.link(file, arrives)?;
                if kind != Kind::First {
                    self.notes.seconds.push((file, kind));
                }
                for value in values {
                    self.values.entry(value).or_default().push(file);
                }
                let withdraws = self.truth(file).withdraws_after;
                if let (Some(after), Kind::First) = (withdraws, kind) {
                    self.plan(arrives + after, Due::Withdraw(file));
                }
            }
        }
        Ok(())
    }
}

/// The identifiers that an inquiry's dice will roll.
fn ids(seed: u64, no: u32) -> (CaseId, PersonId) {
    let mut dice = SeededDice::stream(seed, IDS | u64::from(no));
    (dice.id(), dice.id())
}

const fn of(way: Way) -> Channel {
    match way {
        Way::Web => Channel::Web,
        Way::Mail => Channel::Mail,
        Way::Phone => Channel::Phone,
        Way::WalkIn => Channel::WalkIn,
    }
}
