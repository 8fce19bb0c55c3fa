//! The applicant names next of kin, or declines to.

use crate::{Case, Decided, command::Decide, event::Apply, permit::action};
use muster_vocab::{Language, Moment, PersonName, PhoneNumber, Sealed, Section, Sensitive};
use serde::{Deserialize, Serialize};
use std::fmt;

/// One next of kin. `Debug` does not show it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kin {
    /// The name.
    pub name: PersonName,
    /// How related, in words.
    pub relation: String,
    /// How reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<PhoneNumber>,
    /// The language to speak.
    pub language: Language,
    /// Others that would do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_languages: Vec<Language>,
}

/// Next of kin in the order to be told, or none by choice. `Debug` does not show it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KinList {
    /// In the order to be told.
    Named(Vec<Kin>),
    /// The applicant declines.
    Declined,
}

/// The choice as the case knows it: given or declined, and where it lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KinChoice {
    /// Whether kin were given.
    pub given: bool,
    /// The sealed list.
    pub list: Sealed<KinList>,
}

impl Sensitive for KinList {
    const SECTION: Section = Section::Kin;
}

impl fmt::Debug for Kin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("sealed")
    }
}

impl fmt::Debug for KinList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("sealed")
    }
}

/// Names next of kin; an empty list declines.
#[derive(Debug, Clone)]
pub struct NameKin {
    /// In the order to be told.
    pub kin: Vec<Kin>,
}

action! { NameKin "name_kin" Applicant Clerk; }

/// Next of kin were named or declined. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KinNamed {
    /// Whether kin were given.
    pub given: bool,
    /// The list.
    pub kin: Sealed<KinList>,
}

impl Decide for NameKin {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        case.must_be_open("name_kin")?;
        let given = !self.kin.is_empty();
        let list = if given { KinList::Named(self.kin) } else { KinList::Declined };
        Ok(vec![KinNamed { given, kin: list.into() }.into()])
    }
}

impl Apply for KinNamed {
    fn apply(&self, case: &mut Case, _: &Moment) {
        case.kin = Some(KinChoice { given: self.given, list: self.kin.clone() });
    }
}
