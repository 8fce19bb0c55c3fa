//! What an act may need and a case not have: what is wrong then, and what to do next.

/// Something an act needs and the case does not have yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// A legal notice for every nationality and the residence, acknowledged.
    Notice,
    /// The notice changed since it was read.
    CurrentNotice,
    /// Consent to the purposes.
    Consent,
    /// A way to be reached: e-mail or telephone.
    Contact,
    /// A nationality.
    Nationality,
    /// A determination under a policy edition, made after the last change of facts.
    Determination,
    /// A clerk's acceptance of the finding.
    AcceptedFinding,
    /// At least one reason code that fits the act.
    ReasonCode,
    /// A rationale in words.
    Rationale,
    /// A check to run.
    Checks,
    /// An outcome for every check.
    CheckOutcomes,
    /// A ruling on every hit.
    HitRulings,
    /// Vetting: a check says that the person cannot be vetted.
    Vetting,
    /// Hits that are not of the person: one is confirmed.
    ClearedHits,
    /// A ruling on every suspected duplicate.
    DuplicateRulings,
    /// The assessment, by two raters for a critical role.
    Assessment,
    /// The contract preview, read.
    ContractPreview,
    /// Next of kin, given or declined.
    NextOfKin,
    /// The kit list, acknowledged.
    KitList,
    /// A pass that verifies.
    ValidPass,
    /// The same person at form, call and border.
    SamePerson,
    /// The applicant's signature.
    ApplicantSignature,
    /// The receiving unit's acceptance.
    UnitAcceptance,
    /// Kin notified.
    KinNotified,
    /// A source for what is reported.
    Source,
    /// A fresh login for a risky act.
    StepUp,
    /// Evidence of the ban or finding that makes the act possible.
    Ground,
}

impl Missing {
    /// Its word in message keys.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Notice => "notice",
            Self::CurrentNotice => "current_notice",
            Self::Consent => "consent",
            Self::Contact => "contact",
            Self::Nationality => "nationality",
            Self::Determination => "determination",
            Self::AcceptedFinding => "accepted_finding",
            Self::ReasonCode => "reason_code",
            Self::Rationale => "rationale",
            Self::Checks => "checks",
            Self::CheckOutcomes => "check_outcomes",
            Self::HitRulings => "hit_rulings",
            Self::Vetting => "vetting",
            Self::ClearedHits => "cleared_hits",
            Self::DuplicateRulings => "duplicate_rulings",
            Self::Assessment => "assessment",
            Self::ContractPreview => "contract_preview",
            Self::NextOfKin => "next_of_kin",
            Self::KitList => "kit_list",
            Self::ValidPass => "valid_pass",
            Self::SamePerson => "same_person",
            Self::ApplicantSignature => "applicant_signature",
            Self::UnitAcceptance => "unit_acceptance",
            Self::KinNotified => "kin_notified",
            Self::Source => "source",
            Self::StepUp => "step_up",
            Self::Ground => "ground",
        }
    }

    /// What is wrong, and what to do next.
    pub(crate) const fn sentences(self) -> (&'static str, &'static str) {
        match self {
            Self::Notice => (
                "the legal notice was not acknowledged for every nationality and the residence",
                "show the notice for each of them and record the acknowledgement",
            ),
            Self::CurrentNotice => (
                "the legal notice changed since it was read",
                "show the new notice and record the acknowledgement",
            ),
            Self::Consent => ("consent is not recorded", "record consent for each purpose"),
            Self::Contact => {
                ("there is no way to reach the person", "add an e-mail address or a telephone number")
            }
            Self::Nationality => ("no nationality is given", "add every nationality held"),
            Self::Determination => (
                "no determination under a policy edition stands on the facts as they are now",
                "run `muster policy evaluate`, or wait for the eligibility worker",
            ),
            Self::AcceptedFinding => {
                ("no clerk accepted the finding", "let a clerk accept or contest the finding")
            }
            Self::ReasonCode => (
                "no reason code that fits this act is given",
                "give at least one code that a finding supports",
            ),
            Self::Rationale => ("the rationale is empty", "write why, in a sentence the person could read"),
            Self::Checks => ("no check is named", "name the checks the programme asks for"),
            Self::CheckOutcomes => ("a check has no recorded outcome", "record an outcome for every check"),
            Self::HitRulings => ("a hit has no ruling", "let an adjudicator rule on every hit"),
            Self::Vetting => (
                "a check says that this person cannot be vetted",
                "settle the cause and record the check again, or let two people refuse with code R08",
            ),
            Self::ClearedHits => {
                ("a hit is confirmed to be this person", "let two people refuse with code R20")
            }
            Self::DuplicateRulings => {
                ("a suspected duplicate is open", "say whether it is the same person, with a reason")
            }
            Self::Assessment => (
                "the assessment is not complete",
                "enter the ratings; for a critical role a second rater enters theirs too",
            ),
            Self::ContractPreview => {
                ("the contract preview was not read", "send the preview and wait for the answer")
            }
            Self::NextOfKin => {
                ("next of kin are neither given nor declined", "ask the applicant to give or decline")
            }
            Self::KitList => {
                ("the kit list was not acknowledged", "send the kit list and wait for the answer")
            }
            Self::ValidPass => {
                ("the pass is not valid for this case", "register a walk-in, or turn back with code B01")
            }
            Self::SamePerson => {
                ("the person is not the one of the application", "turn back with code B03, or check again")
            }
            Self::ApplicantSignature => ("the applicant has not signed", "let the applicant sign first"),
            Self::UnitAcceptance => {
                ("the receiving unit has not accepted", "ask the unit, or choose another")
            }
            Self::KinNotified => ("the kin were not notified", "notify the kin first and record it"),
            Self::Source => ("no source is given", "name the source of the report"),
            Self::StepUp => {
                ("this act needs a fresh login", "log in again and repeat the act within ten minutes")
            }
            Self::Ground => ("nothing on record allows this act", "record the finding it rests on first"),
        }
    }
}
