//! Drawing names: heavy-tailed, so that namesakes occur as they do in life.

use super::{
    cultures::{Culture, Script, Table, table},
    script::{both, respell},
};
use muster_vocab::{Dice, PersonName};

/// A name in Latin letters, and in its own script where that is another.
#[derive(Clone)]
pub(crate) struct Name {
    pub(crate) latin: PersonName,
    pub(crate) original: Option<PersonName>,
}

/// Words, the first the commonest: the weight falls with the rank.
struct Ranked {
    words: Vec<&'static str>,
    upto: Vec<f64>,
}

impl Ranked {
    /// The weight of rank r is 1 / (r + `flat`).
    fn new(words: &'static str, flat: f64) -> Self {
        let words: Vec<_> = words.split_whitespace().collect();
        let mut sum = 0.0;
        let upto = (0..words.len())
            .map(|rank| {
                sum += 1.0 / (rank as f64 + flat);
                sum
            })
            .collect();
        Self { words, upto }
    }

    fn draw(&self, dice: &mut impl Dice) -> &'static str {
        let at = dice.fraction() * self.upto[self.upto.len() - 1];
        let rank = self.upto.partition_point(|upto| *upto <= at);
        self.words[rank.min(self.words.len() - 1)]
    }
}

struct Page {
    script: Script,
    men: Ranked,
    women: Ranked,
    families: Ranked,
    rare: Option<(Vec<&'static str>, Vec<&'static str>, f64)>,
}

/// The names of every culture, ready to draw from.
pub(crate) struct NameBook(Vec<Page>);

/// What may befall a name.
struct Shape {
    single: f64,
    double_family: f64,
}

const fn shape(culture: Culture) -> Shape {
    match culture {
        Culture::Afghan => Shape { single: 0.08, double_family: 0.0 },
        Culture::Indian => Shape { single: 0.04, double_family: 0.0 },
        Culture::Spanish => Shape { single: 0.0, double_family: 0.7 },
        Culture::Brazilian => Shape { single: 0.0, double_family: 0.5 },
        Culture::English => Shape { single: 0.0008, double_family: 0.012 },
        Culture::Polish | Culture::German => Shape { single: 0.0, double_family: 0.03 },
        _ => Shape { single: 0.0, double_family: 0.0 },
    }
}

impl NameBook {
    pub(crate) fn open() -> Self {
        let page = |culture| {
            let Table { script, men, women, families, rare } = table(culture);
            Page {
                script: *script,
                men: Ranked::new(men, 12.0),
                women: Ranked::new(women, 8.0),
                families: Ranked::new(families, 15.0),
                rare: rare.map(|(heads, tails, share)| {
                    (heads.split_whitespace().collect(), tails.split_whitespace().collect(), share)
                }),
            }
        };
        Self(Culture::ALL.into_iter().map(page).collect())
    }

    /// A name as people of this culture have it.
    pub(crate) fn draw(&self, culture: Culture, woman: bool, dice: &mut impl Dice) -> Name {
        let page = self.page(culture);
        let given = if woman { page.women.draw(dice) } else { page.men.draw(dice) };
        let mut family = page.family(dice);
        let second = page.families.draw(dice);
        let shape = shape(culture);
        let (single, doubled) = (dice.chance(shape.single), dice.chance(shape.double_family));
        if doubled && family != second {
            let join = if matches!(culture, Culture::Spanish | Culture::Brazilian) { ' ' } else { '-' };
            family = format!("{family}{join}{second}");
        }
        page.compose(if single { "" } else { given }, &family, woman)
    }

    /// A common name of this culture: both parts from the head of the table.
    pub(crate) fn common(&self, culture: Culture, woman: bool, dice: &mut impl Dice) -> Name {
        let page = self.page(culture);
        let given = if woman { page.women.draw(dice) } else { page.men.draw(dice) };
        page.compose(given, page.families.draw(dice), woman)
    }

    fn page(&self, culture: Culture) -> &Page {
        &self.0[culture as usize]
    }
}

impl Page {
    fn family(&self, dice: &mut impl Dice) -> String {
        let common = self.families.draw(dice);
        match &self.rare {
            Some((heads, tails, share)) if dice.chance(*share) => {
                format!("{}{}", dice.pick(heads), dice.pick(tails))
            }
            _ => common.to_owned(),
        }
    }

