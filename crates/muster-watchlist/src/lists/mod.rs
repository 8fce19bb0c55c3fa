//! Readers of published lists: one file a format, one [`Entry`](crate::Entry) an entry.
