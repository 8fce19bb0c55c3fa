//! The score: evidence in bits, part by part.

mod align;
mod born;
mod fields;
mod reading;
mod weights;

pub(crate) use align::{Aligned, Pair, align_words, settle};
pub(crate) use fields::{Fields, MOST_OF_FIELDS, SAME_DOCUMENT, fields};
pub(crate) use reading::{Read, SpanOf};
pub(crate) use weights::{ALERT, LEAST_NAME, STRONG, WEAK_ALIAS, WHOLE_NAME, probability};
