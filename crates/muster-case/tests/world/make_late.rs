//! Commands with arguments, from screening on.

use super::{NOTICE, World};
use jiff::{SignedDuration, Timestamp};
use muster_case::{
    Command, Stage, access, closing,
    decision::{self, Act, CasualtyStatus, DischargeCause, ReviewOutcome},
    interview, movement,
    movement::{ARRIVAL_CHECK, Kin, Whereabouts},
    screening::{self, CheckOutcome, ListRef, Strength, UnvettableCause},
    service::{self, DutyStatus},
};
use muster_vocab::{Dice as _, Digest, PersonName, ReasonCode};
use std::collections::BTreeMap;

/// A list by name.
pub(crate) fn list(name: &str) -> ListRef {
    ListRef { list: name.into(), edition: "2022-03-01".into() }
}

impl World {
    pub(super) fn record_check(&mut self, entry: usize, right: f64) -> Command {
        let case = &self.entries[entry].case;
        let asked: Vec<String> = match case.stage {
            Some(Stage::Presented) => {
                case.unrecorded_checks().map(str::to_owned).chain([ARRIVAL_CHECK.into()]).collect()
            }
            _ => case.unrecorded_checks().map(str::to_owned).collect(),
        };
        let check = match self.dice.below(asked.len() as u64 + 1) as usize {
            number if number < asked.len() => asked[number].clone(),
            _ => asked.first().cloned().unwrap_or_else(|| "watchlist".into()),
        };
        let wrong = self.dice.pick(&["", "astrology"]).to_string();
        let outcome = *self.dice.weighted(&[
            (CheckOutcome::Clear, 0.8),
            (CheckOutcome::Hits, 0.05),
            (CheckOutcome::Adverse, 0.03),
            (CheckOutcome::Inconclusive, 0.04),
            (CheckOutcome::Unvettable(UnvettableCause::NoRecords), 0.08),
        ]);
        let (check, lists) = (if self.ok(right) { check } else { wrong }, vec![list("sanctions")]);
        screening::RecordCheck { check, outcome, lists, reason: self.text(right) }.into()
    }

    pub(super) fn leave_check(&mut self, entry: usize, right: f64) -> Command {
        let waiting = self.entries[entry].case.unrecorded_checks().next().map(str::to_owned);
        let check = waiting.filter(|_| self.ok(right)).unwrap_or_else(|| "astrology".into());
        screening::LeaveCheck { check, lists: vec![list("sanctions")], cause: self.text(right) }.into()
    }

    pub(super) fn raise_hit(&mut self, entry: usize) -> Command {
        let known = self.entries[entry].case.hits.values().next().map(|hit| hit.entry);
        let fresh = Digest::of(&self.dice.roll().to_be_bytes());
        let strong = self.dice.chance(0.45);
        screening::RaiseHit {
            hit: self.dice.id(),
            list: list("sanctions"),
            entry: known.filter(|_| self.dice.chance(0.2)).unwrap_or(fresh),
            strength: if strong { Strength::Strong } else { Strength::Ordinary },
            scored: self.dice.chance(0.7).then(|| screening::Scored {
                entry: "QDi.430".into(),
                millibits: 21_350,
                engine: "muster-watchlist 1".into(),
            }),
            evidence: self.text(1.0),
        }
        .into()
    }

