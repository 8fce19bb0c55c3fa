//! What is put into a message.

use fluent_bundle::{FluentArgs, FluentValue};

/// A value for a variable of a message.
#[derive(Clone, Copy, Debug)]
pub enum Arg<'a> {
    /// Words. A year is words too, or it would be written `2,022`.
    Text(&'a str),
    /// A number: it chooses plurals and is written with the language's separators.
    Number(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

macro_rules! numbers {
    ($($kind:ty),*) => {$(
        impl From<$kind> for Arg<'_> {
            fn from(number: $kind) -> Self {
                Self::Number(i64::from(number))
            }
        }
    )*};
}
numbers!(i8, i16, i32, i64, u8, u16, u32);

macro_rules! large_numbers {
    ($($kind:ty),*) => {$(
        impl From<$kind> for Arg<'_> {
            fn from(number: $kind) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )*};
}
large_numbers!(u64, usize);

pub(crate) fn fluent<'a>(args: &[(&'a str, Arg<'a>)]) -> FluentArgs<'a> {
    let value = |arg: Arg<'a>| match arg {
        Arg::Text(text) => FluentValue::from(text),
        Arg::Number(number) => FluentValue::from(number),
    };
    args.iter().map(|(name, arg)| (*name, value(*arg))).collect()
}
