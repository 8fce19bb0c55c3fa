//! People, cases, still clock, databases for tests.
