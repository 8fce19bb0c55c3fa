//! What the stories of the portal share: a mission that takes in, a browser, letters that can be read.

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Request, StatusCode, header},
};
use http_body_util::BodyExt as _;
use jiff::{SignedDuration, Timestamp};
use muster_app::{
    App, Programme,
    letters::{Folder, LetterWorker, Letterhead, deliver_due},
    portal::{Address, DraftStart, Visit},
};
use muster_case::{
    Permit, Posture,
    intake::{Channel, RawAnswers},
    office::OpenMission,
};
use muster_store::{KeyPlace, Places, Store};
use muster_vocab::{Actor, Clock as _, Dice as _, OsDice, Role, SeededDice, StillClock};
use muster_web::{Settings, Web, routes};
use std::{collections::BTreeMap, path::PathBuf, sync::Arc};
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tower::ServiceExt as _;

/// A mission in Washington that takes in applications, on a morning of March 2022.
pub(crate) struct Host {
    pub(crate) app: App,
    pub(crate) clock: Arc<StillClock>,
    router: Router,
    /// Use cases wait for the disk, which no story does from inside a runtime.
    runtime: Runtime,
    letters: PathBuf,
    _folder: TempDir,
}

/// A browser with its cookies.
#[derive(Default)]
pub(crate) struct Browser {
    cookies: BTreeMap<String, String>,
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Vec<u8>,
}

impl Host {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let place = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
        let places = Places {
            database: place("muster.db"),
            keys: place("keys.db"),
            mission_key: KeyPlace::NewFile(folder.path().join("mission.key")),
        };
        let app = App::new(Store::open(&places).unwrap(), Programme::founding().unwrap());
        let clock = Arc::new(StillClock::at("2022-03-03T09:00:00Z".parse().unwrap()));
        let mut dice = SeededDice::new(1);
        let by = Actor::Staff { staff: dice.id(), human: dice.id(), role: Role::Administrator };
        let open = OpenMission { mission: "us-washington".parse().unwrap(), posture: Posture::Open };
        app.carry_out_office(Permit::ask(by).unwrap(), open, clock.now()).unwrap();
        let letters = folder.path().join("letters");
        let settings = Settings { letters: Some(letters.clone()), ..Settings::default() };
        let web = Web::new(app.clone(), clock.clone(), settings).unwrap();
        let runtime = Runtime::new().unwrap();
        Self { app, clock, router: routes::router(web), runtime, letters, _folder: folder }
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    pub(crate) fn wait(&self, minutes: i64) {
        self.clock.advance(SignedDuration::from_mins(minutes));
    }

    /// A draft with some answers.
    pub(crate) fn draft(&self, answers: &[(&str, &str)]) -> Visit {
        let programme = &self.app.programme;
        let start = DraftStart {
            mission: "us-washington".parse().unwrap(),
            notice: ["US".parse().unwrap()].into(),
            purposes: programme.purposes.clone(),
            answers: raw(answers),
            channel: Channel::Web,
        };
        self.app.open_draft(start, &mut OsDice, self.now()).unwrap()
    }

    /// An application that was sent, with everything it needs.
    pub(crate) fn sent(&self) -> Visit {
        let visit = self.draft(WHOLE);
        let today = self.now().to_zoned(jiff::tz::TimeZone::UTC).date();
        let read = muster_app::intake::answers::read(&raw(WHOLE), today).unwrap();
        self.app.send_draft(visit, read.dossier, read.kin, self.now()).unwrap();
        visit
    }

    /// The applicant confirms an address with the code of the letter.
    pub(crate) fn confirm(&self, visit: Visit, email: &str) {
        let address = Address::Email(email.parse().unwrap());
        self.app.ask_code(visit, address, "en", &mut OsDice, self.now()).unwrap();
        let code = self.newest_code();
        self.app.confirm_code(visit, &code, self.now()).unwrap();
        self.wait(1);
    }

    /// A browser with a session.
    pub(crate) fn browser_of(&self, visit: Visit) -> Browser {
        let token = self.app.open_session(visit, self.now()).unwrap();
        Browser { cookies: [("muster-visit".to_owned(), token.as_str().to_owned())].into() }
    }

