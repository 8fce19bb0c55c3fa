//! The score: evidence in bits, part by part.

mod align;
mod fields;
mod reading;
mod weights;

pub(crate) use align::{Aligned, align};
pub(crate) use fields::fields;
pub(crate) use reading::{Read, SpanOf};
pub(crate) use weights::{ALERT, LEAST_NAME, MOST_OF_FIELDS, STRONG, WEAK_ALIAS, WHOLE_NAME, probability};
