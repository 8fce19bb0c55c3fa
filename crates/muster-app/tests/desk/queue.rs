//! What waits for whom, and in which order it is served.

use crate::{at_the_desk, minutes, with_app};
use muster_app::{
    App,
    desk::{Due, Filter, Officer, Order, Queue, TriageWorker},
    eligibility::EligibilityWorker,
};
use muster_case::{
    access::OpenSealed,
    decision::Recuse,
    eligibility::AcceptFinding,
    facts::RecordFact,
    intake::{Experience, RequestInfo},
};
use muster_store::desk::Waiting;
use muster_vocab::{Actor, CaseId, Provenance, Role, Section, SeededDice};
use std::{collections::BTreeSet, sync::Mutex};

/// Somebody of a trade who applies some minutes after the beginning.
fn apply(app: &App, dice: &mut SeededDice, name: &str, trade: &str, minute: i64) -> (CaseId, Actor) {
    let mut told = crate::support::dossier(name, "Weber", &format!("{name}@example.org"));
    told.background.trade = Some(trade.to_owned());
    told.background.experience = Experience::Military;
    let received = app.receive(crate::support::inquiry(told, None), dice, minutes(minute)).unwrap();
    (received.case, Actor::Applicant { person: received.person })
}

fn find(app: &App, minute: i64) {
    let edition = app.programme.policy().edition("v3").unwrap();
    EligibilityWorker.follow(app, edition, minutes(minute)).unwrap();
}

fn next(app: &App, officer: &Officer, minute: i64) -> Option<CaseId> {
    app.open_next(officer, &Filter::default(), minutes(minute)).unwrap().map(|next| next.case)
}

fn shown(app: &App, officer: &Officer, filter: &Filter, order: Order, minute: i64) -> Vec<CaseId> {
    let page = app.queue(officer, filter, order, None, minutes(minute)).unwrap();
    assert_eq!(page.counts.shown, page.rows.len() as u64);
    page.rows.into_iter().map(|row| row.case).collect()
}

#[test]
fn what_is_needed_comes_first_then_what_is_shown_then_who_waits_longest() {
    with_app(|app, dice| {
        let clerk = at_the_desk(app, dice, "Olena Marchuk", &[Role::Clerk]);
        let (other, _) = apply(app, dice, "ann", "other", 0);
        let (signals, _) = apply(app, dice, "ben", "signals", 1);
        let (medic, _) = apply(app, dice, "cem", "medic", 2);
        let (later, _) = apply(app, dice, "dan", "medic", 3);
        let (seen, _) = apply(app, dice, "eva", "medic", 4);
        assert_eq!(next(app, &clerk, 5), None, "nothing waits before there is a finding");
        find(app, 5);
        let record = RecordFact {
            fact: "experience".to_owned(),
            value: muster_vocab::PersonalText("military".to_owned()),
            provenance: Provenance::Seen,
        };
        app.carry_out(clerk.permit().unwrap(), seen, record, minutes(5)).unwrap();
        find(app, 6);
        assert_eq!(
            shown(app, &clerk, &Filter::default(), Order::Urgent, 6),
            [seen, medic, later, signals, other]
        );
        assert_eq!(
            shown(app, &clerk, &Filter::default(), Order::Oldest, 6),
            [other, signals, medic, later, seen]
        );
        let served: Vec<CaseId> = std::iter::from_fn(|| next(app, &clerk, 7)).collect();
        assert_eq!(served, [seen, medic, later, signals, other]);
        assert_eq!(app.my_work(&clerk, minutes(7)).unwrap().len(), 5);
        let row = &app.waiting_of(seen, minutes(7)).unwrap()[0];
        assert_eq!(
            (row.need.as_deref(), row.evidence.as_str(), row.queue),
            (Some("medic"), "seen", Queue::Intake)
        );
        assert_eq!(row.holder.as_ref().map(|holder| holder.staff), Some(clerk.staff));
    });
}

#[test]
fn every_so_often_whoever_has_waited_longest_is_served() {
    with_app(|app, dice| {
        let clerk = at_the_desk(app, dice, "Olena Marchuk", &[Role::Clerk]);
        let (oldest, _) = apply(app, dice, "ann", "other", 0);
        for n in 1..9 {
            apply(app, dice, &format!("medic{n}"), "medic", n);
        }
        find(app, 10);
        let served: Vec<CaseId> = (0..7).filter_map(|_| next(app, &clerk, 11)).collect();
        assert_eq!(served.iter().position(|case| *case == oldest), Some(6), "0.15 of all: the seventh");
    });
}

