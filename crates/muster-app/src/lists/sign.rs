//! Two people put an edition of a list in force: the first proposes it, the second, another human, activates it.

use super::editions::{edition_of, state_of};
use crate::{App, Failure};
use jiff::Timestamp;
use muster_case::{
    Action as _, Permit,
    office::{ActivateList, ListEdition, ProposeList},
};
use muster_vocab::{Actor, HumanId, Role};
use serde::Serialize;

/// What a signature did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "did")]
pub enum Signed {
    /// It was the first: somebody else must activate.
    Proposed {
        /// The edition.
        edition: ListEdition,
    },
    /// It was the second: the edition is in force.
    Activated {
        /// The edition.
        edition: ListEdition,
        /// Who proposed it.
        proposed_by: HumanId,
    },
    /// It is in force already; nothing changed.
    InForce {
        /// The edition.
        edition: ListEdition,
    },
}

/// Gives the first signature under an imported edition; the one imported last if none is named.
///
/// # Errors
/// [`Failure::Input`] if there is no such list or edition; else as [`App::carry_out_office`].
pub fn propose(
    app: &App,
    permit: Permit<ProposeList>,
    list: &str,
    which: Option<&str>,
    at: Timestamp,
) -> Result<ListEdition, Failure> {
    let state = state_of(app, list)?;
    let edition = edition_of(&state, list, which)?.clone();
    let command = ProposeList { list: list.to_owned(), content: edition.content };
    app.carry_out_office(permit, command, at)?;
    Ok(edition)
}

/// Gives the second signature: the proposed edition is in force from now on. The screening worker puts everybody who
/// was screened against what it adds and changes.
///
/// # Errors
/// [`Failure::Input`] if there is no such list or edition; [`Failure::Refused`] if it was not proposed, or by the same
/// human.
pub fn activate(
    app: &App,
    permit: Permit<ActivateList>,
    list: &str,
    which: Option<&str>,
    at: Timestamp,
) -> Result<ListEdition, Failure> {
    let state = state_of(app, list)?;
    let proposed = state.proposed.and_then(|(content, _)| state.edition(content));
    let edition = match (which, proposed) {
        (None, Some(proposed)) => proposed.clone(),
        _ => edition_of(&state, list, which)?.clone(),
    };
    if state.proposed.is_none_or(|(content, _)| content != edition.content)
        && state.activated.last() != Some(&edition.content)
    {
        return Err(Failure::Input(format!(
            "nobody signed for {list} {} yet; the first of two signatures proposes it",
            edition.edition
        )));
    }
    app.carry_out_office(permit, ActivateList { list: list.to_owned(), content: edition.content }, at)?;
    Ok(edition)
}

/// The roles a signature can be given in, now.
///
/// # Errors
/// [`Failure::Input`] if there is no such list.
pub fn may_sign(app: &App, list: &str) -> Result<&'static [Role], Failure> {
    Ok(if state_of(app, list)?.proposed.is_some() { ActivateList::ROLES } else { ProposeList::ROLES })
}

/// Signs an edition: the first signature proposes it, the second puts it in force.
///
/// # Errors
/// As [`propose`] and [`activate`]; [`muster_case::Refusal::SameHuman`] if one human signs twice.
pub fn sign(app: &App, by: Actor, list: &str, which: Option<&str>, at: Timestamp) -> Result<Signed, Failure> {
    let state = state_of(app, list)?;
    let proposed = state.proposed;
    let meant = match (which, proposed) {
        (None, Some((content, _))) => state.edition(content).cloned(),
        _ => None,
    };
    let edition = match meant {
        Some(meant) => meant,
        None => edition_of(&state, list, which)?.clone(),
    };
    if state.activated.last() == Some(&edition.content) {
        return Ok(Signed::InForce { edition });
    }
    let which = edition.content.to_string();
    match proposed {
        Some((content, first)) if content == edition.content => {
            let edition = activate(app, Permit::ask(by)?, list, Some(&which), at)?;
            Ok(Signed::Activated { edition, proposed_by: first })
        }
        _ => Ok(Signed::Proposed { edition: propose(app, Permit::ask(by)?, list, Some(&which), at)? }),
    }
}
