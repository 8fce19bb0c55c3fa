//! "Open next": the most urgent case that the officer may act on.

use super::to_case;
use crate::{
    Failing, Layout,
    desk::Caller,
    respond::{self, see_other},
    samples::Gallery,
};
use askama::Template;
use axum::{extract::Form, response::Response};
use muster_app::desk::{Filter, Queue};
use serde::Deserialize;

/// From which of the officer's queues; all of them where nothing is said.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct From {
    queue: String,
    mission: String,
    /// The queue to look in first; whatever else waits, where nothing waits there.
    first: String,
}

#[derive(Template)]
#[template(path = "desk/nothing.html")]
struct NothingPage {
    layout: Layout,
    works: bool,
}

/// `POST /{lang}/desk/next`
pub(crate) async fn serve(caller: Caller, Form(from): Form<From>) -> Result<Response, Failing> {
    let (officer, at) = (caller.officer.clone(), caller.web.now());
    let filter = |queue| Filter {
        queue,
        mission: Some(from.mission.clone()).filter(|code| !code.is_empty()),
        ..Filter::default()
    };
    let first = Queue::of(&from.first).map(|queue| filter(Some(queue)));
    let all = filter(Queue::of(&from.queue));
    let next = caller
        .web
        .run(move |app| {
            let next = first.map_or(Ok(None), |first| app.open_next(&officer, &first, at))?;
            if next.is_some() { Ok(next) } else { app.open_next(&officer, &all, at) }
        })
        .await?;
    let Some(next) = next else { return Ok(see_other(&caller.href("/desk/nothing"))) };
    let case = next.case;
    if next.queue == Queue::Duplicate {
        // A pair is looked at side by side.
        let other = caller.web.run(move |app| Ok(app.load(case)?.duplicates.first().copied())).await?;
        if let Some(other) = other {
            return Ok(see_other(&caller.href(&super::super::pairs::address(case, other))));
        }
    }
    Ok(to_case(&caller, case))
}

/// `GET /{lang}/desk/nothing`
pub(crate) async fn nothing(caller: Caller) -> Result<Response, Failing> {
    let works = Queue::of_officer(&caller.officer).next().is_some();
    let layout = caller.layout.titled("desk-nothing-title").back_to("/desk/");
    respond::page(&NothingPage { layout, works })
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    for (state, works) in [("done", true), ("no-work", false)] {
        let layout = gallery.desk("/desk/nothing").titled("desk-nothing-title").back_to("/desk/");
        gallery.add("desk-nothing", state, &NothingPage { layout, works });
    }
}
