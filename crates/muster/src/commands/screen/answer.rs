//! What a screening came to: as JSON, and in words.

use super::Fields;
use crate::frame::{Paint, Table};
use muster_app::watchlist::{
    AliasStrength, Comparison, Field, Hit, Likeness, NotComparable, Part, Probability, Screening, Verdict,
};
use serde::Serialize;
use std::fmt::Write as _;

/// The answer for one row of many, as JSON. The names of the fields are stable.
#[derive(Serialize)]
pub(super) struct RowTold<'a> {
    row: u64,
    #[serde(flatten)]
    told: Told<'a>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    unread: &'a [&'static str],
}

/// The answer for one person, as JSON.
#[derive(Serialize)]
pub(super) struct Told<'a> {
    alerts: Vec<Alert<'a>>,
    not_comparable: &'a [NotComparable],
}

#[derive(Serialize)]
struct Alert<'a> {
    list: &'a str,
    entry: &'a str,
    name: &'a str,
    score_bits: f64,
    probability: Probability,
    verdict: Verdict,
    dated: &'a str,
    alias: AliasStrength,
    entry_digest: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    parts: Option<Vec<super::PartTold<'a>>>,
}

impl<'a> Told<'a> {
    pub(super) fn of(screening: &'a Screening, fields: &Fields) -> Self {
        let alert = |hit: &'a Hit| Alert {
            list: &hit.list,
            entry: &hit.entry,
            name: &hit.alias,
            score_bits: hit.comparison.score.bits(),
            probability: hit.comparison.probability,
            verdict: hit.comparison.verdict,
            dated: &hit.dated,
            alias: hit.alias_strength,
            entry_digest: hit.entry_digest.to_string(),
            parts: fields.parts(&hit.comparison),
        };
        Self { alerts: screening.hits.iter().map(alert).collect(), not_comparable: &screening.not_comparable }
    }
}

impl<'a> RowTold<'a> {
    pub(super) fn of(
        row: u64,
        screening: &'a Screening,
        unread: &'a [&'static str],
        fields: &Fields,
    ) -> Self {
        Self { row, told: Told::of(screening, fields), unread }
    }
}

/// The answer for one person, in words.
pub(super) fn text(screening: &Screening, evidence: bool, paint: Paint) -> String {
    let mut text = match screening.hits.len() {
        0 if screening.not_comparable.is_empty() => {
            return paint.good("Nobody on these lists is like this person.");
        }
        0 => String::new(),
        1 => format!("{}\n", paint.head("One entry may be this person. A person rules.")),
        many => format!("{}\n", paint.head(&format!("{many} entries may be this person. A person rules."))),
    };
    for hit in &screening.hits {
        write_hit(&mut text, hit, evidence, paint);
    }
    for name in &screening.not_comparable {
        let why = format!(
            "A name in {} script could not be compared: {}. A person must look.",
            name.script, name.why
        );
        let _infallible = writeln!(text, "{}", paint.warn(&why));
    }
    text
}

fn write_hit(text: &mut String, hit: &Hit, evidence: bool, paint: Paint) {
    let Comparison { score, probability, verdict, .. } = &hit.comparison;
    let _infallible = writeln!(
        text,
        "\n{}  {} ({})\n  {}, edition of {}, entry {}\n  {:.1} bits, probability {}{}",
        verdict_word(*verdict, paint),
        paint.head(&hit.alias),
        alias_words(hit.alias_strength),
        hit.list,
        if hit.dated.is_empty() { "an unknown day" } else { &hit.dated },
        hit.entry,
        score.bits(),
        percent(*probability),
        if *verdict == Verdict::Strong { "; two people must clear it" } else { "" },
    );
    if evidence {
        text.push_str(&parts(&hit.comparison, paint));
    }
}

/// The parts of the evidence, under each other, with their sum.
pub(super) fn parts(comparison: &Comparison, paint: Paint) -> String {
    let mut table = Table::new(["", "Asked", "Listed", "", ">Bits", "Rule"]);
    for Part { field, rule, likeness, asked, listed, bits } in &comparison.parts {
        let shown = |text: &str| if text.is_empty() { "–".to_owned() } else { text.to_owned() };
        let bits = format!("{:+.3}", bits.bits());
        let likeness = likeness_word(*likeness).to_owned();
        table.row([field_word(*field).into(), shown(asked), shown(listed), likeness, bits, (*rule).into()]);
    }
    let sum = format!("{:+.3}", comparison.score.bits());
    table.row(["sum".into(), String::new(), String::new(), String::new(), sum, String::new()]);
    table.text(paint).lines().fold(String::new(), |text, line| text + "    " + line + "\n")
}

/// One line for a row that has alerts, or that a person must look at.
pub(super) struct RowLine {
    pub(super) row: u64,
    pub(super) screening: Screening,
}

/// The rows that a person must look at, as a table: a line for each alert.
pub(super) fn rows(lines: &[RowLine], paint: Paint) -> String {
    let mut table = Table::new([">Row", "Verdict", ">Bits", ">Probability", "List", "Entry", "Listed as"]);
    for RowLine { row, screening } in lines {
        for hit in &screening.hits {
            table.row([
                row.to_string(),
                verdict_word(hit.comparison.verdict, paint),
                format!("{:.1}", hit.comparison.score.bits()),
                percent(hit.comparison.probability),
                hit.list.clone(),
                hit.entry.clone(),
                hit.alias.clone(),
            ]);
        }
        for name in &screening.not_comparable {
            let verdict = verdict_word(Verdict::NotComparable, paint);
            let why = format!("{} script: {}", name.script, name.why);
            table.row([
                row.to_string(),
                verdict,
                String::new(),
                String::new(),
                String::new(),
                String::new(),
                why,
            ]);
        }
    }
    table.text(paint)
}

/// In per cent; what is nearly certain is never called certain.
fn percent(probability: Probability) -> String {
    match probability.0 {
        999_001.. => "over 99.9 %".into(),
        0..1_000 => "under 0.1 %".into(),
        _ => format!("{:.1} %", probability.value() * 100.0),
    }
}

fn verdict_word(verdict: Verdict, paint: Paint) -> String {
    match verdict {
        Verdict::Clear => paint.good("clear"),
        Verdict::Alert => paint.warn("alert"),
        Verdict::Strong => paint.bad("strong alert"),
        Verdict::NotComparable => paint.warn("not comparable"),
    }
}

const fn alias_words(strength: AliasStrength) -> &'static str {
    match strength {
        AliasStrength::Primary => "the name it is listed under",
        AliasStrength::Strong => "another name",
        AliasStrength::Weak => "a weak alias",
        AliasStrength::Former => "a former name",
        AliasStrength::Original => "the name in its own script",
    }
}

const fn field_word(field: Field) -> &'static str {
    match field {
        Field::Name => "name",
        Field::Born => "born",
        Field::Birthplace => "birthplace",
        Field::Nationality => "nationality",
        Field::Sex => "sex",
        Field::Father => "father",
        Field::Document => "document",
    }
}

const fn likeness_word(likeness: Likeness) -> &'static str {
    match likeness {
        Likeness::Same => "same",
        Likeness::Similar => "similar",
        Likeness::Different => "different",
        Likeness::Unknown => "unknown",
    }
}
