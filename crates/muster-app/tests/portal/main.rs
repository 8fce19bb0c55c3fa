//! A stranger at the portal: lets himself in, comes back, is written to, and is forgotten.

#[path = "../support/mod.rs"]
mod support;

use jiff::{SignedDuration, Timestamp};
use muster_app::{
    App,
    letters::{Carrier, CarryFault, LetterWorker, Letterhead, Mail, deliver_due},
    portal::{Address, DraftStart, Visit},
};
use muster_case::{
    Case, Permit,
    access::ReadCases,
    intake::{Channel, RawAnswers},
};
use muster_testkit::on_both;
use muster_vocab::{Actor, Dice, SeededDice, Worker};
use std::{collections::BTreeSet, path::PathBuf, sync::Mutex};
use support::{at, mission, open, open_mission};

mod coming_back;
mod drafts;
mod own_data;
mod posting;
mod sessions;
mod standing;

pub(crate) const NOW: &str = "2022-03-01T12:00:00Z";

pub(crate) fn now() -> Timestamp {
    at(NOW)
}

pub(crate) fn minutes(minutes: i64) -> Timestamp {
    now() + SignedDuration::from_mins(minutes)
}

/// A mission of its own for each story, on both databases, with the folder its files lie in.
pub(crate) fn with_app(story: impl Fn(&App, &[PathBuf])) {
    on_both(|database| {
        let folder = tempfile::tempdir().unwrap();
        let app = open(folder.path(), database);
        open_mission(&app, &mut SeededDice::new(1));
        let own = (!database.starts_with("postgres")).then(|| PathBuf::from(database));
        let files: Vec<PathBuf> = own
            .iter()
            .filter_map(|file| file.parent())
            .map(PathBuf::from)
            .chain([folder.path().into()])
            .collect();
        story(&app, &files);
    });
}

pub(crate) fn said(pairs: &[(&str, &str)]) -> RawAnswers {
    RawAnswers(pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect())
}

/// A draft of somebody from the US, with one answer.
pub(crate) fn draft(app: &App, dice: &mut impl Dice) -> Visit {
    let start = DraftStart {
        mission: mission(),
        notice: BTreeSet::from(["US".parse().unwrap()]),
        purposes: app.programme.purposes.clone(),
        answers: said(&[("nationalities.0", "US"), ("residence", "US"), ("experience", "combat")]),
        channel: Channel::Web,
    };
    app.open_draft(start, dice, now()).unwrap()
}

pub(crate) fn email(text: &str) -> Address {
    Address::Email(text.parse().unwrap())
}

/// Keeps letters instead of carrying them away, or fails as it is told.
pub(crate) struct Bag {
    head: Letterhead,
    pub(crate) mails: Mutex<Vec<Mail>>,
    pub(crate) fault: Mutex<Option<CarryFault>>,
}

impl Bag {
    pub(crate) fn new() -> Self {
        let head = Letterhead {
            public_url: "https://join.example.org".into(),
            from: "Muster <post@join.example.org>".into(),
        };
        Self { head, mails: Mutex::default(), fault: Mutex::default() }
    }

    /// The letters so far, which are taken out.
    pub(crate) fn take(&self) -> Vec<Mail> {
        std::mem::take(&mut self.mails.lock().unwrap())
    }
}

impl Carrier for Bag {
    fn letterhead(&self) -> &Letterhead {
        &self.head
    }

    fn carry(&self, mail: &Mail) -> Result<(), CarryFault> {
        if let Some(fault) = self.fault.lock().unwrap().clone() {
            return Err(fault);
        }
        self.mails.lock().unwrap().push(mail.clone());
        Ok(())
    }
}

/// Writes and delivers everything that is due.
pub(crate) fn letters(app: &App, at: Timestamp) -> Vec<Mail> {
    let bag = Bag::new();
    LetterWorker.follow(app, at).unwrap();
    deliver_due(app, &bag, at).unwrap();
    bag.take()
}

/// The six digits in a letter.
pub(crate) fn code_in(mail: &Mail) -> String {
    let words = mail.body.split(|c: char| !c.is_ascii_digit());
    words.filter(|word| word.len() == 6).map(str::to_owned).next().expect("the letter has a code")
}

/// The token of the link in a letter.
pub(crate) fn link_in(mail: &Mail) -> String {
    let (_, rest) = mail.body.split_once("/return/link/").expect("the letter has a link");
    rest.split_whitespace().next().unwrap().to_owned()
}

/// A draft whose address is confirmed.
pub(crate) fn confirmed(app: &App, dice: &mut impl Dice, address: &str) -> Visit {
    let visit = draft(app, dice);
    app.ask_code(visit, email(address), "en", dice, now()).unwrap();
    let mail = letters(app, now()).pop().unwrap();
    app.confirm_code(visit, &code_in(&mail), now()).unwrap();
    visit
}

pub(crate) fn case_of(app: &App, visit: Visit) -> Case {
    app.load(visit.case).unwrap()
}

pub(crate) fn reading() -> Permit<ReadCases> {
    Permit::ask(Actor::System { worker: Worker::Clock }).unwrap()
}
