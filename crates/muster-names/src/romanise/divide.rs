//! Chinese, Korean and Japanese names are written without a blank between family name and given name.

use super::{Script, script_of};
use crate::population::weight;

/// Korean family names of two syllables.
const DOUBLE: [&str; 8] = ["남궁", "황보", "제갈", "선우", "독고", "사공", "서문", "동방"];

/// Where the given name begins, in bytes, if a whole name is one word of two to five Han or Hangul characters.
///
/// The family name is the longer of those beginnings that people bear as a name; Korean family names but eight have one
/// syllable. Ask this only of a name that is one word: a given name by itself would be torn apart.
#[must_use]
pub fn divide(word: &str) -> Option<usize> {
    let count = word.chars().count();
    if !(2..=5).contains(&count) {
        return None;
    }
    let after = |letters: usize| word.char_indices().nth(letters).map(|(at, _)| at);
    if word.chars().all(|letter| script_of(letter) == Script::Hangul) {
        let double = count > 2 && DOUBLE.iter().any(|family| word.starts_with(family));
        return after(if double { 2 } else { 1 });
    }
    if !word.chars().all(|letter| script_of(letter) == Script::Han) || weight(word) > 0 {
        return None;
    }
    let known = |letters: usize| after(letters).filter(|at| weight(&word[..*at]) > 0);
    let double = if count > 2 { known(2) } else { None };
    double.or_else(|| known(1)).or_else(|| after(if count > 3 { 2 } else { 1 }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_family_name_comes_first_and_is_one_that_people_bear() {
        for (family, given) in [
            ("王", "小明"),
            ("李", "明"),
            ("欧阳", "娜娜"),
            ("山田", "太郎"),
            ("佐藤", "健"),
            ("習", "近平"),
            ("이", "민호"),
            ("남궁", "민"),
            ("김", "구"),
        ] {
            assert_eq!(divide(&format!("{family}{given}")), Some(family.len()), "{family} {given}");
        }
    }

    #[test]
    fn what_is_no_whole_name_stays_one_word() {
        for word in ["王", "田中", "Wang", "さとう", "محمد", "阿卜杜勒拉赫曼"] {
            assert_eq!(divide(word), None, "{word}");
        }
    }
}
