//! Personal names: fold, transliterate, split, compare.
//!
//! What it promises: the same text gives the same answer on every machine, and every reading of a name says how it
//! was made.
//!
//! What it never does: guess where somebody is from. A script decides which table is read, a person never.
