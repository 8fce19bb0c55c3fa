//! Where an application stands, how a mission keeps up, and what is really ours.

use crate::{draft, letters, minutes, now, support, with_app};
use muster_app::portal::{Genuine, GenuineKind, PublicStep, WhoActs};
use muster_case::{Permit, Posture, Stage, eligibility::Refer, intake::RequestInfo, office::PauseIntake};
use muster_vocab::{PersonalText, ReasonCode, Role, SeededDice};
use std::collections::BTreeSet;
use support::{dossier, mission, officer};

#[test]
fn the_status_says_who_acts_and_by_when() {
    with_app(|app, _| {
        let mut dice = SeededDice::new(2);
        let visit = draft(app, &mut dice);
        let status = app.status(visit, minutes(1)).unwrap();
        assert_eq!((status.step, status.acts), (PublicStep::Draft, WhoActs::You));
        assert!(status.can.go_on && status.until.is_some() && status.know_by.is_none());

        app.send_draft(visit, dossier("Ann", "Able", "ann@example.org"), None, minutes(2)).unwrap();
        let status = app.status(visit, minutes(3)).unwrap();
        assert_eq!(
            (status.step, status.acts, status.since),
            (PublicStep::Received, WhoActs::Office, minutes(2))
        );
        assert_eq!(status.know_by, Some(jiff::civil::date(2022, 3, 2)));
        assert!(status.stay_put && status.reference.starts_with("MU-"));

        let clerk = officer(&mut dice, Role::Clerk);
        let ask = RequestInfo { missing: PersonalText("Which passport?".into()) };
        app.carry_out(Permit::ask(clerk).unwrap(), visit.case, ask, minutes(10)).unwrap();
        let status = app.status(visit, minutes(11)).unwrap();
        assert_eq!((status.step, status.acts, status.can.answer), (PublicStep::Question, WhoActs::You, true));
        let steps: Vec<PublicStep> = status.timeline.iter().map(|entry| entry.step).collect();
        assert_eq!(steps, [PublicStep::Question, PublicStep::Received, PublicStep::Draft]);

        app.correct(visit, dossier("Ann", "Able", "ann@example.org"), minutes(12)).unwrap();
        assert_eq!(app.status(visit, minutes(13)).unwrap().step, PublicStep::Received);
    });
}

#[test]
fn what_is_checked_behind_the_scenes_is_one_step_for_everybody() {
    assert_eq!(PublicStep::from(Stage::HitReview), PublicStep::from(Stage::Screening));
    assert_eq!(PublicStep::from(Stage::Recommended), PublicStep::from(Stage::Interviewed));
    let words: BTreeSet<&str> = PublicStep::ALL.iter().map(|step| step.word()).collect();
    assert_eq!(words.len(), PublicStep::ALL.len());
    for stage in Stage::ALL {
        let step = PublicStep::from(*stage);
        let waits = step.acts() == WhoActs::Nobody;
        assert_eq!(waits, stage.is_closed(), "{stage} is over as {}", step.word());
        let not_yet = !stage.is_closed() && (*stage as usize) < (Stage::ClearedToTravel as usize);
        assert_eq!(step.stay_put(), not_yet, "whether to stay put on {stage}");
    }
}

#[test]
fn the_picture_tells_how_many_wait_and_how_long() {
    with_app(|app, _| {
        let mut dice = SeededDice::new(2);
        let picture = app.picture(&mission(), now()).unwrap();
        assert_eq!((picture.posture, picture.waiting, picture.median_days), (Posture::Open, 0, None));
        let unknown = app.picture(&"no-where".parse().unwrap(), now()).unwrap();
        assert_eq!((unknown.posture, unknown.paused), (Posture::Suspended, true));

        for no in 0..3 {
            let visit = draft(app, &mut dice);
            let told = dossier("Ann", "Able", &format!("ann{no}@example.org"));
            app.send_draft(visit, told, None, minutes(1)).unwrap();
            if no == 0 {
                let refer = Refer {
                    codes: vec![ReasonCode::WantsNonCombat],
                    route: "medics".into(),
                    rationale: PersonalText("helps otherwise".into()),
                };
                let clerk = officer(&mut dice, Role::Clerk);
                app.carry_out(Permit::ask(clerk).unwrap(), visit.case, refer, minutes(60 * 30)).unwrap();
            }
        }
        assert_eq!(app.picture(&mission(), now()).unwrap().waiting, 0, "figures of this minute");
        let picture = app.picture(&mission(), minutes(60 * 31)).unwrap();
        assert_eq!((picture.waiting, picture.median_days), (2, Some(2)), "29 hours are a second day");
        let pause = PauseIntake { mission: mission(), paused: true };
        let counsel = officer(&mut dice, Role::Counsel);
        app.carry_out_office(Permit::ask(counsel).unwrap(), pause, minutes(3)).unwrap();
        assert!(app.picture(&mission(), minutes(60 * 31)).unwrap().paused, "a pause shows at once");
    });
}

#[test]
fn what_is_ours_is_known_and_nothing_else() {
    with_app(|app, _| {
        let mut dice = SeededDice::new(2);
        let visit = draft(app, &mut dice);
        app.ask_code(visit, crate::email("ann@example.org"), "en", &mut dice, now()).unwrap();
        let mail = &letters(app, now())[0];
        let ours = Genuine::Ours { kind: GenuineKind::Letter, mission: mission(), when: Some(now()) };
        assert_eq!(app.verify(&mail.number).unwrap(), ours);
        assert_eq!(app.verify(&mail.number.to_lowercase().replace('-', " ")).unwrap(), ours);
        let known = &app.programme.portal().mission(&mission()).unwrap().official;
        for own in known {
            let answer = app.verify(&own.value).unwrap();
            assert!(matches!(answer, Genuine::Ours { when: None, .. }), "{} is ours", own.value);
        }
        for strange in ["", "ML-0000-0000", "thief@example.com", "https://join.example.com", "@thief"] {
            assert_eq!(app.verify(strange).unwrap(), Genuine::NotKnown, "{strange}");
        }
    });
}
