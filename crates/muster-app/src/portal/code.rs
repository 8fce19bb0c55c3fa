//! Random tokens and codes, from the operating system.
