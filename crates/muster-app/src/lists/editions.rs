//! Which edition somebody means.

use crate::{App, Failure};
use muster_case::office::{ListEdition, ListState};

/// How much of a hash tells an edition from all others.
const SHORT: usize = 12;

/// The state of a list; a list that nobody imported is a fault of the input.
pub(super) fn state_of(app: &App, list: &str) -> Result<ListState, Failure> {
    let mut lists = app.load_office()?.lists;
    let known: Vec<String> = lists.keys().cloned().collect();
    lists.remove(list).ok_or_else(|| {
        Failure::Input(if known.is_empty() {
            format!("there is no list `{list}`: none was imported yet; `muster list import FILE` imports one")
        } else {
            format!("there is no list `{list}`; there are {}", known.join(", "))
        })
    })
}

/// The edition of that date or that hash, or its beginning; the one imported last if nothing is said.
pub(super) fn edition_of<'a>(
    state: &'a ListState,
    list: &str,
    which: Option<&str>,
) -> Result<&'a ListEdition, Failure> {
    let Some(which) = which else {
        return state
            .imported
            .last()
            .ok_or_else(|| Failure::Input(format!("no edition of {list} was imported yet")));
    };
    let meant = |known: &&ListEdition| {
        let hashes = [known.content.to_string(), known.source.to_string()];
        known.edition == which || (which.len() >= 8 && hashes.iter().any(|hash| hash.starts_with(which)))
    };
    let found: Vec<&ListEdition> = state.imported.iter().filter(meant).collect();
    match found.as_slice() {
        [one] => Ok(one),
        [] => {
            let known: Vec<&str> = state.imported.iter().map(|known| known.edition.as_str()).collect();
            Err(Failure::Input(format!("{list} has no edition `{which}`; imported are {}", known.join(", "))))
        }
        several => {
            let hashes: Vec<String> = several.iter().map(|known| short(known)).collect();
            Err(Failure::Input(format!(
                "{list} has several editions `{which}`; name one by its hash: {}",
                hashes.join(", ")
            )))
        }
    }
}

fn short(edition: &ListEdition) -> String {
    edition.content.to_string()[..SHORT].to_owned()
}
