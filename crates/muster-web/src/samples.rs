//! Every page with sample data, in every language, without a server.

use crate::{Failing, Layout, api, desk, layout::Bar, portal, respond::FailingPage};
use askama::Template;
use muster_app::Programme;
use muster_i18n::Catalog;
use muster_vocab::Role;
use std::sync::Arc;

/// A page as it is with sample data.
pub struct Sample {
    /// The page, as [`crate::routes::Route::page`] names it.
    pub page: &'static str,
    /// Which of its states.
    pub state: &'static str,
    /// The language.
    pub language: &'static str,
    /// The whole page.
    pub html: String,
}

/// Gathers samples of one language.
pub(crate) struct Gallery<'a> {
    /// The programme.
    pub(crate) programme: &'a Programme,
    catalog: &'a Arc<Catalog>,
    locale: muster_i18n::Locale,
    samples: Vec<Sample>,
    faults: Vec<String>,
}

impl Gallery<'_> {
    /// The frame of a page at a path.
    pub(crate) fn layout(&self, path: &str) -> Layout {
        Layout::new(self.catalog, self.locale, path)
    }

    /// The frame of a page of the desk, seen by somebody with every role.
    pub(crate) fn desk(&self, path: &str) -> Layout {
        let mut layout = self.layout(path);
        layout.desk = Some(Bar { roles: Role::ALL.to_vec(), keys_off: false });
        layout
    }

    /// Adds a state of a page.
    pub(crate) fn add(&mut self, page: &'static str, state: &'static str, template: &impl Template) {
        match template.render() {
            Ok(html) => {
                self.samples.push(Sample { page, state, language: self.locale.tag(), html });
            }
            Err(error) => self.faults.push(format!("{page}/{state}: {error}")),
        }
    }
}

/// Every sample in every language of the catalogue.
///
/// # Errors
/// The pages that cannot be written, each with why.
pub fn all(programme: &Programme, catalog: &Arc<Catalog>) -> Result<Vec<Sample>, Vec<String>> {
    let (mut samples, mut faults) = (Vec::new(), Vec::new());
    for locale in catalog.locales() {
        let mut gallery =
            Gallery { programme, catalog, locale: *locale, samples: Vec::new(), faults: Vec::new() };
        failing(&mut gallery);
        portal::samples(&mut gallery);
        desk::samples(&mut gallery);
        api::samples(&mut gallery);
        samples.append(&mut gallery.samples);
        faults.append(&mut gallery.faults);
    }
    if faults.is_empty() { Ok(samples) } else { Err(faults) }
}

fn failing(gallery: &mut Gallery<'_>) {
    let states = [
        ("not-found", Failing::NotFound),
        ("not-understood", Failing::NotUnderstood),
        ("other-site", Failing::OtherSite),
        ("not-allowed", Failing::NotAllowed),
        ("too-big", Failing::TooBig),
        ("too-many", Failing::TooMany { wait_seconds: 21 }),
        ("not-now", Failing::NotNow),
        ("broken", Failing::Broken),
    ];
    for (state, failing) in states {
        let page = FailingPage::new(gallery.layout("/"), failing, Some("4f1c09ab".to_owned()));
        gallery.add("failing", state, &page);
    }
}
