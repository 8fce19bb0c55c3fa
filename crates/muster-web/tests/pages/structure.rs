//! What every page keeps to.

use super::all;
use muster_web::{desk::routes as desk, routes::ROUTES, samples::Sample};
use std::{collections::BTreeSet, path::Path};

/// The attributes of htmx that templates may use.
const HTMX: [&str; 10] = [
    "hx-get",
    "hx-post",
    "hx-target",
    "hx-swap",
    "hx-trigger",
    "hx-push-url",
    "hx-indicator",
    "hx-swap-oob",
    "hx-sync",
    "hx-disabled-elt",
];

fn name(sample: &Sample) -> String {
    format!("{}/{} in {}", sample.page, sample.state, sample.language)
}

/// The values of an attribute on a page.
fn values<'p>(html: &'p str, attribute: &str) -> Vec<&'p str> {
    let start = format!(" {attribute}=\"");
    html.match_indices(&start).filter_map(|(at, _)| html[at + start.len()..].split('"').next()).collect()
}

/// The tags of a page, each from `<` to `>`.
fn tags(html: &str) -> impl Iterator<Item = &str> {
    html.match_indices('<').filter_map(|(at, _)| html[at..].split_once('>').map(|(tag, _)| tag))
}

#[test]
fn every_page_has_samples_in_every_language() {
    let samples = all();
    for language in ["en", "uk", "ar-XB"] {
        let desk = desk::ROUTES.iter().map(|route| (route.method, route.pattern, route.page));
        for (method, pattern, page) in
            ROUTES.iter().map(|route| (route.method, route.pattern, route.page)).chain(desk)
        {
            let shown = samples.iter().any(|sample| sample.language == language && sample.page == page);
            assert!(shown, "{method} {pattern} has no sample of {page} in {language}");
        }
    }
}

#[test]
fn every_page_says_its_language_and_direction_and_has_one_heading() {
    for sample in all() {
        let direction = if sample.language == "ar-XB" { "rtl" } else { "ltr" };
        let root = format!("<html lang=\"{}\" dir=\"{direction}\">", sample.language);
        assert!(sample.html.contains(&root), "{}", name(&sample));
        assert_eq!(sample.html.matches("<h1").count(), 1, "headings of {}", name(&sample));
        let title = sample.html.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next());
        assert!(title.is_some_and(|title| !title.trim().is_empty()), "{}", name(&sample));
    }
}

#[test]
fn every_name_on_a_page_is_there_once_and_every_reference_leads_somewhere() {
    for sample in all() {
        let ids = values(&sample.html, "id");
        let known: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), known.len(), "an id stands twice in {}: {ids:?}", name(&sample));
        let mut wanted = values(&sample.html, "for");
        wanted.extend(["aria-describedby", "aria-labelledby"].iter().flat_map(|attribute| {
            values(&sample.html, attribute).into_iter().flat_map(str::split_whitespace).collect::<Vec<_>>()
        }));
        wanted.extend(values(&sample.html, "href").into_iter().filter_map(|href| href.strip_prefix('#')));
        for id in wanted.into_iter().filter(|id| !id.is_empty()) {
            assert!(known.contains(id), "{} has no #{id}", name(&sample));
        }
    }
}

#[test]
fn nothing_on_a_page_is_inline() {
    for sample in all() {
        for tag in tags(&sample.html) {
            assert!(!tag.contains(" style="), "{}: {tag}", name(&sample));
            assert!(
                !tag.split_whitespace().any(|word| word.starts_with("on") && word.contains('=')),
                "{tag}"
            );
            // What somebody takes along has no server to ask for a style sheet.
            let alone = sample.page == "my-data-download" && sample.state == "file";
            assert!(alone || !(tag == "<style" || tag.starts_with("<style ")), "{}: {tag}", name(&sample));
            let script = tag == "<script" || tag.starts_with("<script ");
            assert!(!script || tag.contains(" src=\"/assets/"), "{}: {tag}", name(&sample));
            for word in tag.split_whitespace().filter(|word| word.starts_with("hx-")) {
                let attribute = word.split('=').next().unwrap_or_default();
                assert!(HTMX.contains(&attribute), "{attribute} is not of our subset");
            }
        }
    }
}

#[test]
fn no_key_is_shown_in_place_of_its_sentence() {
    let programme = muster_app::Programme::founding().unwrap();
    let catalog = muster_web::catalog(&programme, false).unwrap();
    let ids: BTreeSet<&str> = catalog.ids().collect();
    for sample in all() {
        for text in sample.html.split('>').filter_map(|rest| rest.split('<').next()) {
            assert!(!ids.contains(text.trim()), "{} shows {}", name(&sample), text.trim());
        }
    }
}

#[test]
fn the_style_sheet_knows_no_left_and_no_right_and_weighs_little() {
    let is = |name: &str, kind: &str| Path::new(name).extension().is_some_and(|found| found == kind);
    let (_, css) = muster_web::asset_files().find(|(name, _)| is(name, "css")).unwrap();
    let text = std::str::from_utf8(css).unwrap();
    let rules: String = text.split("*/").filter_map(|part| part.split("/*").next()).collect();
    for word in rules.split(|c: char| !(c.is_ascii_alphabetic() || c == '-')) {
        assert!(!word.split('-').any(|part| part == "left" || part == "right"), "{word} has a logical name");
    }
    let packed = miniz_oxide::deflate::compress_to_vec(css, 9).len();
    assert!(packed <= 8 * 1024, "the style sheet takes {packed} bytes");
    for (name, script) in muster_web::asset_files().filter(|(name, _)| is(name, "js")) {
        let packed = miniz_oxide::deflate::compress_to_vec(script, 9).len();
        let most = if name.contains("htmx") { 15 } else { 5 } * 1024;
        assert!(packed <= most, "{name} takes {packed} bytes");
    }
}
