//! Who may open a new draft.
//!
//! On most days everybody, at once. While more drafts are opened than people open, a new one costs a proof of work,
//! which a script does in the background; a browser without scripts gets a ticket, waits a minute and goes on. Tickets
//! have a share of their own that no proof takes from, so a flood of machines that compute cannot starve people who
//! wait. There is no number after which nobody comes in: the more come, the more work a proof is.

use super::{spent::Spent, work::Work};
use crate::{sealing::Sealing, serve::neighbourhood};
use jiff::{SignedDuration, Timestamp};
use muster_store::keys::Lookup;
use serde::{Deserialize, Serialize};
use std::{
    collections::{HashMap, VecDeque},
    net::IpAddr,
    sync::{Mutex, PoisonError},
};

/// When the gate asks for something, and how much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// So many drafts a minute are opened without asking.
    pub free_per_minute: u32,
    /// So many a minute are opened by tickets, whatever else goes on.
    pub tickets_per_minute: u32,
    /// So many of those by one client.
    pub tickets_per_client: u32,
    /// How long a ticket waits.
    pub wait_seconds: u32,
    /// Attempts that a proof takes at most, while the flood is just beginning.
    pub work: u32,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            free_per_minute: 120,
            tickets_per_minute: 60,
            tickets_per_client: 6,
            wait_seconds: 60,
            work: 100_000,
        }
    }
}

/// A proof is at most so many times harder than [`Pace::work`]: about ten seconds on a slow telephone.
const HARDER_MAX: u32 = 8;
/// How long a ticket is good after its wait.
const TICKET_HOURS: i64 = 2;
/// When to come again with a ticket that has waited, while the share is used up.
const AGAIN_SECONDS: u32 = 15;
const TICKETS_MAX: usize = 50_000;
const CLIENTS_MAX: usize = 20_000;
const PURPOSE: &str = "ticket";

/// Somebody who wants to open a draft.
#[derive(Debug, Clone, Copy)]
pub struct Asking<'a> {
    /// From where.
    pub client: IpAddr,
    /// A solved puzzle, if one came.
    pub proof: Option<&'a str>,
    /// A ticket, if one came.
    pub ticket: Option<&'a str>,
    /// A trap was sprung.
    pub suspect: bool,
}

/// What the gate says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Admission {
    /// Come in.
    Pass,
    /// Show a proof, or come back with the ticket.
    Prove {
        /// A puzzle for the script, as JSON.
        challenge: String,
        /// The ticket for whoever has no script: the same one, if one came.
        ticket: String,
        /// When the ticket will be good.
        wait_seconds: u32,
    },
}

/// Keeps the pace. What it remembers is bounded.
pub struct Gate {
    pace: Pace,
    work: Work,
    sealing: Sealing,
    redeemed: Spent,
    book: Mutex<Book>,
}

/// What happened in the last minute.
#[derive(Default)]
struct Book {
    opened: Minute,
    by_ticket: Minute,
    by_client: HashMap<IpAddr, Minute>,
}

#[derive(Serialize, Deserialize)]
struct Ticket {
    id: [u8; 16],
    good_from: i64,
}

impl Gate {
    pub(super) fn new(lookup: &Lookup, pace: Pace) -> Self {
        Self::with(Work::new(lookup), Sealing::new(lookup), pace)
    }

    fn with(work: Work, sealing: Sealing, pace: Pace) -> Self {
        Self { pace, work, sealing, redeemed: Spent::new(TICKETS_MAX), book: Mutex::default() }
    }

    /// Says whether a draft may be opened now. A proof and a ticket are used up only if they let somebody in.
    pub fn admit(&self, asking: &Asking<'_>, at: Timestamp) -> Admission {
        let mut book = self.book.lock().unwrap_or_else(PoisonError::into_inner);
        let load = book.opened.count(at);
        let (way, passes) = if load < self.pace.free_per_minute && !asking.suspect {
            ("free", true)
        } else if asking.proof.is_some_and(|proof| self.work.accept(proof, at).is_ok()) {
            ("proof", true)
        } else {
            ("ticket", self.redeem(&mut book, asking, at))
        };
        if passes {
            metrics::counter!("muster_admitted_total", "way" => way).increment(1);
            book.opened.note(at);
            return Admission::Pass;
        }
        drop(book);
        metrics::counter!("muster_refused_total", "reason" => "gate").increment(1);
        let harder = (load / self.pace.free_per_minute.max(1)).clamp(1, HARDER_MAX);
        let challenge = self.work.challenge(self.pace.work.saturating_mul(harder), at).unwrap_or_default();
        let (ticket, wait_seconds) = self.ticket(asking.ticket, at);
        Admission::Prove { challenge, ticket, wait_seconds }
    }

    /// Lets a ticket in that has waited, while its share lasts.
    fn redeem(&self, book: &mut Book, asking: &Asking<'_>, at: Timestamp) -> bool {
        let Some(ticket) = asking.ticket.and_then(|ticket| self.open(ticket, at)) else { return false };
        if ticket.good_from > at.as_second() || book.by_ticket.count(at) >= self.pace.tickets_per_minute {
            return false;
        }
        let client = neighbourhood(asking.client);
        if book.by_client.len() >= CLIENTS_MAX {
            book.by_client.retain(|_, minute| minute.count(at) > 0);
        }
        if book
            .by_client
            .get_mut(&client)
            .is_some_and(|minute| minute.count(at) >= self.pace.tickets_per_client)
        {
            return false;
        }
        if !self.redeemed.spend(ticket.id, ticket.good_from + TICKET_HOURS * 3_600, at) {
            return false;
        }
        book.by_ticket.note(at);
        book.by_client.entry(client).or_default().note(at);
        true
    }

    /// The ticket somebody has with what is left of its wait, or a new one.
    fn ticket(&self, held: Option<&str>, at: Timestamp) -> (String, u32) {
        if let Some(held) = held
            && let Some(ticket) = self.open(held, at)
        {
            let left = u32::try_from(ticket.good_from - at.as_second()).unwrap_or(0);
            return (held.to_owned(), if left == 0 { AGAIN_SECONDS } else { left });
        }
        let mut id = [0; 16];
        let good_from = at + SignedDuration::from_secs(self.pace.wait_seconds.into());
        let ticket = getrandom::fill(&mut id).ok().and_then(|()| {
            let ticket = Ticket { id, good_from: good_from.as_second() };
            self.sealing.seal(PURPOSE, ticket, Sealing::after(good_from, TICKET_HOURS))
        });
        (ticket.unwrap_or_default(), self.pace.wait_seconds)
    }

    fn open(&self, ticket: &str, at: Timestamp) -> Option<Ticket> {
        self.sealing.open(PURPOSE, ticket, at)
    }
}

/// How often something happened in the last sixty seconds.
#[derive(Default)]
struct Minute(VecDeque<(i64, u32)>);

impl Minute {
    fn count(&mut self, at: Timestamp) -> u32 {
        while self.0.front().is_some_and(|(second, _)| *second <= at.as_second() - 60) {
            self.0.pop_front();
        }
        self.0.iter().map(|(_, times)| times).sum()
    }

    fn note(&mut self, at: Timestamp) {
        match self.0.back_mut() {
            Some((second, times)) if *second >= at.as_second() => *times = times.saturating_add(1),
            _ => self.0.push_back((at.as_second(), 1)),
        }
    }
}

#[cfg(test)]
#[path = "gate_tests.rs"]
mod tests;
