//! Reading a policy file value by value, so that every complaint has its place and all come at once.

use crate::problem::{Place, Problem, did_you_mean};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value of a file, with its place.
pub(crate) type Placed<'a> = Spanned<DeValue<'a>>;

/// Reads one file and gathers what is wrong in it.
pub(crate) struct Reader<'a> {
    file: &'a str,
    text: &'a str,
    problems: Vec<Problem>,
}

impl<'a> Reader<'a> {
    pub(crate) const fn new(file: &'a str, text: &'a str) -> Self {
        Self { file, text, problems: Vec::new() }
    }

    /// The file as a table. What is not TOML is complained about once: the rest of such a file says little.
    pub(crate) fn parse(&mut self) -> Option<DeTable<'a>> {
        let error = match DeTable::parse(self.text) {
            Ok(table) => return Some(table.into_inner()),
            Err(error) => error,
        };
        let message = error.message().lines().next().unwrap_or_default().to_owned();
        self.complain(
            error.span().unwrap_or(0..0),
            format!("this is not TOML: {message}"),
            "mend the line; texts stand in double quotes, lists in square brackets",
        );
        None
    }

    pub(crate) fn place(&self, span: &Range<usize>) -> Place {
        Place::of(self.text, span.start)
    }

    pub(crate) fn complain(
        &mut self,
        span: Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let place = self.place(&span);
        self.problems.push(Problem::new(self.file, place, message, help));
    }

    /// Complains about every key that is not known here.
    pub(crate) fn only(&mut self, table: &DeTable<'_>, of: &str, known: &[&str]) {
        for key in table.keys().filter(|key| !known.contains(&key.get_ref().as_ref())) {
            let word = key.get_ref();
            let help = did_you_mean(word, known.iter().copied());
            self.complain(key.span(), format!("{of} has no `{word}`"), help);
        }
    }

    /// A value that must be there.
    pub(crate) fn needed<'t, 'v>(
        &mut self,
        table: &'t DeTable<'v>,
        span: &Range<usize>,
        of: &str,
        key: &str,
    ) -> Option<&'t Placed<'v>> {
        let value = table.get(key);
        if value.is_none() {
            self.complain(span.clone(), format!("{of} lacks `{key}`"), format!("add `{key} = …`"));
        }
        value
    }

    /// A text that must be there and may not be empty.
    pub(crate) fn needed_text(
        &mut self,
        table: &DeTable<'_>,
        span: &Range<usize>,
        of: &str,
        key: &str,
    ) -> Option<String> {
        let value = self.needed(table, span, of, key)?;
        let text = self.text(value)?;
        if text.trim().is_empty() {
            self.complain(value.span(), format!("`{key}` is empty"), "write it out");
            return None;
        }
        Some(text)
    }

    pub(crate) fn text(&mut self, value: &Placed<'_>) -> Option<String> {
        self.typed(value, "a text in double quotes", |value| value.as_str().map(str::to_owned))
    }

    pub(crate) fn yes_no(&mut self, value: &Placed<'_>) -> Option<bool> {
        self.typed(value, "true or false", DeValue::as_bool)
    }

    pub(crate) fn number(&mut self, value: &Placed<'_>) -> Option<i64> {
        self.typed(value, "a whole number", whole)
    }

    pub(crate) fn table<'t, 'v>(&mut self, value: &'t Placed<'v>) -> Option<&'t DeTable<'v>> {
        self.typed(value, "a table", DeValue::as_table)
    }

    pub(crate) fn list<'t, 'v>(&mut self, value: &'t Placed<'v>) -> Option<&'t [Placed<'v>]> {
        self.typed(value, "a list in square brackets", |value| value.as_array().map(|array| &**array))
    }

    /// A list of texts; those that are none are complained about and left out.
    pub(crate) fn texts(&mut self, value: &Placed<'_>) -> Option<Vec<Spanned<String>>> {
        let list = self.list(value)?;
        Some(list.iter().filter_map(|item| Some(Spanned::new(item.span(), self.text(item)?))).collect())
    }

    /// The tables of an array such as `[[rule]]`.
    pub(crate) fn tables<'t, 'v>(
        &mut self,
        table: &'t DeTable<'v>,
        key: &str,
    ) -> Vec<(&'t DeTable<'v>, Range<usize>)> {
        let Some(list) = table.get(key).and_then(|value| self.list(value)) else { return Vec::new() };
        list.iter().filter_map(|item| Some((self.table(item)?, item.span()))).collect()
    }

    fn typed<'t, 'v, T>(
        &mut self,
        value: &'t Placed<'v>,
        wanted: &str,
        take: impl Fn(&'t DeValue<'v>) -> Option<T>,
    ) -> Option<T> {
        let taken = take(value.get_ref());
        if taken.is_none() {
            let found = value.get_ref().type_str();
            self.complain(
                value.span(),
                format!("{wanted} is wanted here, not a TOML {found}"),
                format!("write {wanted}"),
            );
        }
        taken
    }

    /// What was read, or everything that is wrong with it.
    pub(crate) fn finish<T>(self, read: Option<T>) -> Result<T, Vec<Problem>> {
        match read {
            Some(read) if self.problems.is_empty() => Ok(read),
            _ => Err(self.problems),
        }
    }
}

/// A whole number, if the value is one.
pub(crate) fn whole(value: &DeValue<'_>) -> Option<i64> {
    let number = value.as_integer()?;
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}
