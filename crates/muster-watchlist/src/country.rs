//! Countries by the names lists and people give them.

/// The two-letter code of a country by code or name; nothing if it is not known.
pub(crate) fn code(name: &str) -> Option<String> {
    let name = name.trim().to_lowercase();
    (!name.is_empty()).then_some(name)
}