    /// Writes and carries what is due, and gives how many letters there are now.
    pub(crate) fn letters(&self) -> Vec<String> {
        let letterhead = Letterhead {
            public_url: "http://localhost".to_owned(),
            from: "Muster <post@example.org>".to_owned(),
        };
        LetterWorker.follow(&self.app, self.now()).unwrap();
        deliver_due(&self.app, &Folder::new(self.letters.clone(), letterhead), self.now()).unwrap();
        let Ok(folder) = std::fs::read_dir(&self.letters) else { return Vec::new() };
        let mut files: Vec<_> = folder.map(|entry| entry.unwrap()).collect();
        files.sort_by_key(|entry| entry.metadata().unwrap().modified().unwrap());
        files.iter().map(|entry| std::fs::read_to_string(entry.path()).unwrap()).collect()
    }

    /// The code of the newest letter that has one.
    pub(crate) fn newest_code(&self) -> String {
        self.letters().iter().rev().find_map(|letter| digits(letter)).expect("a letter with a code")
    }

    pub(crate) fn newest_letter(&self) -> String {
        self.letters().pop().expect("a letter")
    }
}

/// The answers of somebody who is eligible.
pub(crate) const WHOLE: &[(&str, &str)] = &[
    ("help_how", "combat"),
    ("born.day", "27"),
    ("born.month", "march"),
    ("born.year", "1990"),
    ("nationalities.0", "US"),
    ("residence", "US"),
    ("given", "Aroha"),
    ("family", "O’Neill"),
    ("email", "aroha@example.org"),
    ("experience", "combat"),
    ("trade", "infantry"),
    ("service_years", "6"),
    ("service.0.country", "US"),
    ("service.0.force", "Army"),
    ("languages", "en"),
    ("serving", "no"),
    ("criminal_record", "no"),
    ("medical_bar", "no"),
    ("kin_choice", "decline"),
];

fn raw(answers: &[(&str, &str)]) -> RawAnswers {
    RawAnswers(answers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
}

/// The six digits that stand alone in a letter, if it has a code.
fn digits(letter: &str) -> Option<String> {
    let body = letter.split_once("\r\n\r\n").map_or(letter, |(_, body)| body);
    let mut words = body.split(|c: char| !c.is_alphanumeric());
    words.find(|word| word.len() == 6 && word.chars().all(|c| c.is_ascii_digit())).map(str::to_owned)
}

impl Browser {
    pub(crate) fn get(&mut self, host: &Host, path: &str) -> Answer {
        self.ask(host, Request::get(path).body(Body::empty()).unwrap())
    }

    pub(crate) fn post(&mut self, host: &Host, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = serde_urlencoded::to_string(fields).unwrap();
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin");
        self.ask(host, request.body(Body::from(body)).unwrap())
    }

    /// Follows where a POST leads.
    pub(crate) fn follow(&mut self, host: &Host, answer: &Answer) -> Answer {
        self.get(host, answer.location())
    }

    pub(crate) fn is_signed_in(&self) -> bool {
        self.cookies.contains_key("muster-visit")
    }

    /// As when the session has ended on the server: the cookie is still there, and opens nothing.
    pub(crate) fn expire(&mut self, host: &Host) {
        if let Some(token) = self.cookies.get("muster-visit") {
            host.app.close_session(token).unwrap();
        }
    }

    fn ask(&mut self, host: &Host, mut request: Request<Body>) -> Answer {
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        request.headers_mut().insert(header::HOST, "localhost".parse().unwrap());
        if !cookies.is_empty() {
            request.headers_mut().insert(header::COOKIE, cookies.join("; ").parse().unwrap());
        }
        let (head, bytes) = host.runtime.block_on(async {
            let (head, body) = host.router.clone().oneshot(request).await.unwrap().into_parts();
            (head, body.collect().await.unwrap().to_bytes().to_vec())
        });
        for cookie in head.headers.get_all(header::SET_COOKIE) {
            let pair = cookie.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            if value.is_empty() {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        Answer { status: head.status, headers: head.headers, bytes }
    }
}

impl Answer {
    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.bytes).unwrap()
    }

    pub(crate) fn location(&self) -> &str {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}", self.text());
        self.headers[header::LOCATION].to_str().unwrap()
    }

    /// The value of a hidden field.
    pub(crate) fn hidden(&self, name: &str) -> String {
        let at = format!("name=\"{name}\" value=\"");
        let rest = self.text().split_once(at.as_str()).unwrap_or_else(|| panic!("no field {name}")).1;
        rest.split('"').next().unwrap().to_owned()
    }
}
