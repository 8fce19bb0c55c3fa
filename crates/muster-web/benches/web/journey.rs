//! The way most people go: a draft is opened, every page of questions is read, answered and saved, then all of it sent.

use crate::{
    Figure, applicant,
    browser::Browser,
    mission::{Mission, app, open_wide, taken_in},
    now,
    processor::used,
    rates,
};
use muster_app::App;
use std::{collections::BTreeSet, io, path::Path, time::Duration};
use tokio::task::JoinSet;

const CONNECTIONS: usize = 64;

pub(crate) fn measure(folder: &Path, seconds: Duration) {
    let senders = rates::senders();
    let mission = Mission::serve(app(folder, "journey"), open_wide());
    let (walks, took, cost) = senders.block_on(async {
        let browsers = rates::ready(&mission, CONNECTIONS).await;
        let (before, begun) = (used(), now());
        let mut all = JoinSet::new();
        for (mut browser, issued) in browsers {
            let (app, cookies) = (mission.app.clone(), browser.cookies.clone());
            all.spawn(async move {
                let mut walks = Vec::new();
                while begun.elapsed() < seconds {
                    browser.cookies.clone_from(&cookies);
                    let asked = now();
                    let requests = walk(&mut browser, &app, rates::next(), &issued).await;
                    walks.push((requests.expect("the way leads to a receipt"), asked.elapsed()));
                }
                walks
            });
        }
        (all.join_all().await.concat(), begun.elapsed(), used() - before)
    });
    drop(mission);
    assert_eq!(taken_in(folder, "journey"), walks.len() as u64, "what was acknowledged is in the log");
    let times: Vec<Duration> = walks.iter().map(|(_, time)| *time).collect();
    let requests = walks.iter().map(|(requests, _)| requests).sum();
    let figure = Figure::new(format!("journeys.connections_{CONNECTIONS}"), walks.len() as u64);
    figure.rate(took).times(&times).cost(cost).say();
    Figure::new("journeys.requests", requests).rate(took).cost(cost).say();
}

/// One person's way from consent to receipt. Gives how many requests it took.
async fn walk(browser: &mut Browser, app: &App, n: u64, issued: &str) -> io::Result<u64> {
    let portal = &app.programme.portal;
    let (raw, before) = (applicant::raw(n), portal.pre_check().map(|question| &question.id));
    let before: BTreeSet<&String> = before.collect();
    let mut consent: Vec<(String, String)> =
        app.programme.purposes.iter().map(|word| (format!("consent.{word}"), "yes".to_owned())).collect();
    consent.push(("issued".to_owned(), issued.to_owned()));
    let mut requests = 1;
    let opened = browser.post("/en/at/us-washington/consent", &applicant::form(consent)).await?;
    applicant::expect(303, opened.status)?;
    let questions = portal.tasks().iter().flat_map(|task| portal.questions_of(task));
    let asked = questions.filter(|question| question.shown(&raw) && !before.contains(&question.id));
    for question in asked {
        // How somebody is reached has a page of its own.
        let path = match question.id.as_str() {
            "contact" => "/en/application/contact".to_owned(),
            id => format!("/en/application/questions/{id}"),
        };
        applicant::expect(200, browser.get(&path).await?.status)?;
        let names = question.names(0);
        let own = applicant::answers(n).into_iter().filter(|(name, _)| names.contains(name)).collect();
        applicant::expect(303, browser.post(&path, &applicant::form(own)).await?.status)?;
        requests += 2;
    }
    for path in ["/en/application/", "/en/application/check"] {
        applicant::expect(200, browser.get(path).await?.status)?;
    }
    applicant::expect(303, browser.post("/en/application/check", "").await?.status)?;
    applicant::expect(200, browser.get("/en/receipt").await?.status)?;
    Ok(requests + 4)
}
