//! What the stories of the desk share: a mission with applicants, officers, a browser for each.

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Request, StatusCode, header},
};
use http_body_util::BodyExt as _;
use jiff::{SignedDuration, Timestamp};
use muster_app::{
    App, Programme,
    office::NewStaff,
    portal::{DraftStart, Visit},
};
use muster_case::{
    Permit, Posture,
    intake::{Channel, RawAnswers},
    office::{OpenMission, SuspendStaff},
};
use muster_store::{KeyPlace, Places, Store};
use muster_vocab::{Actor, CaseId, Clock as _, Dice as _, OsDice, Role, SeededDice, StaffId, StillClock};
use muster_web::{
    Settings, Web,
    guard::{Measures, Rates},
    routes,
};
use std::{collections::BTreeMap, sync::Arc};
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tower::ServiceExt as _;

/// Two missions on a morning of March 2022, with rules in force.
pub(crate) struct Host {
    pub(crate) app: App,
    pub(crate) clock: Arc<StillClock>,
    pub(crate) administrator: Actor,
    router: Router,
    /// Use cases wait for the disk, which no story does from inside a runtime.
    runtime: Runtime,
    _folder: TempDir,
}

/// An account, and a browser that is signed in with it.
pub(crate) struct Desk {
    pub(crate) staff: StaffId,
    pub(crate) browser: Browser,
}

/// A browser with its cookies.
#[derive(Default)]
pub(crate) struct Browser {
    pub(crate) cookies: BTreeMap<String, String>,
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Vec<u8>,
}

/// A walk over every route asks more in a second than any officer.
fn unlimited() -> Settings {
    let measures = Measures { rates: Rates::unlimited(), ..Measures::default() };
    Settings { measures, ..Settings::default() }
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
        let mut account = |role| Actor::Staff { staff: dice.id(), human: dice.id(), role };
        let [administrator, owner, counsel] =
            [Role::Administrator, Role::PolicyOwner, Role::Counsel].map(&mut account);
        for mission in ["us-washington", "gb-london"] {
            let open = OpenMission { mission: mission.parse().unwrap(), posture: Posture::Open };
            app.carry_out_office(Permit::ask(administrator).unwrap(), open, clock.now()).unwrap();
        }
        let newest = app.programme.policy().editions().last().unwrap().id().to_owned();
        let edition = app.propose_edition(Permit::ask(owner).unwrap(), &newest, clock.now()).unwrap();
        app.publish_edition(Permit::ask(counsel).unwrap(), edition, clock.now()).unwrap();
        let web = Web::new(app.clone(), clock.clone(), unlimited()).unwrap();
        let router = routes::router(web);
        Self { app, clock, administrator, router, runtime: Runtime::new().unwrap(), _folder: folder }
    }

    /// The same missions, set in another way.
    pub(crate) fn set(mut self, settings: Settings) -> Self {
        self.router = routes::router(Web::new(self.app.clone(), self.clock.clone(), settings).unwrap());
        self
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    pub(crate) fn wait(&self, minutes: i64) {
        self.clock.advance(SignedDuration::from_mins(minutes));
    }

    /// Somebody with these roles in these missions, signed in.
    pub(crate) fn desk(&self, roles: &[Role], missions: &[&str]) -> Desk {
        let new = NewStaff {
            name: "Olena Marchuk".to_owned(),
            roles: roles.iter().copied().collect(),
            missions: missions.iter().map(|code| code.parse().unwrap()).collect(),
            human: None,
        };
        let permit = Permit::ask(self.administrator).unwrap();
        let (staff, _) = self.app.add_staff(permit, new, &mut OsDice, self.now()).unwrap();
        Desk { staff, browser: self.signed_in(staff) }
    }

    /// One more browser that is signed in with an account.
    pub(crate) fn signed_in(&self, staff: StaffId) -> Browser {
        let token = self.app.open_desk(staff, self.now()).unwrap();
        Browser { cookies: [("muster-desk".to_owned(), token.as_str().to_owned())].into() }
    }

    /// Sends a request as it is.
    pub(crate) fn send(&self, mut request: Request<Body>) -> Answer {
        request.headers_mut().insert(header::HOST, "localhost".parse().unwrap());
        self.runtime.block_on(async {
            let (head, body) = self.router.clone().oneshot(request).await.unwrap().into_parts();
            let bytes = body.collect().await.unwrap().to_bytes().to_vec();
            Answer { status: head.status, headers: head.headers, bytes }
        })
    }

    pub(crate) fn suspend(&self, staff: StaffId) {
        let permit = Permit::ask(self.administrator).unwrap();
        self.app.carry_out_office(permit, SuspendStaff { staff }, self.now()).unwrap();
    }

    /// An application that was sent to a mission.
    pub(crate) fn sent(&self, mission: &str) -> CaseId {
        let answers: Vec<(&str, &str)> = WHOLE.to_vec();
        self.sent_with(mission, &answers).case
    }

    /// An application that was sent to a mission, with these answers.
    pub(crate) fn sent_with(&self, mission: &str, answers: &[(&str, &str)]) -> Visit {
        let start = DraftStart {
            mission: mission.parse().unwrap(),
            notice: ["US".parse().unwrap()].into(),
            purposes: self.app.programme.purposes.clone(),
            answers: raw(answers),
            channel: Channel::Web,
        };
        let visit = self.app.open_draft(start, &mut OsDice, self.now()).unwrap();
        let today = self.now().to_zoned(jiff::tz::TimeZone::UTC).date();
        let read = muster_app::intake::answers::read(&raw(answers), today).unwrap();
        self.app.send_draft(visit, read.dossier, read.kin, self.now()).unwrap();
        visit
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

    fn ask(&mut self, host: &Host, mut request: Request<Body>) -> Answer {
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        if !cookies.is_empty() {
            request.headers_mut().insert(header::COOKIE, cookies.join("; ").parse().unwrap());
        }
        let answer = host.send(request);
        for cookie in answer.headers.get_all(header::SET_COOKIE) {
            let pair = cookie.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            if value.is_empty() {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        answer
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

    /// Whether it leads to the page that asks who it is.
    pub(crate) fn asks_who(&self) -> bool {
        self.status == StatusCode::SEE_OTHER
            && self.headers[header::LOCATION].to_str().unwrap().contains("/desk/sign-in")
    }
}
