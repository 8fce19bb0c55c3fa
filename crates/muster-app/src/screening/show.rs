//! A hit as whoever rules sees it: field by field, the applicant beside the entry.

use super::subject::told_by_person;
use crate::{App, Failure, lists::entries_of};
use jiff::Timestamp;
use muster_case::{
    Case, Event, Logged as _, Permit, Refusal,
    access::{ReadCases, ReadHits, RecordAccess},
    decision,
    screening::{HitState, ListRef, Ruling, Strength},
};
use muster_store::keys::Holder;
use muster_vocab::{Actor, CaseId, HitId, HumanId, PersonalText, Sealed, Worker};
use muster_watchlist::{Comparison, Entry, Field, Likeness, Part, Subject, compare};
use std::collections::BTreeMap;

/// Everything about a hit that a ruling rests on. It is personal: there is no `Debug`.
pub struct HitSheet {
    /// The case.
    pub case: CaseId,
    /// How many events the case has, before this look was recorded.
    pub version: u64,
    /// The hit.
    pub hit: HitId,
    /// The hit as the case knows it.
    pub state: HitState,
    /// Who signed first that it be cleared, and to which ruling.
    pub first: Option<(HumanId, Ruling)>,
    /// Whether a proposal about something else waits for its second signature.
    pub other_proposal: bool,
    /// Field by field; nothing of a hit that was raised by hand, or whose entry is not kept any more.
    pub rows: Vec<FieldRow>,
    /// The entry itself.
    pub entry: Option<Entry>,
    /// When the edition the entry is from was read in.
    pub imported_at: Option<Timestamp>,
    /// The evidence as it was written when the hit was raised; nothing once it is erased.
    pub evidence: Option<String>,
    /// What was ruled on this entry before, the latest first.
    pub before: Vec<Before>,
}

/// One field of the applicant and of the entry.
pub struct FieldRow {
    /// Which.
    pub field: Field,
    /// How they compare as a whole.
    pub likeness: Likeness,
    /// What the applicant told.
    pub asked: Vec<String>,
    /// What the entry has.
    pub listed: Vec<String>,
    /// The parts of the evidence that are about it.
    pub parts: Vec<Part>,
}

/// A ruling that was given.
pub struct Before {
    /// The edition it was given on.
    pub list: ListRef,
    /// The ruling.
    pub ruling: Ruling,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Actor,
    /// Whether the entry said word for word the same.
    pub same_content: bool,
    /// Why; nothing once it is erased.
    pub rationale: Option<String>,
}

const FIELDS: [Field; 7] = [
    Field::Name,
    Field::Born,
    Field::Birthplace,
    Field::Nationality,
    Field::Sex,
    Field::Father,
    Field::Document,
];

/// Opens a hit with everything a ruling rests on. That it was opened is recorded on the case.
///
/// # Errors
/// [`Refusal::Unknown`] if the case has no such hit; else as [`App::carry_out`].
pub fn show(
    app: &App,
    permit: Permit<ReadHits>,
    case: CaseId,
    hit: HitId,
    at: Timestamp,
) -> Result<HitSheet, Failure> {
    let History { case: state, version, raised, ruled } = History::read(app, case)?;
    let known = state.hits.get(&hit).ok_or(Refusal::Unknown { what: "hit" })?.clone();
    let sections = vec!["identity".to_owned(), "decision".to_owned()];
    let access = RecordAccess { sections, purpose: "adjudicate".into() };
    app.carry_out(Permit::ask(permit.actor())?, case, access, at)?;
    let open = |sealed: &Sealed<PersonalText>| -> Result<Option<String>, Failure> {
        let Some(person) = state.person else { return Ok(None) };
        Ok(app.store.journal.open(Holder::from(person), sealed)?.map(|text| text.0))
    };
    let evidence = raised.get(&hit).map(open).transpose()?.flatten();
    let mut before = Vec::new();
    for given in ruled.iter().rev() {
        let Some(earlier) = state.hits.get(&given.hit).filter(|other| is_of_entry(other, &known)) else {
            continue;
        };
        before.push(Before {
            list: earlier.list.clone(),
            ruling: given.ruling,
            at: given.at,
            by: given.by,
            same_content: earlier.entry == known.entry,
            rationale: open(&given.rationale)?,
        });
    }
    let (entry, imported_at) = entry_of(app, &known)?;
    let worker = Permit::<ReadCases>::ask(Actor::System { worker: Worker::Screening })?;
    let rows = match &entry {
        Some(entry) => {
            let subject = super::subject_of(&told_by_person(app, worker, case)?.identities);
            rows(&subject, entry, &compare(&subject, entry))
        }
        None => Vec::new(),
    };
    let proposal = state.proposal.as_ref();
    let first = proposal.and_then(|open| match open.act {
        decision::Act::ClearHit { hit: of, ruling } if of == hit => Some((open.first, ruling)),
        _ => None,
    });
    let other_proposal = proposal.is_some() && first.is_none();
    Ok(HitSheet {
        case,
        version,
        hit,
        state: known,
        first,
        other_proposal,
        rows,
        entry,
        imported_at,
        evidence,
        before,
    })
}

/// The same entry of the same list, whatever edition.
fn is_of_entry(other: &HitState, known: &HitState) -> bool {
    let id = |hit: &HitState| hit.scored.as_ref().map(|scored| scored.entry.clone());
    other.list.list == known.list.list
        && (other.entry == known.entry || (id(other).is_some() && id(other) == id(known)))
}

