//! How frequent a word is in names of organisations and vessels: `Trading` says less there than `Rosoboronexport`.

use crate::packed::number;
use crate::{MilliBits, population::surprise};

/// `data/organisation_words.tsv`, made by the example `make-organisation-words`.
static WEIGHTS: &[u8] = include_bytes!("../data/organisation_words.bin");

/// Occurrences of a folded word among ten million in such names, as `population::weight` counts them in names of people.
/// The names counted have tens of thousands of words, so that the rarest word that is known weighs some hundreds.
pub(crate) fn weight(text: &str) -> u32 {
    number(WEIGHTS, text).unwrap_or(0)
}

/// How surprising a word is in the name of an organisation.
pub(crate) fn letters_surprise(text: &str) -> MilliBits {
    let unseen = if !text.is_ascii() {
        2_500
    } else if text.len() <= 2 {
        2_000
    } else {
        150
    };
    surprise(u64::from(weight(text)), unseen)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Name, population, tables};

    #[test]
    fn the_table_is_made_from_the_rows() {
        let (weights, _) = tables(include_str!("../data/organisation_words.tsv"));
        assert!(weights == WEIGHTS, "run the example make-organisation-words again");
    }

    #[test]
    fn words_of_trade_are_common_and_names_are_rare() {
        for common in ["company", "trading", "shipping", "bank", "international", "limited"] {
            assert!(weight(common) > 10 * weight("rosoboronexport").max(123), "{common}");
            assert!(weight(common) > 10 * population::weight(common), "{common}");
        }
        assert_eq!(weight("qqqzzzx"), 0);
    }

    #[test]
    fn words_are_found_as_the_engine_reads_them() {
        let name = Name::read_organisation("SOCIÉTÉ Générale Trading Co., Ltd.");
        let unknown: Vec<&str> =
            name.words.iter().map(|word| word.text.as_str()).filter(|text| weight(text) == 0).collect();
        assert!(unknown.is_empty(), "{unknown:?}");
    }
}
