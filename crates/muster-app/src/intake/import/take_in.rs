//! A batch of rows on its way to disk.

use super::{Fault, Imported, row::Row};
use crate::{
    Act, App, Failure, Pending,
    intake::{Arrival, Inquiry, Sent},
};
use jiff::Timestamp;
use muster_case::{
    Permit, Posture, Refusal,
    intake::{RawAnswers, SaveDraft},
};
use muster_store::journal::exact_values;
use muster_vocab::{Actor, CaseId, CommandId, Dice, MissionCode, PersonId};
use std::{
    collections::{BTreeSet, HashSet},
    fmt::Write as _,
};

/// A row handed to the writer.
enum OnItsWay {
    Application(Box<Sent>),
    Draft(Pending),
}

impl App {
    /// The mission is known and takes applications.
    pub(super) fn must_take_in(&self, mission: &MissionCode) -> Result<(), Failure> {
        let missions = self.store.views.missions()?;
        let known = missions.iter().find(|known| known.mission == *mission);
        let known = known.ok_or_else(|| {
            Failure::Input(format!("there is no mission {mission}; `muster init` opens one"))
        })?;
        if known.posture == Posture::Open && !known.paused {
            Ok(())
        } else {
            Err(Refusal::PostureForbids.into())
        }
    }

    pub(super) fn take_in(
        &self,
        by: Actor,
        mission: &MissionCode,
        rows: Vec<Row>,
        dice: &mut impl Dice,
        at: Timestamp,
        sum: &mut Imported,
    ) -> Result<(), Failure> {
        let mut fresh = Vec::with_capacity(rows.len());
        let mut named = BTreeSet::new();
        for row in rows {
            let command = self.name_of(mission, &row);
            if named.insert(command) && !self.was_carried_out(command)? {
                fresh.push((row, command, Dealt::from(&mut *dice)));
            } else {
                sum.already_there += 1;
            }
        }
        let people: Vec<PersonId> = fresh.iter().map(|(_, _, dealt)| dealt.person()).collect();
        self.make_keys(&people)?;
        let mut on_their_way = Vec::with_capacity(fresh.len());
        let mut shown = HashSet::new();
        for (row, command, mut dealt) in fresh {
            let line = row.line;
            let sent = if let Some(dossier) = row.dossier {
                // Exact look-ups see what is on disk: a row that shares something with one on its way waits for it.
                let values = exact_values(&dossier.identity, &dossier.contact);
                if values.iter().any(|value| shown.contains(value)) {
                    settle(std::mem::take(&mut on_their_way), sum)?;
                    shown.clear();
                }
                shown.extend(values);
                let inquiry = Inquiry {
                    mission: mission.clone(),
                    channel: row.channel,
                    dossier,
                    typed_by: Some(by),
                    acknowledged: row.acknowledged,
                    command: Some(command),
                };
                self.send(inquiry, &mut dealt, at).map(|sent| OnItsWay::Application(Box::new(sent)))
            } else {
                if !row.acknowledged.is_empty() {
                    let cause = format!("kept as a draft; it lacks {}", row.missing.join(", "));
                    sum.remark(Fault { line, column: None, cause });
                }
                let said = row.answers.into_iter().map(|(name, said)| (name.to_owned(), said));
                let answers = RawAnswers(said.collect()).into();
                let open = self.opening(mission, row.channel, dealt.person())?;
                let acts =
                    vec![Act::new(Permit::ask(by)?, open), Act::new(Permit::ask(by)?, SaveDraft { answers })];
                self.begin_once(dealt.case(), acts, at, Some(command)).map(OnItsWay::Draft)
            };
            match sent {
                Ok(sent) => on_their_way.push((line, sent)),
                Err(Failure::Refused(refusal)) => sum.refuse(line, &refusal),
                Err(failure) => return Err(failure),
            }
        }
        settle(on_their_way, sum)
    }

    /// The row's command: by the sender's own name for the row, else by everything the row says. A keyed hash, for
    /// what a row says is guessed easily.
    fn name_of(&self, mission: &MissionCode, row: &Row) -> CommandId {
        let lookup = self.store.journal.lookup();
        let token = if let Some(id) = row.answers.get("id") {
            lookup.token("import-id", &format!("{mission}/{id}"))
        } else {
            let mut said = mission.to_string();
            for (name, value) in &row.answers {
                let _infallible = write!(said, "/{name}:{}:{value}", value.len());
            }
            lookup.token("import-row", &said)
        };
        CommandId::from_bytes(token)
    }
}

/// Waits until every row is on disk, and counts it.
fn settle(on_their_way: Vec<(u64, OnItsWay)>, sum: &mut Imported) -> Result<(), Failure> {
    for (line, sent) in on_their_way {
        let settled = match sent {
            OnItsWay::Draft(pending) => pending.wait().map(|done| (done.changed, None)),
            OnItsWay::Application(sent) => {
                sent.wait_for_change().map(|(received, changed)| (changed, Some(received.arrival)))
            }
        };
        match settled {
            Ok((false, _)) => sum.already_there += 1,
            Ok((true, None)) => sum.drafts += 1,
            Ok((true, Some(Arrival::Repeated))) => sum.repeated += 1,
            Ok((true, Some(Arrival::New { shares, seen_before }))) => {
                sum.new += 1;
                sum.suspected += u64::from(!shares.is_empty());
                sum.seen_before += u64::from(seen_before);
            }
            Err(Failure::Refused(refusal)) => sum.refuse(line, &refusal),
            Err(failure) => return Err(failure),
        }
    }
    Ok(())
}

impl Imported {
    fn refuse(&mut self, line: u64, refusal: &Refusal) {
        let cause = format!("{refusal}; {}", refusal.next_step());
        self.reject(vec![Fault { line, column: None, cause }]);
    }
}

/// The rolls that name a row's case and person, made ahead so that the keys of a whole batch are made together.
struct Dealt {
    rolls: [u64; 4],
    next: usize,
}

impl Dealt {
    fn from(dice: &mut impl Dice) -> Self {
        Self { rolls: [dice.roll(), dice.roll(), dice.roll(), dice.roll()], next: 0 }
    }

    fn case(&self) -> CaseId {
        CaseId::from(u128::from(self.rolls[0]) << 64 | u128::from(self.rolls[1]))
    }

    fn person(&self) -> PersonId {
        PersonId::from(u128::from(self.rolls[2]) << 64 | u128::from(self.rolls[3]))
    }
}

impl Dice for Dealt {
    fn roll(&mut self) -> u64 {
        let roll = self.rolls[self.next];
        self.next = (self.next + 1) % self.rolls.len();
        roll
    }
}
