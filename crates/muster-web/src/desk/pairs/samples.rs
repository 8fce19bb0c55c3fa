//! The list, a pair and a case that rests in every state, for samples.

use super::{
    super::{SAMPLE_TIME, act::Acting, queue::sample_officer},
    Asked, PairsPage, address,
    show::{PairPage, Typed},
    unmerge::{Rests, UnmergePage},
    view,
};
use crate::{Layout, samples::Gallery};
use muster_app::{
    duplicates::{FieldRow, Pair, PairRow, SameMeans, Side},
    linkage::{self, Field, Likeness, MilliBits, Part, Record, Weights, WrittenName},
    programme::Portal,
};
use muster_case::{Hold, Missing, Refusal, Stage, identity::Basis};
use muster_vocab::{CaseId, ReasonCode, Role};

fn side(case: u128, reference: &str, mission: &str) -> Side {
    Side {
        case: CaseId::from(case),
        reference: reference.into(),
        mission: mission.into(),
        stage: Stage::Submitted,
        submitted_at: Some(SAMPLE_TIME),
        codes: Vec::new(),
        merged_into: None,
        holds: vec![Hold::Duplicate],
    }
}

fn record(given: &str, phone: &str) -> Record {
    Record {
        names: vec![WrittenName {
            given: given.into(),
            family: "Kovalenko".into(),
            ..WrittenName::default()
        }],
        born: "1988-06-29".parse().ok(),
        phones: vec![phone.into()],
        ..Record::default()
    }
}

fn field(
    field: Field,
    likeness: Option<Likeness>,
    rule: &'static str,
    bits: i32,
    both: [&str; 2],
) -> FieldRow {
    let told = |text: &str| if text.is_empty() { Vec::new() } else { vec![text.to_owned()] };
    let part = likeness.map(|_| Part { field: Some(field), rule, likeness, bits: MilliBits(bits) });
    FieldRow { field, one: told(both[0]), two: told(both[1]), part }
}

/// A pair as it may be.
fn pair(same_means: SameMeans) -> Pair {
    let (same, similar) = (Some(Likeness::Same), Some(Likeness::Similar));
    let different = Some(Likeness::Different);
    Pair {
        case: side(7, "MU-7Q4K-22XY", "us-washington"),
        other: side(8, "MU-9B2M-41RT", "gb-london"),
        comparison: linkage::compare(
            &Weights::shipped(),
            &record("Sofiia", "+380 44 246 81 35"),
            &record("Софія", "044 246 81 35"),
        ),
        rows: vec![
            field(Field::Given, similar, "given.sounds_same_usual", 5_210, ["Sofiia", "Софія"]),
            field(Field::Family, same, "family.same_common", 7_800, ["Kovalenko", "Kovalenko"]),
            field(Field::Born, similar, "born.day_month_swapped", 6_400, ["1988-06-09", "1988-09-06"]),
            field(Field::Document, None, "", 0, ["Passport FB123456 UA", ""]),
            field(Field::Phone, same, "phone.same", 9_100, ["+380442468135", "+380442468135"]),
            field(
                Field::Email,
                different,
                "email.differs",
                -1_300,
                ["sofiia@example.org", "s.k@example.net"],
            ),
        ],
        same_means,
        suspected: true,
        version: 9,
    }
}

/// That somebody was refused before.
pub(in crate::desk) fn alert(layout: &Layout, portal: &Portal) -> Vec<String> {
    let mut refused = side(8, "MU-9B2M-41RT", "gb-london");
    refused.codes = vec![ReasonCode::BelowStandard];
    view::alert(layout, portal, &refused).into_iter().collect()
}

