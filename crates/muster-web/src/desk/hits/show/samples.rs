//! A hit in every state, for samples.

use super::{super::address, HitPage, Typed};
use crate::samples::Gallery;
use muster_app::{
    screening::{FieldRow, HitSheet},
    watchlist::{Entry, Field, Likeness, Part},
};
use muster_case::screening::{EntryChange, Ruling};
use muster_vocab::{CaseId, HitId, HumanId, Role};

/// A hit as it may be, for samples.
fn sample(strong: bool) -> HitSheet {
    use muster_app::{
        case::screening::{HitState, ListRef, Scored, Strength},
        watchlist::{Alias, AliasStrength, MilliBits},
    };
    let part = |field, likeness, asked: &str, listed: &str, bits| Part {
        field,
        rule: "token.same",
        likeness,
        asked: asked.into(),
        listed: listed.into(),
        bits: MilliBits(bits),
    };
    let row = |field, likeness, asked: &[&str], listed: &[&str], parts| FieldRow {
        field,
        likeness,
        asked: asked.iter().map(|text| (*text).to_owned()).collect(),
        listed: listed.iter().map(|text| (*text).to_owned()).collect(),
        parts,
    };
    let list = ListRef { list: "us_ofac_sdn".into(), edition: "2022-02-15".into() };
    let names = vec![Alias { text: "MOROZOV, Alexey".into(), strength: AliasStrength::Primary }];
    HitSheet {
        case: CaseId::from(7),
        version: 12,
        hit: HitId::from(9),
        state: HitState {
            list: list.clone(),
            entry: muster_vocab::Digest::ZERO,
            strength: if strong { Strength::Strong } else { Strength::Ordinary },
            scored: Some(Scored { entry: "17808".into(), millibits: 23_270, engine: "1".into() }),
            raised_at: super::super::super::SAMPLE_TIME,
            ruling: None,
            noted: Some((ListRef { edition: "2022-03-01".into(), ..list.clone() }, EntryChange::Changed)),
        },
        first: None,
        other_proposal: false,
        rows: vec![
            row(
                Field::Name,
                Likeness::Similar,
                &["Morozov, Aleksei"],
                &["MOROZOV, Alexey"],
                vec![part(Field::Name, Likeness::Similar, "Aleksei", "Alexey", 9_120)],
            ),
            row(Field::Born, Likeness::Different, &["1988-05-04"], &["1971"], Vec::new()),
            row(Field::Nationality, Likeness::Same, &["RU"], &["Russia"], Vec::new()),
            row(Field::Document, Likeness::Unknown, &["Passport 123456789 US"], &[], Vec::new()),
        ],
        entry: Some(Entry {
            id: "17808".into(),
            names,
            programmes: vec!["UKRAINE-EO13661".into()],
            remarks: Some("Deputy head of a directorate.".into()),
            ..Entry::default()
        }),
        imported_at: Some(super::super::super::SAMPLE_TIME),
        evidence: Some("List us_ofac_sdn, edition 2022-02-15, entry 17808.".into()),
        before: vec![muster_app::screening::Before {
            list,
            ruling: Ruling::FalseMatch,
            at: super::super::super::SAMPLE_TIME,
            by: muster_vocab::Actor::Staff {
                staff: muster_vocab::StaffId::from(3),
                human: HumanId::from(4),
                role: Role::Adjudicator,
            },
            same_content: false,
            rationale: Some("Born seventeen years earlier.".into()),
        }],
    }
}

pub(in crate::desk::hits) fn samples(gallery: &mut Gallery<'_>) {
    let reasons = &gallery.programme.hit_reasons;
    let page = |sheet: &HitSheet, may: Option<u128>, typed: Typed| {
        let layout = gallery.desk(&address(sheet.case, sheet.hit));
        HitPage::new(layout, "MU-7Q4K-22XY".into(), sheet, reasons, may.map(HumanId::from), None, typed)
    };
    let signed = |mut sheet: HitSheet| {
        sheet.first = Some((HumanId::from(5), Ruling::FalseMatch));
        sheet
    };
    let faulty = Typed { no_answer: true, no_words: true, own: "x".into(), ..Typed::default() };
    let refused = Typed { refused: Some("–".into()), ..Typed::default() };
    let differs =
        Typed { answer: "cannot-tell/little".into(), differs: Some(Ruling::FalseMatch), ..Typed::default() };
    let mut ruled = sample(false);
    ruled.state.ruling = Some(Ruling::FalseMatch);
    let mut other = sample(true);
    other.other_proposal = true;
    let pages = [
        ("ordinary", page(&sample(false), Some(4), Typed::default())),
        ("strong", page(&sample(true), Some(4), Typed::default())),
        ("second", page(&signed(sample(true)), Some(4), Typed::default())),
        ("differs", page(&signed(sample(true)), Some(4), differs)),
        ("mine", page(&signed(sample(true)), Some(5), Typed::default())),
        ("other-proposal", page(&other, Some(4), Typed::default())),
        ("ruled", page(&ruled, Some(4), Typed::default())),
        ("faulty", page(&sample(false), Some(4), faulty)),
        ("refused", page(&sample(false), Some(4), refused)),
        ("read", page(&sample(false), None, Typed::default())),
    ];
    for (state, page) in pages {
        gallery.add("desk-hit", state, &page);
    }
}
