//! Workers follow the log by a cursor of their own.

use crate::setting::{append, by, case, on_both, opened, person, submitted};

#[test]
fn a_worker_sees_each_event_it_follows_once_and_in_order() {
    on_both(|setting| {
        let store = setting.open();
        for number in 1..=5_u8 {
            let of = person(number);
            append(&store, case(number.into()), by(of), vec![opened(of), submitted()])
                .expect("it is appended");
        }
        let mut seen = Vec::new();
        loop {
            let from = store.journal.cursor("screening").expect("it is read");
            let page = store.journal.follow(from, &["intake.submitted"], 2).expect("it is read");
            let Some(last) = page.last() else { break };
            store.journal.move_cursor("screening", last.seq).wait().expect("it is kept");
            seen.extend(page.iter().map(|it| (it.seq, it.stream, it.version)));
        }
        let all: Vec<_> = (1..=5_u64).map(|number| (2 * number, case(number.into()).into(), 2)).collect();
        assert_eq!(seen, all);
        assert_eq!(store.journal.cursor("linkage").expect("it is read"), 0);
        assert_eq!(store.journal.len().expect("it is read"), 10);
        drop(store);
        assert_eq!(setting.open().journal.cursor("screening").expect("it is read"), 10);
    });
}
