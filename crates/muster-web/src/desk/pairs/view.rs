//! A pair in words: two sides, each field of both beside the other, and what a ruling would do.

use super::super::{moment, words};
use crate::{Layout, portal::country as country_name};
use muster_app::{
    duplicates::{FieldRow, Pair, SameMeans, Side},
    linkage::{Answer, Field, Likeness, MilliBits},
    programme::Portal,
};
use muster_case::identity::Basis;
use muster_vocab::Country;

/// Fields whose values are shown once a purpose is named.
const MASKED: [Field; 4] = [Field::Document, Field::Phone, Field::Email, Field::Address];

pub(super) struct SideView {
    pub(super) reference: String,
    /// Its case page, for an officer who sees its mission.
    pub(super) href: Option<String>,
    pub(super) stands: String,
    pub(super) sent: Option<String>,
    pub(super) holds: Option<String>,
}

/// A field of both sides.
pub(super) struct RowView {
    pub(super) field: &'static str,
    pub(super) likeness: &'static str,
    pub(super) class: &'static str,
    pub(super) how: Option<String>,
    pub(super) one: String,
    pub(super) two: String,
    /// Whether something is there that is not shown.
    pub(super) masked: bool,
}

/// What "the same person" would do.
pub(super) struct MergeView {
    pub(super) says: Vec<String>,
    pub(super) not: Option<String>,
}

pub(super) fn side(layout: &Layout, portal: &Portal, side: &Side, sees: bool) -> SideView {
    let mission = words::mission(layout, portal, &side.mission);
    let stage = words::stage(layout, side.stage.word());
    let holds: Vec<String> = side.holds.iter().map(|hold| words::hold(layout, hold.word())).collect();
    SideView {
        reference: side.reference.clone(),
        href: sees.then(|| layout.href(&format!("/desk/cases/{}/", side.case))),
        stands: layout.say_with(
            "desk-pair-stands",
            &[("mission", mission.as_str().into()), ("stage", stage.as_str().into())],
        ),
        sent: side
            .submitted_at
            .map(|at| layout.say_with("desk-pair-sent", &[("when", moment(at).as_str().into())])),
        holds: (!holds.is_empty())
            .then(|| layout.say_with("desk-pair-holds", &[("holds", holds.join(", ").as_str().into())])),
    }
}

/// That the person was refused before: where, and on which codes.
pub(in crate::desk) fn alert(layout: &Layout, portal: &Portal, side: &Side) -> Option<String> {
    if side.codes.is_empty() {
        return None;
    }
    let mission = words::mission(layout, portal, &side.mission);
    let codes: Vec<String> = side.codes.iter().map(|code| words::reason(layout, *code)).collect();
    Some(layout.say_with(
        "desk-pair-refused",
        &[
            ("reference", side.reference.as_str().into()),
            ("mission", mission.as_str().into()),
            ("codes", codes.join("; ").as_str().into()),
        ],
    ))
}

/// Thousandths of a bit, as they are read.
pub(super) fn bits(bits: MilliBits) -> String {
    format!("{:.1}", bits.bits())
}

/// Every field, what weighs most first.
pub(super) fn rows(layout: &Layout, pair: &Pair, revealed: bool) -> Vec<RowView> {
    let mut rows: Vec<&FieldRow> = pair.rows.iter().collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.part.map_or(0, |part| part.bits.0.abs())));
    rows.into_iter().map(|row| self::row(layout, row, revealed)).collect()
}

