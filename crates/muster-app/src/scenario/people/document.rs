//! Documents with numbers as their issuers write them.

use super::citizenship::{Citizenship, country};
use jiff::{ToSpan as _, civil::date};
use muster_vocab::{Dice, Document, DocumentKind, PartialDate};
use std::collections::HashSet;

const KINDS: [(DocumentKind, f64); 3] =
    [(DocumentKind::Passport, 0.80), (DocumentKind::IdentityCard, 0.06), (DocumentKind::Other, 0.14)];

/// A document of this person; its number is nobody else's.
pub(crate) fn draw(citizenship: &Citizenship, taken: &mut HashSet<String>, dice: &mut impl Dice) -> Document {
    let kind = *dice.weighted(&KINDS);
    let issuer = citizenship.nationalities[0];
    let expires = date(2022, 6, 1) + dice.between(-90, 3500).days();
    loop {
        let pattern = if kind == DocumentKind::Passport { passport(issuer, dice) } else { "L########" };
        let number = filled(pattern, dice);
        if taken.insert(format!("{issuer}{number}")) {
            let mut document = Document::new(kind, country(issuer), &number).expect("letters and digits");
            document.expires =
                PartialDate::new(expires.year(), Some(expires.month()), Some(expires.day())).ok();
            return document;
        }
    }
}

/// How an issuer numbers passports: `#` a digit, `L` a letter, `X` either of the German set, others as they stand.
fn passport(issuer: &str, dice: &mut impl Dice) -> &'static str {
    let newer = dice.chance(0.1);
    match issuer {
        "US" if newer => "A########",
        "US" | "GB" | "RU" => "#########",
        "CA" | "CO" | "BR" | "UA" | "FR" => "LL######",
        "MX" => "G########",
        "IN" => "L#######",
        "AF" => "P0#######",
        "GE" => "##LL#####",
        "PL" | "BY" | "IT" => "LL#######",
        "KR" => "M########",
        "NG" => "A########",
        "PH" => "P#######A",
        "DE" => "CXXXXXXX#",
        _ => "L########",
    }
}

fn filled(pattern: &str, dice: &mut impl Dice) -> String {
    pattern
        .chars()
        .map(|place| match place {
            '#' => char::from(b'0' + dice.below(10) as u8),
            'L' => char::from(b'A' + dice.below(26) as u8),
            'X' => char::from(*dice.pick(b"0123456789CFGHJKLMNPRTVWXYZ")),
            letter => letter,
        })
        .collect()
}