    fn act(&mut self, entry: usize, right: f64) -> Act {
        let until = self.now + SignedDuration::from_hours(self.dice.between(1, 20 * 24));
        let (hit, ruling) = (self.some_hit(entry, right), self.ruling(right));
        let cause = *self.dice.pick(&[DischargeCause::Completed, DischargeCause::Medical]);
        let status = *self.dice.pick(&[
            CasualtyStatus::Wounded,
            CasualtyStatus::Missing,
            CasualtyStatus::Captured,
            CasualtyStatus::Returned,
        ]);
        let case = &self.entries[entry].case;
        let strong = case.hits.values().any(|it| it.ruling.is_none() && it.strength == Strength::Strong);
        let (clear, refer) = (Act::ClearHit { hit, ruling }, Act::Refer { route: "medics".into() });
        let after = [(Act::Accept, 6.0), (Act::Refuse, 1.5), (Act::Defer { until }, 1.5), (refer, 0.8)];
        let casualty = (Act::ReportCasualty { status }, 3.0);
        let fit = match case.stage {
            _ if strong && self.dice.chance(0.7) => vec![(clear, 1.0)],
            Some(Stage::Screening | Stage::HitReview) => vec![(Act::RefuseEarly, 1.0)],
            Some(stage) if stage.is_revocable() => vec![(Act::Revoke, 1.0)],
            Some(Stage::Presented) => vec![(Act::AdmitHeld, 1.0)],
            Some(Stage::Contracted) => vec![(Act::Discharge { cause }, 1.0)],
            Some(Stage::Assigned) => {
                vec![casualty.clone(), (Act::Discharge { cause }, 1.2), (Act::RecordDeath, 1.5)]
            }
            Some(Stage::Unaccounted) => vec![(Act::RecordDeath, 1.0)],
            _ => after.to_vec(),
        };
        if self.ok(right) {
            return self.dice.weighted(&fit).clone();
        }
        let any = [Act::RefuseEarly, Act::Revoke, Act::AdmitHeld, Act::RecordDeath, Act::Accept, casualty.0];
        self.dice.pick(&any).clone()
    }

    fn recommend(&mut self, entry: usize, right: f64) -> Command {
        let act = self.act(entry, right);
        let case = &self.entries[entry].case;
        let unvettable = case.checks.values().any(|it| matches!(it, Some(CheckOutcome::Unvettable(_))));
        let likely = match act {
            Act::RefuseEarly if unvettable => ReasonCode::CannotBeVetted,
            Act::RefuseEarly => ReasonCode::ScreeningTrueMatch,
            Act::Defer { .. } => ReasonCode::RoleNotNeededNow,
            _ => ReasonCode::BelowStandard,
        };
        let codes = if act == Act::Accept { vec![] } else { self.codes(right, &[likely]) };
        let again =
            self.entries[entry].case.proposal.as_ref().map(|it| it.id).filter(|_| self.dice.chance(0.3));
        let proposal = again.unwrap_or_else(|| self.dice.id());
        decision::Recommend { proposal, act, codes, rationale: self.text(right) }.into()
    }

    fn countersign(&mut self, entry: usize, right: f64) -> Command {
        let wrong = [
            self.now - SignedDuration::from_hours(2),
            self.now + SignedDuration::from_mins(1),
            Timestamp::MAX,
        ];
        decision::Countersign {
            proposal: self.proposal(entry, right),
            rationale: self.text(right),
            step_up_at: if self.ok(right) { self.now } else { *self.dice.pick(&wrong) },
        }
        .into()
    }

    fn clear_to_travel(&mut self, entry: usize, right: f64) -> Command {
        let soon = self.now + SignedDuration::from_hours(self.dice.between(6, 10 * 24));
        let odd = *self.dice.pick(&[self.now - SignedDuration::from_hours(1), Timestamp::MAX]);
        let old = self.entries[entry].case.clearance.as_ref().map(|it| it.pass).filter(|_| !self.ok(right));
        movement::ClearToTravel {
            pass: old.unwrap_or_else(|| self.dice.id()),
            crossing_point: "korczowa".into(),
            slot_at: if self.ok(right) { soon } else { odd },
            current_notice: if self.ok(right) { NOTICE } else { "2022-04" }.into(),
            posture: self.posture(right),
        }
        .into()
    }

    fn name_kin(&mut self) -> Command {
        let name = PersonName::new("Jane", "Doe").unwrap();
        let (language, other_languages) = ("en".parse().unwrap(), vec![]);
        let jane = Kin { name, relation: "sister".into(), phone: None, language, other_languages };
        movement::NameKin { kin: if self.dice.chance(0.7) { vec![jane] } else { vec![] } }.into()
    }