#[test]
fn a_case_is_served_to_those_whose_work_it_is_and_who_may_do_it() {
    with_app(|app, dice| {
        let clerk = at_the_desk(app, dice, "Olena Marchuk", &[Role::Clerk]);
        let attache = at_the_desk(app, dice, "Ivan Bondar", &[Role::Attache]);
        let mut elsewhere = at_the_desk(app, dice, "Iryna Shevchuk", &[Role::Clerk]);
        elsewhere.missions = ["gb-london".parse().unwrap()].into();
        let (case, _) = apply(app, dice, "ann", "medic", 0);
        find(app, 1);
        assert_eq!(next(app, &attache, 2), None);
        assert_eq!(next(app, &elsewhere, 2), None);
        assert!(shown(app, &elsewhere, &Filter::default(), Order::Urgent, 2).is_empty());

        let stepped_back = at_the_desk(app, dice, "Petro Koval", &[Role::Clerk]);
        let recuse = Recuse { reason: muster_vocab::PersonalText("we are cousins".to_owned()) };
        app.carry_out(stepped_back.permit().unwrap(), case, recuse, minutes(2)).unwrap();
        assert_eq!(next(app, &stepped_back, 3), None, "they stepped back");
        let found = |officer: &Officer| {
            let permit = officer.permit::<OpenSealed>().unwrap();
            app.search(officer, permit, "ann weber", minutes(3)).unwrap()
        };
        assert!(found(&stepped_back).is_empty(), "and are not told whose it is");
        let looked = |app: &App| {
            let permit = clerk.permit::<OpenSealed>().unwrap();
            app.search(&clerk, permit, "Ann Weber", minutes(3)).unwrap()
        };
        assert_eq!(looked(app)[0].name.as_deref(), Some("ann Weber"));
        // An index that is made anew knows it too.
        let again = App::new(app.store.clone(), muster_app::Programme::founding().unwrap());
        let permit = stepped_back.permit::<OpenSealed>().unwrap();
        assert!(again.search(&stepped_back, permit, "ann weber", minutes(3)).unwrap().is_empty());
        assert_eq!(looked(&again).len(), 1);
        assert_eq!(next(app, &clerk, 3), Some(case));
        app.release(&clerk, case).unwrap();
        app.carry_out(clerk.permit().unwrap(), case, AcceptFinding, minutes(4)).unwrap();
        assert_eq!(next(app, &clerk, 5), None, "it goes on without them");
    });
}

#[test]
fn what_was_claimed_is_free_again_once_it_is_done() {
    with_app(|app, dice| {
        let clerk = at_the_desk(app, dice, "Olena Marchuk", &[Role::Clerk]);
        let (case, _) = apply(app, dice, "ann", "medic", 0);
        find(app, 1);
        assert_eq!(next(app, &clerk, 2), Some(case));
        app.carry_out(clerk.permit().unwrap(), case, AcceptFinding, minutes(3)).unwrap();
        assert!(app.my_work(&clerk, minutes(3)).unwrap().is_empty());
        assert_eq!(app.held_by(case, minutes(3)).unwrap(), None);
    });
}

#[test]
fn the_clock_stands_while_the_applicant_is_asked() {
    with_app(|app, dice| {
        let clerk = at_the_desk(app, dice, "Olena Marchuk", &[Role::Clerk]);
        let (case, _) = apply(app, dice, "ann", "medic", 0);
        find(app, 1);
        let day = 24 * 60;
        let due = |minute| app.waiting_of(case, minutes(minute)).unwrap()[0].due;
        assert_eq!((due(2), due(2 + day), due(2 + 3 * day)), (Due::In(1), Due::Today, Due::Late(2)));
        let late = Filter { late: true, ..Filter::default() };
        assert!(shown(app, &clerk, &late, Order::Due, day).is_empty());
        assert_eq!(shown(app, &clerk, &late, Order::Due, 3 * day), [case]);
        let ask = RequestInfo { missing: muster_vocab::PersonalText("Which unit?".to_owned()) };
        app.carry_out(clerk.permit().unwrap(), case, ask, minutes(3 * day)).unwrap();
        assert_eq!(due(9 * day), Due::Stands);
        assert!(shown(app, &clerk, &Filter::default(), Order::Urgent, 9 * day).is_empty());
        let all = Filter { queue: Some(Queue::Elsewhere), ..Filter::default() };
        assert_eq!(shown(app, &clerk, &all, Order::Urgent, 9 * day), [case]);
    });
}

