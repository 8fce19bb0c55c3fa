//! The fields of each act, and what was typed into them read as what the officer wants.

use super::verb::Verb;
use crate::{
    Layout,
    desk::words,
    form::{Choice, Control, FieldView, Posted},
};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use muster_app::{Programme, desk::Intent};
use muster_case::{
    Case, Hold,
    decision::{Act, ReviewOutcome},
};
use muster_vocab::{Dice as _, OsDice, ReasonCode};

/// Routes somebody is referred to, as they are stored.
const ROUTES: [&str; 4] = ["citizens", "later", "non_combat", "another_mission"];
/// What an interview can lead to, as it is sent.
const OUTCOMES: [&str; 4] = ["accept", "refuse", "defer", "refer"];
const REVIEWS: [(&str, ReviewOutcome); 3] = [
    ("upheld", ReviewOutcome::Upheld),
    ("resubmitted", ReviewOutcome::Resubmitted),
    ("interview_ready", ReviewOutcome::InterviewReady),
];

/// What a form is made for.
pub(super) struct About<'a> {
    pub(super) layout: &'a Layout,
    pub(super) programme: &'a Programme,
    pub(super) case: &'a Case,
    pub(super) verb: Verb,
}

impl About<'_> {
    /// The fields of the act, with what was typed, or what is so as a rule.
    pub(super) fn fields(&self, typed: Option<&Posted>) -> Vec<FieldView> {
        let rationale = |name: &'static str, usual: String| self.words(name, typed, usual);
        match self.verb {
            Verb::RequestInfo => self.request(typed),
            Verb::AcceptFinding | Verb::TakeOverCorrection => vec![],
            Verb::ConfirmRefusal => {
                vec![self.codes(typed, &self.found()), rationale("rationale", self.plain())]
            }
            Verb::Refer => vec![
                self.one("route", typed, ROUTES.map(|route| (route, self.word("desk-word-route", route)))),
                self.codes(typed, ReasonCode::ALL),
                rationale("rationale", self.plain()),
            ],
            Verb::Recommend => vec![
                self.one("outcome", typed, OUTCOMES.map(|act| (act, words::act(self.layout, act)))),
                self.codes(typed, ReasonCode::ALL),
                rationale("rationale", String::new()),
                self.day(typed),
                self.one("route", typed, ROUTES.map(|route| (route, self.word("desk-word-route", route)))),
            ],
            Verb::RefuseEarly | Verb::Revoke => {
                vec![self.codes(typed, ReasonCode::ALL), rationale("rationale", String::new())]
            }
            Verb::Countersign | Verb::SendBack => vec![rationale("rationale", String::new())],
            Verb::EndDeferral => vec![self.one(
                "again",
                typed,
                ["interview_ready", "submitted"].map(|to| (to, words::stage(self.layout, to))),
            )],
            Verb::SettleReview => vec![
                self.one(
                    "outcome",
                    typed,
                    REVIEWS.map(|(word, outcome)| (word, words::review(self.layout, outcome))),
                ),
                rationale("rationale", String::new()),
            ],
            Verb::Recuse | Verb::RefuseCorrection => vec![rationale("reason", String::new())],
            Verb::PlaceHold => vec![self.holds(typed, &Hold::ALL), rationale("cause", String::new())],
            Verb::LiftHold => {
                let placed: Vec<Hold> = self.case.holds.iter().copied().collect();
                vec![self.holds(typed, &placed), rationale("cause", String::new())]
            }
            Verb::AddNote => vec![rationale("text", String::new())],
        }
    }

    /// What the officer wants; the name of the field that says nothing, if one does that must.
    pub(super) fn intent(&self, typed: &Posted) -> Result<Intent, &'static str> {
        let said = |name: &'static str| match typed.get(name).trim() {
            "" => Err(name),
            text => Ok(text.to_owned()),
        };
        let codes = self.chosen(Some(typed));
        let coded = || if codes.is_empty() { Err("codes") } else { Ok(codes.clone()) };
        let proposal = OsDice.id();
        Ok(match self.verb {
            Verb::RequestInfo => {
                let ready: Vec<String> = typed.get("ready").split_whitespace().map(str::to_owned).collect();
                let missing =
                    if ready.is_empty() { said("missing")? } else { typed.get("missing").to_owned() };
                Intent::RequestInfo { ready, missing }
            }
            Verb::AcceptFinding => Intent::AcceptFinding,
            Verb::TakeOverCorrection => Intent::TakeOverCorrection,
            Verb::RefuseCorrection => Intent::RefuseCorrection { reason: said("reason")? },
            Verb::ConfirmRefusal => Intent::ConfirmRefusal { codes: coded()?, rationale: said("rationale")? },
            Verb::Refer => {
                Intent::Refer { route: said("route")?, codes: coded()?, rationale: said("rationale")? }
            }
            Verb::Recommend => {
                let act = match typed.get("outcome") {
                    "accept" => Act::Accept,
                    "refuse" => Act::Refuse,
                    "defer" => Act::Defer { until: until(typed).ok_or("until")? },
                    "refer" => Act::Refer { route: said("route")? },
                    _ => return Err("outcome"),
                };
                let codes = if act == Act::Accept { Vec::new() } else { coded()? };
                Intent::Recommend { proposal, act, codes, rationale: said("rationale")? }
            }
            Verb::RefuseEarly | Verb::Revoke => {
                let act = self.verb.proposes().ok_or("codes")?;
                Intent::Recommend { proposal, act, codes: coded()?, rationale: said("rationale")? }
            }
            Verb::Countersign => Intent::Countersign { rationale: said("rationale")? },
            Verb::SendBack => Intent::SendBack { rationale: said("rationale")? },
            Verb::EndDeferral => Intent::EndDeferral { facts_again: said("again")? == "submitted" },
            Verb::SettleReview => {
                let outcome = REVIEWS.iter().find(|(word, _)| *word == typed.get("outcome"));
                let outcome = outcome.ok_or("outcome")?.1;
                Intent::SettleReview { outcome, rationale: said("rationale")? }
            }
            Verb::Recuse => Intent::Recuse { reason: said("reason")? },
            Verb::PlaceHold => Intent::PlaceHold { hold: hold(typed)?, cause: said("cause")? },
            Verb::LiftHold => Intent::LiftHold { hold: hold(typed)?, cause: said("cause")? },
            Verb::AddNote => Intent::AddNote { text: said("text")? },
        })
    }

    /// What is often asked for, to be ticked, and room for what is not.
    fn request(&self, typed: Option<&Posted>) -> Vec<FieldView> {
        let ticked =
            |id: &str| typed.is_some_and(|typed| typed.get("ready").split_whitespace().any(|it| it == id));
        let choices = self.programme.requests.texts.iter().map(|ready| Choice {
            value: ready.id.clone(),
            label: ready.text.say(self.layout.lang()).to_owned(),
            chosen: ticked(&ready.id),
        });
        let ready = self.field("ready", Control::Many(choices.collect()));
        let own = self.words("missing", typed, String::new());
        if self.programme.requests.texts.is_empty() { vec![own] } else { vec![ready, own] }
    }

    /// The codes a finding supports and a clerk may give.
    fn found(&self) -> Vec<ReasonCode> {
        let fired = self.case.determination.iter().flat_map(muster_case::eligibility::Determined::fired);
        let mut codes: Vec<ReasonCode> =
            fired.map(|fired| fired.code).filter(|code| code.is_early()).collect();
        codes.dedup();
        codes
    }

    /// The codes that were ticked, or those that are to begin with.
    pub(super) fn chosen(&self, typed: Option<&Posted>) -> Vec<ReasonCode> {
        let sent = |typed: &Posted| {
            typed.get("codes").split_whitespace().filter_map(|code| code.parse().ok()).collect()
        };
        typed.map_or_else(|| self.found(), sent)
    }

    /// What the programme tells people about the first rule that fires, as words to begin with.
    fn plain(&self) -> String {
        let rule = self.case.determination.as_ref().and_then(|found| found.fired().next());
        let text = rule.and_then(|fired| self.programme.policy().text(self.layout.lang(), &fired.rule));
        text.map(|text| text.why.clone()).unwrap_or_default()
    }

    fn word(&self, kind: &str, word: &str) -> String {
        let id = format!("{kind}-{}", word.replace('_', "-"));
        self.layout.perhaps(&id).unwrap_or(word).to_owned()
    }

    fn field(&self, name: &str, control: Control) -> FieldView {
        FieldView {
            name: name.to_owned(),
            label: self.word("desk-cases-field", name),
            hint: self
                .layout
                .perhaps(&format!("desk-cases-hint-{}-{name}", self.verb.word()))
                .map(str::to_owned),
            error: None,
            autocomplete: String::new(),
            control,
        }
    }

    fn words(&self, name: &str, typed: Option<&Posted>, usual: String) -> FieldView {
        let value = typed.map_or(usual, |typed| typed.get(name).to_owned());
        self.field(name, Control::LongText { value })
    }

    fn one<const N: usize>(
        &self,
        name: &str,
        typed: Option<&Posted>,
        choices: [(&str, String); N],
    ) -> FieldView {
        let chosen = typed.map_or("", |typed| typed.get(name));
        let choice = |(value, label): (&str, String)| Choice {
            value: value.to_owned(),
            label,
            chosen: value == chosen,
        };
        self.field(name, Control::One(choices.into_iter().map(choice).collect()))
    }

    /// Codes; those that findings support are ticked to begin with.
    fn codes(&self, typed: Option<&Posted>, among: &[ReasonCode]) -> FieldView {
        let found = self.found();
        let ticked = |code: ReasonCode| match typed {
            Some(typed) => typed.get("codes").split_whitespace().any(|sent| sent == code.code()),
            None => found.contains(&code),
        };
        let choice = |code: &ReasonCode| Choice {
            value: code.code().to_owned(),
            label: words::reason(self.layout, *code),
            chosen: ticked(*code),
        };
        self.field("codes", Control::Many(among.iter().map(choice).collect()))
    }

    fn holds(&self, typed: Option<&Posted>, among: &[Hold]) -> FieldView {
        let chosen = typed.map_or("", |typed| typed.get("hold"));
        let choice = |hold: &Hold| Choice {
            value: hold.word().to_owned(),
            label: words::hold(self.layout, hold.word()),
            chosen: hold.word() == chosen || among.len() == 1,
        };
        self.field("hold", Control::One(among.iter().map(choice).collect()))
    }

    fn day(&self, typed: Option<&Posted>) -> FieldView {
        let part = |part: &str| typed.map_or("", |typed| typed.get(&format!("until.{part}"))).to_owned();
        let (day, month, year) = (part("day"), part("month"), part("year"));
        self.field("until", Control::Date { day, month, year, birthday: false })
    }
}

fn hold(typed: &Posted) -> Result<Hold, &'static str> {
    Hold::ALL.into_iter().find(|hold| hold.word() == typed.get("hold")).ok_or("hold")
}

/// The day somebody is put off until.
fn until(typed: &Posted) -> Option<Timestamp> {
    let (day, year) = (typed.get("until.day").parse().ok()?, typed.get("until.year").parse().ok()?);
    let date = Date::new(year, muster_i18n::read_month(typed.get("until.month"))?, day).ok()?;
    Some(date.to_zoned(TimeZone::UTC).ok()?.timestamp())
}
