//! Page 3: what the published rules say, which of them, and what would change it (capabilities A2 to A4).

use crate::{
    Failing, Layout,
    browser::BeforeCase,
    portal::here::Here,
    respond::{self, see_other, with_cookie},
    samples::Gallery,
    visitor::Visitor,
};
use askama::Template;
use axum::{extract::Path, response::Response};
use muster_app::intake::{PreCheck, PreCheckVerdict};

#[derive(Template)]
#[template(path = "portal/pre-check-result.html")]
pub(crate) struct ResultPage {
    layout: Layout,
    here: Here,
    verdict: PreCheckVerdict,
    reasons: Vec<Reason>,
    edition: String,
    next: String,
    again: String,
    ways: Vec<String>,
}

/// A rule that speaks, in words.
struct Reason {
    why: String,
    change: String,
    off_ramp: String,
}

impl ResultPage {
    pub(crate) fn new(layout: Layout, here: Here, first: &str, found: &PreCheck) -> Self {
        let language = layout.lang();
        let words = |text: &str| text.to_owned();
        let reason = |finding: &muster_app::intake::PreCheckFinding| {
            let text = finding.text(language);
            Reason { why: words(&text.why), change: words(&text.change), off_ramp: words(&text.off_ramp) }
        };
        let title = match found.verdict {
            PreCheckVerdict::Eligible => "pre-check-eligible-title",
            PreCheckVerdict::Tentative => "pre-check-tentative-title",
            PreCheckVerdict::NotNow => "pre-check-not-now-title",
            PreCheckVerdict::OtherRoute => "pre-check-other-route-title",
            PreCheckVerdict::Minor => "pre-check-minor-title",
        };
        let next = layout.href(&here.path("/notice"));
        let again = layout.href(&here.path(&format!("/pre-check/{first}")));
        let edition = layout.say_with("pre-check-edition", &[("edition", found.edition.as_str().into())]);
        let ways = super::super::other_ways(&layout);
        let layout = layout.titled(title);
        let reasons = found.findings.iter().map(reason).collect();
        Self { layout, here, verdict: found.verdict, reasons, edition, next, again, ways }
    }

    fn says(&self) -> &str {
        match self.verdict {
            PreCheckVerdict::Eligible => self.layout.say("pre-check-eligible"),
            PreCheckVerdict::Tentative => self.layout.say("pre-check-tentative"),
            PreCheckVerdict::NotNow | PreCheckVerdict::Minor => self.layout.say("pre-check-not-now"),
            PreCheckVerdict::OtherRoute => self.layout.say("pre-check-other-route"),
        }
    }

    const fn mark(&self) -> &'static str {
        match self.verdict {
            PreCheckVerdict::Eligible => "good",
            PreCheckVerdict::Tentative | PreCheckVerdict::OtherRoute => "care",
            PreCheckVerdict::NotNow | PreCheckVerdict::Minor => "stop",
        }
    }

    const fn may_go_on(&self) -> bool {
        matches!(self.verdict, PreCheckVerdict::Eligible | PreCheckVerdict::Tentative)
    }
}

/// A minor is stopped kindly.
#[derive(Template)]
#[template(path = "portal/minor.html")]
pub(crate) struct MinorPage {
    layout: Layout,
}

impl MinorPage {
    pub(crate) fn new(layout: Layout) -> Self {
        Self { layout: layout.titled("pre-check-minor-title") }
    }
}

/// `GET /{lang}/at/{mission}/pre-check/result`
pub(crate) async fn show(
    mut visitor: Visitor,
    Path((_, mission)): Path<(String, String)>,
) -> Result<Response, Failing> {
    let here = Here::find(&mut visitor, &mission).await?;
    let web = visitor.web.clone();
    let portal = &web.app.programme.portal;
    let before = BeforeCase::read(&web, &visitor.headers, &mission);
    let first = portal.questions.pre_check.first().cloned().unwrap_or_default();
    // Somebody who comes here without an answer begins at the beginning; one unanswered is asked first.
    let today = crate::portal::today(web.now());
    let open = portal.questions.pre_check.iter().find(|id| {
        portal
            .question(id)
            .is_some_and(|known| !crate::portal::questions::is_done(known, &before.answers, today))
    });
    if let Some(open) = open {
        return Ok(see_other(&visitor.href(&here.path(&format!("/pre-check/{open}")))));
    }
    let (answers, now) = (before.answers, web.now());
    let found = web.run(move |app| app.pre_check(&answers, now)).await?;
    let last = portal.questions.pre_check.last().cloned().unwrap_or_default();
    let layout = visitor.layout.clone().back_to(&here.path(&format!("/pre-check/{last}")));
    if found.verdict == PreCheckVerdict::Minor {
        return Ok(with_cookie(respond::page(&MinorPage::new(layout))?, BeforeCase::forget(&web)));
    }
    respond::page(&ResultPage::new(layout, here, &first, &found))
}

pub(crate) fn samples(gallery: &mut Gallery<'_>, here: &Here) {
    let layout = gallery.layout(&here.path("/pre-check/result"));
    for (state, found) in PreCheck::samples(gallery.programme) {
        let page = ResultPage::new(layout.clone(), here.clone(), "born", &found);
        gallery.add("pre-check-result", state, &page);
    }
    gallery.add("pre-check-result", "minor", &MinorPage::new(layout));
}
