//! The page of an interview in every state, with somebody made up.

use super::page::{InterviewPage, May};
use crate::samples::Gallery;
use jiff::{SignedDuration, Timestamp};
use muster_app::interview::{Assessment, Brief, Claim, Interview, Notes, RatingFault};
use muster_case::{
    Refusal, Stage,
    intake::{Background, Experience, Identity, Serving},
    interview::Booking,
};
use muster_vocab::{CaseId, HumanId, PartialDate, PersonName, Provenance, SlotId};
use std::collections::BTreeMap;

const CASE: u128 = 0x7a11;

fn now() -> Timestamp {
    Timestamp::UNIX_EPOCH + SignedDuration::from_hours(19_054 * 24 + 14)
}

fn view(stage: Stage) -> Interview {
    let booked = matches!(stage, Stage::InterviewBooked | Stage::Interviewed);
    let booking = booked.then(|| Booking { slot: SlotId::from(1), starts: now(), critical_role: true });
    Interview {
        reference: "MU-7Q4K-22XY".to_owned(),
        stage: Some(stage),
        mission: "us-washington".parse().ok(),
        booking,
        challenge: (stage == Stage::InterviewBooked).then(|| "amber river lantern copper".to_owned()),
        moved: 0,
        missed: 0,
        rated: (0, 2),
        can_rate: stage == Stage::InterviewBooked,
        notes: Notes::default(),
        assessments: Vec::new(),
        brief: None,
    }
}

fn brief() -> Option<Brief> {
    let identity = Identity {
        name: PersonName::new("Aroha", "O’Neill").ok()?,
        name_original: None,
        born: "1990-03-27".parse::<PartialDate>().ok()?,
        sex: None,
        nationalities: vec!["US".parse().ok()?],
        residence: "US".parse().ok()?,
        document: None,
    };
    let background = Background {
        experience: Experience::Combat,
        service_years: 6,
        trade: Some("helicopter_pilot".to_owned()),
        skills: vec!["medic".to_owned()],
        languages: vec!["en".parse().ok()?],
        serving: Serving::No,
        wants_non_combat: false,
        ties: false,
        service: Vec::new(),
        own: BTreeMap::new(),
    };
    let fact =
        Claim { fact: "service_record".to_owned(), value: "yes".to_owned(), provenance: Provenance::Seen };
    Some(Brief { identity, background, facts: vec![fact], finding: "eligible".to_owned(), codes: Vec::new() })
}

fn rating(gallery: &Gallery<'_>, human: u128, levels: [u8; 3]) -> Assessment {
    let questions = gallery.programme.instrument.questions.iter().zip(levels.into_iter().cycle());
    let told = "Named the unit and two officers without a pause.".to_owned();
    let ratings = questions.map(|(question, level)| (question.id.clone(), (level, told.clone())));
    Assessment {
        rater: HumanId::from(human),
        name: Some(if human == 1 { "Olena Marchuk" } else { "Petro Koval" }.to_owned()),
        at: now(),
        instrument: gallery.programme.instrument.edition.clone(),
        ratings: ratings.collect(),
    }
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let case = CaseId::from(CASE);
    let (layout, programme) = (gallery.desk(&super::path(case)), gallery.programme);
    let may = May { book: true, open: true, rate: true };
    let page = |view: Interview| InterviewPage::new(layout.clone(), programme, case, view, may, now());
    let pages = [
        ("unbooked", page(view(Stage::InterviewReady))),
        ("masked", page(view(Stage::InterviewBooked)).done("book")),
        ("open", page(Interview { brief: brief(), ..view(Stage::InterviewBooked) }).done("save")),
        ("faulty", {
            let faults: Vec<_> = programme
                .instrument
                .questions
                .iter()
                .zip([RatingFault::Level, RatingFault::Evidence].into_iter().cycle())
                .map(|(question, fault)| (question.id.clone(), fault))
                .collect();
            let open = page(Interview { brief: brief(), ..view(Stage::InterviewBooked) });
            open.with_faults(programme, Some("helicopter_pilot"), &Notes::default(), &faults)
        }),
        ("waits-for-the-second", {
            let sent = vec![rating(gallery, 1, [3, 4, 5])];
            let view = Interview { brief: brief(), assessments: sent, ..view(Stage::InterviewBooked) };
            page(Interview { rated: (1, 2), can_rate: false, ..view }).done("send")
        }),
        ("not-closed", page(Interview { rated: (2, 2), can_rate: false, ..view(Stage::InterviewBooked) })),
        ("side-by-side", {
            let sent = vec![rating(gallery, 1, [3, 4, 5]), rating(gallery, 2, [5, 4, 4])];
            let view = Interview { brief: brief(), assessments: sent, ..view(Stage::Interviewed) };
            page(Interview { rated: (2, 2), ..view }).done("complete")
        }),
        ("refused", page(view(Stage::InterviewReady)).refusing(&Refusal::Minor).done("no-show")),
    ];
    for (state, page) in pages {
        gallery.add("desk-interview", state, &page);
    }
}
