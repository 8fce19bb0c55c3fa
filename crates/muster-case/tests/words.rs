//! Words that are stored for ever: every variant within an event's body, and the shapes that lie in sealed boxes.
//!
//! A golden file holds one body of each event; a renamed variant that no golden file happens to use would slip by.

use muster_case::{
    Hold, Posture,
    closing::ErasureReason,
    decision::{About, Act, CasualtyStatus, DischargeCause, ReviewOutcome},
    eligibility::{FindingTexts, Outcome, Verdict},
    identity::Basis,
    intake::{
        Background, Channel, Contact, Disclosures, Dossier, Experience, Identity, Majority, NoticeCountries,
        RawAnswers, ServiceRecord, Serving, Sex,
    },
    interview::Ratings,
    movement::{Kin, KinList, Whereabouts},
    screening::{CheckOutcome, EntryChange, Ruling, Strength, UnvettableCause},
    service::DutyStatus,
};
use muster_vocab::{Document, DocumentKind, HitId, PersonName, Provenance};
use serde::{Serialize, de::DeserializeOwned};
use std::{collections::BTreeMap, fmt::Write as _};

fn json<T: Serialize>(values: &[T]) -> String {
    values.iter().map(|value| serde_json::to_string(value).unwrap()).collect::<Vec<_>>().join(" ")
}

