//! People: who is hit, who goes on, who waits for a person.

use super::*;

#[test]
fn whoever_is_not_listed_goes_on_and_whoever_is_waits_for_a_person() {
    on_both(|office| {
        office.in_force("2022-02-15", &[FEDYNA, OTHER]);
        let listed = office.applies(dossier("Arkadii", "Fedyna", "arkadii@example.org"));
        let clear = office.applies(dossier("Ann", "Weber", "ann@example.org"));
        assert!(office.follow() >= 2);
        assert_eq!(office.watchlist(clear), Some(CheckOutcome::Clear));
        assert_eq!(office.watchlist(listed), Some(CheckOutcome::Hits));
        let case = office.app.load(listed).unwrap();
        assert_eq!(case.stage, Some(Stage::HitReview));
        assert!(case.holds.contains(&Hold::Security));

        office.check_the_rest(clear);
        office.check_the_rest(listed);
        office.follow();
        assert_eq!(office.app.load(clear).unwrap().stage, Some(Stage::InterviewReady));
        assert_eq!(office.app.load(listed).unwrap().stage, Some(Stage::HitReview), "a person rules");

        let queue = office.queue();
        assert_eq!(queue.len(), 1);
        assert_eq!((queue[0].case, queue[0].entry.as_deref()), (listed, Some("A-1")));
        assert!(queue[0].millibits > Some(0) && queue[0].strength == Strength::Strong);
        let permit = Permit::ask(office.adjudicator).unwrap();
        let words = screening::evidence(&office.app, permit, listed, queue[0].hit, office.now).unwrap();
        for told in ["own", "2022-02-15", "A-1", "Fedyna", "1988-05-17", "Together", "bits"] {
            assert!(words.contains(told), "`{told}` is not in: {words}");
        }
        let history = office.app.store.journal.history::<Event>(listed.into()).unwrap();
        assert!(matches!(history.last().unwrap().event, Event::Accessed(_)), "who reads leaves a trace");
    });
}

#[test]
fn the_worker_does_its_work_once_however_often_it_runs() {
    on_both(|office| {
        office.in_force("2022-02-15", &[FEDYNA]);
        office.applies(dossier("Arkadii", "Fedyna", "arkadii@example.org"));
        office.follow();
        let entries = office.app.store.journal.len().unwrap();
        assert_eq!(office.follow(), 0);
        office.app.store.journal.move_cursor("screening", 0).wait().unwrap();
        assert_eq!(office.follow(), 0, "all over again, and nothing is new");
        assert_eq!(office.app.store.journal.len().unwrap(), entries);
    });
}

#[test]
fn a_name_in_a_script_that_no_machine_compares_waits_for_a_person() {
    on_both(|office| {
        office.in_force("2022-02-15", &[FEDYNA]);
        let mut told = dossier("Somchai", "Jaidee", "somchai@example.org");
        told.identity.name = PersonName::new("สมชาย", "ใจดี").unwrap();
        let case = office.applies(told);
        office.follow();
        office.check_the_rest(case);
        office.follow();
        let state = office.app.load(case).unwrap();
        assert_eq!((state.stage, office.watchlist(case)), (Some(Stage::Screening), None));
        let permit = Permit::ask(office.screener).unwrap();
        let left = screening::left(&office.app, permit, None).unwrap();
        assert_eq!((left.len(), left[0].case, left[0].check.as_str()), (1, case, WATCHLIST_CHECK));
    });
}

#[test]
fn another_spelling_told_later_is_looked_up_too() {
    on_both(|office| {
        office.in_force("2022-02-15", &[FEDYNA]);
        let case = office.applies(dossier("Ann", "Weber", "ann@example.org"));
        office.follow();
        assert_eq!(office.watchlist(case), Some(CheckOutcome::Clear));
        let again = RepeatSubmission {
            channel: Channel::Mail,
            dossier: dossier("Arkadii", "Fedyna", "ann@example.org"),
        };
        office.app.carry_out(Permit::ask(office.clerk).unwrap(), case, again, office.now).unwrap();
        office.follow();
        assert_eq!(office.queue().len(), 1);
    });
}

#[test]
fn what_was_told_in_a_merged_case_is_looked_up_for_the_one_that_goes_on() {
    on_both(|office| {
        office.in_force("2022-02-15", &[FEDYNA]);
        let case = office.applies(dossier("Ann", "Weber", "ann@example.org"));
        let told = dossier("Arkadii", "Fedyna", "arkadii@example.org");
        let other = office.app.receive(inquiry(told, None), &mut office.dice, office.now).unwrap().case;
        office.follow();
        assert_eq!(office.watchlist(case), Some(CheckOutcome::Clear));
        let linkage = Permit::ask(Actor::System { worker: Worker::Linkage }).unwrap();
        let suspect = SuspectDuplicate { other: case, basis: vec![Basis::Likeness], likened: None };
        office.app.carry_out(linkage, other, suspect, office.now).unwrap();
        let merge = Merge { into: case, rationale: PersonalText("the same address".into()) };
        office.app.carry_out(Permit::ask(office.clerk).unwrap(), other, merge, office.now).unwrap();
        office.follow();
        assert_eq!(office.queue().iter().map(|hit| hit.case).collect::<Vec<_>>(), [case]);
    });
}

#[test]
fn whoever_walks_in_is_screened_at_the_desk() {
    on_both(|office| {
        office.in_force("2022-02-15", &[FEDYNA]);
        let border = officer(&mut office.dice, Role::Border);
        let (case, person): (CaseId, _) = (office.dice.id(), office.dice.id());
        let told = dossier("Arkadii", "Fedyna", "arkadii@example.org");
        let register = RegisterWalkIn { person, mission: mission(), dossier: told, active_elsewhere: None };
        office.app.carry_out(Permit::ask(border).unwrap(), case, register, office.now).unwrap();
        office.follow();
        assert_eq!(office.watchlist(case), Some(CheckOutcome::Hits));
        assert!(office.app.load(case).unwrap().holds.contains(&Hold::Security));
    });
}
