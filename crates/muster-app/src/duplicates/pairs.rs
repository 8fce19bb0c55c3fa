//! Suspected pairs: the list, and one of them side by side.

use super::people::{ToldOf, open_told, record_of, told_of};
use crate::{
    Act, App, Failure,
    desk::{Officer, Queue},
};
use jiff::Timestamp;
use muster_case::{
    Case, Event, Hold, Permit, Refusal, Stage,
    access::{OpenSealed, RecordAccess},
    identity::{Basis, DuplicateSuspected},
    intake::{Contact, Identity, SealedDossier, Sex},
};
use muster_linkage::{Comparison, Field, Likeness, MilliBits, Part, Weights, compare};
use muster_store::desk::{Order, Place, Wanted};
use muster_vocab::{CaseId, DocumentKind, PersonId, ReasonCode, Section};
use std::cmp::Reverse;

/// So many cases are looked at for a list of pairs, those that have waited longest.
const LOOKED_AT: u32 = 500;
/// The word for why a pair was opened.
pub const PURPOSE: &str = "compare";
/// Signatures: what carries one since a merge keeps the merge.
const SIGNED: &[&str] = &[
    "eligibility.refusal_confirmed",
    "eligibility.referred",
    "decision.recommended",
    "decision.countersigned",
    "service.contract_signed",
];

/// A suspected pair. Nothing in it names anybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairRow {
    /// The case that is held.
    pub case: CaseId,
    /// Its reference.
    pub reference: String,
    /// Its mission's code.
    pub mission: String,
    /// Where it stands.
    pub stage: Stage,
    /// The case it may be the second of.
    pub other: CaseId,
    /// Its reference.
    pub other_reference: String,
    /// Its mission's code.
    pub other_mission: String,
    /// Where it stands.
    pub other_stage: Stage,
    /// Whether the other was refused: at another mission, or here.
    pub refused_there: bool,
    /// What they share.
    pub basis: Vec<Basis>,
    /// What the engine found; nothing if it was not the engine.
    pub bits: Option<MilliBits>,
    /// Since when it is suspected.
    pub since: Timestamp,
}

/// A pair side by side. It is personal: there is no `Debug`.
pub struct Pair {
    /// The case that is held.
    pub case: Side,
    /// The case it may be the second of.
    pub other: Side,
    /// How many events the held case has, for an act that rests on this look.
    pub version: u64,
    /// Whether it is still suspected: else it was ruled on.
    pub suspected: bool,
    /// What the engine says of what was told until now.
    pub comparison: Comparison,
    /// Field by field.
    pub rows: Vec<FieldRow>,
    /// What it would come to if they are one person.
    pub same_means: SameMeans,
}

/// One of the two.
pub struct Side {
    /// The case.
    pub case: CaseId,
    /// Its reference.
    pub reference: String,
    /// Its mission's code.
    pub mission: String,
    /// Where it stands.
    pub stage: Stage,
    /// When it was sent.
    pub submitted_at: Option<Timestamp>,
    /// What holds it.
    pub holds: Vec<Hold>,
    /// The codes of its outcome, if it has one.
    pub codes: Vec<ReasonCode>,
    /// The case it was merged into.
    pub merged_into: Option<CaseId>,
}

/// One field of both, as told: everything ever told of it, the last last.
pub struct FieldRow {
    /// Which.
    pub field: Field,
    /// In the held case.
    pub one: Vec<String>,
    /// In the other.
    pub two: Vec<String>,
    /// What the engine says of it; nothing if one side did not tell.
    pub part: Option<Part>,
}

/// What follows if a pair is one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SameMeans {
    /// The held case is merged into this one and sleeps.
    MergesInto(CaseId),
    /// This one is closed: the held case goes on and knows of it.
    GoesOnBeside(CaseId),
    /// Nothing can follow, for this reason.
    Not(Refusal),
}

const FIELDS: [Field; 9] = [
    Field::Family,
    Field::Given,
    Field::Born,
    Field::Document,
    Field::Email,
    Field::Phone,
    Field::Origin,
    Field::Residence,
    Field::Sex,
];

