//! Evidence in words, for the person who rules.

use muster_watchlist::{AliasStrength, Comparison, ENGINE, Field, Hit, Likeness, Part, Verdict};
use std::fmt::Write as _;

/// A hit in sentences: which edition and entry, under which of its names, and each part of the evidence with its rule
/// and bits. The same hit gives the same text.
#[must_use]
pub fn in_words(hit: &Hit) -> String {
    let Hit { list, dated, entry, alias, alias_strength, comparison, .. } = hit;
    let mut text = format!(
        "List {list}, edition {dated}, entry {entry}, under {} “{alias}”.\n{}\n",
        of_kind(*alias_strength),
        verdict(comparison)
    );
    for part in &comparison.parts {
        let _infallible = writeln!(text, "{}", sentence(part));
    }
    let _infallible = write!(text, "Together {} bits. Engine: {ENGINE}.", bits(comparison.score.bits()));
    text
}

const fn of_kind(strength: AliasStrength) -> &'static str {
    match strength {
        AliasStrength::Primary => "its own name",
        AliasStrength::Strong => "another name",
        AliasStrength::Weak => "a weak alias",
        AliasStrength::Former => "a former name",
        AliasStrength::Original => "the name in its own script",
    }
}

fn verdict(comparison: &Comparison) -> String {
    let percent = comparison.probability.value() * 100.0;
    match comparison.verdict {
        Verdict::Strong => {
            format!("Probably the same person ({percent:.1} %): two people must clear it.")
        }
        Verdict::Alert => format!("May be the same person ({percent:.1} %): one adjudicator rules."),
        Verdict::Clear => format!("Probably another person ({percent:.1} %)."),
        Verdict::NotComparable => "The names cannot be compared by a machine.".to_owned(),
    }
}

fn sentence(part: &Part) -> String {
    let field = match part.field {
        Field::Name => "Name",
        Field::Born => "Date of birth",
        Field::Birthplace => "Place of birth",
        Field::Nationality => "Nationality",
        Field::Sex => "Sex",
        Field::Father => "Father's name",
        Field::Document => "Document",
    };
    let compared = match (part.likeness, part.asked.is_empty(), part.listed.is_empty()) {
        // Not of two values, but of how the others go together.
        (Likeness::Same | Likeness::Similar | Likeness::Different, true, true) => "as a whole".to_owned(),
        (Likeness::Unknown, false, _) if part.field == Field::Name => {
            format!("only the applicant's has {}", part.asked)
        }
        (Likeness::Unknown, true, false) if part.field == Field::Name => {
            format!("only the entry's has {}", part.listed)
        }
        (Likeness::Unknown, false, _) => format!("not known of the entry (the applicant: {})", part.asked),
        (Likeness::Unknown, true, false) => {
            format!("not known of the applicant (the entry: {})", part.listed)
        }
        (Likeness::Unknown, true, true) => "not known of either".to_owned(),
        (likeness, ..) => {
            format!(
                "{}; the applicant: {}; the entry: {}",
                word(likeness),
                said(&part.asked),
                said(&part.listed)
            )
        }
    };
    format!("{field}: {compared} ({} bits, {}).", bits(part.bits.bits()), part.rule)
}

fn said(value: &str) -> &str {
    if value.is_empty() { "nothing" } else { value }
}

const fn word(likeness: Likeness) -> &'static str {
    match likeness {
        Likeness::Same => "the same",
        Likeness::Similar => "similar",
        Likeness::Different => "different",
        Likeness::Unknown => "not known",
    }
}

fn bits(bits: f64) -> String {
    // No sign before nothing, and a real minus before what speaks against.
    if bits.abs() < 0.005 {
        "0".to_owned()
    } else if bits < 0.0 {
        format!("−{:.2}", -bits)
    } else {
        format!("+{bits:.2}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use muster_vocab::Digest;
    use muster_watchlist::{MilliBits, Probability};

    fn part(field: Field, rule: &'static str, likeness: Likeness, said: [&str; 2], bits: i32) -> Part {
        let [asked, listed] = said.map(str::to_owned);
        Part { field, rule, likeness, asked, listed, bits: MilliBits(bits) }
    }

    #[test]
    fn whoever_rules_reads_what_speaks_for_it_and_what_against() {
        let parts = vec![
            part(Field::Name, "token.romanisation", Likeness::Similar, ["Aleksei", "Alexey"], 9_120),
            part(Field::Name, "token.same", Likeness::Same, ["Morozov", "Morozov"], 8_400),
            part(Field::Name, "name.not_listed", Likeness::Unknown, ["Ivanovich", ""], -2_000),
            part(Field::Name, "name.whole", Likeness::Same, ["", ""], 2_000),
            part(
                Field::Born,
                "born.day_month_swapped",
                Likeness::Similar,
                ["1988-05-04", "1988-04-05"],
                7_000,
            ),
            part(Field::Nationality, "nationality.other", Likeness::Different, ["US", "Russia"], -1_250),
            part(Field::Father, "father.unknown", Likeness::Unknown, ["", ""], 0),
            part(Field::Document, "document.unknown", Likeness::Unknown, ["123456789", ""], 0),
        ];
        let score = parts.iter().map(|part| part.bits).sum();
        let (probability, verdict) = (Probability(912_300), Verdict::Strong);
        let hit = Hit {
            list: "us_ofac_sdn".into(),
            dated: "2022-02-15".into(),
            entry: "17808".into(),
            entry_digest: Digest::ZERO,
            alias: "MOROZOV, Alexey".into(),
            alias_strength: AliasStrength::Strong,
            comparison: Comparison { score, probability, verdict, parts },
        };
        insta::assert_snapshot!(in_words(&hit), @r"
        List us_ofac_sdn, edition 2022-02-15, entry 17808, under another name “MOROZOV, Alexey”.
        Probably the same person (91.2 %): two people must clear it.
        Name: similar; the applicant: Aleksei; the entry: Alexey (+9.12 bits, token.romanisation).
        Name: the same; the applicant: Morozov; the entry: Morozov (+8.40 bits, token.same).
        Name: only the applicant's has Ivanovich (−2.00 bits, name.not_listed).
        Name: as a whole (+2.00 bits, name.whole).
        Date of birth: similar; the applicant: 1988-05-04; the entry: 1988-04-05 (+7.00 bits, born.day_month_swapped).
        Nationality: different; the applicant: US; the entry: Russia (−1.25 bits, nationality.other).
        Father's name: not known of either (0 bits, father.unknown).
        Document: not known of the entry (the applicant: 123456789) (0 bits, document.unknown).
        Together +23.27 bits. Engine: muster-watchlist 1.
        ");
    }
}
