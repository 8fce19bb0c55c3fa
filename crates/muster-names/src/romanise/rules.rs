//! Rules of one system: letters, where they stand, what they become.
//!
//! A rule is written `letters spelling`; `-` spells nothing. Before the letters may stand `^` (only at the start of a
//! word) or `[abc]` (only after one of these), behind them `[abc]` (only before one of these) or `$` (only at the end).
//! In brackets `V` stands for the vowels that the file names in its head. The longest letters win, then the rule that
//! asks most of its surroundings, then the first.

/// What a rule wants to stand next to its letters.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Beside {
    Anything,
    Edge,
    One(Vec<char>),
}

impl Beside {
    fn holds(&self, neighbour: Option<char>) -> bool {
        match self {
            Self::Anything => true,
            Self::Edge => neighbour.is_none(),
            Self::One(letters) => neighbour.is_some_and(|letter| letters.contains(&letter)),
        }
    }

    const fn asks(&self) -> usize {
        !matches!(self, Self::Anything) as usize
    }
}

#[derive(Debug, Clone)]
struct Rule {
    letters: Vec<char>,
    before: Beside,
    after: Beside,
    spelling: &'static str,
}

/// All rules of a system, by their first letter.
#[derive(Debug, Clone, Default)]
pub(super) struct Rules {
    // Sorted by first letter; within a letter in the order in which they are tried.
    rules: Vec<Rule>,
    // The first letter of each rule, close together: most of the time goes into finding the place.
    firsts: Vec<char>,
}

impl Rules {
    /// Reads rules from the lines of a file; rules of `like` hold for letters this file says nothing about.
    pub(super) fn parse(lines: &[&'static str], vowels: &str, like: Option<&Self>) -> Self {
        let own: Vec<Rule> = lines
            .iter()
            .flat_map(|line| line.split(','))
            .filter_map(|rule| parse_rule(rule.trim(), vowels))
            .collect();
        let mut rules: Vec<Rule> = like
            .iter()
            .flat_map(|like| &like.rules)
            .filter(|rule| !own.iter().any(|ours| ours.letters == rule.letters))
            .cloned()
            .collect();
        rules.extend(own);
        rules.sort_by_key(|rule| {
            let asked = rule.before.asks() + rule.after.asks();
            (rule.letters[0], std::cmp::Reverse(rule.letters.len()), std::cmp::Reverse(asked))
        });
        let firsts = rules.iter().map(|rule| rule.letters[0]).collect();
        Self { rules, firsts }
    }

    /// The spelling of what stands at a place, and how many letters it took.
    pub(super) fn at(&self, word: &[char], at: usize) -> Option<(&'static str, usize)> {
        let first = word[at];
        let start = self.firsts.partition_point(|letter| *letter < first);
        let count = self.firsts[start..].iter().take_while(|letter| **letter == first).count();
        self.rules[start..start + count]
            .iter()
            .find(|rule| {
                let end = at + rule.letters.len();
                word[at..].starts_with(&rule.letters)
                    && rule.before.holds(at.checked_sub(1).map(|before| word[before]))
                    && rule.after.holds(word.get(end).copied())
            })
            .map(|rule| (rule.spelling, rule.letters.len()))
    }
}

fn parse_rule(rule: &'static str, vowels: &str) -> Option<Rule> {
    let (key, spelling) = rule.split_once(' ')?;
    let mut key = key.trim();
    let mut before = Beside::Anything;
    let mut after = Beside::Anything;
    if let Some(rest) = key.strip_prefix('^') {
        (before, key) = (Beside::Edge, rest);
    } else if let Some((set, rest)) = key.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        (before, key) = (Beside::One(set_of(set, vowels)), rest);
    }
    if let Some(rest) = key.strip_suffix('$') {
        (after, key) = (Beside::Edge, rest);
    } else if let Some((rest, set)) = key.strip_suffix(']').and_then(|rest| rest.split_once('[')) {
        (after, key) = (Beside::One(set_of(set, vowels)), rest);
    }
    let letters: Vec<char> = key.chars().collect();
    let spelling = match spelling.trim() {
        "-" => "",
        spelling => spelling,
    };
    (!letters.is_empty()).then_some(Rule { letters, before, after, spelling })
}

fn set_of(set: &str, vowels: &str) -> Vec<char> {
    set.replace('V', vowels).chars().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spell(rules: &[&'static str], word: &str) -> String {
        let rules = Rules::parse(rules, "ао", None);
        let word: Vec<char> = word.chars().collect();
        let mut at = 0;
        let mut spelled = String::new();
        while let Some((spelling, took)) = word.get(at).and_then(|_| rules.at(&word, at)) {
            spelled.push_str(spelling);
            at += took;
        }
        spelled
    }

    #[test]
    fn the_longest_letters_win_then_the_rule_that_asks_most() {
        let rules = ["а a, о o, з z, г h, зг zgh", "е e, ^е ye, [Vь]е je, ь -, г$ kh, з[о] s"];
        assert_eq!(spell(&rules, "згоза"), "zghoza");
        assert_eq!(spell(&rules, "еза"), "yeza");
        assert_eq!(spell(&rules, "зеаезьег"), "zeajezjekh");
        assert_eq!(spell(&rules, "зо"), "so");
    }

    #[test]
    fn a_file_says_again_what_differs_from_the_one_it_is_like() {
        let parent = Rules::parse(&["е e, ^е ye, з z"], "", None);
        let child = Rules::parse(&["е ie"], "", Some(&parent));
        let word = ['е', 'з'];
        assert_eq!(child.at(&word, 0), Some(("ie", 1)));
        assert_eq!(child.at(&word, 1), Some(("z", 1)));
    }
}
