//! Which fields are compared, and how evidence is printed: the same for one person, for many, and for pairs.

use clap::{Args, ValueEnum};
use muster_app::watchlist::{Comparison, Field, Likeness, Part, Subject};
use serde::Serialize;

/// What is left out of a comparison. The name is always compared.
#[derive(Args, Default)]
pub(crate) struct Fields {
    /// Compares names only
    #[arg(long)]
    name_only: bool,
    /// Compares these only, besides the name; several are divided by commas
    #[arg(long = "fields", value_name = "FIELDS", value_delimiter = ',', conflicts_with = "name_only")]
    only: Option<Vec<Word>>,
    /// Tells why: each part of the evidence, with its rule and its bits
    #[arg(long)]
    pub(crate) evidence: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Word {
    Name,
    Born,
    Birthplace,
    Nationality,
    Sex,
    Father,
    Document,
}

impl Fields {
    /// The subject with what is to be compared.
    pub(crate) fn limit(&self, subject: Subject) -> Subject {
        let left = |word| match (&self.only, self.name_only) {
            (Some(only), _) => only.contains(&word),
            (None, name_only) => !name_only,
        };
        let texts = |word, texts| if left(word) { texts } else { Vec::new() };
        Subject {
            born: if left(Word::Born) { subject.born } else { Vec::new() },
            birthplaces: texts(Word::Birthplace, subject.birthplaces),
            nationalities: texts(Word::Nationality, subject.nationalities),
            sex: subject.sex.filter(|_| left(Word::Sex)),
            fathers: texts(Word::Father, subject.fathers),
            documents: if left(Word::Document) { subject.documents } else { Vec::new() },
            names: subject.names,
        }
    }

    /// The evidence as JSON, if it is asked for.
    pub(crate) fn parts<'a>(&self, comparison: &'a Comparison) -> Option<Vec<PartTold<'a>>> {
        self.evidence.then(|| comparison.parts.iter().map(PartTold::of).collect())
    }
}

/// One part of the evidence, as JSON. The bits of all parts sum to `score_bits`.
#[derive(Serialize)]
pub(crate) struct PartTold<'a> {
    field: Field,
    rule: &'static str,
    likeness: Likeness,
    asked: &'a str,
    listed: &'a str,
    bits: f64,
}

impl<'a> PartTold<'a> {
    fn of(part: &'a Part) -> Self {
        Self {
            field: part.field,
            rule: part.rule,
            likeness: part.likeness,
            asked: &part.asked,
            listed: &part.listed,
            bits: part.bits.bits(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use muster_app::watchlist::{Born, ListedDocument, Sex};

    fn somebody() -> Subject {
        Subject {
            born: vec![Born::year(1960)],
            birthplaces: vec!["Kherson".into()],
            nationalities: vec!["UA".into()],
            sex: Some(Sex::Female),
            fathers: vec!["Ivan".into()],
            documents: vec![ListedDocument::default()],
            ..Subject::named("Maria")
        }
    }

    #[test]
    fn names_only_leaves_nothing_but_the_names() {
        let fields = Fields { name_only: true, ..Fields::default() };
        assert!(fields.limit(somebody()) == Subject::named("Maria"));
    }

    #[test]
    fn the_fields_that_are_named_stay_and_so_does_the_name() {
        let fields = Fields { only: Some(vec![Word::Born, Word::Sex]), ..Fields::default() };
        let left = fields.limit(somebody());
        let expected =
            Subject { born: vec![Born::year(1960)], sex: Some(Sex::Female), ..Subject::named("Maria") };
        assert!(left == expected);
    }

    #[test]
    fn everything_is_compared_unless_somebody_says_otherwise() {
        assert!(Fields::default().limit(somebody()) == somebody());
    }
}
