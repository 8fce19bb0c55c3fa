//! Pages among many cases.

use crate::{
    Figure,
    browser::Browser,
    mission::{Mission, app, open_wide},
    now, rates,
};
use muster_vocab::{Clock as _, SystemClock};
use std::path::Path;

pub(crate) fn measure(folder: &Path, cases: u64) {
    let app = app(folder, "pages");
    let begun = now();
    std::thread::scope(|scope| {
        for _ in 0..64 {
            let app = &app;
            scope.spawn(move || {
                for _ in 0..cases / 64 {
                    rates::send(app, rates::next());
                }
            });
        }
    });
    Figure::new("pages.filled", cases).rate(begun.elapsed()).say();
    let mission = Mission::serve(app, open_wide());
    let permit =
        muster_case::Permit::ask(muster_vocab::Actor::System { worker: muster_vocab::Worker::Clock });
    let mut visits = Vec::new();
    let see = &mut |row: muster_store::views::CaseRow| {
        if visits.len() < 200 {
            visits.extend(row.person.map(|person| muster_app::portal::Visit { case: row.case, person }));
        }
    };
    mission.app.store.views.each_case(permit.expect("a worker may"), see).expect("the store answers");
    let senders = rates::senders();
    for (name, path, signed_in) in [
        ("start", "/uk/at/us-washington/", false),
        ("question", "/uk/at/us-washington/pre-check/born", false),
        ("status", "/uk/status", true),
        ("my-data", "/uk/my-data/", true),
        ("receipt", "/uk/receipt", true),
    ] {
        let times = senders.block_on(async {
            let mut times = Vec::new();
            let mut browser = Browser::open(mission.address, "192.0.2.9").await.expect("it is served");
            for visit in &visits {
                if signed_in {
                    let opened =
                        tokio::task::block_in_place(|| mission.app.open_session(*visit, SystemClock.now()));
                    let token = opened.expect("a session opens");
                    browser.cookies.insert("muster-visit".to_owned(), token.as_str().to_owned());
                }
                for _ in 0..3 {
                    let asked = now();
                    let answer = browser.get(path).await.expect("a page comes");
                    assert_eq!(answer.status, 200, "{path}");
                    times.push(asked.elapsed());
                }
            }
            times
        });
        Figure::new(format!("pages.{name}.of_{cases}"), times.len() as u64).times(&times).say();
    }
}
