//! Letters by SMTP.

use super::{Carrier, CarryFault, Letterhead, Mail, message::message};
use lettre::{
    SmtpTransport, Transport as _,
    transport::smtp::{PoolConfig, authentication::Credentials},
};
use std::{fmt, fs, path::PathBuf, time::Duration};

/// How the mail server is reached.
#[derive(Debug, Clone)]
pub struct PostSettings {
    /// `smtps://host`, `smtp://host:587?tls=required`, or `smtp://localhost:25` for a server on this machine.
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

/// Sends letters over a mail server. Connections are kept for the next letter.
pub struct Post {
    letterhead: Letterhead,
    sms_gateway: Option<String>,
    transport: SmtpTransport,
}

impl fmt::Debug for Post {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Post")
    }
}

impl Post {
    /// Reads the settings; connects when the first letter leaves.
    ///
    /// # Errors
    /// [`CarryFault::Never`] if the settings make no sense, or the password would travel in the open.
    pub fn new(settings: PostSettings) -> Result<Self, CarryFault> {
        let never = |what: String| CarryFault::Never(what);
        let PostSettings { url, user, password_file, sms_gateway, timeout, letterhead } = settings;
        if url.contains('@') {
            return Err(never(
                "write the account into a setting of its own, not into the server's address".into(),
            ));
        }
        let mut transport = SmtpTransport::from_url(&url)
            .map_err(|_| {
                never("the server's address is read as smtps://host or smtp://host:587?tls=required".into())
            })?
            .timeout(Some(timeout))
            .pool_config(PoolConfig::new().max_size(2));
        if let (Some(user), Some(file)) = (user, password_file) {
            if !is_private(&url) {
                return Err(never(
                    "the password would travel in the open; use smtps:// or add ?tls=required".into(),
                ));
            }
            let password = fs::read_to_string(&file)
                .map_err(|cause| never(format!("{} cannot be read: {cause}", file.display())))?;
            let password = password.trim_end_matches(['\r', '\n']).to_owned();
            transport = transport.credentials(Credentials::new(user, password));
        }
        Ok(Self { letterhead, sms_gateway, transport: transport.build() })
    }
}

/// Whether nobody on the way can read along: by TLS, or because there is no way.
fn is_private(url: &str) -> bool {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?']).next().unwrap_or_default();
    let host = host
        .strip_prefix('[')
        .and_then(|host| host.split(']').next())
        .unwrap_or_else(|| host.rsplit_once(':').map_or(host, |(name, _)| name));
    url.starts_with("smtps://")
        || url.contains("tls=required")
        || matches!(host, "localhost" | "127.0.0.1" | "::1")
}

impl Carrier for Post {
    fn letterhead(&self) -> &Letterhead {
        &self.letterhead
    }

    fn carry(&self, mail: &Mail) -> Result<(), CarryFault> {
        let message = message(mail, &self.letterhead, self.sms_gateway.as_deref())?;
        match self.transport.send(&message) {
            Ok(_) => Ok(()),
            // A server's words may quote the address: only the number of its answer is told.
            Err(error) => {
                let code = error.status().map_or_else(|| "no answer".to_owned(), |code| code.to_string());
                Err(if error.is_permanent() { CarryFault::Never(code) } else { CarryFault::Later(code) })
            }
        }
    }
}
