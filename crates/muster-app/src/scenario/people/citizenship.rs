//! Citizenship, residence, and whose names go with it.

use super::cultures::Culture;
use crate::scenario::chance::choose;
use muster_vocab::{Country, Dice};

/// What one person holds and where the person lives.
#[derive(Clone)]
pub(crate) struct Citizenship {
    pub(crate) nationalities: Vec<&'static str>,
    pub(crate) residence: &'static str,
    pub(crate) culture: Culture,
}

/// Citizenships of those who write to the mission in Washington.
pub(crate) const FIRST: [(&str, f64); 18] = [
    ("US", 88.5),
    ("CA", 1.2),
    ("MX", 1.2),
    ("UA", 1.2),
    ("GB", 1.0),
    ("IN", 0.9),
    ("CO", 0.9),
    ("BR", 0.8),
    ("AF", 0.7),
    ("GE", 0.5),
    ("PL", 0.4),
    ("KR", 0.4),
    ("NG", 0.4),
    ("PH", 0.4),
    ("DE", 0.3),
    ("RU", 0.3),
    ("BY", 0.2),
    (OTHER, 0.7),
];
const OTHER: &str = "--";
const OTHERS: [(&str, f64); 14] = [
    ("IT", 3.0),
    ("FR", 3.0),
    ("JP", 2.0),
    ("VN", 2.0),
    ("SE", 1.0),
    ("FI", 1.0),
    ("CZ", 1.0),
    ("RO", 1.0),
    ("LT", 1.0),
    ("LV", 1.0),
    ("GR", 1.0),
    ("TR", 1.0),
    ("IL", 1.0),
    ("ZA", 1.0),
];
const SECOND: [(&str, f64); 14] = [
    ("IE", 14.0),
    ("CA", 14.0),
    ("GB", 14.0),
    ("MX", 13.0),
    ("IT", 10.0),
    ("PL", 8.0),
    ("DE", 7.0),
    ("IL", 5.0),
    ("PH", 4.0),
    ("CO", 4.0),
    ("FR", 3.0),
    ("UA", 2.0),
    ("GE", 1.0),
    ("RU", 1.0),
];
const ABROAD: [(&str, f64); 10] = [
    ("GB", 2.0),
    ("DE", 2.0),
    ("MX", 2.0),
    ("CA", 2.0),
    ("PL", 1.5),
    ("TH", 1.0),
    ("JP", 1.0),
    ("FR", 1.0),
    ("CR", 0.5),
    ("AU", 1.0),
];

/// Names that citizens of the United States bear.
const AMERICAN: [(Culture, f64); 10] = [
    (Culture::English, 70.0),
    (Culture::Spanish, 13.0),
    (Culture::German, 5.0),
    (Culture::Polish, 3.0),
    (Culture::Other, 3.5),
    (Culture::Korean, 1.0),
    (Culture::Filipino, 1.0),
    (Culture::Indian, 1.0),
    (Culture::Ukrainian, 1.5),
    (Culture::Russian, 1.0),
];

/// Draws all three. The order of the draws is fixed.
pub(crate) fn draw(dice: &mut impl Dice) -> Citizenship {
    let drawn = choose(dice, &FIRST);
    let other = choose(dice, &OTHERS);
    let first = if drawn == OTHER { other } else { drawn };
    let american = choose(dice, &AMERICAN);
    let dual = dice.chance(0.06);
    let heritage = choose(dice, &SECOND);
    let naturalised = dice.chance(0.5);
    let moved = dice.chance(if first == "US" { 0.024 } else { 0.25 });
    let abroad = choose(dice, &ABROAD);

    let second = if first != "US" && naturalised { "US" } else { heritage };
    let mut nationalities = vec![first];
    if dual && second != first {
        nationalities.push(second);
    } else if dual {
        nationalities.push("IE");
    }
    let residence = match (moved, first) {
        (false, _) => first,
        (true, "US") => abroad,
        (true, _) => "US",
    };
    let culture = if first == "US" && nationalities.get(1) == Some(&"UA") {
        Culture::Ukrainian
    } else {
        culture_of(first, american)
    };
    Citizenship { nationalities, residence, culture }
}

/// The culture whose names a country's people bear; `american` for the United States.
pub(crate) fn culture_of(country: &str, american: Culture) -> Culture {
    match country {
        "US" => american,
        "CA" | "GB" | "IE" | "AU" | "ZA" => Culture::English,
        "MX" | "CO" => Culture::Spanish,
        "BR" => Culture::Brazilian,
        "UA" => Culture::Ukrainian,
        "RU" | "BY" => Culture::Russian,
        "IN" => Culture::Indian,
        "AF" => Culture::Afghan,
        "GE" => Culture::Georgian,
        "PL" => Culture::Polish,
        "KR" => Culture::Korean,
        "NG" => Culture::Nigerian,
        "PH" => Culture::Filipino,
        "DE" => Culture::German,
        _ => Culture::Other,
    }
}

/// The country of a code in these tables.
pub(crate) fn country(code: &str) -> Country {
    code.parse().expect("the tables hold codes of two letters")
}
