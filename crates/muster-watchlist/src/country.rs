//! Countries by the names that lists and people give them.
//!
//! What is told is the code of a country, never of a region inside one. Crimea, Donetsk, Luhansk, Abkhazia and the like
//! have no row: who lives there may hold either of two passports, so that the region neither supports nor speaks
//! against a match. Palestine has a code, hence Gaza and the West Bank do. `Korea` without a word more and `stateless`
//! say nothing either. `Congolese` and `Dominican` are two nationalities each; they are taken for the one that lists
//! mean by it, of the Democratic Republic of the Congo and of the Dominican Republic.

use std::sync::LazyLock;

/// The code of a country: two capital letters of ISO 3166-1, or `SU`, `YU`, `CS` for states that are no more, or `XK`.
type Code = [u8; 2];

/// The codes of all countries a text names: somebody may be `Ukrainian, Russian`, or `(a) German (b) Moroccan`.
pub(crate) fn codes(text: &str) -> Vec<Code> {
    let folded = Folded::of(text);
    let mut codes = Vec::new();
    let mut at = 0;
    while at < folded.words.len() {
        match folded.longest_country(at) {
            Some((code, next)) => {
                if !codes.contains(&code) {
                    codes.push(code);
                }
                at = next;
            }
            None => at += 1,
        }
    }
    codes
}

/// Whether one state is a successor of the other, or was one with it: a passport may name either.
pub(crate) fn compatible(a: Code, b: Code) -> bool {
    FORMER.iter().any(|(former, successors)| {
        (a == **former && successors.contains(&&b)) || (b == **former && successors.contains(&&a))
    })
}

/// States that are no more, and whose citizens became citizens of which.
const FORMER: &[(&Code, &[&Code])] = &[
    (
        b"SU",
        &[
            b"RU", b"UA", b"BY", b"KZ", b"UZ", b"TM", b"KG", b"TJ", b"GE", b"AM", b"AZ", b"MD", b"LT", b"LV",
            b"EE",
        ],
    ),
    (b"YU", &[b"RS", b"ME", b"HR", b"SI", b"BA", b"MK", b"XK", b"CS"]),
    (b"CS", &[b"RS", b"ME", b"XK"]),
];

/// Abbreviations of up to three letters that mean a country in the middle of a sentence, if written in capitals: `ID` and
/// `No` are seldom Indonesia and Norway.
const IN_SENTENCES: &[&str] = &["us", "usa", "uk", "uae", "drc", "prc", "fry"];

/// Folded names of countries, sorted, with their codes.
static NAMES: LazyLock<Vec<(String, Code)>> = LazyLock::new(|| {
    let mut names = Vec::new();
    for row in include_str!("../data/countries.tsv").lines().filter(|row| !row.starts_with('#')) {
        let &[first, second, ..] = row.as_bytes() else { continue };
        let forms = row.split(['\t', '|']).map(|name| Folded::of(name).letters);
        names.extend(forms.filter(|name| !name.is_empty()).map(|name| (name, [first, second])));
    }
    names.sort_unstable();
    names.dedup();
    names
});

/// A text in small letters without marks, blanks and signs, and where its words were.
#[derive(Default)]
struct Folded {
    letters: String,
    words: Vec<Word>,
}

/// A word of a folded text.
struct Word {
    start: usize,
    end: usize,
    /// It is in brackets: a country may end with it (`Iran (Islamic Republic of)`), but not begin.
    in_brackets: bool,
    /// It is written in capitals.
    loud: bool,
}

impl Folded {
    fn of(text: &str) -> Self {
        let mut folded = Self::default();
        let (mut depth, mut open) = (0_u32, false);
        for c in text.chars() {
            if c.is_alphabetic() {
                if !open {
                    let start = folded.letters.len();
                    folded.words.push(Word { start, end: start, in_brackets: depth > 0, loud: true });
                    open = true;
                }
                folded.push(c);
            } else if !is_inside_words(c) {
                open = false;
                match c {
                    '(' | '[' => depth += 1,
                    ')' | ']' => {
                        depth = depth.saturating_sub(1);
                        folded.forget_enumerator();
                    }
                    _ => {}
                }
            }
        }
        folded
    }

