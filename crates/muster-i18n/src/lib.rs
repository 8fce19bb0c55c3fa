//! Messages, plurals, direction, choosing a locale.
