//! Page 32: what we say about the service itself: accessibility, privacy, help, cookies.

use crate::{Failing, Layout, respond, samples::Gallery, visitor::Visitor};
use askama::Template;
use axum::{extract::Path, response::Response};
use jiff::civil::{Date, date};
use muster_app::programme::Portal;

/// The day the pages were last tried out in a browser with everything the accessibility statement names.
const TESTED_ON: Date = date(2026, 11, 22);

/// The parts of the privacy statement, in order; the programme writes them.
const PRIVACY: [&str; 9] =
    ["what", "why", "who", "decides", "how-long", "after", "rights", "safe", "complaint"];

#[derive(Template)]
#[template(path = "portal/statement.html")]
struct StatementPage {
    layout: Layout,
    sections: Vec<Section>,
}

/// A heading and what stands below it.
struct Section {
    heading: String,
    sentences: Vec<String>,
    lines: Vec<String>,
}

impl Section {
    fn new(heading: &str, sentences: &[&str]) -> Self {
        let sentences = sentences.iter().map(|sentence| (*sentence).to_owned()).collect();
        Self { heading: heading.to_owned(), sentences, lines: Vec::new() }
    }

    fn with_lines(mut self, lines: Vec<String>) -> Self {
        self.lines = lines;
        self
    }
}

fn accessibility(layout: Layout) -> StatementPage {
    let layout = layout.titled("statement-accessibility-title");
    let say = |id| layout.say(id);
    let day = muster_i18n::long_date(layout.locale(), TESTED_ON);
    let tested = layout.say_with("statement-accessibility-tested", &[("day", day.as_str().into())]);
    let how = [
        layout.say("statement-accessibility-how-axe"),
        layout.say("statement-accessibility-how-keyboard"),
        layout.say("statement-accessibility-how-large"),
        layout.say("statement-accessibility-how-script"),
    ];
    let missing = [
        layout.say("statement-accessibility-missing-readers"),
        layout.say("statement-accessibility-missing-phones"),
        layout.say("statement-accessibility-missing-people"),
    ];
    let lines = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect();
    let sections = vec![
        Section::new(
            say("statement-accessibility-what-title"),
            &[say("statement-accessibility-what"), say("statement-accessibility-standard")],
        ),
        Section::new(say("statement-accessibility-how-title"), &[&tested]).with_lines(lines(&how)),
        Section::new(say("statement-accessibility-missing-title"), &[say("statement-accessibility-missing")])
            .with_lines(lines(&missing)),
        Section::new(
            say("statement-accessibility-tell-title"),
            &[say("statement-accessibility-tell"), say("statement-accessibility-complain")],
        ),
    ];
    StatementPage { layout, sections }
}

fn privacy(layout: Layout) -> StatementPage {
    let layout = layout.titled("statement-privacy-title");
    let section = |part: &&str| {
        let heading = layout.perhaps(&format!("privacy-{part}-title"))?;
        Some(Section::new(heading, &[layout.perhaps(&format!("privacy-{part}"))?]))
    };
    let sections = PRIVACY.iter().filter_map(section).collect();
    StatementPage { layout, sections }
}

fn help(layout: Layout, portal: &Portal) -> StatementPage {
    let layout = layout.titled("statement-help-title");
    let (say, language) = (|id| layout.say(id), layout.lang());
    let mut sections = vec![
        Section::new(say("statement-help-danger-title"), &[say("statement-help-danger")]),
        Section::new(
            say("statement-help-form-title"),
            &[say("statement-help-form"), say("statement-help-typed-for-you")],
        ),
        Section::new(
            say("statement-help-lost-title"),
            &[say("statement-help-lost"), say("statement-help-lost-both")],
        ),
        Section::new(say("statement-help-money-title"), &[say("statement-help-money")]),
    ];
    for mission in &portal.missions {
        let way =
            |way: &muster_app::programme::Official| format!("{} {}", way.value, way.about.say(language));
        let lines = mission.official.iter().map(way).collect();
        let hours = mission.hours.say(language);
        sections.push(Section::new(mission.name.say(language), &[hours]).with_lines(lines));
    }
    let ways = super::other_ways(&layout);
    sections.push(Section::new(say("statement-help-other-title"), &[]).with_lines(ways));
    StatementPage { layout, sections }
}

fn cookies(layout: Layout) -> StatementPage {
    let layout = layout.titled("statement-cookies-title");
    let say = |id| layout.say(id);
    let sections = vec![
        Section::new(say("statement-cookies-visit-title"), &[say("statement-cookies-visit")]),
        Section::new(say("statement-cookies-pre-check-title"), &[say("statement-cookies-pre-check")]),
        Section::new(
            say("statement-cookies-none-title"),
            &[say("statement-cookies-none"), say("statement-cookies-forget")],
        ),
    ];
    StatementPage { layout, sections }
}

fn page(layout: Layout, portal: &Portal, statement: &str) -> Option<StatementPage> {
    match statement {
        "accessibility" => Some(accessibility(layout)),
        "privacy" => Some(privacy(layout)),
        "help" => Some(help(layout, portal)),
        "cookies" => Some(cookies(layout)),
        _ => None,
    }
}

/// `GET /{lang}/statements/{statement}`
pub(crate) async fn show(
    visitor: Visitor,
    Path((_, statement)): Path<(String, String)>,
) -> Result<Response, Failing> {
    let portal = &visitor.web.app.programme.portal;
    respond::page(&page(visitor.layout, portal, &statement).ok_or(Failing::NotFound)?)
}

pub(crate) fn samples(gallery: &mut Gallery<'_>) {
    for statement in ["accessibility", "privacy", "help", "cookies"] {
        let layout = gallery.layout(&format!("/statements/{statement}"));
        let Some(page) = page(layout, &gallery.programme.portal, statement) else { continue };
        gallery.add("statement", statement, &page);
    }
}
