//! Where to listen, for whom, and what is said when it begins.

use crate::{
    commands::way::Way,
    frame::{Fault, Frame},
};
use muster_web::{Settings, serve::Caps};
use serde::Serialize;
use std::net::SocketAddr;

/// What the settings say about serving.
pub(super) struct Plan {
    pub(super) listen: String,
    pub(super) metrics: Option<String>,
    pub(super) caps: Caps,
    public_url: Option<String>,
}

impl Plan {
    pub(super) fn read(frame: &Frame) -> Result<Self, Fault> {
        let settings = &frame.settings;
        let mut caps = Caps::of_this_process();
        if let Some(proxies) = settings.given("trusted_proxy") {
            let read = |text: &str| {
                text.parse().map_err(|fault| {
                    Fault::usage(format!("`trusted_proxy` cannot be `{text}`")).next(format!("{fault}"))
                })
            };
            caps.trusted = proxies
                .split([',', ' '])
                .filter(|text| !text.is_empty())
                .map(read)
                .collect::<Result<_, _>>()?;
        }
        let public_url = settings.given("public_url").map(|url| url.trim_end_matches('/').to_owned());
        if let Some(url) = &public_url
            && !(url.starts_with("https://") || url.starts_with("http://"))
        {
            return Err(Fault::usage(format!("`public_url` cannot be `{url}`"))
                .next("write the whole address people type, such as https://join.example.org"));
        }
        let metrics = settings.given("metrics").map(str::to_owned);
        Ok(Self { listen: settings.listen().to_owned(), metrics, caps, public_url })
    }

    /// How the portal is set.
    pub(super) fn web(&self, address: SocketAddr) -> Settings {
        let public_url = self.public_url.clone().unwrap_or_else(|| format!("http://{address}"));
        Settings { public_url: Some(public_url), ..Settings::default() }
    }

    /// Tells, once requests are answered, where.
    pub(super) fn greet(
        &self,
        frame: &Frame,
        address: SocketAddr,
        letters: Option<String>,
        ways: &[Way],
    ) -> Result<(), Fault> {
        let listens = format!("http://{address}");
        let url = self.public_url.clone().unwrap_or_else(|| listens.clone());
        let figures = self.metrics.as_ref().map(|place| format!("http://{place}/metrics"));
        // Passkeys are bound to names: whoever comes in by a number can make none.
        let place = match &self.public_url {
            None if address.ip().is_loopback() => format!("http://localhost:{}", address.port()),
            _ => url.clone(),
        };
        let desk: Vec<Entrance> = ways
            .iter()
            .map(|way| Entrance { who: way.who.clone(), link: format!("{place}{}", way.path) })
            .collect();
        frame.show(&Open { url, listens, figures, letters, desk }, |open, paint| {
            let sent = |folder| format!("nothing is sent; they are files in {folder}");
            let lines = [
                ("listens", Some(open.listens.clone()).filter(|listens| *listens != open.url)),
                ("figures", open.figures.clone()),
                ("letters", open.letters.as_ref().map(sent)),
                ("to end it", Some("Ctrl-C".to_owned())),
            ];
            let lines = lines.into_iter().filter_map(|(what, is)| Some(format!("  {what:<12}  {}", is?)));
            let head = paint.head(&format!("The portal is open: {}", open.url));
            let mut lines: Vec<String> = std::iter::once(head).chain(lines).collect();
            if !open.desk.is_empty() {
                lines.push(paint.head("Ways in to the desk:"));
            }
            let wide = open.desk.iter().map(|one| one.who.chars().count()).max().unwrap_or(0);
            lines.extend(open.desk.iter().map(|one| format!("  {:<wide$}  {}", one.who, one.link)));
            lines.join("\n")
        })
    }
}

/// The answer.
#[derive(Serialize)]
struct Open {
    /// The address people type.
    url: String,
    /// Where it listens.
    listens: String,
    /// Where figures are shown; nothing if nowhere.
    figures: Option<String>,
    /// The folder letters are written into; nothing if they are sent.
    letters: Option<String>,
    /// Links that lead in to the desk: of a play's cast, or of a trial mission's administrator.
    desk: Vec<Entrance>,
}

/// A link that leads in to the desk.
#[derive(Serialize)]
struct Entrance {
    /// Who comes in by it.
    who: String,
    /// The whole address.
    link: String,
}
