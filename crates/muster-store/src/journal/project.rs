//! Which views each kind of event feeds.

use crate::{
    keys::Lookup,
    views::{Around, Change, case_row, project_case, project_office},
};
use muster_case::{
    Case, Event, Logged, Office, OfficeEvent,
    intake::{Contact, Identity, SealedDossier},
};
use muster_vocab::{Sealed, StreamId};

/// Keyed hashes of what an event seals: kind and token.
pub(crate) type Tokens = Vec<(&'static str, [u8; 16])>;

/// An event that feeds views.
pub trait Projected: Logged {
    /// The keyed hashes an open event gives rise to.
    #[doc(hidden)]
    fn tokens(&self, _: &Lookup) -> Vec<(&'static str, [u8; 16])> {
        Vec::new()
    }

    /// The sealed values from which [`Projected::tokens`] are made again: identity and contact.
    #[doc(hidden)]
    fn token_sources(&self) -> Option<(&Sealed<Identity>, &Sealed<Contact>)> {
        None
    }

    /// What the event changes in the views.
    #[doc(hidden)]
    #[expect(clippy::too_many_arguments, reason = "an event with everything around it")]
    fn project(
        &self,
        stream: StreamId,
        version: u64,
        at: i64,
        before: &Self::State,
        after: &Self::State,
        tokens: Vec<(&'static str, [u8; 16])>,
        out: &mut Vec<Change>,
    );

    /// The row of the whole stream, if it has one.
    #[doc(hidden)]
    fn row(stream: StreamId, version: u64, state: &Self::State) -> Option<Change>;
}

impl Projected for Event {
    fn tokens(&self, lookup: &Lookup) -> Tokens {
        match self.token_sources() {
            Some((Sealed::Open(identity), Sealed::Open(contact))) => tokens_of(lookup, identity, contact),
            _ => Vec::new(),
        }
    }

    fn token_sources(&self) -> Option<(&Sealed<Identity>, &Sealed<Contact>)> {
        let dossier: &SealedDossier = match self {
            Self::Submitted(event) => &event.dossier,
            Self::InfoAnswered(event) => &event.dossier,
            Self::Corrected(event) => &event.dossier,
            Self::CorrectionTakenOver(event) => &event.dossier,
            Self::WalkInRegistered(event) => &event.dossier,
            _ => return None,
        };
        Some((&dossier.identity, &dossier.contact))
    }

    fn project(
        &self,
        stream: StreamId,
        version: u64,
        at: i64,
        before: &Case,
        after: &Case,
        lookups: Tokens,
        out: &mut Vec<Change>,
    ) {
        project_case(self, &Around { stream, version, before, after, at, lookups }, out);
    }

    fn row(stream: StreamId, version: u64, case: &Case) -> Option<Change> {
        Some(case_row(stream, version, case))
    }
}

impl Projected for OfficeEvent {
    fn project(
        &self,
        _: StreamId,
        _: u64,
        _: i64,
        _: &Office,
        after: &Office,
        _: Tokens,
        out: &mut Vec<Change>,
    ) {
        project_office(self, after, out);
    }

    fn row(_: StreamId, _: u64, _: &Office) -> Option<Change> {
        None
    }
}

/// The look-ups of a dossier: e-mail, telephone, document; each near-unique, so that equality says little else.
pub(crate) fn tokens_of(lookup: &Lookup, identity: &Identity, contact: &Contact) -> Tokens {
    exact_values(identity, contact)
        .into_iter()
        .map(|(kind, value)| (kind, lookup.token(kind, &value)))
        .collect()
}

/// The exact values of a dossier in their normal forms: kind and value.
#[must_use]
pub fn exact_values(identity: &Identity, contact: &Contact) -> Vec<(&'static str, String)> {
    let mut values = contact_values(contact);
    values.extend(identity_values(identity));
    values
}

/// The exact values of a contact: e-mail and telephone.
pub(crate) fn contact_values(contact: &Contact) -> Vec<(&'static str, String)> {
    let email = contact.email.as_ref().map(|email| ("email", email.normal()));
    let phone = contact.phone.as_ref().map(|phone| ("phone", phone.normal().to_owned()));
    email.into_iter().chain(phone).collect()
}

/// The exact value of an identity: its document.
pub(crate) fn identity_values(identity: &Identity) -> Vec<(&'static str, String)> {
    let document = identity.document.as_ref();
    document
        .map(|document| ("document", format!("{}/{}", document.issuer, document.number)))
        .into_iter()
        .collect()
}
