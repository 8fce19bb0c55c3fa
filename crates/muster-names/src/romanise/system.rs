//! One system of romanisation.

use super::{Script, brahmic::Brahmic, files::FILES, hangul::Hangul, pinyin::Pinyin, rules::Rules};
use std::sync::LazyLock;

/// A published or customary way to write one language's names in Latin letters.
#[derive(Debug)]
pub struct System {
    /// What evidence calls it, for example `ukr-kmu-2010`.
    pub code: &'static str,
    /// The language, as three letters of ISO 639-2, or `und` where it serves several.
    pub language: &'static str,
    /// The script it reads.
    pub script: Script,
    /// Who set it and where it is used.
    pub source: &'static str,
    /// The year it was set; empty for a custom.
    pub year: &'static str,
    /// Systems of one script are tried in this order.
    pub(super) rank: u32,
    method: Method,
}

#[derive(Debug, Clone)]
enum Method {
    Letters(Rules),
    Hangul(Hangul),
    Brahmic(Brahmic),
    Pinyin(Pinyin),
}

static SYSTEMS: LazyLock<Vec<System>> = LazyLock::new(|| {
    let mut systems: Vec<System> = Vec::with_capacity(FILES.len());
    for file in FILES {
        let system = parse(file, &systems);
        systems.push(system);
    }
    systems.sort_by_key(|system| (system.script, system.rank));
    systems
});

/// Every system, by script, the most usual first.
#[must_use]
pub fn systems() -> &'static [System] {
    &SYSTEMS
}

/// The system with this code.
#[must_use]
pub fn system(code: &str) -> Option<&'static System> {
    SYSTEMS.iter().find(|system| system.code == code)
}

impl System {
    /// Spells a word: lower case, with the letters and marks of the system. Letters it does not know are spelled
    /// without it.
    #[must_use]
    pub fn apply(&self, word: &str) -> String {
        let letters = letters(word);
        let mut spelled = String::with_capacity(2 * letters.len());
        let mut at = 0;
        while at < letters.len() {
            at = self.step(&letters, at, &mut spelled).unwrap_or_else(|| {
                spelled.push_str(&any_ascii::any_ascii_char(letters[at]).to_lowercase());
                at + 1
            });
        }
        spelled
    }

    /// Spells a word all of whose letters belong to this system's alphabet.
    #[must_use]
    pub fn read(&self, word: &str) -> Option<String> {
        let mut spelled = String::new();
        self.spell(&letters(word), &mut spelled).then_some(spelled)
    }

    /// Spells letters, if this system knows them all.
    pub(super) fn spell(&self, letters: &[char], spelled: &mut String) -> bool {
        let mut at = 0;
        while at < letters.len() {
            match self.step(letters, at, spelled) {
                Some(next) => at = next,
                None => return false,
            }
        }
        true
    }

    /// Spells what stands at a place and says where to go on.
    fn step(&self, word: &[char], at: usize, spelled: &mut String) -> Option<usize> {
        match &self.method {
            Method::Letters(rules) => {
                let (spelling, took) = rules.at(word, at)?;
                spelled.push_str(spelling);
                Some(at + took)
            }
            Method::Hangul(hangul) => hangul.step(word, at, spelled),
            Method::Brahmic(brahmic) => brahmic.step(word, at, spelled),
            Method::Pinyin(pinyin) => pinyin.step(word, at, spelled),
        }
    }
}

/// Lower case; Greek vowels without their accents, which no system spells; one kind of Kana.
pub(super) fn letters(word: &str) -> Vec<char> {
    let plain = |letter| match letter {
        '\u{3AC}' | '\u{1F70}' => 'α',
        '\u{3AD}' | '\u{1F72}' => 'ε',
        '\u{3AE}' | '\u{1F74}' => 'η',
        '\u{3AF}' | '\u{1F76}' => 'ι',
        '\u{3CC}' | '\u{1F78}' => 'ο',
        '\u{3CD}' | '\u{1F7A}' => 'υ',
        '\u{3CE}' | '\u{1F7C}' => 'ω',
        'ΐ' => 'ϊ',
        'ΰ' => 'ϋ',
        'ァ'..='ヶ' => char::from_u32(letter as u32 - 0x60).unwrap_or(letter),
        letter => letter,
    };
    word.chars().flat_map(char::to_lowercase).map(plain).collect()
}

/// Reads a file: `name: value` lines, a blank line, then rules or tables.
fn parse(file: &'static str, earlier: &[System]) -> System {
    let (head, body) = file.split_once("\n\n").unwrap_or((file, ""));
    let value = |name: &str| {
        head.lines()
            .find_map(|line| line.split_once(": ").filter(|(key, _)| *key == name))
            .map_or("", |(_, value)| value.trim())
    };
    let lines: Vec<&'static str> =
        body.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')).collect();
    let like = earlier.iter().find(|system| system.code == value("like"));
    let like_rules = like.and_then(|system| match &system.method {
        Method::Letters(rules) => Some(rules),
        _ => None,
    });
    let method = match value("method") {
        "hangul" => Method::Hangul(Hangul::parse(&lines)),
        "brahmic" => Method::Brahmic(Brahmic::parse(&lines)),
        "pinyin" => Method::Pinyin(Pinyin::parse(&lines)),
        _ => Method::Letters(Rules::parse(&lines, value("vowels"), like_rules)),
    };
    System {
        code: value("code"),
        language: value("language"),
        script: Script::named(value("script")),
        source: value("source"),
        year: value("year"),
        rank: value("rank").parse().unwrap_or(u32::MAX),
        method,
    }
}
