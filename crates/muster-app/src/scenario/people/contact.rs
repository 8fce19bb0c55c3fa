//! Addresses and telephone numbers that nobody has in life.

use super::citizenship::Citizenship;
use crate::scenario::arrivals::Channel;
use muster_case::intake::Contact;
use muster_vocab::{Dice, EmailAddress, PersonName, PhoneNumber};
use std::collections::HashSet;

const DOMAINS: [(&str, f64); 3] = [("example.com", 0.6), ("example.org", 0.25), ("example.net", 0.15)];
const US_AREAS: [u16; 32] = [
    202, 205, 210, 212, 213, 214, 215, 216, 253, 303, 305, 312, 313, 315, 404, 407, 412, 503, 512, 571, 602,
    612, 615, 619, 702, 703, 713, 757, 801, 808, 910, 919,
];
const CA_AREAS: [u16; 6] = [204, 416, 514, 604, 613, 780];

/// Contact of a person who writes through `channel`: at least one of the two, both nobody else's.
pub(crate) fn draw(
    name: &PersonName,
    citizenship: &Citizenship,
    channel: Channel,
    taken: &mut HashSet<String>,
    dice: &mut impl Dice,
) -> Contact {
    let email = email(name, taken, dice);
    let phone = phone(citizenship.residence, taken, dice);
    let (no_email, no_phone) = (dice.chance(0.25), dice.chance(0.06));
    match channel {
        Channel::Phone | Channel::WalkIn => {
            Contact { email: (!no_email).then_some(email), phone: Some(phone) }
        }
        Channel::Web | Channel::Mail => Contact { email: Some(email), phone: (!no_phone).then_some(phone) },
    }
}

/// A new address for the same person.
pub(crate) fn email(name: &PersonName, taken: &mut HashSet<String>, dice: &mut impl Dice) -> EmailAddress {
    let domain = *dice.weighted(&DOMAINS);
    let plain = |part: &str| -> String {
        part.chars()
            .map(unmarked)
            .filter(char::is_ascii_alphanumeric)
            .map(|c| c.to_ascii_lowercase())
            .collect()
    };
    let (given, family) = (plain(&name.given), plain(&name.family));
    let initial = given.chars().next().map_or_else(String::new, String::from);
    let mut local = match dice.below(5) {
        0 => format!("{given}{family}"),
        1 => format!("{initial}{family}"),
        2 => format!("{given}{}", dice.between(1, 99)),
        3 => format!("{family}.{initial}{}", dice.between(60, 99)),
        _ => format!("{given}.{family}"),
    };
    local = local.trim_matches('.').to_owned();
    loop {
        let address = format!("{local}@{domain}");
        if !local.is_empty() && taken.insert(address.clone()) {
            return address.parse().expect("an address");
        }
        local = format!("{local}{}", dice.between(0, 9));
    }
}

fn phone(residence: &str, taken: &mut HashSet<String>, dice: &mut impl Dice) -> PhoneNumber {
    loop {
        let line = dice.below(10_000);
        let number = match residence {
            "US" => format!("+1{}555{line:04}", dice.pick(&US_AREAS)),
            "CA" => format!("+1{}555{line:04}", dice.pick(&CA_AREAS)),
            abroad => format!("{}555{line:04}", prefix(abroad)),
        };
        if taken.insert(number.clone()) {
            return number.parse().expect("a number");
        }
    }
}

/// Country code, and an area or network where the numbers need one.
fn prefix(country: &str) -> &'static str {
    match country {
        "MX" => "+5255",
        "UA" => "+38044",
        "GB" => "+44770",
        "IN" => "+91980",
        "CO" => "+57310",
        "BR" => "+55119",
        "AF" => "+9370",
        "GE" => "+99555",
        "PL" => "+4860",
        "KR" => "+8210",
        "NG" => "+234803",
        "PH" => "+63917",
        "DE" => "+49151",
        "RU" => "+7495",
        "BY" => "+37529",
        "JP" => "+8190",
        "FR" => "+336",
        "IT" => "+39320",
        "TH" => "+668",
        "AU" => "+614",
        "CR" => "+5068",
        "VN" => "+8490",
        "SE" => "+4670",
        "FI" => "+35840",
        "CZ" => "+42060",
        "RO" => "+4072",
        "LT" => "+37060",
        "LV" => "+3712",
        "GR" => "+3069",
        "TR" => "+90532",
        "IL" => "+97252",
        _ => "+2782",
    }
}

fn unmarked(letter: char) -> char {
    super::script::without_mark(letter)
}
