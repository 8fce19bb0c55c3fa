//! The same human writing again: nine in a hundred do.

use super::{
    arrivals::{Arrivals, Channel},
    chance::{Aspect, choose, dice, wait},
    people::{Person, contact, names},
    population::{Inquiry, Kind, MAIN_MISSION, PersonNo},
};
use jiff::SignedDuration;
use muster_case::intake::Dossier;
use muster_vocab::{Dice, MissionCode, SeededDice};
use std::collections::HashSet;

/// How many write twice.
const AGAIN: f64 = 0.09;
const KINDS: [(Kind, f64); 4] = [
    (Kind::SameMailResent, 0.60),
    (Kind::NewMailSamePhone, 0.25),
    (Kind::SecondMission, 0.10),
    (Kind::Transliteration, 0.05),
];
const OTHER_MISSIONS: [(&str, f64); 2] = [("ca-ottawa", 0.6), ("gb-london", 0.4)];

/// The second writing of the person `who`, if there is one.
pub(super) fn draw(
    seed: u64,
    who: u32,
    person: &Person,
    arrivals: &Arrivals,
    contacts: &mut HashSet<String>,
) -> Option<Inquiry> {
    let mut dice = dice(seed, Aspect::Duplicate, who);
    if !dice.chance(AGAIN) {
        return None;
    }
    let kind = possible(choose(&mut dice, &KINDS), &person.dossier);
    let later = 10.0 + wait(&mut dice, 2.0 * 24.0 * 60.0);
    let left = arrivals.end().duration_since(person.arrival.at).as_secs_f64() / 60.0;
    // Whoever wrote on the last day writes again before the day is over.
    let minutes = if later < left { later } else { left * dice.fraction() };
    let arrives = person.arrival.at + SignedDuration::from_secs((minutes * 60.0) as i64);
    let dossier = changed(kind, person, contacts, &mut dice);
    let elsewhere = choose(&mut dice, &OTHER_MISSIONS);
    let mission = if kind == Kind::SecondMission { elsewhere } else { MAIN_MISSION };
    let channel = match kind {
        Kind::SameMailResent if person.arrival.channel != Channel::Web => Channel::Mail,
        _ if dice.chance(0.5) => person.arrival.channel,
        _ => Channel::Web,
    };
    Some(Inquiry { no: 0, arrives, channel, sender: PersonNo(who), dossier, kind, mission: code(mission) })
}

/// Who gave no address cannot send the same mail again; who gave no number cannot repeat it.
fn possible(kind: Kind, dossier: &Dossier) -> Kind {
    match kind {
        Kind::SameMailResent if dossier.contact.email.is_none() => Kind::NewMailSamePhone,
        Kind::NewMailSamePhone if dossier.contact.phone.is_none() => Kind::SameMailResent,
        kind => kind,
    }
}

fn changed(kind: Kind, person: &Person, contacts: &mut HashSet<String>, dice: &mut SeededDice) -> Dossier {
    let mut dossier = person.dossier.clone();
    match kind {
        Kind::First | Kind::SameMailResent => {}
        Kind::NewMailSamePhone => {
            dossier.contact.email = Some(contact::email(&dossier.identity.name, contacts, dice));
        }
        Kind::SecondMission => {
            if dice.chance(0.4) {
                dossier.contact.email = Some(contact::email(&dossier.identity.name, contacts, dice));
            }
            dossier.disclosures.words = String::new();
        }
        Kind::Transliteration => {
            dossier.identity.name = names::variant(&dossier.identity.name, dice);
            if dice.chance(0.5) {
                dossier.identity.document = None;
            }
            if dice.chance(0.5) || dossier.contact.phone.is_none() {
                dossier.contact.email = Some(contact::email(&dossier.identity.name, contacts, dice));
            }
        }
    }
    dossier
}

/// A mission by its code.
pub(super) fn code(mission: &str) -> MissionCode {
    mission.parse().expect("the tables hold codes of missions")
}
