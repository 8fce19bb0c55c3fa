//! Everything but the name: date and place of birth, nationality, sex, father, documents.

use crate::{Born, Entry, Field, Likeness, MilliBits, Part, Subject};
use muster_names::Name;

/// The parts of all fields both or either side has, documents first.
pub(crate) fn fields(subject: &Subject, entry: &Entry) -> Vec<Part> {
    let mut parts = Vec::new();
    parts.extend(document(subject, entry));
    parts.extend(born(subject, entry));
    parts.extend(nationality(subject, entry));
    parts.extend(birthplace(subject, entry));
    parts.extend(sex(subject, entry));
    parts.extend(father(subject, entry));
    parts
}

fn part(
    field: Field,
    rule: &'static str,
    likeness: Likeness,
    asked: String,
    listed: String,
    bits: i32,
) -> Part {
    Part { field, rule, likeness, asked, listed, bits: MilliBits(bits) }
}

fn born(subject: &Subject, entry: &Entry) -> Option<Part> {
    let texts = |dates: &[Born]| dates.iter().map(ToString::to_string).collect::<Vec<_>>().join(" | ");
    if subject.born.is_empty() || entry.born.is_empty() {
        return unknown(Field::Born, "born.unknown", &texts(&subject.born), &texts(&entry.born));
    }
    let best = subject
        .born
        .iter()
        .flat_map(|a| entry.born.iter().map(move |l| (a, l, born_level(*a, *l))))
        .max_by_key(|(.., (_, _, bits))| *bits)?;
    let (a, l, (rule, likeness, bits)) = best;
    Some(part(Field::Born, rule, likeness, a.to_string(), l.to_string(), bits))
}

/// How two dates compare: rule, in a word, and bits.
pub(crate) fn born_level(a: Born, l: Born) -> (&'static str, Likeness, i32) {
    let whole = |date: Born| date.day > 0 && date.month > 0 && date.year == date.to_year;
    let gap = if a.to_year < l.year {
        l.year - a.to_year
    } else if l.to_year < a.year {
        a.year - l.to_year
    } else {
        0
    };
    if whole(a) && whole(l) && !a.about && !l.about {
        if (a.year, a.month, a.day) == (l.year, l.month, l.day) {
            // A day that offices write when they know the year only says less.
            return ("born.same_day", Likeness::Same, if (a.month, a.day) == (1, 1) { 6_000 } else { 9_000 });
        }
        if a.year == l.year && (a.month, a.day) == (l.day, l.month) {
            return ("born.day_month_swapped", Likeness::Similar, 6_000);
        }
        let digits = |date: Born| format!("{:04}{:02}{:02}", date.year, date.month, date.day);
        let (x, y) = (digits(a), digits(l));
        let wrong = x.bytes().zip(y.bytes()).filter(|(x, y)| x != y).count();
        if wrong == 1 {
            return ("born.one_digit", Likeness::Similar, if gap == 0 { 3_500 } else { 2_500 });
        }
        if gap == 0 {
            return ("born.same_year", Likeness::Similar, 500);
        }
        if (a.month, a.day) == (l.month, l.day) {
            return ("born.same_day_other_year", Likeness::Similar, 1_000);
        }
    }
    match gap {
        0 if a.year == a.to_year && l.year == l.to_year => {
            let month = a.month > 0 && l.month > 0;
            if month && a.month != l.month {
                ("born.same_year", Likeness::Similar, 500)
            } else if month {
                ("born.same_month", Likeness::Same, 6_500)
            } else {
                ("born.same_year", Likeness::Same, 3_500)
            }
        }
        0 => ("born.within_span", Likeness::Similar, 2_000),
        1 => ("born.one_year_off", Likeness::Similar, 0),
        2 => ("born.two_years_off", Likeness::Different, -2_000),
        3..=5 if a.about || l.about => ("born.about", Likeness::Similar, -1_000),
        3..=5 => ("born.years_off", Likeness::Different, -6_000),
        6..=10 => ("born.years_off", Likeness::Different, -8_000),
        _ => ("born.far_off", Likeness::Different, -10_000),
    }
}

fn unknown(field: Field, rule: &'static str, asked: &str, listed: &str) -> Option<Part> {
    (!asked.is_empty() || !listed.is_empty())
        .then(|| part(field, rule, Likeness::Unknown, asked.to_owned(), listed.to_owned(), 0))
}

