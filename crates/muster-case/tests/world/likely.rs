//! What is likely to be asked on each stage, and by whom.

use super::World;
use muster_case::{
    Case, Command, Hold, Stage,
    eligibility::Outcome,
    movement::ARRIVAL_CHECK,
    screening::{CheckOutcome, Strength},
};
use muster_vocab::{Actor, Dice as _, Role};

type Weighted = Vec<(&'static str, f64)>;

impl World {
    /// A command that is likely now, mostly with right arguments, by somebody who may.
    pub(super) fn likely(&mut self, entry: usize) -> (Actor, Command) {
        let words = words(&self.entries[entry].case);
        let word = *self.dice.weighted(&words);
        let right = if self.dice.chance(0.85) { 1.0 } else { 0.75 };
        let command = self.make(entry, word, right);
        let proposal = self.entries[entry].case.proposal.as_ref();
        let roles: Vec<Role> = match &command {
            Command::Recommend(it) => it.act.first_signers().to_vec(),
            Command::Countersign(_) | Command::SendBack(_) if proposal.is_some() => {
                proposal.unwrap().act.second_signers().to_vec()
            }
            Command::LiftHold(it) => who_lifts(it.hold),
            other => other.roles().to_vec(),
        };
        (self.actor(entry, &roles), command)
    }
}

fn who_lifts(hold: Hold) -> Vec<Role> {
    match hold {
        Hold::Duplicate => vec![Role::Clerk],
        Hold::Security => vec![Role::Adjudicator],
        Hold::Legal | Hold::Posture => vec![Role::Counsel],
        Hold::Safeguarding | Hold::Medical => vec![Role::Attache, Role::Welfare],
    }
}

/// Where people put right what they said.
const CORRECTED: [Stage; 6] = [
    Stage::Submitted,
    Stage::InfoRequested,
    Stage::Screening,
    Stage::HitReview,
    Stage::InterviewReady,
    Stage::InterviewBooked,
];

fn words(case: &Case) -> Weighted {
    let Some(stage) = case.stage else {
        return vec![("open_draft", 3.0), ("register_walk_in", 1.0), ("lapse", 0.05)];
    };
    if case.merged_into.is_some() {
        return vec![("unmerge", 5.0), ("withdraw", 0.4), ("erase", 0.4), ("merge", 0.4), ("submit", 0.2)];
    }
    let mut words = on(stage, case);
    if !stage.is_closed() {
        words.extend([
            ("withdraw", 0.06),
            ("raise_hit", 0.06),
            ("suspect_duplicate", 0.05),
            ("place_hold", 0.03),
        ]);
        words.extend([
            ("record_access", 0.03),
            ("recuse", 0.015),
            ("add_note", 0.02),
            ("propose_flip", 0.03),
            ("name_kin", 0.02),
        ]);
        words.extend([("acknowledge_notice", 0.02), ("give_consent", 0.02)]);
    }
    if case.proposal.is_some() && stage != Stage::Recommended {
        words.extend([("countersign", 4.0), ("send_back", 0.8)]);
    }
    if CORRECTED.contains(&stage) {
        words.push(("correct", 0.15));
    }
    if case.correction.is_some() {
        words.extend([("take_over_correction", 1.0), ("refuse_correction", 0.5)]);
    }
    if !case.holds.is_empty() {
        words.push(("lift_hold", 3.0));
    }
    if !stage.is_closed() && case.hits.values().any(|hit| hit.ruling.is_none()) {
        words.extend([("dismiss_hit", 4.0), ("confirm_hit", 0.5), ("note_entry", 0.2)]);
        let strong =
            |hit: &muster_case::screening::HitState| hit.ruling.is_none() && hit.strength == Strength::Strong;
        if case.hits.values().any(strong) {
            words.push(("recommend", 4.0));
        }
    }
    if !case.duplicates.is_empty() {
        words.extend([("dismiss_duplicate", 2.0), ("merge", 1.0), ("confirm_same_person", 1.0)]);
    }
    words
}

fn on(stage: Stage, case: &Case) -> Weighted {
    let either = |first: bool, yes: &'static str, no: &'static str| if first { yes } else { no };
    match stage {
        Stage::Draft => vec![
            (either(case.notice.is_none(), "acknowledge_notice", "submit"), 4.0),
            (either(case.consent.is_empty(), "give_consent", "submit"), 4.0),
            ("save_draft", 0.4),
            ("lapse", 0.4),
        ],
        Stage::Submitted => {
            let next = match &case.determination {
                None => "determine",
                Some(_) if case.finding_accepted => "start_screening",
                Some(finding) => match finding.outcome {
                    Outcome::Eligible | Outcome::Tentative => "accept_finding",
                    Outcome::RefuseProposed => "confirm_refusal",
                    Outcome::Refer => "refer",
                },
            };
            vec![
                (next, 8.0),
                ("request_info", 0.7),
                ("record_fact", 0.3),
                ("repeat_submission", 0.2),
                ("determine", 0.3),
            ]
        }
        Stage::InfoRequested => vec![("answer_info", 3.0), ("lapse", 1.0), ("record_fact", 0.2)],
        Stage::Screening => {
            let unvettable = case.checks.values().any(|it| matches!(it, Some(CheckOutcome::Unvettable(_))));
            let done = case.unrecorded_checks().next().is_none();
            vec![
                (either(done, "complete_screening", "record_check"), 6.0),
                ("raise_hit", 0.8),
                ("leave_check", if done { 0.02 } else { 0.3 }),
                ("recommend", if unvettable { 6.0 } else { 0.1 }),
                ("record_check", 0.5),
            ]
        }
        Stage::HitReview => vec![("recommend", 2.0), ("dismiss_hit", 2.0), ("record_check", 0.5)],
        Stage::InterviewReady => vec![("book_interview", 6.0), ("record_check", 0.1), ("record_fact", 0.1)],
        Stage::InterviewBooked => {
            let next = either(case.raters.is_empty(), "assess", "complete_interview");
            vec![(next, 6.0), ("assess", 1.0), ("reschedule", 0.7), ("record_no_show", 1.2)]
        }
        Stage::Interviewed => vec![("recommend", 6.0)],
        Stage::Recommended => vec![("countersign", 6.0), ("send_back", 0.5)],
        Stage::Deferred => vec![("end_deferral", 4.0)],
        Stage::Accepted => {
            let next = [
                (case.preview.is_none(), "preview_contract"),
                (case.kin.is_none(), "name_kin"),
                (case.kit.is_none(), "acknowledge_kit"),
                (case.notice.as_ref().is_none_or(|it| it.edition != super::NOTICE), "acknowledge_notice"),
            ];
            let next = next.iter().find(|(open, _)| *open).map_or("clear_to_travel", |(_, word)| word);
            vec![(next, 6.0), ("clear_to_travel", 0.5), ("preview_contract", 0.3), ("recommend", 0.8)]
        }
        Stage::ClearedToTravel => vec![("depart", 4.0), ("present", 1.5), ("recommend", 0.8)],
        Stage::EnRoute => vec![("present", 2.0), ("mark_overdue", 3.0), ("recommend", 0.8)],
        Stage::Overdue => {
            vec![("withdraw", 0.3), ("present", 1.0), ("account_for", 5.0), ("mark_overdue", 0.2)]
        }
        Stage::Unaccounted => {
            vec![("withdraw", 0.4), ("present", 1.0), ("account_for", 2.0), ("recommend", 3.0)]
        }
        Stage::Presented => vec![
            (either(case.walk_in && case.determination.is_none(), "determine", "admit"), 3.0),
            (either(case.walk_in && !case.finding_accepted, "accept_finding", "admit"), 3.0),
            (either(unscreened(case), "record_check", "admit"), 4.0),
            ("turn_back", 0.9),
            ("recommend", if case.holds.is_empty() { 0.2 } else { 3.0 }),
        ],
        Stage::Admitted => vec![("preview_contract", 2.0), ("offer_contract", 4.0)],
        Stage::ContractOffered => {
            vec![
                (either(case.applicant_signed, "conclude_contract", "sign_contract"), 5.0),
                ("decline_contract", 0.8),
                ("conclude_contract", 0.5),
            ]
        }
        Stage::Contracted => vec![("assign", 4.0), ("recommend", 1.2)],
        Stage::Assigned => {
            vec![("change_status", 1.0), ("recommend", 3.0), ("notify_kin", 0.7), ("release_status", 0.7)]
        }
        Stage::Deceased => {
            vec![("notify_kin", 2.0), ("release_status", 2.0), ("erase", 0.3), ("place_hold", 0.2)]
        }
        Stage::UnderReview => vec![("settle_review", 5.0), ("request_review", 0.2)],
        Stage::Withdrawn => vec![("undo_withdrawal", 3.0), ("erase", 1.0), ("place_hold", 0.3)],
        stage if stage.is_adverse() => {
            vec![("request_review", 4.0), ("propose_flip", 1.0), ("erase", 0.2), ("place_hold", 0.1)]
        }
        _ => vec![("erase", 1.0), ("place_hold", 0.3), ("propose_flip", 0.2), ("request_review", 0.2)],
    }
}

/// Somebody at the reception desk of whom a check is still to be made.
fn unscreened(case: &Case) -> bool {
    case.checks.get(ARRIVAL_CHECK).copied().flatten().is_none() || case.unrecorded_checks().next().is_some()
}