    fn review(&mut self, entry: usize, word: &str, right: f64) -> Command {
        if word == "request_review" {
            let active_elsewhere = self.active_elsewhere(self.entries[entry].owner, entry);
            return decision::RequestReview { grounds: self.text(1.0), active_elsewhere }.into();
        }
        let outcomes = [ReviewOutcome::Upheld, ReviewOutcome::Resubmitted, ReviewOutcome::InterviewReady];
        decision::SettleReview { outcome: *self.dice.pick(&outcomes), rationale: self.text(right) }.into()
    }

    pub(super) fn make_late(&mut self, entry: usize, word: &str, right: f64) -> Command {
        match word {
            "book_interview" => interview::BookInterview {
                slot: self.dice.id(),
                starts: if self.ok(right) {
                    self.now + SignedDuration::from_mins(self.dice.between(30, 4000))
                } else {
                    self.now
                },
                challenge: self.text(1.0),
                critical_role: self.dice.chance(0.2),
            }
            .into(),
            "assess" => {
                let level = if self.ok(right) { 4 } else { 9 };
                let ratings =
                    interview::Ratings(BTreeMap::from([("motive".into(), (level, "said why".into()))]));
                interview::Assess { instrument: "2022-03".into(), ratings }.into()
            }
            "recommend" => self.recommend(entry, right),
            "countersign" => self.countersign(entry, right),
            "end_deferral" => decision::EndDeferral { facts_again: self.dice.chance(0.4) }.into(),
            "request_review" | "settle_review" => self.review(entry, word, right),
            "name_kin" => self.name_kin(),
            "acknowledge_kit" => {
                movement::AcknowledgeKit { edition: if self.ok(right) { "k1" } else { "" }.into() }.into()
            }
            "clear_to_travel" => self.clear_to_travel(entry, right),
            "depart" => movement::Depart.into(),
            "present" => {
                let held = self.entries[entry].case.clearance.as_ref().map(|it| it.pass);
                movement::Present {
                    pass: held.filter(|_| self.ok(right)).unwrap_or_else(|| self.dice.id()),
                    verified: self.ok(right),
                    same_person: self.ok(right),
                }
                .into()
            }
            "admit" => movement::Admit.into(),
            "turn_back" => {
                let codes = self.codes(right, &[ReasonCode::ForbiddenItem]);
                movement::TurnBack { codes, rationale: self.text(right) }.into()
            }
            "mark_overdue" => movement::MarkOverdue.into(),
            "account_for" => movement::AccountFor {
                whereabouts: *self.dice.pick(&[
                    Whereabouts::DidNotTravel,
                    Whereabouts::Unaccounted,
                    Whereabouts::Unaccounted,
                ]),
                codes: self.codes(right, &[ReasonCode::Unreachable]),
                evidence: self.text(right),
            }
            .into(),
            "sign_contract" => {
                let text =
                    self.entries[entry].case.contract.filter(|_| self.ok(right)).unwrap_or(Digest::ZERO);
                service::SignContract { text, evidence: Digest::of(b"scan") }.into()
            }
            "conclude_contract" => service::ConcludeContract.into(),
            "decline_contract" => service::DeclineContract { reason: self.text(right) }.into(),
            "assign" => service::Assign {
                requirement: "medic".into(),
                unit: "unit-1".into(),
                requirement_open: self.ok(right),
                unit_accepts: self.ok(right),
            }
            .into(),
            "change_status" => {
                let all = [DutyStatus::Present, DutyStatus::OnLeave, DutyStatus::Hospitalised];
                service::ChangeStatus { status: *self.dice.pick(&all) }.into()
            }
            "notify_kin" => service::NotifyKin { record: self.text(right) }.into(),
            "release_status" => service::ReleaseStatus.into(),
            "erase" => {
                let reason =
                    *self.dice.pick(&[closing::ErasureReason::Expired, closing::ErasureReason::Requested]);
                closing::Erase { reason, expired: self.ok(right), suppression: vec!["5eed".into()] }.into()
            }
            "record_access" => access::RecordAccess {
                sections: vec!["identity".into()],
                purpose: if self.ok(right) { "decide" } else { "" }.into(),
            }
            .into(),
            unknown => unreachable!("no command has the word {unknown}"),
        }
    }
}