impl App {
    /// The suspected pairs of the officer's missions, the strongest first; those found without the engine after them.
    ///
    /// # Errors
    /// If the store fails.
    pub fn duplicate_pairs(&self, officer: &Officer, at: Timestamp) -> Result<Vec<PairRow>, Failure> {
        self.catch_up()?;
        let queue = Queue::Duplicate.word().to_owned();
        let missions = self.missions_of(officer)?;
        let places = missions.into_iter().map(|mission| Place { queue: queue.clone(), mission }).collect();
        let wanted = Wanted { places, order: Order::Oldest, at, limit: LOOKED_AT, ..Wanted::default() };
        let mut rows = Vec::new();
        for waiting in self.store.desk.waiting(&wanted)?.rows {
            rows.extend(self.pairs_of(waiting.case)?);
        }
        rows.sort_by_key(|row: &PairRow| (Reverse(row.bits), row.since, row.case, row.other));
        Ok(rows)
    }

    /// The suspected pairs that hold one case.
    ///
    /// # Errors
    /// If the store fails.
    pub fn pairs_of(&self, case: CaseId) -> Result<Vec<PairRow>, Failure> {
        let history = self.store.journal.history::<Event>(case.into())?;
        let held = self.load(case)?;
        let mut rows = Vec::new();
        for other in &held.duplicates {
            let named = self.load(*other)?;
            let (Some(stage), Some(other_stage)) = (held.stage, named.stage) else { continue };
            let suspected = history.iter().rev().find_map(|recorded| match &recorded.event {
                Event::DuplicateSuspected(it) if it.other == *other => Some((it, recorded.moment.at)),
                _ => None,
            });
            let Some((DuplicateSuspected { basis, likened, .. }, since)) = suspected else { continue };
            rows.push(PairRow {
                case,
                reference: self.reference(case),
                mission: mission_of(&held),
                stage,
                other: *other,
                other_reference: self.reference(*other),
                other_mission: mission_of(&named),
                other_stage,
                refused_there: other_stage.is_adverse(),
                basis: basis.clone(),
                bits: likened.as_ref().map(|likened| MilliBits(likened.millibits)),
                since,
            });
        }
        Ok(rows)
    }

    /// Opens a pair. That both were opened is recorded in both.
    ///
    /// # Errors
    /// [`Refusal::Unknown`] if nobody ever suspected the pair, or the officer may not see the case; else as
    /// [`App::carry_out`].
    pub fn open_pair(
        &self,
        officer: &Officer,
        permit: Permit<OpenSealed>,
        case: CaseId,
        other: CaseId,
        at: Timestamp,
    ) -> Result<Pair, Failure> {
        let held = self.load(case)?;
        let ever = held.duplicates.contains(&other)
            || held.apart.contains(&other)
            || held.same_person.contains(&other)
            || held.merged_into == Some(other);
        if !ever || !officer.sees(&mission_of(&held)) {
            return Err(Refusal::Unknown { what: "suspected duplicate" }.into());
        }
        let sections = || [Section::Identity, Section::Contact].map(|section| section.label().to_owned());
        for side in [case, other] {
            let access = RecordAccess { sections: sections().to_vec(), purpose: PURPOSE.to_owned() };
            let act = Act::new(Permit::ask(permit.actor())?, access);
            self.begin(side, vec![act], at)?.wait()?;
        }
        let (one, two) = (told_of(self, case)?, told_of(self, other)?);
        let comparison = compare(&Weights::shipped(), &record_of(&two.told), &record_of(&one.told));
        let rows = FIELDS.into_iter().map(|field| {
            let part = comparison.parts.iter().find(|part| part.field == Some(field)).copied();
            FieldRow { field, one: told(field, &one.told), two: told(field, &two.told), part }
        });
        Ok(Pair {
            version: one.loaded.version,
            suspected: one.loaded.state.duplicates.contains(&other),
            rows: rows.filter(|row| !row.one.is_empty() || !row.two.is_empty()).collect(),
            same_means: self.same_means(case, other)?,
            case: self.side(case, &one),
            other: self.side(other, &two),
            comparison,
        })
    }

    /// The closed cases that people found to be of the same person as this one, with what became of them.
    pub(crate) fn known_before(&self, case: &Case) -> Result<Vec<Side>, Failure> {
        case.same_person.iter().map(|other| Ok(self.side(*other, &told_of(self, *other)?))).collect()
    }

