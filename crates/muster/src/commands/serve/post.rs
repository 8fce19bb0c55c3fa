//! Who takes letters away: a mail server, or a folder while none is set.

use crate::frame::{Fault, Frame};
use muster_app::letters::{Carrier, Folder, Letterhead, Post, PostSettings};
use std::{net::SocketAddr, sync::Arc, time::Duration};

/// A carrier, and the folder it writes into if it sends nothing.
pub(super) struct Carrying {
    pub(super) inner: Arc<dyn Carrier>,
    pub(super) place: Option<String>,
}

/// How long one answer of a mail server may take.
const PATIENCE: Duration = Duration::from_secs(30);

pub(super) fn carrier(
    frame: &Frame,
    public_url: Option<&str>,
    address: SocketAddr,
) -> Result<Carrying, Fault> {
    let settings = &frame.settings;
    let public_url = public_url.map_or_else(|| format!("http://{address}"), str::to_owned);
    let from = settings.given("smtp_from").map_or_else(|| sender(&public_url), str::to_owned);
    let letterhead = Letterhead { public_url, from };
    let Some(url) = settings.given("smtp") else {
        let folder = settings.data().join("letters");
        let place = Some(folder.display().to_string());
        return Ok(Carrying { inner: Arc::new(Folder::new(folder, letterhead)), place });
    };
    let post = PostSettings {
        url: url.to_owned(),
        user: settings.given("smtp_user").map(str::to_owned),
        password_file: settings.given("smtp_password").map(Into::into),
        sms_gateway: settings.given("sms_gateway").map(str::to_owned),
        timeout: PATIENCE,
        letterhead,
    };
    let post = Post::new(post).map_err(|fault| {
        Fault::usage(format!("the mail server cannot be used: {fault}"))
            .next("mend the settings that begin with smtp")
    })?;
    Ok(Carrying { inner: Arc::new(post), place: None })
}

/// A sender at the portal's own name.
fn sender(public_url: &str) -> String {
    let host = public_url.split_once("://").map_or(public_url, |(_, rest)| rest);
    let host = host.split(['/', ':', '[']).next().filter(|host| !host.is_empty()).unwrap_or("localhost");
    format!("Muster <no-reply@{host}>")
}