    fn compose(&self, given: &str, family: &str, woman: bool) -> Name {
        let family = if woman { womans(self.script, family) } else { family.to_owned() };
        let (given, given_original) = both(self.script, given);
        let (family, family_original) = both(self.script, &family);
        let name = |given: &str, family: &str| PersonName::new(given, family).expect("table names are names");
        let original = family_original.map(|family| name(&given_original.unwrap_or_default(), &family));
        Name { latin: name(&given, &family), original }
    }
}

/// A family name as a woman bears it.
fn womans(script: Script, family: &str) -> String {
    match script {
        Script::Ukrainian | Script::Russian => {
            let stem = family.strip_suffix("ий");
            match stem {
                Some(stem) => format!("{stem}а"),
                None if ["ов", "ев", "ёв", "ин"].iter().any(|end| family.ends_with(end)) => {
                    format!("{family}а")
                }
                None => family.to_owned(),
            }
        }
        _ => family.to_owned(),
    }
}

/// Given names that stand for one another.
const NICKNAMES: [(&str, &str); 40] = [
    ("Michael", "Mike"),
    ("James", "Jim"),
    ("John", "Jack"),
    ("Robert", "Bob"),
    ("David", "Dave"),
    ("William", "Bill"),
    ("Joseph", "Joe"),
    ("Christopher", "Chris"),
    ("Matthew", "Matt"),
    ("Daniel", "Dan"),
    ("Joshua", "Josh"),
    ("Andrew", "Drew"),
    ("Nicholas", "Nick"),
    ("Anthony", "Tony"),
    ("Jonathan", "Jon"),
    ("Thomas", "Tom"),
    ("Zachary", "Zach"),
    ("Timothy", "Tim"),
    ("Steven", "Steve"),
    ("Benjamin", "Ben"),
    ("Nathan", "Nate"),
    ("Charles", "Chuck"),
    ("Richard", "Rick"),
    ("Samuel", "Sam"),
    ("Gregory", "Greg"),
    ("Kenneth", "Ken"),
    ("Jennifer", "Jen"),
    ("Elizabeth", "Liz"),
    ("Katherine", "Kate"),
    ("José", "Pepe"),
    ("Francisco", "Paco"),
    ("Jesús", "Chuy"),
    ("Oleksandr", "Sasha"),
    ("Mykola", "Nikolai"),
    ("Dmytro", "Dima"),
    ("Volodymyr", "Vladimir"),
    ("Serhii", "Sergei"),
    ("Mykhailo", "Mikhail"),
    ("Yevhen", "Eugene"),
    ("Mohammad", "Muhammed"),
];

/// The same person's name as written another time: a nickname, or another spelling. Never the same text, if it can be.
pub(crate) fn variant(name: &PersonName, dice: &mut impl Dice) -> PersonName {
    let nickname = NICKNAMES.iter().find(|(full, _)| *full == name.given).map(|(_, nick)| (*nick).to_owned());
    let (given, family) = match nickname {
        Some(nick) if dice.chance(0.7) => (nick, name.family.clone()),
        _ if name.given.is_empty() || dice.chance(0.5) => (name.given.clone(), respell(&name.family)),
        _ => (respell(&name.given), respell(&name.family)),
    };
    let changed = PersonName::new(&given, &family).expect("a respelt name is a name");
    if changed == *name {
        // No rule fits: the parts change places, as on many a form.
        PersonName::new(&name.family, if name.given.is_empty() { &name.family } else { &name.given })
            .expect("a turned name is a name")
    } else {
        changed
    }
}

/// What people write who do not mean it.
pub(crate) fn silly(dice: &mut impl Dice) -> PersonName {
    const SILLY: [(&str, &str); 12] = [
        ("Test", "Test"),
        ("Captain", "Freedom"),
        ("Nobody", "Nowhere"),
        ("Asdf", "Ghjkl"),
        ("Sir", "Fightsalot"),
        ("Super", "Soldier"),
        ("Big", "Boss"),
        ("Rocket", "Man"),
        ("No", "Name"),
        ("Master", "Sniper"),
        ("Aaa", "Bbb"),
        ("Trololo", "Lol"),
    ];
    let (given, family) = *dice.pick(&SILLY);
    PersonName::new(given, family).expect("even these are names")
}