#[test]
#[expect(clippy::too_many_lines, reason = "there are many words")]
fn the_words_within_stored_events_never_change() {
    let (hit, ruling) = (HitId::from(4), Ruling::FalseMatch);
    let until = "2022-03-04T13:00:00Z".parse().unwrap();
    let (status, cause) = (CasualtyStatus::Wounded, DischargeCause::OwnRequest);
    let acts = [
        Act::Accept,
        Act::Refuse,
        Act::Defer { until },
        Act::Refer { route: "medics".into() },
        Act::RefuseEarly,
        Act::Revoke,
        Act::ClearHit { hit, ruling },
        Act::AdmitHeld,
        Act::ReportCasualty { status },
        Act::Discharge { cause },
        Act::RecordDeath,
    ];
    let casualties = [
        CasualtyStatus::Wounded,
        CasualtyStatus::DutyStatusWhereaboutsUnknown,
        CasualtyStatus::Missing,
        CasualtyStatus::Captured,
        CasualtyStatus::Returned,
    ];
    let discharges = [
        DischargeCause::Completed,
        DischargeCause::OwnRequest,
        DischargeCause::Medical,
        DischargeCause::Conduct,
        DischargeCause::Pause,
    ];
    let unvettable = [
        UnvettableCause::NoRecords,
        UnvettableCause::NoResponse,
        UnvettableCause::Documents,
        UnvettableCause::MissionCapacity,
        UnvettableCause::HostileAreaResidence,
    ];
    let checks = [
        CheckOutcome::Clear,
        CheckOutcome::Adverse,
        CheckOutcome::Hits,
        CheckOutcome::Inconclusive,
        CheckOutcome::Unvettable(UnvettableCause::NoRecords),
    ];
    let lines = [
        json(&acts).replace("} {", "}\n{"),
        json(&casualties),
        json(&discharges),
        json(&checks).replace("} {", "}\n{"),
        json(&unvettable),
        json(&[Ruling::FalseMatch, Ruling::InconclusiveWithCondition, Ruling::TrueMatch]),
        json(&[Strength::Ordinary, Strength::Strong]),
        json(&[EntryChange::Left, EntryChange::Changed]),
        json(&[Outcome::Eligible, Outcome::Tentative, Outcome::RefuseProposed, Outcome::Refer]),
        json(&[Verdict::Fires, Verdict::Undecided]),
        json(&[ReviewOutcome::Upheld, ReviewOutcome::Resubmitted, ReviewOutcome::InterviewReady]),
        json(&[About::InfoRequest, About::Interview, About::Decision, About::Pass]),
        json(&[Majority::Adult, Majority::Minor, Majority::Unsure]),
        json(&Channel::ALL),
        json(&[Posture::Open, Posture::InformationOnly, Posture::Suspended]),
        json(&Hold::ALL),
        json(&[Basis::Email, Basis::Phone, Basis::Document, Basis::Likeness]),
        json(&[Whereabouts::DidNotTravel, Whereabouts::Unaccounted]),
        json(&[DutyStatus::Present, DutyStatus::OnLeave, DutyStatus::Hospitalised]),
        json(&[ErasureReason::Expired, ErasureReason::Requested]),
        json(&[Provenance::Declared, Provenance::Seen, Provenance::Verified]),
    ];
    insta::assert_snapshot!(lines.join("\n"), @r#"
    {"is":"accept"}
    {"is":"refuse"}
    {"is":"defer","until":"2022-03-04T13:00:00Z"}
    {"is":"refer","route":"medics"}
    {"is":"refuse_early"}
    {"is":"revoke"}
    {"is":"clear_hit","hit":"00000000000000000000000000000004","ruling":"false_match"}
    {"is":"admit_held"}
    {"is":"report_casualty","status":"wounded"}
    {"is":"discharge","cause":"own_request"}
    {"is":"record_death"}
    "wounded" "duty_status_whereabouts_unknown" "missing" "captured" "returned"
    "completed" "own_request" "medical" "conduct" "pause"
    {"is":"clear"}
    {"is":"adverse"}
    {"is":"hits"}
    {"is":"inconclusive"}
    {"is":"unvettable","cause":"no_records"}
    "no_records" "no_response" "documents" "mission_capacity" "hostile_area_residence"
    "false_match" "inconclusive_with_condition" "true_match"
    "ordinary" "strong"
    "left" "changed"
    "eligible" "tentative" "refuse_proposed" "refer"
    "fires" "undecided"
    "upheld" "resubmitted" "interview_ready"
    "info_request" "interview" "decision" "pass"
    "adult" "minor" "unsure"
    "web" "mail" "phone" "walk_in" "partner"
    "open" "information_only" "suspended"
    "duplicate" "security" "legal" "safeguarding" "medical" "posture"
    "email" "phone" "document" "likeness"
    "did_not_travel" "unaccounted"
    "present" "on_leave" "hospitalised"
    "expired" "requested"
    "declared" "seen" "verified"
    "#);
}

fn full() -> Dossier {
    let mut document = Document::new(DocumentKind::Passport, "US".parse().unwrap(), "123456789").unwrap();
    document.expires = Some("2029-01-01".parse().unwrap());
    Dossier {
        identity: Identity {
            name: PersonName::new("John", "Doe").unwrap(),
            name_original: Some(PersonName::new("Ivan", "Petrenko").unwrap()),
            born: "1990-05".parse().unwrap(),
            sex: Some(Sex::Unspecified),
            nationalities: vec!["US".parse().unwrap(), "CA".parse().unwrap()],
            residence: "GB".parse().unwrap(),
            document: Some(document),
        },
        contact: Contact {
            email: Some("john@example.org".parse().unwrap()),
            phone: Some("+1 202 555 0100".parse().unwrap()),
        },
        background: Background {
            experience: Experience::PoliceMedic,
            service_years: 4,
            trade: Some("medic".into()),
            skills: vec!["drone".into()],
            languages: vec!["en".parse().unwrap()],
            serving: Serving::Reservist,
            wants_non_combat: true,
            ties: true,
            service: vec![],
            own: BTreeMap::new(),
        },
        disclosures: Disclosures {
            criminal_record: Some(false),
            medical_bar: Some(false),
            health_words: String::new(),
            words: "I can help".into(),
        },
    }
}

#[test]
fn what_lies_in_a_box_keeps_its_shape() {
    let dossier = full();
    let kin = Kin {
        name: PersonName::new("Jane", "Doe").unwrap(),
        relation: "sister".into(),
        phone: Some("+1 202 555 0101".parse().unwrap()),
        language: "en".parse().unwrap(),
        other_languages: vec![],
    };
    let mut text = String::new();
    for line in [
        json(&[dossier.identity]),
        json(&[dossier.contact]),
        json(&[dossier.background]),
        json(&[dossier.disclosures]),
        json(&[Sex::Female, Sex::Male, Sex::Unspecified]),
        json(&[Experience::None, Experience::PoliceMedic, Experience::Military, Experience::Combat]),
        json(&[Serving::No, Serving::Reservist, Serving::Serving]),
        json(&[KinList::Named(vec![kin]), KinList::Declined]),
        json(&[Ratings(BTreeMap::from([("motive".into(), (4, "said why".into()))]))]),
        json(&[FindingTexts(vec!["what was found".into()])]),
        json(&[RawAnswers(BTreeMap::from([("born".into(), "1990".into())]))]),
        json(&[NoticeCountries(["US", "CA"].map(|it| it.parse().unwrap()).into())]),
    ] {
        writeln!(text, "{line}").unwrap();
    }
    insta::assert_snapshot!(text, @r#"
    {"name":{"given":"John","family":"Doe"},"name_original":{"given":"Ivan","family":"Petrenko"},"born":"1990-05","sex":"unspecified","nationalities":["US","CA"],"residence":"GB","document":{"kind":"passport","issuer":"US","number":"123456789","expires":"2029-01-01"}}
    {"email":"john@example.org","phone":"+12025550100"}
    {"experience":"police_medic","service_years":4,"trade":"medic","skills":["drone"],"languages":["en"],"serving":"reservist","wants_non_combat":true,"ties":true}
    {"criminal_record":false,"medical_bar":false,"words":"I can help"}
    "female" "male" "unspecified"
    "none" "police_medic" "military" "combat"
    "no" "reservist" "serving"
    {"named":[{"name":{"given":"Jane","family":"Doe"},"relation":"sister","phone":"+12025550101","language":"en"}]} "declined"
    {"motive":[4,"said why"]}
    ["what was found"]
    {"born":"1990"}
    ["CA","US"]
    "#);
}

#[test]
fn what_is_told_of_service_health_and_own_questions_keeps_its_shape() {
    let mut dossier = full();
    dossier.background.service = vec![
        ServiceRecord {
            country: Some("CA".parse().unwrap()),
            force: "Army".into(),
            role: "medic".into(),
            from: Some(2009),
            to: Some(2013),
            combat: true,
        },
        ServiceRecord::default(),
    ];
    dossier.background.own = [("boots".to_owned(), "44".to_owned())].into();
    dossier.disclosures.health_words = "an old knee".into();
    let text = format!("{}\n{}", json(&[dossier.background]), json(&[dossier.disclosures]));
    insta::assert_snapshot!(text, @r#"
    {"experience":"police_medic","service_years":4,"trade":"medic","skills":["drone"],"languages":["en"],"serving":"reservist","wants_non_combat":true,"ties":true,"service":[{"country":"CA","force":"Army","role":"medic","from":2009,"to":2013,"combat":true},{"combat":false}],"own":{"boots":"44"}}
    {"criminal_record":false,"medical_bar":false,"health_words":"an old knee","words":"I can help"}
    "#);
}

fn reads<T: DeserializeOwned>(body: &str) -> bool {
    serde_json::from_str::<T>(body).is_ok()
}

#[test]
fn a_box_of_the_first_days_is_read_with_the_fields_it_had() {
    assert!(reads::<Identity>(
        r#"{"name":{"given":"John","family":"Doe"},"born":"1990","nationalities":["US"],"residence":"US"}"#
    ));
    assert!(reads::<Contact>("{}"));
    assert!(reads::<Background>(r#"{"experience":"none","languages":["en"],"serving":"no"}"#));
    assert!(reads::<Disclosures>("{}"));
    // A field of a later day is passed over, not refused: an older program can still open the box.
    assert!(reads::<Contact>(r#"{"email":"john@example.org","signal":"john.01"}"#));
}
