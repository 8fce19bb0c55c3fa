//! Every refusal as people read it: its key, what is wrong, what to do next.

use muster_case::Refusal;
use std::{collections::BTreeSet, fmt::Write as _};

#[test]
fn every_refusal_has_a_key_of_its_own_and_ends_without_a_full_stop() {
    let keys: BTreeSet<String> = Refusal::one_of_each().iter().map(Refusal::key).collect();
    assert_eq!(keys.len(), Refusal::one_of_each().len());
    for refusal in Refusal::one_of_each() {
        for text in [refusal.to_string(), refusal.next_step()] {
            assert!(!text.is_empty() && !text.ends_with('.'), "{text}");
        }
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "the snapshot is long because there are many refusals")]
fn every_refusal_says_what_is_wrong_and_what_to_do_next() {
    let mut text = String::new();
    for refusal in Refusal::one_of_each() {
        writeln!(text, "{}\n  {refusal}\n  -> {}", refusal.key(), refusal.next_step()).unwrap();
    }
    insta::assert_snapshot!(text, @r"
    refusal.role_may_not
      the role clerk may not countersign
      -> ask somebody who acts as attache or adjudicator
    refusal.not_yours
      this case belongs to another person
      -> open your own case with its receipt
    refusal.wrong_stage
      countersign is not done while a case is draft
      -> open the case and see which step is next
    refusal.already_open
      the case is open already
      -> go on with the case that is open
    refusal.held
      the case is held: security, legal
      -> settle the cause of each hold, then lift it
    refusal.merged
      the case is merged into another
      -> go on in case 00000000000000000000000000000007, or undo the merge
    refusal.same_human
      both signatures would be of the same human
      -> let another person do it
    refusal.sole_interviewer
      the only interviewer may not countersign
      -> let another person do it
    refusal.signed_before
      somebody who signed in this case may not settle its review
      -> let another person do it
    refusal.recused
      an officer of this act stepped back from the case
      -> let another person do it, and send back what this officer proposed
    refusal.not_objective
      only objective findings may be confirmed in bulk
      -> take the cases with other findings out and decide them singly
    refusal.active_elsewhere
      the person has an active case already
      -> go on in case 00000000000000000000000000000007
    refusal.minor
      the applicant is or may be under 18
      -> take the safeguarding path: confirm the refusal with code R01 and tell kindly
    refusal.unknown
      there is no such hit in this case
      -> reload the case; it may have changed meanwhile
    refusal.proposal_open
      a proposal waits for its second signature
      -> countersign or send back the open proposal first
    refusal.strong_hit
      a strong hit is cleared by two people
      -> recommend clearing it; a second adjudicator countersigns
    refusal.casualty_stands
      a casualty state is ended by two people
      -> report that the person returned, with the source; a second person countersigns
    refusal.limit
      moving the interview is possible 2 times at most
      -> see the case page for what is left to do
    refusal.too_early
      not before 1970-01-01T00:00:00Z
      -> repeat it after 1970-01-01T00:00:00Z
    refusal.too_late
      it was possible until 1970-01-01T00:00:00Z
      -> a new application may be the way
    refusal.text_differs
      the text is not the one that was previewed
      -> preview the new text and give 24 hours to think
    refusal.pass_spent
      the pass was used or revoked
      -> check for another person with a copy of the pass
    refusal.posture_forbids
      the mission may not do this now
      -> see the mission's posture; the waiting list is open
    refusal.signature_depends
      a signature rests on the cases as they are
      -> send an open proposal back; or let the signed case go on, and ask for a review of its decision
    refusal.must_be_kept
      the data must be kept still
      -> see the retention date and the legal hold on the case
    refusal.needs.notice
      the legal notice was not acknowledged for every nationality and the residence
      -> show the notice for each of them and record the acknowledgement
    refusal.needs.current_notice
      the legal notice changed since it was read
      -> show the new notice and record the acknowledgement
    refusal.needs.consent
      consent is not recorded
      -> record consent for each purpose
    refusal.needs.contact
      there is no way to reach the person
      -> add an e-mail address or a telephone number
    refusal.needs.nationality
      no nationality is given
      -> add every nationality held
    refusal.needs.determination
      no determination under a policy edition stands on the facts as they are now
      -> run `muster policy evaluate`, or wait for the eligibility worker
    refusal.needs.accepted_finding
      no clerk accepted the finding
      -> let a clerk accept or contest the finding
    refusal.needs.reason_code
      no reason code that fits this act is given
      -> give at least one code that a finding supports
    refusal.needs.rationale
      the rationale is empty
      -> write why, in a sentence the person could read
    refusal.needs.checks
      no check is named
      -> name the checks the programme asks for
    refusal.needs.check_outcomes
      a check has no recorded outcome
      -> record an outcome for every check
    refusal.needs.hit_rulings
      a hit has no ruling
      -> let an adjudicator rule on every hit
    refusal.needs.vetting
      a check says that this person cannot be vetted
      -> settle the cause and record the check again, or let two people refuse with code R08
    refusal.needs.cleared_hits
      a hit is confirmed to be this person
      -> let two people refuse with code R20
    refusal.needs.duplicate_rulings
      a suspected duplicate is open
      -> say whether it is the same person, with a reason
    refusal.needs.assessment
      the assessment is not complete
      -> enter the ratings; for a critical role a second rater enters theirs too
    refusal.needs.contract_preview
      the contract preview was not read
      -> send the preview and wait for the answer
    refusal.needs.next_of_kin
      next of kin are neither given nor declined
      -> ask the applicant to give or decline
    refusal.needs.kit_list
      the kit list was not acknowledged
      -> send the kit list and wait for the answer
    refusal.needs.valid_pass
      the pass is not valid for this case
      -> register a walk-in, or turn back with code B01
    refusal.needs.same_person
      the person is not the one of the application
      -> turn back with code B03, or check again
    refusal.needs.applicant_signature
      the applicant has not signed
      -> let the applicant sign first
    refusal.needs.unit_acceptance
      the receiving unit has not accepted
      -> ask the unit, or choose another
    refusal.needs.kin_notified
      the kin were not notified
      -> notify the kin first and record it
    refusal.needs.source
      no source is given
      -> name the source of the report
    refusal.needs.step_up
      this act needs a fresh login
      -> log in again and repeat the act within ten minutes
    refusal.needs.ground
      nothing on record allows this act
      -> record the finding it rests on first
    ");
}
