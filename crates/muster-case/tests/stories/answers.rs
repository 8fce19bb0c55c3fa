//! Answers as they are typed, and as they are put right later.

use crate::harness::*;
use muster_case::{
    closing::{Erase, ErasureReason, Withdraw},
    intake::{RawAnswers, SaveDraft},
};
use muster_vocab::{BoxRef, Digest, Sealed};

/// Answers that lie in a box of their own.
fn typed(said: &str) -> SaveDraft {
    SaveDraft { answers: RawAnswers([("words".to_owned(), said.to_owned())].into()).into() }
}

fn lies(said: &str) -> Sealed<RawAnswers> {
    let bytes = format!(r#"{{"words":"{said}"}}"#);
    Sealed::Shut(BoxRef { part: 0, sha256: Digest::of(bytes.as_bytes()), home: None })
}

#[test]
fn the_last_answers_are_at_hand_until_the_case_is_erased() {
    let saved = draft().and(applicant(), typed("first")).and(applicant(), typed("last"));
    assert_eq!(saved.case.draft, Some(lies("last")));
    let sent = saved.and(applicant(), submit(born("1990-05-05")));
    assert_eq!(sent.case.draft, Some(lies("last")));
    let erase = Erase { reason: ErasureReason::Expired, expired: true, suppression: vec![] };
    assert_eq!(sent.and(applicant(), Withdraw).and(system(), erase).case.draft, None);
}
