//! Experience, trades, skills, languages: what is claimed and what is so.

use super::{citizenship::Citizenship, cultures::Culture};
use crate::scenario::chance::choose;
use muster_case::intake::{Background, Experience, Serving};
use muster_vocab::{Dice, Language};

/// Shares of experience by age: last year of the band, then none, police or medic, military, combat.
const BY_AGE: [(i64, [f64; 4]); 7] = [
    (17, [0.99, 0.01, 0.0, 0.0]),
    (24, [0.52, 0.06, 0.31, 0.11]),
    (34, [0.34, 0.07, 0.30, 0.29]),
    (44, [0.31, 0.08, 0.28, 0.33]),
    (54, [0.34, 0.09, 0.34, 0.23]),
    (60, [0.36, 0.08, 0.40, 0.16]),
    (i64::MAX, [0.40, 0.08, 0.38, 0.14]),
];
const KINDS: [Experience; 4] =
    [Experience::None, Experience::PoliceMedic, Experience::Military, Experience::Combat];

/// Trades of combat veterans.
pub(crate) const TRADES: [(&str, f64); 12] = [
    ("infantry", 38.0),
    ("support", 22.0),
    ("medic", 9.0),
    ("armour", 6.0),
    ("signals", 6.0),
    ("engineer", 2.5),
    ("eod", 1.5),
    ("drone", 2.0),
    ("helicopter_pilot", 0.7),
    ("fixed_wing_pilot", 0.4),
    ("sniper", 1.0),
    ("other", 10.9),
];
const SKILLS: [(&str, f64); 6] = [
    ("medic", 40.0),
    ("mechanic", 22.0),
    ("drone", 18.0),
    ("signals", 14.0),
    ("eod", 4.0),
    ("helicopter_pilot", 2.0),
];
const NO_COMMON: [&str; 6] = ["es", "pt", "ps", "ko", "zh", "vi"];

/// Shares of the whole that hold for those of an age to serve.
const SERVING: f64 = 0.022;
/// Reservists are drawn among those who served, who are about 53 of 100: 3 % of the whole.
const RESERVIST: f64 = 0.03 / 0.53;
/// Of those who claim combat, this share never saw it.
const FALSE_CLAIMS: f64 = 0.04;

/// What is claimed, and the experience that is really there.
pub(crate) struct Service {
    pub(crate) background: Background,
    pub(crate) real: Experience,
}

/// Draws a background. The order of the draws is fixed.
pub(crate) fn draw(age: i64, citizenship: &Citizenship, dice: &mut impl Dice) -> Service {
    let shares = BY_AGE.iter().find(|(last, _)| age <= *last).map_or(BY_AGE[0].1, |(_, shares)| *shares);
    let drawn = choose(dice, &[0, 1, 2, 3].map(|kind| (KINDS[kind], shares[kind])));
    let serves = dice.chance(SERVING) && age >= 18;
    let reserve = dice.chance(RESERVIST);
    // Whoever serves has served.
    let real = if serves { drawn.max(Experience::Military) } else { drawn };
    let lies =
        dice.chance(FALSE_CLAIMS / (1.0 - FALSE_CLAIMS) * shares[3] / shares[0]) && real == Experience::None;
    let claimed = if lies { Experience::Combat } else { real };
    let trade = trade(claimed, dice);
    let skilled = dice.chance(0.055);
    let skill = choose(dice, &SKILLS);
    let trained = dice.chance(0.4);
    let years = dice.between(2, (age - 17).clamp(2, 16)) as u8;
    let no_common = dice.chance(0.012);
    let foreign = *dice.pick(&NO_COMMON);
    let serving = match (serves, claimed >= Experience::Military && !lies && reserve) {
        (true, _) => Serving::Serving,
        (_, true) => Serving::Reservist,
        _ => Serving::No,
    };
    let skills = match (claimed, trade) {
        (Experience::None, _) if skilled => vec![skill],
        (Experience::PoliceMedic, _) if trained => vec!["medic"],
        (_, Some(trade)) => SKILLS.iter().map(|(skill, _)| *skill).filter(|skill| *skill == trade).collect(),
        _ => Vec::new(),
    };
    let background = Background {
        experience: claimed,
        service_years: if claimed >= Experience::Military { years } else { 0 },
        trade: trade.map(str::to_owned),
        skills: skills.into_iter().map(str::to_owned).collect(),
        languages: if no_common { vec![language(foreign)] } else { languages(citizenship, dice) },
        serving,
        wants_non_combat: dice.chance(0.035),
        ties: dice.chance(if citizenship.culture == Culture::Ukrainian { 0.9 } else { 0.07 }),
        service: Vec::new(),
        own: std::collections::BTreeMap::new(),
    };
    Service { background, real }
}

/// A trade for those who claim service; pilots are drawn among combat veterans alone.
fn trade(claimed: Experience, dice: &mut impl Dice) -> Option<&'static str> {
    let trade = choose(dice, &TRADES);
    match claimed {
        Experience::Military if trade.ends_with("_pilot") => Some("other"),
        Experience::Military | Experience::Combat => Some(trade),
        Experience::None | Experience::PoliceMedic => None,
    }
}

fn languages(citizenship: &Citizenship, dice: &mut impl Dice) -> Vec<Language> {
    let own: &[&str] = match citizenship.culture {
        Culture::English | Culture::Nigerian => &[],
        Culture::Spanish => &["es"],
        Culture::Brazilian => &["pt"],
        Culture::Ukrainian => &["uk", "ru"],
        Culture::Russian => &["ru"],
        Culture::Indian => &["hi"],
        Culture::Afghan => &["fa", "ps"],
        Culture::Georgian => &["ka"],
        Culture::Polish => &["pl"],
        Culture::Korean => &["ko"],
        Culture::Filipino => &["tl"],
        Culture::German => &["de"],
        Culture::Other => &["fr"],
    };
    // Grandchildren of immigrants often have English alone.
    let keeps = dice.chance(if citizenship.nationalities[0] == "US" { 0.5 } else { 1.0 });
    let learnt = dice.chance(0.02);
    let mut languages = vec![language("en")];
    languages.extend(own.iter().filter(|_| keeps).map(|code| language(code)));
    if learnt && !languages.contains(&language("uk")) {
        languages.push(language("uk"));
    }
    languages
}

fn language(code: &str) -> Language {
    code.parse().expect("the tables hold codes of two letters")
}
