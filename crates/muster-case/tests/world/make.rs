//! Commands of the parts in `parts.rs`, from intake to screening; the rest is in `make_late.rs`.

use super::{NOTICE, World, edition};
use muster_case::{
    Command, Hold, closing, decision, eligibility, facts, holds, identity, intake, interview, movement,
    notes, screening, service,
};
use muster_vocab::{Dice as _, Digest, Provenance, ReasonCode};
use std::collections::BTreeSet;

impl World {
    fn determine(&mut self) -> Command {
        use eligibility::{FindingCode, FindingTexts, Outcome, Verdict};
        let outcome = *self.dice.weighted(&[
            (Outcome::Eligible, 0.75),
            (Outcome::Tentative, 0.1),
            (Outcome::RefuseProposed, 0.1),
            (Outcome::Refer, 0.05),
        ]);
        let code = |rule: &str, code, verdict, objective| FindingCode {
            rule: rule.into(),
            code,
            verdict,
            objective,
        };
        let codes = match outcome {
            Outcome::Eligible => vec![],
            Outcome::Tentative => vec![code("language", ReasonCode::Language, Verdict::Undecided, false)],
            Outcome::Refer => vec![code("non_combat", ReasonCode::WantsNonCombat, Verdict::Fires, true)],
            Outcome::RefuseProposed => vec![
                code("experience", ReasonCode::NoRequiredExperience, Verdict::Fires, true),
                code("genuine", ReasonCode::NotGenuine, Verdict::Fires, false),
            ],
        };
        let edition = edition(self.dice.below(3) + 1);
        let findings = FindingTexts(vec!["what was found".into()]);
        eligibility::Determine { edition, outcome, codes, findings }.into()
    }

    fn fired(&mut self, entry: usize, right: f64) -> Vec<ReasonCode> {
        let finding = self.entries[entry].case.determination.as_ref();
        let mut codes: Vec<_> = finding.iter().flat_map(|it| it.fired()).map(|it| it.code).collect();
        if self.dice.chance(0.5) {
            codes.truncate(1);
        }
        self.codes(right, &codes)
    }

