//! The founding programme, inside the binary.

macro_rules! files {
    ($below:literal: $($name:literal)+) => {
        &[$(($name, include_str!(concat!("../../../../programmes/international-legion/", $below, $name)))),+]
    };
}

/// `programme.toml`.
pub(super) const PROGRAMME: &str = include_str!("../../../../programmes/international-legion/programme.toml");

/// The policy: facts, editions, examples, texts, what is published.
pub(super) const POLICY: &[(&str, &str)] = files! { "policy/":
    "facts.toml" "v1.toml" "v2.toml" "v3.toml" "v1.examples.toml" "v2.examples.toml" "v3.examples.toml"
    "texts.en.toml" "texts.uk.toml" "published.toml"
};

/// The portal: missions, questions, notices, messages.
pub(super) const PORTAL: &[(&str, &str)] = files! { "portal/":
    "missions.toml" "questions.toml"
    "notices/general.toml" "notices/AT.toml" "notices/AU.toml" "notices/BR.toml" "notices/CA.toml" "notices/CH.toml"
    "notices/DE.toml" "notices/DK.toml" "notices/DZ.toml" "notices/FR.toml" "notices/GB.toml" "notices/IL.toml"
    "notices/IN.toml" "notices/JP.toml" "notices/KR.toml" "notices/LV.toml" "notices/NO.toml" "notices/NZ.toml"
    "notices/PL.toml" "notices/SE.toml" "notices/SN.toml" "notices/US.toml" "notices/ZA.toml"
    "en/help.ftl" "en/privacy.ftl" "en/programme.ftl" "en/questions.ftl"
    "uk/help.ftl" "uk/privacy.ftl" "uk/programme.ftl" "uk/questions.ftl"
};

/// The order of service at the desk.
pub(super) const QUEUE: &str = include_str!("../../../../programmes/international-legion/desk/queue.toml");

/// What applicants are often asked for.
pub(super) const REQUESTS: &str =
    include_str!("../../../../programmes/international-legion/desk/requests.toml");

/// The question set of the interview.
pub(super) const INTERVIEW: &str =
    include_str!("../../../../programmes/international-legion/desk/interview.toml");
