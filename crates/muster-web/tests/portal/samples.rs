//! Every page with sample data.

use muster_app::Programme;
use muster_web::{catalog, routes::ROUTES, samples};
use std::{collections::BTreeSet, sync::Arc};

#[test]
fn every_page_can_be_written_in_every_language() {
    let programme = Programme::founding().unwrap();
    let texts = Arc::new(catalog(&programme, true).unwrap());
    let all = samples::all(&programme, &texts).unwrap();
    let shown: BTreeSet<_> = all.iter().map(|sample| (sample.page, sample.language)).collect();
    for route in ROUTES {
        for language in ["en", "uk", "ar-XB"] {
            assert!(shown.contains(&(route.page, language)), "{} in {language}", route.page);
        }
    }
    for sample in &all {
        let place = format!("{}/{} in {}", sample.page, sample.state, sample.language);
        assert_eq!(sample.html.matches("<h1").count(), 1, "{place} has one heading");
        let ids: Vec<&str> =
            sample.html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let different: BTreeSet<&&str> = ids.iter().collect();
        assert_eq!(different.len(), ids.len(), "{place}: an id stands twice: {ids:?}");
        for target in sample.html.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(target.is_empty() || ids.contains(&target), "{place}: nothing is called {target}");
        }
    }
}
