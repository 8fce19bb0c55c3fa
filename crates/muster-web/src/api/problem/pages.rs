//! The pages that explain problems: cause and cure. The `type` of every problem leads here.

use super::{KINDS, Kind};
use crate::{Failing, Layout, respond, samples::Gallery, visitor::Visitor};
use askama::Template;
use axum::{extract::Path, response::Response};

#[derive(Template)]
#[template(path = "api/problem.html")]
struct ProblemPage {
    layout: Layout,
    kind: Kind,
}

impl ProblemPage {
    fn new(mut layout: Layout, kind: Kind) -> Self {
        let title = layout.say(&format!("problem-{}-title", kind.name())).to_owned();
        layout.title = title;
        Self { layout: layout.back_to("/problems/"), kind }
    }

    fn part(&self, part: &str) -> &str {
        self.layout.say(&format!("problem-{}-{part}", self.kind.name()))
    }
}

#[derive(Template)]
#[template(path = "api/problems.html")]
struct ProblemsPage {
    layout: Layout,
}

impl ProblemsPage {
    fn kinds(&self) -> impl Iterator<Item = (String, &str)> {
        KINDS.iter().map(|kind| {
            let title = self.layout.say(&format!("problem-{}-title", kind.name()));
            (self.layout.href(&format!("/problems/{}", kind.name())), title)
        })
    }
}

/// `GET /{lang}/problems/`
pub(crate) async fn list(visitor: Visitor) -> Result<Response, Failing> {
    respond::page(&ProblemsPage { layout: visitor.layout.titled("problem-list-title") })
}

/// `GET /{lang}/problems/{name}`
pub(crate) async fn show(
    visitor: Visitor,
    Path((_, name)): Path<(String, String)>,
) -> Result<Response, Failing> {
    let kind = KINDS.iter().find(|kind| kind.name() == name).copied().ok_or(Failing::NotFound)?;
    respond::page(&ProblemPage::new(visitor.layout, kind))
}

pub(crate) fn samples(gallery: &mut Gallery<'_>) {
    let layout = gallery.layout("/problems/").titled("problem-list-title");
    gallery.add("problems", "first", &ProblemsPage { layout });
    for kind in KINDS {
        let layout = gallery.layout(&format!("/problems/{}", kind.name()));
        gallery.add("problem", kind.name(), &ProblemPage::new(layout, *kind));
    }
}
