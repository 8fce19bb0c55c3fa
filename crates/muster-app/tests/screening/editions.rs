//! Lists: two people put an edition in force, and what changes with it.

use super::*;

#[test]
fn nothing_is_cleared_while_no_list_is_in_force_and_everybody_waits_for_the_first() {
    on_both(|office| {
        let case = office.applies(dossier("Arkadii", "Fedyna", "arkadii@example.org"));
        office.follow();
        assert_eq!(office.app.load(case).unwrap().stage, Some(Stage::Screening));
        assert_eq!(office.watchlist(case), None);
        office.import("2022-02-15", &[FEDYNA]);
        office.follow();
        assert_eq!(office.watchlist(case), None, "what one person imported is not used");
        office.in_force("2022-02-15", &[FEDYNA]);
        office.follow();
        assert_eq!(office.watchlist(case), Some(CheckOutcome::Hits));
    });
}

#[test]
fn whoever_was_cleared_is_hit_by_an_entry_that_a_new_edition_adds() {
    on_both(|office| {
        office.in_force("2022-02-15", &[OTHER]);
        let case = office.applies(dossier("Arkadii", "Fedyna", "arkadii@example.org"));
        office.follow();
        office.check_the_rest(case);
        office.follow();
        assert_eq!(office.app.load(case).unwrap().stage, Some(Stage::InterviewReady));

        office.in_force("2022-03-09", &[OTHER, FEDYNA]);
        office.follow();
        let state = office.app.load(case).unwrap();
        assert_eq!(state.stage, Some(Stage::InterviewReady), "a hold moves nobody");
        assert!(state.holds.contains(&Hold::Security));
        assert_eq!(office.queue()[0].list.edition, "2022-03-09");
    });
}

#[test]
fn a_ruling_is_remembered_until_the_entry_changes() {
    on_both(|office| {
        office.in_force("2022-02-15", &["A-1,\"Fedyna, Arkadii\",,"]);
        let case = office.applies(dossier("Arkadii", "Fedyna", "arkadii@example.org"));
        office.follow();
        office.rule_out(case, "another person of that name");
        office.follow();
        assert_eq!(office.queue(), []);

        // The list grows, and this entry stays as it was.
        office.in_force("2022-03-02", &["A-1,\"Fedyna, Arkadii\",,", OTHER]);
        office.follow();
        assert_eq!(office.queue(), [], "the ruling is remembered");

        office.in_force("2022-03-09", &[FEDYNA, OTHER]);
        office.follow();
        let queue = office.queue();
        assert_eq!(queue.len(), 1, "the entry says more now");
        let permit = Permit::ask(office.adjudicator).unwrap();
        let words = screening::evidence(&office.app, permit, case, queue[0].hit, office.now).unwrap();
        assert!(words.contains("was ruled to be another person then"), "{words}");
    });
}

#[test]
fn a_hit_stands_and_says_so_when_its_entry_leaves_the_list() {
    on_both(|office| {
        office.in_force("2022-02-15", &[FEDYNA, OTHER]);
        office.applies(dossier("Arkadii", "Fedyna", "arkadii@example.org"));
        office.follow();
        assert_eq!(office.queue()[0].noted, None);
        office.in_force("2022-03-09", &[OTHER]);
        office.follow();
        let queue = office.queue();
        assert_eq!(queue.len(), 1, "nothing is lifted by a list");
        let (list, change) = queue[0].noted.clone().unwrap();
        assert_eq!((list.edition.as_str(), change), ("2022-03-09", EntryChange::Left));
    });
}

#[test]
fn one_human_does_not_put_a_list_in_force() {
    on_both(|office| {
        let imported = office.import("2022-02-15", &[FEDYNA]);
        assert!(imported.new && imported.bad.is_empty() && imported.edition.entries == 1);
        assert!(!office.import("2022-02-15", &[FEDYNA]).new, "the same bytes are one edition");
        let signed = lists::sign(&office.app, office.adjudicator, "own", None, office.now).unwrap();
        assert!(matches!(signed, Signed::Proposed { .. }));
        let Actor::Staff { human, .. } = office.adjudicator else { unreachable!() };
        let other_account = Actor::Staff { staff: office.dice.id(), human, role: Role::Attache };
        let again = lists::sign(&office.app, other_account, "own", None, office.now);
        assert!(matches!(again, Err(muster_app::Failure::Refused(Refusal::SameHuman))), "{again:?}");
        assert_eq!(lists::show(&office.app).unwrap()[0].editions[0].is, "proposed");
        let attache = officer(&mut office.dice, Role::Attache);
        let signed = lists::sign(&office.app, attache, "own", None, office.now).unwrap();
        assert!(matches!(signed, Signed::Activated { .. }));
        assert_eq!(lists::show(&office.app).unwrap()[0].editions[0].is, "in_force");
    });
}