pub(in crate::desk) fn samples(gallery: &mut Gallery<'_>) {
    lists(gallery);
    pages(gallery);
    let rests = Rests {
        case: CaseId::from(7),
        reference: "MU-7Q4K-22XY".into(),
        into: "MU-9B2M-41RT".into(),
        version: 9,
    };
    let page = |typed: Option<&str>| {
        let layout = gallery.desk("/desk/cases/00000000000000000000000000000007/unmerge");
        UnmergePage::new(layout, &rests, typed.map(|why| (why, Acting::fresh(9))))
    };
    let (first, faulty) = (page(None), page(Some(" ")));
    let refused = page(Some("They are twins.")).refused("–".to_owned());
    gallery.add("desk-unmerge", "first", &first);
    gallery.add("desk-unmerge", "faulty", &faulty);
    gallery.add("desk-unmerge", "refused", &refused);
}

fn lists(gallery: &mut Gallery<'_>) {
    let portal = &gallery.programme.portal;
    let row = |case: u128, bits, refused_there| PairRow {
        case: CaseId::from(case),
        reference: "MU-7Q4K-22XY".into(),
        other: CaseId::from(case + 1),
        other_reference: "MU-9B2M-41RT".into(),
        mission: "us-washington".into(),
        other_mission: if refused_there { "gb-london" } else { "us-washington" }.into(),
        stage: Stage::Submitted,
        other_stage: if refused_there { Stage::RefusedEarly } else { Stage::Submitted },
        basis: vec![Basis::Phone, Basis::Likeness],
        bits,
        since: SAMPLE_TIME,
        refused_there,
    };
    let page = |rows: &[PairRow], done: &str| {
        let of = CaseId::from(5).to_string();
        let asked = Asked { done: done.to_owned(), of, page: String::new() };
        PairsPage::new(gallery.desk("/desk/pairs/"), portal, rows, &asked)
    };
    let rows = [row(7, Some(MilliBits(23_270)), true), row(9, None, false)];
    let many: Vec<PairRow> = (0..120).map(|n| row(10 + n, Some(MilliBits(9_000)), false)).collect();
    let pages =
        [("waiting", page(&rows, "different")), ("merged", page(&[], "merged")), ("many", page(&many, ""))];
    for (state, page) in pages {
        gallery.add("desk-pairs", state, &page);
    }
}

fn pages(gallery: &mut Gallery<'_>) {
    let mut officer = sample_officer();
    officer.roles = [Role::Clerk].into();
    let mut reader = sample_officer();
    reader.roles = [Role::Screener].into();
    let merges = || SameMeans::MergesInto(CaseId::from(8));
    let closed = || {
        let mut pair = pair(SameMeans::GoesOnBeside(CaseId::from(8)));
        pair.other.stage = Stage::RefusedEarly;
        pair.other.codes = vec![ReasonCode::BelowStandard];
        pair
    };
    let page = |pair: &Pair, typed: Typed, officer| {
        let layout = gallery.desk(&address(pair.case.case, pair.other.case));
        PairPage::new(layout, &gallery.programme.portal, officer, pair, &typed)
    };
    let typed = Typed::default;
    let faulty = Typed { no_answer: true, no_words: true, own: "x".into(), ..typed() };
    let asked = Asked { done: "merged".into(), of: CaseId::from(5).to_string(), page: String::new() };
    let not = pair(SameMeans::Not(Refusal::Needs(Missing::Rationale)));
    let mut settled = pair(merges());
    settled.suspected = false;
    let pages = [
        ("masked", page(&pair(merges()), typed(), &officer)),
        ("revealed", page(&pair(merges()), Typed { revealed: true, ..typed() }, &officer)),
        ("refused-before", page(&closed(), Typed { asked, ..typed() }, &officer)),
        ("not-possible", page(&not, typed(), &officer)),
        ("faulty", page(&pair(merges()), faulty, &officer)),
        ("refused", page(&pair(merges()), Typed { refused: Some("–".into()), ..typed() }, &officer)),
        ("settled", page(&settled, typed(), &officer)),
        ("read", page(&pair(merges()), typed(), &reader)),
    ];
    for (state, page) in pages {
        gallery.add("desk-pair", state, &page);
    }
}
