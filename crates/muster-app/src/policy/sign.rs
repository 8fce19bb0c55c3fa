//! Two people put an edition in force: the first call proposes it, the second, by another human, publishes it.

use crate::{App, Failure};
use jiff::Timestamp;
use muster_case::{
    Permit,
    eligibility::EditionRef,
    office::{ProposeEdition, PublishEdition},
};
use muster_vocab::{Actor, Digest, HumanId, Role};
use serde::Serialize;

/// What a signature did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "did")]
pub enum Signed {
    /// It was the first: somebody else must publish.
    Proposed {
        /// The edition.
        edition: String,
        /// The hash of the bytes that were proposed.
        hash: Digest,
    },
    /// It was the second: the edition is in force.
    Published {
        /// The edition.
        edition: String,
        /// The hash of the bytes that were published.
        hash: Digest,
        /// Who proposed it.
        proposed_by: HumanId,
    },
    /// The same human proposed it already, and somebody else must publish.
    Waits {
        /// The edition.
        edition: String,
        /// The hash of the bytes that were proposed.
        hash: Digest,
    },
    /// It is in force already; nothing changed.
    InForce {
        /// The edition.
        edition: String,
        /// The hash of the bytes that were published.
        hash: Digest,
    },
}

impl App {
    /// The roles a signature can be given in, now: the first is the policy owner's.
    ///
    /// # Errors
    /// If the store failed.
    pub fn may_sign(&self, id: &str) -> Result<&'static [Role], Failure> {
        use muster_case::Action as _;
        let proposed = self.load_office()?.proposed.contains_key(id);
        Ok(if proposed { PublishEdition::ROLES } else { ProposeEdition::ROLES })
    }

    /// Signs an edition of the programme's folder. What is signed are the bytes the folder holds now; an edition with
    /// faults in its folder is not proposed.
    ///
    /// # Errors
    /// [`Failure::Input`] if there is no such edition or the rules have faults; [`Failure::Refused`] if the role may
    /// not, above all if one human would sign twice with other bytes in between.
    pub fn sign_edition(&self, by: Actor, id: &str, at: Timestamp) -> Result<Signed, Failure> {
        let found = self.programme.policy().edition(id).ok_or_else(|| {
            Failure::Input(format!("the programme has no edition `{id}`; see `muster policy check`"))
        })?;
        let now = EditionRef { id: id.to_owned(), hash: found.hash() };
        let EditionRef { id: edition, hash } = now.clone();
        let office = self.load_office()?;
        if office.published.contains(&now) {
            return Ok(Signed::InForce { edition, hash });
        }
        match office.proposed.get(id) {
            Some((proposed, first)) if *proposed == now && by.human() == Some(*first) => {
                Ok(Signed::Waits { edition, hash })
            }
            Some((proposed, first)) if *proposed == now => {
                self.publish_edition(Permit::ask(by)?, now, at)?;
                Ok(Signed::Published { edition, hash, proposed_by: *first })
            }
            // Nothing is proposed, or other bytes: these are proposed anew.
            _ => {
                let permit = Permit::<ProposeEdition>::ask(by)?;
                let report = self.programme.check_policy();
                if !report.is_clean() {
                    return Err(Failure::Input(format!(
                        "the rules have faults; nothing is proposed\n{report}"
                    )));
                }
                self.propose_edition(permit, id, at)?;
                Ok(Signed::Proposed { edition, hash })
            }
        }
    }
}
