//! How events are stored, and how every shape ever shipped is still read.
//!
//! An event is stored as a tag, the number of its shape, and a JSON body. This program writes the newest shape of
//! each tag and reads all of them: an old body is upcast (`v1.rs`) to the next shape until it is the newest. A golden
//! file of every shape lies in `tests/golden/`, and none is ever changed.

mod v1;

use crate::{Event, OfficeEvent};

/// An event as a row of the log holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// The tag, such as `screening.hit_dismissed`.
    pub tag: &'static str,
    /// The number of the shape.
    pub shape: u16,
    /// The body: JSON with references in place of personal data.
    pub body: String,
}

/// Why a stored event cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    /// No program of this kind ever wrote the tag, or a newer one did.
    #[error(
        "the tag `{0}` is not known; a newer program may have written it: upgrade before opening this log"
    )]
    UnknownTag(String),
    /// The shape is newer than this program.
    #[error("shape {shape} of `{tag}` is newer than this program; upgrade before opening this log")]
    UnknownShape {
        /// The tag.
        tag: String,
        /// The shape found.
        shape: u16,
    },
    /// The body does not have the shape it says.
    #[error("the body of `{tag}` shape {shape} cannot be read: {why}")]
    Body {
        /// The tag.
        tag: String,
        /// The shape.
        shape: u16,
        /// Where it fails; never a value.
        why: String,
    },
}

/// The stored form of an event whose sealed values are all shut.
///
/// # Errors
/// If a sealed value is still open: it must go through the store's door first.
pub fn encode(event: &Event) -> Result<Stored, serde_json::Error> {
    Ok(Stored { tag: event.tag(), shape: event.shape(), body: event.to_json()? })
}

/// Reads a stored event of any shape ever shipped.
///
/// # Errors
/// [`Unreadable`] if the tag or shape is unknown or the body is damaged.
pub fn decode(tag: &str, shape: u16, body: &str) -> Result<Event, Unreadable> {
    read(tag, shape, body, Event::TAGS, Event::from_json, v1::upcast)
}

/// Reads a stored event of the office.
///
/// # Errors
/// As [`decode`].
pub fn decode_office(tag: &str, shape: u16, body: &str) -> Result<OfficeEvent, Unreadable> {
    // No shape of the office's events was replaced yet.
    read(tag, shape, body, OfficeEvent::TAGS, OfficeEvent::from_json, |_, _, _| None)
}

fn read<E>(
    tag: &str,
    shape: u16,
    body: &str,
    tags: &[(&str, u16)],
    newest: impl FnOnce(&str, &str) -> Option<serde_json::Result<E>>,
    upcast: impl FnOnce(&str, u16, &str) -> Option<serde_json::Result<E>>,
) -> Result<E, Unreadable> {
    let known = tags.iter().find(|(known, _)| *known == tag).map(|(_, shape)| *shape);
    let parsed = match known {
        None => return Err(Unreadable::UnknownTag(tag.to_owned())),
        Some(now) if now == shape => newest(tag, body),
        Some(_) => upcast(tag, shape, body),
    };
    parsed.ok_or_else(|| Unreadable::UnknownShape { tag: tag.to_owned(), shape })?.map_err(|error| {
        // The category and place only: a message of the parser may quote the body.
        let why = format!("{:?} error at column {}", error.classify(), error.column());
        Unreadable::Body { tag: tag.to_owned(), shape, why }
    })
}