fn row(layout: &Layout, row: &FieldRow, revealed: bool) -> RowView {
    let masked = !revealed && MASKED.contains(&row.field);
    let value = |told: &[String]| match (told.is_empty(), masked) {
        (true, _) => layout.say("desk-pair-missing").to_owned(),
        (_, true) => layout.say("desk-cases-masked").to_owned(),
        _ => told.iter().map(|text| shown(layout, row.field, text)).collect::<Vec<_>>().join("; "),
    };
    let (likeness, class) = match row.likeness() {
        Some(Likeness::Same) => ("desk-hit-same", "same"),
        Some(Likeness::Similar) => ("desk-hit-similar", "similar"),
        Some(Likeness::Different) => ("desk-hit-different", "different"),
        None => ("desk-pair-missing", "unknown"),
    };
    let how = row.part.and_then(|part| {
        let bits = format!("{:+.1}", part.bits.bits());
        let rule = words::rule(layout, part.rule)?;
        Some(layout.say_with("desk-pair-how", &[("rule", rule.into()), ("bits", bits.as_str().into())]))
    });
    RowView {
        field: field(row.field),
        likeness,
        class,
        how,
        one: value(&row.one),
        two: value(&row.two),
        masked,
    }
}

/// A value as it is read: countries by their names.
fn shown(layout: &Layout, field: Field, text: &str) -> String {
    let country = match field {
        Field::Origin | Field::Residence => text.parse::<Country>().ok(),
        _ => None,
    };
    country.map_or_else(|| text.to_owned(), |country| country_name(layout, country))
}

const fn field(field: Field) -> &'static str {
    match field {
        Field::Given => "desk-pair-field-given",
        Field::Family => "desk-pair-field-family",
        Field::Middle => "desk-pair-field-middle",
        Field::Born => "desk-pair-field-born",
        Field::Document => "desk-pair-field-document",
        Field::Phone => "desk-pair-field-phone",
        Field::Email => "desk-pair-field-email",
        Field::Origin => "desk-pair-field-origin",
        Field::Address => "desk-pair-field-address",
        Field::Residence => "desk-pair-field-residence",
        Field::Sex => "desk-pair-field-sex",
    }
}

/// What a suspicion rests on.
pub(super) fn basis(layout: &Layout, basis: &[Basis]) -> String {
    let key = |basis: &Basis| match basis {
        Basis::Email => "desk-pair-basis-email",
        Basis::Phone => "desk-pair-basis-phone",
        Basis::Document => "desk-pair-basis-document",
        Basis::Likeness => "desk-pair-basis-likeness",
    };
    basis.iter().map(|basis| layout.say(key(basis))).collect::<Vec<_>>().join(", ")
}

/// What all evidence comes to.
pub(super) fn verdict(layout: &Layout, pair: &Pair) -> String {
    let score = &pair.comparison.score;
    let answer = match score.answer {
        Answer::Same => "desk-pair-answer-same",
        Answer::ToPerson => "desk-pair-answer-to-person",
        Answer::Different => "desk-pair-answer-different",
    };
    // Nothing is certain: a probability is never shown as nought or as a hundred.
    let percent = (score.probability.0 / 10_000).clamp(1, 99);
    layout.say_with(
        "desk-pair-score",
        &[
            ("bits", bits(score.bits).as_str().into()),
            ("percent", u64::from(percent).into()),
            ("answer", layout.say(answer).into()),
        ],
    )
}

/// What "the same person" would do.
pub(super) fn merge(layout: &Layout, pair: &Pair) -> MergeView {
    let (case, other) = (pair.case.reference.as_str(), pair.other.reference.as_str());
    let say = |key: &str| layout.say(key).to_owned();
    match &pair.same_means {
        SameMeans::MergesInto(_) => MergeView {
            says: vec![
                layout.say_with("desk-pair-merge-rests", &[("case", case.into()), ("other", other.into())]),
                say("desk-pair-merge-moves"),
                say("desk-pair-merge-stays"),
                say("desk-pair-merge-letters"),
                say("desk-pair-merge-undo"),
            ],
            not: None,
        },
        SameMeans::GoesOnBeside(_) => MergeView {
            says: vec![
                layout.say_with("desk-pair-beside", &[("case", case.into()), ("other", other.into())]),
                say("desk-pair-beside-stays"),
            ],
            not: None,
        },
        SameMeans::Not(refusal) => MergeView {
            says: Vec::new(),
            not: Some(layout.say_with(
                "desk-pair-merge-not",
                &[("why", words::refusal(layout, refusal).as_str().into())],
            )),
        },
    }
}
