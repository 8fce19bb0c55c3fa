//! A way in to the desk, as it is told: a link, and who comes in by it.

use crate::frame::Frame;
use jiff::Timestamp;
use muster_app::desk::Invitation;
use serde::Serialize;

/// The language of links: the page behind one offers the others.
const LANGUAGE: &str = "en";

/// A link of the desk that is told together with the portal's address.
pub(crate) struct Way {
    /// Who comes in by it.
    pub(crate) who: String,
    /// Its path at the portal.
    pub(crate) path: String,
}

/// An invitation that was just made, as a command gives it.
#[derive(Serialize)]
pub(crate) struct Invited {
    /// The link; its path alone where nobody said at what address the portal is.
    pub(crate) link: String,
    /// Until when it works.
    pub(crate) until: Timestamp,
}

impl Invited {
    /// As it is told here.
    pub(crate) fn of(frame: &Frame, invitation: &Invitation) -> Self {
        let place = frame.settings.given("public_url").unwrap_or_default();
        let link = format!("{}{}", place.trim_end_matches('/'), path(invitation));
        Self { link, until: invitation.until }
    }

    /// Until when it works, in words.
    pub(crate) fn until(&self) -> String {
        format!("works once, until {} UTC", self.until.strftime("%-d %B %Y, %H:%M"))
    }
}

/// The path of an invitation's link.
pub(crate) fn path(invitation: &Invitation) -> String {
    invitation.path(LANGUAGE)
}

/// The path of the link with this token.
pub(crate) fn path_of(token: &str) -> String {
    format!("/{LANGUAGE}/desk/enter/{token}")
}
