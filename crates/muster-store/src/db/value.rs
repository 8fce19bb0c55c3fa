//! The five kinds of value both databases know, going in and coming out.

use super::DbError;

/// A value on its way in, borrowed from whoever binds it.
///
/// No `Debug`: what is bound may be personal.
#[derive(Clone, Copy)]
pub enum Arg<'a> {
    /// No value.
    Null,
    /// Any whole number: `BIGINT`, `SMALLINT`.
    Int(i64),
    /// `DOUBLE PRECISION`.
    Real(f64),
    /// `TEXT`.
    Text(&'a str),
    /// `{{BLOB}}`.
    Blob(&'a [u8]),
}

/// Borrows values as the arguments of a statement: `args![stream.bytes(), version, "open"]`.
#[macro_export]
macro_rules! args {
    ($($value:expr),* $(,)?) => { &[$($crate::db::Arg::from($value)),*] };
}

macro_rules! arg_from {
    ($($type:ty => |$value:ident| $arg:expr;)+) => {$(
        impl<'a> From<$type> for Arg<'a> {
            fn from($value: $type) -> Self { $arg }
        }
    )+};
}

arg_from! {
    i64 => |n| Self::Int(n);
    i32 => |n| Self::Int(i64::from(n));
    i16 => |n| Self::Int(i64::from(n));
    u16 => |n| Self::Int(i64::from(n));
    u32 => |n| Self::Int(i64::from(n));
    // Versions and positions: far below 2^63, and a larger one would be refused when it is read back.
    u64 => |n| Self::Int(n as i64);
    bool => |b| Self::Int(i64::from(b));
    f64 => |r| Self::Real(r);
    &'a str => |s| Self::Text(s);
    &'a String => |s| Self::Text(s);
    &'a [u8] => |b| Self::Blob(b);
    &'a Vec<u8> => |b| Self::Blob(b);
}

impl<'a, const N: usize> From<&'a [u8; N]> for Arg<'a> {
    fn from(bytes: &'a [u8; N]) -> Self {
        Self::Blob(bytes)
    }
}

impl<'a, T> From<Option<T>> for Arg<'a>
where
    Arg<'a>: From<T>,
{
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Self::from)
    }
}

/// A value on its way out. No `Debug`: it may be personal.
#[derive(Clone, PartialEq)]
pub enum Value {
    /// No value.
    Null,
    /// Any whole number.
    Int(i64),
    /// A `DOUBLE PRECISION`.
    Real(f64),
    /// A `TEXT`.
    Text(String),
    /// A `{{BLOB}}`.
    Blob(Vec<u8>),
}

/// The rows of an answer, in one piece.
#[derive(Default)]
pub struct Rows {
    pub(crate) width: usize,
    pub(crate) values: Vec<Value>,
}

impl Rows {
    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.values.len().checked_div(self.width).unwrap_or(0)
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// The first row, if there is one.
    #[must_use]
    pub fn first(&self) -> Option<Row<'_>> {
        self.iter().next()
    }

    /// The rows in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Row<'_>> {
        self.values.chunks_exact(self.width.max(1)).map(Row)
    }
}

/// One row of an answer.
#[derive(Clone, Copy)]
pub struct Row<'a>(pub(crate) &'a [Value]);

impl<'a> Row<'a> {
    /// The value in `column`, counted from 0, as the type asked for.
    ///
    /// # Errors
    /// If the column is not there or holds something else; the text names the column's number, never its value.
    pub fn get<T: FromValue<'a>>(&self, column: usize) -> Result<T, DbError> {
        self.0.get(column).and_then(T::from_value).ok_or_else(|| {
            DbError::broken(format_args!(
                "column {column} of an answer is not a {}",
                std::any::type_name::<T>()
            ))
        })
    }
}

/// A type a column can be read as.
pub trait FromValue<'a>: Sized {
    /// The value, if it is of this type.
    fn from_value(value: &'a Value) -> Option<Self>;
}

macro_rules! whole_numbers {
    ($($type:ty)+) => {$(
        impl FromValue<'_> for $type {
            fn from_value(value: &Value) -> Option<Self> {
                if let Value::Int(n) = value { Self::try_from(*n).ok() } else { None }
            }
        }
    )+};
}

whole_numbers!(i64 u64 i32 u32 i16 u16);

impl FromValue<'_> for bool {
    fn from_value(value: &Value) -> Option<Self> {
        if let Value::Int(n) = value { Some(*n != 0) } else { None }
    }
}

impl FromValue<'_> for f64 {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Real(r) => Some(*r),
            Value::Int(n) => Some(*n as Self),
            _ => None,
        }
    }
}

impl<'a> FromValue<'a> for &'a str {
    fn from_value(value: &'a Value) -> Option<Self> {
        if let Value::Text(text) = value { Some(text) } else { None }
    }
}

impl FromValue<'_> for String {
    fn from_value(value: &Value) -> Option<Self> {
        <&str>::from_value(value).map(Self::from)
    }
}

impl<'a> FromValue<'a> for &'a [u8] {
    fn from_value(value: &'a Value) -> Option<Self> {
        if let Value::Blob(bytes) = value { Some(bytes) } else { None }
    }
}

impl FromValue<'_> for Vec<u8> {
    fn from_value(value: &Value) -> Option<Self> {
        <&[u8]>::from_value(value).map(Self::from)
    }
}

impl<const N: usize> FromValue<'_> for [u8; N] {
    fn from_value(value: &Value) -> Option<Self> {
        <&[u8]>::from_value(value)?.try_into().ok()
    }
}

impl<'a, T: FromValue<'a>> FromValue<'a> for Option<T> {
    fn from_value(value: &'a Value) -> Option<Self> {
        if *value == Value::Null { Some(None) } else { T::from_value(value).map(Some) }
    }
}
