//! The funnel: where everybody stands, who was turned away and why, and how long it takes.

use super::waits::{Gathered, Queue, Wait};
use crate::{App, Failure};
use jiff::Timestamp;
use muster_case::{Permit, Stage, access::ReadCases};
use muster_store::views::CaseRow;
use muster_vocab::{MissionCode, ReasonCode};
use serde::Serialize;
use std::collections::{BTreeMap, HashSet};

/// Where everybody stands. Cases merged into another count once, with the one that goes on.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Funnel {
    /// As of the last thing that happened to a case.
    pub as_of: Option<Timestamp>,
    /// Forms sent, again or for the first time.
    pub submissions: u64,
    /// People, as far as they are told apart.
    pub people: u64,
    /// Cases, without those merged away.
    pub cases: u64,
    /// Cases merged into another.
    pub merged: u64,
    /// How many stand on each stage, in the order of the way; stages with nobody are left out.
    pub stages: Vec<StageCount>,
    /// Turned away before an interview.
    pub turned_away: TurnedAway,
    /// Who had an interview.
    pub interviewed: u64,
    /// Interviews that nobody came to.
    pub no_shows: u64,
    /// Who was accepted, whatever came after.
    pub accepted: u64,
    /// Proposals that wait for their second signature.
    pub awaiting_second_signature: u64,
    /// The primary code of each outcome against somebody, the most frequent first.
    pub reasons: Vec<CodeCount>,
    /// From the first submission to the first answer.
    pub to_answer: Wait,
    /// From the first submission to the interview.
    pub to_interview: Wait,
    /// From the interview to the acceptance.
    pub to_acceptance: Wait,
    /// Who still waits for somebody of the mission.
    pub queues: Vec<Queue>,
    /// How well arrivals are known.
    pub arrivals: Arrivals,
    /// Cases with each hold.
    pub holds: BTreeMap<String, u64>,
    /// What is not recorded as it should be.
    pub quality: Quality,
}

/// How many stand on a stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StageCount {
    /// The stage.
    pub stage: String,
    /// How many.
    pub cases: u64,
}

/// Turned away before an interview.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct TurnedAway {
    /// Refused by a clerk, or by two people after screening.
    pub refused_early: u64,
    /// Sent to another route.
    pub referred: u64,
}

impl TurnedAway {
    /// Both together.
    #[must_use]
    pub const fn all(&self) -> u64 {
        self.refused_early + self.referred
    }
}

/// How often a code was the primary one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CodeCount {
    /// The code.
    pub code: String,
    /// What it means.
    pub meaning: String,
    /// How often.
    pub cases: u64,
}

/// Arrivals by how well they are known; each case counts under its strongest evidence.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Arrivals {
    /// Hold a pass.
    pub expected: u64,
    /// Say that they are on their way.
    pub claimed: u64,
    /// Were seen at the border.
    pub observed: u64,
    /// Signed the contract.
    pub confirmed: u64,
}

/// What is not recorded as it should be.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Quality {
    /// Cases with a check that has no outcome.
    pub cases_with_open_checks: u64,
    /// Checks without an outcome.
    pub open_checks: u64,
    /// Hits without a ruling.
    pub open_hits: u64,
    /// Cases past screening with a check that has no outcome: there should be none.
    pub interviewed_unchecked: u64,
}

/// Stages where somebody of the mission must act next.
const QUEUES: [Stage; 9] = [
    Stage::Submitted,
    Stage::Screening,
    Stage::HitReview,
    Stage::InterviewReady,
    Stage::Interviewed,
    Stage::Recommended,
    Stage::UnderReview,
    Stage::Overdue,
    Stage::Presented,
];

impl App {
    /// The funnel of one mission, or of all.
    ///
    /// # Errors
    /// If the store fails.
    pub fn funnel(
        &self,
        permit: Permit<ReadCases>,
        mission: Option<&MissionCode>,
    ) -> Result<Funnel, Failure> {
        let mut counting = Counting::default();
        self.store.views.each_case(permit, &mut |row| {
            if mission.is_none_or(|mission| mission.as_str() == row.mission) {
                counting.add(&row);
            }
        })?;
        Ok(counting.finish())
    }
}

