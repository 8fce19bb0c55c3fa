//! Letters: written once, sent by a real conversation, tried again, given up.

use crate::{Bag, draft, email, minutes, now, support, with_app};
use jiff::SignedDuration;
use muster_app::letters::{
    Carrier as _, CarryFault, Delivered, Folder, LetterWorker, Letterhead, Mail, Post, PostSettings,
    deliver_due,
};
use muster_app::portal::Address;
use muster_case::{Permit, intake::RequestInfo};
use muster_vocab::{PersonalText, Role, SeededDice};
use std::{
    fs,
    io::{BufRead as _, BufReader, Write as _},
    net::TcpListener,
    os::unix::fs::PermissionsExt as _,
    sync::mpsc::{Receiver, channel},
    thread,
    time::Duration,
};
use support::{dossier, officer};

fn head() -> Letterhead {
    Letterhead {
        public_url: "https://join.example.org".into(),
        from: "Muster <post@join.example.org>".into(),
    }
}

#[test]
fn the_log_says_which_letters_leave_and_each_is_written_once() {
    with_app(|app, _| {
        let mut dice = SeededDice::new(2);
        let visit = draft(app, &mut dice);
        app.send_draft(visit, dossier("Ann", "Able", "ann@example.org"), None, minutes(1)).unwrap();
        let clerk = officer(&mut dice, Role::Clerk);
        let ask = RequestInfo { missing: PersonalText("Which passport?".into()) };
        app.carry_out(Permit::ask(clerk).unwrap(), visit.case, ask, minutes(2)).unwrap();
        assert_eq!(LetterWorker.follow(app, minutes(3)).unwrap(), 2);
        assert_eq!(LetterWorker.follow(app, minutes(3)).unwrap(), 0);
        app.store.journal.move_cursor("letters", 0).wait().unwrap();
        assert_eq!(LetterWorker.follow(app, minutes(3)).unwrap(), 0, "a worker that forgot where it was");
        let bag = Bag::new();
        assert_eq!(deliver_due(app, &bag, minutes(3)).unwrap().sent, 2);
        for mail in bag.take() {
            assert!(mail.subject.contains(&app.reference(visit.case)));
            for personal in ["Ann", "Able", "ann@", "passport"] {
                assert!(!mail.body.contains(personal), "a letter tells {personal}");
            }
        }
        assert_eq!(app.outbox_state().unwrap().waiting, 0);
    });
}

#[test]
fn nobody_is_written_to_about_what_is_long_past_or_after_a_withdrawal() {
    with_app(|app, _| {
        let mut dice = SeededDice::new(2);
        let (gone, late) = (draft(app, &mut dice), draft(app, &mut dice));
        app.send_draft(gone, dossier("Ann", "Able", "ann@example.org"), None, minutes(1)).unwrap();
        app.withdraw(gone, minutes(2)).unwrap();
        assert_eq!(LetterWorker.follow(app, minutes(3)).unwrap(), 0);
        app.send_draft(late, dossier("Bob", "Baker", "bob@example.org"), None, minutes(4)).unwrap();
        assert_eq!(LetterWorker.follow(app, minutes(4) + SignedDuration::from_hours(72)).unwrap(), 0);
    });
}

#[test]
fn a_letter_that_cannot_leave_is_tried_again_and_in_the_end_given_up() {
    with_app(|app, _| {
        let mut dice = SeededDice::new(2);
        let visit = draft(app, &mut dice);
        app.send_draft(visit, dossier("Ann", "Able", "ann@example.org"), None, now()).unwrap();
        LetterWorker.follow(app, now()).unwrap();
        let bag = Bag::new();
        *bag.fault.lock().unwrap() = Some(CarryFault::Later("421".into()));
        let postponed = Delivered { postponed: 1, ..Delivered::default() };
        assert_eq!(deliver_due(app, &bag, now()).unwrap(), postponed);
        assert_eq!(deliver_due(app, &bag, now()).unwrap(), Delivered::default(), "not at once");
        assert_eq!(deliver_due(app, &bag, minutes(1)).unwrap(), postponed);
        assert_eq!(app.outbox_state().unwrap().oldest, Some(now()));
        let mut tries = 2;
        for quarter in 1..=400 {
            tries += deliver_due(app, &bag, minutes(15 * quarter)).unwrap().postponed;
        }
        assert!((12..30).contains(&tries), "{tries} tries");
        let state = app.outbox_state().unwrap();
        assert_eq!((state.waiting, state.given_up), (0, 1));
    });
}

#[test]
fn a_letter_refused_for_good_is_not_tried_again() {
    with_app(|app, _| {
        let mut dice = SeededDice::new(2);
        let visit = draft(app, &mut dice);
        app.ask_code(visit, email("ann@example.org"), "en", &mut dice, now()).unwrap();
        let bag = Bag::new();
        *bag.fault.lock().unwrap() = Some(CarryFault::Never("550".into()));
        assert_eq!(deliver_due(app, &bag, now()).unwrap().given_up, 1);
        assert_eq!(app.outbox_state().unwrap().given_up, 1);
    });
}

#[test]
fn a_crash_between_sending_and_noting_it_sends_a_letter_twice_at_most() {
    with_app(|app, _| {
        let mut dice = SeededDice::new(2);
        let visit = draft(app, &mut dice);
        app.send_draft(visit, dossier("Ann", "Able", "ann@example.org"), None, now()).unwrap();
        LetterWorker.follow(app, now()).unwrap();
        let lease = SignedDuration::from_mins(15);
        // Each claim is a sender that sends and is killed before it can say so.
        let mut sent = 0;
        for hour in 0..5 {
            let claims = app.store.portal.claim_letters(10, lease, minutes(60 * hour)).unwrap();
            sent += claims.letters.len();
            let meanwhile = app.store.portal.claim_letters(10, lease, minutes(60 * hour + 14)).unwrap();
            assert!(meanwhile.letters.is_empty(), "somebody has it already");
        }
        assert_eq!(sent, 2);
        assert_eq!(app.outbox_state().unwrap().given_up, 1);
    });
}