/// The entry of a hit, word for word as it was when the hit was raised, and when its edition was imported.
fn entry_of(app: &App, hit: &HitState) -> Result<(Option<Entry>, Option<Timestamp>), Failure> {
    let office = app.load_office()?;
    let Some(list) = office.lists.get(&hit.list.list) else { return Ok((None, None)) };
    for edition in list.imported.iter().filter(|edition| edition.edition == hit.list.edition) {
        let named = |entry: &Entry| hit.scored.as_ref().is_none_or(|scored| scored.entry == entry.id);
        let entries = entries_of(app, edition.content)?;
        let found = entries.into_iter().find(|entry| named(entry) && entry.digest() == hit.entry);
        if found.is_some() {
            let step = list.steps.iter().find(|step| step.content == edition.content);
            return Ok((found, step.map(|step| step.at)));
        }
    }
    Ok((None, None))
}

fn rows(subject: &Subject, entry: &Entry, comparison: &Comparison) -> Vec<FieldRow> {
    let texts = |all: &[String]| all.to_vec();
    let documents = |all: &[muster_watchlist::ListedDocument]| {
        all.iter()
            .map(|document| {
                [&document.kind, &document.number, &document.country]
                    .into_iter()
                    .filter(|text| !text.is_empty())
                    .cloned()
                    .collect::<Vec<_>>()
                    .join(" ")
            })
            .collect()
    };
    let dates = |all: &[muster_watchlist::Born]| all.iter().map(ToString::to_string).collect();
    let sex = |sex: Option<muster_watchlist::Sex>| {
        sex.map(|sex| if sex == muster_watchlist::Sex::Female { "F" } else { "M" }.to_owned())
            .into_iter()
            .collect()
    };
    FIELDS
        .into_iter()
        .map(|field| {
            let parts: Vec<Part> =
                comparison.parts.iter().filter(|part| part.field == field).cloned().collect();
            let (asked, listed): (Vec<String>, Vec<String>) = match field {
                Field::Name => (
                    subject.names.iter().map(|name| name.text().to_owned()).collect(),
                    entry.names.iter().map(|name| name.text.clone()).collect(),
                ),
                Field::Born => (dates(&subject.born), dates(&entry.born)),
                Field::Birthplace => (texts(&subject.birthplaces), texts(&entry.birthplaces)),
                Field::Nationality => (texts(&subject.nationalities), texts(&entry.nationalities)),
                Field::Sex => (sex(subject.sex), sex(entry.sex)),
                Field::Father => (texts(&subject.fathers), texts(&entry.fathers)),
                Field::Document => (documents(&subject.documents), documents(&entry.documents)),
            };
            FieldRow { field, likeness: as_a_whole(&parts), asked, listed, parts }
        })
        .collect()
}

/// How a field compares, all its parts together: what is neither all the same nor all different is similar.
fn as_a_whole(parts: &[Part]) -> Likeness {
    // What says how the others go together is about no value of its own.
    let told: Vec<Likeness> = parts
        .iter()
        .filter(|part| !(part.asked.is_empty() && part.listed.is_empty()))
        .map(|part| part.likeness)
        .collect();
    let all = |likeness| told.iter().all(|known| *known == likeness);
    match told.as_slice() {
        [] => Likeness::Unknown,
        _ if all(Likeness::Unknown) => Likeness::Unknown,
        _ if all(Likeness::Same) => Likeness::Same,
        _ if !told.iter().any(|known| matches!(known, Likeness::Same | Likeness::Similar)) => {
            Likeness::Different
        }
        _ => Likeness::Similar,
    }
}

/// A ruling in the case's history.
struct Given {
    hit: HitId,
    ruling: Ruling,
    at: Timestamp,
    by: Actor,
    rationale: Sealed<PersonalText>,
}

/// A case with what was said of its hits.
struct History {
    case: Case,
    version: u64,
    raised: BTreeMap<HitId, Sealed<PersonalText>>,
    ruled: Vec<Given>,
}

impl History {
    fn read(app: &App, id: CaseId) -> Result<Self, Failure> {
        let mut case = Case::default();
        let (mut version, mut raised, mut ruled) = (0, BTreeMap::new(), Vec::new());
        for recorded in app.store.journal.history::<Event>(id.into())? {
            let (at, by) = (recorded.moment.at, recorded.moment.by);
            let mut given = |hit, ruling, rationale: &Sealed<PersonalText>| {
                ruled.push(Given { hit, ruling, at, by, rationale: rationale.clone() });
            };
            match &recorded.event {
                Event::HitRaised(event) => drop(raised.insert(event.hit, event.evidence.clone())),
                Event::HitDismissed(event) => given(event.hit, event.ruling, &event.rationale),
                Event::HitConfirmed(event) => given(event.hit, Ruling::TrueMatch, &event.rationale),
                Event::Countersigned(event) => {
                    if let Some(decision::Act::ClearHit { hit, ruling }) =
                        case.proposal.as_ref().map(|open| &open.act)
                    {
                        given(*hit, *ruling, &event.rationale);
                    }
                }
                _ => {}
            }
            recorded.event.evolve(&mut case, &recorded.moment);
            version = recorded.version;
        }
        Ok(Self { case, version, raised, ruled })
    }
}

impl HitSheet {
    /// Whether two people must clear it.
    #[must_use]
    pub fn takes_two(&self) -> bool {
        self.state.strength == Strength::Strong
    }
}