/// The funnel while cases are counted into it.
#[derive(Default)]
struct Counting {
    funnel: Funnel,
    people: HashSet<[u8; 16]>,
    stages: BTreeMap<Stage, u64>,
    reasons: BTreeMap<ReasonCode, u64>,
    since: BTreeMap<Stage, Vec<Timestamp>>,
    to_answer: Gathered,
    to_interview: Gathered,
    to_acceptance: Gathered,
}

impl Counting {
    fn add(&mut self, row: &CaseRow) {
        let funnel = &mut self.funnel;
        funnel.submissions += u64::from(row.submissions);
        funnel.as_of = funnel.as_of.max(Some(row.stage_since));
        if row.merged_into.is_some() {
            funnel.merged += 1;
            return;
        }
        funnel.cases += 1;
        self.people.extend(row.person.map(|person| *person.bytes()));
        let Ok(stage) = row.stage.parse::<Stage>() else { return };
        *self.stages.entry(stage).or_default() += 1;
        self.since.entry(stage).or_default().push(row.stage_since);
        match stage {
            Stage::RefusedEarly => funnel.turned_away.refused_early += 1,
            Stage::Referred if row.interviewed_at.is_none() => funnel.turned_away.referred += 1,
            _ => {}
        }
        if stage.is_adverse() || matches!(stage, Stage::Referred | Stage::Deferred | Stage::Lapsed) {
            let primary = row.codes.first().and_then(|code| code.parse::<ReasonCode>().ok());
            if let Some(code) = primary {
                *self.reasons.entry(code).or_default() += 1;
            }
        }
        funnel.interviewed += u64::from(row.interviewed_at.is_some());
        funnel.accepted += u64::from(row.accepted_at.is_some());
        funnel.no_shows += u64::from(row.no_shows);
        funnel.awaiting_second_signature += u64::from(row.proposal_act.is_some());
        for hold in &row.holds {
            *funnel.holds.entry(hold.clone()).or_default() += 1;
        }
        match row.arrival.as_deref() {
            Some("expected") => funnel.arrivals.expected += 1,
            Some("claimed") => funnel.arrivals.claimed += 1,
            Some("observed") => funnel.arrivals.observed += 1,
            Some("confirmed") => funnel.arrivals.confirmed += 1,
            _ => {}
        }
        let open = u64::from(row.checks_open);
        funnel.quality.open_checks += open;
        funnel.quality.cases_with_open_checks += u64::from(open > 0);
        funnel.quality.open_hits += u64::from(row.hits_open);
        funnel.quality.interviewed_unchecked += u64::from(open > 0 && row.interviewed_at.is_some());
        self.to_answer.between(row.submitted_at, row.answered_at);
        self.to_interview.between(row.submitted_at, row.interviewed_at);
        self.to_acceptance.between(row.interviewed_at, row.accepted_at);
    }

