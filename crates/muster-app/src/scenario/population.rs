//! Everybody who writes to the mission, and every time they do.

use super::{
    arrivals::Channel,
    calendar::{Calendar, LIST_UPDATE},
    chance::{Aspect, dice},
    duplicates,
    people::{People, Person},
    truth::Truth,
    watchlist::Watchlist,
};
use jiff::Timestamp;
use muster_case::intake::{Dossier, Experience, Serving};
use muster_vocab::{Dice, MissionCode, PersonName};

/// The mission everybody writes to first.
pub const MAIN_MISSION: &str = "us-washington";
/// Agents sent by a hostile service, with clean papers.
pub const AGENTS: usize = 3;
/// Pairs that share a telephone: 1.2 % of people, less those who cannot be paired.
const HOUSEHOLDS: f64 = 0.0065;

/// A person of the scenario, counted from 0. It is not an identifier of the system: the pipeline must find out itself
/// that two inquiries are of one human.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonNo(pub u32);

/// What an inquiry is to the ones before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The person's first.
    First,
    /// The same mail once more.
    SameMailResent,
    /// From a new address, with the same telephone.
    NewMailSamePhone,
    /// To another mission.
    SecondMission,
    /// Under another spelling of the name, or a nickname.
    Transliteration,
}

/// One inquiry as it arrives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inquiry {
    /// Its number in order of arrival, from 0.
    pub no: u32,
    /// When it arrives.
    pub arrives: Timestamp,
    /// How.
    pub channel: Channel,
    /// Who sends it: for the simulated humans and the report only.
    pub sender: PersonNo,
    /// What it says.
    pub dossier: Dossier,
    /// What it is to the ones before.
    pub kind: Kind,
    /// The mission it reaches.
    pub mission: MissionCode,
}

/// A whole population with its truth and the watchlist of its world.
#[derive(Debug, Clone, PartialEq)]
pub struct Population {
    /// Every inquiry, in order of arrival.
    pub inquiries: Vec<Inquiry>,
    /// The watchlist.
    pub watchlist: Watchlist,
    truths: Vec<Truth>,
}

impl Population {
    /// The population of a seed: `people` persons who write over `days` days.
    #[must_use]
    pub fn new(seed: u64, people: u32, days: u32) -> Self {
        let mut source = People::new(seed, people, days);
        let mut persons: Vec<Person> = (0..people).map(|who| source.draw(who)).collect();
        share_telephones(seed, &mut persons);
        plant_agents(seed, &mut persons);
        let watchlist = Watchlist::draw(seed, source.book(), &mut persons);
        let mut inquiries = Vec::with_capacity(persons.len() * 11 / 10);
        for (who, person) in (0..).zip(&persons) {
            let (arrivals, contacts) = source.for_duplicates();
            let again = duplicates::draw(seed, who, person, arrivals, contacts);
            inquiries.push(first(who, person));
            inquiries.extend(again);
        }
        inquiries.sort_by_key(|inquiry| (inquiry.arrives, inquiry.sender, inquiry.kind));
        for (no, inquiry) in (0..).zip(&mut inquiries) {
            inquiry.no = no;
        }
        Self { inquiries, watchlist, truths: persons.into_iter().map(|person| person.truth).collect() }
    }

    /// What is really so about a person.
    ///
    /// # Panics
    /// If the person is of another population.
    #[must_use]
    pub fn truth(&self, person: PersonNo) -> &Truth {
        &self.truths[person.0 as usize]
    }

    /// Everybody, with their truth.
    pub fn people(&self) -> impl Iterator<Item = (PersonNo, &Truth)> {
        (0..).map(PersonNo).zip(&self.truths)
    }
}

fn first(who: u32, person: &Person) -> Inquiry {
    Inquiry {
        no: 0,
        arrives: person.arrival.at,
        channel: person.arrival.channel,
        sender: PersonNo(who),
        dossier: person.dossier.clone(),
        kind: Kind::First,
        mission: duplicates::code(MAIN_MISSION),
    }
}

/// Lets pairs of different people give one telephone: brothers, couples, flatmates.
fn share_telephones(seed: u64, persons: &mut [Person]) {
    let mut dice = dice(seed, Aspect::Household, 0);
    let mut household = 0;
    for second in 1..persons.len() {
        let (before, after) = persons.split_at_mut(second);
        let (one, other) = (&mut before[second - 1], &mut after[0]);
        let (pair, kin) = (dice.chance(HOUSEHOLDS), dice.chance(0.6));
        let fits = !one.truth.hoax && !other.truth.hoax && one.truth.household.is_none();
        let Some(phone) = one.dossier.contact.phone.clone().filter(|_| pair && fits) else { continue };
        if kin && one.culture == other.culture && one.dossier.identity.name_original.is_none() {
            let given = other.dossier.identity.name.given.clone();
            let family = one.dossier.identity.name.family.clone();
            if let Ok(name) = PersonName::new(&given, &family) {
                other.dossier.identity.name = name;
            }
        }
        other.dossier.contact.phone = Some(phone);
        other.dossier.identity.residence = one.dossier.identity.residence;
        (one.truth.household, other.truth.household) = (Some(household), Some(household));
        household += 1;
    }
}

/// Chooses the agents among early applicants whom nothing speaks against.
fn plant_agents(seed: u64, persons: &mut [Person]) {
    let mut clean: Vec<usize> = (0..persons.len()).filter(|who| is_clean(&persons[*who])).collect();
    dice(seed, Aspect::Planted, 1).shuffle(&mut clean);
    for who in clean.into_iter().take(AGENTS) {
        persons[who].truth.agent = true;
    }
}

/// Whether nothing speaks against a person, on paper or in truth, and the person can be interviewed early.
pub(super) fn is_clean(person: &Person) -> bool {
    let Dossier { identity, background, disclosures, .. } = &person.dossier;
    let truth = &person.truth;
    let (young, old) = identity.born.age_on(jiff::civil::date(2022, 3, 1));
    let clean_truth = !truth.hoax
        && !truth.agent
        && truth.false_claim.is_none()
        && truth.hidden_record.is_none()
        && truth.unvettable.is_none()
        && truth.withdraws_after.is_none()
        && truth.listed.is_none();
    let clean_paper = background.experience == Experience::Combat
        && background.serving == Serving::No
        && !background.wants_non_combat
        && background.languages.iter().any(|language| matches!(language.code(), "en" | "uk"))
        && !identity.nationalities.iter().any(|country| matches!(country.code(), "UA" | "RU"))
        && identity.document.is_some()
        && disclosures.criminal_record == Some(false)
        && disclosures.medical_bar == Some(false);
    let early = person.arrival.at < Calendar::new().start(LIST_UPDATE - 5);
    clean_truth && clean_paper && young >= 20 && old <= 55 && early
}