    /// Adds a letter to the last word.
    fn push(&mut self, letter: char) {
        let Some(word) = self.words.last_mut() else { return };
        word.loud &= !letter.is_lowercase();
        letter.to_lowercase().filter(|c| !is_inside_words(*c)).for_each(|c| self.letters.push(plain(c)));
        word.end = self.letters.len();
    }

    /// The `a` of `(a) German` and `a) German` is no word.
    fn forget_enumerator(&mut self) {
        if let Some(word) = self.words.pop_if(|word| word.end - word.start == 1 && !word.loud) {
            self.letters.truncate(word.start);
        }
    }

    /// The country with the longest name that begins with this word, and the word behind it.
    fn longest_country(&self, at: usize) -> Option<(Code, usize)> {
        if self.words[at].in_brackets {
            return None;
        }
        let mut longest = None;
        for last in at..self.words.len() {
            let name = &self.letters[self.words[at].start..self.words[last].end];
            let Some((known, code)) = NAMES.get(NAMES.partition_point(|(known, _)| known.as_str() < name))
            else {
                break;
            };
            if !known.starts_with(name) {
                break;
            }
            if known == name && (name.len() > 3 || self.may_abbreviate(name, at, last)) {
                longest = Some((*code, last + 1));
            }
        }
        longest
    }

    /// Whether so short a name may be meant.
    fn may_abbreviate(&self, name: &str, first: usize, last: usize) -> bool {
        let loud = self.words[first..=last].iter().all(|word| word.loud);
        name.len() == self.letters.len() || (loud && IN_SENTENCES.contains(&name))
    }
}

/// Apostrophes and accents that stand alone do not part words.
const fn is_inside_words(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '´' | '\u{300}'..='\u{36f}')
}

