//! Who the people are, one aspect to a file.

pub(super) mod age;
pub(super) mod citizenship;
pub(super) mod contact;
pub(super) mod cultures;
mod document;
pub(super) mod names;
pub(super) mod script;
mod service;

use super::{
    after::After,
    arrivals::{Arrival, Arrivals, Channel},
    chance::{Aspect, dice},
    interview::{Claim, Qualities},
    truth::{self, Chances, Truth},
};
use citizenship::{Citizenship, country};
use muster_case::intake::{Disclosures, Dossier, Experience, Identity, Sex};
use muster_vocab::Dice;
use names::NameBook;
use std::collections::HashSet;

/// One person: what is written, when, and what is so.
pub(super) struct Person {
    pub(super) arrival: Arrival,
    pub(super) dossier: Dossier,
    pub(super) culture: cultures::Culture,
    pub(super) truth: Truth,
}

/// Draws people one after another, and remembers whose number is whose.
pub(super) struct People {
    seed: u64,
    book: NameBook,
    arrivals: Arrivals,
    /// The two whose ages the founding case tells, and those ages.
    forced: [(u32, i64); 2],
    documents: HashSet<String>,
    contacts: HashSet<String>,
}

impl People {
    pub(super) fn new(seed: u64, people: u32, days: u32) -> Self {
        let mut dice = dice(seed, Aspect::Planted, 0);
        let young = dice.below(u64::from(people)) as u32;
        let old = (young + 1 + dice.below(u64::from(people.saturating_sub(1))) as u32) % people.max(1);
        Self {
            seed,
            book: NameBook::open(),
            arrivals: Arrivals::over(days),
            forced: [(young, 16), (old, 73)],
            documents: HashSet::new(),
            contacts: HashSet::new(),
        }
    }

    pub(super) const fn book(&self) -> &NameBook {
        &self.book
    }

    /// What a second writing needs: when it may arrive, and the addresses already given out.
    pub(super) const fn for_duplicates(&mut self) -> (&Arrivals, &mut HashSet<String>) {
        (&self.arrivals, &mut self.contacts)
    }

    pub(super) fn draw(&mut self, who: u32) -> Person {
        let seed = self.seed;
        let on = |aspect| dice(seed, aspect, who);
        let arrival = self.arrivals.draw(seed, who);
        let mut ages = on(Aspect::Age);
        let drawn = age::draw(&mut ages);
        let age = self.forced.iter().find(|(forced, _)| *forced == who).map_or(drawn, |(_, age)| *age);
        let born = age::birthday(age, self.arrivals.local_date(arrival.at), &mut ages);
        let sex = age::sex(&mut ages);
        let citizenship = citizenship::draw(&mut on(Aspect::Citizenship));
        let chances = Chances::draw(&mut on(Aspect::Truth));
        let name = self.name(&citizenship, sex == Sex::Female, chances.hoax, who);
        let service = service::draw(age, &citizenship, &mut on(Aspect::Service));
        let (disclosures, hidden) = disclose(arrival.channel, seed, who);
        let document = {
            let mut dice = on(Aspect::Document);
            let gives = dice.chance(0.88 / (1.0 - truth::HOAX)) && !chances.hoax;
            let document = document::draw(&citizenship, &mut self.documents, &mut dice);
            gives.then_some(document)
        };
        let contact = contact::draw(
            &name.latin,
            &citizenship,
            arrival.channel,
            &mut self.contacts,
            &mut on(Aspect::Contact),
        );
        let claim = Claim::of(&service.background);
        let mut more = on(Aspect::Qualities);
        let caught = truth::where_claim_is_caught(&mut more);
        let lies = service.real == Experience::None && service.background.experience == Experience::Combat;
        let truth = Truth {
            experience: service.real,
            false_claim: lies.then_some(caught),
            hidden_record: hidden,
            unvettable: chances.unvettable,
            hoax: chances.hoax,
            withdraws_after: chances.withdraws_after,
            listed: None,
            agent: false,
            household: None,
            comes: chances.comes,
            answers_after: chances.answers_after,
            qualities: Qualities::draw(claim, &mut more),
            after: After::draw(&mut on(Aspect::After)),
        };
        let identity = Identity {
            name: name.latin,
            name_original: name.original,
            born,
            sex: Some(sex),
            nationalities: citizenship.nationalities.iter().map(|code| country(code)).collect(),
            residence: country(citizenship.residence),
            document,
        };
        let dossier = Dossier { identity, contact, background: service.background, disclosures };
        Person { arrival, dossier, culture: citizenship.culture, truth }
    }

    fn name(&self, citizenship: &Citizenship, woman: bool, hoax: bool, who: u32) -> names::Name {
        let mut dice = dice(self.seed, Aspect::Name, who);
        let name = self.book.draw(citizenship.culture, woman, &mut dice);
        if hoax { names::Name { latin: names::silly(&mut dice), original: None } } else { name }
    }
}

/// What is disclosed, and where a record that is not comes to light.
fn disclose(channel: Channel, seed: u64, who: u32) -> (Disclosures, Option<truth::Caught>) {
    let mut dice = dice(seed, Aspect::Disclosure, who);
    let record = dice.chance(0.06);
    let hidden = dice.chance(0.025 / 0.94) && !record;
    let surfaces = truth::where_record_surfaces(&mut dice);
    let medical = dice.chance(0.018);
    let blank = dice.chance(0.1) && channel == Channel::Mail;
    let disclosures = Disclosures {
        criminal_record: if blank && !record { None } else { Some(record) },
        medical_bar: Some(medical),
        health_words: String::new(),
        words: words(seed, who),
    };
    (disclosures, hidden.then_some(surfaces))
}

fn words(seed: u64, who: u32) -> String {
    const WORDS: [&str; 10] = [
        "I watched the news and could not sit still.",
        "What do I bring, and where do I report?",
        "I have time off from work until the summer.",
        "My grandparents came from there.",
        "I can leave within a week.",
        "Do you pay for the flight?",
        "I served and I want to be useful again.",
        "My wife knows and agrees.",
        "Please answer soon, I have given notice at work.",
        "I can train others.",
    ];
    let mut dice = dice(seed, Aspect::Words, who);
    if dice.chance(0.5) { (*dice.pick(&WORDS)).to_owned() } else { String::new() }
}