#[test]
fn whoever_signs_reads_what_an_edition_changes() {
    on_both(|office| {
        office.in_force("2022-02-15", &[FEDYNA, OTHER]);
        office.import("2022-03-09", &["A-1,\"Fedyna, Arkadii\",1988-05-18,US", "A-3,\"Silva, Ana\",,"]);
        let diff = lists::diff(&office.app, "own", None, None).unwrap();
        assert_eq!(diff.added.iter().map(|entry| entry.id.as_str()).collect::<Vec<_>>(), ["A-3"]);
        assert_eq!(diff.removed.iter().map(|entry| entry.id.as_str()).collect::<Vec<_>>(), ["A-2"]);
        assert_eq!(
            (diff.changed[0].entry.id.as_str(), &diff.changed[0].what[..]),
            ("A-1", &["dates of birth"][..])
        );
        let nobody = lists::diff(&office.app, "horoscope", None, None).unwrap_err().to_string();
        assert_eq!(nobody, "there is no list `horoscope`; there are own");
    });
}

#[test]
fn the_same_edition_and_the_same_people_give_the_same_hits() {
    on_both(|office| {
        office.in_force("2022-02-15", &[FEDYNA, OTHER]);
        let told = [("Arkadij", "Fedina"), ("Arkadii", "Fedyna"), ("Ifeanyi", "Okonkwo"), ("Ann", "Weber")];
        let told = told.map(|(given, family)| dossier(given, family, "a@example.org").identity);
        let words = || {
            let active = lists::active(&office.app).unwrap();
            let found = told.iter().map(|told| screening::look(&active, &screening::subject_of([told])));
            found.flat_map(|found| found.hits).map(|hit| screening::in_words(&hit)).collect::<Vec<_>>()
        };
        let once = words();
        assert!(once.len() >= 2, "another spelling of a listed name, with the same birth: {once:#?}");
        assert_eq!(once, words());
    });
}

/// What may happen to the list, in any order.
#[derive(Debug, Clone, Copy)]
enum Step {
    /// The entry is as it was at first.
    Listed,
    /// The entry says something else.
    Changed,
    /// The list has it no more.
    Gone,
    /// Adjudicators rule that the first hit of the queue is another person.
    Ruled,
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 12, failure_persistence: None, ..Default::default() })]

    /// Whatever lists do, a hit leaves the queue by a ruling only, and the hold with the last of them.
    #[test]
    fn a_hit_never_disappears_without_a_ruling(
        steps in proptest::collection::vec(
            proptest::sample::select(vec![Step::Listed, Step::Changed, Step::Gone, Step::Ruled]), 1..7),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("muster.db").to_str().unwrap().to_owned();
        let mut office = Office::open(folder, &file, None);
        office.in_force("2022-02-15", &[FEDYNA, OTHER]);
        let case = office.applies(dossier("Arkadii", "Fedyna", "arkadii@example.org"));
        office.follow();
        let mut waiting: Vec<HitId> = office.queue().iter().map(|hit| hit.hit).collect();
        proptest::prop_assert_eq!(waiting.len(), 1);
        for (day, step) in (10..).zip(steps) {
            let third = format!("A-{day},\"Silva, Ana\",,");
            let changed = FEDYNA.replace(",US", ",UA");
            let dated = format!("2022-03-{day}");
            match step {
                Step::Listed => office.in_force(&dated, &[FEDYNA, OTHER, &third]),
                Step::Changed => office.in_force(&dated, &[&changed, OTHER, &third]),
                Step::Gone => office.in_force(&dated, &[OTHER, &third]),
                Step::Ruled if waiting.is_empty() => continue,
                Step::Ruled => {
                    let ruled = office.queue()[0].hit;
                    office.rule_out(case, "another person");
                    waiting.retain(|hit| *hit != ruled);
                }
            }
            office.follow();
            let now: Vec<HitId> = office.queue().iter().map(|hit| hit.hit).collect();
            proptest::prop_assert!(waiting.iter().all(|hit| now.contains(hit)), "{step:?}: {waiting:?} then {now:?}");
            let state = office.app.load(case).unwrap();
            proptest::prop_assert_eq!(state.holds.contains(&Hold::Security), !now.is_empty());
            waiting = now;
        }
    }
}
