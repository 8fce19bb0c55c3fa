//! A second score that follows OFAC's own search, for whoever must explain why the two differ.
//!
//! OFAC publishes that its search compares letters (Jaro-Winkler) and sounds, the whole name and its parts (FAQ 249 and
//! following); the rest was found by trying names. It is a view only: no verdict rests on it.

use muster_names::distance_within;

/// Letters a part must have to be compared by itself, if any part has as many.
const PART_FROM: usize = 3;
/// How much of a common beginning counts, in letters, and how much a letter counts.
const BEGINNING: usize = 4;
const PER_LETTER: f64 = 0.1;

/// From 0 to 100, as OFAC's search would rate `query` against a `listed` name.
///
/// The whole names are compared letter by letter. Apart from that, every part of the query is held against the parts of
/// the listed name that begin with the same letter and need no more than half of their letters changed; the mean of the
/// best is the score of the parts. The higher of the two scores counts, cut to a whole number. Names in another script
/// than Latin have no score, as there.
///
/// ```
/// assert_eq!(muster_watchlist::ofac_parity("Anna Example", "EXAMPLE, Anna"), 100);
/// ```
#[must_use]
pub fn ofac_parity(query: &str, listed: &str) -> u32 {
    let (asked, known) = (parts(query), parts(listed));
    if asked.is_empty() || known.is_empty() {
        return 0;
    }
    let whole = jaro_winkler(&asked.join(" "), &known.join(" "));
    let has_long = asked.iter().any(|part| part.len() >= PART_FROM);
    let compared: Vec<_> = asked.iter().filter(|part| !has_long || part.len() >= PART_FROM).collect();
    let sum: f64 = compared.iter().map(|part| best(part, &known)).sum();
    let by_parts = sum / compared.len() as f64;
    (whole.max(by_parts) * 100.0) as u32
}

/// The words in capital letters; apostrophes join.
fn parts(name: &str) -> Vec<String> {
    let plain: String = name
        .chars()
        .filter(|c| !matches!(c, '\'' | '\u{2019}'))
        .map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_uppercase() } else { ' ' })
        .collect();
    plain.split_whitespace().map(str::to_owned).collect()
}

fn best(part: &str, known: &[String]) -> f64 {
    let may_mean = |other: &&String| {
        let most = part.len().max(other.len()) / 2;
        part.as_bytes()[0] == other.as_bytes()[0]
            && distance_within(part.as_bytes(), other.as_bytes(), most).is_some()
    };
    known.iter().filter(may_mean).map(|other| jaro_winkler(part, other)).fold(0.0, f64::max)
}

/// Jaro's similarity, raised by a common beginning however low it is.
fn jaro_winkler(a: &str, b: &str) -> f64 {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let jaro = jaro(a, b);
    let beginning = a.iter().zip(b).take(BEGINNING).take_while(|(x, y)| x == y).count();
    jaro + beginning as f64 * PER_LETTER * (1.0 - jaro)
}

fn jaro(a: &[u8], b: &[u8]) -> f64 {
    let reach = (a.len().max(b.len()) / 2).saturating_sub(1);
    let mut taken = vec![false; b.len()];
    let mut of_a = Vec::new();
    for (at, letter) in a.iter().enumerate() {
        let near = at.saturating_sub(reach)..(at + reach + 1).min(b.len());
        if let Some(place) = near.into_iter().find(|&place| !taken[place] && b[place] == *letter) {
            taken[place] = true;
            of_a.push(*letter);
        }
    }
    if of_a.is_empty() {
        return 0.0;
    }
    let of_b = b.iter().zip(&taken).filter(|(_, taken)| **taken).map(|(letter, _)| *letter);
    let out_of_order = of_a.iter().zip(of_b).filter(|(x, y)| **x != *y).count() / 2;
    let common = of_a.len() as f64;
    (common / a.len() as f64 + common / b.len() as f64 + (common - out_of_order as f64) / common) / 3.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_name_in_another_order_or_with_a_part_left_out_is_the_same_name() {
        assert_eq!(ofac_parity("ANNA EXAMPLE", "EXAMPLE, Anna Maria"), 100);
        assert_eq!(ofac_parity("EXAMPLE", "O'EXAMPLE, Anna"), 84);
    }

    #[test]
    fn very_short_parts_do_not_count_beside_long_ones() {
        assert_eq!(ofac_parity("J.P. EXAMPLE", "EXAMPLE, Anna"), 100);
        assert_eq!(ofac_parity("Z", "EXAMPLE Z"), 100);
    }

    #[test]
    fn a_part_that_begins_otherwise_does_not_count() {
        assert_eq!(ofac_parity("ANNA EXAMPLE", "SEXAMPLE, Anna"), 66);
    }

    #[test]
    fn another_script_has_no_score() {
        assert_eq!(ofac_parity("Анна", "ANNA"), 0);
    }

    proptest! {
        #[test]
        fn the_score_is_between_0_and_100_and_a_name_is_like_itself(a in "[A-Za-z' -]{0,20}", b in "[A-Za-z' -]{0,20}") {
            prop_assert!(ofac_parity(&a, &b) <= 100);
            if a.chars().any(char::is_alphabetic) {
                prop_assert_eq!(ofac_parity(&a, &a), 100);
            }
        }
    }
}