/// A small letter without its mark, as far as names of countries have any.
const fn plain(letter: char) -> char {
    match letter {
        'à'..='å' | 'ā' | 'ă' => 'a',
        'ç' | 'č' | 'ć' => 'c',
        'è'..='ë' | 'ē' | 'ě' => 'e',
        'ì'..='ï' | 'ī' | 'ı' => 'i',
        'ñ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' => 'o',
        'š' | 'ş' => 's',
        'ù'..='ü' | 'ū' => 'u',
        'ý' => 'y',
        'ž' | 'ż' => 'z',
        'й' | 'ѝ' => 'и',
        'ї' => 'і',
        'ё' => 'е',
        'ґ' => 'г',
        'ў' => 'у',
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        codes(text).iter().map(|code| String::from_utf8_lossy(code)).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_country_is_known_by_its_codes_and_names() {
        for (names, expected) in [
            ("eg|EGY|Egypt|Arab Republic of Egypt|Egyptian|EGYPTIAN.|Єгипет|Египет", "EG"),
            ("UK|gbr|GBD|United Kingdom|Great Britain|British|gb-nir|Великобританія", "GB"),
            ("D|deu|Germany|German", "DE"),
            (
                "Korea, North|DPRK|D.P.R.K.|North Korean|Democratic People’s Republic of Korea (DPRK)|prk",
                "KP",
            ),
            ("Korea, South|Republic of Korea|Korea (Republic of)|South Korean", "KR"),
            ("Iran (Islamic Republic of)|Iran, Islamic Republic of|IRANIAN|IRN|Иран", "IR"),
            ("Burma|Myanmar/ Burma|Myanmar (Burma)|Burmese", "MM"),
            ("West Bank|Region: Gaza|State of Palestine|possibly Palestinian", "PS"),
            (
                "Congo, Democratic Republic of the|Congo (Democratic Republic)|DRC|assumed Congolese (DRC)|Zaire",
                "CD",
            ),
            ("Congo|Congo-Brazzaville|Republic of the Congo|COG", "CG"),
            ("Côte d’Ivoire|Cote d'Ivoire|Ivory Coast|Ivorian", "CI"),
            ("Türkiye|TU\u{308}RKI\u{307}YE|Turkey|Туреччина", "TR"),
            ("North Macedonia, The Republic of|Macedonia, The Former Yugoslav Republic of", "MK"),
            ("Україна|Украина|ukr|Ukrainian", "UA"),
            ("People's Republic of China|PRC|Chinese", "CN"),
            ("Republic of China|Taiwan, Province of China", "TW"),
            ("former Soviet Union|USSR (until 1991)|suhh|СССР", "SU"),
            ("Serbia and Montenegro|SCG", "CS"),
            ("The Gambia|Gambia, The", "GM"),
            ("RKS|Kosovo*|XKX", "XK"),
        ] {
            for name in names.split('|') {
                assert_eq!(told(name), expected, "{name}");
            }
        }
    }

    #[test]
    fn a_name_that_is_part_of_another_is_not_taken_for_it() {
        for (name, expected) in [
            ("Nigerian", "NG"),
            ("Nigerien", "NE"),
            ("South Sudanese", "SS"),
            ("Equatorial Guinean", "GQ"),
            ("Guinea Bissau", "GW"),
            ("Papua New Guinea", "PG"),
            ("French Guiana", "GF"),
            ("American Samoa", "AS"),
            ("Northern Irish", "GB"),
        ] {
            assert_eq!(told(name), expected, "{name}");
        }
    }

    #[test]
    fn remarks_are_read_around() {
        for (text, expected) in [
            ("Ukrainian, Russian (the Union does not recognise passports issued in Crimea)", "UA RU"),
            ("(a) Saudi Arabian, (b) Yemeni (Othman Ahmed Al Omairah)", "SA YE"),
            ("a) Syrian b) Palestinian", "SY PS"),
            ("Iranian and US", "IR US"),
            ("(a) US", "US"),
            ("Russian, Uzbekistani, British", "RU UZ GB"),
            ("Democratic Republic of the Congo, passport no. OB 0243318", "CD"),
            ("Indonesian. National Identification No.: (a) 35 (Indonesian National Identity Card)", "ID"),
            ("Tunisian. National ID No.: 08619445", "TN"),
            ("Italian since 1990", "IT"),
            ("of the Republic of Moldova", "MD"),
            ("China (Xinjiang)", "CN"),
            ("France; overseas", "FR"),
        ] {
            assert_eq!(told(text), expected, "{text}");
        }
        assert_eq!(codes("Ukrainian, Russian").first(), Some(b"UA"), "the first");
    }

    #[test]
    fn what_is_no_country_has_no_code() {
        for text in [
            "",
            "  ",
            "-",
            "Region: Crimea",
            "ua-lpr",
            "stateless",
            "XXA",
            "eu",
            "Korea",
            "unknown",
            "not in or at",
            "Czechoslovakia",
        ] {
            assert_eq!(codes(text).first(), None, "{text}");
        }
    }

    #[test]
    fn successor_states_are_compatible_and_siblings_are_not() {
        for (a, b) in [(b"SU", b"UA"), (b"SU", b"EE"), (b"YU", b"HR"), (b"CS", b"ME"), (b"YU", b"CS")] {
            assert!(compatible(*a, *b) && compatible(*b, *a), "{a:?} {b:?}");
        }
        for (a, b) in [(b"RU", b"UA"), (b"SU", b"PL"), (b"YU", b"RU"), (b"CS", b"HR"), (b"RS", b"HR")] {
            assert!(!compatible(*a, *b) && !compatible(*b, *a), "{a:?} {b:?}");
        }
    }

    #[test]
    fn no_name_is_of_two_countries_and_every_name_is_found() {
        for pair in NAMES.windows(2) {
            assert!(pair[0].0 != pair[1].0, "{pair:?}");
        }
        for row in include_str!("../data/countries.tsv").lines().filter(|row| !row.starts_with('#')) {
            for name in row.split(['\t', '|']).filter(|name| !name.trim().is_empty()) {
                assert_eq!(codes(name).first().map(<[u8; 2]>::as_slice), row.as_bytes().get(..2), "{name}");
            }
        }
    }
}
