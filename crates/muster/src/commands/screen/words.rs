//! What a screening came to, in words.

use crate::frame::{Paint, Table};
use muster_app::watchlist::{
    AliasStrength, Comparison, Field, Hit, Likeness, NotComparable, Part, Probability, Screening, Verdict,
};
use std::fmt::Write as _;

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
        let why = format!("A name could not be compared{}: {}. A person must look.", script(name), name.why);
        let _infallible = writeln!(text, "\n{}", paint.warn(&why));
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
        let bits = if bits.0 == 0 { "0".to_owned() } else { format!("{:+.3}", bits.bits()) };
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
            let why = format!("{}{}", name.why, script(name));
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

/// The script of a name, if it is one that has a word.
fn script(name: &NotComparable) -> String {
    match name.script.as_str() {
        "Other" | "none" => String::new(),
        script => format!(" ({script} script)"),
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

#[cfg(test)]
mod tests {
    use super::*;
    use muster_app::watchlist::MilliBits;
    use muster_vocab::Digest;

    const PLAIN: Paint = Paint { colour: false };

    fn found() -> Screening {
        let part = |field, rule, likeness, asked: &str, listed: &str, bits| Part {
            field,
            rule,
            likeness,
            asked: asked.into(),
            listed: listed.into(),
            bits: MilliBits(bits),
        };
        let parts = vec![
            part(Field::Name, "name.same", Likeness::Same, "Kovaltsov", "KOVALTSOV", 14_200),
            part(Field::Name, "name.romanised", Likeness::Similar, "Петро", "Petro", 9_050),
            part(Field::Born, "born.years_apart", Likeness::Different, "1971", "1960-06-29", -4_500),
            part(Field::Sex, "sex.unknown", Likeness::Unknown, "", "male", 0),
        ];
        let comparison = Comparison {
            score: parts.iter().map(|part| part.bits).sum(),
            probability: Probability(731_200),
            verdict: Verdict::Alert,
            parts,
        };
        let hit = Hit {
            list: "embassy".into(),
            dated: "2022-03-01".into(),
            entry: "E1".into(),
            entry_digest: Digest::ZERO,
            alias: "KOVALTSOV, Petro".into(),
            alias_strength: AliasStrength::Primary,
            comparison,
        };
        let unknown = NotComparable { script: "Thai".into(), why: "no table reads this script" };
        Screening { hits: vec![hit], not_comparable: vec![unknown] }
    }

    #[test]
    fn a_person_reads_which_entry_it_is_why_and_what_it_sums_to() {
        insta::assert_snapshot!(text(&found(), true, PLAIN), @r"
        One entry may be this person. A person rules.

        alert  KOVALTSOV, Petro (the name it is listed under)
          embassy, edition of 2022-03-01, entry E1
          18.8 bits, probability 73.1 %
                  Asked      Listed                    Bits  Rule
            name  Kovaltsov  KOVALTSOV   same       +14.200  name.same
            name  Петро      Petro       similar     +9.050  name.romanised
            born  1971       1960-06-29  different   -4.500  born.years_apart
            sex   –          male        unknown          0  sex.unknown
            sum                                     +18.750

        A name could not be compared (Thai script): no table reads this script. A person must look.
        ");
    }

    #[test]
    fn a_file_of_people_gives_a_line_for_each_alert() {
        let lines = [RowLine { row: 17, screening: found() }];
        insta::assert_snapshot!(rows(&lines, PLAIN), @r"
        Row  Verdict         Bits  Probability  List     Entry  Listed as
         17  alert           18.8       73.1 %  embassy  E1     KOVALTSOV, Petro
         17  not comparable                                     no table reads this script (Thai script)
        ");
    }

    #[test]
    fn what_is_nearly_certain_is_never_called_certain() {
        assert_eq!(percent(Probability(1_000_000)), "over 99.9 %");
        assert_eq!(percent(Probability(999_000)), "99.9 %");
        assert_eq!(percent(Probability(12)), "under 0.1 %");
    }
}