    /// Whether somebody who gave one of these addresses or documents was here before and was erased. Nothing else is
    /// known of them.
    pub(crate) fn erased_before(
        &self,
        person: PersonId,
        dossiers: &[SealedDossier],
    ) -> Result<bool, Failure> {
        for (identity, contact) in open_told(self, person, dossiers)? {
            if self.seen_before(&identity, &contact)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn side(&self, case: CaseId, known: &ToldOf) -> Side {
        let state = &known.loaded.state;
        Side {
            case,
            reference: self.reference(case),
            mission: mission_of(state),
            stage: state.stage.unwrap_or(Stage::Draft),
            submitted_at: state.submitted_at,
            holds: state.holds.iter().copied().collect(),
            codes: state.outcome_codes.clone(),
            merged_into: state.merged_into,
        }
    }

    /// What it would come to if both are of one person, as both stand now.
    pub(super) fn same_means(&self, case: CaseId, other: CaseId) -> Result<SameMeans, Failure> {
        let (held, mut into, mut named) = (self.load(case)?, other, self.load(other)?);
        // What was merged meanwhile leads to the case that goes on.
        while let Some(next) = named.merged_into.filter(|next| *next != case) {
            (into, named) = (next, self.load(next)?);
        }
        if named.stage.is_none_or(Stage::is_closed) {
            return Ok(SameMeans::GoesOnBeside(other));
        }
        if held.proposal.is_some() || !held.decisions.is_empty() || held.applicant_signed {
            return Ok(SameMeans::Not(Refusal::SignatureDepends));
        }
        // Only what is suspected is merged; the other end of a row of merges is reached through its next link.
        Ok(SameMeans::MergesInto(if held.duplicates.contains(&into) { into } else { other }))
    }

    /// Whether anything was signed in `into` since `case` was merged into it.
    pub(super) fn signed_since_merge(&self, case: CaseId, into: CaseId) -> Result<bool, Failure> {
        let merged_at = self.store.journal.history::<Event>(case.into())?;
        let merged_at = merged_at.iter().rev().find_map(|recorded| {
            matches!(&recorded.event, Event::Merged(merged) if merged.into == into)
                .then_some(recorded.moment.at)
        });
        let since = self.store.journal.history::<Event>(into.into())?;
        let signed = |tag: &str| SIGNED.contains(&tag);
        Ok(merged_at.is_some_and(|merged_at| {
            since.iter().any(|recorded| recorded.moment.at >= merged_at && signed(recorded.event.tag()))
        }))
    }
}

fn mission_of(case: &Case) -> String {
    case.mission.as_ref().map_or_else(String::new, ToString::to_string)
}

/// Everything ever told of a field.
fn told(field: Field, told: &[(Identity, Contact)]) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let mut add = |text: String| {
        if !text.is_empty() && !all.contains(&text) {
            all.push(text);
        }
    };
    for (identity, contact) in told {
        let names = || [Some(&identity.name), identity.name_original.as_ref()].into_iter().flatten();
        match field {
            Field::Family => names().for_each(|name| add(name.family.clone())),
            Field::Given => names().for_each(|name| add(name.given.clone())),
            Field::Born => add(identity.born.to_string()),
            Field::Origin => identity.nationalities.iter().for_each(|country| add(country.to_string())),
            Field::Residence => add(identity.residence.to_string()),
            Field::Sex => add(identity.sex.map_or("", letter).to_owned()),
            Field::Document => add(identity.document.as_ref().map_or_else(String::new, |paper| {
                let kind = match paper.kind {
                    DocumentKind::Passport => "P",
                    DocumentKind::IdentityCard => "I",
                    DocumentKind::Other => "",
                };
                format!("{kind} {} {}", paper.issuer, paper.number).trim_start().to_owned()
            })),
            Field::Email => add(contact.email.as_ref().map_or_else(String::new, ToString::to_string)),
            Field::Phone => add(contact.phone.as_ref().map_or_else(String::new, ToString::to_string)),
            Field::Middle | Field::Address => {}
        }
    }
    all
}

/// As a passport has it (ICAO 9303-3).
const fn letter(sex: Sex) -> &'static str {
    match sex {
        Sex::Female => "F",
        Sex::Male => "M",
        Sex::Unspecified => "X",
    }
}

impl FieldRow {
    /// How both compare; nothing if one side did not tell.
    #[must_use]
    pub fn likeness(&self) -> Option<Likeness> {
        self.part.and_then(|part| part.likeness)
    }
}
