//! What an act may need and a case not have: what is wrong then, and what to do next.

macro_rules! missing {
    ($($name:ident $word:literal $meaning:literal $wrong:literal => $next:literal;)+) => {
        /// Something an act needs and the case does not have yet.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Missing {
            $(#[doc = $meaning] $name,)+
        }

        impl Missing {
            /// Everything that may be missing.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// Its word in message keys.
            pub(crate) const fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)+ }
            }

            /// What is wrong, and what to do next.
            pub(crate) const fn sentences(self) -> (&'static str, &'static str) {
                match self { $(Self::$name => ($wrong, $next),)+ }
            }
        }
    };
}

missing! {
    Notice "notice" "A legal notice for every nationality and the residence, acknowledged."
        "the legal notice was not acknowledged for every nationality and the residence"
        => "show the notice for each of them and record the acknowledgement";
    CurrentNotice "current_notice" "The notice changed since it was read."
        "the legal notice changed since it was read"
        => "show the new notice and record the acknowledgement";
    Consent "consent" "Consent to the purposes."
        "consent is not recorded"
        => "record consent for each purpose";
    Contact "contact" "A way to be reached: e-mail or telephone."
        "there is no way to reach the person"
        => "add an e-mail address or a telephone number";
    Nationality "nationality" "A nationality."
        "no nationality is given"
        => "add every nationality held";
    Determination "determination" "A determination under a policy edition, made after the last change of facts."
        "no determination under a policy edition stands on the facts as they are now"
        => "run `muster policy evaluate`, or wait for the eligibility worker";
    AcceptedFinding "accepted_finding" "A clerk's acceptance of the finding."
        "no clerk accepted the finding"
        => "let a clerk accept or contest the finding";
    ReasonCode "reason_code" "At least one reason code that fits the act."
        "no reason code that fits this act is given"
        => "give at least one code that a finding supports";
    Rationale "rationale" "A rationale in words."
        "the rationale is empty"
        => "write why, in a sentence the person could read";
    Checks "checks" "A check to run."
        "no check is named"
        => "name the checks the programme asks for";
    CheckOutcomes "check_outcomes" "An outcome for every check."
        "a check has no recorded outcome"
        => "record an outcome for every check";
    HitRulings "hit_rulings" "A ruling on every hit."
        "a hit has no ruling"
        => "let an adjudicator rule on every hit";
    Vetting "vetting" "Vetting: a check says that the person cannot be vetted."
        "a check says that this person cannot be vetted"
        => "settle the cause and record the check again, or let two people refuse with code R08";
    ClearedHits "cleared_hits" "Hits that are not of the person: one is confirmed."
        "a hit is confirmed to be this person"
        => "let two people refuse with code R20";
    DuplicateRulings "duplicate_rulings" "A ruling on every suspected duplicate."
        "a suspected duplicate is open"
        => "say whether it is the same person, with a reason";
    Assessment "assessment" "The assessment, by two raters for a critical role."
        "the assessment is not complete"
        => "enter the ratings; for a critical role a second rater enters theirs too";
    ContractPreview "contract_preview" "The contract preview, read."
        "the contract preview was not read"
        => "send the preview and wait for the answer";
    NextOfKin "next_of_kin" "Next of kin, given or declined."
        "next of kin are neither given nor declined"
        => "ask the applicant to give or decline";
    KitList "kit_list" "The kit list, acknowledged."
        "the kit list was not acknowledged"
        => "send the kit list and wait for the answer";
    ValidPass "valid_pass" "A pass that verifies."
        "the pass is not valid for this case"
        => "register a walk-in, or turn back with code B01";
    SamePerson "same_person" "The same person at form, call and border."
        "the person is not the one of the application"
        => "turn back with code B03, or check again";
    ApplicantSignature "applicant_signature" "The applicant's signature."
        "the applicant has not signed"
        => "let the applicant sign first";
    UnitAcceptance "unit_acceptance" "The receiving unit's acceptance."
        "the receiving unit has not accepted"
        => "ask the unit, or choose another";
    KinNotified "kin_notified" "Kin notified."
        "the kin were not notified"
        => "notify the kin first and record it";
    Source "source" "A source for what is reported."
        "no source is given"
        => "name the source of the report";
    StepUp "step_up" "A fresh login for a risky act."
        "this act needs a fresh login"
        => "log in again and repeat the act within ten minutes";
    Ground "ground" "Evidence of the ban or finding that makes the act possible."
        "nothing on record allows this act"
        => "record the finding it rests on first";
}
