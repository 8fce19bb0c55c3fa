//! Figures as lines of JSON, for `cargo xtask bench linkage`, which adds the machine they were taken on.

use std::sync::OnceLock;

static WANTED: OnceLock<bool> = OnceLock::new();

/// Whether lines of JSON are printed beside the text; to be said once.
pub(crate) fn wanted(json: bool) {
    let _said_before = WANTED.set(json);
}

/// A share of so many, from 0 to 1, and the least it should be.
pub(crate) fn share(name: &str, count: usize, share: f64, goal: Option<f64>) {
    let goal = goal.map(|goal| format!(r#","goal":"{goal}","met":{}"#, share >= goal));
    line(&format!(r#"{{"name":"{name}","count":{count},"share":{share:.6}{}}}"#, goal.unwrap_or_default()));
}

/// So many things, done in so many seconds of one processor.
pub(crate) fn rate(name: &str, count: usize, seconds: f64) {
    line(&format!(r#"{{"name":"{name}","count":{count},"per_second":{:.1}}}"#, count as f64 / seconds));
}

fn line(line: &str) {
    if WANTED.get() == Some(&true) {
        println!("{line}");
    }
}

/// What a figure should be, by its name. Of the development sets only pairs are judged that nothing was fitted to.
pub(crate) fn goal(name: &str) -> Option<f64> {
    Some(match name {
        "dev100k.other_half.fitted.best_f1" => 0.985,
        "dev100k.other_half.fitted.recall_at_99" => 0.975,
        "dev100k.other_half.fitted.recall_at_999" => 0.93,
        "dev100k.other_half.estimated.recall_at_99"
        | "dev100k.other_half.fitted.no_shared_document_telephone_e_mail" => 0.9,
        "dev100k.other_half.fitted.reached" => 0.993,
        "dev100k.other_half.fitted.scenario_evasive" => 0.95,
        "dev100k.other_half.fitted.two_scripts" => 0.97,
        "febrl3.estimated.best_f1" => 0.998,
        "fake_1000.estimated.best_f1" => 0.89,
        _ => return None,
    })
}