#[test]
fn counts_are_what_each_filter_would_show_and_pages_follow_each_other() {
    with_app(|app, dice| {
        let clerk = at_the_desk(app, dice, "Olena Marchuk", &[Role::Clerk]);
        for n in 0..60 {
            apply(app, dice, &format!("a{n}"), if n % 2 == 0 { "medic" } else { "other" }, n);
        }
        find(app, 60);
        TriageWorker.follow(app).unwrap();
        let first = app.queue(&clerk, &Filter::default(), Order::Urgent, None, minutes(61)).unwrap();
        assert_eq!((first.rows.len(), first.counts.shown), (50, 60));
        assert_eq!(first.counts.queues[&Queue::Intake], 60);
        for (finding, count) in &first.counts.findings {
            let only = Filter { finding: Some(finding.clone()), ..Filter::default() };
            let page = app.queue(&clerk, &only, Order::Urgent, None, minutes(61)).unwrap();
            assert_eq!((page.counts.shown, page.rows.len() as u64), (*count, (*count).min(50)));
        }
        let after = first.next.unwrap();
        let second = app.queue(&clerk, &Filter::default(), Order::Urgent, Some(&after), minutes(61)).unwrap();
        assert_eq!((second.rows.len(), second.next), (10, None));
        let all: BTreeSet<CaseId> = first.rows.iter().chain(&second.rows).map(|row| row.case).collect();
        assert_eq!(all.len(), 60, "no case twice, none left out");
        assert_eq!(app.new_since(&clerk, minutes(57), minutes(61)).unwrap(), 2);
    });
}

#[test]
fn many_officers_at_one_queue_are_never_served_one_case_twice() {
    with_app(|app, dice| {
        let clerks: Vec<Officer> =
            (0..6).map(|n| at_the_desk(app, dice, &format!("Clerk {n}"), &[Role::Clerk])).collect();
        for n in 0..40 {
            apply(app, dice, &format!("a{n}"), "medic", n);
        }
        find(app, 41);
        let served = Mutex::new(Vec::new());
        std::thread::scope(|scope| {
            for clerk in &clerks {
                scope.spawn(|| {
                    while let Some(case) = next(app, clerk, 42) {
                        served.lock().unwrap().push(case);
                    }
                });
            }
        });
        let served = served.into_inner().unwrap();
        let different: BTreeSet<CaseId> = served.iter().copied().collect();
        assert_eq!((served.len(), different.len()), (40, 40));
    });
}

/// Reads a case as officers do: it is recorded.
fn reads(app: &App, officer: &Officer, case: CaseId, minute: i64) {
    app.open_case(officer, case, ("decide", &[Section::Identity]), minutes(minute)).unwrap();
}

#[test]
fn a_case_that_is_only_looked_at_waits_where_it_waited_and_the_worker_has_no_news() {
    with_app(|app, dice| {
        let clerk = at_the_desk(app, dice, "Olena Marchuk", &[Role::Clerk]);
        let colleague = at_the_desk(app, dice, "Ivan Bondar", &[Role::Clerk]);
        let (case, _) = apply(app, dice, "ann", "medic", 0);
        find(app, 1);
        assert_eq!(TriageWorker.follow(app).unwrap(), 1);
        let (other, _) = apply(app, dice, "ben", "signals", 1);
        find(app, 1);
        assert_eq!(TriageWorker.follow(app).unwrap(), 1);
        reads(app, &clerk, case, 2);
        reads(app, &colleague, case, 3);
        let permit = clerk.permit::<OpenSealed>().unwrap();
        let found = app.search(&clerk, permit, "weber", minutes(3)).unwrap();
        assert_eq!(found.len(), 2, "both are shown, and that they were is recorded on both");
        assert_eq!(TriageWorker.follow(app).unwrap(), 0);
        assert_eq!(next(app, &colleague, 4), Some(case));
        assert_eq!(next(app, &clerk, 4), Some(other));
        assert_eq!(app.held_by(case, minutes(5)).unwrap().unwrap().staff, colleague.staff);
    });
}

#[test]
fn a_look_while_it_is_found_out_where_a_case_waits_loses_nothing_and_an_act_does() {
    with_app(|app, dice| {
        let clerk = at_the_desk(app, dice, "Olena Marchuk", &[Role::Clerk]);
        let (case, _) = apply(app, dice, "ann", "medic", 0);
        find(app, 1);
        let rows = app.store.desk.waiting_of(case).unwrap();
        assert!(rows.is_empty(), "nobody followed yet");
        TriageWorker.follow(app).unwrap();
        let rows = app.store.desk.waiting_of(case).unwrap();
        let (known, end) = (rows[0].version, app.store.journal.len().unwrap());
        let put = |queue: &str| {
            let queue = queue.to_owned();
            let rows = rows.iter().map(|row| Waiting { queue: queue.clone(), ..row.clone() }).collect();
            app.store.desk.put_waiting(vec![(case, known, rows)], "triage", end).wait().unwrap();
            app.store.desk.waiting_of(case).unwrap()
        };
        reads(app, &clerk, case, 2);
        let moved = put("screening");
        assert_eq!((moved[0].queue.as_str(), moved[0].version), ("screening", known + 1));
        app.carry_out(clerk.permit().unwrap(), case, AcceptFinding, minutes(3)).unwrap();
        assert_eq!(put("intake")[0].queue, "screening", "what it was read from is not so any more");
    });
}