    fn finish(self) -> Funnel {
        let mut funnel = self.funnel;
        funnel.people = self.people.len() as u64;
        funnel.stages = self
            .stages
            .iter()
            .map(|(stage, cases)| StageCount { stage: stage.word().to_owned(), cases: *cases })
            .collect();
        funnel.reasons = self
            .reasons
            .iter()
            .map(|(code, cases)| CodeCount {
                code: code.code().to_owned(),
                meaning: code.meaning().to_owned(),
                cases: *cases,
            })
            .collect();
        // A stable sort: equal counts stay in the order of the codes.
        funnel.reasons.sort_by_key(|reason| std::cmp::Reverse(reason.cases));
        funnel.to_answer = self.to_answer.wait();
        funnel.to_interview = self.to_interview.wait();
        funnel.to_acceptance = self.to_acceptance.wait();
        funnel.queues = QUEUES
            .iter()
            .filter_map(|stage| {
                let mut gathered = Gathered::default();
                for &since in self.since.get(stage)? {
                    gathered.between(Some(since), funnel.as_of);
                }
                Some(gathered.queue(stage.word()))
            })
            .collect();
        funnel
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use muster_vocab::{CaseId, PersonId};

    fn at(hour: i64) -> Timestamp {
        Timestamp::from_second(1_646_000_000 + hour * 3600).unwrap()
    }

    fn row(person: u128, stage: Stage, codes: &[&str]) -> CaseRow {
        CaseRow {
            case: CaseId::from(person),
            person: Some(PersonId::from(person)),
            mission: "us-washington".into(),
            channel: "web".into(),
            walk_in: false,
            stage: stage.word().into(),
            stage_since: at(10),
            holds: vec![],
            opened_at: Some(at(0)),
            submitted_at: Some(at(0)),
            submissions: 1,
            answered_at: None,
            interviewed_at: None,
            accepted_at: None,
            finding: None,
            edition: None,
            codes: codes.iter().map(|&code| code.to_owned()).collect(),
            checks_open: 0,
            hits_open: 0,
            no_shows: 0,
            proposal_act: None,
            arrival: None,
            merged_into: None,
            version: 1,
        }
    }

    fn funnel(rows: &[CaseRow]) -> Funnel {
        let mut counting = Counting::default();
        for row in rows {
            counting.add(row);
        }
        counting.finish()
    }

    #[test]
    fn somebody_sent_elsewhere_after_an_interview_was_not_turned_away_before_it() {
        let after = CaseRow { interviewed_at: Some(at(5)), ..row(3, Stage::Referred, &["R11"]) };
        let found =
            funnel(&[row(1, Stage::RefusedEarly, &["R07"]), row(2, Stage::Referred, &["R04"]), after]);
        assert_eq!(found.turned_away, TurnedAway { refused_early: 1, referred: 1 });
        assert_eq!(found.interviewed, 1);
    }

    #[test]
    fn a_case_merged_away_counts_its_submission_and_nothing_else() {
        let merged = CaseRow { merged_into: Some(CaseId::from(1)), ..row(2, Stage::Submitted, &[]) };
        let found = funnel(&[row(1, Stage::Submitted, &[]), merged]);
        assert_eq!((found.submissions, found.cases, found.merged, found.people), (2, 1, 1, 1));
    }

    #[test]
    fn the_primary_code_alone_is_counted_and_the_most_frequent_comes_first() {
        let rows = [
            row(1, Stage::RefusedEarly, &["R01", "R07"]),
            row(2, Stage::RefusedEarly, &["R07"]),
            row(3, Stage::Refused, &["R07"]),
            row(4, Stage::Submitted, &["R06"]),
        ];
        let codes: Vec<_> =
            funnel(&rows).reasons.into_iter().map(|reason| (reason.code, reason.cases)).collect();
        assert_eq!(codes, [("R07".to_owned(), 2), ("R01".to_owned(), 1)]);
    }

    #[test]
    fn stages_come_in_the_order_of_the_way_and_add_up() {
        let rows = [row(1, Stage::Accepted, &[]), row(2, Stage::Draft, &[]), row(3, Stage::Draft, &[])];
        let found = funnel(&rows);
        let words: Vec<_> = found.stages.iter().map(|count| count.stage.as_str()).collect();
        assert_eq!(words, ["draft", "accepted"]);
        assert_eq!(found.stages.iter().map(|count| count.cases).sum::<u64>(), found.cases);
    }

    #[test]
    fn a_queue_is_as_old_as_its_oldest_case_when_the_last_thing_happened() {
        let early = CaseRow { stage_since: at(0), ..row(1, Stage::Submitted, &[]) };
        let found = funnel(&[early, row(2, Stage::Accepted, &[])]);
        assert_eq!(found.queues.len(), 1);
        assert!((found.queues[0].oldest_hours - 10.0).abs() < 0.01);
    }

    #[test]
    fn an_interview_without_all_outcomes_is_seen() {
        let unchecked =
            CaseRow { checks_open: 2, interviewed_at: Some(at(5)), ..row(1, Stage::Interviewed, &[]) };
        let quality = funnel(&[unchecked]).quality;
        assert_eq!((quality.open_checks, quality.interviewed_unchecked), (2, 1));
    }
}