fn nationality(subject: &Subject, entry: &Entry) -> Option<Part> {
    let (asked, listed) = (subject.nationalities.join(" | "), entry.nationalities.join(" | "));
    let codes =
        |names: &[String]| names.iter().filter_map(|name| crate::country::code(name)).collect::<Vec<_>>();
    let (a, l) = (codes(&subject.nationalities), codes(&entry.nationalities));
    if a.is_empty() || l.is_empty() {
        return unknown(Field::Nationality, "nationality.unknown", &asked, &listed);
    }
    Some(if a.iter().any(|code| l.contains(code)) {
        part(Field::Nationality, "nationality.same", Likeness::Same, asked, listed, 2_000)
    } else {
        part(Field::Nationality, "nationality.other", Likeness::Different, asked, listed, -2_500)
    })
}

fn sex(subject: &Subject, entry: &Entry) -> Option<Part> {
    let word = |sex: Option<crate::Sex>| match sex {
        Some(crate::Sex::Female) => "female".to_owned(),
        Some(crate::Sex::Male) => "male".to_owned(),
        None => String::new(),
    };
    let (a, l) = (word(subject.sex), word(entry.sex));
    match (subject.sex, entry.sex) {
        (Some(x), Some(y)) if x == y => Some(part(Field::Sex, "sex.same", Likeness::Same, a, l, 500)),
        (Some(_), Some(_)) => Some(part(Field::Sex, "sex.other", Likeness::Different, a, l, -4_000)),
        _ => unknown(Field::Sex, "sex.unknown", &a, &l),
    }
}

fn birthplace(subject: &Subject, entry: &Entry) -> Option<Part> {
    let (asked, listed) = (subject.birthplaces.join(" | "), entry.birthplaces.join(" | "));
    if asked.is_empty() || listed.is_empty() {
        return unknown(Field::Birthplace, "birthplace.unknown", &asked, &listed);
    }
    let words = |text: &str| {
        Name::read(text).words.into_iter().filter(|word| word.text.chars().count() >= 4).collect::<Vec<_>>()
    };
    let (a, l) = (words(&asked), words(&listed));
    let same = a
        .iter()
        .any(|a| l.iter().any(|l| a.text == l.text || a.spellings.iter().any(|s| l.spellings.contains(s))));
    Some(if same {
        part(Field::Birthplace, "birthplace.shares_a_word", Likeness::Similar, asked, listed, 2_500)
    } else {
        part(Field::Birthplace, "birthplace.other", Likeness::Different, asked, listed, -500)
    })
}

fn father(subject: &Subject, entry: &Entry) -> Option<Part> {
    let (asked, listed) = (subject.fathers.join(" | "), entry.fathers.join(" | "));
    if asked.is_empty() || listed.is_empty() {
        return unknown(Field::Father, "father.unknown", &asked, &listed);
    }
    let best = subject
        .fathers
        .iter()
        .flat_map(|a| entry.fathers.iter().map(move |l| (a, l)))
        .map(|(a, l)| crate::compare::names_alike(a, l))
        .max()?;
    Some(match best {
        6_000.. => {
            part(Field::Father, "father.same", Likeness::Same, asked, listed, best.min(12_000) * 7 / 10)
        }
        0..6_000 => part(Field::Father, "father.similar", Likeness::Similar, asked, listed, best / 2),
        _ => part(Field::Father, "father.other", Likeness::Different, asked, listed, -4_000),
    })
}

fn document(subject: &Subject, entry: &Entry) -> Option<Part> {
    let plain = |number: &str| {
        number.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect::<String>()
    };
    let mut similar = None;
    for a in &subject.documents {
        let x = plain(&a.number);
        if x.len() < 5 || !x.bytes().any(|b| b.is_ascii_digit()) {
            continue;
        }
        for l in &entry.documents {
            let y = plain(&l.number);
            if x == y {
                return Some(part(
                    Field::Document,
                    "document.same_number",
                    Likeness::Same,
                    a.number.clone(),
                    l.number.clone(),
                    25_000,
                ));
            }
            if x.len() >= 7 && muster_names::distance_within(x.as_bytes(), y.as_bytes(), 1) == Some(1) {
                similar = Some(part(
                    Field::Document,
                    "document.one_character",
                    Likeness::Similar,
                    a.number.clone(),
                    l.number.clone(),
                    8_000,
                ));
            }
        }
    }
    similar
}
