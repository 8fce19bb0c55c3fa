//! Editions of watchlists: imported whole, put in force by two people, never changed (capability F3).

use super::{Office, OfficeEvent};
use crate::{Missing, Refusal, permit::action};
use jiff::Timestamp;
use muster_vocab::{Digest, HumanId, Moment};
use serde::{Deserialize, Serialize};

/// An edition of a list as the log knows it: what it is called and what its bytes hash to. The entries are public and
/// lie beside the log, under [`ListEdition::content`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListEdition {
    /// The list's short name, such as `un_sc`.
    pub list: String,
    /// The edition, as dated by its publisher.
    pub edition: String,
    /// The hash of the publisher's files.
    pub source: Digest,
    /// The hash of the entries as they were read: this is what is signed.
    pub content: Digest,
    /// How many entries it has.
    pub entries: u32,
    /// How many records of the files could not be read.
    pub bad: u32,
}

/// A list as the office knows it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListState {
    /// Every edition that was imported, oldest import first.
    pub imported: Vec<ListEdition>,
    /// The edition with a first signature: its content, and who gave it.
    pub proposed: Option<(Digest, HumanId)>,
    /// The contents of the editions that were put in force, the one in force last.
    pub activated: Vec<Digest>,
    /// Who did what with which edition, and when.
    pub steps: Vec<ListStep>,
}

/// What a human did with an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct ListStep {
    /// The content of the edition.
    #[serde(skip)]
    pub content: Digest,
    /// `imported`, `proposed` or `put_in_force`.
    pub did: &'static str,
    /// When.
    pub at: Timestamp,
    /// Who; nobody if the machine did it.
    pub by: Option<HumanId>,
}

impl ListStep {
    fn new(did: &'static str, content: Digest, moment: &Moment) -> Self {
        Self { content, did, at: moment.at, by: moment.by.human() }
    }
}

impl ListState {
    /// The imported edition of that content.
    #[must_use]
    pub fn edition(&self, content: Digest) -> Option<&ListEdition> {
        self.imported.iter().find(|known| known.content == content)
    }

    /// The edition in force.
    #[must_use]
    pub fn active(&self) -> Option<&ListEdition> {
        self.activated.last().and_then(|content| self.edition(*content))
    }
}

/// Takes in an edition. It is not used before two people put it in force.
#[derive(Debug, Clone)]
pub struct ImportList {
    /// The edition.
    pub edition: ListEdition,
}

/// Proposes that an imported edition be put in force: the first signature.
#[derive(Debug, Clone)]
pub struct ProposeList {
    /// The list.
    pub list: String,
    /// The content of the edition, so that exactly what was looked at is signed.
    pub content: Digest,
}

/// Puts a proposed edition in force: the second signature, by another human.
#[derive(Debug, Clone)]
pub struct ActivateList {
    /// The list.
    pub list: String,
    /// The content of the edition.
    pub content: Digest,
}

action! {
    ImportList "import_list" Screener Adjudicator Administrator;
    ProposeList "propose_list" Screener Adjudicator Administrator;
    ActivateList "activate_list" Adjudicator Attache Administrator;
}

/// An edition was imported. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ListImported {
    /// The edition.
    pub edition: ListEdition,
}

/// An edition was proposed. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ListProposed {
    /// The list.
    pub list: String,
    /// The content of the edition.
    pub content: Digest,
    /// Who proposed it.
    pub by: HumanId,
}

/// An edition was put in force. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ListActivated {
    /// The list.
    pub list: String,
    /// The content of the edition.
    pub content: Digest,
    /// Who put it in force.
    pub by: HumanId,
}

fn known<'a>(office: &'a Office, list: &str, content: Digest) -> Result<&'a ListState, Refusal> {
    let state = office.lists.get(list).ok_or(Refusal::Unknown { what: "list" })?;
    state.edition(content).ok_or(Refusal::Unknown { what: "list edition" })?;
    Ok(state)
}

impl ImportList {
    pub(super) fn decide(self, office: &Office, _: &Moment) -> Result<Vec<OfficeEvent>, Refusal> {
        let ListEdition { list, edition, content, entries, .. } = &self.edition;
        // Without a name and a date nobody could say which edition a person was screened against; and an edition
        // without entries is a failed download, which would clear everybody.
        if list.trim().is_empty() || edition.trim().is_empty() {
            return Err(Refusal::Needs(Missing::Source));
        }
        if *entries == 0 {
            return Err(Refusal::Unknown { what: "list entry" });
        }
        let known = office.lists.get(list).is_some_and(|state| state.edition(*content).is_some());
        Ok(if known { vec![] } else { vec![ListImported { edition: self.edition }.into()] })
    }
}

impl ProposeList {
    pub(super) fn decide(self, office: &Office, moment: &Moment) -> Result<Vec<OfficeEvent>, Refusal> {
        let by = moment.by.human().ok_or(Refusal::NotYours)?;
        let Self { list, content } = self;
        let state = known(office, &list, content)?;
        let in_force = state.activated.last() == Some(&content);
        let proposed = state.proposed.is_some_and(|(proposed, _)| proposed == content);
        Ok(if in_force || proposed { vec![] } else { vec![ListProposed { list, content, by }.into()] })
    }
}

impl ActivateList {
    pub(super) fn decide(self, office: &Office, moment: &Moment) -> Result<Vec<OfficeEvent>, Refusal> {
        let by = moment.by.human().ok_or(Refusal::NotYours)?;
        let Self { list, content } = self;
        let state = known(office, &list, content)?;
        if state.activated.last() == Some(&content) {
            return Ok(vec![]);
        }
        match state.proposed {
            Some((proposed, first)) if proposed == content && first == by => Err(Refusal::SameHuman),
            Some((proposed, _)) if proposed == content => {
                Ok(vec![ListActivated { list, content, by }.into()])
            }
            _ => Err(Refusal::Unknown { what: "proposed list edition" }),
        }
    }
}

impl ListImported {
    pub(super) fn apply(&self, office: &mut Office, moment: &Moment) {
        let state = office.lists.entry(self.edition.list.clone()).or_default();
        state.imported.push(self.edition.clone());
        state.steps.push(ListStep::new("imported", self.edition.content, moment));
    }
}

impl ListProposed {
    pub(super) fn apply(&self, office: &mut Office, moment: &Moment) {
        let state = office.lists.entry(self.list.clone()).or_default();
        state.proposed = Some((self.content, self.by));
        state.steps.push(ListStep::new("proposed", self.content, moment));
    }
}

impl ListActivated {
    pub(super) fn apply(&self, office: &mut Office, moment: &Moment) {
        let state = office.lists.entry(self.list.clone()).or_default();
        state.steps.push(ListStep::new("put_in_force", self.content, moment));
        state.proposed = None;
        state.activated.push(self.content);
    }
}
