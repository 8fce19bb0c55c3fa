//! Everybody who is connected, and who has to go when there is no room.
//!
//! Who is being answered stays. Of the others whoever has waited longest with nothing to say goes first: an honest
//! request comes within a moment, and a browser whose resting connection was closed opens another.

use std::{
    collections::{BTreeSet, HashMap},
    net::IpAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use tokio::sync::Notify;

/// The connections of a service.
pub(super) struct Crowd {
    total: usize,
    per_client: usize,
    book: Mutex<Book>,
}

/// Connections by their number; the turn says since when one waits.
#[derive(Default)]
struct Book {
    turn: u64,
    held: HashMap<u64, Held>,
    waiting: BTreeSet<(u64, u64)>,
    clients: HashMap<IpAddr, OfClient>,
}

struct Held {
    client: Option<IpAddr>,
    since: Option<u64>,
    gone: Arc<Notify>,
}

#[derive(Default)]
struct OfClient {
    count: usize,
    waiting: BTreeSet<(u64, u64)>,
}

/// Whether there was room.
pub(super) enum Entry {
    /// There was, or somebody went.
    Place(Place),
    /// Everybody is being answered.
    Full(&'static str),
}

/// A connection's place; given up when it is dropped.
pub(super) struct Place {
    id: u64,
    crowd: Arc<Crowd>,
    gone: Arc<Notify>,
}

impl Crowd {
    pub(super) fn new(total: usize, per_client: usize) -> Self {
        Self { total: total.max(1), per_client: per_client.max(1), book: Mutex::default() }
    }

    fn book(&self) -> MutexGuard<'_, Book> {
        self.book.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A place for a new connection. One without a client comes from a proxy and counts in the total alone.
    pub(super) fn enter(self: &Arc<Self>, client: Option<IpAddr>) -> Entry {
        let mut book = self.book();
        if let Some(of) = client.and_then(|client| book.clients.get(&client))
            && of.count >= self.per_client
        {
            let Some(&(_, longest)) = of.waiting.first() else { return Entry::Full("client") };
            book.send_away(longest);
        }
        if book.held.len() >= self.total {
            let Some(&(_, longest)) = book.waiting.first() else { return Entry::Full("total") };
            book.send_away(longest);
        }
        book.turn += 1;
        let (id, gone) = (book.turn, Arc::new(Notify::new()));
        book.held.insert(id, Held { client, since: None, gone: Arc::clone(&gone) });
        if let Some(client) = client {
            book.clients.entry(client).or_default().count += 1;
        }
        book.waits(id);
        Entry::Place(Place { id, crowd: Arc::clone(self), gone })
    }

    /// Sends away whoever has waited longest, if anybody waits.
    pub(super) fn make_room(&self) {
        let mut book = self.book();
        if let Some(&(_, longest)) = book.waiting.first() {
            book.send_away(longest);
        }
    }

    /// Sends everybody away. Gives how many there were.
    pub(super) fn cut_all(&self) -> usize {
        let mut book = self.book();
        let all: Vec<u64> = book.held.keys().copied().collect();
        for id in &all {
            book.send_away(*id);
        }
        all.len()
    }
}

impl Book {
    fn waits(&mut self, id: u64) {
        self.turn += 1;
        let turn = self.turn;
        let Some(held) = self.held.get_mut(&id) else { return };
        held.since = Some(turn);
        self.waiting.insert((turn, id));
        if let Some(of) = held.client.and_then(|client| self.clients.get_mut(&client)) {
            of.waiting.insert((turn, id));
        }
    }

    fn works(&mut self, id: u64) {
        let Some(held) = self.held.get_mut(&id) else { return };
        let Some(since) = held.since.take() else { return };
        self.waiting.remove(&(since, id));
        if let Some(of) = held.client.and_then(|client| self.clients.get_mut(&client)) {
            of.waiting.remove(&(since, id));
        }
    }

    fn send_away(&mut self, id: u64) {
        if let Some(gone) = self.leave(id) {
            metrics::counter!("muster_connections_closed_total", "reason" => "crowded").increment(1);
            gone.notify_one();
        }
    }

    fn leave(&mut self, id: u64) -> Option<Arc<Notify>> {
        self.works(id);
        let held = self.held.remove(&id)?;
        if let Some(client) = held.client
            && let Some(of) = self.clients.get_mut(&client)
        {
            of.count -= 1;
            if of.count == 0 {
                self.clients.remove(&client);
            }
        }
        Some(held.gone)
    }
}

impl Place {
    /// A request head has come.
    pub(super) fn works(&self) {
        self.crowd.book().works(self.id);
    }

    /// The last request is answered.
    pub(super) fn waits(&self) {
        self.crowd.book().waits(self.id);
    }

    /// Comes back when the place is needed for somebody else.
    pub(super) async fn sent_away(&self) {
        self.gone.notified().await;
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.crowd.book().leave(self.id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(n: u8) -> IpAddr {
        IpAddr::from([10, 0, 0, n])
    }

    fn place(crowd: &Arc<Crowd>, client: impl Into<Option<IpAddr>>) -> Option<Place> {
        match crowd.enter(client.into()) {
            Entry::Place(place) => Some(place),
            Entry::Full(_) => None,
        }
    }

    fn is_in(crowd: &Crowd, place: &Place) -> bool {
        crowd.book().held.contains_key(&place.id)
    }

    #[test]
    fn when_it_is_full_whoever_waited_longest_goes() {
        let crowd = Arc::new(Crowd::new(3, 3));
        let places: Vec<Place> = (1..=3).map(|n| place(&crowd, address(n)).unwrap()).collect();
        places[0].works();
        places[0].waits();
        let _next = place(&crowd, address(4)).unwrap();
        assert!(is_in(&crowd, &places[0]) && !is_in(&crowd, &places[1]) && is_in(&crowd, &places[2]));
    }

    #[test]
    fn whoever_is_being_answered_stays() {
        let crowd = Arc::new(Crowd::new(2, 2));
        let places: Vec<Place> = (1..=2).map(|n| place(&crowd, address(n)).unwrap()).collect();
        places.iter().for_each(Place::works);
        assert!(place(&crowd, address(3)).is_none());
        assert!(places.iter().all(|place| is_in(&crowd, place)));
    }

    #[test]
    fn one_client_with_many_connections_sends_away_its_own_and_a_proxy_none() {
        let crowd = Arc::new(Crowd::new(100, 2));
        let other = place(&crowd, address(1)).unwrap();
        let greedy: Vec<Place> = (0..5).map(|_| place(&crowd, address(2)).unwrap()).collect();
        assert_eq!(greedy.iter().filter(|place| is_in(&crowd, place)).count(), 2);
        let proxied: Vec<Place> = (0..50).map(|_| place(&crowd, None).unwrap()).collect();
        assert!(is_in(&crowd, &other) && proxied.iter().all(|place| is_in(&crowd, place)));
    }

    #[test]
    fn nothing_is_remembered_of_whoever_left() {
        let crowd = Arc::new(Crowd::new(10, 2));
        for n in 0..100 {
            let place = place(&crowd, address(n)).unwrap();
            place.works();
        }
        let book = crowd.book();
        assert!(book.held.is_empty() && book.waiting.is_empty() && book.clients.is_empty());
    }
}
