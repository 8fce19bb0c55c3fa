//! Which lists there are, and how far each edition has come.

use crate::{App, Failure};
use muster_case::office::{ListEdition, ListState, ListStep};
use serde::Serialize;

/// A list with its editions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListStatus {
    /// Its short name.
    pub list: String,
    /// Its editions, the one imported last first.
    pub editions: Vec<EditionStatus>,
}

/// An edition and how far it has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EditionStatus {
    /// The edition.
    #[serde(flatten)]
    pub edition: ListEdition,
    /// `in_force`, `proposed`, `imported`, or `replaced` if another came into force after it.
    pub is: &'static str,
    /// Who did what with it, and when.
    pub steps: Vec<ListStep>,
}

/// Every list with its editions.
///
/// # Errors
/// If the store fails.
pub fn show(app: &App) -> Result<Vec<ListStatus>, Failure> {
    let lists = app.load_office()?.lists;
    Ok(lists.into_iter().map(|(list, state)| ListStatus { editions: editions(&state), list }).collect())
}

fn editions(state: &ListState) -> Vec<EditionStatus> {
    let is = |edition: &ListEdition| {
        if state.activated.last() == Some(&edition.content) {
            "in_force"
        } else if state.proposed.is_some_and(|(content, _)| content == edition.content) {
            "proposed"
        } else if state.activated.contains(&edition.content) {
            "replaced"
        } else {
            "imported"
        }
    };
    let known = state.imported.iter().rev();
    let steps = |content| state.steps.iter().filter(move |step| step.content == content).copied().collect();
    known
        .map(|edition| EditionStatus {
            is: is(edition),
            steps: steps(edition.content),
            edition: edition.clone(),
        })
        .collect()
}
