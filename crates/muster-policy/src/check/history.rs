//! Editions follow one another in time.

use super::CheckReport;
use crate::edition::Edition;
use crate::folder::Loaded;
use crate::problem::Problem;

/// Reports editions that would be in force before one that was published earlier, and two of one name.
pub(super) fn check(loaded: &Loaded, report: &mut CheckReport) {
    let find = |id: &str| loaded.editions.iter().find(|edition| edition.id() == id);
    let published: Vec<&Edition> = loaded.published.iter().filter_map(|one| find(&one.edition)).collect();
    for pair in published.windows(2) {
        follows(pair[0], pair[1], report);
    }
    let Some(last) = published.last() else { return };
    let is_draft =
        |edition: &&Edition| !loaded.published.iter().any(|published| published.edition == edition.id());
    for draft in loaded.editions.iter().filter(is_draft) {
        follows(last, draft, report);
    }
}

fn follows(before: &Edition, after: &Edition, report: &mut CheckReport) {
    if after.in_force_from() <= before.in_force_from() {
        let (id, from) = (before.id(), before.in_force_from());
        report.problems.push(Problem::new(
            after.file(),
            after.in_force_place,
            format!("edition `{}` would be in force no later than `{id}`, which began on {from}", after.id()),
            format!("give it a day after {from}: the past keeps its rules"),
        ));
    }
}
