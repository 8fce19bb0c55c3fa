//! An edition on one case, or on facts by hand: all findings, each with evidence and what would change it.

use crate::{App, Failure, Programme, eligibility::facts_of};
use jiff::Timestamp;
use muster_case::{
    Permit,
    access::{OpenSealed, RecordAccess},
};
use muster_policy::{Determination, Edition, Effect, Facts};
use muster_vocab::{CaseId, Digest, ReasonCode};
use serde::Serialize;

/// What an edition says, ready to be shown. It may hold values of facts: no `Debug`.
#[derive(Serialize)]
pub struct Evaluated {
    /// The case, if it was one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub case: Option<CaseId>,
    /// The edition.
    pub edition: String,
    /// The hash of the edition's bytes.
    pub edition_hash: Digest,
    /// The hash of the facts it was read against.
    pub facts_hash: Digest,
    /// What is proposed. A person decides.
    pub outcome: &'static str,
    /// Every rule that fires or cannot be told; the first that fires gives the primary reason.
    pub findings: Vec<EvaluatedFinding>,
}

/// One finding.
#[derive(Serialize)]
pub struct EvaluatedFinding {
    /// The rule.
    pub rule: String,
    /// Its reason code.
    pub code: ReasonCode,
    /// What the code means.
    pub meaning: &'static str,
    /// Whether it fires, or cannot be told.
    pub fires: bool,
    /// What it proposes.
    pub effect: &'static str,
    /// The route it refers to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub route: Option<String>,
    /// Whether it may be confirmed together with others.
    pub objective: bool,
    /// What it rests on.
    pub evidence: Vec<Evidence>,
    /// The ways in which it would not fire; in each, all needs together.
    pub change: Vec<Vec<String>>,
    /// What people are told, in the language asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<Words>,
}

/// A fact a finding rests on.
#[derive(Serialize)]
pub struct Evidence {
    /// Its name.
    pub fact: String,
    /// Its value; nothing if it is not known.
    pub value: Option<String>,
    /// How well it is known.
    pub known: String,
}

/// What people are told about a rule.
#[derive(Serialize)]
pub struct Words {
    /// Why.
    pub why: String,
    /// What would change it.
    pub change: String,
    /// Another way to help.
    pub off_ramp: String,
}

impl App {
    /// What `edition` says of a case as its facts are now. The reading is recorded first. Nothing if the case has no
    /// dossier, or its person was erased.
    ///
    /// # Errors
    /// [`Failure::Refused`] if the case does not exist or the role may not read it.
    pub fn evaluate_case(
        &self,
        permit: Permit<OpenSealed>,
        case: CaseId,
        edition: &Edition,
        language: &str,
        at: Timestamp,
    ) -> Result<Option<Evaluated>, Failure> {
        let sections = ["identity", "service", "disclosure", "decision"].map(str::to_owned).to_vec();
        let record = RecordAccess { sections, purpose: "policy_evaluate".to_owned() };
        self.carry_out(Permit::ask(permit.actor())?, case, record, at)?;
        let known = self.load(case)?;
        let Some((opened, recorded)) = self.open_facts(&known)? else { return Ok(None) };
        let facts = facts_of(&self.programme, &opened, &recorded, at)
            .map_err(|rejected| Failure::Input(rejected.to_string()))?;
        let evaluated = Evaluated::of(&self.programme, &edition.evaluate(&facts), language);
        Ok(Some(Evaluated { case: Some(case), ..evaluated }))
    }
}

impl Programme {
    /// What `edition` says of facts by hand.
    #[must_use]
    pub fn evaluate(&self, edition: &Edition, facts: &Facts, language: &str) -> Evaluated {
        Evaluated::of(self, &edition.evaluate(facts), language)
    }
}

impl Evaluated {
    fn of(programme: &Programme, found: &Determination, language: &str) -> Self {
        let findings = found.findings.iter().map(|finding| EvaluatedFinding {
            rule: finding.rule.clone(),
            code: finding.reason,
            meaning: finding.reason.meaning(),
            fires: finding.verdict == muster_policy::Verdict::Fired,
            effect: finding.effect.word(),
            route: match &finding.effect {
                Effect::Refer { route } => Some(route.clone()),
                Effect::RefuseProposed => None,
            },
            objective: finding.objective,
            evidence: finding.evidence.iter().map(Evidence::of).collect(),
            change: finding.change.iter().map(|way| way.iter().map(ToString::to_string).collect()).collect(),
            text: programme.policy().text(language, &finding.rule).map(|text| Words {
                why: text.why.clone(),
                change: text.change.clone(),
                off_ramp: text.off_ramp.clone(),
            }),
        });
        Self {
            case: None,
            edition: found.edition.clone(),
            edition_hash: found.edition_hash,
            facts_hash: found.facts_hash,
            outcome: found.outcome.word(),
            findings: findings.collect(),
        }
    }
}

impl Evidence {
    fn of(evidence: &muster_policy::Evidence) -> Self {
        let muster_policy::Evidence { fact, value, known } = evidence.clone();
        Self { fact, value, known: known.to_string() }
    }
}
