//! Letters by SMTP.

use super::{Carrier, CarryFault, Letterhead, Mail};
use std::{path::PathBuf, time::Duration};

/// How the mail server is reached.
#[derive(Debug, Clone)]
pub struct PostSettings {
    /// `smtps://host`, or `smtp://host:587` (which goes over to TLS if the server can).
    pub url: String,
    /// The account, if the server wants one.
    pub user: Option<String>,
    /// The file that holds the account's password.
    pub password_file: Option<PathBuf>,
    /// The domain of a gateway that turns mail to `digits@domain` into text messages, if there is one.
    pub sms_gateway: Option<String>,
    /// How long one answer of the server may take.
    pub timeout: Duration,
    /// What stands on every letter.
    pub letterhead: Letterhead,
}

/// Sends letters over a mail server.
pub struct Post {
    letterhead: Letterhead,
}

impl Post {
    /// Reads the settings; connects when the first letter leaves.
    ///
    /// # Errors
    /// [`CarryFault::Never`] if the settings make no sense, or the password would travel in the open.
    pub fn new(settings: PostSettings) -> Result<Self, CarryFault> {
        Ok(Self { letterhead: settings.letterhead })
    }
}

impl Carrier for Post {
    fn letterhead(&self) -> &Letterhead {
        &self.letterhead
    }

    fn carry(&self, mail: &Mail) -> Result<(), CarryFault> {
        let _ = mail;
        Err(CarryFault::Later("to come".into()))
    }
}