#[test]
fn a_code_that_is_too_old_does_not_leave() {
    with_app(|app, _| {
        let mut dice = SeededDice::new(2);
        let visit = draft(app, &mut dice);
        app.ask_code(visit, email("ann@example.org"), "en", &mut dice, now()).unwrap();
        let bag = Bag::new();
        let done = deliver_due(app, &bag, minutes(15)).unwrap();
        assert_eq!((done.sent, done.given_up, bag.take().len()), (0, 1, 0));
    });
}

fn mail(to: &str) -> Mail {
    Mail {
        number: "ML-7Q4K-22XY".into(),
        to: if to.contains('@') { email(to) } else { Address::Phone(to.parse().unwrap()) },
        language: "uk".into(),
        subject: "Ваше звернення MU-7Q4K-22XY".into(),
        body: "Ваш код: 123456.\n.\nКрапка на початку рядка.\n".into(),
        made_at: now(),
    }
}

#[test]
fn letters_in_a_folder_are_whole_and_for_their_owner_alone() {
    let folder = tempfile::tempdir().unwrap();
    let carrier = Folder::new(folder.path().join("letters"), head());
    carrier.carry(&mail("ann@example.org")).unwrap();
    carrier.carry(&mail("ann@example.org")).unwrap();
    let files: Vec<_> = fs::read_dir(folder.path().join("letters")).unwrap().flatten().collect();
    assert_eq!(files.len(), 1, "the same letter is the same file");
    assert_eq!(files[0].file_name(), "ML-7Q4K-22XY.eml");
    assert_eq!(files[0].metadata().unwrap().permissions().mode() & 0o777, 0o600);
    let text = fs::read_to_string(files[0].path()).unwrap();
    for line in [
        "Auto-Submitted: auto-generated",
        "Content-Language: uk",
        "Message-ID: <ml-7q4k-22xy@join.example.org>",
    ] {
        assert!(text.contains(line), "{text}");
    }
    assert!(text.contains("Date: Tue, 01 Mar 2022 12:00:00"), "{text}");
}

/// A mail server that knows a dozen words, answers `RCPT` with `answer`, and hands over each message it takes.
fn server(answer: &'static str) -> (u16, Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let (tell, told) = channel();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let mut out = stream.try_clone().unwrap();
            let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
            out.write_all(b"220 here\r\n").unwrap();
            while let Some(line) = lines.next() {
                let word = line.split([' ', ':']).next().unwrap_or_default().to_uppercase();
                let reply = match word.as_str() {
                    "EHLO" => "250-here\r\n250 8BITMIME",
                    "RCPT" => answer,
                    "DATA" => {
                        out.write_all(b"354 go on\r\n").unwrap();
                        let message: Vec<String> = lines.by_ref().take_while(|line| line != ".").collect();
                        tell.send(message.join("\n")).unwrap();
                        "250 taken"
                    }
                    _ => "250 yes",
                };
                if out.write_all(format!("{reply}\r\n").as_bytes()).is_err() || word == "QUIT" {
                    break;
                }
            }
        }
    });
    (port, told)
}

fn post(port: u16) -> Post {
    Post::new(PostSettings {
        url: format!("smtp://127.0.0.1:{port}"),
        user: None,
        password_file: None,
        sms_gateway: Some("sms.example.org".into()),
        timeout: Duration::from_secs(5),
        letterhead: head(),
    })
    .unwrap()
}

#[test]
fn a_letter_goes_over_a_real_conversation() {
    let (port, told) = server("250 yes");
    let post = post(port);
    post.carry(&mail("ann@example.org")).unwrap();
    let message = told.recv().unwrap();
    assert!(
        message.contains("To: ann@example.org")
            && message.contains("From: \"Muster\" <post@join.example.org>")
            || message.contains("From: Muster <post@join.example.org>"),
        "{message}"
    );
    post.carry(&mail("+12025550143")).unwrap();
    assert!(told.recv().unwrap().contains("To: 12025550143@sms.example.org"));
}

#[test]
fn the_servers_answer_decides_whether_it_is_tried_again() {
    let (port, _told) = server("550 no such user");
    let refused = post(port).carry(&mail("ann@example.org")).unwrap_err();
    assert_eq!(refused, CarryFault::Never("550".into()));
    let (port, _told) = server("451 come back");
    assert_eq!(post(port).carry(&mail("ann@example.org")).unwrap_err(), CarryFault::Later("451".into()));
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let nobody = post(closed).carry(&mail("ann@example.org")).unwrap_err();
    assert!(matches!(nobody, CarryFault::Later(_)));
}

#[test]
fn a_password_never_travels_in_the_open() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("password");
    fs::write(&file, "secret\n").unwrap();
    let settings = |url: &str| PostSettings {
        url: url.into(),
        user: Some("post".into()),
        password_file: Some(file.clone()),
        sms_gateway: None,
        timeout: Duration::from_secs(5),
        letterhead: head(),
    };
    assert!(Post::new(settings("smtp://mail.example.org:25")).is_err());
    assert!(Post::new(settings("smtp://post:secret@mail.example.org:25")).is_err());
    assert!(Post::new(settings("nonsense")).is_err());
    for private in
        ["smtps://mail.example.org", "smtp://mail.example.org:587?tls=required", "smtp://localhost:25"]
    {
        assert!(Post::new(settings(private)).is_ok(), "{private}");
    }
}