    #[expect(clippy::too_many_lines, reason = "one arm for each command reads better whole")]
    /// The command of a word of `Command::ALL`; each argument is right with probability `right`.
    pub(super) fn make(&mut self, entry: usize, word: &str, right: f64) -> Command {
        let mission = self.dice.pick(&self.missions).clone();
        let owner = self.entries[entry].owner;
        let active_elsewhere = self.active_elsewhere(owner, entry);
        match word {
            "open_draft" => {
                let other = *self.dice.pick(&self.persons);
                let person = if self.ok(right) { owner } else { other };
                intake::OpenDraft {
                    person,
                    mission,
                    channel: *self.dice.pick(&intake::Channel::ALL),
                    notice_shown: if self.ok(right) { NOTICE } else { "" }.into(),
                    posture: self.posture(right),
                    intake_paused: !self.ok(right),
                    active_elsewhere: self.active_elsewhere(person, entry),
                }
                .into()
            }
            "save_draft" => intake::SaveDraft { answers: intake::RawAnswers::default().into() }.into(),
            "acknowledge_notice" => {
                let countries = ["US", "CA"].iter().map(|it| it.parse().unwrap()).collect();
                intake::AcknowledgeNotice {
                    edition: if self.ok(right) { NOTICE } else { *self.dice.pick(&["", "2021-12"]) }.into(),
                    countries: intake::NoticeCountries(countries).into(),
                    understood: self.ok(right),
                }
                .into()
            }
            "give_consent" => {
                let purposes =
                    if self.ok(right) { BTreeSet::from(["screening".into()]) } else { BTreeSet::new() };
                let edition = self.dice.weighted(&[("2022-02", 0.9), ("2022-03", 0.1)]).to_string();
                intake::GiveConsent { edition, purposes }.into()
            }
            "submit" => {
                let countries = if self.ok(right) { vec!["US", "CA"] } else { vec!["US"] };
                let acknowledged = countries.iter().map(|it| it.parse().unwrap()).collect();
                intake::Submit { dossier: self.dossier(right), acknowledged }.into()
            }
            "repeat_submission" => {
                let channel = *self.dice.pick(&intake::Channel::ALL);
                intake::RepeatSubmission { channel, dossier: self.dossier(right) }.into()
            }
            "request_info" => intake::RequestInfo { missing: self.text(right) }.into(),
            "answer_info" => intake::AnswerInfo { dossier: self.dossier(right) }.into(),
            "correct" => intake::Correct { dossier: self.dossier(right) }.into(),
            "take_over_correction" => {
                let waits = self.entries[entry].case.correction.as_ref().map(|waits| waits.asked_at);
                let asked_at = waits.filter(|_| self.ok(right)).unwrap_or(self.now);
                intake::TakeOverCorrection { asked_at, dossier: self.dossier(right) }.into()
            }
            "refuse_correction" => {
                let waits = self.entries[entry].case.correction.as_ref().map(|waits| waits.asked_at);
                let asked_at = waits.filter(|_| self.ok(right)).unwrap_or(self.now);
                intake::RefuseCorrection { asked_at, reason: self.text(right) }.into()
            }
            "record_fact" => facts::RecordFact {
                fact: if self.ok(right) { "genuine" } else { "" }.into(),
                value: self.text(right),
                provenance: *self.dice.pick(&[Provenance::Declared, Provenance::Seen, Provenance::Verified]),
            }
            .into(),
            "determine" => self.determine(),
            "propose_flip" => eligibility::ProposeFlip {
                edition: edition(self.dice.below(5) + 1),
                outcome: eligibility::Outcome::Eligible,
                codes: vec![],
            }
            .into(),
            "accept_finding" => eligibility::AcceptFinding.into(),
            "confirm_refusal" => eligibility::ConfirmRefusal {
                codes: self.fired(entry, right),
                rationale: self.text(right),
                in_bulk: self.dice.chance(0.4),
            }
            .into(),
            "refer" => eligibility::Refer {
                codes: self.codes(right, &[ReasonCode::WantsNonCombat]),
                route: if self.ok(right) { "medics" } else { "" }.into(),
                rationale: self.text(right),
            }
            .into(),
            "start_screening" => {
                let checks: &[&str] = if self.ok(right) { &["watchlist", "records"] } else { &[] };
                screening::StartScreening { checks: checks.iter().map(|it| (*it).into()).collect() }.into()
            }
            "record_check" => self.record_check(entry, right),
            "raise_hit" => self.raise_hit(entry),
            "leave_check" => self.leave_check(entry, right),
            "note_entry" => screening::NoteEntry {
                hit: self.some_hit(entry, right),
                list: super::make_late::list(if self.dice.chance(0.5) { "sanctions" } else { "others" }),
                change: *self.dice.pick(&[screening::EntryChange::Left, screening::EntryChange::Changed]),
            }
            .into(),
            "dismiss_hit" => screening::DismissHit {
                hit: self.some_hit(entry, right),
                ruling: self.ruling(right),
                rationale: self.text(right),
            }
            .into(),
            "confirm_hit" => {
                screening::ConfirmHit { hit: self.some_hit(entry, right), rationale: self.text(right) }.into()
            }
            "complete_screening" => screening::CompleteScreening.into(),
            "place_hold" => {
                holds::PlaceHold { hold: *self.dice.pick(&Hold::ALL), cause: self.text(1.0).into() }.into()
            }
            "lift_hold" => holds::LiftHold { hold: self.hold(entry), cause: self.text(1.0).into() }.into(),
            "suspect_duplicate" => {
                let basis = vec![identity::Basis::Phone];
                identity::SuspectDuplicate { other: self.other_case(entry), basis, likened: None }.into()
            }
            "dismiss_duplicate" => {
                identity::DismissDuplicate { other: self.suspect(entry, right), rationale: self.text(right) }
                    .into()
            }
            "confirm_same_person" => identity::ConfirmSamePerson {
                other: self.suspect(entry, right),
                other_closed: self.dice.chance(right),
                rationale: self.text(right),
            }
            .into(),
            "merge" => {
                identity::Merge { into: self.suspect(entry, right), rationale: self.text(right) }.into()
            }
            "unmerge" => {
                let it = &self.entries[entry];
                let since = it.asleep.as_ref().zip(it.case.merged_into);
                let signed = since.is_some_and(|((_, then), into)| self.signatures_of(into) > *then);
                identity::Unmerge {
                    rationale: self.text(right),
                    signed_since: signed || !self.ok(right),
                    active_elsewhere,
                }
                .into()
            }
            "withdraw" => closing::Withdraw.into(),
            "undo_withdrawal" => closing::UndoWithdrawal { active_elsewhere }.into(),
            "lapse" => closing::Lapse.into(),
            "complete_interview" => interview::CompleteInterview.into(),
            "reschedule" => interview::Reschedule.into(),
            "record_no_show" => interview::RecordNoShow.into(),
            "send_back" => {
                decision::SendBack { proposal: self.proposal(entry, right), rationale: self.text(right) }
                    .into()
            }
            "add_note" => notes::AddNote {
                text: self.text(right),
                ahead_of: self.entries[entry].case.proposal.as_ref().map(|open| open.id),
            }
            .into(),
            "recuse" => decision::Recuse { reason: self.text(right) }.into(),
            "register_walk_in" => movement::RegisterWalkIn {
                person: owner,
                mission,
                dossier: self.dossier(right),
                active_elsewhere,
            }
            .into(),
            "preview_contract" => movement::PreviewContract { text: self.contract_text(right) }.into(),
            "offer_contract" => {
                let previewed = self.entries[entry].case.preview.map_or(Digest::ZERO, |(text, _)| text);
                let text = if self.ok(right) { previewed } else { Digest::of(b"another text") };
                service::OfferContract { text }.into()
            }
            late => self.make_late(entry, late, right),
        }
    }
}
