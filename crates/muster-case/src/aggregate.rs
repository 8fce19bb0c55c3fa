//! What the journal must know of a kind of stream: how its events are stored, folded and sealed.

use crate::{
    Case, Event, Office, OfficeEvent, evolve,
    office::evolve_office,
    stored::{self, Stored, Unreadable},
};
use muster_vocab::{Moment, SealedPart};

/// A kind of event, with the state its events fold into.
pub trait Logged: Clone + Send + Sync + 'static {
    /// What a stream of these events folds into; the default is a stream without events.
    type State: Default + Clone + Send + 'static;

    /// The tag it is stored under, such as `screening.hit_dismissed`.
    fn stored_tag(&self) -> &'static str;

    /// Shows `visit` every sealed value, always in the same order.
    fn sealed_parts(&mut self, visit: &mut dyn FnMut(&mut dyn SealedPart));

    /// Whose key the event's sealed values lie under: 16 bytes of a person or a human. `state` is as before the
    /// event.
    fn holder(&self, state: &Self::State) -> Option<[u8; 16]>;

    /// The stored form. Every sealed value must be shut.
    ///
    /// # Errors
    /// If one is still open.
    fn encode(&self) -> Result<Stored, serde_json::Error>;

    /// Reads a stored form of any shape ever shipped.
    ///
    /// # Errors
    /// [`Unreadable`] if it is unknown or damaged.
    fn decode(tag: &str, shape: u16, body: &str) -> Result<Self, Unreadable>;

    /// Applies the event.
    fn evolve(&self, state: &mut Self::State, moment: &Moment);

    /// Whether it only says that somebody looked: then it changes nothing, and it is as true after whatever else
    /// happened meanwhile.
    fn is_look(&self) -> bool;
}

impl Logged for Event {
    type State = Case;

    fn stored_tag(&self) -> &'static str {
        self.tag()
    }

    fn sealed_parts(&mut self, visit: &mut dyn FnMut(&mut dyn SealedPart)) {
        Self::sealed_parts(self, visit);
    }

    fn holder(&self, case: &Case) -> Option<[u8; 16]> {
        let person = match self {
            Self::DraftOpened(opened) => Some(opened.person),
            Self::WalkInRegistered(registered) => Some(registered.person),
            _ => case.person,
        };
        person.map(|person| *person.bytes())
    }

    fn encode(&self) -> Result<Stored, serde_json::Error> {
        stored::encode(self)
    }

    fn decode(tag: &str, shape: u16, body: &str) -> Result<Self, Unreadable> {
        stored::decode(tag, shape, body)
    }

    fn evolve(&self, case: &mut Case, moment: &Moment) {
        evolve(case, self, moment);
    }

    fn is_look(&self) -> bool {
        matches!(self, Self::Accessed(_))
    }
}

impl Logged for OfficeEvent {
    type State = Office;

    fn stored_tag(&self) -> &'static str {
        self.tag()
    }

    fn sealed_parts(&mut self, visit: &mut dyn FnMut(&mut dyn SealedPart)) {
        Self::sealed_parts(self, visit);
    }

    fn holder(&self, _: &Office) -> Option<[u8; 16]> {
        match self {
            Self::StaffAdded(added) => Some(*added.human.bytes()),
            _ => None,
        }
    }

    fn encode(&self) -> Result<Stored, serde_json::Error> {
        Ok(Stored { tag: self.tag(), shape: self.shape(), body: self.to_json()? })
    }

    fn decode(tag: &str, shape: u16, body: &str) -> Result<Self, Unreadable> {
        stored::decode_office(tag, shape, body)
    }

    fn evolve(&self, office: &mut Office, moment: &Moment) {
        evolve_office(office, self, moment);
    }

    fn is_look(&self) -> bool {
        matches!(self, Self::AuditRead(_) | Self::LogVerified(_))
    }
}
