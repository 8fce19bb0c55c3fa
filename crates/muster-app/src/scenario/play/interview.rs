//! The interviews: booked the day before, held, recommended on, and countersigned two days later.

use super::{
    desk::{Desk, Due},
    place::Place,
};
use crate::{
    Act, Failure,
    scenario::{Claim, Recommendation, observe, recommend},
};
use jiff::{SignedDuration, Timestamp};
use muster_case::{
    Permit, Stage,
    decision::{Act as Deed, Countersign, Recommend},
    intake::Background,
    interview::{Assess, BookInterview, CompleteInterview, Ratings, RecordNoShow},
    screening::CheckOutcome,
};
use muster_vocab::{Actor, Dice, PersonalText, SeededDice, Worker};
use std::cmp::Reverse;

/// Of every hundred slots this many go to whoever has waited longest, whatever they claim.
const OLDEST: usize = 15;
/// How long an interview takes.
const LENGTH: SignedDuration = SignedDuration::from_mins(30);
const WORDS: [&str; 16] = [
    "amber", "river", "lantern", "copper", "meadow", "harbour", "cedar", "violet", "granite", "swallow",
    "orchard", "compass", "marble", "willow", "beacon", "saffron",
];

impl Desk<'_> {
    /// At five in the afternoon the slots of tomorrow are given out.
    pub(super) fn book_tomorrow(&mut self, day: u32, at: Timestamp) -> Result<(), Failure> {
        let tomorrow = day + 1;
        let (slots, interviewers) =
            (self.calendar.slots(tomorrow), self.calendar.interviewers(tomorrow) as usize);
        let chosen = self.choose(self.in_proportion(slots.len() * interviewers));
        let places = slots.iter().flat_map(|starts| (0..interviewers).map(move |who| (*starts, who))).cycle();
        for (file, (starts, interviewer)) in chosen.into_iter().zip(places) {
            let words = (*self.dice.pick(&WORDS), *self.dice.pick(&WORDS));
            let book = BookInterview {
                slot: self.dice.id(),
                starts,
                challenge: PersonalText(format!("{} {}", words.0, words.1)),
                critical_role: self.is_critical(file),
            };
            let by = self.applicant(file);
            self.act(file, vec![Act::new(Permit::ask(by)?, book)], at)?;
            self.plan(starts + LENGTH, Due::Interview(file, interviewer));
        }
        Ok(())
    }

    /// Who may book: the most capable first, and a share for the oldest applications.
    fn choose(&self, count: usize) -> Vec<usize> {
        let mut oldest_first = self.pile_of(Place::Ready, usize::MAX);
        // Whoever missed an appointment has had a turn, and comes after those who had none.
        oldest_first.sort_by_key(|file| self.case(*file).no_shows);
        let oldest = (count * OLDEST).div_ceil(100);
        let mut chosen: Vec<usize> = oldest_first.iter().copied().take(oldest).collect();
        let mut rest: Vec<usize> = oldest_first.into_iter().skip(oldest).collect();
        rest.sort_by_key(|file| Reverse(self.capability(*file)));
        chosen.extend(rest.into_iter().take(count - chosen.len()));
        chosen
    }

    /// What orders the queue: trade and service as told and borne out; never where somebody comes from.
    fn capability(&self, file: usize) -> u32 {
        let background = &self.files[file].told.background;
        if self.case(file).no_shows > 0 && !self.is_critical(file) {
            return 0;
        }
        let doubted = self.case(file).checks.get("service_record") == Some(&Some(CheckOutcome::Adverse));
        if doubted {
            return 0;
        }
        let step = match Claim::of(background) {
            Claim::Pilot => 4,
            Claim::Combat => 3,
            Claim::Military => 2,
            Claim::Other => 1,
        };
        step * 100 + u32::from(self.is_needed(background)) * 20 + u32::from(background.service_years)
    }

    fn is_needed(&self, background: &Background) -> bool {
        crate::eligibility::has_needed_skill(&self.app.programme, background)
    }

    fn is_critical(&self, file: usize) -> bool {
        let trade = self.files[file].told.background.trade.as_ref();
        trade.is_some_and(|trade| self.app.programme.critical_roles.contains(trade))
    }

    /// The end of the half hour: the interview was held, or missed.
    pub(super) fn interview(
        &mut self,
        file: usize,
        interviewer: usize,
        at: Timestamp,
    ) -> Result<(), Failure> {
        if self.case(file).booking.as_ref().is_none_or(|booking| booking.starts + LENGTH != at) {
            return Ok(());
        }
        let missed = self.case(file).no_shows as usize;
        if !self.truth(file).comes.get(missed).copied().unwrap_or_default() {
            self.notes.no_shows += 1;
            let clock = Actor::System { worker: Worker::Clock };
            return self.act(file, vec![Act::new(Permit::ask(clock)?, RecordNoShow)], at);
        }
        let interviewers = &self.cast.interviewers;
        let by = interviewers[interviewer];
        let second = interviewers[(interviewer + 1) % interviewers.len()];
        let claim = Claim::of(&self.files[file].told.background);
        let mut chance = SeededDice::stream(self.dice.roll(), 1);
        let seen = observe(self.truth(file), &mut chance);
        let mut acts = vec![
            self.read(by, &["identity", "service"], "interview")?,
            Act::new(Permit::ask(by)?, self.assessment(seen.anchors)),
        ];
        if self.is_critical(file) {
            let other = observe(self.truth(file), &mut chance);
            acts.push(Act::new(Permit::ask(second)?, self.assessment(other.anchors)));
        }
        acts.push(Act::new(Permit::ask(by)?, CompleteInterview));
        let proposal = self.dice.id();
        let (act, codes, why) = match recommend(&seen, claim) {
            Recommendation::Accept => (Deed::Accept, vec![], "meets the published standard"),
            Recommendation::Defer(code) => {
                let until = at + SignedDuration::from_hours(24 * 21);
                (Deed::Defer { until }, vec![code], "close to the standard; asked again in three weeks")
            }
            Recommendation::Refuse(code) => {
                (Deed::Refuse, vec![code], "does not meet the published standard")
            }
        };
        let rationale = PersonalText(why.into());
        acts.push(Act::new(Permit::ask(by)?, Recommend { proposal, act, codes, rationale }));
        self.notes.interviews += 1;
        self.act(file, acts, at)?;
        self.try_to_sign_twice(file, interviewer, at)?;
        let day = self.calendar.day(at) + 2;
        let sixteen = self.calendar.date(day).at(16, 0, 0, 0);
        self.plan(self.calendar.at(sixteen).unwrap_or(at), Due::Countersign(file));
        Ok(())
    }

    fn assessment(&self, anchors: [u8; 5]) -> Assess {
        const EVIDENCE: [&str; 5] = [
            "far below what the anchor describes",
            "below the anchor",
            "as the anchor describes",
            "above the anchor, with an example",
            "far above, with two examples",
        ];
        let instrument = &self.app.programme.instrument;
        let ratings =
            instrument.questions.iter().zip(anchors.into_iter().cycle()).map(|(question, level)| {
                (question.id.clone(), (level, EVIDENCE[usize::from(level).clamp(1, 5) - 1].to_owned()))
            });
        Assess { instrument: instrument.edition.clone(), ratings: Ratings(ratings.collect()) }
    }

    /// Twice, the first interviewer tries to countersign an own recommendation from the account of an approver. The
    /// domain compares humans, not accounts.
    fn try_to_sign_twice(&mut self, file: usize, interviewer: usize, at: Timestamp) -> Result<(), Failure> {
        const ATTEMPTS: u32 = 2;
        let tried: u32 = self.notes.refused.values().sum();
        // A week apart; the first one on the third day of interviews.
        let due = 8 + 5 * tried;
        if interviewer != 0 || tried >= ATTEMPTS || self.calendar.day(at) < due {
            return Ok(());
        }
        let Some(open) = self.case(file).proposal.clone() else { return Ok(()) };
        let by = self.cast.interviewers_other_account;
        let rationale = PersonalText("agreed".into());
        let sign = Countersign { proposal: open.id, rationale, step_up_at: at };
        let held = &self.files[file];
        match self.app.begin_on(held.id, &held.known, vec![Act::new(Permit::ask(by)?, sign)], at) {
            Err(Failure::Refused(refusal)) => *self.notes.refused.entry(refusal.key()).or_default() += 1,
            Err(failure) => return Err(failure),
            Ok((pending, _)) => {
                pending.wait()?;
                return Err(Failure::Input("one human gave both signatures, and nobody refused".into()));
            }
        }
        Ok(())
    }

    /// The approver's hour, two days later.
    pub(super) fn countersign(&mut self, file: usize, at: Timestamp) -> Result<(), Failure> {
        let case = self.case(file);
        let Some(open) = case.proposal.clone() else { return Ok(()) };
        let held = open.act == Deed::Accept && !case.holds.is_empty();
        if case.stage != Some(Stage::Recommended) || held {
            return Ok(());
        }
        let interviewed = case.interviewed_at;
        let by = self.cast.attaches[file % 2];
        let accepts = open.act == Deed::Accept;
        self.second(file, by, open, "read the brief and the ratings; agreed", at)?;
        if let Some(since) = interviewed {
            self.notes.decided_after.push(at.duration_since(since).as_secs_f64() / 86_400.0);
        }
        if accepts {
            self.notes.accepted += 1;
            self.plan_journey(file, at);
        }
        Ok(())
    }
}
