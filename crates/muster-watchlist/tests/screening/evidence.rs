//! What a comparison rests on.

use crate::people::{compiled, entries, listed, passport, subject};
use muster_watchlist::{
    Born, Comparison, Entry, Field, GivenName, Likeness, Sex, Subject, Verdict, compare, ofac_parity,
};
use proptest::prelude::*;

const RARE: &str = "Oleg Papermanovsky";

fn bits(comparison: &Comparison, field: Field) -> i32 {
    comparison.parts.iter().filter(|part| part.field == field).map(|part| part.bits.0).sum()
}

fn rule(comparison: &Comparison, field: Field) -> &'static str {
    comparison.parts.iter().find(|part| part.field == field).map_or("none", |part| part.rule)
}

proptest! {
    #[test]
    fn the_parts_sum_to_the_score(list in entries(3), subject in subject()) {
        for entry in &list {
            let found = compare(&subject, entry);
            prop_assert_eq!(found.parts.iter().map(|part| part.bits.0).sum::<i32>(), found.score.0);
        }
    }

    #[test]
    fn nothing_is_scored_from_a_field_one_side_lacks(list in entries(3), subject in subject()) {
        for entry in &list {
            let fields = [
                (Field::Born, subject.born.is_empty(), entry.born.is_empty()),
                (Field::Birthplace, subject.birthplaces.is_empty(), entry.birthplaces.is_empty()),
                (Field::Nationality, subject.nationalities.is_empty(), entry.nationalities.is_empty()),
                (Field::Sex, subject.sex.is_none(), entry.sex.is_none()),
                (Field::Father, subject.fathers.is_empty(), entry.fathers.is_empty()),
                (Field::Document, subject.documents.is_empty(), entry.documents.is_empty()),
            ];
            let found = compare(&subject, entry);
            for (field, asked, listed) in fields {
                let parts = || found.parts.iter().filter(|part| part.field == field);
                if asked || listed {
                    prop_assert!(parts().all(|part| part.bits.0 == 0 && part.likeness == Likeness::Unknown));
                }
                prop_assert!(!(asked && listed) || parts().next().is_none(), "nobody has it, nothing is told");
            }
        }
    }

    #[test]
    fn probability_follows_the_score(list in entries(2), subject in subject()) {
        let [a, b] = [0, 1].map(|at| compare(&subject, &list[at]));
        prop_assert!((a.score <= b.score) <= (a.probability <= b.probability));
        prop_assert!(a.probability.value() > 0.0 && a.probability.value() < 1.0);
    }
}

#[test]
fn a_documents_number_alerts_alone() {
    // Given somebody with another name, born in another year, who has the listed passport.
    let entry =
        Entry { documents: vec![passport("MP 000-0001")], born: vec![Born::year(1950)], ..listed(RARE) };
    let subject = Subject {
        documents: vec![passport("mp0000001")],
        born: vec![Born::day(1999, 1, 2)],
        ..Subject::named("Anna Kartonenko")
    };
    // When compared and screened, then two people must clear it.
    let found = compare(&subject, &entry);
    assert_eq!((found.verdict, rule(&found, Field::Document)), (Verdict::Strong, "document.same_number"));
    assert_eq!(compiled(&[entry]).screen(&subject).hits.len(), 1);
}

#[test]
fn one_character_of_a_document_is_similar_and_alerts_nobody_alone() {
    let entry = Entry { documents: vec![passport("MP0000001")], ..listed(RARE) };
    let subject = Subject { documents: vec![passport("MP0000007")], ..Subject::named("Anna Kartonenko") };
    let found = compare(&subject, &entry);
    assert_eq!((found.verdict, rule(&found, Field::Document)), (Verdict::Clear, "document.one_character"));
    assert!(bits(&found, Field::Document) > 0);
}

#[test]
fn remarks_where_a_number_should_be_are_no_documents() {
    for remark in ["unknown", "1234", "n/a"] {
        let entry = Entry { documents: vec![passport(remark)], ..listed(RARE) };
        let subject = Subject { documents: vec![passport(remark)], ..Subject::named("Anna Kartonenko") };
        assert_eq!(rule(&compare(&subject, &entry), Field::Document), "none", "{remark}");
    }
}

#[test]
fn a_date_conflict_lowers_a_rare_name_and_does_not_silence_it() {
    let entry = Entry { born: vec![Born::day(1960, 6, 29)], ..listed(RARE) };
    let named = compare(&Subject::named(RARE), &entry);
    let subject = Subject { born: vec![Born::day(1964, 2, 11)], ..Subject::named(RARE) };
    let dated = compare(&subject, &entry);
    assert!(bits(&dated, Field::Born) < 0 && dated.score < named.score);
    assert!(dated.verdict.is_hit(), "{:?} at {}", dated.verdict, dated.score.0);
}

