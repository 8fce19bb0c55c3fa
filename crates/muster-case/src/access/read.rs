//! Reads that need a permit and change nothing.

use crate::permit::action;

/// Reads opaque case rows: stages, counts, clocks; nothing personal.
#[derive(Debug, Clone, Copy)]
pub struct ReadCases;

/// Opens sealed values of a case; the read itself is recorded with [`super::RecordAccess`].
#[derive(Debug, Clone, Copy)]
pub struct OpenSealed;

/// Reads which case is hit by which entry of a list, and why: whoever need not know does not.
#[derive(Debug, Clone, Copy)]
pub struct ReadHits;

action! {
    ReadHits "read_hits" Screener Adjudicator Attache DataProtection;
    ReadCases "read_cases" Clerk Screener Adjudicator Interviewer Attache Counsel Border Personnel Welfare System
        DataProtection PolicyOwner Administrator;
    OpenSealed "open_sealed" Clerk Screener Adjudicator Interviewer Attache Counsel Border Personnel Welfare System
        DataProtection;
}
