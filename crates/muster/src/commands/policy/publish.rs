//! `muster policy publish`: the first person proposes, a second publishes.

use crate::frame::{Exit, Fault, Frame, Paint};
use clap::Args;
use muster_app::policy::Signed;

/// Signs an edition: the first person proposes it, a second publishes it
///
/// Run it twice, by two people. What is signed are the bytes of the edition's file; from then on they never change.
#[derive(Args)]
#[command(after_help = "Example:
  muster policy publish v2 --as POLICY_OWNER_ID
  muster policy publish v2 --as ATTACHE_ID")]
pub(super) struct Publish {
    /// The edition's name
    edition: String,
}

impl Publish {
    pub(super) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        let app = frame.app()?;
        let by = frame.actor(&app, app.may_sign(&self.edition)?)?;
        let signed = app.sign_edition(by, &self.edition, frame.now())?;
        // What waits with the clerks is found upon anew; what is decided stays as it is.
        app.determine_submitted(frame.now())?;
        frame.show(&signed, text)?;
        Ok(match signed {
            Signed::Waits { .. } => Exit::Refused,
            Signed::Proposed { .. } | Signed::Published { .. } | Signed::InForce { .. } => Exit::Done,
        })
    }
}

fn text(signed: &Signed, paint: Paint) -> String {
    match signed {
        Signed::Proposed { edition, hash } => format!(
            "{}\n  bytes    {hash}\n  signed   by you, first\n  next     another person runs `muster policy publish \
             {edition}`, after reading the file",
            paint.head(&format!("Edition {edition} is proposed.")),
        ),
        Signed::Published { edition, hash, proposed_by } => format!(
            "{}\n  bytes    {hash}\n  signed   first by {proposed_by}, second by you\n  next     `muster policy simulate \
             {edition} --against …` shows whom it treats otherwise; no decision changes by itself",
            paint.good(&format!("Edition {edition} is in force.")),
        ),
        Signed::Waits { edition, hash } => format!(
            "{}\n  bytes    {hash}\n  signed   by you, first\n  next     somebody else must publish it: two people sign",
            paint.warn(&format!("Edition {edition} waits for a second person.")),
        ),
        Signed::InForce { edition, hash } => {
            format!("Edition {edition} is in force already; nothing changed.\n  bytes    {hash}")
        }
    }
}