#[test]
fn a_date_conflict_clears_a_common_name() {
    let entry = Entry { born: vec![Born::day(1960, 6, 29)], ..listed("Maria Garcia") };
    let subject = Subject { born: vec![Born::day(1991, 2, 11)], ..Subject::named("Maria Garcia") };
    assert_eq!(compare(&subject, &entry).verdict, Verdict::Clear);
}

#[test]
fn a_nationality_adds_nothing_without_the_entrys() {
    let bare = compare(&Subject::named(RARE), &listed(RARE));
    for nation in ["Russian", "IR", "Belarus", "Ukraine", "nowhere"] {
        let subject = Subject { nationalities: vec![nation.to_owned()], ..Subject::named(RARE) };
        let found = compare(&subject, &listed(RARE));
        assert_eq!((found.score, bits(&found, Field::Nationality)), (bare.score, 0), "{nation}");
    }
}

#[test]
fn a_nationality_weighs_the_same_whichever_it_is() {
    let of = |asked: &str, known: &str| {
        let entry = Entry { nationalities: vec![known.to_owned()], ..listed(RARE) };
        let subject = Subject { nationalities: vec![asked.to_owned()], ..Subject::named(RARE) };
        bits(&compare(&subject, &entry), Field::Nationality)
    };
    let same = ["Iraq", "Germany", "Belarus", "USA"].map(|nation| of(nation, nation));
    assert!(same.iter().all(|bits| *bits == same[0] && *bits > 0), "{same:?}");
    let other = [of("Iraq", "Germany"), of("Germany", "Iraq"), of("Belarus", "USA")];
    assert!(other.iter().all(|bits| *bits == other[0] && *bits < 0), "{other:?}");
    assert!(of("Ukraine", "Soviet Union") > 0, "a successor state");
}

#[test]
fn a_sex_weighs_the_same_whichever_it_is() {
    let of = |asked, known| {
        let subject = Subject { sex: Some(asked), ..Subject::named(RARE) };
        bits(&compare(&subject, &Entry { sex: Some(known), ..listed(RARE) }), Field::Sex)
    };
    assert_eq!(of(Sex::Female, Sex::Female), of(Sex::Male, Sex::Male));
    assert_eq!(of(Sex::Female, Sex::Male), of(Sex::Male, Sex::Female));
}

#[test]
fn fields_without_a_name_alert_nobody() {
    // Given somebody of whom everything but the name and the document agrees.
    let entry = Entry {
        born: vec![Born::day(1960, 6, 29)],
        birthplaces: vec!["Lowtown".to_owned()],
        nationalities: vec!["Belarus".to_owned()],
        sex: Some(Sex::Male),
        fathers: vec!["Kartonenko".to_owned()],
        ..listed(RARE)
    };
    let subject = Subject {
        names: vec![GivenName::Plain("Anna Kartonenko".to_owned())],
        born: entry.born.clone(),
        birthplaces: entry.birthplaces.clone(),
        nationalities: entry.nationalities.clone(),
        sex: entry.sex,
        fathers: entry.fathers.clone(),
        documents: Vec::new(),
    };
    assert_eq!(compare(&subject, &entry).verdict, Verdict::Clear);
}

#[test]
fn a_name_in_an_uncompared_script_goes_to_a_person() {
    let subject = Subject::named("สมชาย กระดาษ");
    assert_eq!(compare(&subject, &listed(RARE)).verdict, Verdict::NotComparable);
    let screening = compiled(&[listed(RARE)]).screen(&subject);
    assert!(screening.hits.is_empty());
    assert_eq!(
        screening.not_comparable.iter().map(|told| told.script.as_str()).collect::<Vec<_>>(),
        ["Thai"]
    );
}

#[test]
fn two_names_in_an_uncompared_script_are_no_clear_either() {
    let names = ["สมชาย กระดาษ", "สมหญิง ดินสอ"].map(|name| GivenName::Plain(name.to_owned())).to_vec();
    let subject = Subject { names, ..Subject::default() };
    assert_eq!(compare(&subject, &listed(RARE)).verdict, Verdict::NotComparable);
}

#[test]
fn another_name_of_the_same_person_is_compared_all_the_same() {
    let names = ["สมชาย กระดาษ", RARE].map(|name| GivenName::Plain(name.to_owned())).to_vec();
    let screening = compiled(&[listed(RARE)]).screen(&Subject { names, ..Subject::default() });
    assert_eq!((screening.hits.len(), screening.not_comparable.len()), (1, 1));
}

#[test]
fn the_score_of_ofacs_own_search_is_beside_it() {
    assert_eq!(ofac_parity("Oleg Papermanovsky", "PAPERMANOVSKY, Oleg"), 100);
    assert!(ofac_parity("Anna Kartonenko", "PAPERMANOVSKY, Oleg") < 80);
}
