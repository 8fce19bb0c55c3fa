//! Korean syllables, taken apart into their sounds.

use super::rules::Rules;

/// A system for Hangul: how each sound is spelled at the start, in the middle and at the end of a syllable, and
/// syllables that custom spells otherwise.
#[derive(Debug, Clone)]
pub(super) struct Hangul {
    initials: Vec<&'static str>,
    /// After a vowel or a sonorant, if the system tells them apart.
    voiced: Vec<&'static str>,
    medials: Vec<&'static str>,
    finals: Vec<&'static str>,
    customs: Rules,
}

const FIRST: u32 = 0xAC00;
const LAST: u32 = 0xD7A3;
const MEDIALS: u32 = 21;
const FINALS: u32 = 28;
/// Final sounds after which a consonant is voiced: none, ㄴ, ㄹ, ㅁ, ㅇ.
const SONORANT: [u32; 5] = [0, 4, 8, 16, 21];

impl Hangul {
    pub(super) fn parse(lines: &[&'static str]) -> Self {
        let table = |name: &str| -> Vec<&'static str> {
            let line = lines.iter().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
            line.unwrap_or("")
                .split(' ')
                .filter(|sound| !sound.is_empty())
                .map(|sound| if sound == "-" { "" } else { sound })
                .collect()
        };
        let customs: Vec<&'static str> = lines.iter().filter(|line| !line.contains(": ")).copied().collect();
        let initials = table("initials");
        let voiced = table("voiced");
        let voiced = if voiced.is_empty() { initials.clone() } else { voiced };
        Self {
            initials,
            voiced,
            medials: table("medials"),
            finals: table("finals"),
            customs: Rules::parse(&customs, "", None),
        }
    }

    pub(super) fn step(&self, word: &[char], at: usize, spelled: &mut String) -> Option<usize> {
        if let Some((spelling, took)) = self.customs.at(word, at) {
            spelled.push_str(spelling);
            return Some(at + took);
        }
        let (initial, medial, ending) = sounds(word[at])?;
        let voiced = at > 0 && sounds(word[at - 1]).is_some_and(|(_, _, ending)| SONORANT.contains(&ending));
        let initials = if voiced { &self.voiced } else { &self.initials };
        spelled.push_str(initials.get(initial as usize)?);
        spelled.push_str(self.medials.get(medial as usize)?);
        spelled.push_str(self.finals.get(ending as usize)?);
        Some(at + 1)
    }
}

/// The numbers of a syllable's three sounds; the last is zero if it ends in its vowel.
fn sounds(syllable: char) -> Option<(u32, u32, u32)> {
    let code = syllable as u32;
    if !(FIRST..=LAST).contains(&code) {
        return None;
    }
    let code = code - FIRST;
    Some((code / (MEDIALS * FINALS), code / FINALS % MEDIALS, code % FINALS))
}
