//! A mission that is served: a store on disk, the real portal, the real accept loop.

use crate::processor;
use muster_app::{App, Programme};
use muster_case::{Permit, Posture, office::OpenMission};
use muster_store::{KeyPlace, Places, Store};
use muster_vocab::{Actor, Clock as _, Dice as _, OsDice, Role, SystemClock};
use muster_web::{
    Settings, Web,
    guard::{Measures, Pace, Rates},
    routes,
    serve::{Caps, serve},
};
use std::{net::SocketAddr, path::Path, sync::Arc, time::Duration};
use tokio::{net::TcpListener, runtime::Runtime};

/// A served mission.
pub(crate) struct Mission {
    pub(crate) app: App,
    pub(crate) address: SocketAddr,
    _runtime: Runtime,
}

/// Nothing is held back.
pub(crate) fn open_wide() -> Measures {
    let pace = Pace { free_per_minute: u32::MAX, ..Pace::default() };
    Measures { rates: Rates::unlimited(), pace }
}

/// The store of this name in a folder, opened.
fn open(folder: &Path, name: &str) -> App {
    let place = |end: &str| folder.join(format!("{name}.{end}")).to_str().expect("a plain name").to_owned();
    let places = Places {
        database: place("db"),
        keys: place("keys.db"),
        mission_key: KeyPlace::NewFile(folder.join(format!("{name}.key"))),
    };
    let store = Store::open(&places).expect("the store opens");
    App::new(store, Programme::founding().expect("the programme is whole"))
}

/// How many applications the log of a store holds, read by somebody who opens it anew.
pub(crate) fn taken_in(folder: &Path, name: &str) -> u64 {
    let app = open(folder, name);
    let (mut after, mut count) = (0, 0);
    loop {
        let entries =
            app.store.journal.follow(after, &["intake.submitted"], 10_000).expect("the log is read");
        let Some(last) = entries.last() else { return count };
        (after, count) = (last.seq, count + entries.len() as u64);
    }
}

/// A fresh store in a folder, with one mission that takes in.
pub(crate) fn app(folder: &Path, name: &str) -> App {
    let app = open(folder, name);
    let by = Actor::Staff { staff: OsDice.id(), human: OsDice.id(), role: Role::Administrator };
    let code = "us-washington".parse().expect("it is a code");
    let open = OpenMission { mission: code, posture: Posture::Open };
    let permit = Permit::ask(by).expect("an administrator may");
    app.carry_out_office(permit, open, SystemClock.now()).expect("a mission opens");
    app
}

impl Mission {
    /// Serves an application from two threads.
    pub(crate) fn serve(app: App, measures: Measures) -> Self {
        let settings = Settings { measures, ..Settings::default() };
        let web = Web::new(app.clone(), Arc::new(SystemClock), settings).expect("the texts fit together");
        let (address, runtime) = host(routes::router(web));
        Self { app, address, _runtime: runtime }
    }
}

/// Serves any router from two threads, as `muster serve` does.
pub(crate) fn host(router: axum::Router) -> (SocketAddr, Runtime) {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .thread_name(processor::SERVED)
        // What a thread used is forgotten when it ends.
        .thread_keep_alive(Duration::from_hours(1))
        .enable_all()
        .build()
        .expect("a runtime starts");
    let listener = runtime.block_on(TcpListener::bind(("127.0.0.1", 0))).expect("a port is free");
    let address = listener.local_addr().expect("it is bound");
    // Clients are told apart by what this machine's own proxy would say.
    let trusted = vec!["127.0.0.1/32".parse().expect("it is a network")];
    let caps = Caps { trusted, ..Caps::default() };
    runtime.spawn(serve(listener, router, caps, std::future::pending()));
    (address, runtime)
}
